"""Files that are no workbook, or that try to hurt: refused in a moment, with a sentence a person understands."""

import re
import zipfile
from io import BytesIO

import docx
import pytest
from openpyxl import Workbook

from nennep.exchange.tests.breaking import refusal
from nennep.exchange.tests.workbooks import content_of, small_book
from nennep.exchange.workbook import opening

pytestmark = pytest.mark.django_db


def a_word_document() -> bytes:
    written = BytesIO()
    document = docx.Document()
    document.add_paragraph("Báo cáo")
    document.save(written)
    return written.getvalue()


def a_zip(**parts: bytes) -> bytes:
    written = BytesIO()
    with zipfile.ZipFile(written, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in parts.items():
            archive.writestr(name, content)
    return written.getvalue()


def with_part(pattern: str, change) -> bytes:
    """The small workbook with the parts whose name matches changed."""
    written = BytesIO()
    with (
        zipfile.ZipFile(BytesIO(content_of(small_book()))) as old,
        zipfile.ZipFile(written, "w", zipfile.ZIP_DEFLATED) as new,
    ):
        for part in old.infolist():
            content = old.read(part)
            new.writestr(part.filename, change(content) if re.search(pattern, part.filename) else content)
    return written.getvalue()


def a_bomb() -> bytes:
    """A few hundred kilobytes that unpack to more than the limit."""
    written = BytesIO()
    with zipfile.ZipFile(written, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("xl/workbook.xml", b"<workbook/>")
        with archive.open("xl/worksheets/sheet1.xml", "w", force_zip64=True) as part:
            block = b"0" * (1024 * 1024)
            for _ in range(opening.MAX_UNPACKED // len(block) + 1):
                part.write(block)
    return written.getvalue()


def entities(content: bytes) -> bytes:
    lines = "".join(f'<!ENTITY x{n} "{f"&x{n - 1};" * 10}">' for n in range(1, 12))
    return f'<?xml version="1.0"?><!DOCTYPE worksheet [<!ENTITY x0 "ha">{lines}]><worksheet>&x11;</worksheet>'.encode()


def no_sheet_of_ours() -> bytes:
    book = Workbook()
    book.active.title = "Sheet1"
    return content_of(book)


FILES = {
    "nothing at all": (lambda: b"", "Tệp rỗng"),
    "an old .xls": (lambda: opening.OLD_EXCEL + bytes(2000), "tệp Excel kiểu cũ"),
    "bytes at random": (lambda: bytes((n * 7919 + 13) % 256 for n in range(5000)), "không phải tệp .xlsx"),
    "a text renamed": (lambda: "Mã;Họ và tên\nVMH;Vũ Minh Hạnh\n".encode(), "không phải tệp .xlsx"),
    "a Word document renamed": (a_word_document, "không có sổ Excel bên trong"),
    "a zip of photographs": (lambda: a_zip(**{"anh.jpg": b"x"}), "không có sổ Excel bên trong"),
    "a workbook cut in half": (lambda: content_of(small_book())[:20_000], "không phải tệp .xlsx"),
    "a workbook whose bytes were damaged": (
        lambda: with_part(r"sheet1\.xml", lambda content: content[: len(content) // 2]),
        "Không đọc được tệp này",
    ),
    "forty megabytes": (lambda: bytes(40 * 1024 * 1024), "Tệp nặng 40 MB, quá mức 25 MB"),
    "a bomb": (a_bomb, "nở ra quá lớn"),
    "thousands of parts": (
        lambda: a_zip(**{f"xl/{n}.xml": b"" for n in range(opening.MAX_PARTS + 1)}),
        "nở ra quá lớn",
    ),
    "a bomb of entities": (lambda: with_part(r"worksheets/sheet1\.xml", entities), "Không đọc được tệp này"),
    "a workbook with no sheet of ours": (no_sheet_of_ours, "Không thấy sheet nào của sổ"),
}


@pytest.mark.parametrize("what", FILES)
def test_it_is_refused_with_a_sentence_and_nothing_is_entered(what):
    make, says = FILES[what]
    problems = refusal(make())
    assert any(says in problem.what for problem in problems), problems
    assert all(problem.remedy or "Không đọc được" in problem.what for problem in problems)


def test_the_bomb_is_small_before_it_is_opened():
    """Or else the test above would only show that big files are refused."""
    assert len(a_bomb()) < opening.MAX_FILE / 10


def test_a_sheet_with_one_cell_in_the_farthest_corner_is_refused_before_it_is_walked():
    book = small_book()
    book["Con người"]["XFD40000"] = "x"
    problems = refusal(content_of(book))
    assert [(problem.sheet, problem.cell) for problem in problems] == [("Con người", "")]
    assert "cột" in problems[0].what


def test_a_sheet_with_too_many_rows_is_refused():
    book = small_book()
    book["Con người"].cell(opening.MAX_ROWS + 1, 1).value = "x"
    problems = refusal(content_of(book))
    assert problems[0].what == "Sheet có quá 50000 dòng."


def test_a_merge_over_a_whole_sheet_is_refused_before_it_is_walked():
    merged = b'<mergeCells count="1"><mergeCell ref="A1:XFD1048576"/></mergeCells></worksheet>'
    content = with_part(r"sheet2\.xml", lambda part: part.replace(b"</worksheet>", merged))
    problems = refusal(content)
    assert any("gộp" in problem.what for problem in problems), problems


@pytest.mark.parametrize(
    ("number", "where"), [(b"1E999", ("Phục vụ", "C2")), (b"-1E999", ("Phục vụ", "C2")), (b"NaN", ("", ""))]
)
def test_a_number_that_is_none_is_refused(number, where):
    def change(part: bytes) -> bytes:
        return re.sub(rb'(<c r="C2"[^>]*?)( t="n")?><v>\d+</v>', rb'\1 t="n"><v>' + number + rb"</v>", part, count=1)

    position = small_book().sheetnames.index("Phục vụ") + 1
    problems = refusal(with_part(rf"worksheets/sheet{position}\.xml", change))
    assert [(problem.sheet, problem.cell) for problem in problems] == [where], problems
