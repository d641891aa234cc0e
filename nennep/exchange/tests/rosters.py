"""Rosters as cells really keep them, made by openpyxl for a test; and the steps through which one comes in."""

import csv
from collections.abc import Callable, Iterable, Sequence
from datetime import date, datetime
from io import BytesIO, StringIO
from typing import Any

from openpyxl import Workbook
from openpyxl.styles import Font
from openpyxl.worksheet.worksheet import Worksheet

from nennep.exchange.roster.answers import Answers, cell_name, person_name
from nennep.exchange.roster.fields import Field
from nennep.exchange.roster.preview import Preview, prepare
from nennep.exchange.roster.rows import Row
from nennep.exchange.tests.workbooks import content_of

Line = Sequence[Any]
SINCE = "01/01/2014"


def roster(lines: Iterable[Line], *, title: str = "Danh sách", font: str = "", merged: Sequence[str] = ()) -> bytes:
    """One sheet with these lines."""
    return workbook({title: lines}, font=font, merged=merged)


def workbook(sheets: dict[str, Iterable[Line]], *, font: str = "", merged: Sequence[str] = ()) -> bytes:
    book = Workbook()
    book.remove(book.worksheets[0])
    for title, lines in sheets.items():
        sheet = book.create_sheet(title)
        fill(sheet, lines, font)
        for area in merged:
            sheet.merge_cells(area)
    return content_of(book)


def fill(sheet: Worksheet, lines: Iterable[Line], font: str = "") -> None:
    for number, line in enumerate(lines, start=1):
        for index, value in enumerate(line, start=1):
            if value is not None:
                cell = sheet.cell(number, index, value)
                if font:
                    cell.font = Font(name=font)


def comma_separated(lines: Iterable[Line], sign: str = ";", encoding: str = "utf-8-sig") -> bytes:
    written = StringIO()
    csv.writer(written, delimiter=sign).writerows(lines)
    return written.getvalue().encode(encoding)


def answers(
    *,
    since: str = SINCE,
    rest: str = "",
    cells: dict[tuple[int, Field], str] | None = None,
    people: dict[int, str] | None = None,
    columns: dict[str, str] | None = None,
    skipped: Iterable[int] = (),
    table: int = 0,
) -> Answers:
    """What the page's form would send: cells by row and field, people by row, columns by letter."""
    form = {"tu-ngay": since, "con-lai": rest}
    form |= {cell_name(table, row, about): value for (row, about), value in (cells or {}).items()}
    form |= {person_name(table, row): value for row, value in (people or {}).items()}
    form |= {f"cot-{table}-{letter}": value for letter, value in (columns or {}).items()}
    form |= {f"bo-{number}": "1" for number in skipped}
    return Answers.from_form(form)


def look(content: bytes, cell: Any, at: datetime, said: Answers | None = None, *, by: Any = None) -> Preview:
    return prepare(content, said or answers(), unit=cell.unit, by=by or cell.secretary, at=at)


def told(row: Row) -> dict[str, Any]:
    """A row in short, as the tests compare it."""
    return {
        "name": row.name,
        "sex": str(row.sex.value) if row.sex else "",
        "born": str(row.born) if row.born else "",
        "standing": str(row.standing.value) if row.standing else "",
        "office": str(row.offices[0].value) if row.offices else "",
        "job": row.job,
    }


def said_at(preview: Preview, row: int, about: Field | None) -> str:
    """Everything that is to be mended at one cell."""
    return " ".join(f"{f.what} {f.remedy} {f.hint}" for f in preview.findings if (f.row, f.about) == (row, about))


def warned_at(preview: Preview, row: int, about: Field | None) -> str:
    return " ".join(f"{f.what} {f.remedy}" for f in preview.warnings if (f.row, f.about) == (row, about))


def open_book(content: bytes, edit: Callable[[Workbook], None]) -> bytes:
    import openpyxl

    book = openpyxl.load_workbook(BytesIO(content))
    edit(book)
    return content_of(book)


def day(text: str) -> date:
    return datetime.strptime(text, "%d/%m/%Y").date()
