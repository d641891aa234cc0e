"""Programme → theme of the year → plan → goals → tasks."""

from datetime import date
from typing import Self

from django.db import models
from django.db.models import F, Q
from django.urls import reverse
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from nennep.documents.models import Document
from nennep.organisation.models import Person, Unit
from nennep.organisation.records import Dated, DatedRecords, UnitRecords


class Programme(Dated):
    """What a unit does about a directive over years: its plan and its own standards."""

    unit = models.ForeignKey(Unit, verbose_name=_("đơn vị"), on_delete=models.PROTECT, related_name="programmes")
    name = models.CharField(_("tên"), max_length=300)
    directive = models.ForeignKey(Document, verbose_name=_("chỉ thị"), on_delete=models.PROTECT, related_name="+")
    plan = models.ForeignKey(
        Document, verbose_name=_("kế hoạch"), on_delete=models.PROTECT, related_name="+", null=True, blank=True
    )
    standards = models.ForeignKey(
        Document, verbose_name=_("chuẩn mực"), on_delete=models.PROTECT, related_name="+", null=True, blank=True
    )

    objects = DatedRecords["Programme"].as_manager()

    class Meta(Dated.Meta):
        verbose_name = _("chương trình")
        verbose_name_plural = _("chương trình")
        ordering = ["starts", "pk"]
        constraints = [
            *Dated.Meta.constraints,
            models.UniqueConstraint(name="programme_one_per_directive", fields=["unit", "directive"]),
        ]

    def __str__(self) -> str:
        return self.name


class Scope(models.TextChoices):
    """Who set the theme."""

    CENTRE = "centre", _("trung ương")
    PROVINCE = "province", _("tỉnh")
    CELL = "cell", _("chi bộ")


class Theme(models.Model):
    """Chuyên đề of a year, with the document it comes from where one is known."""

    unit = models.ForeignKey(Unit, verbose_name=_("đơn vị"), on_delete=models.PROTECT, related_name="themes")
    year = models.PositiveSmallIntegerField(_("năm"))
    wording = models.CharField(_("chủ đề"), max_length=500)
    short = models.CharField(_("tên gọn"), max_length=120)
    scope = models.CharField(_("phạm vi"), max_length=10, choices=Scope.choices)
    document = models.ForeignKey(
        Document, verbose_name=_("văn bản"), on_delete=models.PROTECT, related_name="themes", null=True, blank=True
    )

    class Meta:
        verbose_name = _("chuyên đề")
        verbose_name_plural = _("chuyên đề")
        ordering = ["year"]
        constraints = [models.UniqueConstraint(name="theme_one_a_year", fields=["unit", "year"])]

    def __str__(self) -> str:
        return f"{self.year}: {self.short}"

    def get_absolute_url(self) -> str:
        return reverse("programme:year", args=[self.unit.code, self.year])


class Clause(models.Model):
    """One clause of the unit's own standards, against which people register."""

    document = models.ForeignKey(Document, verbose_name=_("văn bản"), on_delete=models.PROTECT, related_name="clauses")
    number = models.CharField(_("điều"), max_length=10)
    text = models.CharField(_("nội dung"), max_length=1000)

    class Meta:
        verbose_name = _("điều chuẩn mực")
        verbose_name_plural = _("chuẩn mực")
        ordering = ["document", "pk"]
        constraints = [models.UniqueConstraint(name="clause_one_number", fields=["document", "number"])]

    def __str__(self) -> str:
        return gettext("Điều %(number)s") % {"number": self.number}


class YearPlan(models.Model):
    """The plan of a year, the document that carries it, and the launch of registration."""

    unit = models.ForeignKey(Unit, verbose_name=_("đơn vị"), on_delete=models.PROTECT, related_name="year_plans")
    year = models.PositiveSmallIntegerField(_("năm"))
    document = models.ForeignKey(Document, verbose_name=_("văn bản"), on_delete=models.PROTECT, related_name="plans")
    due_on = models.DateField(_("hạn ban hành"), null=True, blank=True)
    launched_on = models.DateField(_("ngày phát động đăng ký"), null=True, blank=True)
    registration_due_on = models.DateField(_("hạn đăng ký"), null=True, blank=True)

    class Meta:
        verbose_name = _("kế hoạch năm")
        verbose_name_plural = _("kế hoạch năm")
        ordering = ["year"]
        constraints = [models.UniqueConstraint(name="year_plan_one_a_year", fields=["unit", "year"])]

    def __str__(self) -> str:
        return gettext("Kế hoạch năm %(year)s") % {"year": self.year}

    def get_absolute_url(self) -> str:
        return reverse("programme:year", args=[self.unit.code, self.year])


class Goal(models.Model):
    """One goal of a year's plan; its tasks carry it out."""

    plan = models.ForeignKey(YearPlan, verbose_name=_("kế hoạch"), on_delete=models.PROTECT, related_name="goals")
    order = models.PositiveSmallIntegerField(_("thứ tự"))
    text = models.CharField(_("mục tiêu"), max_length=1500)

    class Meta:
        verbose_name = _("mục tiêu")
        verbose_name_plural = _("mục tiêu")
        ordering = ["plan", "order"]
        constraints = [models.UniqueConstraint(name="goal_one_order", fields=["plan", "order"])]

    def __str__(self) -> str:
        return self.text

    def get_absolute_url(self) -> str:
        return self.plan.get_absolute_url()


class TaskState(models.TextChoices):
    TODO = "todo", _("chưa làm")
    DOING = "doing", _("đang làm")
    DONE = "done", _("đã xong")
    POSTPONED = "postponed", _("hoãn")
    DROPPED = "dropped", _("không làm")


class TaskRecords(UnitRecords["Task"]):
    day_field = "due_on"

    def planned(self) -> Self:
        return self.filter(goal__isnull=False)

    def from_meetings(self) -> Self:
        return self.filter(given_on__isnull=False)

    def expected(self) -> Self:
        """Tasks that had to be done: all but those the cell decided to drop."""
        return self.exclude(state=TaskState.DROPPED)

    def on_time(self) -> Self:
        return self.filter(state=TaskState.DONE, done_on__lte=F("due_on"))

    def late(self) -> Self:
        return self.filter(state=TaskState.DONE, done_on__gt=F("due_on"))

    def open_on(self, day: date) -> Self:
        """Not finished, as the register tells, whatever the reason."""
        return self.expected().filter(Q(done_on__isnull=True) | Q(done_on__gt=day))


class Task(models.Model):
    """Something to do: who, by when. It serves a goal of the year's plan or was given at a meeting."""

    unit = models.ForeignKey(Unit, verbose_name=_("đơn vị"), on_delete=models.PROTECT, related_name="tasks")
    code = models.CharField(_("mã"), max_length=20, blank=True)
    goal = models.ForeignKey(
        Goal, verbose_name=_("mục tiêu"), on_delete=models.PROTECT, related_name="tasks", null=True, blank=True
    )
    given_on = models.DateField(_("giao tại cuộc họp ngày"), null=True, blank=True)
    text = models.CharField(_("việc"), max_length=500)
    owner = models.ForeignKey(Person, verbose_name=_("người thực hiện"), on_delete=models.PROTECT, related_name="tasks")
    due_on = models.DateField(_("hạn"))
    output = models.CharField(_("sản phẩm"), max_length=300, blank=True)
    serves = models.ManyToManyField(Document, verbose_name=_("phục vụ văn bản"), related_name="tasks", blank=True)
    state = models.CharField(_("trạng thái"), max_length=10, choices=TaskState.choices)
    done_on = models.DateField(_("ngày xong"), null=True, blank=True)
    evidence = models.CharField(_("minh chứng"), max_length=300, blank=True)
    reason = models.CharField(_("lý do"), max_length=300, blank=True)

    objects = TaskRecords.as_manager()

    class Meta:
        verbose_name = _("nhiệm vụ")
        verbose_name_plural = _("nhiệm vụ")
        ordering = ["due_on", "pk"]
        constraints = [
            models.CheckConstraint(
                name="task_from_a_plan_or_a_meeting",
                condition=Q(goal__isnull=False, given_on__isnull=True) | Q(goal__isnull=True, given_on__isnull=False),
            ),
            models.CheckConstraint(
                name="task_done_has_a_day",
                condition=Q(state="done", done_on__isnull=False) | ~Q(state="done") & Q(done_on__isnull=True),
            ),
            models.UniqueConstraint(name="task_one_code", fields=["unit", "code"], condition=~Q(code="")),
            models.UniqueConstraint(
                name="task_once_at_a_meeting",
                fields=["unit", "given_on", "text", "owner"],
                condition=Q(given_on__isnull=False),
            ),
        ]

    def __str__(self) -> str:
        return self.text

    def get_absolute_url(self) -> str:
        return reverse("programme:task", args=[self.pk])

    def is_late_on(self, day: date) -> bool:
        """Past its day and still open."""
        return self.state in (TaskState.TODO, TaskState.DOING) and self.due_on < day
