"""Programme → theme of the year → plan → goals → tasks."""

from datetime import date
from typing import Self

from django.db import models
from django.db.models import F, Q
from django.urls import reverse
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from nennep.documents.models import Document, Draft
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
    """Chuyên đề of a year or, with a last year, of a term; with the document it comes from where one is known."""

    unit = models.ForeignKey(Unit, verbose_name=_("đơn vị"), on_delete=models.PROTECT, related_name="themes")
    year = models.PositiveSmallIntegerField(_("năm"))
    last_year = models.PositiveSmallIntegerField(_("đến hết năm"), null=True, blank=True)
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
        constraints = [
            models.UniqueConstraint(name="theme_one_a_year", fields=["unit", "year"]),
            models.CheckConstraint(
                name="theme_ends_after_it_begins",
                condition=Q(last_year__isnull=True) | Q(last_year__gt=F("year")),
                violation_error_message=_("Năm cuối phải sau năm đầu; chuyên đề một năm thì để trống."),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.years}: {self.short}"

    def get_absolute_url(self) -> str:
        return reverse("programme:year", args=[self.unit.code, self.year])

    @property
    def years(self) -> str:
        """ "2014", or "2021–2025" for a theme of a term."""
        return f"{self.year}–{self.last_year}" if self.last_year else str(self.year)


class Clause(models.Model):
    """One clause of the unit's own standards, against which people register. Reworded, it is a new version: what somebody
    registered against stays as it was worded then."""

    document = models.ForeignKey(Document, verbose_name=_("văn bản"), on_delete=models.PROTECT, related_name="clauses")
    number = models.CharField(_("điều"), max_length=10)
    text = models.CharField(_("nội dung"), max_length=1000)
    until = models.DateField(_("đến hết ngày"), null=True, blank=True)
    instead_of = models.ForeignKey(
        "self", verbose_name=_("thay cho"), on_delete=models.PROTECT, related_name="later", null=True, blank=True
    )

    class Meta:
        verbose_name = _("điều chuẩn mực")
        verbose_name_plural = _("chuẩn mực")
        ordering = ["document", "pk"]
        constraints = [
            models.UniqueConstraint(
                name="clause_one_number_in_force", fields=["document", "number"], condition=Q(until__isnull=True)
            )
        ]

    def __str__(self) -> str:
        return gettext("Điều %(number)s") % {"number": self.number}


class YearPlan(models.Model):
    """The plan of a year, the document that carries it once it is signed, and the launch of registration."""

    unit = models.ForeignKey(Unit, verbose_name=_("đơn vị"), on_delete=models.PROTECT, related_name="year_plans")
    year = models.PositiveSmallIntegerField(_("năm"))
    document = models.ForeignKey(
        Document, verbose_name=_("văn bản"), on_delete=models.PROTECT, related_name="plans", null=True, blank=True
    )
    draft = models.OneToOneField(
        Draft, verbose_name=_("dự thảo"), on_delete=models.SET_NULL, related_name="+", null=True, blank=True
    )
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

    @property
    def carrier(self) -> Document:
        """The document that carries it. Raises ValueError for a plan that is still being made."""
        if self.document is None:
            raise ValueError(f"The plan of {self.year} is not signed yet.")
        return self.document


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
    passage = models.CharField(_("điều, khoản"), max_length=120, blank=True)
    serves = models.ManyToManyField(Document, verbose_name=_("phục vụ văn bản"), related_name="tasks", blank=True)
    state = models.CharField(_("trạng thái"), max_length=10, choices=TaskState.choices)
    done_on = models.DateField(_("ngày xong"), null=True, blank=True)
    evidence = models.CharField(_("minh chứng"), max_length=300, blank=True)
    reason = models.CharField(_("lý do"), max_length=300, blank=True)
    carried_from = models.OneToOneField(
        "self", verbose_name=_("chuyển từ"), on_delete=models.PROTECT, related_name="carried_to", null=True, blank=True
    )

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


class TaskChange(models.Model):
    """How a task stood before somebody postponed it, dropped it or finished it: by whom, when, why."""

    task = models.ForeignKey(Task, verbose_name=_("nhiệm vụ"), on_delete=models.PROTECT, related_name="changes")
    state = models.CharField(_("trạng thái trước đó"), max_length=10, choices=TaskState.choices)
    due_on = models.DateField(_("hạn trước đó"))
    decided_by = models.ForeignKey(
        Person, verbose_name=_("người quyết định"), on_delete=models.PROTECT, related_name="+", null=True, blank=True
    )
    changed_at = models.DateTimeField(_("đổi lúc"))
    why = models.CharField(_("vì sao"), max_length=300, blank=True)

    class Meta:
        verbose_name = _("lần đổi nhiệm vụ")
        verbose_name_plural = _("các lần đổi nhiệm vụ")
        ordering = ["task", "changed_at"]

    def __str__(self) -> str:
        return f"{self.get_state_display()}, {self.why}"
