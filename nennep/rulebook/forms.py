"""Forms about rules: the unit's own value, a permission from above, a local pack taken into use."""

from decimal import Decimal
from fractions import Fraction
from typing import Any

from django import forms
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from nennep.organisation.changing.deeds import Day, Deed, Paper
from nennep.organisation.models import Unit
from nennep.rulebook.actions import OWN_KINDS, keep_permission, set_own_rule, use_pack
from nennep.rulebook.library import library
from nennep.rulebook.models import CellRule, PackUse, Permission
from nennep.rulebook.reading import Name
from nennep.rulebook.values import UNITS, written
from nennep.vietnamese.dates import short_date


def settable() -> dict[str, Name]:
    """The rules for which a unit may state a value."""
    return {key: name for key, name in library().names.items() if name.kind in OWN_KINDS and name.stricter != "fixed"}


class ForRule(Deed):
    """A value for one rule, as a person writes it: a share in percent, yes or no as 1 or 0."""

    subject: Unit
    key = forms.ChoiceField(label=gettext_lazy("Quy tắc"))
    value = forms.DecimalField(
        label=gettext_lazy("Mức"),
        min_value=0,
        max_digits=9,
        decimal_places=3,
        help_text=gettext_lazy("Ghi số. Tỷ lệ ghi bằng phần trăm, ví dụ 90; có hoặc không ghi 1 hoặc 0."),
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        shelf = library()
        groups: dict[str, list[tuple[str, str]]] = {}
        for key, name in settable().items():
            unit = f" ({UNITS[name.unit]})" if name.unit else " (%)" if name.kind == "share" else ""
            groups.setdefault(shelf.group_of(key), []).append((key, f"{name.title}{unit}"))
        self.fields["key"].choices = [("", _("Chọn quy tắc")), *groups.items()]  # type: ignore[attr-defined]

    def clean(self) -> dict[str, Any]:
        said = super().clean() or {}
        name = settable().get(said.get("key", ""))
        value = said.get("value")
        if name is None or value is None:
            return said
        if name.kind == "share":
            if value > 100:
                self.add_error("value", _("Tỷ lệ không quá 100%."))
            said["value"] = value / 100
        if name.kind == "flag" and value not in (0, 1):
            self.add_error("value", _("Có ghi 1, không ghi 0."))
        return said

    def told(self, value: Decimal) -> str:
        name = settable()[self.said["key"]]
        words = written(bool(value) if name.kind == "flag" else Fraction(value), name.kind, name.unit)
        return f"{name.title}: {words}"


class SetOwn(ForRule):
    title = gettext_lazy("Đặt mức riêng của đơn vị")
    about = gettext_lazy("Mức riêng phải chặt hơn hoặc bằng mức của cấp trên; muốn nhẹ hơn cần văn bản cho phép.")
    starts = Day(gettext_lazy("Từ ngày"))
    ends = Day(gettext_lazy("Đến hết ngày"), required=False, hint=gettext_lazy("Bỏ trống khi chưa định."))
    document = Paper()
    statement = forms.CharField(
        label=gettext_lazy("Nói bằng một câu"), max_length=300, help_text=gettext_lazy("Như mọi người sẽ đọc.")
    )

    def act(self) -> str:
        said = {**self.said, "document": self.said["document"][:120]}
        set_own_rule(CellRule(unit=self.subject, **said), **self.whom)
        return _("Từ %(day)s: %(rule)s.") % {
            "day": short_date(said["starts"]),
            "rule": self.told(said["value"]),
        }


class KeepPermission(ForRule):
    title = gettext_lazy("Ghi văn bản cho phép nhẹ hơn")
    about = gettext_lazy("Cấp có thẩm quyền cho phép mức nhẹ hơn đến một ngày. Hết ngày ấy mức chung tự trở lại.")
    given_by = forms.CharField(label=gettext_lazy("Cấp cho phép"), max_length=200)
    document = Paper()
    starts = Day(gettext_lazy("Từ ngày"))
    ends = Day(gettext_lazy("Đến hết ngày"))

    def act(self) -> str:
        keep_permission(Permission(unit=self.subject, **self.said), **self.whom)
        return _("Được phép đến hết %(day)s: %(rule)s.") % {
            "day": short_date(self.said["ends"]),
            "rule": self.told(self.said["value"]),
        }


class UsePack(Deed):
    subject: Unit
    title = gettext_lazy("Áp dụng gói quy tắc địa phương")
    about = gettext_lazy("Gói có hiệu lực với đơn vị này và các đơn vị bên dưới, từ ngày ghi ở đây.")
    pack = forms.ChoiceField(label=gettext_lazy("Gói quy tắc"))
    starts = Day(gettext_lazy("Từ ngày"))
    ends = Day(gettext_lazy("Đến hết ngày"), required=False, hint=gettext_lazy("Bỏ trống khi chưa định."))
    document = Paper(required=False)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        packs = [(pack.code, f"{pack.name} ({pack.issued_by})") for pack in library().local()]
        self.fields["pack"].choices = [("", _("Chọn gói")), *packs]  # type: ignore[attr-defined]

    def act(self) -> str:
        use_pack(PackUse(unit=self.subject, **self.said), **self.whom)
        name = library().packs[self.said["pack"]].name
        return _("Gói %(pack)s có hiệu lực từ %(day)s.") % {"pack": name, "day": short_date(self.said["starts"])}


DEEDS: dict[str, type[Deed]] = {"muc-rieng": SetOwn, "cho-phep": KeepPermission, "goi-dia-phuong": UsePack}
"""By the last part of their address."""
