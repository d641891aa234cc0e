"""A file of any kind as plain sheets of cells, with what helps to read them: fonts, merged areas, formulas without result."""

import csv
import re
import zipfile
from dataclasses import dataclass
from io import BytesIO, StringIO
from itertools import islice
from typing import Any, Literal

from django.utils.translation import gettext as _
from openpyxl.utils import get_column_letter
from openpyxl.utils.datetime import CALENDAR_MAC_1904
from openpyxl.worksheet.worksheet import Worksheet

from nennep.exchange.workbook.opening import load, read_bytes, refused
from nennep.vietnamese.legacy import Encoding, encoding_of_font

MAX_ROWS = 20_000
MAX_COLUMNS = 60
_FORMULA = re.compile(rb"<f[ >/]")


@dataclass(frozen=True, slots=True)
class GridCell:
    """A value where it stands. `shared` when a merged area lends it from its left or from above; `unsolved` for a formula
    without a result, or with an error for one."""

    value: Any
    address: str
    encoding: Encoding | None = None
    shared: Literal["", "left", "above"] = ""
    unsolved: bool = False

    @property
    def empty(self) -> bool:
        return not self.unsolved and (self.value is None or (isinstance(self.value, str) and not self.value.strip()))


@dataclass
class Grid:
    """One sheet: its rows from the first on, each as wide as the widest. `mac` when its days count from 1904."""

    name: str
    rows: list[list[GridCell]]
    mac: bool = False
    too_long: bool = False


def open_roster(content: bytes) -> list[Grid]:
    """Every sheet of an .xlsx file, or the one of a CSV file. Raises WorkbookRefused for anything else."""
    read_bytes(content)
    if not content.startswith(b"PK") and (text := as_text(content)) is not None:
        return [grid_of_text(text)]
    book = load(content, results=True)
    unsolved = addresses_of_formulas(content)
    mac = book.epoch == CALENDAR_MAC_1904
    return [grid_of(sheet, mac, unsolved.get(sheet.title, set())) for sheet in book.worksheets]


def addresses_of_formulas(content: bytes) -> dict[str, set[str]]:
    """Which cells of which sheet hold formulas; read a second time only where there are any."""
    with zipfile.ZipFile(BytesIO(content)) as archive:
        parts = (part for part in archive.namelist() if part.startswith("xl/worksheets/"))
        if not any(_FORMULA.search(archive.read(part)) for part in parts):
            return {}
    return {
        sheet.title: {cell.coordinate for row in sheet.iter_rows() for cell in row if cell.data_type == "f"}
        for sheet in load(content).worksheets
    }


def grid_of(sheet: Worksheet, mac: bool, formulas: set[str]) -> Grid:
    lent = lent_values(sheet)
    rows = []
    for number, line in enumerate(
        sheet.iter_rows(max_row=min(sheet.max_row, MAX_ROWS + 1), max_col=min(sheet.max_column, MAX_COLUMNS)), start=1
    ):
        row = []
        for index, cell in enumerate(line, start=1):
            address, origin = f"{get_column_letter(index)}{number}", lent.get((number, index))
            lender = cell if origin is None else sheet.cell(*origin)
            row.append(
                GridCell(
                    lender.value,
                    address,
                    encoding=encoding_of(lender),
                    shared="" if origin is None else "left" if origin[0] == number else "above",
                    unsolved=lender.data_type == "e" or (lender.value is None and address in formulas),
                )
            )
        rows.append(row)
    while rows and all(cell.empty for cell in rows[-1]):
        rows.pop()
    return Grid(sheet.title, rows, mac, len(rows) > MAX_ROWS)


def lent_values(sheet: Worksheet) -> dict[tuple[int, int], tuple[int, int]]:
    """For each cell that a merged area covers, the one that holds its value."""
    lent: dict[tuple[int, int], tuple[int, int]] = {}
    for area in sheet.merged_cells.ranges:
        for row in range(area.min_row, area.max_row + 1):
            for column in range(area.min_col, area.max_col + 1):
                if (row, column) != (area.min_row, area.min_col):
                    lent[row, column] = area.min_row, area.min_col
    return lent


def encoding_of(cell: Any) -> Encoding | None:
    """The encoding that the cell's font draws; asked only where it can matter."""
    if not isinstance(cell.value, str) or cell.value.isascii():
        return None
    return encoding_of_font(cell.font.name or "")


def as_text(content: bytes) -> str | None:
    """The text of a CSV file in the encodings that Excel saves; None when it is no text at all."""
    if content.startswith((b"\xff\xfe", b"\xfe\xff")):
        return content.decode("utf-16", "replace")
    if not content or b"\x00" in content[:4000] or any(byte < 9 for byte in content[:4000]):
        return None
    try:
        return content.decode("utf-8-sig")
    except UnicodeDecodeError:
        return content.decode("latin-1")


def grid_of_text(text: str) -> Grid:
    """Lines divided by the sign that divides the first lines best."""
    beginning = "\n".join(text.splitlines()[:40])
    sign = max(";\t,|", key=beginning.count)
    if not beginning.count(sign):
        raise refused(_("Đây không phải tệp .xlsx."), _("Lưu danh sách từ Excel thành kiểu “Excel Workbook (.xlsx)”."))
    try:
        lines = list(islice(csv.reader(StringIO(text, newline=""), delimiter=sign), MAX_ROWS + 1))
    except csv.Error as error:
        raise refused(
            _("Không đọc được tệp CSV này (%(error)s).") % {"error": error},
            _("Lưu danh sách từ Excel thành kiểu “Excel Workbook (.xlsx)”."),
        ) from error
    width = min(max(map(len, lines)), MAX_COLUMNS)
    rows = [
        [
            GridCell(line[index] if index < len(line) else None, f"{get_column_letter(index + 1)}{number}")
            for index in range(width)
        ]
        for number, line in enumerate(lines, start=1)
    ]
    return Grid("CSV", rows, too_long=len(rows) > MAX_ROWS)
