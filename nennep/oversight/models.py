"""Kiểm tra, giám sát; service to the public; complaints as counts; discipline. A zero stands here with its source."""

from typing import Self

from django.db import models
from django.db.models import F, Q
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from nennep.documents.models import Document
from nennep.organisation.models import Person, Unit
from nennep.organisation.records import UnitRecords


class ServiceMonthRecords(UnitRecords["ServiceMonth"]):
    day_field = "month"


class ServiceMonth(models.Model):
    """How many files were settled in a month, how many of them on time, by which source."""

    unit = models.ForeignKey(Unit, verbose_name=_("đơn vị"), on_delete=models.PROTECT, related_name="service_months")
    month = models.DateField(_("tháng"))
    field = models.CharField(_("lĩnh vực"), max_length=160)
    total = models.PositiveIntegerField(_("tổng hồ sơ"))
    on_time = models.PositiveIntegerField(_("đúng hạn"))
    source = models.CharField(_("nguồn"), max_length=200)

    objects = ServiceMonthRecords.as_manager()

    class Meta:
        verbose_name = _("hồ sơ trong tháng")
        verbose_name_plural = _("phục vụ nhân dân")
        ordering = ["month", "field"]
        constraints = [
            models.UniqueConstraint(name="service_month_once", fields=["unit", "month", "field"]),
            models.CheckConstraint(name="service_on_time_within_total", condition=Q(on_time__lte=F("total"))),
            models.CheckConstraint(name="service_month_first_of_month", condition=Q(month__day=1)),
        ]

    def __str__(self) -> str:
        return f"{self.field}, {self.month:%m/%Y}"

    def get_absolute_url(self) -> str:
        return reverse("oversight:year", args=[self.unit.code, self.month.year])


class FeedbackMonthRecords(UnitRecords["FeedbackMonth"]):
    day_field = "month"


class FeedbackMonth(models.Model):
    """Counts of complaints, denunciations and suggestions in a month by channel. Their content is never kept."""

    unit = models.ForeignKey(Unit, verbose_name=_("đơn vị"), on_delete=models.PROTECT, related_name="feedback_months")
    month = models.DateField(_("tháng"))
    channel = models.CharField(_("kênh"), max_length=160)
    complaints = models.PositiveIntegerField(_("khiếu nại"))
    denunciations = models.PositiveIntegerField(_("tố cáo"))
    suggestions = models.PositiveIntegerField(_("phản ánh, góp ý"))
    source = models.CharField(_("nguồn"), max_length=200)

    objects = FeedbackMonthRecords.as_manager()

    class Meta:
        verbose_name = _("đơn thư trong tháng")
        verbose_name_plural = _("đơn thư")
        ordering = ["month", "channel"]
        constraints = [
            models.UniqueConstraint(name="feedback_month_once", fields=["unit", "month", "channel"]),
            models.CheckConstraint(name="feedback_month_first_of_month", condition=Q(month__day=1)),
        ]

    def __str__(self) -> str:
        return f"{self.channel}, {self.month:%m/%Y}"

    def get_absolute_url(self) -> str:
        return reverse("oversight:year", args=[self.unit.code, self.month.year])


class Matter(models.TextChoices):
    """What a discipline return counts."""

    MEMBER = "member", _("đảng viên bị kỷ luật")
    HARASSMENT = "harassment", _("cán bộ bị xử lý vì sách nhiễu, gây phiền hà")
    DEGRADATION = "degradation", _("biểu hiện suy thoái")


class DisciplineReturnRecords(UnitRecords["DisciplineReturn"]):
    day_field = "ends"

    def about(self, matter: Matter) -> Self:
        return self.filter(matter=matter)


class DisciplineReturn(models.Model):
    """How many people a matter concerned within a period, by which source; none is said too."""

    unit = models.ForeignKey(
        Unit, verbose_name=_("đơn vị"), on_delete=models.PROTECT, related_name="discipline_returns"
    )
    starts = models.DateField(_("từ ngày"))
    ends = models.DateField(_("đến ngày"))
    matter = models.CharField(_("nội dung"), max_length=12, choices=Matter.choices)
    people = models.PositiveIntegerField(_("số người"))
    form = models.CharField(_("hình thức"), max_length=160, blank=True)
    source = models.CharField(_("nguồn"), max_length=200)

    objects = DisciplineReturnRecords.as_manager()

    class Meta:
        verbose_name = _("số liệu kỷ luật")
        verbose_name_plural = _("kỷ luật")
        ordering = ["starts", "matter"]
        constraints = [
            models.UniqueConstraint(name="discipline_return_once", fields=["unit", "starts", "matter", "form"]),
            models.CheckConstraint(
                name="discipline_return_ends_after_start",
                violation_error_message=_("Đến ngày không thể trước từ ngày."),
                condition=Q(ends__gte=F("starts")),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.get_matter_display()}: {self.people}"

    def get_absolute_url(self) -> str:
        return reverse("oversight:year", args=[self.unit.code, self.ends.year])


class InspectionRecords(UnitRecords["Inspection"]):
    day_field = "planned_on"

    def concluded(self) -> Self:
        return self.filter(concluded_on__isnull=False)


class Inspection(models.Model):
    """An inspection or supervision of one person, from the plan to the remedy, with the subject's own explanation."""

    class Kind(models.TextChoices):
        INSPECTION = "inspection", _("kiểm tra")
        SUPERVISION = "supervision", _("giám sát")

    unit = models.ForeignKey(Unit, verbose_name=_("đơn vị"), on_delete=models.PROTECT, related_name="inspections")
    year = models.PositiveSmallIntegerField(_("năm"))
    kind = models.CharField(_("loại"), max_length=12, choices=Kind.choices)
    subject = models.ForeignKey(
        Person, verbose_name=_("đối tượng"), on_delete=models.PROTECT, related_name="inspections"
    )
    content = models.CharField(_("nội dung"), max_length=500)
    document = models.ForeignKey(
        Document, verbose_name=_("văn bản"), on_delete=models.PROTECT, related_name="inspections", null=True, blank=True
    )
    planned_on = models.DateField(_("dự kiến"))
    started_on = models.DateField(_("ngày bắt đầu"), null=True, blank=True)
    concluded_on = models.DateField(_("ngày kết luận"), null=True, blank=True)
    explanation = models.TextField(_("giải trình của đối tượng"), blank=True)
    conclusion = models.TextField(_("kết luận"), blank=True)
    to_mend = models.CharField(_("việc phải sửa"), max_length=500, blank=True)
    mend_due_on = models.DateField(_("hạn sửa"), null=True, blank=True)
    mended_on = models.DateField(_("ngày sửa xong"), null=True, blank=True)

    objects = InspectionRecords.as_manager()

    class Meta:
        verbose_name = _("cuộc kiểm tra, giám sát")
        verbose_name_plural = _("kiểm tra, giám sát")
        ordering = ["planned_on", "pk"]
        constraints = [
            models.UniqueConstraint(name="inspection_once", fields=["unit", "year", "kind", "subject", "planned_on"]),
            models.CheckConstraint(
                name="inspection_concluded_has_a_conclusion",
                violation_error_message=_("Đã có ngày kết luận thì phải ghi kết luận, chưa kết luận thì để trống."),
                condition=Q(concluded_on__isnull=True) & Q(conclusion="")
                | Q(concluded_on__isnull=False) & ~Q(conclusion=""),
            ),
            models.CheckConstraint(
                name="inspection_concluded_after_start",
                violation_error_message=_("Ngày kết luận không thể trước ngày bắt đầu."),
                condition=Q(concluded_on__isnull=True) | Q(concluded_on__gte=F("started_on")),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.get_kind_display()}: {self.subject}"

    def get_absolute_url(self) -> str:
        return reverse("oversight:inspection", args=[self.pk])
