"""Units: a tree of Party organisations whose names, places in the tree and kinds change with time."""

from datetime import date

from django.core.validators import RegexValidator
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from nennep.organisation.records import Dated, DatedRecords


class Level(models.TextChoices):
    """Where a unit stands in the Party's organisation."""

    PROVINCE = "province", _("tỉnh ủy")
    BLOC = "bloc", _("đảng bộ khối")
    COMMUNE = "commune", _("đảng bộ xã, phường")
    GRASSROOTS = "grassroots", _("đảng bộ cơ sở")
    DIVISION = "division", _("đảng bộ bộ phận")
    GRASSROOTS_CELL = "grassroots_cell", _("chi bộ cơ sở")
    ATTACHED_CELL = "attached_cell", _("chi bộ trực thuộc")


class CellKind(models.TextChoices):
    """The six kinds of cell of HD 42-HD/BTCTW (domain 1.2)."""

    RESIDENTIAL = "residential", _("thôn, tổ dân phố")
    OFFICE = "office", _("cơ quan, đơn vị sự nghiệp")
    STATE_ENTERPRISE = "state_enterprise", _("doanh nghiệp nhà nước")
    PRIVATE_ENTERPRISE = "private_enterprise", _("doanh nghiệp ngoài nhà nước")
    STUDENTS = "students", _("học sinh, sinh viên")
    ARMED_FORCES = "armed_forces", _("lực lượng vũ trang")


CELLS = [Level.GRASSROOTS_CELL, Level.ATTACHED_CELL]


class Dress(models.Model):
    """What a reorganisation can change about a unit: what it is called, where it stands, what it is."""

    name = models.CharField(_("tên"), max_length=200)
    letterhead = models.CharField(_("tên trên văn bản"), max_length=200)
    level = models.CharField(_("cấp"), max_length=20, choices=Level.choices)
    cell_kind = models.CharField(_("loại hình chi bộ"), max_length=20, choices=CellKind.choices, blank=True)
    parent = models.ForeignKey(
        "organisation.Unit",
        verbose_name=_("cấp trên"),
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="%(class)s_children",
    )
    symbol = models.CharField(_("ký hiệu"), max_length=40)
    place = models.CharField(_("địa danh"), max_length=80)

    class Meta:
        abstract = True
        constraints = [
            models.CheckConstraint(
                name="%(app_label)s_%(class)s_a_cell_has_a_kind",
                violation_error_message=_("Chi bộ thì phải ghi loại hình chi bộ; cấp trên của chi bộ thì để trống."),
                condition=Q(level__in=CELLS) & ~Q(cell_kind="") | ~Q(level__in=CELLS) & Q(cell_kind=""),
            ),
        ]

    def dress(self) -> dict[str, object]:
        """Its columns by name, the parent as a unit."""
        return {name: getattr(self, name) for name in DRESS}


DRESS = ("name", "letterhead", "level", "cell_kind", "parent", "symbol", "place")

PARTY_CODE = RegexValidator(
    r"^\d{2}(\.\d{3}){4}\Z", _("Mã tổ chức đảng gồm 14 chữ số theo nhóm 2.3.3.3.3, ví dụ 38.168.053.000.001.")
)


class Unit(Dress, Dated):
    """A Party organisation: a cell, or a level above one. It stays the same unit through every renaming and move.

    Its columns say how it was last recorded; `UnitState` keeps how it was on any day. Only the verbs in
    `actions/units.py` write either, and always both.
    """

    code = models.CharField(_("mã"), max_length=40, unique=True)
    party_code = models.CharField(
        _("mã tổ chức đảng"), max_length=18, blank=True, validators=[PARTY_CODE], help_text=_("nếu có")
    )

    class Meta(Dated.Meta):
        verbose_name = _("đơn vị")
        verbose_name_plural = _("đơn vị")
        ordering = ["code"]
        constraints = [
            *Dated.Meta.constraints,
            *Dress.Meta.constraints,
            models.CheckConstraint(name="unit_not_its_own_parent", condition=~Q(parent=models.F("pk"))),
        ]

    def __str__(self) -> str:
        return self.name

    def on(self, day: date) -> "UnitState | None":
        """How the unit was on that day: what it was called and who was above it; None before it was founded or after
        its end. "Who was above this cell on 1/6/2024" is `unit.on(date(2024, 6, 1)).parent`."""
        return self.states.on(day).select_related("parent").first()

    def called_on(self, day: date) -> str:
        """Its name on that day; its first or last one outside its life."""
        state = self.on(day)
        if state is not None:
            return state.name
        first = self.states.order_by("starts").first()
        return first.name if first is not None and day < first.starts else self.name


class UnitState(Dress, Dated):
    """How a unit was between two reorganisations. The states of a unit follow each other without gap or overlap."""

    class Cause(models.TextChoices):
        FOUNDED = "founded", _("thành lập")
        RENAMED = "renamed", _("đổi tên")
        MOVED = "moved", _("chuyển về cấp trên khác")
        RECLASSIFIED = "reclassified", _("đổi cấp, loại hình")

    unit = models.ForeignKey(Unit, verbose_name=_("đơn vị"), on_delete=models.PROTECT, related_name="states")
    cause = models.CharField(_("lý do"), max_length=20, choices=Cause.choices)
    document = models.CharField(_("văn bản"), max_length=200, blank=True)

    objects = DatedRecords["UnitState"].as_manager()

    class Meta(Dated.Meta):
        verbose_name = _("lần sắp xếp")
        verbose_name_plural = _("các lần sắp xếp")
        ordering = ["starts"]
        constraints = [
            *Dated.Meta.constraints,
            *Dress.Meta.constraints,
            models.CheckConstraint(name="unitstate_not_its_own_parent", condition=~Q(parent=models.F("unit"))),
            models.UniqueConstraint(name="unitstate_one_beginning_a_day", fields=["unit", "starts"]),
            models.UniqueConstraint(
                name="unitstate_one_open_at_a_time", fields=["unit"], condition=Q(ends__isnull=True)
            ),
        ]

    def __str__(self) -> str:
        return self.name


class Succession(models.Model):
    """One unit goes on in another from a day on: merged into it, or split from it."""

    class Kind(models.TextChoices):
        MERGED = "merged", _("sáp nhập, hợp nhất")
        SPLIT = "split", _("chia, tách")

    source = models.ForeignKey(Unit, verbose_name=_("đơn vị cũ"), on_delete=models.PROTECT, related_name="successors")
    target = models.ForeignKey(
        Unit, verbose_name=_("đơn vị mới"), on_delete=models.PROTECT, related_name="predecessors"
    )
    kind = models.CharField(_("cách"), max_length=20, choices=Kind.choices)
    happened_on = models.DateField(_("từ ngày"))
    document = models.CharField(_("văn bản"), max_length=200)

    class Meta:
        verbose_name = _("đơn vị kế tiếp")
        verbose_name_plural = _("các đơn vị kế tiếp")
        ordering = ["happened_on", "pk"]
        constraints = [
            models.UniqueConstraint(name="succession_once", fields=["source", "target"]),
            models.CheckConstraint(name="succession_not_of_itself", condition=~Q(source=models.F("target"))),
        ]

    def __str__(self) -> str:
        return f"{self.source} → {self.target}"
