"""From the workbook to the report: what is not in the registers is not in the report."""

import pytest

from nennep.exchange.tests.workbooks import delete_rows, enter, whole_book
from nennep.indicators.figures import named
from nennep.meetings.models import Meeting
from nennep.paper.html_writer import to_html_page
from nennep.paper.json_writer import to_json
from nennep.reports.summary.composing import compose
from nennep.reports.tests.reading import text_of

pytestmark = pytest.mark.django_db


def test_a_row_taken_out_of_the_book_makes_ten_turns_in_every_form_of_the_report(four_years):
    book = whole_book()
    assert delete_rows(book, "Sổ tiêu biểu", lambda record: record["Số"] == 11) == 1
    unit = enter(book).unit
    assert named("recognition.book_turns").value(unit, four_years).number == 10
    document = compose(unit, four_years).document
    for words in (text_of(document), to_json(document), to_html_page(document)):
        assert "10 lượt" in words
        assert "11 lượt" not in words


def test_without_the_minutes_of_any_meeting_no_meeting_is_claimed(four_years):
    book = whole_book()
    assert delete_rows(book, "Sinh hoạt", lambda record: True) > 40
    result = enter(book)
    assert not Meeting.objects.exists()
    assert {warning.sheet for warning in result.warnings} >= {"Việc giao", "Sổ tiêu biểu"}
    figures = (
        "held",
        "theme_met",
        "theme_below",
        "theme_not_measured",
        "theme_minutes",
        "attendance_percent",
        "speakers",
    )
    for code in figures:
        assert named(f"meetings.{code}").value(result.unit, four_years).number is None, code

    report = compose(result.unit, four_years)
    prose, _, table = text_of(report.document).partition("PHỤ LỤC")
    assert "chưa có cuộc sinh hoạt nào được ghi vào sổ trong kỳ" in prose
    about_meetings = [line for line in prose.splitlines() if "sinh hoạt định kỳ" in line]
    assert about_meetings
    assert not any("100%" in line for line in about_meetings)
    rows = [row for row in table.splitlines() if row.startswith(("Sinh hoạt thường kỳ", "Cuộc ", "Tỷ lệ dự sinh hoạt"))]
    assert len(rows) == 5
    for row in rows:
        assert set(row.split(" | ")[1:]) == {"chưa có số liệu"}, row
    assert any("chưa có số liệu" in item.what for item in report.missing)
