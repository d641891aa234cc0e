"""A workbook with one cell, heading or sheet that cannot be is refused there, in Vietnamese; nothing is entered."""

from datetime import datetime, time

import pytest

from nennep.exchange.tests.breaking import (
    Broken,
    cell_says,
    refusal,
    refused_as,
    rename,
    retitle,
    same_as_above,
    take_out,
)
from nennep.exchange.tests.workbooks import content_of, small_book

pytestmark = pytest.mark.django_db

MINUTES = "Nghiên cứu (phút)"

BROKEN = {
    "the register of people under another name": Broken(
        rename("Con người", "Con nguoi"), "Con nguoi", "", "Sổ không có sheet tên này", remedy="“Con người”"
    ),
    "a sheet name with a letter wrong": Broken(
        rename("Sinh hoạt", "Sinh hoat"), "Sinh hoat", "", "Sổ không có sheet tên này", remedy="“Sinh hoạt”"
    ),
    "a sheet that is none of ours": Broken(
        lambda book: book.create_sheet("Ảnh liên hoan"),
        "Ảnh liên hoan",
        "",
        "Sổ không có sheet tên này",
        remedy="Bỏ sheet này",
    ),
    "a column missing": Broken(take_out("Con người", "Giới tính"), "Con người", "", "Thiếu cột “Giới tính”"),
    "a heading misspelt": Broken(
        retitle("Con người", "Giới tính", "Giới tinh"),
        "Con người",
        "",
        "Không có cột “Giới tinh”",
        remedy="“Giới tính”",
        at="C1",
        alone=False,
    ),
    "a heading twice": Broken(
        retitle("Con người", "Chức vụ chuyên môn", "Họ và tên"),
        "Con người",
        "",
        "Cột “Họ và tên” có hai lần",
        at="B1",
        alone=False,
    ),
    "a date as text": cell_says("Sinh hoạt", "Ngày", "06/12/2011", "“06/12/2011” là chữ, không phải ngày", row=3),
    "the 31st of February": cell_says(
        "Văn bản", "Ngày", "31/02/2014", "là chữ, không phải ngày", remedy="không có trong lịch"
    ),
    "the year 0214": cell_says("Văn bản", "Ngày", "03/06/0214", "là chữ, không phải ngày"),
    "the year 2214": cell_says("Văn bản", "Ngày", datetime(2214, 6, 3), "03/06/2214 nằm ngoài khoảng hợp lý"),
    "the year 1914": cell_says("Tư cách", "Từ ngày", datetime(1914, 6, 3), "nằm ngoài khoảng hợp lý", row=4),
    "a number where a date belongs": cell_says("Văn bản", "Ngày", 2014, "nằm ngoài khoảng hợp lý"),
    "a time where a date belongs": cell_says("Văn bản", "Ngày", time(14, 0), "không phải ngày"),
    "a word where a time belongs": cell_says("Sinh hoạt", "Bắt đầu", "hai giờ chiều", "không phải giờ"),
    "a date where a name belongs": cell_says(
        "Con người", "Họ và tên", datetime(2014, 1, 1), "Ô này là ngày hoặc giờ, cần chữ"
    ),
    "a number as text": cell_says("Sinh hoạt", MINUTES, "12", "“12” không phải số nguyên"),
    "a fraction of a file": cell_says("Phục vụ", "Tổng hồ sơ", 68.5, "“68.5” không phải số nguyên"),
    "negative minutes": cell_says("Sinh hoạt", MINUTES, -5, "-5 không nằm trong khoảng 0 đến 300"),
    "a person twice under one code": Broken(
        same_as_above("Con người", "Mã"), "Con người", "Mã", "Trùng với dòng 2", row=3
    ),
    "a person twice by name": Broken(
        same_as_above("Con người", "Họ và tên"), "Con người", "Họ và tên", "đã có ở dòng 2", row=3, remedy="trùng tên"
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
    "a formula": cell_says("Phục vụ", "Tổng hồ sơ", "=60+8", "Ô này là công thức", remedy="dạng giá trị"),
    "merged cells": Broken(
        lambda book: book["Con người"].merge_cells("B3:C3"), "Con người", "", "Các ô bị gộp", at="B3:C3"
    ),
    "a word beside the columns": Broken(
        lambda book: setattr(book["Con người"]["F4"], "value", "xem lại"),
        "Con người",
        "",
        "Có chữ nằm ngoài các cột",
        at="F4",
    ),
    "a required cell left empty": cell_says("Sinh hoạt", "Kết luận", None, "Ô “Kết luận” còn trống"),
    "a required cell with only spaces": cell_says("Sinh hoạt", "Kết luận", "   ", "Ô “Kết luận” còn trống"),
    "a word that is not in the vocabulary": cell_says(
        "Sinh hoạt", "Loại", "họp vui", "“họp vui” không có trong danh mục", remedy="thường kỳ, chuyên đề"
    ),
    "neither yes nor no": cell_says("Xếp loại", "Được xếp loại", "chắc có", "không rõ là có hay không"),
    "a text too long": cell_says("Con người", "Mã", "x" * 21, "Dài 21 chữ cái, quá 20"),
    "a row under a key that is taken": Broken(
        same_as_above("Phục vụ", "Tháng", "Lĩnh vực"), "Phục vụ", "Tháng", "Trùng với dòng 2", row=3
    ),
    "a month in its middle": cell_says(
        "Đơn thư",
        "Tháng",
        datetime(2011, 6, 15),
        "Cột Tháng ghi ngày đầu tháng, ô này là 15/06/2011",
        remedy="01/06/2011",
    ),
    "a contribution without a colon": cell_says(
        "Sinh hoạt", "Phát biểu", "Mai Thị Hòa đồng ý", "Không hiểu dòng “Mai Thị Hòa đồng ý”", remedy="Họ tên: ý kiến"
    ),
    "a line of the agenda without minutes": cell_says(
        "Sinh hoạt", "Chương trình", "Mở đầu: 5 phút\nChuyên đề", "Không hiểu dòng “Chuyên đề”", remedy="10 phút"
    ),
    "late by nobody knows how much": cell_says(
        "Sinh hoạt", "Đến muộn", "Mai Thị Hòa", "Chưa rõ Mai Thị Hòa muộn bao nhiêu"
    ),
}


@pytest.mark.parametrize("what", BROKEN)
def test_it_is_refused_at_its_cell_with_the_reason_and_nothing_is_entered(what):
    refused_as(BROKEN[what])


def test_several_cells_that_cannot_be_read_are_all_said_at_once():
    wrong = ["a date as text", "negative minutes", "a formula", "a month in its middle", "neither yes nor no"]
    book = small_book()
    for what in wrong:
        BROKEN[what].edit(book)
    problems = refusal(content_of(book))
    assert len(problems) == len(wrong)
    for what in wrong:
        assert any(BROKEN[what].says in problem.what for problem in problems), what


def test_a_problem_reads_as_one_line_that_says_where_what_and_how():
    book = small_book()
    BROKEN["a month in its middle"].edit(book)
    (problem,) = refusal(content_of(book))
    assert str(problem) == "Đơn thư!A2: Cột Tháng ghi ngày đầu tháng, ô này là 15/06/2011. Gõ 01/06/2011."


def test_the_code_of_a_unit_that_nobody_knows_is_refused():
    problems = refusal(content_of(small_book()), unit_code="CBXYZ")
    assert [(problem.sheet, problem.what) for problem in problems] == [("Đơn vị", "Không có đơn vị mã CBXYZ.")]
