"""What the board reminds the committee of: obligations of the unit that are due this month or late this year."""

from collections.abc import Iterator
from datetime import date

from django.utils.translation import gettext_lazy

from nennep.desk.board import board_of
from nennep.desk.board.grid import MONTHS, month_period
from nennep.organisation import access
from nennep.organisation.models import Person, Unit
from nennep.organisation.todos import Todo, office_todo

KIND = gettext_lazy("việc của đơn vị")
SEE = gettext_lazy("Xem")


@office_todo
def from_the_board(person: Person, unit: Unit, today: date) -> Iterator[Todo]:
    """One reminder an obligation, of its earliest open month; each leads to where the board's own cell leads."""
    if not access.keeps_the_books(person, unit, today):
        return
    board = board_of(unit, today.year, today)
    for row in board.rows:
        for month, cell in zip(MONTHS, row.cells, strict=True) if row.reminds else ():
            if cell.state in ("due", "late") and cell.url:
                due = cell.due or month_period(board.year, month).ends
                yield Todo(KIND, f"{row.name}: {cell.text}", due, row.why, cell.url, str(SEE))
                break
