"""The page of a year: the plan and what was held side by side."""

import re
from datetime import date, datetime, time

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from nennep.documents.tests.factories import DirectiveFactory
from nennep.meetings.models import Meeting, MeetingKind, PlannedMeeting, Preparation
from nennep.meetings.tests.factories import AttendanceFactory, MeetingFactory, PlannedMeetingFactory
from nennep.meetings.tests.visiting import client_of
from nennep.meetings.year import Line, lines_of, months, wanting_thematic
from nennep.organisation.models import Office
from nennep.organisation.periods import Period
from nennep.organisation.tests.factories import TermFactory, UnitFactory, on_roll
from nennep.rulebook.rules import rulebook_of

TODAY = date(2014, 6, 3)
REGULAR, THEMATIC = MeetingKind.REGULAR, MeetingKind.THEMATIC


@pytest.fixture(autouse=True)
def on_that_day(monkeypatch, at):
    monkeypatch.setattr("nennep.organisation.requests.now", lambda: at)


def plan(unit, month: int, day: int = 3, kind=REGULAR, year: int = 2014, **more) -> PlannedMeeting:
    return PlannedMeetingFactory(unit=unit, planned_on=date(year, month, day), kind=kind, **more)


def held(cell, month: int, day: int = 3, kind=REGULAR, year: int = 2014) -> Meeting:
    return MeetingFactory(unit=cell.unit, held_on=date(year, month, day), kind=kind, chair=cell.secretary)


def prepared(cell, planned: PlannedMeeting, **more) -> Preparation:
    head = {"title": "Sinh hoạt", "starts_at": time(14), "minutes": 90, "place": "Phòng họp"}
    return Preparation.objects.create(
        planned=planned, chair=cell.secretary, minutes_secretary=cell.minutes_secretary, **head, **more
    )


def lines(unit, year: int = 2014) -> list[Line]:
    period = Period.year(year)
    return lines_of(PlannedMeeting.objects.of(unit).within(period), Meeting.objects.of(unit).within(period))


def pairs(unit) -> list[tuple]:
    return [(line.planned, line.meeting) for line in lines(unit)]


def states(unit) -> list[str]:
    return [words for _month, rows in months(lines(unit), TODAY) for _line, (_shape, words) in rows]


def quarters(unit, year: int, today: date) -> list[tuple[str, int, bool]]:
    found = wanting_thematic(lines(unit, year), year, rulebook_of(unit), today)
    return [(quarter.name, quarter.there, quarter.over) for quarter in found]


def read(person, unit, year: int = 2014) -> str:
    answer = client_of(person).get(reverse("meetings:year", args=[unit.code, year]))
    assert answer.status_code == 200
    return " ".join(answer.content.decode().split())


def test_a_meeting_stands_beside_its_line_of_the_plan(cell):
    planned, meeting = plan(cell.unit, 3), held(cell, 3)
    assert pairs(cell.unit) == [(planned, meeting)]


def test_a_regular_meeting_a_day_later_still_answers_the_plan_of_its_month(cell):
    planned, meeting = plan(cell.unit, 3), held(cell, 3, day=5)
    assert pairs(cell.unit) == [(planned, meeting)]


def test_kinds_never_stand_in_for_each_other(cell):
    planned, meeting = plan(cell.unit, 3, kind=THEMATIC), held(cell, 3, day=5)
    assert pairs(cell.unit) == [(planned, None), (None, meeting)]


def test_two_of_a_kind_in_a_month_are_told_apart_by_their_days_alone(cell):
    first, second = plan(cell.unit, 3, day=3), plan(cell.unit, 3, day=20)
    meeting = held(cell, 3, day=20)
    assert pairs(cell.unit) == [(first, None), (second, meeting)]
    other = held(cell, 3, day=9)
    assert pairs(cell.unit) == [(first, other), (second, meeting)]


def test_ad_hoc_meetings_of_a_month_are_not_taken_for_each_other(cell):
    planned, meeting = plan(cell.unit, 3, kind=MeetingKind.AD_HOC), held(cell, 3, day=9, kind=MeetingKind.AD_HOC)
    assert pairs(cell.unit) == [(planned, None), (None, meeting)]


def test_a_planned_meeting_says_how_far_it_has_come(cell):
    plan(cell.unit, 3)
    held(cell, 3)
    plan(cell.unit, 4)
    opened = datetime.fromisoformat("2014-06-03T14:00:00+07:00")
    prepared(cell, plan(cell.unit, 6), opened_at=opened, notice_sent_on=date(2014, 6, 1))
    prepared(cell, plan(cell.unit, 7), notice_sent_on=date(2014, 6, 1))
    prepared(cell, plan(cell.unit, 8))
    plan(cell.unit, 9)
    assert states(cell.unit) == [
        "đã họp",
        "qua ngày, chưa ghi",
        "đang họp",
        "đã báo họp",
        "đang chuẩn bị",
        "chưa chuẩn bị",
    ]


def test_each_line_of_the_plan_leads_to_its_page_and_each_meeting_to_its_minutes(cell):
    planned, meeting, coming = plan(cell.unit, 3), held(cell, 3), plan(cell.unit, 9, content="Chuyên đề tháng 9")
    text = read(cell.member, cell.unit)
    for address in (reverse("meetings:prepare", args=[row.pk]) for row in (planned, coming)):
        assert f'href="{address}"' in text
    assert f'href="{meeting.get_absolute_url()}"' in text
    assert "Chuyên đề tháng 9" in text


def test_what_a_level_above_has_added_names_its_document(cell):
    document = DirectiveFactory(register=cell.unit, number=3)
    plan(cell.unit, 9, added_by=document)
    text = read(cell.member, cell.unit)
    assert re.search(rf'bổ sung theo <a class="docno" href="{document.get_absolute_url()}">03-CT/TW</a>', text)


def test_a_meeting_outside_the_plan_says_so_only_where_there_is_a_plan(cell):
    held(cell, 3)
    assert "ngoài lịch" not in read(cell.member, cell.unit)
    plan(cell.unit, 9)
    assert "ngoài lịch" in read(cell.member, cell.unit)


def test_only_the_committee_adds_to_the_plan_and_only_the_secretary_is_led_to_the_list(cell):
    committee = on_roll(cell.unit, "Hồ Thị Ủy")
    TermFactory(unit=cell.unit, person=committee, office=Office.COMMITTEE)
    adding = reverse("meetings:plan", args=[cell.unit.code])
    silent = reverse("meetings:speaking", args=[cell.unit.code])
    led = {
        person: (adding in text, silent in text)
        for person in (cell.secretary, committee, cell.member)
        if (text := read(person, cell.unit))
    }
    assert led == {cell.secretary: (True, True), committee: (True, False), cell.member: (False, False)}


def test_everybody_is_led_to_their_own_lines_of_that_year(cell):
    assert reverse("meetings:mine-of-year", args=[cell.unit.code, 2013]) in read(cell.member, cell.unit, 2013)


def test_a_year_that_only_has_a_plan_is_among_the_years(cell):
    held(cell, 3)
    plan(cell.unit, 1, year=2015)
    assert reverse("meetings:year", args=[cell.unit.code, 2015]) in read(cell.member, cell.unit)


def test_before_the_rule_no_quarter_wants_a_thematic_meeting(cell):
    assert quarters(cell.unit, 2014, TODAY) == []
    assert "kỳ sinh hoạt chuyên đề" not in read(cell.member, cell.unit)


def test_from_the_rule_on_each_quarter_without_one_held_or_planned_is_said(cell):
    held(cell, 2, kind=THEMATIC, year=2026)
    plan(cell.unit, 9, kind=THEMATIC, year=2026)
    held(cell, 4, year=2026)
    assert quarters(cell.unit, 2026, date(2026, 8, 1)) == [("II", 0, True), ("IV", 0, False)]


def test_in_the_year_in_which_the_rule_begins_it_asks_for_the_quarters_that_end_under_it(cell):
    assert quarters(cell.unit, 2025, date(2025, 12, 1)) == [("IV", 0, False)]


def test_a_unit_is_asked_for_nothing_before_it_began_or_after_it_ended(cell):
    young = UnitFactory(starts=date(2026, 5, 1))
    assert [name for name, *_rest in quarters(young, 2026, date(2026, 12, 31))] == ["II", "III", "IV"]
    ended = UnitFactory(ends=date(2026, 5, 31))
    assert [name for name, *_rest in quarters(ended, 2026, date(2026, 12, 31))] == ["I"]


def test_a_wanting_quarter_is_said_with_its_source(cell):
    text = read(cell.member, cell.unit, 2026)
    assert "Quý I: còn 1 kỳ sinh hoạt chuyên đề chưa có trong lịch." in text
    assert text.count("mỗi quý ít nhất 1, theo") == text.count("42-HD/BTCTW") == 1
    assert "cần đối chiếu bản gốc" in text


def test_a_full_year_costs_no_more_queries_than_one_meeting(cell):
    document = DirectiveFactory(register=cell.unit, number=3)
    prepared(cell, plan(cell.unit, 1, added_by=document))
    AttendanceFactory(meeting=held(cell, 1), person=cell.member)
    client, address = client_of(cell.member), reverse("meetings:year", args=[cell.unit.code, 2014])
    client.get(address)
    with CaptureQueriesContext(connection) as of_one:
        client.get(address)
    for month in range(2, 13):
        prepared(cell, plan(cell.unit, month, added_by=document))
        AttendanceFactory(meeting=held(cell, month), person=cell.member)
    with CaptureQueriesContext(connection) as of_twelve:
        client.get(address)
    assert len(of_twelve) == len(of_one)


def test_a_year_out_of_reach_is_not_found(cell):
    for year in (0, 1929, 9999, 123456):
        address = reverse("meetings:year", args=[cell.unit.code, year])
        assert client_of(cell.member).get(address).status_code == 404
