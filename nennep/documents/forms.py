"""Forms about documents."""

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from nennep.documents import actions
from nennep.documents.models import Document, DocumentType
from nennep.documents.numbering import next_number
from nennep.organisation.changing.deeds import Day, Deed
from nennep.organisation.models import Unit


class Sign(Deed):
    """A document of the unit's own gets its number."""

    title = gettext_lazy("Ký, cấp số văn bản")
    about = gettext_lazy("Số cấp khi bấm nút, theo loại và nhiệm kỳ; không bao giờ có hai văn bản cùng số.")
    grave = True
    subject: Unit
    type = forms.ChoiceField(label=gettext_lazy("Loại văn bản"), choices=[("", "—"), *DocumentType.choices])
    issued_on = Day(gettext_lazy("Ngày ký"))
    about_what = forms.CharField(
        label=gettext_lazy("Trích yếu"), max_length=500, help_text=gettext_lazy("Ví dụ: về việc học tập và làm theo.")
    )
    signatory = forms.CharField(label=gettext_lazy("Người ký"), max_length=120)

    def act(self) -> str:
        said = self.said
        document = Document(
            register=self.subject,
            type=said["type"],
            issued_on=said["issued_on"],
            subject=said["about_what"],
            signatory=said["signatory"],
        )
        actions.sign_document(document, **self.whom)
        return _("Đã cấp số %(code)s.") % {"code": document.code}

    def offered(self) -> list[tuple[str, str]]:
        """The next number of each type today; none before a term of the committee is on record."""
        try:
            return [(str(kind.label), next_number(self.subject, kind, self.at.date())) for kind in DocumentType]
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
