"""Who was there."""

from typing import Self

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from nennep.meetings.models.meeting import Meeting
from nennep.meetings.models.plans import MeetingKind
from nennep.meetings.models.statuses import COUNTED, PRESENT, AttendanceStatus
from nennep.organisation.models import Person, Standing
from nennep.organisation.records import UnitRecords


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
    """Whether one person was there: present, late, absent with or without reason, exempt, or meeting elsewhere for a time."""

    meeting = models.ForeignKey(Meeting, on_delete=models.CASCADE, related_name="attendances")
    person = models.ForeignKey(Person, verbose_name=_("người"), on_delete=models.PROTECT, related_name="attendances")
    standing = models.CharField(_("tư cách"), max_length=20, choices=Standing.choices)
    status = models.CharField(_("điểm danh"), max_length=10, choices=AttendanceStatus.choices)
    minutes_late = models.PositiveSmallIntegerField(_("muộn (phút)"), null=True, blank=True)
    minutes_early = models.PositiveSmallIntegerField(_("về sớm (phút)"), null=True, blank=True)
    reason = models.CharField(_("lý do"), max_length=200, blank=True)
    temporary = models.BooleanField(_("sinh hoạt tạm thời"), default=False)
    votes = models.BooleanField(_("có quyền biểu quyết"), null=True)
    """Whether they were entitled that day: null on records that came without it."""

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
            models.CheckConstraint(
                name="attendance_early_was_there",
                condition=Q(minutes_early__isnull=True) | Q(status__in=PRESENT),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.person}: {self.get_status_display()}"

    def get_absolute_url(self) -> str:
        return self.meeting.get_absolute_url()
