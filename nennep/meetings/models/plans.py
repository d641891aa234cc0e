"""The year's agenda plan: which meetings there will be, and why."""

from typing import Self

from django.db import models
from django.db.models import Q
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from nennep.documents.models import Document
from nennep.organisation.models import Unit
from nennep.organisation.records import UnitRecords
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
