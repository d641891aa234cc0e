"""What people are told: of what is new and theirs, once, until they have read it; never of history that is being entered."""

from datetime import date, timedelta

import pytest
from django.db import IntegrityError, transaction

from nennep.ledger.models import Entry
from nennep.organisation.actions import appoint, charge, end_term
from nennep.organisation.looks import record_look
from nennep.organisation.models import Duty, DutyKind, Notice, Office, Term
from nennep.organisation.notices import read_all, tell
from nennep.organisation.tests.factories import a_cell
from nennep.programme.actions import assign_task
from nennep.programme.tests.factories import MeetingTaskFactory

DAY = timedelta(days=1)


def told(person):
    return list(person.notices.filter(read_at__isnull=True).values_list("text", flat=True))


def test_an_office_a_duty_and_a_task_are_told_to_whom_they_are_given(cell, at):
    today = at.date()
    appoint(Term(unit=cell.unit, person=cell.member, office=Office.COMMITTEE, starts=today), by=cell.secretary, at=at)
    charge(Duty(unit=cell.unit, person=cell.member, kind=DutyKind.EDITOR, starts=today), by=cell.secretary, at=at)
    task = MeetingTaskFactory.build(
        unit=cell.unit, owner=cell.member, given_on=today, text="Soạn lịch trực", due_on=today + 9 * DAY
    )
    assign_task(task, by=cell.secretary, at=at)
    assert told(cell.member) == [
        "Bạn được giao việc, hạn 12/6/2014: Soạn lịch trực",
        "Bạn được giao nhiệm vụ biên tập cổng tin từ 03/6/2014.",
        "Bạn giữ chức chi ủy viên từ 03/6/2014.",
    ]
    end_term(cell.member.terms.get(), on=today, document="QĐ 3-QĐ/ĐUK", by=cell.secretary, at=at)
    assert told(cell.member)[0] == "Bạn thôi chi ủy viên sau ngày 03/6/2014."


def test_years_that_are_entered_afterwards_are_news_to_nobody(cell, at):
    old = {"unit": cell.unit, "starts": date(2010, 6, 18), "ends": date(2011, 6, 18)}
    appoint(Term(person=cell.member, office=Office.DEPUTY, **old), by=cell.secretary, at=at)
    task = MeetingTaskFactory.build(
        unit=cell.unit, owner=cell.member, given_on=date(2012, 1, 1), due_on=date(2012, 2, 1)
    )
    assign_task(task, by=cell.secretary, at=at)
    assert told(cell.member) == []


def test_nobody_is_told_of_what_they_did_themselves(cell, at):
    charge(
        Duty(unit=cell.unit, person=cell.secretary, kind=DutyKind.TELLER, starts=at.date()), by=cell.secretary, at=at
    )
    assert told(cell.secretary) == []


def test_a_look_from_outside_is_told_and_one_from_the_committee_is_not(cell, at):
    outsider = a_cell().secretary
    record_look("xếp loại năm 2013", [cell.member.pk], unit=cell.unit, by=cell.secretary, at=at)
    assert told(cell.member) == []
    record_look("xếp loại năm 2013", [cell.member.pk], unit=cell.unit, by=outsider, at=at)
    assert told(cell.member) == ["Vũ Minh Hạnh, ngoài đơn vị, đã xem xếp loại năm 2013, trong đó có bạn."]


def test_what_was_read_is_new_no_more_and_goes_after_a_month(cell, at, operator):
    tell(cell.member, "Một tin", by=operator, at=at)
    entries = Entry.objects.count()
    assert read_all(cell.member, at=at + DAY) == 1
    assert told(cell.member) == []
    assert Notice.objects.count() == 1
    read_all(cell.member, at=at + 40 * DAY)
    assert Notice.objects.count() == 0
    assert Entry.objects.count() == entries


def test_the_database_refuses_a_notice_read_before_it_came(cell, at):
    with pytest.raises(IntegrityError, match="notice_read_after_it_came"), transaction.atomic():
        Notice.objects.create(person=cell.member, at=at, text="Một tin", read_at=at - DAY)
