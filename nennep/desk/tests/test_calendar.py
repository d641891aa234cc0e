"""The calendar feed: a strict reader accepts it, its address is the key and can be changed, it tells no content."""

from datetime import date, timedelta

import ics
import pytest
from django.test import Client
from django.urls import reverse
from icalendar import Calendar

from nennep.desk import actions
from nennep.desk.models import CalendarKey
from nennep.ledger.models import Entry
from nennep.meetings.tests.factories import PlannedMeetingFactory
from nennep.organisation import requests
from nennep.organisation.models import User
from nennep.programme.tests.factories import MeetingTaskFactory

DAY = timedelta(days=1)


@pytest.fixture(autouse=True)
def clock(at, monkeypatch):
    monkeypatch.setattr(requests, "now", lambda: at)
    monkeypatch.setattr("nennep.desk.reminders.views.now", lambda: at)


@pytest.fixture
def member(cell):
    User.objects.create(username="lua", person=cell.member)
    PlannedMeetingFactory(unit=cell.unit, planned_on=date(2014, 6, 17), content="Kiểm điểm ông Nguyễn Văn Kín")
    MeetingTaskFactory(
        unit=cell.unit, owner=cell.member, text="Gặp bà Kín, sửa; hồ sơ\nvà báo", due_on=date(2014, 6, 20)
    )
    return cell.member


def address(token):
    return reverse("desk:calendar", args=[token])


def feed(token):
    return Client().get(address(token))


def test_two_strict_readers_accept_it_and_find_the_days(member, at):
    answer = feed(actions.renew_calendar(member, by=member, at=at))
    assert answer["Content-Type"] == "text/calendar; charset=utf-8"
    found = {(event.begin.date(), event.name) for event in ics.Calendar(answer.content.decode()).events}
    assert found == {(date(2014, 6, 17), "thường kỳ"), (date(2014, 6, 20), "Đến hạn: việc được giao")}
    calendar = Calendar.from_ical(answer.content)
    assert calendar.errors == []
    assert [event.errors for event in calendar.walk("VEVENT")] == [[], []]
    assert len({event["UID"] for event in calendar.walk("VEVENT")}) == 2
    assert all(len(line) <= 75 for line in answer.content.split(b"\r\n"))


def test_it_carries_no_name_and_no_content(member, at):
    text = Calendar.from_ical(feed(actions.renew_calendar(member, by=member, at=at)).content).to_ical().decode()
    for private in ("Kín", "Kiểm điểm", "hồ sơ", member.name):
        assert private not in text.replace("\r\n ", "")


def test_a_new_address_stops_the_old_one_and_switching_off_stops_both(member, at):
    old = actions.renew_calendar(member, by=member, at=at)
    new = actions.renew_calendar(member, by=member, at=at)
    assert (feed(old).status_code, feed(new).status_code) == (404, 200)
    actions.stop_calendar(CalendarKey.objects.get(), by=member, at=at)
    assert feed(new).status_code == 404


def test_neither_database_nor_ledger_holds_the_address(member, at):
    token = actions.renew_calendar(member, by=member, at=at)
    assert token not in str(list(CalendarKey.objects.values())) + str(list(Entry.objects.values()))


@pytest.mark.parametrize("gone", ["left the cell", "login closed"])
def test_whoever_is_gone_has_no_calendar_any_more(member, at, gone):
    token = actions.renew_calendar(member, by=member, at=at)
    if gone == "left the cell":
        member.memberships.update(ends=at.date() - DAY)
    else:
        User.objects.update(is_active=False)
    assert feed(token).status_code == 404


def test_the_page_shows_the_address_once_with_a_code_to_photograph(member, at):
    client = Client()
    client.force_login(User.objects.get())
    shown = client.post(reverse("desk:renew-calendar")).content.decode()
    assert "<svg" in shown
    assert "/lich/" in shown
    again = client.get(reverse("desk:reminders")).content.decode()
    assert "/lich/" not in again
    assert "đang dùng" in again
