"""Years side by side: what each figure was in each, and whether that is better, as before or worse. Nobody types the word."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from fractions import Fraction

from django.utils.translation import gettext as _

from nennep.indicators.answers import Value
from nennep.indicators.figures import Figure, written
from nennep.organisation.models import Unit
from nennep.organisation.periods import Period
from nennep.rulebook.rules import rules_read_once

FEWEST, MOST = 2, 10


class YearsRefused(ValueError):
    """These years cannot be put side by side; the message says why and what could be."""


@dataclass(frozen=True)
class Year:
    """A figure in one year; `period` is cut to today in the year that is running."""

    year: int
    period: Period
    value: Value
    text: str
    word: str
    """Against the year before it: better, as before, worse, more, fewer; empty where one side has no records."""


@dataclass(frozen=True)
class Line:
    """A figure over the years, and the last year against the first."""

    figure: Figure
    years: tuple[Year, ...]
    word: str
    state: str
    """The shape beside the word: done for better, below for worse, empty for what is not judged."""


def side_by_side(unit: Unit, years: Sequence[int], figures: Sequence[Figure], today: date) -> list[Line]:
    """Each figure in each of the years. Raises YearsRefused for fewer than two, more than ten, or years to come."""
    wanted = sorted(set(years))
    if not FEWEST <= len(wanted) <= MOST:
        raise YearsRefused(_("Chọn từ 2 đến 10 năm để đặt cạnh nhau; đang chọn %(n)d.") % {"n": len(wanted)})
    if wanted[0] < 1930 or wanted[-1] > today.year:
        raise YearsRefused(_("Chọn các năm đến hết %(year)d; năm chưa đến thì chưa có số liệu.") % {"year": today.year})
    periods = {year: Period(date(year, 1, 1), min(date(year, 12, 31), today)) for year in wanted}
    with rules_read_once():
        return [_line(figure, unit, periods) for figure in figures]


def _line(figure: Figure, unit: Unit, periods: dict[int, Period]) -> Line:
    found: list[Year] = []
    for year, period in periods.items():
        value = figure.value(unit, period)
        before = found[-1].value if found else None
        word = changed(figure, before, value)[0] if before is not None else ""
        found.append(Year(year, period, value, written(figure, value), word))
    word, state = changed(figure, found[0].value, found[-1].value)
    return Line(figure, tuple(found), word, state)


def changed(figure: Figure, before: Value, after: Value) -> tuple[str, str]:
    """The word for a change and its shape, on exact fractions; nothing where one side has no records."""
    if before.number is None or after.number is None:
        return "", ""
    difference = Fraction(after.number) - Fraction(before.number)
    if not difference:
        return _("như cũ"), ""
    if not figure.better:
        return (_("nhiều hơn"), "") if difference > 0 else (_("ít hơn"), "")
    improved = (difference > 0) == (figure.better == "more")
    return (_("tốt hơn"), "done") if improved else (_("kém hơn"), "below")
