"""Figures about meetings."""

from django.db.models import Exists, F, OuterRef
from django.db.models.functions import Coalesce
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from nennep.indicators.answers import Count, Distinct, Share, Total
from nennep.indicators.evidence import EvidenceRow, shown_as
from nennep.indicators.figures import figure
from nennep.meetings import queries
from nennep.meetings.models import (
    Attendance,
    AttendanceStatus,
    Contribution,
    Decision,
    Meeting,
    MeetingKind,
    PlannedMeeting,
    ThemePart,
    minutes_put_right,
)
from nennep.organisation.models import Unit
from nennep.organisation.periods import Period
from nennep.programme.models import TaskState


@shown_as(PlannedMeeting, "unit")
def planned_meeting(row: PlannedMeeting) -> EvidenceRow:
    return EvidenceRow(row.planned_on, str(row.get_kind_display()), row.content)


@shown_as(Meeting, "chair")
def meeting(row: Meeting) -> EvidenceRow:
    minutes = getattr(row, "theme_minutes", None)
    theme = "" if minutes is None else gettext("chuyên đề %(n)s phút") % {"n": minutes}
    put_right = getattr(row, "theme_put_right", None)
    if put_right:
        theme += gettext(" (biên bản ghi %(n)s, đã đính chính)") % {"n": minutes - put_right}
    chair = gettext("chủ trì %(name)s") % {"name": row.chair.name}
    return EvidenceRow(row.held_on, chair, f"{row.title}, {theme}" if theme else row.title)


@shown_as(ThemePart, "meeting")
def theme_part(row: ThemePart) -> EvidenceRow:
    put_right = getattr(row, "put_right", None)
    what = row.meeting.title
    if put_right:
        words = {"title": what, "before": row.minutes, "after": row.minutes + put_right}
        what = gettext("%(title)s (đính chính %(before)s thành %(after)s phút)") % words
    return EvidenceRow(row.meeting.held_on, str(row.get_part_display()), what, row.meeting.get_absolute_url())


@shown_as(Attendance, "meeting", "person")
def attendance(row: Attendance) -> EvidenceRow:
    note = row.reason or (gettext("%(n)s phút") % {"n": row.minutes_late} if row.minutes_late else "")
    what = f"{row.get_status_display()} ({note})" if note else str(row.get_status_display())
    return EvidenceRow(row.meeting.held_on, row.person.name, what)


@shown_as(Contribution, "meeting", "person")
def contribution(row: Contribution) -> EvidenceRow:
    return EvidenceRow(row.meeting.held_on, row.person.name, row.gist)


@shown_as(Decision, "meeting", "task__owner")
def decision(row: Decision) -> EvidenceRow:
    return EvidenceRow(row.meeting.held_on, row.task.owner.name, f"{row.task.text} ({row.task.get_state_display()})")


REGULAR = _("cuộc sinh hoạt thường kỳ trong kỳ")


@figure(
    "meetings.planned",
    _("Sinh hoạt thường kỳ theo lịch"),
    counts="cuộc",
    base=_("lịch sinh hoạt năm, theo ngày dự kiến"),
)
def planned(unit: Unit, period: Period) -> Count:
    return Count(PlannedMeeting.objects.of(unit).regular().within(period))


@figure("meetings.held", _("Sinh hoạt thường kỳ đã họp"), counts="cuộc", base=REGULAR)
def held(unit: Unit, period: Period) -> Count:
    return Count(Meeting.objects.of(unit).regular().within(period))


@figure(
    "meetings.theme_met",
    _("Cuộc có phần chuyên đề đủ thời lượng"),
    better="more",
    counts="cuộc",
    base=_("cuộc đã đo, khi chi bộ có quy định thời lượng"),
)
def theme_met(unit: Unit, period: Period) -> Count:
    return Count(queries.theme_met(unit).within(period), among=queries.judged(unit).within(period))


@figure(
    "meetings.theme_below",
    _("Cuộc có phần chuyên đề chưa đủ thời lượng"),
    better="fewer",
    counts="cuộc",
    base=_("cuộc đã đo, khi chi bộ có quy định thời lượng"),
)
def theme_below(unit: Unit, period: Period) -> Count:
    return Count(queries.theme_below(unit).within(period), among=queries.judged(unit).within(period))


@figure("meetings.theme_not_measured", _("Cuộc chưa đo phần chuyên đề"), better="fewer", counts="cuộc", base=REGULAR)
def theme_not_measured(unit: Unit, period: Period) -> Count:
    regular = Meeting.objects.of(unit).regular().within(period)
    return Count(queries.not_measured(unit).within(period), among=regular)


@figure(
    "meetings.theme_minutes",
    _("Thời gian dành cho chuyên đề"),
    counts="phút",
    base=_("các phần chuyên đề đã đo của sinh hoạt thường kỳ"),
)
def theme_minutes(unit: Unit, period: Period) -> Total:
    parts = ThemePart.objects.filter(
        meeting__unit=unit,
        meeting__kind=MeetingKind.REGULAR,
        meeting__held_on__gte=period.starts,
        meeting__held_on__lte=period.ends,
    )
    put_right = minutes_put_right(meeting=OuterRef("meeting"), part=OuterRef("part"))
    counted = parts.annotate(put_right=put_right, counted=F("minutes") + Coalesce(put_right, 0))
    return Total(counted.order_by("meeting__held_on", "pk"), of="counted")


@figure("meetings.thematic", _("Sinh hoạt chuyên đề"), counts="cuộc", base=_("mọi cuộc họp trong kỳ"))
def thematic(unit: Unit, period: Period) -> Count:
    every = Meeting.objects.of(unit).within(period)
    return Count(every.thematic(), among=every)


@figure("meetings.conferences", _("Hội nghị sơ kết, tổng kết"), counts="cuộc", base=_("mọi cuộc họp trong kỳ"))
def conferences(unit: Unit, period: Period) -> Count:
    every = Meeting.objects.of(unit).within(period)
    return Count(every.filter(kind=MeetingKind.CONFERENCE), among=every)


@figure(
    "meetings.added_from_above",
    _("Nội dung sinh hoạt bổ sung theo văn bản cấp trên"),
    counts="lần",
    base=_("lịch sinh hoạt năm"),
)
def added_from_above(unit: Unit, period: Period) -> Count:
    plan = PlannedMeeting.objects.of(unit).within(period)
    return Count(plan.filter(added_by__isnull=False).select_related("added_by"), among=plan)


@figure(
    "meetings.attendance_percent",
    _("Tỷ lệ dự sinh hoạt thường kỳ"),
    better="more",
    counts="%",
    base=_("lượt đảng viên phải dự, trừ người được miễn"),
    sensitive=True,
)
def attendance_percent(unit: Unit, period: Period) -> Share:
    expected = Attendance.objects.of(unit).at_regular().within(period).counted()
    return Share(expected.present(), base=expected)


@figure(
    "meetings.absent_unexcused",
    _("Lượt vắng không lý do"),
    better="fewer",
    counts="lượt",
    base=_("lượt đảng viên phải dự sinh hoạt thường kỳ"),
    sensitive=True,
)
def absent_unexcused(unit: Unit, period: Period) -> Count:
    expected = Attendance.objects.of(unit).at_regular().within(period).counted()
    return Count(expected.filter(status=AttendanceStatus.UNEXCUSED), among=expected)


@figure(
    "meetings.absent_excused",
    _("Lượt vắng có lý do"),
    counts="lượt",
    base=_("lượt đảng viên phải dự sinh hoạt thường kỳ"),
    sensitive=True,
)
def absent_excused(unit: Unit, period: Period) -> Count:
    expected = Attendance.objects.of(unit).at_regular().within(period).counted()
    return Count(expected.filter(status=AttendanceStatus.EXCUSED), among=expected)


@figure(
    "meetings.late_arrivals",
    _("Lượt đến muộn"),
    better="fewer",
    counts="lượt",
    base=_("lượt đảng viên phải dự sinh hoạt thường kỳ"),
    sensitive=True,
)
def late_arrivals(unit: Unit, period: Period) -> Count:
    expected = Attendance.objects.of(unit).at_regular().within(period).counted()
    return Count(expected.filter(status=AttendanceStatus.LATE), among=expected)


@figure("meetings.contributions", _("Lượt phát biểu"), counts="lượt", base=_("mọi cuộc họp trong kỳ"))
def contributions(unit: Unit, period: Period) -> Count:
    return Count(Contribution.objects.of(unit).within(period), among=Meeting.objects.of(unit).within(period))


@figure(
    "meetings.speakers",
    _("Người có phát biểu"),
    better="more",
    counts="người",
    base=_("người dự các cuộc họp trong kỳ"),
)
def speakers(unit: Unit, period: Period) -> Distinct:
    spoken = Contribution.objects.of(unit).within(period)
    return Distinct(spoken, of="person", among=Meeting.objects.of(unit).within(period))


@figure(
    "meetings.attenders",
    _("Đảng viên đã dự sinh hoạt"),
    counts="người",
    base=_("người dự sinh hoạt thường kỳ trong kỳ"),
    sensitive=True,
)
def attenders(unit: Unit, period: Period) -> Distinct:
    return Distinct(Attendance.objects.of(unit).at_regular().within(period).present(), of="person")


@figure(
    "meetings.silent_members",
    _("Lượt dự mà không phát biểu"),
    better="fewer",
    counts="lượt",
    base=_("lượt có mặt tại sinh hoạt thường kỳ"),
    sensitive=True,
)
def silent(unit: Unit, period: Period) -> Count:
    there = Attendance.objects.of(unit).at_regular().within(period).present()
    spoke = Contribution.objects.filter(meeting=OuterRef("meeting"), person=OuterRef("person"))
    return Count(there.exclude(Exists(spoke)), among=there)


@figure("meetings.decisions", _("Việc giao tại cuộc họp"), counts="việc", base=_("mọi cuộc họp trong kỳ"))
def decisions(unit: Unit, period: Period) -> Count:
    return Count(Decision.objects.of(unit).within(period), among=Meeting.objects.of(unit).within(period))


@figure(
    "meetings.decisions_done_percent",
    _("Việc giao đã xong"),
    better="more",
    counts="%",
    base=_("việc giao tại cuộc họp"),
    period_kind="at_end",
)
def decisions_done(unit: Unit, period: Period) -> Share:
    given = Decision.objects.of(unit).within(period)
    return Share(given.filter(task__state=TaskState.DONE, task__done_on__lte=period.ends), base=given)


@figure(
    "meetings.minutes_signed_on_time_percent",
    _("Biên bản ký đúng hạn"),
    better="more",
    counts="%",
    base=_("cuộc họp khi chi bộ có quy định hạn ký"),
)
def minutes_signed_on_time(unit: Unit, period: Period) -> Share:
    return Share(queries.signed_in_time(unit).within(period), base=queries.to_be_signed(unit).within(period))
