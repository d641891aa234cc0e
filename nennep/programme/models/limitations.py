"""Tồn tại, hạn chế: since when, why, what is done about it, and how it stands each year."""

from datetime import date
from typing import Self

from django.db import models
from django.db.models import F, Q
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from nennep.organisation.models import Person, Unit
from nennep.organisation.records import UnitRecords
from nennep.programme.models.plans import Task


class LimitationRecords(UnitRecords["Limitation"]):
    day_field = "found_on"

    def open_on(self, day: date) -> Self:
        """Found by that day and not yet overcome on it."""
        return self.filter(Q(closed_on__isnull=True) | Q(closed_on__gt=day), found_on__lte=day)


class Limitation(models.Model):
    """Something the cell does not do well yet, followed until it is overcome."""

    unit = models.ForeignKey(Unit, verbose_name=_("đơn vị"), on_delete=models.PROTECT, related_name="limitations")
    code = models.CharField(_("mã"), max_length=20)
    text = models.CharField(_("hạn chế"), max_length=600)
    found_on = models.DateField(_("phát hiện ngày"))
    cause = models.CharField(_("nguyên nhân"), max_length=600)
    remedy = models.CharField(_("biện pháp"), max_length=600)
    owner = models.ForeignKey(Person, verbose_name=_("người phụ trách"), on_delete=models.PROTECT, related_name="+")
    tasks = models.ManyToManyField(Task, verbose_name=_("nhiệm vụ"), related_name="limitations", blank=True)
    closed_on = models.DateField(_("ngày khắc phục xong"), null=True, blank=True)

    objects = LimitationRecords.as_manager()

    class Meta:
        verbose_name = _("hạn chế")
        verbose_name_plural = _("hạn chế")
        ordering = ["found_on", "code"]
        constraints = [
            models.UniqueConstraint(name="limitation_one_code", fields=["unit", "code"]),
            models.CheckConstraint(
                name="limitation_closed_after_found",
                violation_error_message=_("Ngày khắc phục xong không thể trước ngày phát hiện."),
                condition=Q(closed_on__isnull=True) | Q(closed_on__gte=F("found_on")),
            ),
        ]

    def __str__(self) -> str:
        return self.text

    def get_absolute_url(self) -> str:
        return reverse("programme:limitation", args=[self.pk])


class Verdict(models.TextChoices):
    """How a limitation stands at the end of a year."""

    FIXED = "fixed", _("hết")
    BETTER = "better", _("đỡ")
    SAME = "same", _("như cũ")
    WORSE = "worse", _("tăng")


class LimitationVerdictRecords(UnitRecords["LimitationVerdict"]):
    unit_field = "limitation__unit"


class LimitationVerdict(models.Model):
    """The cell's view of a limitation at the end of a year, and the ground for it."""

    limitation = models.ForeignKey(
        Limitation, verbose_name=_("hạn chế"), on_delete=models.PROTECT, related_name="verdicts"
    )
    year = models.PositiveSmallIntegerField(_("năm"))
    verdict = models.CharField(_("nhận định"), max_length=10, choices=Verdict.choices)
    ground = models.CharField(_("căn cứ"), max_length=500)

    objects = LimitationVerdictRecords.as_manager()

    class Meta:
        verbose_name = _("nhận định về hạn chế")
        verbose_name_plural = _("theo dõi hạn chế")
        ordering = ["limitation", "year"]
        constraints = [models.UniqueConstraint(name="limitation_one_verdict_a_year", fields=["limitation", "year"])]

    def __str__(self) -> str:
        return f"{self.year}: {self.get_verdict_display()}"

    def get_absolute_url(self) -> str:
        return self.limitation.get_absolute_url()
