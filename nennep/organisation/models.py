"""Units, the people in them, and what they hold office for: each fact with the days it holds."""

from datetime import date
from typing import Self

from django.contrib.auth.models import AbstractUser
from django.db import models
from django.db.models import Q
from django.db.models.functions import Lower
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


class Unit(Dated):
    """A Party organisation: a cell, or a level above one."""

    code = models.CharField(_("mã"), max_length=40, unique=True)
    name = models.CharField(_("tên"), max_length=200)
    letterhead = models.CharField(_("tên trên văn bản"), max_length=200)
    level = models.CharField(_("cấp"), max_length=20, choices=Level.choices)
    cell_kind = models.CharField(_("loại hình chi bộ"), max_length=20, choices=CellKind.choices, blank=True)
    parent = models.ForeignKey(
        "self", verbose_name=_("cấp trên"), on_delete=models.PROTECT, null=True, blank=True, related_name="children"
    )
    symbol = models.CharField(_("ký hiệu"), max_length=40)
    place = models.CharField(_("địa danh"), max_length=80)

    class Meta(Dated.Meta):
        verbose_name = _("đơn vị")
        verbose_name_plural = _("đơn vị")
        ordering = ["code"]
        constraints = [
            *Dated.Meta.constraints,
            models.CheckConstraint(name="unit_not_its_own_parent", condition=~Q(parent=models.F("pk"))),
            models.CheckConstraint(
                name="unit_a_cell_has_a_kind",
                violation_error_message=_("Chi bộ thì phải ghi loại hình chi bộ; cấp trên của chi bộ thì để trống."),
                condition=Q(level__in=CELLS) & ~Q(cell_kind="") | ~Q(level__in=CELLS) & Q(cell_kind=""),
            ),
        ]

    def __str__(self) -> str:
        return self.name


class Person(models.Model):
    """Somebody in the unit's registers, Party member or not. No birth date, no citizen number: nothing here needs them."""

    class Sex(models.TextChoices):
        FEMALE = "f", _("nữ")
        MALE = "m", _("nam")

    home = models.ForeignKey(Unit, verbose_name=_("đơn vị lập danh sách"), on_delete=models.PROTECT, related_name="+")
    code = models.CharField(_("mã"), max_length=20)
    name = models.CharField(_("họ và tên"), max_length=120)
    name_key = models.CharField(max_length=1000, editable=False, db_index=True)
    sex = models.CharField(_("giới tính"), max_length=1, choices=Sex.choices)
    job = models.CharField(_("chức vụ chuyên môn"), max_length=160, blank=True)

    class Meta:
        verbose_name = _("người")
        verbose_name_plural = _("người")
        ordering = ["name_key", "pk"]
        constraints = [models.UniqueConstraint(name="person_one_code_in_a_unit", fields=["home", "code"])]

    def __str__(self) -> str:
        return self.name

    @property
    def reference(self) -> str:
        """How the ledger names this person."""
        return f"organisation.person:{self.pk}"


class Standing(models.TextChoices):
    """As what somebody belongs to the unit."""

    FULL = "full", _("chính thức")
    PROBATIONARY = "probationary", _("dự bị")
    NON_MEMBER = "non_member", _("quần chúng")


MEMBERS = [Standing.FULL, Standing.PROBATIONARY]


class MembershipRecords(DatedRecords["Membership"]):
    def of(self, unit: Unit) -> Self:
        return self.filter(unit=unit)

    def members(self) -> Self:
        """Full and probationary members, without non-member colleagues."""
        return self.filter(standing__in=MEMBERS)

    def required_on(self, day: date) -> Self:
        """Those whose attendance counts on that day: on the roll and not exempt (domain 1.4)."""
        return self.on(day).exclude(
            person__exemptions__in=Exemption.objects.on(day),
        )


class Membership(Dated):
    """A person belongs to a unit, as what, and in which days."""

    person = models.ForeignKey(Person, verbose_name=_("người"), on_delete=models.PROTECT, related_name="memberships")
    unit = models.ForeignKey(Unit, verbose_name=_("đơn vị"), on_delete=models.PROTECT, related_name="memberships")
    standing = models.CharField(_("tư cách"), max_length=20, choices=Standing.choices)
    reason = models.CharField(_("lý do"), max_length=200, blank=True)

    objects = MembershipRecords.as_manager()

    class Meta(Dated.Meta):
        verbose_name = _("tư cách")
        verbose_name_plural = _("tư cách")
        ordering = ["starts", "pk"]
        constraints = [
            *Dated.Meta.constraints,
            models.UniqueConstraint(name="membership_one_beginning_a_day", fields=["person", "starts"]),
            models.UniqueConstraint(
                name="membership_one_open_at_a_time",
                violation_error_message=_(
                    "Người này đang có một tư cách chưa kết thúc; ghi ngày kết thúc của tư cách trước."
                ),
                fields=["person"],
                condition=Q(ends__isnull=True),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.person}, {self.get_standing_display()}"


class Exemption(Dated):
    """Exempt from work and meetings (miễn công tác và sinh hoạt đảng); does not count for attendance (domain 1.4)."""

    person = models.ForeignKey(Person, verbose_name=_("người"), on_delete=models.PROTECT, related_name="exemptions")
    unit = models.ForeignKey(Unit, verbose_name=_("đơn vị"), on_delete=models.PROTECT, related_name="+")
    decided_by = models.CharField(_("ai quyết định"), max_length=200)
    reason = models.CharField(_("lý do"), max_length=300)

    objects = DatedRecords["Exemption"].as_manager()

    class Meta(Dated.Meta):
        verbose_name = _("miễn sinh hoạt")
        verbose_name_plural = _("miễn sinh hoạt")
        ordering = ["starts", "pk"]
        constraints = [
            *Dated.Meta.constraints,
            models.UniqueConstraint(name="exemption_one_beginning_a_day", fields=["person", "starts"]),
        ]

    def __str__(self) -> str:
        return f"{self.person}: {self.reason}"


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
    EDITOR = "editor", _("biên tập cổng tin")
    HELPER = "helper", _("người nhập hộ")


class Term(Dated):
    """An office held in a unit, from the day of election until its end. Access derives from it, day by day."""

    person = models.ForeignKey(Person, verbose_name=_("người"), on_delete=models.PROTECT, related_name="terms")
    unit = models.ForeignKey(Unit, verbose_name=_("đơn vị"), on_delete=models.PROTECT, related_name="terms")
    office = models.CharField(_("chức vụ"), max_length=20, choices=Office.choices)
    document = models.CharField(_("văn bản"), max_length=120, blank=True)

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


class User(AbstractUser):
    """A login. What it may do follows from the person's offices and duties on the day, never from a flag here."""

    first_name = None  # type: ignore[assignment]  # the person has the name
    last_name = None  # type: ignore[assignment]
    person = models.OneToOneField(
        Person, verbose_name=_("người"), on_delete=models.PROTECT, null=True, blank=True, related_name="user"
    )
    phone = models.CharField(_("số điện thoại"), max_length=16, null=True, blank=True, unique=True)

    class Meta:
        verbose_name = _("tài khoản")
        verbose_name_plural = _("tài khoản")
        constraints = [models.UniqueConstraint(Lower("username"), name="user_one_name_in_any_case")]

    def get_full_name(self) -> str:
        return self.person.name if self.person else self.username

    def get_short_name(self) -> str:
        return self.get_full_name()


from nennep.organisation.accounts.models import Card, Invitation  # noqa: E402, F401  # a room's models are found here
