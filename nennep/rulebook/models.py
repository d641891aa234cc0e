"""Quy tắc: what units have set for themselves, been permitted, or taken into use. Rules from above are packs, data files."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from nennep.organisation.models import Unit
from nennep.organisation.records import Dated, DatedRecords


class CellRule(Dated):
    """A unit's own value for a rule, with the document that sets it and the sentence that says it. It holds for the unit
    and those under it."""

    unit = models.ForeignKey(Unit, verbose_name=_("đơn vị"), on_delete=models.PROTECT, related_name="own_rules")
    key = models.CharField(_("khóa"), max_length=60)
    value = models.DecimalField(_("giá trị"), max_digits=12, decimal_places=3)
    document = models.CharField(_("văn bản"), max_length=120, blank=True)
    statement = models.CharField(_("diễn giải"), max_length=300)

    objects = DatedRecords["CellRule"].as_manager()

    class Meta(Dated.Meta):
        verbose_name = _("quy tắc riêng")
        verbose_name_plural = _("quy tắc riêng")
        ordering = ["key", "starts"]
        constraints = [
            *Dated.Meta.constraints,
            models.UniqueConstraint(name="cell_rule_one_beginning", fields=["unit", "key", "starts"]),
        ]

    def __str__(self) -> str:
        return self.statement


class Permission(Dated):
    """What the competent committee lets a unit do less strictly: down to which value, by which document, until which day."""

    unit = models.ForeignKey(Unit, verbose_name=_("đơn vị"), on_delete=models.PROTECT, related_name="permissions")
    key = models.CharField(_("khóa"), max_length=60)
    value = models.DecimalField(_("giá trị được phép"), max_digits=12, decimal_places=3)
    given_by = models.CharField(_("cấp cho phép"), max_length=200)
    document = models.CharField(_("văn bản"), max_length=200)

    objects = DatedRecords["Permission"].as_manager()

    class Meta(Dated.Meta):
        verbose_name = _("văn bản cho phép")
        verbose_name_plural = _("văn bản cho phép")
        ordering = ["key", "starts"]
        constraints = [
            *Dated.Meta.constraints,
            models.UniqueConstraint(name="permission_one_beginning", fields=["unit", "key", "starts"]),
            models.CheckConstraint(
                name="permission_ends",
                condition=models.Q(ends__isnull=False),
                violation_error_message=_("Văn bản cho phép phải có ngày hết hạn."),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.document}: {self.key} = {self.value.normalize():f}"


class PackUse(Dated):
    """A local pack taken into use: it holds for the unit and those under it, from a day until a day."""

    unit = models.ForeignKey(Unit, verbose_name=_("đơn vị"), on_delete=models.PROTECT, related_name="packs_in_use")
    pack = models.SlugField(_("gói quy tắc"), max_length=60)
    document = models.CharField(_("văn bản"), max_length=200, blank=True)

    objects = DatedRecords["PackUse"].as_manager()

    class Meta(Dated.Meta):
        verbose_name = _("gói quy tắc đang dùng")
        verbose_name_plural = _("gói quy tắc đang dùng")
        ordering = ["pack", "starts"]
        constraints = [
            *Dated.Meta.constraints,
            models.UniqueConstraint(name="pack_use_one_beginning", fields=["unit", "pack", "starts"]),
        ]

    def __str__(self) -> str:
        return self.pack
