"""What can be written down while a meeting goes on: a form for each kind of jotting, the same on the page and from the browser's
store. What a form has cleaned is what the jotting keeps."""

from datetime import date, time
from typing import Any, ClassVar

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from nennep.meetings.live.people import Roster
from nennep.meetings.live.plain import plain
from nennep.meetings.live.state import State
from nennep.meetings.live.steps import END, PAUSE, Step
from nennep.meetings.models import PRESENT, AttendanceStatus, Note, Praise, Vote


class Words(forms.CharField):
    """Text as people type or paste it."""

    def __init__(self, label: Any, *, rows: int = 1, most: int = 500, required: bool = True, hint: Any = "") -> None:
        widget = forms.Textarea(attrs={"rows": rows}) if rows > 1 else forms.TextInput(attrs={"autocomplete": "off"})
        super().__init__(label=label, required=required, max_length=most, strip=True, widget=widget, help_text=hint)

    def to_python(self, value: Any) -> str:
        return plain(super().to_python(value) or "")


class Named(forms.CharField):
    """A person of the list, typed or chosen."""

    def __init__(self, label: Any) -> None:
        super().__init__(
            label=label,
            max_length=160,
            error_messages={"required": gettext_lazy("Ghi tên người.")},
            widget=forms.TextInput(attrs={"list": "ten", "autocomplete": "off"}),
        )


class JottingForm(forms.Form):
    """A form about one meeting. `kind` names its jottings."""

    kind: ClassVar[str]

    def __init__(self, data: Any = None, *, steps: list[Step], roster: Roster, state: State, **more: Any) -> None:
        super().__init__(data, **more)
        self.steps, self.roster, self.state = steps, roster, state

    def clean_step(self) -> str:
        step: str = self.cleaned_data["step"]
        if step and step not in {known.key for known in self.steps}:
            raise ValidationError(_("Chương trình không còn mục này."))
        return step

    def clean_person(self) -> int:
        return self.roster.find(self.cleaned_data["person"]).pk

    def content(self) -> dict[str, Any]:
        """What the jotting keeps, as JSON can hold it."""
        return {
            name: value.isoformat() if isinstance(value, (date, time)) else value
            for name, value in self.cleaned_data.items()
        }


class StepForm(JottingForm):
    kind = "step"
    step = forms.CharField(max_length=40)
    clock = forms.TimeField(
        label=gettext_lazy("Lúc, theo phiếu giấy"),
        required=False,
        widget=forms.TimeInput(attrs={"type": "time"}, format="%H:%M"),
    )

    def clean_step(self) -> str:
        step: str = self.cleaned_data["step"]
        return step if step in (PAUSE, END) else super().clean_step()


class RollForm(JottingForm):
    kind = "roll"
    person = Named(gettext_lazy("Người"))
    status = forms.ChoiceField(
        label=gettext_lazy("Điểm danh"),
        choices=[(status, AttendanceStatus(status).label) for status in ("present", "late", "excused", "unexcused")],
    )
    minutes_late = forms.IntegerField(
        label=gettext_lazy("Muộn mấy phút"), min_value=1, max_value=600, required=False, widget=forms.NumberInput()
    )
    minutes_early = forms.IntegerField(
        label=gettext_lazy("Về sớm mấy phút"), min_value=1, max_value=600, required=False, widget=forms.NumberInput()
    )
    reason = Words(gettext_lazy("Lý do"), most=200, required=False)

    def clean(self) -> dict[str, Any]:
        said = self.cleaned_data
        if said.get("minutes_late") and said.get("status") != AttendanceStatus.LATE:
            self.add_error("minutes_late", _("Chỉ người đến muộn mới có số phút muộn."))
        if said.get("minutes_early") and said.get("status") not in PRESENT:
            self.add_error("minutes_early", _("Người vắng thì không về sớm."))
        if said.get("status") == AttendanceStatus.EXCUSED and not said.get("reason") and "reason" in said:
            self.add_error("reason", _("Vắng có lý do thì ghi lý do."))
        return said


class RestForm(JottingForm):
    """Everybody who is expected and not called otherwise is there."""

    kind = "rest"


class GuestsForm(JottingForm):
    kind = "guests"
    text = Words(gettext_lazy("Khách dự, kèm chức vụ"), required=False)
    base = forms.CharField(required=False, max_length=40, widget=forms.HiddenInput)


class DuesForm(JottingForm):
    kind = "dues"
    paid = forms.IntegerField(label=gettext_lazy("Đã đóng đảng phí (người)"), min_value=0, max_value=2000)
    owing = forms.IntegerField(label=gettext_lazy("Còn nợ (người)"), min_value=0, max_value=2000)


class NoteForm(JottingForm):
    kind = "note"
    step = forms.CharField(max_length=40, widget=forms.HiddenInput)
    text = Words(gettext_lazy("Nội dung"), rows=3, most=6000)
    note = forms.ChoiceField(
        label=gettext_lazy("Là"), choices=Note.Kind.choices, initial=Note.Kind.TEXT, required=False
    )

    def clean_note(self) -> str:
        return self.cleaned_data["note"] or Note.Kind.TEXT


class SpokeForm(JottingForm):
    kind = "spoke"
    step = forms.CharField(max_length=40, required=False, widget=forms.HiddenInput)
    person = Named(gettext_lazy("Ai phát biểu"))
    gist = Words(gettext_lazy("Ý chính"), rows=2)


class PraiseForm(JottingForm):
    kind = "praise"
    praise = forms.ChoiceField(label=gettext_lazy("Là"), choices=Praise.Kind.choices)
    person = Named(gettext_lazy("Ai"))
    reason = Words(gettext_lazy("Vì việc gì"))


class DecisionForm(JottingForm):
    kind = "decision"
    text = Words(gettext_lazy("Việc"), rows=2)
    person = Named(gettext_lazy("Ai làm"))
    due_on = forms.DateField(
        label=gettext_lazy("Xong trước"), widget=forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d")
    )

    def clean_due_on(self) -> date:
        due: date = self.cleaned_data["due_on"]
        if due < self.roster.on:
            raise ValidationError(_("Hạn không thể trước ngày họp."))
        return due


class VoteForm(JottingForm):
    kind = "vote"
    about = forms.ChoiceField(label=gettext_lazy("Biểu quyết về"), choices=Vote.About.choices)
    matter = Words(gettext_lazy("Nội dung biểu quyết"), most=300, required=False)
    in_favour = forms.IntegerField(label=gettext_lazy("Tán thành"), min_value=0, max_value=2000)
    against = forms.IntegerField(label=gettext_lazy("Không tán thành"), min_value=0, max_value=2000)
    abstaining = forms.IntegerField(label=gettext_lazy("Ý kiến khác"), min_value=0, max_value=2000)

    def clean(self) -> dict[str, Any]:
        said = self.cleaned_data
        if said.get("about") == Vote.About.OTHER and not said.get("matter") and "matter" in said:
            self.add_error("matter", _("Ghi nội dung biểu quyết."))
        counts = [said.get(name) for name in ("in_favour", "against", "abstaining")]
        if None not in counts:
            may = len(present_entitled(self.roster, self.state))
            hands = sum(count or 0 for count in counts)
            if hands > may:
                raise ValidationError(
                    _(
                        "%(hands)d người giơ tay, nhiều hơn %(may)d đảng viên chính thức có mặt; đếm lại hoặc điểm danh lại."
                    )
                    % {"hands": hands, "may": may}
                )
        return said


class ConclusionForm(JottingForm):
    kind = "conclusion"
    text = Words(gettext_lazy("Kết luận của cuộc họp"), rows=4, most=6000)
    base = forms.CharField(required=False, max_length=40, widget=forms.HiddenInput)


class ClockForm(JottingForm):
    kind = "clock"
    step = forms.CharField(max_length=40, widget=forms.HiddenInput)
    minutes = forms.IntegerField(label=gettext_lazy("Số phút thật"), min_value=0, max_value=600)
    reason = Words(gettext_lazy("Vì sao sửa"), most=300)


class AmendForm(JottingForm):
    """New words for a line: its own form says what may stand there."""

    kind = "amend"
    line = forms.CharField(max_length=40)
    base = forms.CharField(max_length=40)

    def __init__(self, data: Any = None, **more: Any) -> None:
        super().__init__(data, **more)
        line = next((line for line in self.state.lines if data is not None and line.key == data.get("line")), None)
        self.inner = OF_KIND[line.kind]({**line.content, **data.dict()}, **more) if line and data is not None else None

    def clean(self) -> dict[str, Any]:
        said = self.cleaned_data
        if self.inner is None:
            raise ValidationError(_("Không tìm thấy dòng cần sửa."))
        if not self.inner.is_valid():
            raise ValidationError([error for errors in self.inner.errors.values() for error in errors])
        return {**said, **self.inner.cleaned_data}


class StrikeForm(JottingForm):
    kind = "strike"
    line = forms.CharField(max_length=40)
    base = forms.CharField(max_length=40)


OF_KIND: dict[str, type[JottingForm]] = {
    form.kind: form
    for form in (
        StepForm,
        RollForm,
        RestForm,
        GuestsForm,
        DuesForm,
        NoteForm,
        SpokeForm,
        PraiseForm,
        DecisionForm,
        VoteForm,
        ConclusionForm,
        ClockForm,
        AmendForm,
        StrikeForm,
    )
}


def present_entitled(roster: Roster, state: State) -> set[int]:
    """Who may vote and is in the room, as far as the roll has been called."""
    there = {person for person, said in state.roll.items() if said["status"] in PRESENT}
    unsaid = {row.person_id for row in roster.expected} - set(state.roll) if state.rest_present else set()
    return roster.entitled & (there | unsaid)
