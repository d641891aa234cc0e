"""Forms about numbers: signing, keeping a number, giving it back, cancelling it."""

from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from nennep.documents import actions
from nennep.documents.authority import may_unit_issue
from nennep.documents.models import STATE_TYPES, Document, DocumentType, Reservation
from nennep.documents.numbering import next_number
from nennep.organisation.changing.deeds import Day, Deed
from nennep.organisation.models import Unit
from nennep.vietnamese.dates import short_date

OWN_TYPES = [(kind.value, kind.label) for kind in DocumentType if kind not in STATE_TYPES]


class Sign(Deed):
    """A document of the unit's own gets its number."""

    title = gettext_lazy("Ký, cấp số văn bản")
    about = gettext_lazy("Số cấp khi bấm nút, theo loại và nhiệm kỳ; không bao giờ có hai văn bản cùng số.")
    grave = True
    subject: Unit
    type = forms.ChoiceField(label=gettext_lazy("Loại văn bản"), choices=[("", "—"), *OWN_TYPES])
    issued_on = Day(gettext_lazy("Ngày ký"))
    about_what = forms.CharField(
        label=gettext_lazy("Trích yếu"), max_length=500, help_text=gettext_lazy("Ví dụ: về việc học tập và làm theo.")
    )
    signatory = forms.CharField(label=gettext_lazy("Người ký"), max_length=120)
    kept = forms.ModelChoiceField(
        Reservation.objects.none(),
        label=gettext_lazy("Dùng số đang giữ"),
        required=False,
        empty_label=gettext_lazy("không, lấy số tiếp theo"),
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        standing = Reservation.objects.standing(self.at.date()).filter(register=self.subject)
        if standing.exists():
            self.fields["kept"].queryset = standing  # type: ignore[attr-defined]
        else:
            del self.fields["kept"]

    def act(self) -> str:
        said = self.said
        document = Document(
            register=self.subject,
            type=said["type"],
            issued_on=said["issued_on"],
            subject=said["about_what"],
            signatory=said["signatory"],
        )
        actions.sign_document(document, reservation=said.get("kept"), **self.whom)
        told = _("Đã cấp số %(code)s.") % {"code": document.code}
        reason = may_unit_issue(document.type, document.issued_on, self.subject)
        return f"{told} {reason.said} {reason.instead} ({reason.source})" if reason else told

    def offered(self) -> list[tuple[str, str]]:
        """The next number of each type today; none before a term of the committee is on record."""
        try:
            return [
                (str(kind.label), next_number(self.subject, kind, self.at.date()))
                for kind in DocumentType
                if kind not in STATE_TYPES
            ]
        except ValidationError:
            return []


class Cancel(Deed):
    """A number that was given and does not stand."""

    title = gettext_lazy("Hủy số văn bản")
    about = gettext_lazy("Số đã hủy vẫn hiện trong sổ, không cấp lại cho văn bản khác.")
    grave = True
    subject: Document
    why = forms.CharField(label=gettext_lazy("Lý do"), max_length=200)

    def act(self) -> str:
        actions.cancel_number(self.subject, self.said["why"], **self.whom)
        return _("Đã hủy số %(code)s.") % {"code": self.subject.code}


class Reserve(Deed):
    """The next number is kept for a paper in preparation."""

    title = gettext_lazy("Giữ số")
    about = gettext_lazy(
        "Giữ số tiếp theo cho văn bản đang soạn. Quá ngày mà chưa ký thì số lại được cấp cho văn bản khác."
    )
    subject: Unit
    type = forms.ChoiceField(label=gettext_lazy("Loại văn bản"), choices=[("", "—"), *OWN_TYPES])
    until = Day(gettext_lazy("Giữ đến ngày"))
    why = forms.CharField(label=gettext_lazy("Cho văn bản nào"), max_length=200)

    def act(self) -> str:
        said = self.said
        kept = actions.reserve_number(self.subject, said["type"], said["until"], said["why"], **self.whom)
        return _("Đang giữ số %(number)s đến hết ngày %(day)s.") % {"number": kept, "day": short_date(kept.until)}


class Release(Deed):
    """The paper does not come."""

    title = gettext_lazy("Thôi giữ số")
    subject: Reservation

    def act(self) -> str:
        actions.release_number(self.subject, **self.whom)
        return _("Đã thôi giữ số %(number)s.") % {"number": self.subject}
