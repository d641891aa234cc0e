"""The grid of a unit above: its cells by month, figures only. Who did what stays with the cell."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from django.urls import reverse
from django.utils.translation import gettext as _

from nennep.desk.board import boards_of
from nennep.desk.board.grid import MONTHS, WORDS, Board, State
from nennep.organisation.models import Unit
from nennep.organisation.tree import under

WORST: tuple[State, ...] = ("late", "below", "due", "none", "done", "plan")
"""Which state a month of several obligations is said to be in."""


@dataclass(frozen=True)
class Sum:
    """One month of one cell: how many obligations were met of those that were asked, and the worst state among them."""

    state: State
    met: int
    asked: int

    @property
    def word(self) -> str:
        return str(WORDS[self.state])


@dataclass(frozen=True)
class CellLine:
    """One cell's year in sums."""

    unit: Unit
    months: tuple[Sum, ...]

    @property
    def met(self) -> int:
        return sum(month.met for month in self.months)

    @property
    def asked(self) -> int:
        return sum(month.asked for month in self.months)

    @property
    def url(self) -> str:
        return reverse("indicators:figures", args=[self.unit.code])


@dataclass(frozen=True)
class Grid:
    """All cells under a unit in a year; `key` names the one obligation shown, empty for all."""

    lines: tuple[CellLine, ...]
    obligations: tuple[tuple[str, str], ...]
    key: str
    title: str


def grid_over(unit: Unit, year: int, today: date, key: str = "") -> Grid:
    """The cells under the unit as the tree stood at the year's end or today; seven queries, however many cells."""
    on = min(today, date(year, 12, 31))
    cells = list(under(unit, on).exclude(cell_kind="").order_by("code"))
    boards = boards_of(cells, year, today)
    obligations = {row.key: row.name for board in boards for row in board.rows}
    if key not in obligations:
        key = ""
    lines = tuple(CellLine(board.unit, tuple(summed(board, month, key) for month in MONTHS)) for board in boards)
    return Grid(lines, tuple(obligations.items()), key, obligations.get(key, _("Mọi việc phải làm")))


def summed(board: Board, month: int, key: str) -> Sum:
    states: Sequence[State] = [
        row.cells[month - 1].state for row in board.rows if row.cells[month - 1].state and key in ("", row.key)
    ]
    asked = [state for state in states if state != "plan"]
    worst: State = next((state for state in WORST if state in states), "")
    return Sum(worst, asked.count("done"), len(asked))
