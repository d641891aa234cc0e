"""Quy tắc: what a cell has set for itself. Rules from above are packs, shipped as data files."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from nennep.organisation.models import Unit
from nennep.organisation.records import Dated, DatedRecords


class CellRule(Dated):
    """A unit's own value for a rule, with the document that sets it and the sentence that says it."""

    unit = models.ForeignKey(Unit, verbose_name=_("đơn vị"), on_delete=models.PROTECT, related_name="own_rules")
    key = models.CharField(_("khóa"), max_length=60)
    value = models.DecimalField(_("giá trị"), max_digits=12, decimal_places=3)
    document = models.CharField(_("văn bản"), max_length=120, blank=True)
    statement = models.CharField(_("diễn giải"), max_length=300)

    objects = DatedRecords["CellRule"].as_manager()

    class Meta(Dated.Meta):
        verbose_name = _("quy tắc riêng")
        verbose_name_plural = _("quy tắc riêng")
        ordering = ["key", "starts"]
        constraints = [
            *Dated.Meta.constraints,
            models.UniqueConstraint(name="cell_rule_one_beginning", fields=["unit", "key", "starts"]),
        ]

    def __str__(self) -> str:
        return self.statement
