"""Open an Excel file that a stranger sent, without letting it hurt: size, kind, bombs, then sheets as plain cells."""

import re
import zipfile
import zlib
from collections.abc import Iterator
from dataclasses import dataclass
from io import BytesIO
from pathlib import Path
from typing import Any

import openpyxl
from defusedxml.common import DefusedXmlException
from django.utils.translation import gettext as _
from openpyxl import Workbook
from openpyxl.utils import get_column_letter, range_boundaries
from openpyxl.utils.exceptions import InvalidFileException
from openpyxl.worksheet.worksheet import Worksheet

from nennep.exchange.workbook.problems import Problem, WorkbookRefused

MAX_FILE = 25 * 1024 * 1024
MAX_UNPACKED = 250 * 1024 * 1024
MAX_PARTS = 2000
MAX_ROWS = 50_000
MAX_COLUMNS = 200
MAX_MERGED = 100_000
OLD_EXCEL = bytes.fromhex("d0cf11e0a1b11ae1")
MERGED = re.compile(rb'<mergeCell\s[^>]*ref="([A-Z]{1,3}[0-9]{1,7}:[A-Z]{1,3}[0-9]{1,7})"')

# What openpyxl raises over a damaged or hostile file; SyntaxError is how XML parsers say that XML is broken.
UNREADABLE = (
    InvalidFileException,
    KeyError,
    ValueError,
    SyntaxError,
    OSError,
    EOFError,
    zipfile.BadZipFile,
    zlib.error,
    DefusedXmlException,
)


@dataclass(frozen=True)
class Cell:
    """A cell's value and its address; `formula` when it holds one instead of a value."""

    value: Any
    address: str
    formula: bool = False

    @property
    def empty(self) -> bool:
        return self.value is None or (isinstance(self.value, str) and not self.value.strip())


@dataclass(frozen=True)
class SheetCells:
    """A sheet as headings with their column letters, and rows of cells in the same order."""

    name: str
    headings: list[Cell]
    rows: list[tuple[int, list[Cell]]]
    merged: list[str]
    strays: list[str]


def open_workbook(source: Path | bytes) -> list[SheetCells]:
    """Read every sheet's cells. Raises WorkbookRefused when the file is not a usable .xlsx."""
    return [cells_of(sheet) for sheet in load(read_bytes(source)).worksheets]


def load(content: bytes, *, results: bool = False) -> Workbook:
    """The workbook, once it cannot hurt; with `results` each formula as the value that Excel last made of it."""
    refuse_what_is_not_a_workbook(content)
    try:
        refuse_great_merges(content)
        return openpyxl.load_workbook(BytesIO(content), data_only=results)
    except UNREADABLE as error:
        raise refused(_("Không đọc được tệp này như một sổ Excel (%(error)s).") % {"error": error}) from error


def read_bytes(source: Path | bytes) -> bytes:
    if isinstance(source, bytes):
        size, content = len(source), source
    else:
        try:
            size = source.stat().st_size
            content = source.read_bytes() if size <= MAX_FILE else b""
        except OSError as error:
            raise refused(
                _("Không mở được tệp %(file)s.") % {"file": source},
                _("Kiểm tra tên tệp và thư mục."),
            ) from error
    if size > MAX_FILE:
        raise refused(
            _("Tệp nặng %(size)d MB, quá mức %(max)d MB.")
            % {"size": size // (1024 * 1024), "max": MAX_FILE // (1024 * 1024)},
            _("Bỏ ảnh và các sheet thừa rồi lưu lại."),
        )
    return content


def refuse_what_is_not_a_workbook(content: bytes) -> None:
    if not content:
        raise refused(_("Tệp rỗng."), _("Chọn lại tệp sổ của chi bộ."))
    if content.startswith(OLD_EXCEL):
        raise refused(
            _("Đây là tệp Excel kiểu cũ (.xls) hoặc tệp có mật khẩu."),
            _("Mở bằng Excel hoặc LibreOffice, bỏ mật khẩu nếu có, rồi lưu thành .xlsx."),
        )
    try:
        with zipfile.ZipFile(BytesIO(content)) as archive:
            parts = archive.infolist()
    except zipfile.BadZipFile as error:
        raise refused(
            _("Đây không phải tệp .xlsx."), _("Lưu sổ từ Excel thành kiểu “Excel Workbook (.xlsx)”.")
        ) from error
    if len(parts) > MAX_PARTS or sum(part.file_size for part in parts) > MAX_UNPACKED:
        raise refused(
            _("Tệp nở ra quá lớn khi mở, không giống một cuốn sổ."),
            _("Chép các sheet cần thiết sang một tệp mới rồi lưu lại."),
        )
    if "xl/workbook.xml" not in {part.filename for part in parts}:
        raise refused(_("Tệp nén này không có sổ Excel bên trong."), _("Chọn đúng tệp .xlsx."))


def refuse_great_merges(content: bytes) -> None:
    """openpyxl makes an object for every cell of a merged area, so a merge over a whole sheet would never end."""
    cells = 0
    with zipfile.ZipFile(BytesIO(content)) as archive:
        for part in archive.namelist():
            if part.startswith("xl/worksheets/"):
                for area in MERGED.findall(archive.read(part)):
                    left, top, right, bottom = (edge or 1 for edge in range_boundaries(area.decode()))
                    cells += (right - left + 1) * (bottom - top + 1)
    if cells > MAX_MERGED:
        raise refused(_("Sổ có vùng ô gộp quá lớn."), _("Bỏ gộp ô rồi lưu lại."))


def refused(what: str, remedy: str = "") -> WorkbookRefused:
    return WorkbookRefused([Problem("", "", what, remedy)])


def cells_of(sheet: Worksheet) -> SheetCells:
    if sheet.max_column > MAX_COLUMNS:
        raise WorkbookRefused(
            [
                Problem(
                    sheet.title,
                    "",
                    _("Sheet có quá %(max)d cột.") % {"max": MAX_COLUMNS},
                    _("Xóa các ô ở xa bên phải."),
                )
            ]
        )
    if sheet.max_row > MAX_ROWS:
        raise WorkbookRefused(
            [
                Problem(
                    sheet.title,
                    "",
                    _("Sheet có quá %(max)d dòng.") % {"max": MAX_ROWS},
                    _("Xóa các dòng trống ở cuối."),
                )
            ]
        )
    lines = [
        (
            number,
            [
                Cell(c.value, f"{get_column_letter(index)}{number}", c.data_type == "f")
                for index, c in enumerate(row, 1)
            ],
        )
        for number, row in enumerate(sheet.iter_rows(), start=1)
        if row
    ]
    headings = lines[0][1] if lines else []
    while headings and headings[-1].empty:
        headings.pop()
    rows = [(number, cells[: len(headings)]) for number, cells in lines[1:] if not all(c.empty for c in cells)]
    merged = [str(area) for area in sheet.merged_cells.ranges]
    return SheetCells(sheet.title, headings, rows, merged, list(stray_cells(lines[1:], len(headings))))


def stray_cells(lines: list[tuple[int, list[Cell]]], width: int) -> Iterator[str]:
    """Cells filled to the right of the last heading: nobody could say what they mean."""
    for _number, cells in lines:
        yield from (cell.address for cell in cells[width:] if not cell.empty)
