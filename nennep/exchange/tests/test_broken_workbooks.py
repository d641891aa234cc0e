"""A workbook with one thing wrong is refused: the sheet, the cell, the reason in Vietnamese; nothing is entered."""

from dataclasses import dataclass
from datetime import datetime, time
from typing import Any

import pytest

from nennep.exchange.tests.workbooks import address, all_rows, cell, content_of, enter, records, small_book
from nennep.exchange.workbook.problems import WorkbookRefused

pytestmark = pytest.mark.django_db


@dataclass(frozen=True)
class Broken:
    """One edit; where the problem must be named (`heading` empty: the whole sheet) and what must be said."""

    edit: Any
    sheet: str
    heading: str
    says: str
    row: int = 2
    remedy: str = ""


def put(sheet: str, heading: str, value: Any, row: int = 2):
    def edit(book):
        cell(book, sheet, heading, row).value = value

    return edit


def cell_says(sheet: str, heading: str, value: Any, says: str, *, row: int = 2, remedy: str = "") -> Broken:
    """The commonest: a value in a cell that cannot be."""
    return Broken(put(sheet, heading, value, row), sheet, heading, says, row, remedy)


def rename(sheet: str, title: str):
    return lambda book: setattr(book[sheet], "title", title)


def retitle(sheet: str, heading: str, text: str):
    return lambda book: setattr(cell(book, sheet, heading, 1), "value", text)


def take_out(sheet: str, heading: str):
    return lambda book: book[sheet].delete_cols(cell(book, sheet, heading, 1).column)


def both(*edits):
    return lambda book: [edit(book) for edit in edits]


def same_as_above(sheet: str, *headings: str, row: int = 3):
    def edit(book):
        for heading in headings:
            cell(book, sheet, heading, row).value = cell(book, sheet, heading, row - 1).value

    return edit


def append(sheet: str, *values):
    return lambda book: book[sheet].append(values)


MINUTES = "Nghiên cứu (phút)"
LAST_STANDING = len(records(small_book(), "Tư cách")) + 2
LAST_RELATION = len(records(small_book(), "Quan hệ văn bản")) + 2

BROKEN = {
    "a sheet name with a letter wrong": Broken(
        rename("Sinh hoạt", "Sinh hoat"), "Sinh hoat", "", "Sổ không có sheet tên này", remedy="“Sinh hoạt”"
    ),
    "a sheet that is none of ours": Broken(
        lambda book: book.create_sheet("Ảnh liên hoan"), "Ảnh liên hoan", "", "Sổ không có sheet tên này", remedy="Bỏ sheet này"
    ),
    "a column missing": Broken(take_out("Con người", "Giới tính"), "Con người", "", "Thiếu cột “Giới tính”"),
    "a heading misspelt": Broken(
        retitle("Con người", "Giới tính", "Giới tinh"), "Con người", "", "Không có cột “Giới tinh”", remedy="“Giới tính”"
    ),
    "a heading twice": Broken(
        retitle("Con người", "Chức vụ chuyên môn", "Họ và tên"), "Con người", "", "Cột “Họ và tên” có hai lần"
    ),
    "a date as text": cell_says("Sinh hoạt", "Ngày", "06/12/2011", "“06/12/2011” là chữ, không phải ngày", row=3),
    "the 31st of February": cell_says(
        "Văn bản", "Ngày", "31/02/2014", "là chữ, không phải ngày", remedy="không có trong lịch"
    ),
    "the year 0214": cell_says("Văn bản", "Ngày", "03/06/0214", "là chữ, không phải ngày"),
    "the year 2214": cell_says("Văn bản", "Ngày", datetime(2214, 6, 3), "03/06/2214 nằm ngoài khoảng hợp lý"),
    "the year 1914": cell_says("Tư cách", "Từ ngày", datetime(1914, 6, 3), "nằm ngoài khoảng hợp lý", row=4),
    "a number where a date belongs": cell_says("Văn bản", "Ngày", 2014, "“2014” không phải ngày"),
    "a time where a date belongs": cell_says("Văn bản", "Ngày", time(14, 0), "không phải ngày"),
    "a word where a time belongs": cell_says("Sinh hoạt", "Bắt đầu", "hai giờ chiều", "không phải giờ"),
    "a date where a name belongs": cell_says(
        "Con người", "Họ và tên", datetime(2014, 1, 1), "Ô này là ngày hoặc giờ, cần chữ"
    ),
    "a number as text": cell_says("Sinh hoạt", MINUTES, "12", "“12” không phải số nguyên"),
    "a fraction of a file": cell_says("Phục vụ", "Tổng hồ sơ", 68.5, "“68.5” không phải số nguyên"),
    "negative minutes": cell_says("Sinh hoạt", MINUTES, -5, "-5 không nằm trong khoảng 0 đến 300"),
    "a theme longer than its meeting": Broken(
        put("Sinh hoạt", MINUTES, 200), "Sinh hoạt", "Ngày", "Phần chuyên đề 220 phút, dài hơn cả cuộc họp 85 phút"
    ),
    "a meeting that ends before it starts": Broken(
        put("Sinh hoạt", "Kết thúc", time(13, 0)), "Sinh hoạt", "Ngày", "Giờ kết thúc không sau giờ bắt đầu"
    ),
    "minutes signed before the meeting": Broken(
        put("Sinh hoạt", "Ngày ký biên bản", datetime(2011, 12, 1)), "Sinh hoạt", "Ngày", "không nhận dòng này"
    ),
    "a person twice under one code": Broken(
        same_as_above("Con người", "Mã"), "Con người", "Mã", "Trùng với dòng 2", row=3
    ),
    "a person twice by name": Broken(
        same_as_above("Con người", "Họ và tên"), "Con người", "Họ và tên", "đã có ở dòng 2", row=3, remedy="trùng tên"
    ),
    "a member in the Book before joining": Broken(
        put("Sổ tiêu biểu", "Ngày việc làm", datetime(1999, 1, 1)), "Sổ tiêu biểu", "Số", "chưa có trong danh sách của đơn vị"
    ),
    "a deed after the meeting that praised it": Broken(
        put("Sổ tiêu biểu", "Ngày việc làm", datetime(2012, 4, 1)), "Sổ tiêu biểu", "Số", "không nhận dòng này"
    ),
    "somebody nobody knows": cell_says(
        "Sổ tiêu biểu", "Họ và tên", "Ngô Thị Lúa", "Không có ai tên “Ngô Thị Lúa” trong danh sách"
    ),
    "somebody nobody knows among the absent": cell_says(
        "Sinh hoạt", "Vắng có lý do", "Đoàn Văn Quỳ (đi công tác)", "Không có ai tên “Đoàn Văn Quỳ”"
    ),
    "somebody nobody knows among the speakers": cell_says(
        "Sinh hoạt", "Phát biểu", "Mai Thị Hoà B: đồng ý", "Không có ai tên “Mai Thị Hoà B”"
    ),
    "a document nobody registered": cell_says(
        "Quán triệt", "Văn bản", "99-CT/TW", "Không có văn bản “99-CT/TW” trong sổ"
    ),
    "a document with another day": Broken(
        put("Quán triệt", "Văn bản", "03-CT/TW ngày 15/5/2011"), "Quán triệt", "Văn bản", "Không có văn bản"
    ),
    "a number that two documents share": Broken(
        append("Quan hệ văn bản", "19-BC/CBBQL", "viện dẫn", "03-CT/TW", None),
        "Quan hệ văn bản",
        "Văn bản",
        "Có 2 văn bản cùng mang số 19-BC/CBBQL",
        row=LAST_RELATION,
        remedy="Viết thêm ngày",
    ),
    "a formula": cell_says("Phục vụ", "Tổng hồ sơ", "=60+8", "Ô này là công thức", remedy="dạng giá trị"),
    "merged cells": Broken(lambda book: book["Con người"].merge_cells("B3:C3"), "Con người", "", "Các ô bị gộp"),
    "a word beside the columns": Broken(
        lambda book: setattr(book["Con người"]["F4"], "value", "xem lại"), "Con người", "", "Có chữ nằm ngoài các cột"
    ),
    "a required cell left empty": cell_says("Sinh hoạt", "Kết luận", None, "Ô “Kết luận” còn trống"),
    "a required cell with only spaces": cell_says("Sinh hoạt", "Kết luận", "   ", "Ô “Kết luận” còn trống"),
    "a word that is not in the vocabulary": cell_says(
        "Sinh hoạt", "Loại", "họp vui", "“họp vui” không có trong danh mục", remedy="thường kỳ, chuyên đề"
    ),
    "neither yes nor no": cell_says("Xếp loại", "Được xếp loại", "chắc có", "không rõ là có hay không"),
    "a text too long": cell_says("Con người", "Mã", "x" * 21, "Dài 21 chữ cái, quá 20"),
    "two standings that overlap": Broken(
        append("Tư cách", "Vũ Minh Hạnh", "chính thức", datetime(2012, 1, 1), None, "chuyển đến"),
        "Tư cách",
        "Họ và tên",
        "hai khoảng thời gian không được chồng nhau",
        row=LAST_STANDING,
    ),
    "a standing that ends before it starts": Broken(
        put("Tư cách", "Đến ngày", datetime(2004, 3, 14)), "Tư cách", "Họ và tên", "không nhận dòng này"
    ),
    "two secretaries at once": Broken(
        append("Chức vụ", "Mai Thị Hòa", "bí thư", datetime(2012, 1, 1), None, None),
        "Chức vụ",
        "Họ và tên",
        "không nhận dòng này",
        row=len(records(small_book(), "Chức vụ")) + 2,
    ),
    "a task done without a day": Broken(
        put("Nhiệm vụ", "Ngày xong", None), "Nhiệm vụ", "Mã", "Việc đã xong mà chưa ghi ngày xong"
    ),
    "a day of doing for a task not done": Broken(
        put("Nhiệm vụ", "Trạng thái", "đang làm"), "Nhiệm vụ", "Mã", "Có ngày xong mà trạng thái không phải"
    ),
    "a decision done without a day": Broken(
        put("Việc giao", "Ngày xong", None), "Việc giao", "Ngày họp", "Việc đã xong mà chưa ghi ngày xong"
    ),
    "a task for an aim that the plan has not": Broken(
        put("Nhiệm vụ", "Mục tiêu", 9), "Nhiệm vụ", "Mã", "Kế hoạch năm 2012 không có mục tiêu thứ 9"
    ),
    "an aim of a year without a plan": Broken(
        put("Mục tiêu", "Năm", 2019), "Mục tiêu", "Năm", "Chưa có kế hoạch năm 2019"
    ),
    "a clause that the standards have not": Broken(
        put("Đăng ký", "Điều chuẩn mực", "99"), "Đăng ký", "Năm", "Chuẩn mực không có điều 99"
    ),
    "a limitation with a task nobody knows": Broken(
        put("Hạn chế", "Nhiệm vụ", "2015.99"), "Hạn chế", "Mã", "Không có nhiệm vụ mã 2015.99"
    ),
    "rated without a level": Broken(put("Xếp loại", "Mức", None), "Xếp loại", "Năm", "Được xếp loại thì phải có mức"),
    "not rated without a reason": Broken(
        both(put("Xếp loại", "Mức", None), put("Xếp loại", "Được xếp loại", "không")),
        "Xếp loại",
        "Năm",
        "Không được xếp loại mà chưa ghi lý do",
    ),
    "published without a time": Broken(
        put("Bài viết", "Thời điểm đăng", None), "Bài viết", "Tiêu đề", "Bài đã đăng thì có thời điểm đăng"
    ),
    "an article from a turn that is not in the Book": Broken(
        put("Bài viết", "Số trong Sổ", 77), "Bài viết", "Tiêu đề", "Sổ tiêu biểu không có số 77"
    ),
    "more files on time than files": Broken(
        put("Phục vụ", "Đúng hạn", 999), "Phục vụ", "Tháng", "Đúng hạn 999 nhiều hơn tổng 68"
    ),
    "a row under a key that is taken": Broken(
        same_as_above("Phục vụ", "Tháng", "Lĩnh vực"), "Phục vụ", "Tháng", "Trùng với dòng 2", row=3
    ),
    "a month in its middle": cell_says(
        "Đơn thư", "Tháng", datetime(2011, 6, 15), "Cột Tháng ghi ngày đầu tháng, ô này là 15/06/2011", remedy="01/06/2011"
    ),
    "a contribution without a colon": cell_says(
        "Sinh hoạt", "Phát biểu", "Mai Thị Hòa đồng ý", "Không hiểu dòng “Mai Thị Hòa đồng ý”", remedy="Họ tên: ý kiến"
    ),
    "a line of the agenda without minutes": cell_says(
        "Sinh hoạt", "Chương trình", "Mở đầu: 5 phút\nChuyên đề", "Không hiểu dòng “Chuyên đề”", remedy="10 phút"
    ),
    "late by nobody knows how much": cell_says("Sinh hoạt", "Đến muộn", "Mai Thị Hòa", "Chưa rõ Mai Thị Hòa muộn bao nhiêu"),
    "absent and late at once": Broken(
        both(put("Sinh hoạt", "Vắng có lý do", "Mai Thị Hòa (ốm)"), put("Sinh hoạt", "Đến muộn", "Mai Thị Hòa (10 phút)")),
        "Sinh hoạt",
        "Ngày",
        "Mai Thị Hòa có mặt ở hai ô điểm danh",
    ),
    "a unit under a parent nobody knows": Broken(
        put("Đơn vị", "Cấp trên", "XYZ", 3), "Đơn vị", "Mã", "Chưa có đơn vị mã XYZ", row=3
    ),
    "a cell without its kind": Broken(
        put("Đơn vị", "Loại hình chi bộ", None, 4), "Đơn vị", "Mã", "không nhận dòng này", row=4
    ),
    "an inspection concluded without a conclusion": Broken(
        put("Kiểm tra, giám sát", "Kết luận", None), "Kiểm tra, giám sát", "Năm", "không nhận dòng này"
    ),
}
WHOLE_AREA = {"merged cells": "B3:C3", "a word beside the columns": "F4", "a heading misspelt": "C1", "a heading twice": "D1"}


def refusal(content, **more) -> WorkbookRefused:
    """The refusal of a workbook, after seeing that it left no trace in any table."""
    before = all_rows()
    with pytest.raises(WorkbookRefused) as refused:
        enter(content, **more)
    assert all_rows() == before
    return refused.value


@pytest.mark.parametrize("what", BROKEN)
def test_it_is_refused_at_its_cell_with_the_reason_and_nothing_is_entered(what):
    broken, book = BROKEN[what], small_book()
    where = address(book, broken.sheet, broken.heading, broken.row) if broken.heading else WHOLE_AREA.get(what, "")
    broken.edit(book)
    problems = refusal(content_of(book)).problems
    found = [problem for problem in problems if (problem.sheet, problem.cell) == (broken.sheet, where)]
    assert found, problems
    assert any(broken.says in problem.what for problem in found), found
    assert any(broken.remedy in problem.remedy for problem in found), found
    assert all(problem.blocks for problem in found)


@pytest.mark.parametrize(
    "what",
    [name for name, broken in BROKEN.items() if "nobody knows" not in name and broken.sheet not in ("Sinh hoat", "Con người")],
)
def test_one_thing_wrong_is_one_problem_and_not_an_avalanche(what):
    book = small_book()
    BROKEN[what].edit(book)
    assert len(refusal(content_of(book)).problems) == 1


def test_several_things_wrong_are_all_said_at_once():
    """As far as cells can be read; and what only the registers can tell, also all at once."""
    cells = ["a date as text", "negative minutes", "a formula", "a month in its middle", "neither yes nor no"]
    verbs = ["a task done without a day", "more files on time than files", "rated without a level", "two secretaries at once"]
    for group in (cells, verbs):
        book = small_book()
        for what in group:
            BROKEN[what].edit(book)
        problems = refusal(content_of(book)).problems
        for what in group:
            assert any(BROKEN[what].says in problem.what for problem in problems), what
        assert len(problems) == len(group)


def test_a_problem_reads_as_one_line_that_says_where_what_and_how():
    book = small_book()
    BROKEN["a month in its middle"].edit(book)
    (problem,) = refusal(content_of(book)).problems
    assert str(problem) == "Đơn thư!A2: Cột Tháng ghi ngày đầu tháng, ô này là 15/06/2011. Gõ 01/06/2011."


def test_a_workbook_refused_over_records_that_are_there_leaves_them_as_they_were():
    enter(small_book())
    book = small_book()
    cell(book, "Con người", "Chức vụ chuyên môn").value = "Giám đốc"
    BROKEN["more files on time than files"].edit(book)
    refusal(content_of(book))
    from nennep.organisation.models import Person

    assert not Person.objects.filter(job="Giám đốc").exists()


def test_the_code_of_a_unit_that_nobody_knows_is_refused():
    problems = refusal(small_book() and content_of(small_book()), unit_code="CBXYZ").problems
    assert [(problem.sheet, problem.what) for problem in problems] == [("Đơn vị", "Không có đơn vị mã CBXYZ.")]
