"""Forms of the registration: what a person writes, what a reader answers, and the looks back."""

from datetime import date
from typing import Any

from django import forms
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from nennep.organisation.changing.deeds import Day, Deed
from nennep.programme.actions import launch_registration, set_launch
from nennep.programme.models import Clause, Origin, Pledge, PledgeItem, Submission, YearPlan
from nennep.programme.models.pledges import Outcome
from nennep.programme.registration.actions import (
    change_item,
    enter_registration,
    give_back,
    look_back_midyear,
    mark_own_year,
    remark_on_item,
)
from nennep.programme.registration.content import Written, from_content
from nennep.programme.registration.offers import Against
from nennep.vietnamese.dates import short_date

MOST, AT_ONCE = 12, 3


class ItemForm(forms.Form):
    """One thing to do. A draft may leave anything blank; sending asks for the action, its measure and its day."""

    origin = forms.ChoiceField(label=gettext_lazy("Xuất phát từ"), choices=[("", "—"), *Origin.choices], required=False)
    action = forms.CharField(
        label=gettext_lazy("Tôi sẽ làm gì"),
        max_length=500,
        required=False,
        widget=forms.Textarea(attrs={"rows": 2}),
        error_messages={
            "max_length": gettext_lazy("Dài %(show_value)d chữ cái, nhiều nhất 500. Viết gọn lại một việc.")
        },
    )
    measure = forms.CharField(
        label=gettext_lazy("Đo bằng gì"),
        max_length=300,
        required=False,
        help_text=gettext_lazy("Ví dụ: 10 trên 12 buổi."),
        error_messages={"max_length": gettext_lazy("Dài %(show_value)d chữ cái, nhiều nhất 300.")},
    )
    due_on = Day(gettext_lazy("Xong trước ngày"), required=False)
    clause = forms.ModelChoiceField(
        Clause.objects.none(), label=gettext_lazy("Theo điều"), required=False, empty_label="—"
    )

    standard = forms.ChoiceField(label=gettext_lazy("Theo chuẩn mực của Trung ương"), required=False)

    def __init__(
        self, number: int, against: Against, data: Any = None, *, initial: dict[str, Any] | None = None
    ) -> None:
        super().__init__(data, prefix=f"viec-{number}", initial=initial)
        self.number = number
        field = self.fields["clause"]
        if against.clauses:
            kept = [clause.pk for clause in against.clauses]
            field.queryset = Clause.objects.filter(pk__in=kept)  # type: ignore[attr-defined]
        else:
            del self.fields["clause"]
        if against.standards:
            choices = [(key, f"{key}. {words}") for key, words in against.standards.items()]
            self.fields["standard"].choices = [("", "—"), *choices]  # type: ignore[attr-defined]
        else:
            del self.fields["standard"]

    def written(self) -> Written:
        said = self.cleaned_data
        due, clause = said.get("due_on"), said.get("clause")
        return Written(
            origin=said.get("origin", ""),
            action=said.get("action", "").strip(),
            measure=said.get("measure", "").strip(),
            due_on=due.isoformat() if isinstance(due, date) else "",
            clause=clause.pk if clause else None,
            standard=said.get("standard", ""),
        )


def forms_of(items: list[Written], against: Against) -> list[ItemForm]:
    """A form for each thing written, and room for more."""
    room = max(AT_ONCE - len(items), 1)
    shown = [*items, *[Written()] * room][:MOST]
    return [
        ItemForm(
            number,
            against,
            initial={
                "origin": item.origin,
                "action": item.action,
                "measure": item.measure,
                "due_on": item.due_on,
                "clause": item.clause,
                "standard": item.standard,
            },
        )
        for number, item in enumerate(shown, start=1)
    ]


def forms_sent(data: Any, against: Against) -> list[ItemForm]:
    """The forms as they were filled in, however many there were."""
    numbers = [number for number in range(1, MOST + 1) if f"viec-{number}-action" in data]
    return [ItemForm(number, against, data) for number in numbers]


class Launch(Deed):
    """Phát động đăng ký for a year."""

    title = gettext_lazy("Phát động đăng ký làm theo")
    about = gettext_lazy(
        "Mỗi đảng viên phải dự sinh hoạt có một bản đăng ký để viết; người ngoài Đảng viết nếu muốn. "
        "Phát động lại chỉ thêm người chưa có."
    )
    subject: YearPlan
    launched_on = Day(gettext_lazy("Ngày phát động"))
    due_on = Day(gettext_lazy("Hạn gửi"))

    def clean(self) -> dict[str, Any]:
        said = super().clean() or {}
        launched, due = said.get("launched_on"), said.get("due_on")
        if launched and due and due < launched:
            self.add_error("due_on", _("Hạn gửi không thể trước ngày phát động."))
        if launched and launched.year not in (self.subject.year, self.subject.year - 1):
            self.add_error(
                "launched_on",
                _("Ngày phát động phải trong năm %(year)d hoặc cuối năm trước.") % {"year": self.subject.year},
            )
        return said

    def act(self) -> str:
        plan = self.subject
        if plan.pk is not None:
            set_launch(plan, launched_on=self.said["launched_on"], due_on=self.said["due_on"], **self.whom)
        added = launch_registration(plan.unit, plan.year, **self.said, **self.whom)
        words = {"n": added, "day": short_date(self.said["due_on"])}
        return _("Đã phát động: thêm %(n)d bản đăng ký, hạn %(day)s.") % words


class Read(Deed):
    """What the reader answers to a registration that was sent."""

    title = gettext_lazy("Đọc bản đăng ký")
    subject: Submission

    @property
    def items(self) -> list[PledgeItem]:
        """What was sent, as the items it would become."""
        written = from_content(self.subject.items)
        return [item.as_item(self.subject.pledge, order) for order, item in enumerate(written, start=1)]

    comment = forms.CharField(
        label=gettext_lazy("Góp ý"),
        max_length=1000,
        required=False,
        widget=forms.Textarea(attrs={"rows": 3}),
        help_text=gettext_lazy("Người viết đọc được. Trả lại thì phải góp ý."),
    )

    def act(self) -> str:
        if self.data.get("act") == "tra-lai":
            give_back(self.subject, comment=self.said["comment"].strip(), **self.whom)
            return _("Đã trả lại kèm góp ý.")
        items = enter_registration(self.subject, comment=self.said["comment"].strip(), **self.whom)
        return _("Đã vào sổ %(n)d việc.") % {"n": len(items)}


class Change(Deed):
    title = gettext_lazy("Đổi việc đã đăng ký")
    about = gettext_lazy("Việc trước khi đổi vẫn ghi bên cạnh, kèm lý do.")
    subject: PledgeItem
    action = forms.CharField(label=gettext_lazy("Việc làm"), max_length=500, widget=forms.Textarea(attrs={"rows": 2}))
    measure = forms.CharField(label=gettext_lazy("Thước đo"), max_length=300)
    due_on = Day(gettext_lazy("Hạn"))
    why = forms.CharField(label=gettext_lazy("Vì sao đổi"), max_length=300)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.initial = {name: getattr(self.subject, name) for name in ("action", "measure", "due_on")}

    def act(self) -> str:
        change_item(self.subject, **self.said, **self.whom)
        return _("Đã đổi, việc trước đó vẫn còn trong sổ.")


class OwnYear(Deed):
    title = gettext_lazy("Tự nhận cuối năm")
    subject: PledgeItem
    own_outcome = forms.ChoiceField(label=gettext_lazy("Tự nhận"), choices=[("", "—"), *Outcome.choices])
    own_words = forms.CharField(
        label=gettext_lazy("Nói bằng một câu"),
        max_length=500,
        required=False,
        help_text=gettext_lazy("Làm được gì, vướng gì."),
    )

    def act(self) -> str:
        mark_own_year(self.subject, **self.said, **self.whom)
        return _("Đã ghi phần tự nhận.")


class CellRemark(Deed):
    title = gettext_lazy("Nhận xét của chi bộ")
    subject: PledgeItem
    outcome = forms.ChoiceField(label=gettext_lazy("Kết quả"), choices=[("", "—"), *Outcome.choices])
    remark = forms.CharField(label=gettext_lazy("Nhận xét"), max_length=500, required=False)

    def act(self) -> str:
        remark_on_item(self.subject, **self.said, **self.whom)
        return _("Đã ghi nhận xét.")


class MidYear(Deed):
    title = gettext_lazy("Xem lại giữa năm")
    subject: Pledge
    remark = forms.CharField(label=gettext_lazy("Góp ý"), max_length=500, widget=forms.Textarea(attrs={"rows": 2}))

    def act(self) -> str:
        look_back_midyear(self.subject, **self.said, **self.whom)
        return _("Đã ghi xem lại giữa năm.")
