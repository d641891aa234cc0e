"""How the sign-in library is fitted into the house: our words, our limits, our verbs, and no way to sign up."""

import base64
import hashlib
import logging
import time
from typing import Any, cast

from allauth.account.adapter import DefaultAccountAdapter
from allauth.account.authentication import get_authentication_records
from allauth.account.models import EmailAddress
from allauth.core import context
from allauth.core.exceptions import ImmediateHttpResponse
from allauth.mfa.adapter import DefaultMFAAdapter
from allauth.mfa.models import Authenticator
from allauth.socialaccount.adapter import DefaultSocialAccountAdapter
from allauth.socialaccount.providers.base.constants import AuthError
from cryptography.fernet import Fernet
from django.conf import settings
from django.contrib import messages
from django.contrib.auth import authenticate
from django.contrib.auth.password_validation import validate_password
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from nennep.organisation.accounts import devices, limits, sessions
from nennep.organisation.accounts.actions.own import change_password, holder_of
from nennep.organisation.accounts.limits import TooOften
from nennep.organisation.models import User
from nennep.organisation.requests import BY_CARD, Request
from nennep.web.qr import qr

logger = logging.getLogger(__name__)

FRESH = 5 * 60
"""Seconds after signing in during which the password is not asked for again."""

SAID: dict[str, Promise] = {
    "account/messages/password_changed.txt": _("Đã đổi mật khẩu. Các máy khác phải đăng nhập lại."),
    "account/messages/email_confirmation_sent.txt": _("Đã gửi thư. Mở thư và bấm vào đường dẫn để xác nhận địa chỉ."),
    "account/messages/email_confirmed.txt": _("Đã xác nhận địa chỉ thư; từ nay dùng được để đăng nhập."),
    "account/messages/email_confirmation_failed.txt": _("Địa chỉ thư này đã thuộc một tài khoản khác."),
    "mfa/messages/totp_activated.txt": _("Đã bật mã một lần."),
    "mfa/messages/totp_deactivated.txt": _("Đã tắt mã một lần."),
    "mfa/messages/webauthn_added.txt": _("Đã thêm khóa."),
    "mfa/messages/webauthn_removed.txt": _("Đã bỏ khóa."),
    "socialaccount/messages/account_connected.txt": _("Đã nối với đăng nhập của cơ quan."),
    "socialaccount/messages/account_connected_other.txt": _("Đăng nhập này của cơ quan đã nối với tài khoản khác."),
}
"""What is said after each act of the library; what is not here goes without saying."""


class AccountAdapter(DefaultAccountAdapter):
    error_messages = DefaultAccountAdapter.error_messages | {
        "username_password_mismatch": _(
            "Tên đăng nhập hoặc mật khẩu chưa đúng. Tên còn nguyên bên dưới, gõ lại mật khẩu."
        ),
        "incorrect_password": _("Mật khẩu chưa đúng."),
        "enter_current_password": _("Mật khẩu đang dùng chưa đúng."),
        "incorrect_code": _("Mã chưa đúng, hoặc đã dùng rồi. Đợi ứng dụng hiện mã mới rồi gõ lại."),
        "too_many_login_attempts": _("Đã gõ sai mã nhiều lần. Đợi năm phút rồi thử lại."),
        "rate_limited": _("Đã thử nhiều lần. Đợi năm phút rồi thử lại."),
        "invalid_password_reset": _("Đường dẫn này đã dùng hoặc đã hết hạn. Xin thư mới."),
    }

    def is_open_for_signup(self, request: HttpRequest) -> bool:
        """Accounts are opened with a sheet that a secretary prints; nobody signs up."""
        return False

    def authenticate(self, request: HttpRequest, **credentials: Any) -> User | None:
        """Only says who it is. A right password takes its own try back; it never wipes the count of an attacker."""
        attempt = limits.try_to_sign_in(request, credentials["username"])
        user = authenticate(request, **credentials)
        if user is not None:
            attempt.forget()
        return user

    def reauthenticate(self, user: User, password: str) -> bool:
        try:
            attempt = limits.try_password_again(context.request, user)
        except TooOften:
            return False
        if user.check_password(password):
            attempt.forget()
            return True
        return False

    def is_reauthentication_required(self, *, app: str, **more: Any) -> bool:
        """Who signed in a moment ago has just shown that it is them."""
        request = context.request
        records = get_authentication_records(request, request.user)
        return not any(time.time() - record["at"] < FRESH for record in records)

    def clean_password(self, password: str, user: User | None = None) -> str:
        validate_password(password, user)
        return password

    def set_password(self, user: User, password: str) -> None:
        change_password(user, password, by=holder_of(user), at=cast(Request, self.request).now)

    def post_login(self, request: HttpRequest, user: User, **more: Any) -> HttpResponse:
        response = super().post_login(request, user, **more)
        if BY_CARD not in request.session:
            sessions.begin(request)
            devices.remember(request, response, user)
        return response

    def send_mail(self, template_prefix: str, email: str, context: dict[str, Any]) -> None:
        """A mail server that is down stops nobody: what was done stays done, and they are told that no letter went out."""
        try:
            super().send_mail(template_prefix, email, context)
        except OSError:
            logger.exception("A letter could not be sent.")
            messages.error(self.request, str(_("Máy chủ thư không trả lời nên chưa gửi được thư. Thử lại sau.")))

    def respond_user_inactive(self, request: HttpRequest, user: User) -> HttpResponse:
        messages.error(request, str(_("Tài khoản này đang tạm ngừng; hỏi bí thư.")))
        return redirect("account_login")

    def add_message(
        self,
        request: HttpRequest,
        level: int,
        message_template: str | None = None,
        message_context: dict[str, Any] | None = None,
        extra_tags: str = "",
        message: str | None = None,
    ) -> None:
        said = message or SAID.get(message_template or "")
        if said:
            messages.add_message(request, level, str(said), extra_tags=extra_tags)

    def get_email_verification_redirect_url(self, email_address: EmailAddress) -> str:
        return reverse("organisation:account" if self.request.user.is_authenticated else "account_login")

    def get_password_change_redirect_url(self, request: HttpRequest) -> str:
        return reverse("organisation:account")


class FactorAdapter(DefaultMFAAdapter):
    error_messages = DefaultMFAAdapter.error_messages | {
        "incorrect_code": AccountAdapter.error_messages["incorrect_code"],
        "cannot_generate_recovery_codes": _("Bật mã một lần hoặc thêm khóa trước, rồi mới lập mã dự phòng."),
    }

    def get_totp_label(self, user: User) -> str:
        return user.username

    def get_totp_issuer(self) -> str:
        return "Nền Nếp"

    def build_totp_svg(self, url: str) -> str:
        return qr(url)

    def encrypt(self, text: str) -> str:
        """With a key made from this installation's own: a copy of the database alone makes no codes."""
        return _cipher().encrypt(text.encode()).decode()

    def decrypt(self, encrypted_text: str) -> str:
        return _cipher().decrypt(encrypted_text.encode()).decode()

    def generate_authenticator_name(self, user: User, type: Authenticator.Type) -> str:  # noqa: A002  # the library's name
        number = Authenticator.objects.filter(user=user, type=type).count() + 1
        return str(_("Khóa %(number)d") % {"number": number})

    def get_public_key_credential_rp_entity(self) -> dict[str, str]:
        return {"id": context.request.get_host().partition(":")[0], "name": "Nền Nếp"}

    def get_public_key_credential_user_entity(self, user: User) -> dict[str, Any]:
        entity = super().get_public_key_credential_user_entity(user)
        return entity | {"display_name": user.get_full_name(), "name": user.username}


class AgencyAdapter(DefaultSocialAccountAdapter):
    """Sign-on of an agency: leads into an account that exists, and never makes one."""

    def is_open_for_signup(self, request: HttpRequest, sociallogin: Any) -> bool:
        return False

    def pre_social_login(self, request: HttpRequest, sociallogin: Any) -> None:
        """Somebody new to us is whoever confirmed the same address here as the agency vouches for there."""
        if sociallogin.is_existing or request.user.is_authenticated:
            return
        vouched = [address.email.lower() for address in sociallogin.email_addresses if address.verified]
        address = EmailAddress.objects.filter(email__in=vouched, verified=True, user__is_active=True).first()
        if address is not None:
            sociallogin.connect(request, address.user)

    def on_authentication_error(self, request: HttpRequest, provider: Any, error: Any = None, **more: Any) -> None:
        """Whoever turned back at the agency's page stands at our door again, and is told so."""
        if error == AuthError.CANCELLED:
            messages.info(request, str(_("Bạn đã dừng ở trang của cơ quan. Chọn cách khác để vào.")))
            raise ImmediateHttpResponse(redirect("account_login"))

    def get_connect_redirect_url(self, request: HttpRequest, socialaccount: Any) -> str:
        return reverse("organisation:account")


def _cipher() -> Fernet:
    key = hashlib.sha256(f"nennep.factors {settings.SECRET_KEY}".encode()).digest()
    return Fernet(base64.urlsafe_b64encode(key))
