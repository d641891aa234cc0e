"""What people fill in about signing in. Forms only read; what it means, and whether it may be, the verbs say."""

from typing import Any

from allauth.account.adapter import get_adapter
from allauth.account.forms import ResetPasswordForm
from django import forms
from django.core.exceptions import ValidationError
from django.http import HttpRequest
from django.utils.translation import gettext_lazy as _

from nennep.organisation.models import User

TWICE = _("Hai lần gõ không giống nhau; gõ lại cả hai.")


def new_password(label: Any) -> forms.CharField:
    return forms.CharField(
        label=label, strip=False, max_length=200, widget=forms.PasswordInput(attrs={"autocomplete": "new-password"})
    )


def new_pin(label: Any, *, required: bool = True) -> forms.CharField:
    attributes = {"autocomplete": "off", "inputmode": "numeric", "maxlength": "6"}
    return forms.CharField(label=label, required=required, max_length=6, widget=forms.PasswordInput(attrs=attributes))


class CodeForm(forms.Form):
    """The code of a sheet, typed from paper."""

    code = forms.CharField(label=_("Mã trên giấy"), max_length=40)


class NewPasswordForm(forms.Form):
    """A password for an account that exists."""

    password = new_password(_("Mật khẩu"))
    password2 = new_password(_("Mật khẩu, gõ lại"))

    def clean(self) -> dict[str, Any]:
        given: dict[str, Any] = super().clean() or {}
        if given.get("password") and given.get("password2") and given["password"] != given["password2"]:
            self.add_error("password2", ValidationError(TWICE))
        return given


class NewAccountForm(NewPasswordForm):
    """Names and a password for a first account."""

    username = forms.CharField(label=_("Tên đăng nhập"), max_length=30)
    phone = forms.CharField(label=_("Số điện thoại, nếu muốn"), max_length=30, required=False)
    email = forms.EmailField(label=_("Địa chỉ thư, nếu muốn"), max_length=200, required=False)
    field_order = ["username", "password", "password2", "phone", "email"]


class NamesForm(forms.Form):
    """The short name and the phone number of one's own account."""

    username = forms.CharField(label=_("Tên đăng nhập"), max_length=30)
    phone = forms.CharField(label=_("Số điện thoại"), max_length=30, required=False)


class EmailForm(forms.Form):
    email = forms.EmailField(label=_("Địa chỉ thư"), max_length=200)


class PinForm(forms.Form):
    """A PIN twice."""

    pin = new_pin(_("Mã PIN mới, 6 chữ số"))
    pin2 = new_pin(_("Mã PIN mới, gõ lại"))

    def clean(self) -> dict[str, Any]:
        given: dict[str, Any] = super().clean() or {}
        if given.get("pin", "") != given.get("pin2", ""):
            self.add_error("pin2", ValidationError(TWICE))
        return given


class IssueCardForm(PinForm):
    """The owner, who sits beside, may choose the PIN; otherwise a slip with one is printed."""

    pin = new_pin(_("Mã PIN, 6 chữ số"), required=False)
    pin2 = new_pin(_("Mã PIN, gõ lại"), required=False)


class InviteForm(forms.Form):
    clears_factors = forms.BooleanField(label=_("Gỡ cả bước xác nhận thứ hai đã mất"), required=False)


class CardForm(forms.Form):
    """The card's code, unless it was photographed, and the PIN."""

    code = forms.CharField(label=_("Mã trên thẻ"), max_length=40, required=False)
    pin = forms.CharField(
        label=_("Mã PIN"),
        max_length=12,
        widget=forms.PasswordInput(attrs={"autocomplete": "off", "inputmode": "numeric"}),
    )


class ForgottenPasswordForm(ResetPasswordForm):
    """A way back goes only to an address that its owner has confirmed; for any other the answer is the same."""

    def clean_email(self) -> str:
        email: str = self.cleaned_data["email"].lower()
        confirmed = User.objects.filter(is_active=True, emailaddress__email=email, emailaddress__verified=True)
        self.users = list(confirmed.distinct())
        return email

    def save(self, request: HttpRequest, **more: Any) -> str:
        """A letter goes out either way, so that neither the answer nor its time tells whose address it is."""
        email: str = self.cleaned_data["email"]
        if self.users:
            return super().save(request, **more)
        get_adapter(request).send_mail("account/email/unknown_account", email, {})
        return email
