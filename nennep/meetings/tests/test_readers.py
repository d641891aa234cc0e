"""What was studied at a meeting is known by those who were there."""

from datetime import date, datetime, timedelta

import pytest

from nennep.documents.actions import know, require_knowledge, withdraw_requirement
from nennep.documents.models import Dissemination, Document, Reader
from nennep.documents.tests.factories import DirectiveFactory, DocumentFactory
from nennep.ledger.models import Entry
from nennep.meetings.closing.actions import close_meeting
from nennep.meetings.live.actions import open_meeting
from nennep.meetings.live.tests.goings_on import DAY, GoingOn, at_minute
from nennep.meetings.models import AttendanceStatus, Meeting, Note, ThemePart
from nennep.meetings.preparing.actions import attach_papers
from nennep.meetings.readers import mark_known_at, studied_at
from nennep.meetings.tests.factories import AttendanceFactory, MeetingFactory
from nennep.organisation.access import NotAllowed

DUE = date(2014, 6, 30)


@pytest.fixture
def directive(cell) -> Document:
    return DirectiveFactory(register=cell.unit, number=3)


@pytest.fixture
def meeting(cell) -> Meeting:
    return MeetingFactory(unit=cell.unit, held_on=DAY, chair=cell.secretary, minutes_secretary=cell.minutes_secretary)


def were(meeting: Meeting, **by_status) -> None:
    for status, people in by_status.items():
        for person in people:
            AttendanceFactory(meeting=meeting, person=person, status=AttendanceStatus[status.upper()])


def required(document: Document, cell, at: datetime, audience: str = "everyone"):
    return require_knowledge(document, audience, DUE, by=cell.secretary, at=at - timedelta(days=20))


def knowing(requirement) -> set:
    return {reader.person for reader in requirement.readers.filter(known_on__isnull=False)}


def test_who_was_there_knows_it_late_or_not_and_who_was_absent_does_not(cell, directive, meeting, at):
    requirement = required(directive, cell, at)
    were(
        meeting,
        present=[cell.secretary, cell.member],
        late=[cell.probationary],
        excused=[cell.other_member],
        unexcused=[cell.minutes_secretary],
        exempt=[cell.exempt],
    )
    assert mark_known_at(meeting, [directive], by=cell.minutes_secretary, at=at) == 3
    assert knowing(requirement) == {cell.secretary, cell.member, cell.probationary}
    assert set(requirement.readers.filter(known_on__isnull=False).values_list("known_on", "form")) == {(DAY, "meeting")}


def test_the_register_of_the_document_says_at_which_meeting_the_unit_was_told(cell, directive, meeting, at):
    required(directive, cell, at)
    were(meeting, present=[cell.member])
    mark_known_at(meeting, [directive], by=cell.minutes_secretary, at=at)
    told = Dissemination.objects.get()
    assert (told.unit, told.document, told.held_on, told.form) == (cell.unit, directive, DAY, "meeting")


def test_a_second_time_marks_nobody_and_writes_nothing(cell, directive, meeting, at):
    required(directive, cell, at)
    were(meeting, present=[cell.secretary, cell.member])
    mark_known_at(meeting, [directive], by=cell.minutes_secretary, at=at)
    before = Entry.objects.count()
    assert mark_known_at(meeting, [directive], by=cell.minutes_secretary, at=at) == 0
    assert Entry.objects.count() == before


def test_whoever_had_read_it_before_keeps_their_own_day(cell, directive, meeting, at):
    requirement = required(directive, cell, at)
    earlier = at - timedelta(days=9)
    know(requirement.readers.get(person=cell.member), by=cell.member, at=earlier)
    were(meeting, present=[cell.secretary, cell.member])
    assert mark_known_at(meeting, [directive], by=cell.minutes_secretary, at=at) == 1
    reader = requirement.readers.get(person=cell.member)
    assert (reader.known_on, reader.form) == (earlier.date(), "reading")


def test_a_withdrawn_requirement_and_one_of_another_document_are_left_alone(cell, directive, meeting, at):
    withdrawn = required(directive, cell, at)
    withdraw_requirement(withdrawn, by=cell.secretary, at=at)
    other = required(DirectiveFactory(register=cell.unit, number=4), cell, at)
    were(meeting, present=[cell.member])
    assert mark_known_at(meeting, [directive], by=cell.minutes_secretary, at=at) == 0
    assert not knowing(withdrawn) | knowing(other)
    assert not Dissemination.objects.exists()


def test_each_document_that_was_studied_is_marked_for_itself(cell, directive, meeting, at):
    other = DirectiveFactory(register=cell.unit, number=4)
    required(directive, cell, at)
    required(other, cell, at)
    were(meeting, present=[cell.secretary, cell.member])
    assert mark_known_at(meeting, [directive, other], by=cell.minutes_secretary, at=at) == 4


def test_where_nobody_of_those_who_have_to_know_it_was_there_nobody_was_told(cell, directive, meeting, at):
    required(directive, cell, at, audience="committee")
    were(meeting, present=[cell.member], excused=[cell.secretary])
    assert mark_known_at(meeting, [directive], by=cell.minutes_secretary, at=at) == 0
    assert not Dissemination.objects.exists()


def test_whoever_does_not_keep_the_books_marks_nobody(cell, directive, meeting, at):
    requirement = required(directive, cell, at)
    were(meeting, present=[cell.member])
    with pytest.raises(NotAllowed):
        mark_known_at(meeting, [directive], by=cell.member, at=at)
    assert not knowing(requirement)


def test_papers_and_what_the_study_part_names_were_studied_and_no_more(cell, directive):
    going_on = GoingOn(cell, opened=False)
    paper = DocumentFactory(register=cell.unit, number=7)
    elsewhere = DirectiveFactory(register=cell.unit, number=9)
    attach_papers(going_on.preparation, [paper, directive], by=cell.secretary, at=at_minute(-3000))
    meeting = MeetingFactory(unit=cell.unit, held_on=DAY)
    type(going_on.preparation).objects.update(opened_at=at_minute(0), meeting=meeting)
    study, named = ThemePart.Part.STUDY, DirectiveFactory(register=cell.unit, number=5, issued_on=date(2012, 3, 1))
    Note.objects.create(meeting=meeting, order=1, part=study, text="Đọc Chỉ thị 5-CT/TW và Chỉ thị 3-CT/TW.")
    Note.objects.create(meeting=meeting, order=2, text=f"Nhắc hạn báo cáo theo {elsewhere.code}.")
    assert studied_at(meeting) == [*sorted([paper, directive], key=lambda row: row.pk), named]


def test_a_meeting_without_papers_or_study_has_studied_nothing(meeting):
    assert studied_at(meeting) == []


def test_after_the_close_of_a_meeting_its_papers_are_known_by_those_who_came(cell, directive, at):
    requirement = required(directive, cell, at)
    going_on = GoingOn(cell, opened=False)
    attach_papers(going_on.preparation, [directive], by=cell.secretary, at=at_minute(-3000))
    open_meeting(going_on.preparation, by=cell.minutes_secretary, at=at_minute(-1))
    going_on.go_through()
    meeting = close_meeting(going_on.preparation, by=cell.minutes_secretary, at=at_minute(50))
    assert cell.other_member not in knowing(requirement)
    assert Reader.objects.filter(known_on=DAY).count() == 4
    assert mark_known_at(meeting, studied_at(meeting), by=cell.minutes_secretary, at=at_minute(51)) == 0
