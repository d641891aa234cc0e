"""What a cell lets a level above see of it beyond figures."""

from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from nennep.organisation.models.units import Unit
from nennep.organisation.records import Dated, DatedRecords


class Grant(Dated):
    """Names may be seen by a unit above, from a day until a day, by a document. Without one it sees figures alone."""

    unit = models.ForeignKey(Unit, verbose_name=_("đơn vị"), on_delete=models.PROTECT, related_name="grants")
    to = models.ForeignKey(Unit, verbose_name=_("cấp được xem"), on_delete=models.PROTECT, related_name="+")
    document = models.CharField(_("văn bản"), max_length=200)
    purpose = models.CharField(_("để làm gì"), max_length=300)

    objects = DatedRecords["Grant"].as_manager()

    class Meta(Dated.Meta):
        verbose_name = _("cho phép xem tên")
        verbose_name_plural = _("các lần cho phép xem tên")
        ordering = ["starts", "pk"]
        constraints = [
            *Dated.Meta.constraints,
            models.CheckConstraint(
                name="grant_has_an_end",
                violation_error_message=_("Phải ghi cho xem đến ngày nào."),
                condition=Q(ends__isnull=False),
            ),
            models.CheckConstraint(name="grant_not_to_itself", condition=~Q(unit=F("to"))),
            models.UniqueConstraint(name="grant_one_beginning", fields=["unit", "to", "starts"]),
        ]

    def __str__(self) -> str:
        return f"{self.unit} → {self.to}"
