"""Forms about drafts: write one, sign it, throw it away."""

from datetime import date
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from nennep.documents.authority import NotForThem, may_unit_issue
from nennep.documents.drafting import actions
from nennep.documents.models import DRAFT_TYPES, Draft
from nennep.documents.numbering import next_number
from nennep.organisation.changing.deeds import Day, Deed
from nennep.organisation.models import Unit
from nennep.organisation.models.units import CELLS
from nennep.organisation.queries import secretary_of

FIELDS = (
    "type",
    "subject",
    "intended_on",
    "place",
    "body",
    "recipients",
    "authority",
    "post",
    "signatory",
    "minuted_by",
)


class WriteDraft(Deed):
    """One draft as its writer sees it. What was typed is kept, whatever is refused."""

    title = gettext_lazy("Soạn văn bản")
    subject: Draft
    type = forms.ChoiceField(label=gettext_lazy("Loại văn bản"), choices=[("", "—"), *DRAFT_TYPES])
    about_what = forms.CharField(
        label=gettext_lazy("Trích yếu"), max_length=500, help_text=gettext_lazy("Ví dụ: về việc học tập và làm theo.")
    )
    intended_on = Day(gettext_lazy("Ngày dự kiến ký"), required=False)
    place = forms.CharField(label=gettext_lazy("Địa danh"), max_length=80)
    body = forms.CharField(
        label=gettext_lazy("Nội dung"),
        required=False,
        strip=False,
        help_text=gettext_lazy(
            "Mỗi đoạn một dòng. Đề mục gõ “I- …”, “1. …”, “a) …”; gạch đầu dòng gõ “- …”; “Điều 1. …” tự in đậm."
        ),
        widget=forms.Textarea(attrs={"rows": 16}),
    )
    recipients = forms.CharField(
        label=gettext_lazy("Nơi nhận"),
        required=False,
        help_text=gettext_lazy("Mỗi nơi một dòng; dòng cuối là nơi lưu."),
        widget=forms.Textarea(attrs={"rows": 3}),
    )
    authority = forms.CharField(label=gettext_lazy("Thẩm quyền ký"), max_length=80, required=False)
    post = forms.CharField(label=gettext_lazy("Chức vụ người ký"), max_length=80, required=False)
    signatory = forms.CharField(label=gettext_lazy("Người ký"), max_length=120, required=False)
    minuted_by = forms.CharField(
        label=gettext_lazy("Người ghi biên bản"),
        max_length=120,
        required=False,
        help_text=gettext_lazy("Chỉ ghi với biên bản; người ký khi ấy là người chủ trì."),
    )

    def __init__(self, subject: Draft, data: Any = None, **whom: Any) -> None:
        super().__init__(subject, data, **whom)
        self.initial = {_field(name): getattr(subject, name) for name in FIELDS}
        typed = data.get("version", "") if data is not None else ""
        self.seen = int(typed) if typed.isdigit() else 0 if subject._state.adding else subject.version
        self.stored: Draft | None = None
        """What somebody else wrote down meanwhile."""

    def typed(self) -> Draft:
        """The draft as it was typed just now, not written down."""
        for name in FIELDS:
            setattr(self.subject, name, self.said[_field(name)])
        return self.subject

    def act(self) -> str:
        try:
            actions.write_draft(self.typed(), seen=self.seen, **self.whom)
        except actions.ChangedMeanwhile as changed:
            self.stored, self.seen = changed.stored, changed.stored.version
            raise
        return _("Đã ghi dự thảo.")


class SignDraft(Deed):
    """The draft becomes a document of the register."""

    title = gettext_lazy("Ký, cấp số văn bản")
    about = gettext_lazy("Số cấp khi bấm nút. Văn bản đã ký không sửa được nữa.")
    grave = True
    subject: Draft
    on = Day(gettext_lazy("Ngày ký"))

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.initial = {"on": self.subject.intended_on}

    def act(self) -> str:
        document = actions.sign_draft(self.subject, on=self.said["on"], seen=self.subject.version, **self.whom)
        return _("Đã cấp số %(code)s.") % {"code": document.code}

    def reason(self) -> NotForThem | None:
        """Why the unit does not issue this type on its day; said, never in the way."""
        return may_unit_issue(self.subject.type, self.subject.intended_on or self.at.date(), self.subject.register)

    def offered(self) -> str:
        """The number that it would get on its day; empty before a term of the committee is on record."""
        try:
            return next_number(self.subject.register, self.subject.type, self.subject.intended_on or self.at.date())
        except ValidationError:
            return ""


class DiscardDraft(Deed):
    """The draft goes."""

    title = gettext_lazy("Bỏ dự thảo")
    about = gettext_lazy("Dự thảo bỏ đi không lấy lại được. Văn bản đã ký thì không bỏ được.")
    subject: Draft
    sure = forms.BooleanField(
        label=gettext_lazy("Bỏ dự thảo này"),
        error_messages={"required": gettext_lazy("Đánh dấu vào ô này nếu chắc chắn bỏ.")},
    )

    def act(self) -> str:
        actions.discard_draft(self.subject, **self.whom)
        return _("Đã bỏ dự thảo.")


def begun(unit: Unit, *, today: date) -> Draft:
    """A new draft with what the unit's papers usually say; every word of it can be changed."""
    secretary = secretary_of(unit, today)
    of_a_cell = unit.level in CELLS
    above = f"{unit.parent.name} (báo cáo),\n" if unit.parent else ""
    return Draft(
        register=unit,
        place=unit.place,
        authority="T/M CHI BỘ" if of_a_cell else "T/M ĐẢNG ỦY",
        post="BÍ THƯ",
        signatory=secretary.name if secretary else "",
        recipients=f"{above}{'Lưu Chi bộ.' if of_a_cell else 'Lưu Văn phòng.'}",
    )


def _field(name: str) -> str:
    return "about_what" if name == "subject" else name
