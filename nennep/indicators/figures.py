"""Named questions. Each room declares the figures it can answer for; here they are kept, asked and written out.

A figure is a question to the records: what it counts and the rows it shows are the same rows.
"""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from fractions import Fraction
from typing import Any, Literal

from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from nennep.indicators.answers import Answer, Value
from nennep.organisation.models import Unit
from nennep.organisation.periods import Period
from nennep.rulebook.rules import rules_read_once
from nennep.vietnamese.numbers import count_of, decimal, percent

Question = Callable[[Unit, Period], Answer]

NO_DATA = gettext_lazy("chưa có số liệu")


class UnknownFigure(Exception):
    """No room declares a figure with this code."""


@dataclass(frozen=True)
class Figure:
    """A named question.

    `counts` is the unit of counting (lượt, người, văn bản, phút, %), a word of the Vietnamese text that the value stands
    in; `base` says out of whom or of what;
    `period_kind` is "during" (what happened in the period), "at_end" (how it stood on its last day) or "by_year"
    (years that end within it); `sensitive` figures show their rows to few (domain 7.2). `better` says which way is better,
    "more" or "fewer", where the field is agreed on it; of the others a change is told and not judged.
    """

    code: str
    name: str | Promise
    counts: str
    base: str | Promise
    period_kind: str
    question: Question
    sensitive: bool = False
    better: Literal["more", "fewer", ""] = ""

    def ask(self, unit: Unit, period: Period) -> Answer:
        return self.question(unit, period)

    def value(self, unit: Unit, period: Period) -> Value:
        return self.ask(unit, period).value()


FIGURES: dict[str, Figure] = {}


def figure(
    code: str,
    name: str | Promise,
    *,
    counts: str,
    base: str | Promise,
    period_kind: str = "during",
    sensitive: bool = False,
    better: Literal["more", "fewer", ""] = "",
) -> Callable[[Question], Question]:
    """Declare the decorated question as a figure."""

    def declare(question: Question) -> Question:
        if code in FIGURES:
            raise ValueError(f"Two figures are called {code}.")
        FIGURES[code] = Figure(code, name, counts, base, period_kind, question, sensitive, better)
        return question

    return declare


def named(code: str) -> Figure:
    try:
        return FIGURES[code]
    except KeyError:
        raise UnknownFigure(_("Không có chỉ tiêu nào mang mã %(code)s.") % {"code": code}) from None


def all_figures() -> list[Figure]:
    """Every figure, room by room, in the order of declaration."""
    return list(FIGURES.values())


def ask_all(unit: Unit, period: Period, figures: Iterable[Figure] | None = None) -> dict[str, Value]:
    with rules_read_once():
        return {item.code: item.value(unit, period) for item in (all_figures() if figures is None else figures)}


def written(figure: Figure, value: Value) -> str:
    """The value as it stands in a text: "11 lượt", "09 người", "98,6%", "chưa có số liệu"."""
    if value.number is None:
        return str(NO_DATA)
    if figure.counts == "%":
        return percent(Fraction(value.number) / 100)
    if value.number >= 1000:
        return f"{decimal(int(value.number))} {figure.counts}"
    return count_of(int(value.number), figure.counts)


def plain(value: Value) -> int | float | None:
    """The value for a machine: whole where it is whole, else rounded to one decimal as people read it."""
    if value.number is None:
        return None
    exact = Fraction(value.number)
    return int(exact) if exact.denominator == 1 else float(round(exact, 1))


def as_json(figure: Figure, value: Value) -> dict[str, Any]:
    answer: dict[str, Any] = {
        "value": plain(value),
        "unit": figure.counts,
        "base": str(figure.base),
        "rows": value.rows,
        "name": str(figure.name),
        "period": figure.period_kind,
    }
    if value.whole is not None:
        answer |= {"part": value.part, "whole": value.whole}
    return answer
