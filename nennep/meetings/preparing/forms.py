"""The forms of the year's plan and of one meeting to be."""

from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils import translation
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from nennep.documents.models import Document, Draft
from nennep.meetings.actions import plan_meeting
from nennep.meetings.live.actions import open_meeting
from nennep.meetings.models import MeetingKind, PlannedMeeting, Preparation, Question
from nennep.meetings.preparing.actions import (
    ask_ahead,
    attach_papers,
    call_meeting,
    keep_as_template,
    move_meeting,
    prepare,
    withdraw_meeting,
)
from nennep.meetings.preparing.agenda import MOST, AgendaLine
from nennep.meetings.preparing.drafting import draft_invitation, draft_resolution
from nennep.organisation.changing.deeds import Day, Deed
from nennep.organisation.models import Person, Unit
from nennep.organisation.queries import on_the_list
from nennep.vietnamese.dates import short_date


class PlanMeeting(Deed):
    """A new line of the year's plan; the subject is the unit."""

    subject: Unit
    planned: PlannedMeeting | None = None
    title = gettext_lazy("Thêm cuộc họp vào lịch")
    about = gettext_lazy("Lịch cả năm lập từ tháng 1; việc cấp trên giao thêm thì ghi văn bản giao.")
    kind = forms.ChoiceField(label=gettext_lazy("Loại"), choices=MeetingKind.choices)
    planned_on = Day(gettext_lazy("Ngày dự kiến"))
    content = forms.CharField(label=gettext_lazy("Nội dung chính"), max_length=500)
    added_by = forms.ModelChoiceField(
        Document.objects.none(), label=gettext_lazy("Bổ sung theo văn bản"), required=False, empty_label="—"
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        found = Document.objects.of(self.subject).from_above().order_by("-issued_on")
        self.fields["added_by"].queryset = found  # type: ignore[attr-defined]

    def act(self) -> str:
        day = self.said["planned_on"]
        planned = PlannedMeeting(unit=self.subject, month=day.replace(day=1), **self.said)
        self.planned, _outcome = plan_meeting(planned, **self.whom)
        return _("Đã lên lịch ngày %(day)s.") % {"day": short_date(day)}


class ForPlanned(Deed):
    """About one line of the plan; `preparation` is what has been made ready for it, in the register or not yet."""

    subject: PlannedMeeting
    made: Draft | None = None
    """The draft that the deed wrote, where people go on."""

    @property
    def preparation(self) -> Preparation:
        found = Preparation.objects.filter(planned=self.subject).select_related("planned__unit").first()
        return found or Preparation(planned=self.subject)


class Prepare(ForPlanned):
    title = gettext_lazy("Chuẩn bị cuộc họp")
    about = gettext_lazy(
        "Lần đầu ghi, chương trình theo mẫu của chi bộ và việc kỳ trước chuyển sang tự có; sửa ở trang sau."
    )
    heading = forms.CharField(label=gettext_lazy("Tiêu đề"), max_length=300)
    starts_at = forms.TimeField(
        label=gettext_lazy("Bắt đầu"), widget=forms.TimeInput(attrs={"type": "time"}, format="%H:%M")
    )
    minutes = forms.IntegerField(label=gettext_lazy("Thời lượng (phút)"), min_value=1, max_value=600)
    place = forms.CharField(label=gettext_lazy("Địa điểm"), max_length=200)
    chair = forms.ModelChoiceField(Person.objects.none(), label=gettext_lazy("Chủ trì"))
    minutes_secretary = forms.ModelChoiceField(Person.objects.none(), label=gettext_lazy("Người ghi biên bản"))
    guests = forms.CharField(label=gettext_lazy("Khách mời, kèm chức vụ"), max_length=500, required=False)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        planned = self.subject
        listed = on_the_list(planned.unit, planned.planned_on).values("person")
        people = Person.objects.filter(pk__in=listed).order_by("name_key")
        for name in ("chair", "minutes_secretary"):
            self.fields[name].queryset = people  # type: ignore[attr-defined]
        preparation = self.preparation
        if not preparation._state.adding:
            kept = ("starts_at", "minutes", "place", "chair", "minutes_secretary", "guests")
            self.initial = {"heading": preparation.title} | {name: getattr(preparation, name) for name in kept}
        else:
            last = Preparation.objects.filter(planned__unit=planned.unit, planned__kind=planned.kind).last()
            with translation.override("vi"):  # as it will stand in the minutes
                self.initial = {"heading": f"Sinh hoạt {planned.get_kind_display()} tháng {planned.month:%m/%Y}"}
            if last is not None:
                usual = ("starts_at", "minutes", "place", "chair", "minutes_secretary")
                self.initial |= {name: getattr(last, name) for name in usual}

    def act(self) -> str:
        preparation, said = self.preparation, dict(self.said)
        preparation.title = said.pop("heading")
        for name, value in said.items():
            setattr(preparation, name, value)
        prepare(preparation, **self.whom)
        return _("Đã ghi phần chuẩn bị.")


class AttachPapers(ForPlanned):
    title = gettext_lazy("Tài liệu của cuộc họp")
    about = gettext_lazy("Chọn trong sổ văn bản; tài liệu chưa có thì ghi vào sổ văn bản trước.")
    papers = forms.ModelMultipleChoiceField(
        Document.objects.none(), label=gettext_lazy("Tài liệu"), required=False, widget=forms.CheckboxSelectMultiple
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        latest = Document.objects.of(self.subject.unit).order_by("-issued_on", "-pk").values("pk")[:30]
        chosen = self.preparation.papers.values_list("pk", flat=True)
        keys = {row["pk"] for row in latest} | set(chosen)
        found = Document.objects.filter(pk__in=keys).order_by("-issued_on", "-pk")
        self.fields["papers"].queryset = found  # type: ignore[attr-defined]
        self.initial = {"papers": list(chosen)}

    def act(self) -> str:
        attach_papers(self.preparation, list(self.said["papers"]), **self.whom)
        return _("Đã ghi %(n)d tài liệu.") % {"n": len(self.said["papers"])}


class CallMeeting(ForPlanned):
    title = gettext_lazy("Báo họp")
    about = gettext_lazy("Mọi người trong danh sách thấy ngày giờ, địa điểm, chương trình và tài liệu ở trang Hôm nay.")
    with_papers = forms.BooleanField(label=gettext_lazy("Gửi cả tài liệu"), required=False)

    def act(self) -> str:
        told = call_meeting(self.preparation, with_papers=self.said["with_papers"], **self.whom)
        return _("Đã báo họp cho %(n)d người.") % {"n": told}


class AskAhead(ForPlanned):
    title = gettext_lazy("Gửi trước một câu hỏi")
    about = gettext_lazy("Người được hỏi có thời gian chuẩn bị ý kiến.")
    person = forms.ModelChoiceField(Person.objects.none(), label=gettext_lazy("Gửi"))
    text = forms.CharField(label=gettext_lazy("Câu hỏi"), max_length=300)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        listed = on_the_list(self.subject.unit, self.subject.planned_on).values("person")
        self.fields["person"].queryset = Person.objects.filter(pk__in=listed).order_by("name_key")  # type: ignore[attr-defined]

    def act(self) -> str:
        question = Question(preparation=self.preparation, person=self.said["person"], text=self.said["text"])
        ask_ahead(question, **self.whom)
        return _("Đã gửi câu hỏi cho %(who)s.") % {"who": question.person}


class MoveMeeting(ForPlanned):
    title = gettext_lazy("Đổi ngày họp")
    to = Day(gettext_lazy("Sang ngày"))
    why = forms.CharField(label=gettext_lazy("Lý do"), max_length=200)

    def act(self) -> str:
        move_meeting(self.subject, **self.said, **self.whom)
        return _("Đã chuyển sang ngày %(day)s.") % {"day": short_date(self.said["to"])}


class WithdrawMeeting(ForPlanned):
    title = gettext_lazy("Bỏ khỏi lịch")
    grave = True
    why = forms.CharField(label=gettext_lazy("Lý do"), max_length=200)

    def act(self) -> str:
        withdraw_meeting(self.subject, why=self.said["why"], **self.whom)
        return _("Đã bỏ khỏi lịch.")


class KeepTemplate(ForPlanned):
    title = gettext_lazy("Lấy chương trình này làm mẫu")
    about = gettext_lazy(
        "Những kỳ họp sau cùng loại bắt đầu từ chương trình này; việc chuyển từ kỳ trước không vào mẫu."
    )

    def act(self) -> str:
        keep_as_template(self.preparation, **self.whom)
        return _("Đã giữ làm mẫu.")


class DraftResolution(ForPlanned):
    title = gettext_lazy("Soạn dự thảo nghị quyết")
    about = gettext_lazy("Dự thảo theo thể thức, có sẵn khung và các mục của chương trình; soạn tiếp ở sổ văn bản.")

    def act(self) -> str:
        self.made = draft_resolution(self.preparation, **self.whom)
        return _("Đã có dự thảo.")


class DraftInvitation(ForPlanned):
    title = gettext_lazy("Soạn giấy mời")
    about = gettext_lazy("Giấy mời theo thể thức, có ngày giờ, địa điểm, chương trình; in, gửi hoặc sửa ở sổ văn bản.")

    def act(self) -> str:
        self.made = draft_invitation(self.preparation, **self.whom)
        return _("Đã có giấy mời.")


class OpenMeeting(ForPlanned):
    title = gettext_lazy("Mở cuộc họp")
    about = gettext_lazy("Đồng hồ chạy từ khi bấm vào mục đầu tiên.")
    since = forms.TimeField(
        label=gettext_lazy("Đã họp từ lúc"),
        required=False,
        help_text=gettext_lazy("Chỉ ghi khi mở muộn: mục đầu tiên tính từ giờ này."),
        widget=forms.TimeInput(attrs={"type": "time"}, format="%H:%M"),
    )

    def act(self) -> str:
        open_meeting(self.preparation, since=self.said["since"], **self.whom)
        return _("Cuộc họp đã mở.")


OF_COMMITTEE: dict[str, type[ForPlanned]] = {
    "chuan-bi": Prepare,
    "doi-ngay": MoveMeeting,
    "bo": WithdrawMeeting,
    "mau": KeepTemplate,
}
OF_BOOKS: dict[str, type[ForPlanned]] = {
    "tai-lieu": AttachPapers,
    "bao-hop": CallMeeting,
    "hoi": AskAhead,
    "nghi-quyet": DraftResolution,
    "giay-moi": DraftInvitation,
    "mo": OpenMeeting,
}
NEED_PREPARATION = {*OF_COMMITTEE, *OF_BOOKS} - {"chuan-bi", "doi-ngay", "bo"}


class AgendaForm(forms.Form):
    """The agenda line by line: a blank title takes the line away, a number changes its place."""

    theme = forms.CharField(required=False)

    def __init__(self, lines: list[AgendaLine], people: list[Person], data: Any = None) -> None:
        super().__init__(data)
        self.rows = max(len(lines) + 3, self._sent(data))
        choices = [("", "—"), *((str(person.pk), person.name) for person in people)]
        theme = next((str(n) for n, line in enumerate(lines, start=1) if line.is_theme), "")
        self.initial = {"theme": theme}
        for number in range(1, self.rows + 1):
            line = lines[number - 1] if number <= len(lines) else None
            self.fields[f"order_{number}"] = forms.IntegerField(
                label=_("Thứ tự"), min_value=1, max_value=999, required=False, initial=number if line else None
            )
            self.fields[f"title_{number}"] = forms.CharField(
                label=_("Mục"), max_length=300, required=False, initial=line.title if line else ""
            )
            self.fields[f"minutes_{number}"] = forms.IntegerField(
                label=_("Phút"), min_value=1, max_value=600, required=False, initial=line.minutes if line else None
            )
            self.fields[f"presenter_{number}"] = forms.ChoiceField(
                label=_("Người trình bày"),
                choices=choices,
                required=False,
                initial=str(line.presenter or "") if line else "",
            )

    @staticmethod
    def _sent(data: Any) -> int:
        numbers = [int(name[6:]) for name in data or () if name.startswith("title_") and name[6:].isdigit()]
        return min(max(numbers, default=0), 400)

    def clean(self) -> dict[str, Any]:
        said = self.cleaned_data
        filled = [number for number in range(1, self.rows + 1) if said.get(f"title_{number}")]
        if len(filled) > MOST:
            raise ValidationError(
                _("%(n)d mục là quá nhiều cho một cuộc họp; gộp lại còn nhiều nhất %(most)d mục.")
                % {"n": len(filled), "most": MOST}
            )
        for number in filled:
            if said.get(f"minutes_{number}") is None and f"minutes_{number}" not in self.errors:
                self.add_error(f"minutes_{number}", _("Ghi số phút."))
        return said

    def table(self) -> list[dict[str, Any]]:
        """The rows of the page: bound fields by their names, and the number of the line."""
        names = ("order", "title", "minutes", "presenter")
        return [{"n": n} | {name: self[f"{name}_{n}"] for name in names} for n in range(1, self.rows + 1)]

    @property
    def chosen_theme(self) -> str:
        return str(self["theme"].value() or "")

    def lines(self) -> list[AgendaLine]:
        said = self.cleaned_data
        filled = [n for n in range(1, self.rows + 1) if said.get(f"title_{n}")]
        filled.sort(key=lambda n: (said.get(f"order_{n}") or 1000, n))
        return [
            AgendaLine(
                said[f"title_{n}"],
                said[f"minutes_{n}"],
                is_theme=said.get("theme") == str(n),
                presenter=int(said[f"presenter_{n}"]) if said.get(f"presenter_{n}") else None,
            )
            for n in filled
        ]
