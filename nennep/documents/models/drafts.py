"""Drafts of the unit's own documents, until they are signed."""

from django.db import models
from django.db.models import Q
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from nennep.documents.models.register import STATE_TYPES, Document, DocumentType
from nennep.organisation.models import Person, Unit
from nennep.organisation.records import UnitRecords

INVITATION = "invitation"
"""Giấy mời, one of the eight papers beside the types of documents (domain 6.1)."""
DRAFT_TYPES = [
    *((kind.value, kind.label) for kind in DocumentType if kind not in STATE_TYPES),
    (INVITATION, _("giấy mời")),
]
"""What can be written: every type of the Party's documents, and the invitation, which no register numbers."""


class DraftRecords(UnitRecords["Draft"]):
    unit_field = "register"
    day_field = "intended_on"

    def open(self) -> "DraftRecords":
        """Not signed yet."""
        return self.filter(document__isnull=True)


class Draft(models.Model):
    """One of the unit's own documents while it is written. Signed, it is closed: it says what its document says.

    `version` counts the times it was written down, so that two people at it do not write over each other unseen.
    """

    register = models.ForeignKey(Unit, verbose_name=_("sổ của"), on_delete=models.PROTECT, related_name="drafts")
    type = models.CharField(_("loại"), max_length=20, choices=DRAFT_TYPES)
    intended_on = models.DateField(_("ngày dự kiến"), null=True, blank=True)
    place = models.CharField(_("địa danh"), max_length=80)
    subject = models.CharField(_("trích yếu"), max_length=500)
    body = models.TextField(_("nội dung"), blank=True)
    recipients = models.TextField(_("nơi nhận"), blank=True)
    authority = models.CharField(_("thẩm quyền ký"), max_length=80, blank=True)
    post = models.CharField(_("chức vụ người ký"), max_length=80, blank=True)
    signatory = models.CharField(_("người ký"), max_length=120, blank=True)
    minuted_by = models.CharField(_("người ghi biên bản"), max_length=120, blank=True)
    version = models.PositiveIntegerField(_("lần ghi"), default=1, editable=False)
    written_at = models.DateTimeField(_("ghi lúc"), editable=False)
    written_by = models.ForeignKey(
        Person,
        verbose_name=_("người ghi"),
        on_delete=models.PROTECT,
        null=True,
        editable=False,
        related_name="+",
    )
    document = models.OneToOneField(
        Document,
        verbose_name=_("văn bản"),
        on_delete=models.PROTECT,
        null=True,
        editable=False,
        related_name="draft",
    )

    objects = DraftRecords.as_manager()

    class Meta:
        verbose_name = _("dự thảo")
        verbose_name_plural = _("dự thảo")
        ordering = ["-written_at", "-pk"]
        constraints = [
            models.CheckConstraint(name="draft_version_from_one", condition=Q(version__gte=1)),
            models.CheckConstraint(
                name="draft_invitation_takes_no_number",
                violation_error_message=_("Giấy mời không vào sổ, không cấp số."),
                condition=~Q(type=INVITATION) | Q(document__isnull=True),
            ),
            models.CheckConstraint(
                name="draft_signed_on_a_day",
                condition=Q(document__isnull=True) | Q(intended_on__isnull=False),
            ),
        ]

    def __str__(self) -> str:
        kind = str(self.get_type_display())
        return f"{kind[:1].upper()}{kind[1:]} {self.subject}"

    def get_absolute_url(self) -> str:
        return reverse("documents:draft", args=[self.pk])

    @property
    def numbered(self) -> bool:
        """Whether it gets a number when it is signed."""
        return self.type != INVITATION
