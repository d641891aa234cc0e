"""Bảng nền nếp: the year as a grid. Rows are what the rules and the cell's own plan ask; cells are what the records show."""

from collections.abc import Sequence
from datetime import date

from django.utils.translation import gettext as _

from nennep.desk.board.grid import Board, Cell, Group, Row
from nennep.desk.board.learning import learning
from nennep.desk.board.meetings import meetings
from nennep.desk.board.oversight import oversight
from nennep.desk.board.records import YearRecords, read_year
from nennep.organisation.models import Unit

__all__ = ["Board", "Cell", "Group", "Row", "board_of", "boards_of"]


def board_of(unit: Unit, year: int, today: date) -> Board:
    """The year of a unit as it stood on a day; a fixed number of queries, however many rows the registers hold."""
    [board] = boards_of([unit], year, today)
    return board


def boards_of(units: Sequence[Unit], year: int, today: date) -> list[Board]:
    """The same for several units, with the queries of one."""
    return [built(records) for records in read_year(units, year, today)]


def built(records: YearRecords) -> Board:
    groups = (
        Group(_("Sinh hoạt"), tuple(meetings(records))),
        Group(_("Học tập và làm theo"), tuple(learning(records))),
        Group(_("Kiểm điểm, kiểm tra và báo cáo"), tuple(oversight(records))),
    )
    first = records.starts.year if records.starts != date.max else records.year
    return Board(records.unit, records.year, records.today, groups, first)
