"""What documents do to each other: the strands of the red thread."""

from datetime import date

from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from nennep.documents.models.register import Document


class Relation(models.Model):
    """One document does something to another, from a day on: the strands of the red thread."""

    class Kind(models.TextChoices):
        IMPLEMENTS = "implements", _("thực hiện")
        AMENDS = "amends", _("sửa đổi")
        REPLACES = "replaces", _("thay thế")
        REPEALS = "repeals", _("bãi bỏ")
        CITES = "cites", _("viện dẫn")
        COMBINED = "combined", _("kết hợp")

    ENDING = (Kind.REPLACES, Kind.REPEALS)
    """What takes the other document out of force."""

    source = models.ForeignKey(Document, verbose_name=_("văn bản"), on_delete=models.PROTECT, related_name="relations")
    kind = models.CharField(_("quan hệ"), max_length=12, choices=Kind.choices)
    target = models.ForeignKey(
        Document, verbose_name=_("văn bản kia"), on_delete=models.PROTECT, related_name="related_by"
    )
    since = models.DateField(_("từ ngày"), null=True, blank=True)

    class Meta:
        verbose_name = _("quan hệ văn bản")
        verbose_name_plural = _("quan hệ văn bản")
        ordering = ["pk"]
        constraints = [
            models.UniqueConstraint(name="relation_once", fields=["source", "kind", "target"]),
            models.CheckConstraint(
                name="relation_not_to_itself",
                violation_error_message=_("Một văn bản không có quan hệ với chính nó."),
                condition=~Q(source=F("target")),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.source} {self.get_kind_display()} {self.target}"

    @property
    def starts(self) -> date:
        """From when it holds: the day that was said, else that of the document which does it."""
        return self.since or self.source.issued_on
