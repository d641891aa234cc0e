"""Forms: a turn in the Book, and named ways of following (mô hình)."""

from typing import Any

from django import forms
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from nennep.documents.models import Document
from nennep.meetings.models import Praise
from nennep.organisation.changing.deeds import Day, Deed
from nennep.organisation.models import Person, Unit
from nennep.organisation.queries import on_the_list
from nennep.recognition.actions import end_practice, enter_next, follow_practice, name_practice
from nennep.recognition.models import BookEntry, GoodPractice, PracticeYear
from nennep.vietnamese.dates import short_date

CONSENT = {"": None, "yes": True, "no": False}


class EnterInBook(Deed):
    title = gettext_lazy("Ghi Sổ Đảng viên tiêu biểu")
    about = gettext_lazy(
        "Đúng người, đúng việc, trung thực. Số lượt do Sổ cấp; ai chưa có tên ngày làm việc ấy thì không ghi."
    )
    subject: Unit | Praise
    person = forms.ModelChoiceField(Person.objects.none(), label=gettext_lazy("Người"))
    deed = forms.CharField(label=gettext_lazy("Việc làm"), max_length=500, widget=forms.Textarea(attrs={"rows": 3}))
    deed_on = Day(gettext_lazy("Ngày việc làm"))
    effect = forms.CharField(label=gettext_lazy("Tác dụng"), max_length=500, required=False)
    introduced_by = forms.ModelChoiceField(Person.objects.none(), label=gettext_lazy("Người giới thiệu"))
    checked_by = forms.ModelChoiceField(
        Person.objects.none(), label=gettext_lazy("Người xác minh"), required=False, empty_label="—"
    )
    agreed_on = Day(gettext_lazy("Ngày họp thống nhất"))
    may_publish = forms.ChoiceField(
        label=gettext_lazy("Đăng Cổng"),
        required=False,
        choices=[
            ("", gettext_lazy("chưa hỏi")),
            ("yes", gettext_lazy("đồng ý")),
            ("no", gettext_lazy("không đồng ý")),
        ],
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        listed = on_the_list(self.unit, self.at.date()).values("person")
        people = Person.objects.filter(pk__in=listed).order_by("name_key")
        for name in ("person", "introduced_by", "checked_by"):
            self.fields[name].queryset = people  # type: ignore[attr-defined]

    @property
    def unit(self) -> Unit:
        assert isinstance(self.subject, Unit)  # noqa: S101
        return self.subject

    @property
    def praise(self) -> Praise | None:
        return None

    def act(self) -> str:
        said = {**self.said, "may_publish": CONSENT[self.said["may_publish"]]}
        entry = enter_next(BookEntry(unit=self.unit, praise=self.praise, **said), **self.whom)
        return _("Đã ghi Sổ, số %(n)d: %(who)s.") % {"n": entry.number, "who": entry.person}


class EnterPraised(EnterInBook):
    """What the meeting said is there already; the day of the deed nobody has said yet."""

    about = gettext_lazy(
        "Người, việc và ngày họp lấy từ biên bản; sửa lời được. Cuộc họp là nơi giới thiệu. "
        "Số lượt do Sổ cấp; ai chưa có tên ngày làm việc ấy thì không ghi."
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        praise = self.praise
        self.fields["person"].queryset = Person.objects.filter(pk=praise.person_id)  # type: ignore[attr-defined]
        self.fields["introduced_by"].required = False
        self.fields["introduced_by"].empty_label = _("cuộc họp")  # type: ignore[attr-defined]
        self.initial = {"person": praise.person_id, "deed": praise.reason, "agreed_on": praise.meeting.held_on}

    @property
    def unit(self) -> Unit:
        return self.praise.meeting.unit

    @property
    def praise(self) -> Praise:
        assert isinstance(self.subject, Praise)  # noqa: S101
        return self.subject


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
