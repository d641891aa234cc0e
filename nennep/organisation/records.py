"""What every register of a unit has in common: its rows belong to a unit and to a day."""

from datetime import date
from typing import Self, TypeVar

from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from nennep.organisation.periods import Period

Record = TypeVar("Record", bound=models.Model)


class UnitRecords(models.QuerySet[Record]):
    """Rows of one unit within a period. A subclass names the column that says whose they are and which day counts."""

    unit_field = "unit"
    day_field = ""

    def of(self, unit: models.Model) -> Self:
        return self.filter(**{self.unit_field: unit})

    def within(self, period: Period) -> Self:
        """Rows whose day lies in the period, both ends included."""
        return self.filter(**{f"{self.day_field}__gte": period.starts, f"{self.day_field}__lte": period.ends})


class DatedRecords(models.QuerySet[Record]):
    """Rows that hold from a day until a day, or until further notice."""

    def on(self, day: date) -> Self:
        return self.filter(Q(ends__isnull=True) | Q(ends__gte=day), starts__lte=day)


class Dated(models.Model):
    """A fact with a beginning and perhaps an end (both days included)."""

    starts = models.DateField(_("từ ngày"))
    ends = models.DateField(_("đến ngày"), null=True, blank=True)

    class Meta:
        abstract = True
        constraints = [
            models.CheckConstraint(
                name="%(app_label)s_%(class)s_ends_after_start",
                violation_error_message=_("Đến ngày không thể trước từ ngày."),
                condition=Q(ends__isnull=True) | Q(ends__gte=F("starts")),
            )
        ]

    def holds_on(self, day: date) -> bool:
        return self.starts <= day and (self.ends is None or self.ends >= day)
