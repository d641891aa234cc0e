"""People, as what they belong to a unit, and what takes them away from its meetings for a time."""

from datetime import date
from typing import Self

from django.db import models
from django.db.models import Exists, OuterRef, Q
from django.utils.translation import gettext_lazy as _

from nennep.organisation.models.units import Unit
from nennep.organisation.records import Dated, DatedRecords


class Person(models.Model):
    """Somebody in the unit's registers, Party member or not.

    The birth date is there for age bands alone, and only where somebody entered it. No citizen number, no card number, no
    address: nothing here needs them.
    """

    class Sex(models.TextChoices):
        FEMALE = "f", _("nữ")
        MALE = "m", _("nam")

    home = models.ForeignKey(Unit, verbose_name=_("đơn vị lập danh sách"), on_delete=models.PROTECT, related_name="+")
    code = models.CharField(_("mã"), max_length=20)
    name = models.CharField(_("họ và tên"), max_length=120)
    name_key = models.CharField(max_length=1000, editable=False, db_index=True)
    sex = models.CharField(_("giới tính"), max_length=1, choices=Sex.choices)
    born_on = models.DateField(_("ngày sinh"), null=True, blank=True)
    job = models.CharField(_("chức vụ chuyên môn"), max_length=160, blank=True)

    erased_on = models.DateField(_("đã xóa thông tin ngày"), null=True, blank=True, editable=False)

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

    @property
    def on_behalf_of(self) -> str:
        """People act for themselves; see `access.Helping` for whoever enters for another."""
        return ""


class Standing(models.TextChoices):
    """As what somebody belongs to the unit."""

    FULL = "full", _("chính thức")
    PROBATIONARY = "probationary", _("dự bị")
    NON_MEMBER = "non_member", _("quần chúng")


MEMBERS = [Standing.FULL, Standing.PROBATIONARY]


class MembershipRecords(DatedRecords["Membership"]):
    def of(self, unit: Unit) -> Self:
        """The unit's own roll: who belongs to it, wherever they meet for the time being."""
        return self.filter(unit=unit, temporary=False)

    def members(self) -> Self:
        """Full and probationary members, without non-member colleagues."""
        return self.filter(standing__in=MEMBERS)

    def full(self) -> Self:
        return self.filter(standing=Standing.FULL)

    def without_exempt(self, day: date) -> Self:
        """Without those exempt from work and meetings on that day."""
        exempt = Exemption.objects.on(day).filter(person=OuterRef("person"), unit=OuterRef("unit"))
        return self.exclude(Exists(exempt))

    def attending(self, unit: Unit, day: date) -> Self:
        """Those whose attendance counts in the unit on that day (domain 1.4): everybody who belongs to it or is with it
        for a time, without the exempt, the suspended, and those who meet elsewhere for a time."""
        here = self.filter(unit=unit).on(day).without_exempt(day)
        here = here.exclude(Exists(Suspension.objects.on(day).filter(person=OuterRef("person"), unit=unit)))
        away = Away.objects.on(day).filter(person=OuterRef("person"), unit=unit)
        return here.exclude(Q(temporary=False) & Exists(away))


class Coming(models.TextChoices):
    """How somebody came to stand on the roll as they do."""

    HIRED = "hired", _("về cơ quan, đơn vị")
    ADMITTED = "admitted", _("kết nạp")
    MADE_FULL = "made_full", _("công nhận chính thức")
    MOVED_IN = "moved_in", _("chuyển đến")
    REORGANISED = "reorganised", _("sắp xếp lại đơn vị")


class Going(models.TextChoices):
    """How it came to an end."""

    CHANGED = "changed", _("đổi tư cách")
    MOVED_OUT = "moved_out", _("chuyển đi")
    REORGANISED = "reorganised", _("sắp xếp lại đơn vị")
    LEFT = "left", _("rời đơn vị")
    STRUCK_OFF = "struck_off", _("xóa tên")
    EXPELLED = "expelled", _("khai trừ")
    DIED = "died", _("từ trần")


class Membership(Dated):
    """A person belongs to a unit, as what, and in which days.

    A temporary one (sinh hoạt tạm thời) stands beside the one at home: it counts for meetings, not for the roll.
    """

    person = models.ForeignKey(Person, verbose_name=_("người"), on_delete=models.PROTECT, related_name="memberships")
    unit = models.ForeignKey(Unit, verbose_name=_("đơn vị"), on_delete=models.PROTECT, related_name="memberships")
    standing = models.CharField(_("tư cách"), max_length=20, choices=Standing.choices)
    temporary = models.BooleanField(_("sinh hoạt tạm thời"), default=False)
    came = models.CharField(_("vì sao bắt đầu"), max_length=20, choices=Coming.choices, blank=True)
    went = models.CharField(_("vì sao kết thúc"), max_length=20, choices=Going.choices, blank=True)
    reason = models.CharField(_("lý do"), max_length=200, blank=True)
    document = models.CharField(_("văn bản"), max_length=200, blank=True)

    objects = MembershipRecords.as_manager()

    class Meta(Dated.Meta):
        verbose_name = _("tư cách")
        verbose_name_plural = _("tư cách")
        ordering = ["starts", "pk"]
        indexes = [models.Index(name="membership_roll", fields=["unit", "starts", "ends", "standing"])]
        constraints = [
            *Dated.Meta.constraints,
            models.UniqueConstraint(
                name="membership_one_beginning_a_day", fields=["person", "starts"], condition=Q(temporary=False)
            ),
            models.UniqueConstraint(
                name="membership_one_open_at_a_time",
                violation_error_message=_(
                    "Người này đang có một tư cách chưa kết thúc; ghi ngày kết thúc của tư cách trước."
                ),
                fields=["person"],
                condition=Q(ends__isnull=True, temporary=False),
            ),
            models.UniqueConstraint(
                name="membership_one_stay_at_a_time",
                violation_error_message=_("Người này đang sinh hoạt tạm thời ở một nơi; ghi ngày kết thúc ở đó trước."),
                fields=["person"],
                condition=Q(ends__isnull=True, temporary=True),
            ),
            models.CheckConstraint(name="membership_went_when_it_ended", condition=Q(went="") | Q(ends__isnull=False)),
        ]

    def __str__(self) -> str:
        return f"{self.person}, {self.get_standing_display()}"


class Absence(Dated):
    """What keeps somebody from the unit's meetings for a time, with who decided it and on what ground."""

    person = models.ForeignKey(Person, verbose_name=_("người"), on_delete=models.PROTECT, related_name="%(class)ss")
    unit = models.ForeignKey(Unit, verbose_name=_("đơn vị"), on_delete=models.PROTECT, related_name="+")
    decided_by = models.CharField(_("ai quyết định"), max_length=200)
    document = models.CharField(_("văn bản"), max_length=200, blank=True)

    class Meta:
        abstract = True
        ordering = ["starts", "pk"]
        constraints = [
            *Dated.Meta.constraints,
            models.UniqueConstraint(name="%(class)s_one_beginning_a_day", fields=["person", "starts"]),
        ]


class Exemption(Absence):
    """Exempt from work and meetings (miễn công tác và sinh hoạt đảng); does not count for attendance (domain 1.4)."""

    reason = models.CharField(_("lý do"), max_length=300)
    rule = models.CharField(_("theo quy định nào"), max_length=200, blank=True)

    objects = DatedRecords["Exemption"].as_manager()

    class Meta(Absence.Meta):
        verbose_name = _("miễn sinh hoạt")
        verbose_name_plural = _("miễn sinh hoạt")

    def __str__(self) -> str:
        return f"{self.person}: {self.reason}"


class Suspension(Absence):
    """Suspended from Party life (đình chỉ sinh hoạt đảng) for a time; is not expected at meetings (domain 1.4)."""

    objects = DatedRecords["Suspension"].as_manager()

    class Meta(Absence.Meta):
        verbose_name = _("đình chỉ sinh hoạt")
        verbose_name_plural = _("đình chỉ sinh hoạt")

    def __str__(self) -> str:
        return str(self.person)


class Away(Absence):
    """Stays on the unit's roll and meets with another unit for a time (chuyển sinh hoạt tạm thời)."""

    to = models.CharField(_("sinh hoạt tạm thời tại"), max_length=200)

    objects = DatedRecords["Away"].as_manager()

    class Meta(Absence.Meta):
        verbose_name = _("sinh hoạt tạm thời nơi khác")
        verbose_name_plural = _("sinh hoạt tạm thời nơi khác")

    def __str__(self) -> str:
        return f"{self.person}: {self.to}"
