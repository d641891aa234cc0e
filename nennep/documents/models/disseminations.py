"""Quán triệt: who was told of a document, and when."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from nennep.documents.models.register import Document
from nennep.organisation.models import Unit
from nennep.organisation.records import UnitRecords
from nennep.vietnamese.dates import short_date


class DisseminationRecords(UnitRecords["Dissemination"]):
    day_field = "held_on"


class Dissemination(models.Model):
    """Quán triệt: the unit was told of a document, at a meeting or by reading it."""

    class Form(models.TextChoices):
        MEETING = "meeting", _("hội nghị")
        READING = "reading", _("tự đọc")

    unit = models.ForeignKey(Unit, verbose_name=_("đơn vị"), on_delete=models.PROTECT, related_name="disseminations")
    document = models.ForeignKey(
        Document, verbose_name=_("văn bản"), on_delete=models.PROTECT, related_name="disseminations"
    )
    held_on = models.DateField(_("ngày"))
    form = models.CharField(_("hình thức"), max_length=10, choices=Form.choices)
    due_on = models.DateField(_("hạn"), null=True, blank=True)

    objects = DisseminationRecords.as_manager()

    class Meta:
        verbose_name = _("lần quán triệt")
        verbose_name_plural = _("quán triệt")
        ordering = ["held_on", "pk"]
        constraints = [
            models.UniqueConstraint(name="dissemination_once_a_day", fields=["unit", "document", "held_on", "form"])
        ]

    def __str__(self) -> str:
        return f"{self.document}, {short_date(self.held_on)}"

    def get_absolute_url(self) -> str:
        return self.document.get_absolute_url()
