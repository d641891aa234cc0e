"""A meeting is put on record whole: once, in one act; the same again writes nothing."""

from datetime import date

import pytest
from django.core.exceptions import ValidationError

from nennep.ledger.acts import Outcome
from nennep.ledger.chain import commit_to
from nennep.ledger.models import Entry
from nennep.meetings.actions import Record, Remark, plan_meeting, record_decision, record_meeting
from nennep.meetings.models import AttendanceStatus, Decision, Meeting, PlannedMeeting
from nennep.meetings.tests.factories import MeetingFactory, meeting_of
from nennep.organisation.access import NotAllowed
from nennep.programme.tests.factories import MeetingTaskFactory


def a_record(cell, **more):
    values = {
        "agenda": [("Mở đầu", 5), ("Chuyên đề: cần, kiệm", 30)],
        "theme": {"study": 12, "results": 5, "self": 8, "lessons": 3, "next": 4},
        "remarks": {cell.member: Remark(AttendanceStatus.EXCUSED, "đi công tác")},
        "contributions": [(cell.other_member, "gửi tài liệu sớm"), (cell.secretary, "ghi nhận")],
    }
    return Record(**(values | more))


def put(cell, at, record=None, **more):
    return record_meeting(meeting_of(cell, **more), record or a_record(cell), by=cell.minutes_secretary, at=at)


def test_everything_in_the_minutes_stands_under_the_meeting(cell, at):
    meeting, outcome = put(cell, at)
    assert outcome is Outcome.ADDED
    assert list(meeting.agenda.values_list("order", "title", "minutes", "is_theme")) == [
        (1, "Mở đầu", 5, False),
        (2, "Chuyên đề: cần, kiệm", 30, True),
    ]
    assert dict(meeting.theme_parts.values_list("part", "minutes")) == a_record(cell).theme
    assert [(row.person, row.gist) for row in meeting.contributions.all()] == a_record(cell).contributions
    assert Meeting.objects.with_theme_minutes().get().theme_minutes == 32


def test_one_meeting_is_one_entry_of_the_ledger(cell, at):
    meeting, _ = put(cell, at)
    entry = Entry.objects.get()
    assert (entry.act, entry.subject) == ("meetings.record", f"meetings.meeting:{meeting.pk}")


def test_recording_the_same_meeting_twice_changes_nothing_and_writes_nothing(cell, at):
    first, _ = put(cell, at)
    rows = list(first.attendances.values_list("pk", flat=True))
    again, outcome = put(cell, at)
    assert (outcome, again) == (Outcome.UNCHANGED, first)
    assert list(first.attendances.values_list("pk", flat=True)) == rows
    assert Entry.objects.count() == 1


CORRECTIONS = {
    "another word in the conclusion": lambda cell: ({"conclusion": "Khác."}, {}),
    "another minute of the theme": lambda cell: ({}, {"theme": {"study": 13}}),
    "nothing measured after all": lambda cell: ({}, {"theme": {}}),
    "another person absent": lambda cell: ({}, {"remarks": {cell.other_member: Remark(AttendanceStatus.UNEXCUSED)}}),
    "another reason": lambda cell: ({}, {"remarks": {cell.member: Remark(AttendanceStatus.EXCUSED, "ốm")}}),
    "another line of the agenda": lambda cell: ({}, {"agenda": [("Mở đầu", 5)]}),
    "somebody else spoke": lambda cell: ({}, {"contributions": [(cell.member, "gửi tài liệu sớm")]}),
}


@pytest.mark.parametrize("what", CORRECTIONS)
def test_any_difference_is_a_correction_and_one_more_entry(cell, at, what):
    put(cell, at)
    columns, parts = CORRECTIONS[what](cell)
    _, outcome = put(cell, at, a_record(cell, **parts), **columns)
    assert outcome is Outcome.CORRECTED
    assert list(Entry.objects.order_by("sequence").values_list("act", flat=True)) == [
        "meetings.record",
        "meetings.record.correct",
    ]
    assert Meeting.objects.count() == 1
    assert put(cell, at, a_record(cell, **parts), **columns)[1] is Outcome.UNCHANGED


def test_the_entry_commits_to_what_the_minutes_hold_and_not_only_to_their_head(cell, at):
    from nennep.ledger.acts import content_of
    from nennep.meetings.actions import wanted_parts

    meeting, _ = put(cell, at)
    entry = Entry.objects.get()
    stored = Meeting.objects.get()
    parts = wanted_parts(stored, a_record(cell))
    assert entry.commitment == commit_to({**content_of(stored), **parts}, entry.opening.value)


def test_a_meeting_that_the_database_refuses_leaves_no_part_and_no_entry(cell, at):
    with pytest.raises(ValidationError, match="Biên bản không thể ký trước ngày họp"):
        put(cell, at, minutes_signed_on=date(2014, 1, 1))
    assert not Meeting.objects.exists()
    assert not Entry.objects.exists()


def test_a_meeting_of_an_unknown_kind_is_refused(cell, at):
    with pytest.raises(ValidationError):
        put(cell, at, kind="picnic")
    assert not Meeting.objects.exists()


def test_a_member_without_the_books_records_no_meeting(cell, at):
    with pytest.raises(NotAllowed):
        record_meeting(meeting_of(cell), Record(), by=cell.member, at=at)
    assert not Meeting.objects.exists()


def test_a_decision_hangs_on_its_meeting_once(cell, at):
    meeting = MeetingFactory(unit=cell.unit)
    task = MeetingTaskFactory(unit=cell.unit, owner=cell.member)
    outcomes = [record_decision(Decision(meeting=meeting, task=task), by=cell.secretary, at=at)[1] for _ in "ab"]
    assert outcomes == [Outcome.ADDED, Outcome.UNCHANGED]
    assert task.decision.meeting == meeting


def test_only_the_committee_plans_the_year(cell, at):
    def planned():
        day = date(2014, 3, 4)
        return PlannedMeeting(unit=cell.unit, month=day.replace(day=1), kind="regular", planned_on=day, content="x")

    with pytest.raises(NotAllowed):
        plan_meeting(planned(), by=cell.minutes_secretary, at=at)
    assert not PlannedMeeting.objects.exists()
    assert plan_meeting(planned(), by=cell.secretary, at=at)[1] is Outcome.ADDED
