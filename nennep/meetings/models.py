"""Sinh hoạt: planned and held meetings, how long each part really took, who was there, who spoke, what was decided."""

from datetime import datetime, timedelta
from typing import Self

from django.db import models
from django.db.models import Count, F, OuterRef, Q, Subquery, Sum
from django.urls import reverse
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from nennep.documents.models import Document
from nennep.organisation.models import Person, Standing, Unit
from nennep.organisation.records import UnitRecords
from nennep.programme.models import Task
from nennep.vietnamese.dates import short_date


class MeetingKind(models.TextChoices):
    """A thematic meeting never replaces a regular one (domain 1.1)."""

    REGULAR = "regular", _("thường kỳ")
    THEMATIC = "thematic", _("chuyên đề")
    COMMITTEE = "committee", _("chi ủy")
    AD_HOC = "ad_hoc", _("bất thường")
    REVIEW = "review", _("kiểm điểm")
    CONFERENCE = "conference", _("hội nghị")


class PlannedMeetingRecords(UnitRecords["PlannedMeeting"]):
    day_field = "planned_on"

    def regular(self) -> Self:
        return self.filter(kind=MeetingKind.REGULAR)


class PlannedMeeting(models.Model):
    """A line of the year's agenda plan, from January or added by a level above with its document."""

    unit = models.ForeignKey(Unit, verbose_name=_("đơn vị"), on_delete=models.PROTECT, related_name="planned_meetings")
    month = models.DateField(_("tháng"))
    kind = models.CharField(_("loại"), max_length=12, choices=MeetingKind.choices)
    planned_on = models.DateField(_("ngày dự kiến"))
    content = models.CharField(_("nội dung chính"), max_length=500)
    added_by = models.ForeignKey(
        Document, verbose_name=_("bổ sung theo"), on_delete=models.PROTECT, related_name="+", null=True, blank=True
    )

    objects = PlannedMeetingRecords.as_manager()

    class Meta:
        verbose_name = _("lịch sinh hoạt")
        verbose_name_plural = _("lịch sinh hoạt")
        ordering = ["planned_on", "pk"]
        constraints = [
            models.UniqueConstraint(name="planned_meeting_once", fields=["unit", "kind", "planned_on"]),
            models.CheckConstraint(name="planned_meeting_first_of_month", condition=Q(month__day=1)),
        ]

    def __str__(self) -> str:
        return f"{self.get_kind_display()}, {short_date(self.planned_on)}"

    def get_absolute_url(self) -> str:
        return reverse("meetings:year", args=[self.unit.code, self.month.year])


class MeetingRecords(UnitRecords["Meeting"]):
    day_field = "held_on"

    def regular(self) -> Self:
        return self.filter(kind=MeetingKind.REGULAR)

    def thematic(self) -> Self:
        return self.filter(kind=MeetingKind.THEMATIC)

    def with_theme_minutes(self) -> Self:
        """`theme_minutes`: the measured length of the theme block, None where nobody measured it."""
        parts = ThemePart.objects.filter(meeting=OuterRef("pk")).order_by().values("meeting")
        # A subquery: a join would count the minutes once for every person on the roll.
        return self.annotate(theme_minutes=Subquery(parts.values(total=Sum("minutes"))))

    def with_attendance(self) -> Self:
        """`present` out of `expected`: those required, exempt people left out (domain 1.4)."""
        counted = Q(attendances__status__in=COUNTED)
        return self.annotate(
            expected=Count("attendances", filter=counted, distinct=True),
            present=Count("attendances", filter=Q(attendances__status__in=PRESENT), distinct=True),
        )


class Meeting(models.Model):
    """A meeting that took place, with the minutes that were kept of it."""

    unit = models.ForeignKey(Unit, verbose_name=_("đơn vị"), on_delete=models.PROTECT, related_name="meetings")
    kind = models.CharField(_("loại"), max_length=12, choices=MeetingKind.choices)
    held_on = models.DateField(_("ngày"))
    title = models.CharField(_("tiêu đề"), max_length=300)
    starts_at = models.TimeField(_("bắt đầu"))
    ends_at = models.TimeField(_("kết thúc"))
    place = models.CharField(_("địa điểm"), max_length=200)
    chair = models.ForeignKey(Person, verbose_name=_("chủ trì"), on_delete=models.PROTECT, related_name="+")
    minutes_secretary = models.ForeignKey(Person, verbose_name=_("thư ký"), on_delete=models.PROTECT, related_name="+")
    guests = models.CharField(_("khách"), max_length=500, blank=True)
    conclusion = models.TextField(_("kết luận"))
    minutes_signed_on = models.DateField(_("ngày ký biên bản"), null=True, blank=True)
    note = models.CharField(_("ghi chú"), max_length=500, blank=True)

    objects = MeetingRecords.as_manager()

    class Meta:
        verbose_name = _("cuộc họp")
        verbose_name_plural = _("sinh hoạt")
        ordering = ["held_on", "pk"]
        constraints = [
            models.UniqueConstraint(name="meeting_one_of_a_kind_a_day", fields=["unit", "held_on", "kind"]),
            models.CheckConstraint(
                name="meeting_ends_after_start",
                violation_error_message=_("Giờ kết thúc phải sau giờ bắt đầu."),
                condition=Q(ends_at__gt=F("starts_at")),
            ),
            models.CheckConstraint(
                name="meeting_signed_after_held",
                violation_error_message=_("Biên bản không thể ký trước ngày họp."),
                condition=Q(minutes_signed_on__isnull=True) | Q(minutes_signed_on__gte=F("held_on")),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.title}, {short_date(self.held_on)}"

    def get_absolute_url(self) -> str:
        return reverse("meetings:meeting", args=[self.pk])

    @property
    def length(self) -> int:
        """Minutes from opening to close."""
        day = self.held_on
        return int((datetime.combine(day, self.ends_at) - datetime.combine(day, self.starts_at)) / timedelta(minutes=1))


class ThemePart(models.Model):
    """One of the five parts of the theme block and the minutes it really took; not measured means no row."""

    class Part(models.TextChoices):
        STUDY = "study", _("nghiên cứu")
        RESULTS = "results", _("kiểm điểm kết quả")
        SELF = "self", _("liên hệ")
        LESSONS = "lessons", _("rút kinh nghiệm")
        NEXT = "next", _("giải pháp tháng sau")

    meeting = models.ForeignKey(Meeting, on_delete=models.CASCADE, related_name="theme_parts")
    part = models.CharField(_("phần"), max_length=8, choices=Part.choices)
    minutes = models.PositiveSmallIntegerField(_("số phút"))

    class Meta:
        verbose_name = _("phần chuyên đề")
        verbose_name_plural = _("phần chuyên đề")
        ordering = ["pk"]
        constraints = [models.UniqueConstraint(name="theme_part_once", fields=["meeting", "part"])]

    def __str__(self) -> str:
        return f"{self.get_part_display()}: " + gettext("%(n)s phút") % {"n": self.minutes}


class AgendaItem(models.Model):
    """A line of the agenda with the minutes planned for it."""

    meeting = models.ForeignKey(Meeting, on_delete=models.CASCADE, related_name="agenda")
    order = models.PositiveSmallIntegerField(_("thứ tự"))
    title = models.CharField(_("mục"), max_length=300)
    minutes = models.PositiveSmallIntegerField(_("số phút dự kiến"))
    is_theme = models.BooleanField(_("phần chuyên đề"), default=False)

    class Meta:
        verbose_name = _("mục chương trình")
        verbose_name_plural = _("mục chương trình")
        ordering = ["meeting", "order"]
        constraints = [models.UniqueConstraint(name="agenda_item_one_order", fields=["meeting", "order"])]

    def __str__(self) -> str:
        return self.title


class AttendanceStatus(models.TextChoices):
    PRESENT = "present", _("có mặt")
    LATE = "late", _("đến muộn")
    EXCUSED = "excused", _("vắng có lý do")
    UNEXCUSED = "unexcused", _("vắng không lý do")
    EXEMPT = "exempt", _("miễn sinh hoạt")


PRESENT = [AttendanceStatus.PRESENT, AttendanceStatus.LATE]
COUNTED = [*PRESENT, AttendanceStatus.EXCUSED, AttendanceStatus.UNEXCUSED]


class AttendanceRecords(UnitRecords["Attendance"]):
    unit_field = "meeting__unit"
    day_field = "meeting__held_on"

    def at_regular(self) -> Self:
        return self.filter(meeting__kind=MeetingKind.REGULAR)

    def counted(self) -> Self:
        return self.filter(status__in=COUNTED)

    def present(self) -> Self:
        return self.filter(status__in=PRESENT)


class Attendance(models.Model):
    """Whether one person was there: present, late, absent with or without reason, or exempt."""

    meeting = models.ForeignKey(Meeting, on_delete=models.CASCADE, related_name="attendances")
    person = models.ForeignKey(Person, verbose_name=_("người"), on_delete=models.PROTECT, related_name="attendances")
    standing = models.CharField(_("tư cách"), max_length=20, choices=Standing.choices)
    status = models.CharField(_("điểm danh"), max_length=10, choices=AttendanceStatus.choices)
    minutes_late = models.PositiveSmallIntegerField(_("muộn (phút)"), null=True, blank=True)
    reason = models.CharField(_("lý do"), max_length=200, blank=True)

    objects = AttendanceRecords.as_manager()

    class Meta:
        verbose_name = _("điểm danh")
        verbose_name_plural = _("điểm danh")
        ordering = ["meeting__held_on", "person__name_key"]
        constraints = [
            models.UniqueConstraint(name="attendance_once", fields=["meeting", "person"]),
            models.CheckConstraint(
                name="attendance_late_by_minutes", condition=Q(minutes_late__isnull=True) | Q(status="late")
            ),
        ]

    def __str__(self) -> str:
        return f"{self.person}: {self.get_status_display()}"

    def get_absolute_url(self) -> str:
        return self.meeting.get_absolute_url()


class ContributionRecords(UnitRecords["Contribution"]):
    unit_field = "meeting__unit"
    day_field = "meeting__held_on"


class Contribution(models.Model):
    """Who spoke, and the gist in a line."""

    meeting = models.ForeignKey(Meeting, on_delete=models.CASCADE, related_name="contributions")
    order = models.PositiveSmallIntegerField(_("thứ tự"))
    person = models.ForeignKey(Person, verbose_name=_("người phát biểu"), on_delete=models.PROTECT, related_name="+")
    gist = models.CharField(_("ý kiến"), max_length=500)

    objects = ContributionRecords.as_manager()

    class Meta:
        verbose_name = _("ý kiến")
        verbose_name_plural = _("ý kiến phát biểu")
        ordering = ["meeting__held_on", "order"]
        constraints = [models.UniqueConstraint(name="contribution_one_order", fields=["meeting", "order"])]

    def __str__(self) -> str:
        return f"{self.person}: {self.gist}"

    def get_absolute_url(self) -> str:
        return self.meeting.get_absolute_url()


class DecisionRecords(UnitRecords["Decision"]):
    unit_field = "meeting__unit"
    day_field = "meeting__held_on"


class Decision(models.Model):
    """What a meeting decided; the task that carries it out is the programme's."""

    meeting = models.ForeignKey(Meeting, on_delete=models.PROTECT, related_name="decisions")
    task = models.OneToOneField(Task, on_delete=models.PROTECT, related_name="decision")

    objects = DecisionRecords.as_manager()

    class Meta:
        verbose_name = _("việc được giao tại cuộc họp")
        verbose_name_plural = _("việc giao")
        ordering = ["meeting__held_on", "pk"]

    def __str__(self) -> str:
        return str(self.task)

    def get_absolute_url(self) -> str:
        return self.meeting.get_absolute_url()
