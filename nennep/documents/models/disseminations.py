"""Quán triệt: who has to know a document by when, who knows it, and when the unit was told."""

from datetime import date

from django.db import models
from django.db.models import Exists, F, OuterRef, Q
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from nennep.documents.models.register import Document
from nennep.organisation.models import Membership, Person, Unit
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


class Audience(models.TextChoices):
    """Who has to know a document."""

    EVERYONE = "everyone", _("toàn thể cán bộ, đảng viên")
    MEMBERS = "members", _("đảng viên")
    COMMITTEE = "committee", _("cấp ủy")
    LISTED = "listed", _("những người có tên trong danh sách")


class RequirementRecords(UnitRecords["Requirement"]):
    day_field = "due_on"


class Requirement(models.Model):
    """Who in the unit has to know a document, by when. Its readers are listed the day it is set, as on a paper list."""

    unit = models.ForeignKey(Unit, verbose_name=_("đơn vị"), on_delete=models.PROTECT, related_name="requirements")
    document = models.ForeignKey(
        Document, verbose_name=_("văn bản"), on_delete=models.PROTECT, related_name="requirements"
    )
    audience = models.CharField(_("ai phải biết"), max_length=10, choices=Audience.choices)
    set_on = models.DateField(_("ngày đặt"))
    due_on = models.DateField(_("hạn"))
    withdrawn_on = models.DateField(_("thôi yêu cầu ngày"), null=True, blank=True)

    objects = RequirementRecords.as_manager()

    class Meta:
        verbose_name = _("yêu cầu quán triệt")
        verbose_name_plural = _("yêu cầu quán triệt")
        ordering = ["due_on", "pk"]
        constraints = [
            models.UniqueConstraint(
                name="requirement_one_at_a_time",
                fields=["unit", "document"],
                condition=Q(withdrawn_on__isnull=True),
                violation_error_message=_("Văn bản này đã có yêu cầu quán triệt; thôi yêu cầu cũ trước."),
            ),
            models.CheckConstraint(
                name="requirement_due_after_it_was_set",
                violation_error_message=_("Hạn không thể trước ngày đặt yêu cầu."),
                condition=Q(due_on__gte=F("set_on")),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.document}, {short_date(self.due_on)}"

    def get_absolute_url(self) -> str:
        return reverse("documents:study", args=[self.document_id])


class ReaderRecords(UnitRecords["Reader"]):
    unit_field = "requirement__unit"
    day_field = "requirement__due_on"

    def asked(self) -> "ReaderRecords":
        """Of requirements that stand."""
        return self.filter(requirement__withdrawn_on__isnull=True)

    def on_the_roll(self, day: date) -> "ReaderRecords":
        """Those who stand in the unit that day: whoever has left by then is no part of the base."""
        standing = Membership.objects.on(day).filter(person=OuterRef("person"), unit=OuterRef("requirement__unit"))
        return self.filter(Exists(standing))

    def knowing(self, day: date) -> "ReaderRecords":
        return self.filter(known_on__lte=day)


class Reader(models.Model):
    """One person who has to know the document, and since when they do. How long they read is nobody's business."""

    requirement = models.ForeignKey(
        Requirement, verbose_name=_("yêu cầu"), on_delete=models.PROTECT, related_name="readers"
    )
    person = models.ForeignKey(Person, verbose_name=_("người"), on_delete=models.PROTECT, related_name="+")
    known_on = models.DateField(_("đã biết ngày"), null=True, blank=True)
    form = models.CharField(_("hình thức"), max_length=10, choices=Dissemination.Form.choices, blank=True)

    objects = ReaderRecords.as_manager()

    class Meta:
        verbose_name = _("người phải biết văn bản")
        verbose_name_plural = _("người phải biết văn bản")
        ordering = ["person__name_key", "pk"]
        constraints = [
            models.UniqueConstraint(name="reader_once", fields=["requirement", "person"]),
            models.CheckConstraint(
                name="reader_knows_in_some_form",
                condition=Q(known_on__isnull=True, form="") | Q(known_on__isnull=False) & ~Q(form=""),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.person}: {self.requirement}"

    def get_absolute_url(self) -> str:
        return self.requirement.get_absolute_url()
