"""Files: each kept once under what it holds, and hung on the documents whose files they are."""

from pathlib import Path

from django.db import models
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from nennep.documents.models.register import Document
from nennep.organisation.models import Person, Unit
from nennep.organisation.records import UnitRecords
from nennep.vietnamese.dates import short_date


class StoredFile(models.Model):
    """Bytes that the gate let in, named by their SHA-256. The same file on two documents is one of these."""

    digest = models.CharField(_("mã nội dung"), max_length=64, unique=True)
    kind = models.CharField(_("kiểu tệp"), max_length=8)
    size = models.PositiveIntegerField(_("số byte"))
    pages = models.PositiveIntegerField(_("số trang"), null=True)
    unread = models.PositiveIntegerField(_("số trang chụp chưa đọc được chữ"), default=0)
    text = models.TextField(_("chữ trong tệp"), blank=True)

    class Meta:
        verbose_name = _("tệp")
        verbose_name_plural = _("tệp")

    def __str__(self) -> str:
        return f"{self.digest[:12]}.{self.kind}"


class Role(models.TextChoices):
    """What a file is to its document."""

    TEXT = "text", _("bản chữ (Word, Excel)")
    SIGNED = "signed", _("bản có chữ ký")
    SCAN = "scan", _("bản chụp, bản quét")
    ANNEX = "annex", _("phụ lục")


class DocumentFile(models.Model):
    """A file of a document. A newer one of the same role is its next version; the older ones stay to be read."""

    document = models.ForeignKey(
        Document, verbose_name=_("văn bản"), on_delete=models.PROTECT, related_name="document_files"
    )
    file = models.ForeignKey(StoredFile, verbose_name=_("tệp"), on_delete=models.PROTECT, related_name="uses")
    role = models.CharField(_("là"), max_length=8, choices=Role.choices)
    version = models.PositiveSmallIntegerField(_("lần"))
    name = models.CharField(_("tên tệp"), max_length=160)
    added_at = models.DateTimeField(_("lúc"))
    added_by = models.ForeignKey(
        Person, verbose_name=_("người đưa vào"), on_delete=models.SET_NULL, null=True, blank=True, related_name="+"
    )

    class Meta:
        verbose_name = _("tệp của văn bản")
        verbose_name_plural = _("tệp của văn bản")
        ordering = ["role", "-version"]
        constraints = [
            models.UniqueConstraint(name="file_version_once", fields=["document", "role", "version"]),
            models.UniqueConstraint(
                name="file_once_on_a_document",
                fields=["document", "file"],
                violation_error_message=_("Văn bản này đã có đúng tệp ấy."),
            ),
        ]

    def __str__(self) -> str:
        return self.name

    def get_absolute_url(self) -> str:
        return reverse("documents:file", args=[self.pk, self.saved_as])

    @property
    def saved_as(self) -> str:
        """The name under which it is saved: what its document is called, and not what somebody's computer called it."""
        return f"{self.document.code.replace('/', '-')}{Path(self.name).suffix}"


class KeptOutsideRecords(UnitRecords["KeptOutside"]):
    day_field = "noted_on"


class KeptOutside(models.Model):
    """A marked paper was offered and kept outside. The day is all that stays of it (domain 7.2)."""

    unit = models.ForeignKey(Unit, verbose_name=_("đơn vị"), on_delete=models.PROTECT, related_name="kept_outside")
    noted_on = models.DateField(_("ngày"))

    objects = KeptOutsideRecords.as_manager()

    class Meta:
        verbose_name = _("lần giữ văn bản ngoài hệ thống")
        verbose_name_plural = _("văn bản giữ ngoài hệ thống")
        ordering = ["-noted_on", "-pk"]

    def __str__(self) -> str:
        return short_date(self.noted_on)
