"""The grid: groups of obligations, each with twelve cells that say a fact and open its evidence."""

from dataclasses import dataclass
from datetime import date
from typing import Literal

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from nennep.organisation.models import Unit
from nennep.organisation.periods import Period

State = Literal["done", "due", "late", "below", "none", "plan", ""]

WORDS: dict[State, Promise] = {
    "done": _("đã làm"),
    "due": _("đến hạn"),
    "late": _("quá hạn"),
    "below": _("dưới mức"),
    "none": _("chưa đo"),
    "plan": _("dự kiến"),
    "": _("không phải làm"),
}


@dataclass(frozen=True)
class Cell:
    """One month of one obligation: the fact as text, its state, and where its evidence is. Empty: nothing was due."""

    state: State = ""
    text: str = ""
    url: str = ""

    @property
    def word(self) -> str:
        return str(WORDS[self.state])


@dataclass(frozen=True)
class Row:
    """One obligation over the year, why it is one, and the year's sum in words."""

    name: str
    why: str
    cells: tuple[Cell, ...]
    total: str


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

    @property
    def this_month(self) -> int:
        """1–12 in the year shown, 0 in any other."""
        return self.today.month if self.today.year == self.year else 0

    @property
    def near(self) -> range:
        """Three months around today, which a phone shows first; of another year, its last three."""
        middle = min(max(self.this_month or 11, 2), 11)
        return range(middle - 1, middle + 2)


def month_period(year: int, month: int) -> Period:
    return Period.month(date(year, month, 1))


def awaited(due: date, today: date) -> State:
    """How something not done yet stands: not yet its month, due this month, or late."""
    if due < today:
        return "late"
    return "due" if (due.year, due.month) == (today.year, today.month) else "plan"
