"""Forms of quán triệt."""

from typing import Any

from django import forms
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from nennep.documents import actions
from nennep.documents.models import Audience, Dissemination, Document, Reader, Requirement
from nennep.organisation.changing.deeds import Day, Deed
from nennep.vietnamese.dates import short_date

WHO = [(value, label) for value, label in Audience.choices if value != Audience.LISTED]


class Require(Deed):
    """People have to know a document by a day."""

    title = gettext_lazy("Đặt yêu cầu quán triệt")
    about = gettext_lazy(
        "Những người đang trong danh sách hôm nay, trừ người được miễn sinh hoạt, sẽ thấy văn bản ở Hôm nay."
    )
    subject: Document
    audience = forms.ChoiceField(label=gettext_lazy("Ai phải biết"), choices=[("", "—"), *WHO])
    due_on = Day(gettext_lazy("Hạn"))

    def act(self) -> str:
        said = self.said
        requirement = actions.require_knowledge(self.subject, said["audience"], said["due_on"], **self.whom)
        return _("Đã đặt yêu cầu: %(count)d người, hạn %(day)s.") % {
            "count": requirement.readers.count(),
            "day": short_date(requirement.due_on),
        }


class Withdraw(Deed):
    """Nobody has to know it any more."""

    title = gettext_lazy("Thôi yêu cầu quán triệt")
    about = gettext_lazy("Những người đã biết vẫn còn trong sổ.")
    grave = True
    subject: Requirement

    def act(self) -> str:
        actions.withdraw_requirement(self.subject, **self.whom)
        return _("Đã thôi yêu cầu.")


class ByName(forms.ModelMultipleChoiceField[Reader]):
    def label_from_instance(self, reader: Reader) -> str:
        return str(reader.person)


class Known(Deed):
    """Who was at the meeting, or signed the list."""

    title = gettext_lazy("Ghi người đã biết văn bản")
    about = gettext_lazy("Đánh dấu người dự hội nghị quán triệt, hoặc đã ký vào danh sách giấy.")
    subject: Requirement
    on = Day(gettext_lazy("Ngày"))
    how = forms.ChoiceField(
        label=gettext_lazy("Hình thức"), choices=Dissemination.Form.choices, widget=forms.RadioSelect
    )
    readers = ByName(
        Reader.objects.none(), label=gettext_lazy("Những người đã biết"), widget=forms.CheckboxSelectMultiple
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        waiting = self.subject.readers.filter(known_on__isnull=True).select_related("person")
        self.fields["readers"].queryset = waiting  # type: ignore[attr-defined]

    def act(self) -> str:
        said = self.said
        people = [reader.person for reader in said["readers"]]
        noted = actions.note_known(self.subject, people, said["on"], said["how"], **self.whom)
        return _("Đã ghi %(count)d người.") % {"count": len(noted)}
