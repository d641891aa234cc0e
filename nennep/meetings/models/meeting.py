"""A meeting on record: its head, its agenda with the minutes each part really took."""

from datetime import datetime, timedelta
from typing import Self

from django.db import models
from django.db.models import Count, F, OuterRef, Q, Subquery, Sum
from django.db.models.functions import Coalesce
from django.urls import reverse
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from nennep.documents.models import Draft
from nennep.meetings.models.plans import MeetingKind
from nennep.meetings.models.statuses import COUNTED, PRESENT
from nennep.organisation.models import Person, Unit
from nennep.organisation.records import UnitRecords
from nennep.vietnamese.dates import short_date


def minutes_put_right(**of: OuterRef) -> Subquery:
    """By how many minutes signed corrections beside the sealed page change what it says of the theme; None without any."""
    signed = Addendum.objects.filter(**of, signed_at__isnull=False).exclude(part="").order_by()
    differences = signed.values("meeting").annotate(difference=Sum(F("corrected") - F("measured")))
    return Subquery(differences.values("difference"), output_field=models.IntegerField())


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
        put_right = minutes_put_right(meeting=OuterRef("pk"))
        measured = Subquery(parts.values(total=Sum("minutes")))
        return self.annotate(theme_put_right=put_right, theme_minutes=measured + Coalesce(put_right, 0))

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
    dues_paid = models.PositiveSmallIntegerField(_("đã đóng đảng phí (người)"), null=True, blank=True)
    dues_owing = models.PositiveSmallIntegerField(_("còn nợ đảng phí (người)"), null=True, blank=True)
    read_out = models.BooleanField(_("biên bản đã đọc trước chi bộ"), null=True, blank=True)
    amendments = models.TextField(_("chỗ đã sửa khi đọc"), blank=True)
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


class ResolutionDraft(models.Model):
    """The draft of the resolution that comes of a meeting. It is no part of the minutes: it goes on after they are sealed."""

    meeting = models.OneToOneField(Meeting, on_delete=models.PROTECT, related_name="resolution")
    draft = models.OneToOneField(Draft, on_delete=models.CASCADE, related_name="+")

    def __str__(self) -> str:
        return str(self.draft)


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
    """A line of the agenda: the minutes planned for it, and the minutes it took where a clock ran."""

    meeting = models.ForeignKey(Meeting, on_delete=models.CASCADE, related_name="agenda")
    order = models.PositiveSmallIntegerField(_("thứ tự"))
    title = models.CharField(_("mục"), max_length=300)
    minutes = models.PositiveSmallIntegerField(_("số phút dự kiến"))
    is_theme = models.BooleanField(_("phần chuyên đề"), default=False)
    presenter = models.ForeignKey(
        Person, verbose_name=_("người trình bày"), on_delete=models.PROTECT, related_name="+", null=True, blank=True
    )
    taken = models.PositiveSmallIntegerField(_("số phút thật"), null=True, blank=True)

    class Meta:
        verbose_name = _("mục chương trình")
        verbose_name_plural = _("mục chương trình")
        ordering = ["meeting", "order"]
        constraints = [models.UniqueConstraint(name="agenda_item_one_order", fields=["meeting", "order"])]

    def __str__(self) -> str:
        return self.title


class ClockCorrection(models.Model):
    """A forgotten click, mended in view: what the clock had measured, what it was in truth, who says so and why."""

    meeting = models.ForeignKey(Meeting, on_delete=models.CASCADE, related_name="clock_corrections")
    step = models.CharField(_("phần"), max_length=300)
    measured = models.PositiveSmallIntegerField(_("đồng hồ đo (phút)"), null=True, blank=True)
    corrected = models.PositiveSmallIntegerField(_("sửa thành (phút)"))
    reason = models.CharField(_("lý do"), max_length=300)
    by = models.ForeignKey(Person, verbose_name=_("người sửa"), on_delete=models.PROTECT, related_name="+")
    made_at = models.DateTimeField(_("sửa lúc"))

    class Meta:
        verbose_name = _("sửa đồng hồ")
        verbose_name_plural = _("sửa đồng hồ")
        ordering = ["meeting", "made_at", "pk"]
        constraints = [
            models.CheckConstraint(
                name="clock_correction_has_a_reason",
                violation_error_message=_("Sửa số phút thì phải ghi lý do."),
                condition=~Q(reason=""),
            )
        ]

    def __str__(self) -> str:
        return f"{self.step}: {self.measured} → {self.corrected}"


class Addendum(models.Model):
    """A correction beside a sealed page: what it was, what it should be, why. The page itself stays as it was sealed.

    About the minutes of a part of the theme it says both numbers; signed, the figures count the corrected one and show both.
    """

    meeting = models.ForeignKey(Meeting, on_delete=models.PROTECT, related_name="addenda")
    passage = models.CharField(_("chỗ cần đính chính"), max_length=300)
    correction = models.TextField(_("đính chính"), max_length=3000)
    reason = models.CharField(_("lý do"), max_length=300)
    part = models.CharField(_("phần chuyên đề"), max_length=8, choices=ThemePart.Part.choices, blank=True)
    measured = models.PositiveSmallIntegerField(_("trên biên bản (phút)"), null=True, blank=True)
    corrected = models.PositiveSmallIntegerField(_("đúng ra (phút)"), null=True, blank=True)
    written_at = models.DateTimeField(_("ghi lúc"))
    written_by = models.ForeignKey(Person, verbose_name=_("người ghi"), on_delete=models.PROTECT, related_name="+")
    signed_at = models.DateTimeField(_("chủ trì ký lúc"), null=True, blank=True)
    signed_by = models.ForeignKey(
        Person, verbose_name=_("chủ trì ký"), on_delete=models.PROTECT, related_name="+", null=True, blank=True
    )

    class Meta:
        verbose_name = _("đính chính")
        verbose_name_plural = _("đính chính")
        ordering = ["meeting", "pk"]
        constraints = [
            models.CheckConstraint(
                name="addendum_about_minutes_says_both",
                condition=Q(part="", measured__isnull=True, corrected__isnull=True)
                | (~Q(part="") & Q(measured__isnull=False, corrected__isnull=False)),
            ),
            models.CheckConstraint(
                name="addendum_signed_by_somebody",
                condition=Q(signed_at__isnull=True, signed_by__isnull=True)
                | Q(signed_at__isnull=False, signed_by__isnull=False),
            ),
        ]

    def __str__(self) -> str:
        return self.passage
