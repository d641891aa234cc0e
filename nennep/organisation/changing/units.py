"""Forms about one unit."""

from typing import Any

from django import forms
from django.db.models import Q
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext

from nennep.organisation import access, actions
from nennep.organisation.changing.deeds import Day, Deed, Paper
from nennep.organisation.models import CellKind, CommitteeTerm, Grant, Level, Person, Unit
from nennep.organisation.queries import roll
from nennep.organisation.tree import above
from nennep.vietnamese.dates import short_date


class ForUnit(Deed):
    subject: Unit


class Named(forms.Form):
    name = forms.CharField(label=gettext_lazy("Tên"), max_length=200)
    letterhead = forms.CharField(
        label=gettext_lazy("Tên trên văn bản"), max_length=200, help_text=gettext_lazy("Chữ hoa, như ở đầu văn bản.")
    )
    symbol = forms.CharField(label=gettext_lazy("Ký hiệu trong số văn bản"), max_length=40)
    place = forms.CharField(label=gettext_lazy("Địa danh"), max_length=80)


class Rename(ForUnit, Named):
    title = gettext_lazy("Đổi tên")
    about = gettext_lazy("Từ ngày đó đơn vị mang tên mới. Những gì ghi trước vẫn mang tên của ngày ấy.")
    on = Day(gettext_lazy("Từ ngày"))
    document = Paper()
    field_order = ["name", "letterhead", "symbol", "place", "on", "document"]

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.initial = {name: getattr(self.subject, name) for name in ("name", "letterhead", "symbol", "place")}

    def act(self) -> str:
        actions.rename_unit(self.subject, **self.said, **self.whom)
        return _("Từ %(day)s đơn vị mang tên %(name)s.") % {
            "day": short_date(self.said["on"]),
            "name": self.said["name"],
        }


class Move(ForUnit):
    title = gettext_lazy("Chuyển về cấp trên khác")
    about = gettext_lazy("Cấp trên cũ thôi xem được số liệu từ ngày đó.")
    to = forms.ModelChoiceField(Unit.objects.none(), label=gettext_lazy("Cấp trên mới"))
    on = Day(gettext_lazy("Từ ngày"))
    document = Paper()

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        upper = Unit.objects.filter(cell_kind="", ends__isnull=True).exclude(pk=self.subject.pk)
        self.fields["to"].queryset = upper  # type: ignore[attr-defined]

    def act(self) -> str:
        actions.move_unit(self.subject, **self.said, **self.whom)
        return _("Từ %(day)s đơn vị trực thuộc %(unit)s.") % {
            "day": short_date(self.said["on"]),
            "unit": self.said["to"],
        }


class Reclassify(ForUnit):
    title = gettext_lazy("Đổi cấp, loại hình")
    about = gettext_lazy("Loại hình chi bộ quyết định nội dung sinh hoạt trọng tâm (HD 42-HD/BTCTW).")
    level = forms.ChoiceField(label=gettext_lazy("Cấp"), choices=Level.choices)
    cell_kind = forms.ChoiceField(
        label=gettext_lazy("Loại hình chi bộ"), choices=[("", "—"), *CellKind.choices], required=False
    )
    on = Day(gettext_lazy("Từ ngày"))
    document = Paper()

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.initial = {"level": self.subject.level, "cell_kind": self.subject.cell_kind}

    def act(self) -> str:
        actions.reclassify_unit(self.subject, **self.said, **self.whom)
        return _("Đã ghi từ %(day)s.") % {"day": short_date(self.said["on"])}


class Merge(ForUnit):
    title = gettext_lazy("Nhập đơn vị khác vào đây")
    about = gettext_lazy(
        "Người của đơn vị được nhập về đây từ ngày đó; chức vụ, nhiệm vụ ở đơn vị cũ kết thúc hôm trước. "
        "Sổ cũ vẫn mở được cho chi ủy nơi mới."
    )
    grave = True
    sources = forms.ModelMultipleChoiceField(
        Unit.objects.none(), label=gettext_lazy("Đơn vị được nhập vào"), widget=forms.CheckboxSelectMultiple
    )
    on = Day(gettext_lazy("Từ ngày"))
    document = Paper()

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        on = self.at.date()
        beside = Unit.objects.filter(parent=self.subject.parent, ends__isnull=True).exclude(pk=self.subject.pk)
        mine = [unit.pk for unit in beside.select_related("parent") if access.may_reorganise(self.by, unit, on)]
        self.fields["sources"].queryset = Unit.objects.filter(pk__in=mine)  # type: ignore[attr-defined]

    def act(self) -> str:
        sources = list(self.said["sources"])
        actions.merge_units(sources, into=self.subject, on=self.said["on"], document=self.said["document"], **self.whom)
        words = ngettext("Đã nhập %(n)d đơn vị vào đây.", "Đã nhập %(n)d đơn vị vào đây.", len(sources))
        return words % {"n": len(sources)}


class Split(ForUnit, Named):
    title = gettext_lazy("Tách một đơn vị mới")
    about = gettext_lazy("Những người được chọn về đơn vị mới; ai ở lại giữ đơn vị này với toàn bộ sổ cũ.")
    grave = True
    code = forms.CharField(label=gettext_lazy("Mã đơn vị mới"), max_length=40)
    people = forms.ModelMultipleChoiceField(
        Person.objects.none(), label=gettext_lazy("Ai về đơn vị mới"), widget=forms.CheckboxSelectMultiple
    )
    on = Day(gettext_lazy("Từ ngày"))
    document = Paper()
    field_order = ["code", "name", "letterhead", "symbol", "place", "people", "on", "document"]

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        here = roll(self.subject, self.at.date()).values("person")
        self.fields["people"].queryset = Person.objects.filter(pk__in=here)  # type: ignore[attr-defined]

    def act(self) -> str:
        said = self.said
        named = {name: said[name] for name in ("code", "name", "letterhead", "symbol", "place")}
        new = Unit(level=self.subject.level, cell_kind=self.subject.cell_kind, **named)
        actions.split_unit(
            self.subject, new=new, people=said["people"], on=said["on"], document=said["document"], **self.whom
        )
        return _("Đã tách %(unit)s.") % {"unit": new}


class Dissolve(ForUnit):
    title = gettext_lazy("Giải thể, giải tán")
    about = gettext_lazy("Chỉ khi không còn ai trong danh sách và không còn đơn vị trực thuộc.")
    grave = True
    on = Day(gettext_lazy("Không còn từ ngày"))
    document = Paper()

    def act(self) -> str:
        actions.dissolve_unit(self.subject, on=self.said["on"], document=self.said["document"], **self.whom)
        return _("Đã ghi đơn vị kết thúc.")


class Found(ForUnit, Named):
    title = gettext_lazy("Lập đơn vị trực thuộc")
    code = forms.CharField(label=gettext_lazy("Mã"), max_length=40)
    level = forms.ChoiceField(label=gettext_lazy("Cấp"), choices=[("", "—"), *Level.choices])
    cell_kind = Reclassify.base_fields["cell_kind"]
    party_code = forms.CharField(
        label=gettext_lazy("Mã tổ chức đảng"), max_length=18, required=False, help_text=gettext_lazy("Nếu có.")
    )
    starts = Day(gettext_lazy("Thành lập ngày"))
    field_order = ["name", "letterhead", "code", "symbol", "place", "level", "cell_kind", "starts", "party_code"]

    def clean_code(self) -> str:
        code = str(self.cleaned_data["code"])
        if Unit.objects.filter(code=code).exists():
            raise forms.ValidationError(_("Đã có đơn vị mã %(code)s; chọn mã khác.") % {"code": code})
        return code

    def act(self) -> str:
        unit, _outcome = actions.found_unit(Unit(parent=self.subject, **self.said), **self.whom)
        return _("Đã lập %(unit)s.") % {"unit": unit}


class BeginTerm(ForUnit):
    title = gettext_lazy("Vào nhiệm kỳ mới")
    about = gettext_lazy(
        "Nhiệm kỳ trước kết thúc hôm trước; số văn bản bắt đầu lại từ 01. Chức vụ ghi riêng, theo kết quả bầu."
    )
    name = forms.CharField(label=gettext_lazy("Nhiệm kỳ"), max_length=40, help_text=gettext_lazy("Ví dụ 2025–2030."))
    starts = Day(gettext_lazy("Từ ngày"), hint=gettext_lazy("Hôm sau ngày bế mạc đại hội."))
    document = Paper(required=False)

    def act(self) -> str:
        actions.begin_committee_term(CommitteeTerm(unit=self.subject, **self.said), **self.whom)
        return _("Nhiệm kỳ %(name)s bắt đầu ngày %(day)s.") % {
            "name": self.said["name"],
            "day": short_date(self.said["starts"]),
        }


class LetSee(ForUnit):
    title = gettext_lazy("Cho cấp trên xem tên")
    about = gettext_lazy(
        "Cấp trên luôn xem được số liệu. Ghi ở đây thì trong thời gian đó họ xem được cả tên sau các số liệu thường; "
        "xếp loại, kiểm tra, kỷ luật thì không. Mỗi lần họ xem đều hiện ở trang này."
    )
    to = forms.ModelChoiceField(Unit.objects.none(), label=gettext_lazy("Cấp được xem"))
    purpose = forms.CharField(label=gettext_lazy("Để làm gì"), max_length=300)
    starts = Day(gettext_lazy("Từ ngày"))
    ends = Day(gettext_lazy("Đến ngày"))
    document = Paper()

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        upper = [unit.pk for unit in above(self.subject, self.at.date())]
        self.fields["to"].queryset = Unit.objects.filter(pk__in=upper)  # type: ignore[attr-defined]

    def act(self) -> str:
        grant = Grant(unit=self.subject, **self.said)
        actions.grant_names(grant, **self.whom)
        return _("%(unit)s xem được tên đến hết %(day)s.") % {"unit": grant.to, "day": short_date(self.said["ends"])}


class StopSeeing(ForUnit):
    title = gettext_lazy("Thôi cho xem tên")
    grant = forms.ModelChoiceField(Grant.objects.none(), label=gettext_lazy("Lần cho xem"))
    on = Day(gettext_lazy("Ngày cuối được xem"))

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        lasting = Grant.objects.filter(Q(ends__gte=self.at.date()), unit=self.subject)
        self.fields["grant"].queryset = lasting.select_related("unit", "to")  # type: ignore[attr-defined]

    def act(self) -> str:
        actions.withdraw_grant(self.said["grant"], on=self.said["on"], **self.whom)
        return _("Đã ghi ngày cuối được xem: %(day)s.") % {"day": short_date(self.said["on"])}


REORGANISING: dict[str, type[ForUnit]] = {
    "doi-ten": Rename,
    "chuyen": Move,
    "doi-loai-hinh": Reclassify,
    "nhap": Merge,
    "tach": Split,
    "giai-the": Dissolve,
}
"""What the secretary of the unit or of the one above records, each by its word in the address."""

OWN: dict[str, type[ForUnit]] = {"nhiem-ky": BeginTerm, "lap": Found, "cho-xem": LetSee, "thoi-cho-xem": StopSeeing}
"""What only the unit's own secretary records."""
