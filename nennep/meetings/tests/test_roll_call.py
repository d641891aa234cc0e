"""Who was there: present, late, absent, exempt, as the minutes say and the roll of the day knows."""

from datetime import date, timedelta

from nennep.indicators.figures import named
from nennep.meetings.actions import Record, Remark, record_meeting
from nennep.meetings.models import Attendance, AttendanceStatus, Meeting
from nennep.meetings.tests.factories import meeting_of
from nennep.organisation.models import Membership
from nennep.organisation.periods import Period
from nennep.organisation.tests.factories import ExemptionFactory, on_roll

YEAR = Period.year(2014)


def record(cell, at, *, remarks=None, **more):
    return record_meeting(meeting_of(cell, **more), Record(remarks=remarks or {}), by=cell.minutes_secretary, at=at)[0]


def status_of(meeting, person):
    return meeting.attendances.get(person=person).status


def attendance(cell):
    value = named("meetings.attendance_percent").value(cell.unit, YEAR)
    return value.part, value.whole


def test_everybody_required_who_is_not_named_was_present(cell, at):
    meeting = record(cell, at)
    present = meeting.attendances.filter(status=AttendanceStatus.PRESENT)
    assert {row.person for row in present} == cell.required
    assert attendance(cell) == (5, 5)


def test_a_probationary_member_is_counted_present(cell, at):
    meeting = record(cell, at)
    row = meeting.attendances.get(person=cell.probationary)
    assert (row.standing, row.status) == ("probationary", "present")
    Attendance.objects.filter(pk=row.pk).delete()
    assert attendance(cell) == (4, 4)


def test_an_exempt_member_is_listed_and_not_counted(cell, at):
    meeting = record(cell, at)
    assert status_of(meeting, cell.exempt) == AttendanceStatus.EXEMPT
    assert attendance(cell) == (5, 5)


def test_a_member_exempt_until_the_day_before_is_counted(cell, at):
    cell.exempt.exemptions.update(ends=date(2014, 3, 3))
    meeting = record(cell, at, held_on=date(2014, 3, 4))
    assert status_of(meeting, cell.exempt) == AttendanceStatus.PRESENT
    assert attendance(cell) == (6, 6)


def test_an_exemption_in_another_unit_does_not_count_here(cell, at):
    ExemptionFactory(person=cell.member)
    assert status_of(record(cell, at), cell.member) == AttendanceStatus.PRESENT


def test_whoever_came_late_was_there(cell, at):
    meeting = record(cell, at, remarks={cell.member: Remark(AttendanceStatus.LATE, minutes_late=10)})
    row = meeting.attendances.get(person=cell.member)
    assert (row.status, row.minutes_late) == ("late", 10)
    assert attendance(cell) == (5, 5)
    assert named("meetings.late_arrivals").value(cell.unit, YEAR).number == 1


def test_absent_with_or_without_a_reason_lowers_the_rate(cell, at):
    remarks = {
        cell.member: Remark(AttendanceStatus.EXCUSED, "đi công tác"),
        cell.other_member: Remark(AttendanceStatus.UNEXCUSED),
    }
    meeting = record(cell, at, remarks=remarks)
    assert meeting.attendances.get(person=cell.member).reason == "đi công tác"
    assert attendance(cell) == (3, 5)
    assert named("meetings.absent_excused").value(cell.unit, YEAR).number == 1
    assert named("meetings.absent_unexcused").value(cell.unit, YEAR).number == 1


def test_a_colleague_outside_the_party_is_not_on_the_roll_of_a_meeting(cell, at):
    assert not record(cell, at).attendances.filter(person=cell.colleague).exists()


def test_the_roll_is_that_of_the_day_of_the_meeting_not_of_the_day_of_entry(cell, at):
    gone = on_roll(cell.unit, "Mai Thị Hòa", starts=date(2010, 1, 1), ends=date(2014, 3, 31))
    meeting = record(cell, at, held_on=date(2014, 3, 4))
    newcomer = on_roll(cell.unit, "Hoàng Văn Đạt", starts=date(2014, 5, 1))
    later = record(cell, at, held_on=date(2014, 5, 6))
    assert meeting.attendances.filter(person=gone).exists()
    assert not later.attendances.filter(person=gone).exists()
    assert later.attendances.filter(person=newcomer).exists()
    assert not meeting.attendances.filter(person=newcomer).exists()


def test_a_new_member_is_counted_from_the_first_day(cell, at):
    first = cell.probationary.memberships.get().starts
    before = record(cell, at, held_on=first - timedelta(days=1))
    same_day = record(cell, at, held_on=first)
    assert before.attendances.filter(person=cell.probationary).count() == 0
    assert same_day.attendances.filter(person=cell.probationary).count() == 1


def test_the_list_of_meetings_knows_who_came_out_of_whom(cell, at):
    record(cell, at, remarks={cell.member: Remark(AttendanceStatus.EXCUSED, "ốm")})
    meeting = Meeting.objects.of(cell.unit).with_attendance().get()
    assert (meeting.present, meeting.expected) == (4, 5)


def test_nobody_on_the_roll_makes_no_attendance_rate_at_all(cell, at):
    Membership.objects.filter(unit=cell.unit).update(ends=date(2014, 2, 2), starts=date(2010, 1, 1))
    record(cell, at)
    assert named("meetings.attendance_percent").value(cell.unit, YEAR).number is None
