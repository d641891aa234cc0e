"""Who has long not spoken: for the secretary alone, and never a ranking."""

from datetime import date, datetime, time
from pathlib import Path

import pytest
from django.core.exceptions import ValidationError
from django.db import IntegrityError, transaction
from django.urls import reverse

import nennep
from nennep.ledger.models import Entry
from nennep.meetings.models import AgendaItem, MeetingKind, Preparation, SpeakingView
from nennep.meetings.speaking.actions import switch_speaking_view
from nennep.meetings.speaking.queries import Silent, next_prepared, own_line, silent
from nennep.meetings.tests.factories import (
    AgendaItemFactory,
    AttendanceFactory,
    ContributionFactory,
    MeetingFactory,
    PlannedMeetingFactory,
)
from nennep.meetings.tests.visiting import by_card, client_of
from nennep.organisation.access import Helping, NotAllowed
from nennep.organisation.models import Office
from nennep.organisation.tests.factories import AwayFactory, SuspensionFactory, TermFactory, on_roll

TODAY = date(2014, 6, 3)


@pytest.fixture(autouse=True)
def on_that_day(monkeypatch, at):
    monkeypatch.setattr("nennep.organisation.requests.now", lambda: at)


def held(cell, month: int, *there, spoke=(), late=(), excused=(), **more):
    """A meeting of that month, led by the secretary, with those who were there, and who of them spoke."""
    day = date(2014, month, 4)
    meeting = MeetingFactory(unit=cell.unit, held_on=day, chair=cell.secretary, **more)
    for status, people in (("present", there), ("late", late), ("excused", excused)):
        for person in people:
            AttendanceFactory(meeting=meeting, person=person, status=status)
    for order, person in enumerate(spoke, start=1):
        ContributionFactory(meeting=meeting, person=person, order=order)
    return meeting


def since(cell, on=TODAY) -> dict:
    return {row.person: row.since for row in silent(cell.unit, on)}


def page(cell) -> str:
    return reverse("meetings:speaking", args=[cell.unit.code])


def prepared(cell, day: date, **more) -> Preparation:
    planned = PlannedMeetingFactory(unit=cell.unit, planned_on=day, kind=more.pop("kind", MeetingKind.REGULAR))
    head = {"title": "Sinh hoạt tháng 6", "starts_at": time(14), "minutes": 90, "place": "Phòng họp"}
    return Preparation.objects.create(
        planned=planned, chair=cell.secretary, minutes_secretary=cell.minutes_secretary, **head, **more
    )


def test_it_says_since_the_first_meeting_at_which_they_were_and_did_not_speak(cell):
    held(cell, 2, cell.member, spoke=[cell.member])
    held(cell, 3, cell.member)
    held(cell, 4, cell.member)
    assert silent(cell.unit, TODAY) == [Silent(cell.member, date(2014, 3, 4))]


def test_whoever_spoke_at_the_last_meeting_is_not_on_it(cell):
    held(cell, 3, cell.member)
    held(cell, 4, cell.member, spoke=[cell.member])
    assert not since(cell)


def test_an_absence_puts_nobody_on_it(cell):
    held(cell, 3, cell.member, spoke=[cell.member])
    held(cell, 4, excused=[cell.member])
    assert not since(cell)


def test_late_is_there_and_absence_before_does_not_count(cell):
    held(cell, 3, excused=[cell.member])
    held(cell, 4, late=[cell.member])
    assert since(cell) == {cell.member: date(2014, 4, 4)}


def test_other_meetings_neither_count_nor_excuse(cell):
    held(cell, 3, cell.member)
    held(cell, 4, cell.member, spoke=[cell.member], kind=MeetingKind.THEMATIC)
    held(cell, 5, cell.other_member, kind=MeetingKind.AD_HOC)
    assert since(cell) == {cell.member: date(2014, 3, 4)}


def test_whoever_led_the_meeting_or_presented_an_item_has_spoken(cell):
    meeting = held(cell, 3, cell.secretary, cell.member, cell.other_member)
    AgendaItemFactory(meeting=meeting, order=1, presenter=cell.member, taken=8)
    AgendaItemFactory(meeting=meeting, order=2, presenter=cell.other_member, taken=None)
    assert AgendaItem.objects.count() == 2
    assert since(cell) == {cell.other_member: date(2014, 3, 4)}


def test_it_stands_in_the_order_of_names_and_not_of_how_long(cell):
    anh, yen = on_roll(cell.unit, "Lê Thị Bích"), on_roll(cell.unit, "Bùi Thị Yến")
    held(cell, 2, yen)
    held(cell, 3, anh, yen, cell.member)
    assert [row.person for row in silent(cell.unit, TODAY)] == [anh, cell.member, yen]


def test_only_members_who_are_expected_now_are_on_it(cell):
    away, suspended, gone = (on_roll(cell.unit, f"Lê Văn {name}") for name in ("An", "Ba", "Cả"))
    held(cell, 3, away, suspended, gone, cell.colleague, cell.exempt, cell.member)
    AwayFactory(unit=cell.unit, person=away)
    SuspensionFactory(unit=cell.unit, person=suspended)
    gone.memberships.update(ends=date(2014, 5, 1))
    assert set(since(cell)) == {cell.member}


def test_on_an_earlier_day_later_meetings_are_not_known(cell):
    held(cell, 3, cell.member)
    held(cell, 5, cell.member, spoke=[cell.member])
    assert since(cell, date(2014, 4, 30)) == {cell.member: date(2014, 3, 4)}
    assert not since(cell)


def test_it_costs_as_many_queries_for_thirty_people_as_for_one(cell, django_assert_num_queries):
    held(cell, 3, cell.member)
    people = [on_roll(cell.unit, f"Lê Văn Người {n}") for n in range(30)]
    held(cell, 4, *people, spoke=people[:10])
    with django_assert_num_queries(5):
        assert len(silent(cell.unit, TODAY)) == 21


def test_secretary_and_deputy_open_it_and_everybody_else_finds_nothing(cell, at):
    deputy = on_roll(cell.unit, "Phan Văn Phó")
    TermFactory(unit=cell.unit, person=deputy, office=Office.DEPUTY)
    committee = on_roll(cell.unit, "Hồ Thị Ủy")
    TermFactory(unit=cell.unit, person=committee, office=Office.COMMITTEE)
    above = on_roll(cell.parent, "Lý Văn Trên")
    TermFactory(unit=cell.parent, person=above, office=Office.SECRETARY)
    for person in (cell.secretary, deputy):
        assert client_of(person).get(page(cell)).status_code == 200
    for person in (committee, above, cell.minutes_secretary, cell.member, cell.colleague):
        assert client_of(person).get(page(cell)).status_code == 404
    assert by_card(cell.secretary, at).get(page(cell)).status_code == 404


def test_the_page_has_names_and_months_and_no_count_or_place(cell):
    held(cell, 3, cell.member, cell.other_member)
    text = client_of(cell.secretary).get(page(cell)).content.decode()
    assert "chưa phát biểu lần nào từ tháng 3/2014" in text
    assert text.index("Trịnh Công Bằng") < text.index("Ngô Thị Lụa")
    shown = text[text.index("<h1") : text.index("</main>")]
    assert "<ol" not in shown
    assert 'class="st' not in shown


def test_the_page_leads_to_a_question_ahead_of_the_next_meeting_that_is_prepared(cell):
    held(cell, 3, cell.member)
    prepared(cell, date(2014, 6, 2))
    prepared(cell, date(2014, 6, 20), kind=MeetingKind.COMMITTEE)
    open_now = prepared(cell, date(2014, 6, 25), opened_at=datetime.fromisoformat("2014-06-25T14:00:00+07:00"))
    following = prepared(cell, date(2014, 7, 1))
    assert next_prepared(cell.unit, TODAY) == following != open_now
    text = client_of(cell.secretary).get(page(cell)).content.decode()
    asking = reverse("meetings:change", args=[following.planned_id, "hoi"])
    assert asking in text
    assert client_of(cell.secretary).get(asking).status_code == 200


def test_where_nothing_is_prepared_the_page_leads_to_preparing(cell):
    held(cell, 3, cell.member)
    planned = PlannedMeetingFactory(unit=cell.unit, planned_on=date(2014, 7, 1))
    text = client_of(cell.secretary).get(page(cell)).content.decode()
    assert reverse("meetings:prepare", args=[planned.pk]) in text


def test_switched_off_the_page_says_why_and_shows_nobody(cell, at):
    held(cell, 3, cell.member)
    switch_speaking_view(
        cell.unit, off=True, decided_on=date(2014, 5, 6), why="Chi bộ nhỏ, ai cũng nói", by=cell.secretary, at=at
    )
    text = client_of(cell.secretary).get(page(cell)).content.decode()
    assert "06/5/2014: Chi bộ nhỏ, ai cũng nói" in text
    assert "Ngô Thị Lụa" not in text
    switch_speaking_view(cell.unit, off=False, decided_on=TODAY, why="Dùng lại", by=cell.secretary, at=at)
    assert "Ngô Thị Lụa" in client_of(cell.secretary).get(page(cell)).content.decode()


def test_switching_is_one_row_and_each_time_one_entry_of_the_ledger(cell, at):
    for off in (True, False):
        switch_speaking_view(cell.unit, off=off, decided_on=TODAY, why="Chi bộ bàn", by=cell.secretary, at=at)
    assert SpeakingView.objects.get().off is False
    assert Entry.objects.filter(act="meetings.switch_speaking", actor=cell.secretary.reference).count() == 2


def test_a_committee_member_switches_it_on_the_page_without_seeing_the_list(cell, at):
    committee = on_roll(cell.unit, "Hồ Thị Ủy")
    TermFactory(unit=cell.unit, person=committee, office=Office.COMMITTEE)
    address = reverse("meetings:switch-speaking", args=[cell.unit.code])
    said = {"state": "off", "decided_on": "2014-06-02", "why": "Chi bộ biểu quyết"}
    answer = client_of(committee).post(address, said)
    assert answer.url == reverse("meetings:mine", args=[cell.unit.code])
    assert SpeakingView.objects.get().off
    assert client_of(cell.secretary).post(address, said | {"state": "on"}).url == page(cell)
    assert client_of(cell.member).get(address).status_code == 404


def test_nobody_else_switches_it_and_no_helper_for_them(cell, at):
    told = {"off": True, "decided_on": TODAY, "why": "Chi bộ bàn", "at": at}
    for doer in (cell.member, cell.minutes_secretary, Helping(cell.minutes_secretary, cell.secretary)):
        with pytest.raises(NotAllowed):
            switch_speaking_view(cell.unit, by=doer, **told)
    assert not SpeakingView.objects.exists()


def test_it_is_not_switched_without_a_reason_or_by_a_decision_to_come(cell, at):
    with pytest.raises(ValidationError):
        switch_speaking_view(cell.unit, off=True, decided_on=TODAY, why="  ", by=cell.secretary, at=at)
    with pytest.raises(ValidationError, match="chưa tới"):
        switch_speaking_view(cell.unit, off=True, decided_on=date(2014, 6, 4), why="Bàn", by=cell.secretary, at=at)
    with pytest.raises(IntegrityError), transaction.atomic():
        SpeakingView.objects.create(unit=cell.unit, off=True, decided_on=TODAY, why="")


def test_each_sees_their_own_line_and_no_other(cell):
    held(cell, 3, cell.member, cell.other_member)
    assert own_line(cell.member, cell.unit, TODAY) == Silent(cell.member, date(2014, 3, 4))
    assert own_line(cell.secretary, cell.unit, TODAY) is None


def test_no_export_figure_search_feed_or_todo_reads_the_list():
    rooms = Path(nennep.__file__).parent
    files = {file.relative_to(rooms).as_posix(): file.read_text(encoding="utf-8") for file in rooms.rglob("*.py")}
    readers = {name for name, text in files.items() if "nennep.meetings.speaking" in text and "/tests/" not in name}
    outside = {name for name in readers if not name.startswith("meetings/speaking/")}
    assert outside == {"meetings/mine.py", "meetings/urls.py"}
