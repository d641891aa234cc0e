"""A meeting that was written down while it went on becomes the record, whole, in one act."""

from datetime import date, time

import pytest
from django.core.exceptions import ValidationError

from nennep.indicators.figures import named
from nennep.ledger.models import Entry
from nennep.meetings.closing.actions.close import close_meeting
from nennep.meetings.live.tests.goings_on import DAY, GoingOn, at_minute
from nennep.meetings.models import ClockCorrection, Decision, Meeting, Praise
from nennep.organisation.access import NotAllowed
from nennep.organisation.periods import Period
from nennep.programme.models import Task


@pytest.fixture
def going_on(cell) -> GoingOn:
    return GoingOn(cell)


def closed(going_on: GoingOn, minute: float = 50) -> Meeting:
    return close_meeting(going_on.preparation, by=going_on.cell.secretary, at=at_minute(minute))


def test_everything_that_was_written_is_in_the_record(going_on, cell):
    going_on.go_through()
    meeting = closed(going_on)
    assert (meeting.held_on, meeting.starts_at, meeting.ends_at) == (DAY, time(14, 0), time(14, 45))
    assert dict(meeting.theme_parts.values_list("part", "minutes")) == {
        "study": 12,
        "results": 5,
        "self": 8,
        "lessons": 3,
        "next": 4,
    }
    assert list(meeting.agenda.order_by("order").values_list("title", "taken")) == [
        ("Mở đầu", 5),
        ("Chuyên đề: cần, kiệm", 32),
        ("Kết luận", 8),
    ]
    roll = dict(meeting.attendances.values_list("person__name", "status"))
    assert roll["Trịnh Công Bằng"] == "excused"
    assert roll["Trần Đình Khoát"] == "exempt"
    assert sum(status == "present" for status in roll.values()) == 4
    spoken = meeting.contributions.get()
    assert (spoken.person, spoken.part) == (cell.member, "self")
    vote = meeting.votes.get()
    assert (vote.hands.entitled, vote.hands.present, vote.hands.in_favour) == (4, 3, 3)


def test_a_decision_is_a_task_of_its_owner_and_is_heard_at_the_meeting_of_its_month(going_on, cell):
    going_on.go_through()
    closed(going_on)
    decision = Decision.objects.get()
    assert (decision.task.owner, decision.task.due_on) == (cell.other_member, date(2014, 7, 1))
    assert decision.heard_in == date(2014, 7, 1)


def test_the_figures_count_the_meeting_from_its_close_and_not_before(going_on):
    going_on.go_through()
    held = named("meetings.held")
    assert held.value(going_on.cell.unit, Period.year(2014)).number is None
    closed(going_on)
    assert held.value(going_on.cell.unit, Period.year(2014)).number == 1


def test_what_is_missing_is_said_all_at_once_and_nothing_is_recorded(going_on):
    before = Entry.objects.count()
    with pytest.raises(ValidationError) as refused:
        closed(going_on)
    assert refused.value.messages == [
        "Chưa mục nào bắt đầu.",
        "Còn 5 người chưa điểm danh.",
        "Chưa ghi kết luận.",
    ]
    assert not Meeting.objects.exists()
    assert Entry.objects.count() == before


def test_a_meeting_closes_once(going_on):
    going_on.go_through()
    closed(going_on)
    with pytest.raises(ValidationError, match="đã kết thúc"):
        closed(going_on)
    assert Meeting.objects.count() == 1


def test_whoever_does_not_keep_the_books_closes_nothing(going_on, cell):
    going_on.go_through()
    with pytest.raises(NotAllowed):
        close_meeting(going_on.preparation, by=cell.member, at=at_minute(50))
    assert not Meeting.objects.exists()


def test_an_item_that_was_not_reached_has_no_minutes_and_moves_on(going_on, cell):
    from nennep.meetings.preparing.agenda import moved_on
    from nennep.meetings.tests.factories import PlannedMeetingFactory

    going_on.say("step", 0, step=going_on.step("Mở đầu"))
    going_on.say("rest", 1)
    going_on.say("conclusion", 2, text="Hoãn.")
    going_on.say("step", 5, step="end")
    meeting = closed(going_on)
    assert list(meeting.agenda.order_by("order").values_list("taken", flat=True)) == [5, None, None]
    assert not meeting.theme_parts.exists()
    following = PlannedMeetingFactory(unit=cell.unit, planned_on=date(2014, 7, 1))
    assert [line.title for line in moved_on(following)] == ["Chuyển từ kỳ trước: Kết luận"]


def test_a_corrected_clock_keeps_what_was_measured_and_why(going_on, cell):
    going_on.go_through()
    going_on.say("clock", 46, step=going_on.step("next"), minutes=15, reason="quên bấm")
    meeting = closed(going_on)
    assert meeting.theme_parts.get(part="next").minutes == 15
    correction = ClockCorrection.objects.get()
    assert (correction.measured, correction.corrected, correction.reason) == (4, 15, "quên bấm")
    assert correction.by == cell.minutes_secretary


def test_praise_and_reminders_are_kept_with_their_reasons(going_on, cell):
    going_on.go_through()
    going_on.say("praise", 46, praise="praise", person=cell.member.pk, reason="hẹn đúng 12 hồ sơ")
    closed(going_on)
    praise = Praise.objects.get()
    assert (praise.kind, praise.person, praise.reason) == ("praise", cell.member, "hẹn đúng 12 hồ sơ")


def test_after_the_close_nothing_more_can_be_written_into_it(going_on):
    going_on.go_through()
    closed(going_on)
    late = going_on.say("note", 55, step=going_on.step("Kết luận"), text="thêm")
    assert [told for tolds in late.refused.values() for told in tolds] == [
        "Cuộc họp đã kết thúc; ghi thêm bằng đính chính."
    ]
    assert Task.objects.count() == 1


def test_a_meeting_that_ends_where_it_begins_is_refused_and_goes_on(going_on):
    going_on.say("step", 0, step=going_on.step("Mở đầu"))
    going_on.say("rest", 0)
    going_on.say("conclusion", 0, text="Xong.")
    going_on.say("step", 0.5, step="end")
    with pytest.raises(ValidationError, match="Giờ kết thúc phải sau giờ bắt đầu"):
        closed(going_on)
    assert not Meeting.objects.exists()
    going_on.say("step", 10, step="end")
    assert closed(going_on).length == 10


def test_entered_from_paper_the_times_are_those_of_the_sheet(going_on, cell):
    for step, clock in (("Mở đầu", "14:00"), ("study", "14:06"), ("Kết luận", "14:40")):
        going_on.say("step", 600, step=going_on.step(step), clock=clock)
    going_on.say("step", 600, step="end", clock="14:52")
    going_on.say("rest", 600)
    going_on.say("conclusion", 600, text="Xong.")
    meeting = closed(going_on, 601)
    assert (meeting.starts_at, meeting.ends_at) == (time(14, 0), time(14, 52))
    assert dict(meeting.theme_parts.values_list("part", "minutes")) == {"study": 34}
