"""Workbooks made from the example by an edit in memory."""

from datetime import datetime
from functools import cache
from io import BytesIO
from zoneinfo import ZoneInfo

import openpyxl
from django.apps import apps
from openpyxl import Workbook
from openpyxl.utils import get_column_letter

from nennep.exchange.workbook.importing import Imported, import_workbook
from nennep.organisation.access import Operator
from tests.house import EXAMPLE

AT = datetime(2015, 1, 20, 9, 0, tzinfo=ZoneInfo("Asia/Ho_Chi_Minh"))

# Enough of each long register for a test, so that it need not enter all thousand rows; the others stay whole.
FEW = {
    "Quán triệt": 4,
    "Đăng ký": 4,
    "Kết quả tháng": 0,
    "Việc giao": 4,
    "Lịch sinh hoạt": 4,
    "Sinh hoạt": 4,
    "Xếp loại": 4,
    "Khen thưởng": 3,
    "Bài viết": 1,
    "Phục vụ": 4,
    "Đơn thư": 4,
    "Kỷ luật": 3,
    "Kiểm tra, giám sát": 2,
    "Theo dõi hạn chế": 2,
}


@cache
def small_content() -> bytes:
    book = openpyxl.load_workbook(EXAMPLE)
    for name, rows in FEW.items():
        book[name].delete_rows(2 + rows, book[name].max_row)
    return content_of(book)


def whole_book() -> Workbook:
    return openpyxl.load_workbook(EXAMPLE)


def small_book() -> Workbook:
    """The example cut short in its long registers: every sheet is there and the whole is sound."""
    return openpyxl.load_workbook(BytesIO(small_content()))


def content_of(book: Workbook) -> bytes:
    written = BytesIO()
    book.save(written)
    return written.getvalue()


def column(book: Workbook, sheet: str, heading: str) -> int:
    return next(cell.column for cell in book[sheet][1] if cell.value == heading)


def cell(book: Workbook, sheet: str, heading: str, row: int = 2):
    """The cell of a record (the first stands in row 2) under a heading."""
    return book[sheet].cell(row, column(book, sheet, heading))


def address(book: Workbook, sheet: str, heading: str, row: int = 2) -> str:
    return f"{get_column_letter(column(book, sheet, heading))}{row}"


def records(book: Workbook, sheet: str) -> list[dict]:
    """The records of a sheet by heading, with the number of their row."""
    headings, *rows = book[sheet].iter_rows(values_only=True)
    return [dict(zip(headings, row, strict=True), row=number) for number, row in enumerate(rows, start=2) if any(row)]


def delete_rows(book: Workbook, sheet: str, wanted) -> int:
    """Take out the records for which `wanted` is true; returns how many."""
    rows = [record["row"] for record in records(book, sheet) if wanted(record)]
    for row in reversed(rows):
        book[sheet].delete_rows(row)
    return len(rows)


def enter(book: Workbook | bytes, **more) -> Imported:
    content = book if isinstance(book, bytes) else content_of(book)
    return import_workbook(content, **({"unit_code": "CBBQL", "by": Operator(), "at": AT} | more))


def all_rows() -> dict[str, int]:
    """How many rows every table of the house holds, the ledger's too."""
    return {model._meta.db_table: model._default_manager.count() for model in apps.get_models() if model._meta.managed}
