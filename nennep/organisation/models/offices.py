"""Offices and duties: what somebody is elected to or charged with, from a day until a day."""

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from nennep.organisation.models.people import Person
from nennep.organisation.models.units import Unit
from nennep.organisation.records import Dated, DatedRecords


class Office(models.TextChoices):
    """What somebody is elected to."""

    SECRETARY = "secretary", _("bí thư")  # pragma: allowlist secret
    DEPUTY = "deputy", _("phó bí thư")
    COMMITTEE = "committee", _("chi ủy viên")


class DutyKind(models.TextChoices):
    """What somebody is charged with."""

    PROGRAMME = "programme", _("phụ trách học tập và làm theo")
    MINUTES = "minutes", _("thư ký ghi biên bản")
    INSPECTOR = "inspector", _("kiểm tra")
    TELLER = "teller", _("kiểm phiếu")
    EDITOR = "editor", _("biên tập cổng tin")
    HELPER = "helper", _("người nhập hộ")


class CommitteeTerm(Dated):
    """A term of a unit's committee (nhiệm kỳ): from the day after the congress that elected it to the close of the next.

    Document numbers begin anew with it (domain 6.2); who holds which office in it is `Term`'s to say.
    """

    unit = models.ForeignKey(Unit, verbose_name=_("đơn vị"), on_delete=models.PROTECT, related_name="committee_terms")
    name = models.CharField(_("nhiệm kỳ"), max_length=40, help_text=_("ví dụ 2025–2030"))
    document = models.CharField(_("văn bản"), max_length=200, blank=True)

    objects = DatedRecords["CommitteeTerm"].as_manager()

    class Meta(Dated.Meta):
        verbose_name = _("nhiệm kỳ")
        verbose_name_plural = _("các nhiệm kỳ")
        ordering = ["starts"]
        constraints = [
            *Dated.Meta.constraints,
            models.UniqueConstraint(name="committeeterm_one_beginning_a_day", fields=["unit", "starts"]),
            models.UniqueConstraint(
                name="committeeterm_one_open_at_a_time", fields=["unit"], condition=Q(ends__isnull=True)
            ),
        ]

    def __str__(self) -> str:
        return self.name


class Term(Dated):
    """An office held in a unit, from the day of election until its end. Access derives from it, day by day."""

    person = models.ForeignKey(Person, verbose_name=_("người"), on_delete=models.PROTECT, related_name="terms")
    unit = models.ForeignKey(Unit, verbose_name=_("đơn vị"), on_delete=models.PROTECT, related_name="terms")
    office = models.CharField(_("chức vụ"), max_length=20, choices=Office.choices)
    document = models.CharField(_("văn bản"), max_length=120, blank=True)
    ended_by = models.CharField(_("văn bản, lý do thôi giữ"), max_length=200, blank=True)

    objects = DatedRecords["Term"].as_manager()

    class Meta(Dated.Meta):
        verbose_name = _("chức vụ")
        verbose_name_plural = _("chức vụ")
        ordering = ["starts", "pk"]
        constraints = [
            *Dated.Meta.constraints,
            models.UniqueConstraint(name="term_one_beginning", fields=["person", "unit", "office", "starts"]),
            models.UniqueConstraint(
                name="term_one_secretary",
                violation_error_message=_("Đơn vị đã có bí thư đang giữ chức; ghi ngày kết thúc của người trước."),
                fields=["unit"],
                condition=Q(office="secretary", ends__isnull=True),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.person}, {self.get_office_display()}"


class Duty(Dated):
    """A duty given to somebody: in charge of the programme, keeps the minutes, inspects, edits the portal."""

    person = models.ForeignKey(Person, verbose_name=_("người"), on_delete=models.PROTECT, related_name="duties")
    unit = models.ForeignKey(Unit, verbose_name=_("đơn vị"), on_delete=models.PROTECT, related_name="duties")
    kind = models.CharField(_("nhiệm vụ"), max_length=20, choices=DutyKind.choices)
    document = models.CharField(_("văn bản"), max_length=120, blank=True)
    ended_by = models.CharField(_("văn bản, lý do thôi giữ"), max_length=200, blank=True)

    objects = DatedRecords["Duty"].as_manager()

    class Meta(Dated.Meta):
        verbose_name = _("nhiệm vụ được phân công")
        verbose_name_plural = _("nhiệm vụ được phân công")
        ordering = ["starts", "pk"]
        constraints = [
            *Dated.Meta.constraints,
            models.UniqueConstraint(name="duty_one_beginning", fields=["person", "unit", "kind", "starts"]),
        ]

    def __str__(self) -> str:
        return f"{self.person}, {self.get_kind_display()}"
