"""Nêu gương: the Book of Exemplary Members, awards and emulation drives."""

from typing import Self

from django.db import models
from django.db.models import F, Q
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from nennep.documents.models import Document
from nennep.meetings.models import Praise
from nennep.organisation.models import Person, Unit
from nennep.organisation.records import Dated, UnitRecords


class BookRecords(UnitRecords["BookEntry"]):
    day_field = "agreed_on"


class BookEntry(models.Model):
    """One turn in the Book: a deed of a person that a meeting agreed to enter (domain 4.4). Where it was praised at a meeting,
    `praise` is that fact; it was then the meeting that introduced it, whether or not somebody is named beside."""

    unit = models.ForeignKey(Unit, verbose_name=_("đơn vị"), on_delete=models.PROTECT, related_name="book_entries")
    number = models.PositiveIntegerField(_("số"))
    person = models.ForeignKey(Person, verbose_name=_("người"), on_delete=models.PROTECT, related_name="book_entries")
    deed_on = models.DateField(_("ngày việc làm"))
    deed = models.CharField(_("việc làm"), max_length=500)
    effect = models.CharField(_("tác dụng"), max_length=500, blank=True)
    introduced_by = models.ForeignKey(
        Person, verbose_name=_("người giới thiệu"), on_delete=models.PROTECT, related_name="+", null=True, blank=True
    )
    praise = models.ForeignKey(
        Praise,
        verbose_name=_("biểu dương tại cuộc họp"),
        on_delete=models.PROTECT,
        related_name="book_entries",
        null=True,
        blank=True,
        editable=False,
    )
    checked_by = models.ForeignKey(
        Person, verbose_name=_("người xác minh"), on_delete=models.PROTECT, related_name="+", null=True, blank=True
    )
    agreed_on = models.DateField(_("ngày họp thống nhất"))
    may_publish = models.BooleanField(_("đồng ý đăng Cổng"), null=True, blank=True)

    objects = BookRecords.as_manager()

    class Meta:
        verbose_name = _("lượt ghi Sổ")
        verbose_name_plural = _("Sổ Đảng viên tiêu biểu")
        ordering = ["number"]
        constraints = [
            models.UniqueConstraint(name="book_one_number_one_entry", fields=["unit", "number"]),
            models.CheckConstraint(
                name="book_agreed_after_the_deed",
                violation_error_message=_("Ngày họp thống nhất không thể trước ngày việc làm."),
                condition=Q(agreed_on__gte=F("deed_on")),
            ),
            models.UniqueConstraint(
                name="book_praise_entered_once",
                fields=["praise"],
                violation_error_message=_("Lần biểu dương này đã ghi Sổ."),
            ),
            models.CheckConstraint(
                name="book_somebody_or_a_meeting_introduced",
                violation_error_message=_("Cần người giới thiệu, hoặc cuộc họp đã biểu dương."),
                condition=Q(introduced_by__isnull=False) | Q(praise__isnull=False),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.person}: {self.deed}"

    def get_absolute_url(self) -> str:
        return reverse("recognition:entry", args=[self.pk])


class AwardKind(models.TextChoices):
    CERTIFICATE = "certificate", _("giấy khen")
    MERIT = "merit", _("bằng khen")
    PRAISE = "praise", _("biểu dương")


class AwardLevel(models.TextChoices):
    CELL = "cell", _("chi bộ")
    ABOVE = "above", _("cấp trên trực tiếp")
    PROVINCE = "province", _("tỉnh")


class AwardRecords(UnitRecords["Award"]):
    day_field = "awarded_on"

    def certificates(self) -> Self:
        return self.filter(kind=AwardKind.CERTIFICATE)


class Award(models.Model):
    """A commendation given to a person, by whom, for what, with which money."""

    unit = models.ForeignKey(Unit, verbose_name=_("đơn vị"), on_delete=models.PROTECT, related_name="awards")
    person = models.ForeignKey(Person, verbose_name=_("người"), on_delete=models.PROTECT, related_name="awards")
    kind = models.CharField(_("hình thức"), max_length=12, choices=AwardKind.choices)
    level = models.CharField(_("cấp tặng"), max_length=10, choices=AwardLevel.choices)
    awarded_on = models.DateField(_("ngày"))
    document = models.ForeignKey(
        Document, verbose_name=_("văn bản"), on_delete=models.PROTECT, related_name="awards", null=True, blank=True
    )
    merit = models.CharField(_("thành tích"), max_length=500)
    amount = models.PositiveIntegerField(_("số tiền (đồng)"), null=True, blank=True)
    fund = models.CharField(_("nguồn tiền"), max_length=160, blank=True)

    objects = AwardRecords.as_manager()

    class Meta:
        verbose_name = _("khen thưởng")
        verbose_name_plural = _("khen thưởng")
        ordering = ["awarded_on", "person__name_key"]
        constraints = [
            models.UniqueConstraint(name="award_once", fields=["unit", "person", "kind", "awarded_on", "merit"])
        ]

    def __str__(self) -> str:
        return f"{self.person}: {self.get_kind_display()}"

    def get_absolute_url(self) -> str:
        return f"{reverse('recognition:book', args=[self.unit.code])}#khen-thuong"


class DriveRecords(UnitRecords["Drive"]):
    day_field = "launched_on"


class Drive(Dated):
    """Phong trào thi đua: an emulation drive, when it was launched and what came of it."""

    unit = models.ForeignKey(Unit, verbose_name=_("đơn vị"), on_delete=models.PROTECT, related_name="drives")
    name = models.CharField(_("tên"), max_length=300)
    launched_on = models.DateField(_("ngày phát động"))
    document = models.ForeignKey(
        Document, verbose_name=_("văn bản"), on_delete=models.PROTECT, related_name="+", null=True, blank=True
    )
    result = models.CharField(_("kết quả"), max_length=500, blank=True)

    objects = DriveRecords.as_manager()

    class Meta(Dated.Meta):
        verbose_name = _("phong trào thi đua")
        verbose_name_plural = _("thi đua")
        ordering = ["launched_on"]
        constraints = [
            *Dated.Meta.constraints,
            models.UniqueConstraint(name="drive_once", fields=["unit", "name", "launched_on"]),
        ]

    def __str__(self) -> str:
        return self.name

    def get_absolute_url(self) -> str:
        return f"{reverse('recognition:book', args=[self.unit.code])}#thi-dua"


class GoodPractice(Dated):
    """Mô hình, the glossary's "model" (a word that is Django's here): a way of following that a unit has named, follows year by
    year, and ends with a reason."""

    unit = models.ForeignKey(Unit, verbose_name=_("đơn vị"), on_delete=models.PROTECT, related_name="good_practices")
    name = models.CharField(_("tên mô hình"), max_length=200)
    content = models.CharField(_("nội dung"), max_length=1000)
    document = models.ForeignKey(
        Document, verbose_name=_("văn bản"), on_delete=models.PROTECT, related_name="+", null=True, blank=True
    )
    why_ended = models.CharField(_("vì sao thôi"), max_length=300, blank=True)

    class Meta(Dated.Meta):
        verbose_name = _("mô hình")
        verbose_name_plural = _("mô hình")
        ordering = ["starts", "name"]
        constraints = [
            *Dated.Meta.constraints,
            models.UniqueConstraint(name="good_practice_one_name", fields=["unit", "name"]),
            models.CheckConstraint(
                name="good_practice_ends_with_a_reason",
                condition=models.Q(ends__isnull=True, why_ended="")
                | models.Q(ends__isnull=False) & ~models.Q(why_ended=""),
                violation_error_message=_("Thôi một mô hình thì phải ghi vì sao."),
            ),
        ]

    def __str__(self) -> str:
        return self.name

    def get_absolute_url(self) -> str:
        return f"{reverse('recognition:book', args=[self.unit.code])}#mo-hinh"


class PracticeYear(models.Model):
    """How a named way of following went in one year, as the unit saw it."""

    practice = models.ForeignKey(
        GoodPractice, verbose_name=_("mô hình"), on_delete=models.PROTECT, related_name="years"
    )
    year = models.PositiveSmallIntegerField(_("năm"))
    result = models.CharField(_("kết quả"), max_length=1000)

    class Meta:
        verbose_name = _("theo dõi mô hình")
        verbose_name_plural = _("theo dõi mô hình")
        ordering = ["practice", "year"]
        constraints = [models.UniqueConstraint(name="practice_year_once", fields=["practice", "year"])]

    def __str__(self) -> str:
        return f"{self.year}: {self.result}"
