"""The year's book of attendance: people down, meetings across, totals both ways; the exempt and the away are not counted."""

import io
from datetime import date, timedelta

from pypdf import PdfReader

from nennep.meetings.models import Attendance, Meeting
from nennep.meetings.papers.attendance_book import ACROSS, attendance_book
from nennep.meetings.papers.tests.reading import words
from nennep.meetings.tests.factories import AttendanceFactory, MeetingFactory
from nennep.organisation.tests.factories import on_roll
from nennep.paper.blocks import Table
from nennep.paper.layouts import HD36_WIDE
from nennep.paper.pdf_writer import to_pdf

PRESENT = "present"


def held(cell, day: date, kind: str = "regular", **statuses: str) -> Meeting:
    meeting = MeetingFactory(unit=cell.unit, held_on=day, kind=kind)
    for who, status in statuses.items():
        AttendanceFactory(meeting=meeting, person=getattr(cell, who), status=status)
    return meeting


def rows(cell, year: int = 2014) -> list[list[list[str]]]:
    tables = [block for block in attendance_book(cell.unit, year).blocks if isinstance(block, Table)]
    return [
        [["".join(part.text for part in cell) for cell in row] for row in (table.head, *table.rows)] for table in tables
    ]


def test_people_go_down_and_meetings_across_with_totals_of_each(cell):
    held(cell, date(2014, 3, 4), secretary=PRESENT, member="late", exempt="exempt", other_member="excused")
    held(cell, date(2014, 4, 1), secretary=PRESENT, member="unexcused", exempt="exempt", other_member="elsewhere")
    (table,) = rows(cell)
    assert table == [
        ["TT", "Họ và tên", "4/3", "1/4", "Cả năm"],
        ["1", "Trịnh Công Bằng", "P", "nk", "0/1"],
        ["2", "Vũ Minh Hạnh", "x", "x", "2/2"],
        ["3", "Trần Đình Khoát", "mi", "mi", "-"],
        ["4", "Ngô Thị Lụa", "M", "K", "1/2"],
        ["", "Có mặt/phải dự", "2/3", "1/2", "3/5"],
    ]


def test_a_kind_that_is_not_the_regular_one_is_told_and_the_committees_meetings_are_left_out(cell):
    held(cell, date(2014, 3, 4), secretary=PRESENT)
    held(cell, date(2014, 3, 5), kind="thematic", secretary=PRESENT)
    held(cell, date(2014, 3, 6), kind="committee", secretary=PRESENT)
    (table,) = rows(cell)
    assert table[0] == ["TT", "Họ và tên", "4/3", "5/3\nCĐ", "Cả năm"]
    assert "CĐ chuyên đề" in words(attendance_book(cell.unit, 2014))


def test_whoever_was_not_on_the_roll_of_a_day_has_an_empty_place(cell):
    held(cell, date(2014, 3, 4), secretary=PRESENT)
    held(cell, date(2014, 4, 1), secretary=PRESENT, probationary="present")
    (table,) = rows(cell)
    assert table[1] == ["1", "Đỗ Thị Ánh", "", "x", "1/1"]


def test_a_colleague_who_is_no_member_is_not_in_the_book(cell):
    meeting = held(cell, date(2014, 3, 4), secretary=PRESENT)
    AttendanceFactory(meeting=meeting, person=cell.colleague, standing="non_member")
    (table,) = rows(cell)
    assert [row[1] for row in table] == ["Họ và tên", "Vũ Minh Hạnh", "Có mặt/phải dự"]


def test_more_meetings_than_a_page_holds_go_on_in_another_table(cell):
    for week in range(ACROSS + 2):
        held(cell, date(2014, 3, 4) + timedelta(weeks=week), secretary=PRESENT)
    first, second = rows(cell)
    assert (len(first[0]), len(second[0])) == (2 + 7, 2 + 7 + 1)
    assert second[1][-1] == f"{ACROSS + 2}/{ACROSS + 2}"
    book = attendance_book(cell.unit, 2014)
    assert book.layout is HD36_WIDE
    page = PdfReader(io.BytesIO(to_pdf(book))).pages[0]
    assert page.mediabox.width > page.mediabox.height
    assert "Vũ Minh Hạnh" in page.extract_text()


def test_a_year_without_meetings_says_so(cell):
    assert "Năm 2013 chưa ghi cuộc họp nào." in words(attendance_book(cell.unit, 2013))


def test_a_bigger_book_costs_no_more_queries(cell):
    meeting = held(cell, date(2014, 3, 4), secretary=PRESENT)

    def queries() -> int:
        from django.db import connection
        from django.test.utils import CaptureQueriesContext

        with CaptureQueriesContext(connection) as asked:
            attendance_book(cell.unit, 2014)
        return len(asked)

    few = queries()
    for number in range(30):
        Attendance.objects.create(
            meeting=meeting, person=on_roll(cell.unit, f"Vũ Văn {number}"), standing="full", status="present"
        )
    held(cell, date(2014, 4, 1), secretary=PRESENT)
    assert queries() == few
