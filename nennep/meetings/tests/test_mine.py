"""What the minutes say of oneself: all of it, and nothing of anybody else."""

from datetime import date

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from nennep.meetings.models import Praise
from nennep.meetings.speaking.actions import switch_speaking_view
from nennep.meetings.tests.factories import AttendanceFactory, ContributionFactory, DecisionFactory, MeetingFactory
from nennep.meetings.tests.visiting import by_card, client_of
from nennep.organisation.tests.factories import PersonFactory, on_roll


@pytest.fixture(autouse=True)
def on_that_day(monkeypatch, at):
    monkeypatch.setattr("nennep.organisation.requests.now", lambda: at)


@pytest.fixture
def meeting(cell):
    """The meeting of March: of two members the same things are on record, each with words of their own."""
    held = MeetingFactory(unit=cell.unit, held_on=date(2014, 3, 4), chair=cell.secretary)
    mine, other = cell.member, cell.other_member
    AttendanceFactory(meeting=held, person=mine, status="late", minutes_late=7)
    AttendanceFactory(meeting=held, person=other, status="excused", reason="con ốm")
    ContributionFactory(meeting=held, order=1, person=mine, gist="xin nhận lỗi hẹn lại dân")
    ContributionFactory(meeting=held, order=2, person=other, gist="đề nghị sửa nội quy")
    for order, (kind, person, reason) in enumerate(
        [("reminder", mine, "nộp báo cáo chậm"), ("praise", other, "trực thay đồng chí ốm")], start=1
    ):
        Praise.objects.create(meeting=held, order=order, kind=kind, person=person, reason=reason)
    DecisionFactory(meeting=held, task__owner=mine, task__text="Niêm yết thời hạn")
    DecisionFactory(meeting=held, task__owner=other, task__text="Sắp xếp kho lưu trữ")
    return held


OWN = ["đến muộn 7 phút", "xin nhận lỗi hẹn lại dân", "nộp báo cáo chậm", "Niêm yết thời hạn"]
OTHERS = ["con ốm", "đề nghị sửa nội quy", "trực thay đồng chí ốm", "Sắp xếp kho lưu trữ", "Trịnh Công Bằng"]


def page(cell, *year: int) -> str:
    return reverse("meetings:mine-of-year" if year else "meetings:mine", args=[cell.unit.code, *year])


def read(client, address: str) -> str:
    answer = client.get(address)
    assert answer.status_code == 200
    return " ".join(answer.content.decode().split())


def test_everybody_reads_what_is_on_record_of_them_and_nobody_elses(cell, meeting):
    text = read(client_of(cell.member), page(cell))
    assert [word for word in OWN if word not in text] == []
    assert [word for word in OTHERS if word in text] == []


def test_by_card_it_is_the_same_and_leads_to_nothing_that_a_card_does_not_open(cell, meeting, at):
    client = by_card(cell.member, at)
    text = read(client, page(cell))
    assert [word for word in OWN if word not in text] == []
    assert [word for word in OTHERS if word in text] == []
    assert meeting.get_absolute_url() not in text
    assert reverse("meetings:year", args=[cell.unit.code, 2014]) not in text
    task = meeting.decisions.get(task__owner=cell.member).task
    assert client.get(task.get_absolute_url()).status_code == 200


def test_the_secretary_reads_there_about_the_secretary_and_nobody_else(cell, meeting):
    text = read(client_of(cell.secretary), page(cell))
    assert [word for word in OWN + OTHERS if word in text] == []


def test_whoever_left_the_unit_still_reads_what_it_keeps_of_them(cell, meeting):
    cell.member.memberships.update(ends=date(2014, 4, 30))
    text = read(client_of(cell.member), page(cell))
    assert [word for word in OWN if word not in text] == []
    assert meeting.get_absolute_url() not in text


def test_strangers_find_nothing(cell, meeting, at):
    stranger = PersonFactory(home=cell.parent)
    above = on_roll(cell.parent, "Lý Văn Trên")
    for person in (stranger, above):
        assert client_of(person).get(page(cell)).status_code == 404
        assert by_card(person, at).get(page(cell)).status_code == 404


def test_another_year_has_a_page_of_its_own_and_a_year_without_records_says_so(cell, meeting):
    assert "xin nhận lỗi" not in read(client_of(cell.member), page(cell, 2013))
    assert "chưa ghi cuộc họp nào" in read(client_of(cell.member), page(cell, 2013))
    assert "xin nhận lỗi" in read(client_of(cell.member), page(cell, 2014))
    assert client_of(cell.member).get(page(cell, 9999)).status_code == 404


def test_everybody_is_told_of_the_secretarys_list_and_of_their_own_line_on_it(cell, meeting, at):
    assert "Không có dòng nào về bạn." in read(client_of(cell.member), page(cell))
    later = MeetingFactory(unit=cell.unit, held_on=date(2014, 5, 6), chair=cell.secretary)
    AttendanceFactory(meeting=later, person=cell.member)
    told = "Dòng về bạn: chưa phát biểu lần nào từ tháng 5/2014."
    assert told in read(client_of(cell.member), page(cell))
    switch_speaking_view(cell.unit, off=True, decided_on=at.date(), why="Không cần", by=cell.secretary, at=at)
    text = read(client_of(cell.member), page(cell))
    assert told not in text
    assert "03/6/2014: Không cần" in text


def test_a_full_year_costs_no_more_queries_than_one_meeting(cell, meeting):
    client = client_of(cell.member)
    client.get(page(cell))
    with CaptureQueriesContext(connection) as of_one_meeting:
        client.get(page(cell))
    for month in range(4, 13):
        held = MeetingFactory(unit=cell.unit, held_on=date(2014, month, 4), chair=cell.secretary)
        AttendanceFactory(meeting=held, person=cell.member)
        ContributionFactory(meeting=held, order=1, person=cell.member)
        DecisionFactory(meeting=held, task__owner=cell.member)
    with CaptureQueriesContext(connection) as of_a_year:
        client.get(page(cell))
    assert len(of_a_year) == len(of_one_meeting)
