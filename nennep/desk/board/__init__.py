"""Bảng nền nếp: the year as a grid. Rows are what the rules and the cell's own plan ask; cells are what the records show."""

from datetime import date

from django.utils.translation import gettext as _

from nennep.desk.board.grid import Board, Cell, Group, Row
from nennep.desk.board.learning import learning
from nennep.desk.board.meetings import meetings
from nennep.desk.board.oversight import oversight
from nennep.organisation.models import Unit
from nennep.rulebook.rules import rules_read_once

__all__ = ["Board", "Cell", "Group", "Row", "board_of"]


def board_of(unit: Unit, year: int, today: date) -> Board:
    """The year of a unit as it stood on a day; a fixed number of queries, however many rows the registers hold."""
    with rules_read_once():
        groups = (
            Group(_("Sinh hoạt"), tuple(meetings(unit, year, today))),
            Group(_("Học tập và làm theo"), tuple(learning(unit, year, today))),
            Group(_("Kiểm tra và báo cáo"), tuple(oversight(unit, year, today))),
        )
    return Board(unit, year, today, groups)
