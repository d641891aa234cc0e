"""Who looked at what is recorded about a person."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from nennep.organisation.models.people import Person
from nennep.organisation.models.units import Unit


class Look(models.Model):
    """Somebody read a sensitive record about a person; the ledger's entry of that number says the same of the whole page."""

    person = models.ForeignKey(Person, verbose_name=_("về ai"), on_delete=models.PROTECT, related_name="looks")
    viewer = models.ForeignKey(Person, verbose_name=_("ai xem"), on_delete=models.PROTECT, related_name="+")
    unit = models.ForeignKey(Unit, verbose_name=_("sổ của"), on_delete=models.PROTECT, related_name="looks")
    what = models.CharField(_("xem gì"), max_length=200)
    at = models.DateTimeField(_("lúc"))
    sequence = models.PositiveBigIntegerField(_("dòng sổ cái"))

    class Meta:
        verbose_name = _("lần xem")
        verbose_name_plural = _("các lần xem")
        ordering = ["-at", "-pk"]
        constraints = [models.UniqueConstraint(name="look_once_in_an_entry", fields=["sequence", "person"])]

    def __str__(self) -> str:
        return f"{self.viewer} → {self.person}: {self.what}"
