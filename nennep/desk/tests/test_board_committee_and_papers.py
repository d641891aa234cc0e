"""Two rows about getting ready: the committee meets each month, and papers go out ahead of the regular meeting."""

from datetime import date, time

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from nennep.desk.board import Row, board_of
from nennep.meetings.models import MeetingKind, Preparation
from nennep.meetings.tests.factories import MeetingFactory, PlannedMeetingFactory
from nennep.organisation.models import Office, Unit
from nennep.organisation.tests.factories import Cell, TermFactory

pytestmark = pytest.mark.django_db

TODAY = date(2026, 6, 10)


def row(unit: Unit, key: str, year: int = 2026, today: date = TODAY) -> Row | None:
    return next((row for row in board_of(unit, year, today).rows if row.key == key), None)


def committee(unit: Unit, today: date = TODAY) -> list[str]:
    found = row(unit, "meeting.committee_per_month", today=today)
    assert found is not None
    return [cell.state for cell in found.cells]


def papers(unit: Unit, year: int = 2026) -> list[tuple[str, str]]:
    found = row(unit, "meeting.papers_ahead_days", year)
    assert found is not None
    return [(cell.state, cell.text) for cell in found.cells]


def held(unit: Unit, day: date, kind: str = MeetingKind.REGULAR, sent: date | None = None, prepared: bool = True):
    meeting = MeetingFactory(unit=unit, held_on=day, kind=kind)
    if prepared:
        Preparation.objects.create(
            planned=PlannedMeetingFactory(unit=unit, planned_on=day, kind=kind),
            title=meeting.title,
            starts_at=time(14),
            minutes=90,
            place="Phòng họp",
            chair=meeting.chair,
            minutes_secretary=meeting.chair,
            papers_sent_on=sent,
            opened_at="2026-01-01T00:00Z",
            meeting=meeting,
        )
    return meeting


@pytest.fixture
def unit(cell: Cell) -> Unit:
    TermFactory(unit=cell.unit, person=cell.member, office=Office.COMMITTEE, starts=date(2026, 2, 15))
    held(cell.unit, date(2026, 1, 6), prepared=False)
    return cell.unit


def test_a_register_that_never_spoke_of_the_committee_is_not_late_with_its_meetings(unit: Unit) -> None:
    assert committee(unit) == ["", "none", "none", "none", "none", "due", *["plan"] * 6]


def test_once_a_meeting_of_the_committee_is_on_record_a_month_without_one_is_late(unit: Unit) -> None:
    held(unit, date(2026, 3, 30), MeetingKind.COMMITTEE)
    assert committee(unit)[:6] == ["", "none", "done", "late", "late", "due"]
    PlannedMeetingFactory(unit=unit, planned_on=date(2026, 6, 1), kind=MeetingKind.COMMITTEE)
    assert committee(unit)[5] == "late"
    assert committee(unit, date(2026, 6, 1))[5] == "due"


def test_a_cell_without_a_committee_owes_no_meeting_of_it(cell: Cell) -> None:
    held(cell.unit, date(2026, 1, 6))
    assert committee(cell.unit) == [""] * 12


def test_a_regular_meeting_is_not_one_of_the_committee(unit: Unit) -> None:
    held(unit, date(2026, 4, 7))
    assert committee(unit)[3] == "none"


def test_papers_a_day_ahead_are_in_time_and_those_of_the_same_day_are_not(unit: Unit) -> None:
    held(unit, date(2026, 2, 3), sent=date(2026, 2, 2))
    held(unit, date(2026, 3, 3), sent=date(2026, 3, 3))
    held(unit, date(2026, 4, 7), sent=date(2026, 4, 4))
    held(unit, date(2026, 5, 5), sent=date(2026, 5, 6))
    said = papers(unit)
    assert said[1:5] == [
        ("done", "trước 1 ngày"),
        ("below", "cùng ngày"),
        ("done", "trước 3 ngày"),
        ("below", "sau họp"),
    ]
    found = row(unit, "meeting.papers_ahead_days")
    assert found is not None
    assert (found.name, found.total) == ("Gửi tài liệu, trước họp từ 1 ngày", "2 trên 5")


def test_a_meeting_prepared_elsewhere_or_without_papers_is_not_measured(unit: Unit) -> None:
    held(unit, date(2026, 2, 3))
    assert papers(unit)[:3] == [("none", "không đo"), ("none", "không đo"), ("", "")]


def test_before_the_rule_nobody_is_asked_for_papers(unit: Unit) -> None:
    assert row(unit, "meeting.papers_ahead_days", 2024) is None
    held(unit, date(2025, 10, 7), sent=date(2025, 10, 7))
    held(unit, date(2025, 11, 4), sent=date(2025, 11, 4))
    assert [state for state, _text in papers(unit, 2025)][8:11] == ["", "", "below"]


def test_both_rows_cost_no_question_more(unit: Unit) -> None:
    held(unit, date(2026, 3, 30), MeetingKind.COMMITTEE)
    held(unit, date(2026, 2, 3), sent=date(2026, 2, 2))
    with CaptureQueriesContext(connection) as asked:
        for each in board_of(unit, 2026, TODAY).rows:
            assert [(cell.text, cell.url) for cell in each.cells]
    assert len(asked) == 5
