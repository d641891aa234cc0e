"""Forms of planning: theme, plan, goal, task; what becomes of a task; clauses of the standards."""

from typing import Any

from django import forms
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from nennep.documents.models import Document, DocumentType
from nennep.organisation.changing.deeds import Day, Deed
from nennep.organisation.models import Person, Unit
from nennep.organisation.queries import on_the_list
from nennep.programme.actions import (
    adopt_year_plan,
    assign_task,
    begin_year_plan,
    set_goal,
    set_theme,
    start_programme,
    write_clause,
)
from nennep.programme.models import Clause, Goal, Programme, Scope, Task, TaskState, Theme, YearPlan
from nennep.programme.planning.actions import (
    carry_over,
    drop_task,
    finish_task,
    postpone_task,
    remove_clause,
    reword_clause,
)
from nennep.programme.planning.drafting import draft_plan
from nennep.vietnamese.dates import short_date


class ForYear(Deed):
    """About one year of a unit's programme; the subject is the plan of that year, in the register or not yet."""

    subject: YearPlan

    @property
    def unit(self) -> Unit:
        return self.subject.unit


class StartProgramme(ForYear):
    title = gettext_lazy("Mở chương trình thực hiện chỉ thị")
    about = gettext_lazy(
        "Chương trình kéo qua nhiều năm: chỉ thị, kế hoạch chung và chuẩn mực riêng. Người phụ trách ghi ở danh sách đơn vị."
    )
    name = forms.CharField(label=gettext_lazy("Tên chương trình"), max_length=300)
    directive = forms.ModelChoiceField(Document.objects.none(), label=gettext_lazy("Chỉ thị"))
    plan = forms.ModelChoiceField(
        Document.objects.none(), label=gettext_lazy("Kế hoạch chung"), required=False, empty_label="—"
    )
    standards = forms.ModelChoiceField(
        Document.objects.none(), label=gettext_lazy("Văn bản chuẩn mực riêng"), required=False, empty_label="—"
    )
    starts = Day(gettext_lazy("Từ ngày"))
    ends = Day(gettext_lazy("Đến hết ngày"), required=False, hint=gettext_lazy("Bỏ trống khi chưa định."))

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        found = Document.objects.of(self.unit).order_by("-issued_on")
        self.fields["directive"].queryset = found.from_above()  # type: ignore[attr-defined]
        self.fields["plan"].queryset = found.own()  # type: ignore[attr-defined]
        self.fields["standards"].queryset = found.own()  # type: ignore[attr-defined]

    def act(self) -> str:
        start_programme(Programme(unit=self.unit, **self.said), **self.whom)
        return _("Đã mở chương trình từ %(day)s.") % {"day": short_date(self.said["starts"])}


class SetTheme(ForYear):
    title = gettext_lazy("Ghi chuyên đề của năm")
    wording = forms.CharField(label=gettext_lazy("Chủ đề"), max_length=500, widget=forms.Textarea(attrs={"rows": 2}))
    short = forms.CharField(label=gettext_lazy("Tên gọn"), max_length=120)
    scope = forms.ChoiceField(label=gettext_lazy("Phạm vi"), choices=Scope.choices)
    document = forms.ModelChoiceField(
        Document.objects.none(), label=gettext_lazy("Theo văn bản"), required=False, empty_label="—"
    )
    last_year = forms.IntegerField(
        label=gettext_lazy("Đến hết năm"),
        min_value=1930,
        max_value=9998,
        required=False,
        help_text=gettext_lazy("Chỉ ghi cho chuyên đề của cả khóa."),
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        found = Document.objects.of(self.unit).order_by("-issued_on")
        self.fields["document"].queryset = found  # type: ignore[attr-defined]
        theme = Theme.objects.filter(unit=self.unit, year=self.subject.year).first()
        if theme is not None:
            self.initial = {
                name: getattr(theme, name) for name in ("wording", "short", "scope", "document", "last_year")
            }

    def act(self) -> str:
        theme, _outcome = set_theme(Theme(unit=self.unit, year=self.subject.year, **self.said), **self.whom)
        return _("Chuyên đề %(years)s: %(short)s.") % {"years": theme.years, "short": theme.short}


class AdoptPlan(ForYear):
    title = gettext_lazy("Ghi kế hoạch năm")
    about = gettext_lazy("Kế hoạch là một văn bản đã ký, có số trong sổ văn bản.")
    document = forms.ModelChoiceField(Document.objects.none(), label=gettext_lazy("Văn bản kế hoạch"))
    due_on = Day(gettext_lazy("Hạn ban hành"), required=False, hint=gettext_lazy("Bỏ trống khi chưa ai định hạn."))

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        own = Document.objects.of(self.unit).own().filter(type__in=[DocumentType.PLAN, DocumentType.PROGRAMME])
        self.fields["document"].queryset = own.order_by("-issued_on")  # type: ignore[attr-defined]
        plan = self.subject
        if plan.pk is not None:
            signed = plan.draft.document_id if plan.draft is not None else None
            self.initial = {"document": plan.document_id or signed, "due_on": plan.due_on}

    def act(self) -> str:
        kept = ("launched_on", "registration_due_on", "draft")
        launch = {name: getattr(self.subject, name) for name in kept}
        plan = YearPlan(unit=self.unit, year=self.subject.year, **self.said, **launch)
        adopt_year_plan(plan, **self.whom)
        return _("Đã ghi kế hoạch năm %(year)d.") % {"year": self.subject.year}


class BeginPlan(ForYear):
    title = gettext_lazy("Bắt đầu lập kế hoạch năm")
    about = gettext_lazy(
        "Ghi mục tiêu và giao việc trước, rồi soạn thành văn bản; ký xong thì ghi văn bản vào kế hoạch."
    )

    def act(self) -> str:
        begin_year_plan(self.unit, self.subject.year, **self.whom)
        return _("Đã mở kế hoạch năm %(year)d.") % {"year": self.subject.year}


class AddGoal(ForYear):
    title = gettext_lazy("Thêm mục tiêu")
    text = forms.CharField(label=gettext_lazy("Mục tiêu"), max_length=1500, widget=forms.Textarea(attrs={"rows": 3}))

    def act(self) -> str:
        last = Goal.objects.filter(plan=self.subject).order_by("-order").first()
        goal = Goal(plan=self.subject, order=last.order + 1 if last else 1, text=self.said["text"])
        set_goal(goal, **self.whom)
        return _("Đã thêm mục tiêu %(n)d.") % {"n": goal.order}


class AddTask(ForYear):
    title = gettext_lazy("Giao nhiệm vụ của kế hoạch")
    goal = forms.ModelChoiceField(Goal.objects.none(), label=gettext_lazy("Thuộc mục tiêu"))
    text = forms.CharField(label=gettext_lazy("Việc"), max_length=500, widget=forms.Textarea(attrs={"rows": 2}))
    owner = forms.ModelChoiceField(Person.objects.none(), label=gettext_lazy("Người thực hiện"))
    due_on = Day(gettext_lazy("Hạn"))
    output = forms.CharField(label=gettext_lazy("Sản phẩm"), max_length=300, required=False)
    passage = forms.CharField(
        label=gettext_lazy("Điều, khoản"),
        max_length=120,
        required=False,
        help_text=gettext_lazy("Của văn bản đánh dấu dưới đây, ví dụ: mục II, điểm 3."),
    )
    serves = forms.ModelMultipleChoiceField(
        Document.objects.none(),
        label=gettext_lazy("Thực hiện văn bản"),
        required=False,
        widget=forms.CheckboxSelectMultiple,
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        people = on_the_list(self.unit, self.at.date()).values("person")
        self.fields["goal"].queryset = Goal.objects.filter(plan=self.subject)  # type: ignore[attr-defined]
        self.fields["owner"].queryset = Person.objects.filter(pk__in=people)  # type: ignore[attr-defined]
        above = Document.objects.of(self.unit).from_above().order_by("-issued_on")
        self.fields["serves"].queryset = above  # type: ignore[attr-defined]

    def act(self) -> str:
        said = dict(self.said)
        serves = said.pop("serves")
        number = Task.objects.of(self.unit).filter(goal__plan=self.subject).count() + 1
        code = f"{self.subject.year}-{number:02d}"
        while Task.objects.of(self.unit).filter(code=code).exists():
            number += 1
            code = f"{self.subject.year}-{number:02d}"
        task = Task(unit=self.unit, code=code, state=TaskState.TODO, **said)
        assign_task(task, serves=serves, **self.whom)
        return _("Đã giao việc, hạn %(day)s.") % {"day": short_date(task.due_on)}


class DraftPlan(ForYear):
    title = gettext_lazy("Soạn văn bản kế hoạch")
    about = gettext_lazy("Mục tiêu và nhiệm vụ được viết thành dự thảo kế hoạch; chữ nào cũng sửa được trước khi ký.")

    def act(self) -> str:
        draft_plan(self.subject, **self.whom)
        return _("Đã soạn dự thảo từ mục tiêu và nhiệm vụ.")


OF_YEAR: dict[str, type[ForYear]] = {
    "chuong-trinh": StartProgramme,
    "chuyen-de": SetTheme,
    "lap": BeginPlan,
    "ke-hoach": AdoptPlan,
    "muc-tieu": AddGoal,
    "nhiem-vu": AddTask,
}
NEED_A_PLAN = ("muc-tieu", "nhiem-vu")


class ForTask(Deed):
    subject: Task


class Finish(ForTask):
    title = gettext_lazy("Ghi đã xong")
    done_on = Day(gettext_lazy("Ngày xong"))
    evidence = forms.CharField(label=gettext_lazy("Minh chứng"), max_length=300, required=False)

    def act(self) -> str:
        finish_task(self.subject, **self.said, **self.whom)
        return _("Đã ghi việc xong.")


class Postpone(ForTask):
    title = gettext_lazy("Hoãn việc")
    due_on = Day(gettext_lazy("Hạn mới"))
    why = forms.CharField(label=gettext_lazy("Vì sao"), max_length=300)

    def act(self) -> str:
        postpone_task(self.subject, **self.said, **self.whom)
        return _("Đã hoãn đến %(day)s.") % {"day": short_date(self.said["due_on"])}


class Drop(ForTask):
    title = gettext_lazy("Thôi không làm")
    about = gettext_lazy("Việc ra khỏi số phải làm; lý do ở lại trong sổ.")
    why = forms.CharField(label=gettext_lazy("Vì sao"), max_length=300)

    def act(self) -> str:
        drop_task(self.subject, **self.said, **self.whom)
        return _("Đã thôi việc này.")


class CarryOver(ForTask):
    title = gettext_lazy("Chuyển sang năm sau")
    about = gettext_lazy("Việc cũ ở lại với lý do, và dẫn sang việc mới.")
    goal = forms.ModelChoiceField(Goal.objects.none(), label=gettext_lazy("Vào mục tiêu"))
    due_on = Day(gettext_lazy("Hạn mới"))
    why = forms.CharField(label=gettext_lazy("Vì sao chưa xong"), max_length=200)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        later = Goal.objects.filter(plan__unit=self.subject.unit, plan__year__gt=self.subject.due_on.year)
        self.fields["goal"].queryset = later  # type: ignore[attr-defined]

    def act(self) -> str:
        onward = carry_over(self.subject, **self.said, **self.whom)
        return _("Đã chuyển sang năm %(year)d.") % {"year": onward.due_on.year}


OF_TASK: dict[str, type[ForTask]] = {"xong": Finish, "hoan": Postpone, "thoi": Drop, "chuyen": CarryOver}


class AddClause(Deed):
    subject: Document
    title = gettext_lazy("Thêm điều chuẩn mực")
    number = forms.CharField(label=gettext_lazy("Điều"), max_length=10)
    text = forms.CharField(label=gettext_lazy("Nội dung"), max_length=1000, widget=forms.Textarea(attrs={"rows": 3}))

    def clean_number(self) -> str:
        number = str(self.cleaned_data["number"]).strip()
        if Clause.objects.filter(document=self.subject, number=number, until__isnull=True).exists():
            raise forms.ValidationError(_("Đã có điều %(number)s; sửa lời ở điều ấy.") % {"number": number})
        return number

    def act(self) -> str:
        write_clause(Clause(document=self.subject, **self.said), **self.whom)
        return _("Đã thêm điều %(number)s.") % {"number": self.said["number"]}


class Reword(Deed):
    subject: Clause
    title = gettext_lazy("Sửa lời điều chuẩn mực")
    about = gettext_lazy("Người đã đăng ký theo lời cũ vẫn giữ lời cũ.")
    text = forms.CharField(label=gettext_lazy("Lời mới"), max_length=1000, widget=forms.Textarea(attrs={"rows": 3}))
    since = Day(gettext_lazy("Từ ngày"))

    def act(self) -> str:
        reword_clause(self.subject, **self.said, **self.whom)
        return _("Đã ghi lời mới từ %(day)s.") % {"day": short_date(self.said["since"])}


class Remove(Deed):
    subject: Clause
    title = gettext_lazy("Bỏ điều chuẩn mực")
    about = gettext_lazy("Chỉ bỏ được điều chưa ai đăng ký theo.")
    grave = True

    def act(self) -> str:
        remove_clause(self.subject, **self.whom)
        return _("Đã bỏ điều này.")


OF_CLAUSE: dict[str, type[Deed]] = {"sua": Reword, "bo": Remove}
