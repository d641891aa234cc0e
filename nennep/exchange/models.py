"""What came in as a file: when, by whom, and, for thirty days, enough to take it back."""

from datetime import datetime, timedelta
from typing import Self

from django.db import models
from django.db.models import BooleanField, ExpressionWrapper, Q
from django.utils.translation import gettext_lazy as _

from nennep.organisation.models import Unit

KEPT = timedelta(days=30)
"""How long the old values of corrected records are kept, and so how long an import can be taken back."""


class RosterImports(models.QuerySet["RosterImport"]):
    def of(self, unit: Unit) -> Self:
        return self.filter(unit=unit)

    def listed(self, at: datetime) -> Self:
        """Without the old values; `open` says whether it could still be taken back at that moment."""
        is_open = ExpressionWrapper(Q(left__isnull=False, at__gte=at - KEPT), output_field=BooleanField())
        return self.defer("left").annotate(open=is_open)


class RosterImport(models.Model):
    """A roster that was entered. The file itself is not kept, only the digest of what it held.

    `left` names the records that it added and holds the old values of those that it corrected: personal data, gone once
    the import is taken back or thirty days are over.
    """

    unit = models.ForeignKey(Unit, verbose_name=_("đơn vị"), on_delete=models.PROTECT, related_name="+")
    at = models.DateTimeField(_("lúc"))
    by = models.CharField(_("người làm"), max_length=80)
    file = models.CharField(_("dấu vết tệp"), max_length=64)
    added = models.PositiveIntegerField(_("người thêm"))
    corrected = models.PositiveIntegerField(_("người sửa"))
    left = models.JSONField(null=True, blank=True, editable=False)
    taken_back_at = models.DateTimeField(_("rút lại lúc"), null=True, blank=True)

    objects = RosterImports.as_manager()

    class Meta:
        verbose_name = _("lần nhập danh sách")
        verbose_name_plural = _("các lần nhập danh sách")
        ordering = ["-at", "-pk"]
        constraints = [
            models.CheckConstraint(
                name="roster_taken_back_keeps_no_values", condition=Q(taken_back_at__isnull=True) | Q(left__isnull=True)
            )
        ]

    def __str__(self) -> str:
        return f"{self.unit}, {self.at:%d/%m/%Y}"
