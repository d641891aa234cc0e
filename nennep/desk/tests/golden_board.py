"""The boards of the example cell as lines of text, to be compared with `board-2011-2014.txt`."""

from datetime import date
from pathlib import Path

from nennep.desk.board import board_of
from nennep.desk.board.grid import FOR_PROGRAMS
from nennep.organisation.models import Unit

FILE = Path(__file__).with_name("board-2011-2014.txt")
YEARS = range(2011, 2015)
AFTER = date(2015, 1, 21)


def written(unit: Unit) -> str:
    """Each row with its source and sum, each month that says something with its state and words."""
    lines: list[str] = []
    for year in YEARS:
        for row in board_of(unit, year, AFTER).rows:
            lines += ["", f"{year} {row.key}: {row.name}. {row.total}", f"  theo {row.source}"]
            lines += [
                f"  {month:02d} {FOR_PROGRAMS[cell.state]}: {cell.text}"
                for month, cell in enumerate(row.cells, start=1)
                if cell.state
            ]
    return "\n".join(lines).lstrip("\n") + "\n"
