"""Đánh giá, xếp loại: who was rated what in which year, and who was not and why."""

from typing import Self

from django.db import models
from django.db.models import Q
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from nennep.organisation.models import Person, Unit
from nennep.organisation.periods import Period
from nennep.organisation.records import UnitRecords


class RatingLevel(models.TextChoices):
    """The four levels, the same in name under every regime since 2008 (domain 3.1, 3.1a)."""

    EXCELLENT = "excellent", _("hoàn thành xuất sắc nhiệm vụ")
    WELL = "well", _("hoàn thành tốt nhiệm vụ")
    COMPLETED = "completed", _("hoàn thành nhiệm vụ")
    NOT_COMPLETED = "not_completed", _("không hoàn thành nhiệm vụ")


WELL_OR_BETTER = [RatingLevel.EXCELLENT, RatingLevel.WELL]


class RatingRecords(UnitRecords["Rating"]):
    def within(self, period: Period) -> Self:
        """Ratings of the years that end within the period."""
        return self.filter(year__in=period.whole_years())

    def rated(self) -> Self:
        return self.exclude(level="")

    def not_rated(self) -> Self:
        return self.filter(level="")

    def well_or_better(self) -> Self:
        return self.filter(level__in=WELL_OR_BETTER)


class Rating(models.Model):
    """A member's classification for a year as it was decided, or the reason why there is none."""

    unit = models.ForeignKey(Unit, verbose_name=_("đơn vị"), on_delete=models.PROTECT, related_name="ratings")
    year = models.PositiveSmallIntegerField(_("năm"))
    person = models.ForeignKey(Person, verbose_name=_("người"), on_delete=models.PROTECT, related_name="ratings")
    level = models.CharField(_("mức"), max_length=14, choices=RatingLevel.choices, blank=True)
    reason_not_rated = models.CharField(_("lý do không xếp loại"), max_length=300, blank=True)
    decided_on = models.DateField(_("ngày quyết định"), null=True, blank=True)
    ground = models.CharField(_("căn cứ"), max_length=300)

    objects = RatingRecords.as_manager()

    class Meta:
        verbose_name = _("xếp loại")
        verbose_name_plural = _("xếp loại")
        ordering = ["year", "person__name_key"]
        constraints = [
            models.UniqueConstraint(name="rating_one_a_year", fields=["unit", "year", "person"]),
            models.CheckConstraint(
                name="rating_level_or_reason",
                condition=Q(level="") & ~Q(reason_not_rated="") | ~Q(level="") & Q(reason_not_rated=""),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.person}, {self.year}: {self.get_level_display() or self.reason_not_rated}"

    def get_absolute_url(self) -> str:
        return reverse("review:year", args=[self.unit.code, self.year])
