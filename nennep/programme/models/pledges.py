"""Đăng ký làm theo: what each person undertakes for a year, and what came of it month by month."""

from typing import Self

from django.db import models
from django.db.models import Q
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from nennep.organisation.models import MEMBERS, Person, Standing, Unit
from nennep.organisation.records import UnitRecords
from nennep.programme.models.plans import Clause


class PledgeRecords(UnitRecords["Pledge"]):
    day_field = "due_on"

    def members(self) -> Self:
        return self.filter(standing__in=MEMBERS)

    def non_members(self) -> Self:
        return self.filter(standing=Standing.NON_MEMBER)

    def registered(self) -> Self:
        return self.filter(registered_on__isnull=False)


class Pledge(models.Model):
    """One person's registration for one year. It is made for everybody on the roll when registration is launched,

    so that who has not registered is a row too: the base of the percentage.
    """

    unit = models.ForeignKey(Unit, verbose_name=_("đơn vị"), on_delete=models.PROTECT, related_name="pledges")
    year = models.PositiveSmallIntegerField(_("năm"))
    person = models.ForeignKey(Person, verbose_name=_("người"), on_delete=models.PROTECT, related_name="pledges")
    standing = models.CharField(_("tư cách"), max_length=20, choices=Standing.choices)
    due_on = models.DateField(_("hạn đăng ký"))
    registered_on = models.DateField(_("ngày đăng ký"), null=True, blank=True)
    midyear_on = models.DateField(_("ngày xem lại giữa năm"), null=True, blank=True)
    midyear_remark = models.CharField(_("góp ý giữa năm"), max_length=500, blank=True)

    objects = PledgeRecords.as_manager()

    class Meta:
        verbose_name = _("bản đăng ký")
        verbose_name_plural = _("đăng ký làm theo")
        ordering = ["year", "person__name_key"]
        constraints = [
            models.UniqueConstraint(name="pledge_one_a_year", fields=["unit", "year", "person"]),
            models.CheckConstraint(
                name="pledge_midyear_remark_has_a_day", condition=Q(midyear_remark="") | Q(midyear_on__isnull=False)
            ),
        ]

    def __str__(self) -> str:
        return f"{self.person}, {self.year}"

    def get_absolute_url(self) -> str:
        return reverse("programme:pledge", args=[self.pk])


class Origin(models.TextChoices):
    WEAKNESS = "weakness", _("điểm yếu")
    DUTY = "duty", _("nhiệm vụ")


class Outcome(models.TextChoices):
    """How an item ended the year, by the person's own mark and the cell's remark."""

    KEPT = "kept", _("đạt")
    PARTLY = "partly", _("một phần")
    MISSED = "missed", _("chưa đạt")
    DROPPED = "dropped", _("thôi")


class PledgeItemRecords(UnitRecords["PledgeItem"]):
    unit_field = "pledge__unit"
    day_field = "due_on"

    def judged(self) -> Self:
        return self.exclude(outcome="")


class PledgeItem(models.Model):
    """One checkable thing a person will do this year."""

    pledge = models.ForeignKey(Pledge, verbose_name=_("bản đăng ký"), on_delete=models.PROTECT, related_name="items")
    order = models.PositiveSmallIntegerField(_("thứ tự"))
    origin = models.CharField(_("xuất phát từ"), max_length=10, choices=Origin.choices)
    action = models.CharField(_("việc làm"), max_length=500)
    measure = models.CharField(_("thước đo"), max_length=300)
    due_on = models.DateField(_("hạn"))
    clause = models.ForeignKey(
        Clause, verbose_name=_("điều chuẩn mực"), on_delete=models.PROTECT, related_name="items", null=True, blank=True
    )
    standard = models.CharField(_("chuẩn mực của Trung ương"), max_length=10, blank=True)
    own_outcome = models.CharField(_("tự nhận cuối năm"), max_length=10, choices=Outcome.choices, blank=True)
    own_words = models.CharField(_("tự nói cuối năm"), max_length=500, blank=True)
    outcome = models.CharField(_("kết quả cuối năm"), max_length=10, choices=Outcome.choices, blank=True)
    remark = models.CharField(_("nhận xét"), max_length=500, blank=True)

    objects = PledgeItemRecords.as_manager()

    class Meta:
        verbose_name = _("việc đăng ký")
        verbose_name_plural = _("việc đăng ký")
        ordering = ["pledge", "order"]
        constraints = [models.UniqueConstraint(name="pledge_item_one_order", fields=["pledge", "order"])]

    def __str__(self) -> str:
        return self.action

    def get_absolute_url(self) -> str:
        return self.pledge.get_absolute_url()


class Mark(models.TextChoices):
    """A person's own mark for a month."""

    KEPT = "kept", _("đạt")
    PARTLY = "partly", _("một phần")
    MISSED = "missed", _("chưa đạt")


class MonthlyResultRecords(UnitRecords["MonthlyResult"]):
    unit_field = "item__pledge__unit"
    day_field = "month"


class MonthlyResult(models.Model):
    """One line about one item in one month: what was done, and the person's own mark."""

    item = models.ForeignKey(
        PledgeItem, verbose_name=_("việc đăng ký"), on_delete=models.PROTECT, related_name="results"
    )
    month = models.DateField(_("tháng"))
    done = models.CharField(_("việc đã làm"), max_length=500)
    mark = models.CharField(_("tự chấm"), max_length=10, choices=Mark.choices, blank=True)
    evidence = models.CharField(_("minh chứng"), max_length=300, blank=True)

    objects = MonthlyResultRecords.as_manager()

    class Meta:
        verbose_name = _("kết quả tháng")
        verbose_name_plural = _("kết quả tháng")
        ordering = ["month", "pk"]
        constraints = [
            models.UniqueConstraint(name="monthly_result_once", fields=["item", "month"]),
            models.CheckConstraint(name="monthly_result_first_of_month", condition=Q(month__day=1)),
        ]

    def __str__(self) -> str:
        return self.done

    def get_absolute_url(self) -> str:
        return self.item.get_absolute_url()
