"""What a closed meeting gets before it is sealed: its score sheet and its signatures."""

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from nennep.documents.models import StoredFile
from nennep.meetings.models.meeting import Meeting
from nennep.organisation.models import Person


class ScoreLine(models.Model):
    """A line of the self-score sheet in force on the day: what records prove, and what the cell gave. Empty is empty."""

    meeting = models.ForeignKey(Meeting, on_delete=models.CASCADE, related_name="score_lines")
    order = models.PositiveSmallIntegerField(_("thứ tự"))
    key = models.CharField(_("dòng"), max_length=10)
    criterion = models.CharField(_("tiêu chí"), max_length=300)
    most = models.DecimalField(_("điểm tối đa"), max_digits=5, decimal_places=2)
    suggested = models.DecimalField(_("sổ chứng minh"), max_digits=5, decimal_places=2, null=True, blank=True)
    ground = models.CharField(_("căn cứ"), max_length=500, blank=True)
    points = models.DecimalField(_("chi bộ chấm"), max_digits=5, decimal_places=2, null=True, blank=True)

    class Meta:
        verbose_name = _("dòng tự chấm")
        verbose_name_plural = _("phiếu tự chấm")
        ordering = ["meeting", "order"]
        constraints = [
            models.UniqueConstraint(name="score_line_once", fields=["meeting", "key"]),
            models.CheckConstraint(
                name="score_line_within_its_most",
                violation_error_message=_("Điểm từ 0 đến điểm tối đa của dòng."),
                condition=Q(points__isnull=True) | Q(points__gte=0, points__lte=models.F("most")),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.key}: {self.points}"


class Score(models.Model):
    """The sheet as a whole: where it comes from, and the level the cell proposes."""

    meeting = models.OneToOneField(Meeting, on_delete=models.CASCADE, related_name="score")
    source = models.CharField(_("theo"), max_length=200)
    proposed = models.CharField(_("mức đề nghị"), max_length=40, blank=True)
    weaknesses = models.TextField(_("điểm yếu và cách khắc phục"), max_length=3000, blank=True)

    class Meta:
        verbose_name = _("phiếu tự chấm")
        verbose_name_plural = _("phiếu tự chấm")

    def __str__(self) -> str:
        return self.proposed


class LevelDecision(models.Model):
    """The level that the committee above decided. It comes after the minutes are sealed, and stands beside them."""

    meeting = models.OneToOneField(Meeting, on_delete=models.PROTECT, related_name="level_decision")
    level = models.CharField(_("mức cấp trên quyết định"), max_length=40)
    decided_on = models.DateField(_("ngày quyết định"))
    decided_by = models.CharField(_("cấp quyết định"), max_length=200)

    class Meta:
        verbose_name = _("mức cấp trên quyết định")
        verbose_name_plural = _("mức cấp trên quyết định")

    def __str__(self) -> str:
        return self.level


class Signature(models.Model):
    """Who signed the minutes: at the screen with login and confirmation, or on paper as whoever recorded it says."""

    class Role(models.TextChoices):
        MINUTES_SECRETARY = "secretary", _("người ghi biên bản")  # pragma: allowlist secret
        CHAIR = "chair", _("chủ trì")

    meeting = models.ForeignKey(Meeting, on_delete=models.PROTECT, related_name="signatures")
    role = models.CharField(_("tư cách ký"), max_length=10, choices=Role.choices)
    person = models.ForeignKey(Person, verbose_name=_("người ký"), on_delete=models.PROTECT, related_name="+")
    signed_on = models.DateField(_("ngày ký"))
    on_paper = models.BooleanField(_("ký trên giấy"), default=False)
    scan = models.ForeignKey(
        StoredFile, verbose_name=_("bản chụp"), on_delete=models.PROTECT, related_name="+", null=True, blank=True
    )

    class Meta:
        verbose_name = _("chữ ký")
        verbose_name_plural = _("chữ ký")
        ordering = ["meeting", "pk"]
        constraints = [models.UniqueConstraint(name="signature_once", fields=["meeting", "role"])]

    def __str__(self) -> str:
        return f"{self.get_role_display()}: {self.person}"
