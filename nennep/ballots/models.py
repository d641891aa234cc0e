"""Bỏ phiếu: shows of hands. A count says of whom it is a part, and what part was asked for."""

from typing import ClassVar

from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from nennep.organisation.models import Unit
from nennep.organisation.records import UnitRecords
from nennep.rulebook.values import Threshold, read_value
from nennep.vietnamese.numbers import share


class ShowOfHandsRecords(UnitRecords["ShowOfHands"]):
    day_field = "held_on"


class ShowOfHands(models.Model):
    """A vote by hands: for, against and abstaining, of those present who are entitled; the rest raised no hand.

    `entitled` are all of the unit who may vote that day, present or not; `present` those of them who are in the room.
    """

    unit = models.ForeignKey(Unit, verbose_name=_("đơn vị"), on_delete=models.PROTECT, related_name="shows_of_hands")
    held_on = models.DateField(_("ngày"))
    matter = models.CharField(_("nội dung biểu quyết"), max_length=300)
    entitled = models.PositiveSmallIntegerField(_("có quyền biểu quyết"))
    present = models.PositiveSmallIntegerField(_("có quyền, có mặt"))
    in_favour = models.PositiveSmallIntegerField(_("tán thành"))
    against = models.PositiveSmallIntegerField(_("không tán thành"))
    abstaining = models.PositiveSmallIntegerField(_("ý kiến khác"))
    rule = models.CharField(_("mức phiếu"), max_length=20, blank=True)
    """The threshold as it stood that day, such as "> 1/2"; empty where none was known."""

    objects: ClassVar[ShowOfHandsRecords] = ShowOfHandsRecords.as_manager()  # type: ignore[assignment]

    class Meta:
        verbose_name = _("biểu quyết")
        verbose_name_plural = _("biểu quyết")
        ordering = ["held_on", "pk"]
        constraints = [
            models.CheckConstraint(
                name="hands_no_more_than_people",
                violation_error_message=_("Số người giơ tay nhiều hơn số người có quyền biểu quyết có mặt."),
                condition=Q(present__gte=F("in_favour") + F("against") + F("abstaining")),
            ),
            models.CheckConstraint(
                name="hands_present_are_entitled",
                violation_error_message=_("Số có mặt nhiều hơn số có quyền biểu quyết."),
                condition=Q(entitled__gte=F("present")),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.matter}: {share(self.in_favour, self.present)}"

    @property
    def threshold(self) -> Threshold | None:
        value = read_value("threshold", self.rule) if self.rule else None
        return value if isinstance(value, Threshold) else None
