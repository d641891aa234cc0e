"""The sequences in which a unit's own documents get their numbers, and the numbers kept for papers to come."""

from datetime import date

from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from nennep.documents.models.register import Document, DocumentType
from nennep.organisation.models import CommitteeTerm, Unit


class Sequence(models.Model):
    """One symbol within one term of the committee: the row at which signings queue up, so that no number comes twice.

    The numbers themselves stand on the documents, also those that came in with an old register.
    """

    register = models.ForeignKey(Unit, verbose_name=_("sổ của"), on_delete=models.PROTECT, related_name="+")
    term = models.ForeignKey(CommitteeTerm, verbose_name=_("nhiệm kỳ"), on_delete=models.PROTECT, related_name="+")
    symbol = models.CharField(_("ký hiệu"), max_length=40)

    class Meta:
        constraints = [models.UniqueConstraint(name="sequence_once", fields=["register", "term", "symbol"])]

    def __str__(self) -> str:
        return self.symbol


class ReservationRecords(models.QuerySet["Reservation"]):
    def standing(self, on: date) -> "ReservationRecords":
        """Numbers that nobody else may get that day."""
        return self.filter(document__isnull=True, released_on__isnull=True, until__gte=on)


class Reservation(models.Model):
    """A number kept for a paper in preparation until a day; unused by then, it is free again."""

    register = models.ForeignKey(Unit, verbose_name=_("sổ của"), on_delete=models.PROTECT, related_name="reservations")
    term = models.ForeignKey(CommitteeTerm, verbose_name=_("nhiệm kỳ"), on_delete=models.PROTECT, related_name="+")
    type = models.CharField(_("loại"), max_length=20, choices=DocumentType.choices)
    number = models.PositiveIntegerField(_("số"))
    symbol = models.CharField(_("ký hiệu"), max_length=40)
    reserved_on = models.DateField(_("giữ từ ngày"))
    until = models.DateField(_("giữ đến ngày"))
    why = models.CharField(_("cho văn bản nào"), max_length=200)
    released_on = models.DateField(_("thôi giữ ngày"), null=True, blank=True)
    document = models.OneToOneField(
        Document, verbose_name=_("văn bản"), on_delete=models.PROTECT, null=True, blank=True, related_name="reservation"
    )

    objects = ReservationRecords.as_manager()

    class Meta:
        verbose_name = _("số đang giữ")
        verbose_name_plural = _("số đang giữ")
        ordering = ["until", "pk"]
        constraints = [
            models.CheckConstraint(
                name="reservation_ends_after_it_began",
                violation_error_message=_("Ngày giữ đến không thể trước ngày giữ."),
                condition=Q(until__gte=F("reserved_on")),
            ),
            models.CheckConstraint(
                name="reservation_used_or_released",
                condition=Q(document__isnull=True) | Q(released_on__isnull=True),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.number:02d}-{self.symbol}"
