"""Rows that read well and cannot be true together are refused by the registers, each at its row; nothing is entered."""

from datetime import datetime, time

import pytest

from nennep.exchange.tests.breaking import Broken, append, both, put, refusal, refused_as
from nennep.exchange.tests.workbooks import cell, content_of, enter, records, small_book
from nennep.organisation.models import Person

pytestmark = pytest.mark.django_db

MINUTES = "Nghiên cứu (phút)"


def after(sheet: str) -> int:
    """The number of the row that `append` fills."""
    return len(records(small_book(), sheet)) + 2


BROKEN = {
    "a theme longer than its meeting": Broken(
        put("Sinh hoạt", MINUTES, 200), "Sinh hoạt", "Ngày", "Phần chuyên đề 220 phút, dài hơn cả cuộc họp 85 phút"
    ),
    "a meeting that ends before it starts": Broken(
        put("Sinh hoạt", "Kết thúc", time(13, 0)), "Sinh hoạt", "Ngày", "Giờ kết thúc không sau giờ bắt đầu"
    ),
    "minutes signed before the meeting": Broken(
        put("Sinh hoạt", "Ngày ký biên bản", datetime(2011, 12, 1)),
        "Sinh hoạt",
        "Ngày",
        "Biên bản không thể ký trước ngày họp",
    ),
    "a member in the Book before joining": Broken(
        put("Sổ tiêu biểu", "Ngày việc làm", datetime(1999, 1, 1)),
        "Sổ tiêu biểu",
        "Số",
        "chưa có trong danh sách của đơn vị",
    ),
    "a deed after the meeting that praised it": Broken(
        put("Sổ tiêu biểu", "Ngày việc làm", datetime(2012, 4, 1)),
        "Sổ tiêu biểu",
        "Số",
        "Ngày họp thống nhất không thể trước",
    ),
    "a document with another day": Broken(
        put("Quán triệt", "Văn bản", "03-CT/TW ngày 15/5/2011"), "Quán triệt", "Văn bản", "Không có văn bản"
    ),
    "a day in a reference that does not exist": Broken(
        put("Quán triệt", "Văn bản", "45-KH/CBBQL ngày 99/99/2011"), "Quán triệt", "Văn bản", "Không có tháng 99"
    ),
    "a number that two documents share": Broken(
        append("Quan hệ văn bản", "19-BC/CBBQL", "viện dẫn", "03-CT/TW", None),
        "Quan hệ văn bản",
        "Văn bản",
        "Có 2 văn bản cùng mang số 19-BC/CBBQL",
        row=after("Quan hệ văn bản"),
        remedy="Viết thêm ngày",
    ),
    "two standings that overlap": Broken(
        append("Tư cách", "Vũ Minh Hạnh", "chính thức", datetime(2012, 1, 1), None, "chuyển đến"),
        "Tư cách",
        "Họ và tên",
        "hai khoảng thời gian không được chồng nhau",
        row=after("Tư cách"),
    ),
    "a standing that ends before it starts": Broken(
        put("Tư cách", "Đến ngày", datetime(2004, 3, 14)), "Tư cách", "Họ và tên", "Đến ngày không thể trước từ ngày"
    ),
    "two secretaries at once": Broken(
        append("Chức vụ", "Mai Thị Hòa", "bí thư", datetime(2012, 1, 1), None, None),
        "Chức vụ",
        "Họ và tên",
        "Đơn vị đã có bí thư đang giữ chức",
        row=after("Chức vụ"),
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
        put("Mục tiêu", "Năm", 2019),
        "Mục tiêu",
        "Năm",
        "Chưa có kế hoạch năm 2019",
        alone=False,
    ),
    "a clause that the standards have not": Broken(
        put("Đăng ký", "Điều chuẩn mực", "99"), "Đăng ký", "Năm", "Chuẩn mực không có điều 99"
    ),
    "a limitation with a task nobody knows": Broken(
        put("Hạn chế", "Nhiệm vụ", "2015.99"),
        "Hạn chế",
        "Mã",
        "Không có nhiệm vụ mã 2015.99",
        alone=False,
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
    "absent and late at once": Broken(
        both(
            put("Sinh hoạt", "Vắng có lý do", "Mai Thị Hòa (ốm)"), put("Sinh hoạt", "Đến muộn", "Mai Thị Hòa (10 phút)")
        ),
        "Sinh hoạt",
        "Ngày",
        "Mai Thị Hòa có mặt ở hai ô điểm danh",
    ),
    "a unit under a parent nobody knows": Broken(
        put("Đơn vị", "Cấp trên", "XYZ", 3),
        "Đơn vị",
        "Mã",
        "Chưa có đơn vị mã XYZ",
        row=3,
        alone=False,
    ),
    "a cell without its kind": Broken(
        put("Đơn vị", "Loại hình chi bộ", None, 4), "Đơn vị", "Mã", "Chi bộ thì phải ghi loại hình", row=4
    ),
    "an inspection concluded without a conclusion": Broken(
        put("Kiểm tra, giám sát", "Kết luận", None),
        "Kiểm tra, giám sát",
        "Năm",
        "Đã có ngày kết luận thì phải ghi kết luận",
    ),
}


@pytest.mark.parametrize("what", BROKEN)
def test_it_is_refused_at_its_row_with_the_reason_and_nothing_is_entered(what):
    refused_as(BROKEN[what])


def test_several_rows_that_cannot_be_are_all_said_at_once():
    wrong = [
        "a task done without a day",
        "more files on time than files",
        "rated without a level",
        "two secretaries at once",
    ]
    book = small_book()
    for what in wrong:
        BROKEN[what].edit(book)
    problems = refusal(content_of(book))
    assert len(problems) == len(wrong)
    for what in wrong:
        assert any(BROKEN[what].says in problem.what for problem in problems), what


def test_a_workbook_refused_over_records_that_are_there_leaves_them_as_they_were():
    enter(small_book())
    book = small_book()
    cell(book, "Con người", "Chức vụ chuyên môn").value = "Giám đốc"
    BROKEN["more files on time than files"].edit(book)
    refusal(content_of(book))
    assert not Person.objects.filter(job="Giám đốc").exists()
