"""The counters from which a unit's own documents get their numbers."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from nennep.organisation.models import CommitteeTerm, Unit


class NumberCounter(models.Model):
    """The last number allotted to a symbol in a term, and its day: the row at which signings queue up."""

    register = models.ForeignKey(Unit, verbose_name=_("sổ của"), on_delete=models.PROTECT, related_name="+")
    term = models.ForeignKey(CommitteeTerm, verbose_name=_("nhiệm kỳ"), on_delete=models.PROTECT, related_name="+")
    symbol = models.CharField(_("ký hiệu"), max_length=40)
    last = models.PositiveIntegerField(_("số cuối"))
    last_on = models.DateField(_("ngày của số cuối"), null=True, blank=True)

    class Meta:
        constraints = [models.UniqueConstraint(name="counter_once", fields=["register", "term", "symbol"])]

    def __str__(self) -> str:
        return f"{self.last:02d}-{self.symbol}"
