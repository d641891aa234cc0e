"""The grid: groups of obligations, each with twelve cells that say a fact, why it was asked, and open its evidence."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from typing import Any, Literal

from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from nennep.organisation.models import Unit
from nennep.organisation.periods import Period
from nennep.rulebook.rules import Rule
from nennep.vietnamese.dates import short_date

State = Literal["done", "due", "late", "below", "none", "plan", ""]

WORDS: dict[State, Promise] = {
    "done": gettext_lazy("đã làm"),
    "due": gettext_lazy("đến hạn"),
    "late": gettext_lazy("quá hạn"),
    "below": gettext_lazy("dưới mức"),
    "none": gettext_lazy("chưa đo"),
    "plan": gettext_lazy("dự kiến"),
    "": gettext_lazy("không phải làm"),
}
FOR_PROGRAMS: dict[State, str] = {
    "done": "done",
    "due": "due",
    "late": "late",
    "below": "below",
    "none": "not measured",
    "plan": "due",
    "": "does not apply",
}
MONTHS = range(1, 13)


def nothing() -> str:
    return ""


@dataclass(frozen=True, eq=False)
class Cell:
    """One month of one obligation. What it says and where its evidence is are worked out only when somebody reads them: a
    commune's grid reads only the states of thousands."""

    state: State = ""
    say: Callable[[], str] = nothing
    where: Callable[[], str] = nothing
    rule: Rule | None = None
    due: date | None = None
    """The day until which it waits, where it still does."""

    @cached_property
    def text(self) -> str:
        return self.say()

    @cached_property
    def url(self) -> str:
        return self.where()

    @property
    def word(self) -> str:
        return str(WORDS[self.state])


@dataclass(frozen=True)
class Row:
    """One obligation over the year: what asks for it, its twelve cells, and the year's sum in words."""

    key: str
    name: str
    cells: tuple[Cell, ...]
    total: str
    rules: tuple[Rule, ...] = ()
    asked_by: str = ""
    """What asks for it where no rule does: the cell's own plan, its calendar."""
    reminds: bool = False
    """Whether the committee is reminded of it; what is one person's comes to that person from its own room."""

    @property
    def source(self) -> str:
        """The papers that ask for it, each once."""
        return ", ".join(dict.fromkeys(rule.cited for rule in self.rules)) or self.asked_by

    @property
    def why(self) -> str:
        """In one line: what is asked, and by which paper; of two rules in one year, since when the second holds."""
        told = []
        for rule in self.rules:
            since = f", {_('từ')} {short_date(rule.valid_from)}" if rule is not self.rules[0] else ""
            told.append(f"{rule.cited}{since}")
        return " · ".join(part for part in (self.asked_by, *dict.fromkeys(told)) if part)

    @property
    def to_check(self) -> bool:
        return any(rule.to_check for rule in self.rules)


@dataclass(frozen=True)
class Group:
    name: str
    rows: tuple[Row, ...]


@dataclass(frozen=True)
class Board:
    """The year of a unit as it stood on a day."""

    unit: Unit
    year: int
    today: date
    groups: tuple[Group, ...]
    first_year: int
    """The year of the unit's first meeting on record; the year shown where there is none."""

    @property
    def rows(self) -> Iterator[Row]:
        for group in self.groups:
            yield from group.rows

    @property
    def explained(self) -> list[Row]:
        """Rows whose reason is worth a sentence."""
        return [row for row in self.rows if row.rules or row.asked_by]

    @property
    def this_month(self) -> int:
        """1–12 in the year shown, 0 in any other."""
        return self.today.month if self.today.year == self.year else 0

    @property
    def near(self) -> range:
        """Three months around today, which a phone shows first; of another year, its last three."""
        middle = min(max(self.this_month or 11, 2), 11)
        return range(middle - 1, middle + 2)

    def as_json(self) -> dict[str, Any]:
        """For programs: each row with its source, each cell with its state, evidence, and the rule that asked."""
        return {
            "unit": self.unit.code,
            "year": self.year,
            "as_of": self.today.isoformat(),
            "rows": [
                {
                    "key": row.key,
                    "title": row.name,
                    "source": row.source,
                    "total": row.total,
                    "cells": [
                        {
                            "month": month,
                            "state": FOR_PROGRAMS[cell.state],
                            "text": cell.text,
                            "evidence": cell.url or None,
                            "why": cell.rule.statement if cell.rule else row.asked_by if cell.state else "",
                        }
                        for month, cell in zip(MONTHS, row.cells, strict=True)
                    ],
                }
                for row in self.rows
            ],
        }


EMPTY = Cell()


def month_period(year: int, month: int) -> Period:
    return Period.month(date(year, month, 1))


def awaited(due: date, today: date) -> State:
    """How something not done yet stands: not yet its month, due this month, or late."""
    if due < today:
        return "late"
    return "due" if (due.year, due.month) == (today.year, today.month) else "plan"


def out_of(part: int, whole: int) -> str:
    return _("%(part)d trên %(whole)d") % {"part": part, "whole": whole}
