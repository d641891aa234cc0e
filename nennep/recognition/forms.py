"""Forms about named ways of following (mô hình)."""

from typing import Any

from django import forms
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from nennep.documents.models import Document
from nennep.organisation.changing.deeds import Day, Deed
from nennep.organisation.models import Unit
from nennep.recognition.actions import end_practice, follow_practice, name_practice
from nennep.recognition.models import GoodPractice, PracticeYear
from nennep.vietnamese.dates import short_date


class NamePractice(Deed):
    title = gettext_lazy("Đặt tên mô hình")
    about = gettext_lazy("Mô hình được theo dõi từng năm, và thôi thì ghi vì sao.")
    subject: Unit
    name = forms.CharField(label=gettext_lazy("Tên mô hình"), max_length=200)
    content = forms.CharField(label=gettext_lazy("Làm gì"), max_length=1000, widget=forms.Textarea(attrs={"rows": 3}))
    starts = Day(gettext_lazy("Từ ngày"))
    document = forms.ModelChoiceField(
        Document.objects.none(), label=gettext_lazy("Theo văn bản"), required=False, empty_label="—"
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        found = Document.objects.of(self.subject).order_by("-issued_on")
        self.fields["document"].queryset = found  # type: ignore[attr-defined]

    def act(self) -> str:
        practice, _outcome = name_practice(GoodPractice(unit=self.subject, **self.said), **self.whom)
        return _("Mô hình “%(name)s” có từ %(day)s.") % {"name": practice.name, "day": short_date(practice.starts)}


class FollowPractice(Deed):
    title = gettext_lazy("Ghi kết quả mô hình trong năm")
    subject: GoodPractice
    year = forms.IntegerField(label=gettext_lazy("Năm"), min_value=1930, max_value=9998)
    result = forms.CharField(label=gettext_lazy("Kết quả"), max_length=1000, widget=forms.Textarea(attrs={"rows": 3}))

    def act(self) -> str:
        follow_practice(PracticeYear(practice=self.subject, **self.said), **self.whom)
        return _("Đã ghi kết quả năm %(year)d.") % {"year": self.said["year"]}


class EndPractice(Deed):
    title = gettext_lazy("Thôi mô hình")
    subject: GoodPractice
    ends = Day(gettext_lazy("Đến hết ngày"))
    why = forms.CharField(label=gettext_lazy("Vì sao"), max_length=300)

    def act(self) -> str:
        end_practice(self.subject, **self.said, **self.whom)
        return _("Đã ghi thôi mô hình.")


OF_PRACTICE: dict[str, type[Deed]] = {"ket-qua": FollowPractice, "thoi": EndPractice}
