"""Forms about one person."""

from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.db.models import Q
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from nennep.organisation import actions
from nennep.organisation.changing.deeds import Day, Deed, Paper
from nennep.organisation.models import (
    Away,
    Duty,
    DutyKind,
    Exemption,
    Going,
    Membership,
    Office,
    Person,
    Standing,
    Suspension,
    Term,
    Unit,
)
from nennep.organisation.queries import last_unit_of, roll
from nennep.vietnamese.dates import short_date

LEAVING = [Going.MOVED_OUT, Going.LEFT, Going.STRUCK_OFF, Going.EXPELLED, Going.DIED]


class ForPerson(Deed):
    subject: Person

    @property
    def unit(self) -> Unit:
        return last_unit_of(self.subject, self.at.date())


class ChangeStanding(ForPerson):
    title = gettext_lazy("Kết nạp, công nhận chính thức")
    about = gettext_lazy("Từ ngày đó người này có tư cách mới; tư cách cũ kết thúc ngày hôm trước.")
    standing = forms.ChoiceField(label=gettext_lazy("Tư cách mới"), choices=Standing.choices)
    on = Day(gettext_lazy("Từ ngày"))
    document = Paper()

    def act(self) -> str:
        actions.change_standing(
            self.subject,
            Standing(self.said["standing"]),
            on=self.said["on"],
            document=self.said["document"],
            **self.whom,
        )
        return _("Đã ghi tư cách mới từ %(day)s.") % {"day": short_date(self.said["on"])}


class Transfer(ForPerson):
    title = gettext_lazy("Chuyển sang đơn vị khác trên máy này")
    about = gettext_lazy("Chức vụ và nhiệm vụ ở đơn vị cũ kết thúc ngày hôm trước.")
    grave = True
    to = forms.ModelChoiceField(Unit.objects.none(), label=gettext_lazy("Đơn vị mới"))
    on = Day(gettext_lazy("Từ ngày"))
    document = Paper(label=gettext_lazy("Giấy giới thiệu"))

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        beside = Unit.objects.filter(parent=self.unit.parent, ends__isnull=True).exclude(pk=self.unit.pk)
        self.fields["to"].queryset = beside  # type: ignore[attr-defined]

    def act(self) -> str:
        to = self.said["to"]
        actions.transfer(self.subject, to=to, on=self.said["on"], document=self.said["document"], **self.whom)
        return _("Đã ghi chuyển về %(unit)s.") % {"unit": to}


class Leave(ForPerson):
    title = gettext_lazy("Rời đơn vị")
    about = gettext_lazy("Chức vụ, nhiệm vụ kết thúc cùng ngày; những gì đã ghi vẫn còn trong sổ.")
    grave = True
    how = forms.ChoiceField(label=gettext_lazy("Lý do"), choices=[(item.value, item.label) for item in LEAVING])
    on = Day(gettext_lazy("Ngày cuối trong danh sách"))
    document = Paper(required=False)

    def act(self) -> str:
        actions.leave(
            self.subject, Going(self.said["how"]), on=self.said["on"], document=self.said["document"], **self.whom
        )
        return _("Đã ghi ngày cuối trong danh sách: %(day)s.") % {"day": short_date(self.said["on"])}


class SendAway(ForPerson):
    title = gettext_lazy("Sinh hoạt tạm thời nơi khác")
    about = gettext_lazy("Vẫn ở trong danh sách của đơn vị, nhưng không tính vào số phải có mặt ở đây.")
    to = forms.CharField(label=gettext_lazy("Nơi sinh hoạt tạm thời"), max_length=200)
    starts = Day(gettext_lazy("Từ ngày"))
    ends = Day(gettext_lazy("Đến ngày"), required=False, hint=gettext_lazy("Để trống nếu chưa biết."))
    decided_by = forms.CharField(label=gettext_lazy("Ai quyết định"), max_length=200)
    document = Paper(required=False)

    def act(self) -> str:
        host = Unit.objects.filter(name__iexact=self.said["to"].strip(), ends__isnull=True).first()
        away = Away(person=self.subject, unit=self.unit, **self.said)
        actions.send_away(away, host=host, **self.whom)
        return _("Đã ghi sinh hoạt tạm thời tại %(place)s.") % {"place": away.to}


class Exempt(ForPerson):
    title = gettext_lazy("Miễn công tác và sinh hoạt")
    about = gettext_lazy("Không tính vào số phải có mặt. Lý do chỉ chi ủy, người kiểm tra và chính người này xem được.")
    decided_by = forms.CharField(label=gettext_lazy("Ai quyết định"), max_length=200)
    reason = forms.CharField(label=gettext_lazy("Lý do"), max_length=300)
    rule = forms.CharField(label=gettext_lazy("Theo quy định nào"), max_length=200, required=False)
    starts = Day(gettext_lazy("Từ ngày"))
    ends = Day(gettext_lazy("Đến ngày"), required=False, hint=gettext_lazy("Để trống nếu không có thời hạn."))
    document = Paper(required=False)

    def act(self) -> str:
        actions.exempt(Exemption(person=self.subject, unit=self.unit, **self.said), **self.whom)
        return _("Đã ghi miễn sinh hoạt từ %(day)s.") % {"day": short_date(self.said["starts"])}


class Suspend(ForPerson):
    title = gettext_lazy("Đình chỉ sinh hoạt")
    about = gettext_lazy("Không tính vào số phải có mặt trong thời gian đó.")
    grave = True
    decided_by = forms.CharField(label=gettext_lazy("Ai quyết định"), max_length=200)
    starts = Day(gettext_lazy("Từ ngày"))
    ends = Day(gettext_lazy("Đến ngày"), required=False)
    document = Paper()

    def act(self) -> str:
        said = {name: value for name, value in self.said.items() if name != "sure"}
        actions.suspend(Suspension(person=self.subject, unit=self.unit, **said), **self.whom)
        return _("Đã ghi đình chỉ sinh hoạt từ %(day)s.") % {"day": short_date(said["starts"])}


class Appoint(ForPerson):
    title = gettext_lazy("Giữ chức vụ")
    about = gettext_lazy("Quyền xem và ghi sổ theo chức vụ có từ ngày đầu và hết sau ngày cuối.")
    office = forms.ChoiceField(label=gettext_lazy("Chức vụ"), choices=Office.choices)
    starts = Day(gettext_lazy("Từ ngày"))
    ends = Day(gettext_lazy("Đến ngày"), required=False, hint=gettext_lazy("Để trống nếu còn đang giữ."))
    document = Paper(required=False)

    def act(self) -> str:
        term = Term(person=self.subject, unit=self.unit, **self.said)
        actions.appoint(term, **self.whom)
        return _("Đã ghi chức vụ %(office)s.") % {"office": term.get_office_display()}


class Charge(ForPerson):
    title = gettext_lazy("Giao nhiệm vụ")
    about = Appoint.about
    kind = forms.ChoiceField(label=gettext_lazy("Nhiệm vụ"), choices=DutyKind.choices)
    starts = Day(gettext_lazy("Từ ngày"))
    ends = Day(gettext_lazy("Đến ngày"), required=False, hint=gettext_lazy("Để trống nếu còn đang giữ."))
    document = Paper(required=False)

    def act(self) -> str:
        duty = Duty(person=self.subject, unit=self.unit, **self.said)
        actions.charge(duty, **self.whom)
        return _("Đã giao nhiệm vụ %(duty)s.") % {"duty": duty.get_kind_display()}


class HandOver(ForPerson):
    title = gettext_lazy("Bàn giao chức vụ")
    about = gettext_lazy(
        "Người cũ thôi giữ vào hôm trước, người mới giữ từ ngày đó. Quyền đi theo chức vụ ngay hôm ấy."
    )
    grave = True
    term = forms.ModelChoiceField(Term.objects.none(), label=gettext_lazy("Chức vụ bàn giao"))
    successor = forms.ModelChoiceField(Person.objects.none(), label=gettext_lazy("Người nhận"))
    on = Day(gettext_lazy("Người mới giữ từ ngày"))
    document = Paper()

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        held = Term.objects.filter(person=self.subject, unit=self.unit, ends__isnull=True)
        others = roll(self.unit, self.at.date()).exclude(person=self.subject).values("person")
        self.fields["term"].queryset = held  # type: ignore[attr-defined]
        self.fields["successor"].queryset = Person.objects.filter(pk__in=others)  # type: ignore[attr-defined]

    def act(self) -> str:
        old, person = self.said["term"], self.said["successor"]
        common = {"starts": self.said["on"], "document": self.said["document"][:120]}
        actions.hand_over(old, Term(person=person, unit=self.unit, office=old.office, **common), **self.whom)
        return _("%(who)s giữ chức %(office)s từ %(day)s.") % {
            "who": person,
            "office": old.get_office_display(),
            "day": short_date(self.said["on"]),
        }


class End(ForPerson):
    title = gettext_lazy("Ghi ngày kết thúc")
    about = gettext_lazy("Của một chức vụ, nhiệm vụ, hay thời gian miễn, đình chỉ, sinh hoạt tạm thời.")
    what = forms.ChoiceField(label=gettext_lazy("Kết thúc việc gì"))
    on = Day(gettext_lazy("Ngày cuối"))
    document = Paper(required=False)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.open_rows: dict[str, Any] = {}
        for model in (Term, Duty, Exemption, Suspension, Away):
            lasting = Q(ends__isnull=True) | Q(ends__gt=self.at.date())
            for row in model._default_manager.filter(lasting, person=self.subject, unit=self.unit):
                self.open_rows[f"{model._meta.model_name}-{row.pk}"] = row
        self.fields["what"].choices = [  # type: ignore[attr-defined]
            (key, _("%(what)s, từ %(day)s") % {"what": named(row), "day": short_date(row.starts)})
            for key, row in self.open_rows.items()
        ]

    def act(self) -> str:
        row, on, document = self.open_rows[self.said["what"]], self.said["on"], self.said["document"]
        if isinstance(row, Term):
            actions.end_term(row, on=on, document=document, **self.whom)
        elif isinstance(row, Duty):
            actions.end_duty(row, on=on, document=document, **self.whom)
        else:
            actions.end_absence(row, on=on, **self.whom)
        return _("Đã ghi ngày cuối: %(day)s.") % {"day": short_date(on)}


def named(row: Any) -> str:
    """What the row is, in a word or two."""
    if isinstance(row, Term):
        return str(row.get_office_display())
    return str(row.get_kind_display()) if isinstance(row, Duty) else str(row._meta.verbose_name)


class Particulars(forms.Form):
    """What is kept about somebody apart from days."""

    name = forms.CharField(label=gettext_lazy("Họ và tên"), max_length=120)
    sex = forms.ChoiceField(label=gettext_lazy("Giới tính"), choices=[("", "—"), *Person.Sex.choices])
    born_on = Day(
        gettext_lazy("Ngày sinh"),
        required=False,
        hint=gettext_lazy("Chỉ cần khi báo cáo theo độ tuổi, hoặc để phân biệt người trùng tên."),
    )
    job = forms.CharField(label=gettext_lazy("Chức vụ chuyên môn"), max_length=160, required=False)


class Correct(ForPerson, Particulars):
    title = gettext_lazy("Sửa họ tên, ngày sinh, công việc")

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.initial = {name: getattr(self.subject, name) for name in ("name", "sex", "born_on", "job")}

    def act(self) -> str:
        person = Person(home=self.subject.home, code=self.subject.code, **self.said)
        actions.list_person(person, **self.whom)
        return _("Đã sửa.")


class Erase(ForPerson):
    title = gettext_lazy("Xóa thông tin cá nhân")
    about = gettext_lazy(
        "Họ tên, ngày sinh, công việc, tài khoản mất hẳn; số liệu đã đếm vẫn giữ, không còn tên. "
        "Hỏi cấp trên trước: nhiều sổ phải lưu tên theo quy định."
    )
    grave = True

    def act(self) -> str:
        actions.erase_person(self.subject, **self.whom)
        return _("Đã xóa thông tin cá nhân; sổ cái còn ghi việc này.")


class Add(Deed, Particulars):
    """A person who is not on the list yet, with the standing they begin in."""

    title = gettext_lazy("Thêm người")
    subject: Unit
    code = forms.CharField(label=gettext_lazy("Mã"), max_length=20, help_text=gettext_lazy("Ngắn, ví dụ VMH."))
    standing = forms.ChoiceField(label=gettext_lazy("Tư cách"), choices=[("", "—"), *Standing.choices])
    guest = forms.BooleanField(
        label=gettext_lazy("Nơi khác đến sinh hoạt tạm thời"),
        required=False,
        help_text=gettext_lazy("Được mời họp và điểm danh, không tính vào danh sách của đơn vị."),
    )
    starts = Day(gettext_lazy("Từ ngày"))
    document = Paper(required=False)

    field_order = ["name", "code", "sex", "standing", "starts", "document", "guest", "born_on", "job"]

    def act(self) -> str:
        said = self.said
        if Person.objects.filter(home=self.subject, code=said["code"]).exists():
            raise ValidationError({"code": _("Mã này đã có người dùng; chọn mã khác.")})
        person = Person(home=self.subject, **{name: said[name] for name in ("code", "name", "sex", "born_on", "job")})
        person, _outcome = actions.list_person(person, **self.whom)
        standing = Membership(person=person, unit=self.subject, standing=said["standing"], starts=said["starts"])
        standing.document = said["document"]
        if said["guest"]:
            actions.take_in(standing, **self.whom)
        else:
            actions.join(standing, **self.whom)
        return _("Đã thêm %(who)s.") % {"who": person}


DEEDS: dict[str, type[ForPerson]] = {
    "tu-cach": ChangeStanding,
    "chuc-vu": Appoint,
    "ban-giao": HandOver,
    "nhiem-vu": Charge,
    "ket-thuc": End,
    "mien-sinh-hoat": Exempt,
    "tam-thoi": SendAway,
    "dinh-chi": Suspend,
    "chuyen-don-vi": Transfer,
    "roi-don-vi": Leave,
    "sua": Correct,
    "xoa-thong-tin": Erase,
}
"""Each form by its word in the address."""
