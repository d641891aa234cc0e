"""Bảng nền nếp: the year as a grid. Rows are what the rules and the cell's own plan ask; cells are what the records show."""

from nennep.desk.board.grid import Board, Cell, Group, Row, board_of

__all__ = ["Board", "Cell", "Group", "Row", "board_of"]
