"""The register: one row a document, incoming and own."""

from typing import Self

from django.db import models
from django.db.models import F, Q
from django.urls import reverse
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from nennep.organisation.models import CommitteeTerm, Unit
from nennep.organisation.records import UnitRecords
from nennep.vietnamese.dates import short_date


class DocumentType(models.TextChoices):
    """Types of Party documents (domain 6.1), then the State's. QĐ stands for two, so the type is stored, never derived."""

    DIRECTIVE = "directive", _("chỉ thị")
    RESOLUTION = "resolution", _("nghị quyết")
    DECISION = "decision", _("quyết định")
    REGULATION = "regulation", _("quy định")
    CONCLUSION = "conclusion", _("kết luận")
    RULES = "rules", _("quy chế")
    CIRCULAR = "circular", _("thông tri")
    GUIDANCE = "guidance", _("hướng dẫn")
    NOTICE = "notice", _("thông báo")
    REPORT = "report", _("báo cáo")
    PLAN = "plan", _("kế hoạch")
    PROGRAMME = "programme", _("chương trình")
    SCHEME = "scheme", _("đề án")
    OPTION_PLAN = "option_plan", _("phương án")
    SUBMISSION = "submission", _("tờ trình")
    LETTER = "letter", _("công văn")
    MINUTES = "minutes", _("biên bản")
    LAW = "law", _("luật")
    ORDINANCE = "ordinance", _("pháp lệnh")
    DECREE = "decree", _("nghị định")
    STATE_CIRCULAR = "state_circular", _("thông tư")
    JOINT_CIRCULAR = "joint_circular", _("thông tư liên tịch")


STATE_TYPES = frozenset(
    {
        DocumentType.LAW,
        DocumentType.ORDINANCE,
        DocumentType.DECREE,
        DocumentType.STATE_CIRCULAR,
        DocumentType.JOINT_CIRCULAR,
    }
)
"""Types that no Party organisation issues."""

TYPE_SYMBOLS = {
    DocumentType.DIRECTIVE: "CT",
    DocumentType.RESOLUTION: "NQ",
    DocumentType.DECISION: "QĐ",
    DocumentType.REGULATION: "QĐ",
    DocumentType.CONCLUSION: "KL",
    DocumentType.RULES: "QC",
    DocumentType.CIRCULAR: "TT",
    DocumentType.GUIDANCE: "HD",
    DocumentType.NOTICE: "TB",
    DocumentType.REPORT: "BC",
    DocumentType.PLAN: "KH",
    DocumentType.PROGRAMME: "CTr",
    DocumentType.SCHEME: "ĐA",
    DocumentType.OPTION_PLAN: "PA",
    DocumentType.SUBMISSION: "TTr",
    DocumentType.LETTER: "CV",
    DocumentType.MINUTES: "BB",
}
"""What stands before the slash in a document's symbol (domain 6.1). Decisions and regulations share one."""


class DocumentRecords(UnitRecords["Document"]):
    unit_field = "register"
    day_field = "issued_on"

    def own(self) -> Self:
        """Issued by the unit whose register this is."""
        return self.filter(issued_by_register=True)

    def from_above(self) -> Self:
        return self.filter(issued_by_register=False)


class Document(models.Model):
    """One document in a unit's register. Number, symbol, type, issuer and date identify it together, no part alone."""

    register = models.ForeignKey(Unit, verbose_name=_("sổ của"), on_delete=models.PROTECT, related_name="documents")
    type = models.CharField(_("loại"), max_length=20, choices=DocumentType.choices)
    number = models.PositiveIntegerField(_("số"))
    number_year = models.PositiveSmallIntegerField(
        _("năm trong số hiệu"), null=True, blank=True, help_text=_("của văn bản Nhà nước: 29/2018/QH14")
    )
    symbol = models.CharField(_("ký hiệu"), max_length=40)
    issuer = models.CharField(_("cơ quan ban hành"), max_length=200)
    issued_by_register = models.BooleanField(_("do đơn vị ban hành"), default=False)
    issued_on = models.DateField(_("ngày"))
    congress_term = models.CharField(_("khóa"), max_length=10, blank=True)
    subject = models.CharField(_("trích yếu"), max_length=500)
    signatory = models.CharField(_("người ký"), max_length=120, blank=True)
    received_on = models.DateField(_("ngày vào sổ"), null=True, blank=True)
    to_check = models.CharField(_("cần đối chiếu"), max_length=200, blank=True)
    valid_until = models.DateField(_("hiệu lực đến"), null=True, blank=True)
    term = models.ForeignKey(
        CommitteeTerm,
        verbose_name=_("nhiệm kỳ"),
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        editable=False,
        related_name="documents",
        help_text=_("khi số do chương trình cấp"),
    )
    cancelled_on = models.DateField(_("hủy số ngày"), null=True, blank=True, editable=False)
    cancelled_why = models.CharField(_("lý do hủy số"), max_length=200, blank=True, editable=False)

    objects = DocumentRecords.as_manager()

    class Meta:
        verbose_name = _("văn bản")
        verbose_name_plural = _("văn bản")
        ordering = ["issued_on", "number", "pk"]
        constraints = [
            models.UniqueConstraint(
                name="document_identity", fields=["register", "type", "number", "symbol", "issuer", "issued_on"]
            ),
            models.UniqueConstraint(
                name="document_number_once_in_a_term",
                fields=["register", "symbol", "term", "number"],
                condition=Q(term__isnull=False),
            ),
            models.CheckConstraint(
                name="document_cancelled_with_a_reason",
                condition=Q(cancelled_on__isnull=True, cancelled_why="")
                | Q(cancelled_on__isnull=False) & ~Q(cancelled_why=""),
            ),
            models.CheckConstraint(
                name="document_year_belongs_to_the_state",
                violation_error_message=_("Năm chỉ đứng trong số hiệu của văn bản Nhà nước, như 29/2018/QH14."),
                condition=Q(number_year__isnull=True) | ~Q(symbol__contains="/"),
            ),
            models.CheckConstraint(name="document_number_from_one", condition=Q(number__gte=1)),
            models.CheckConstraint(
                name="document_valid_after_issue",
                violation_error_message=_("Ngày hết hiệu lực không thể trước ngày ban hành."),
                condition=Q(valid_until__isnull=True) | Q(valid_until__gte=F("issued_on")),
            ),
        ]

    def __str__(self) -> str:
        return self.code

    def get_absolute_url(self) -> str:
        return reverse("documents:document", args=[self.pk])

    @property
    def code(self) -> str:
        """ "03-CT/TW", two digits at least (domain 6.2); the State writes "29/2018/QH14" and "05/BC-UBND"."""
        if "/" in self.symbol:
            return f"{self.number:02d}-{self.symbol}"
        year = f"{self.number_year}/" if self.number_year else ""
        return f"{self.number:02d}/{year}{self.symbol}"

    @property
    def citation(self) -> str:
        """ "Chỉ thị số 03-CT/TW, ngày 14/5/2011"."""
        kind = str(self.get_type_display())
        return gettext("%(kind)s số %(code)s, ngày %(day)s") % {
            "kind": f"{kind[:1].upper()}{kind[1:]}",
            "code": self.code,
            "day": short_date(self.issued_on),
        }
