"""The library's pages for passwords and second factors, under our templates and leading back to our pages."""

from typing import Any

from allauth.account import views as account
from allauth.mfa.base import views as base
from allauth.mfa.recovery_codes import views as recovery
from allauth.mfa.totp import views as totp
from allauth.mfa.webauthn import views as webauthn
from django.http import Http404, HttpRequest, HttpResponseBase
from django.urls import reverse, reverse_lazy

ACCOUNT = reverse_lazy("organisation:account")
CODES = reverse_lazy("mfa_view_recovery_codes")


class ChangePassword(account.PasswordChangeView):
    template_name = "organisation/accounts/password.html"

    def dispatch(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
        if request.user.is_authenticated and not request.user.has_usable_password():
            raise Http404  # an account of a card alone: a sheet sets its first password
        answer: HttpResponseBase = super().dispatch(request, *args, **kwargs)
        return answer


class ActivateTotp(totp.ActivateTOTPView):
    template_name = "organisation/accounts/totp_on.html"

    def get_success_url(self) -> str:
        return reverse("mfa_view_recovery_codes") if self.did_generate_recovery_codes else str(ACCOUNT)


class DeactivateTotp(totp.DeactivateTOTPView):
    template_name = "organisation/accounts/totp_off.html"
    success_url = ACCOUNT


class AddKey(webauthn.AddWebAuthnView):
    template_name = "organisation/accounts/key_add.html"

    def get_success_url(self) -> str:
        return reverse("mfa_view_recovery_codes") if self.did_generate_recovery_codes else str(ACCOUNT)


class RemoveKey(webauthn.RemoveWebAuthnView):
    template_name = "organisation/accounts/key_remove.html"
    success_url = ACCOUNT


authenticate = base.AuthenticateView.as_view(template_name="organisation/accounts/second_step.html")
reauthenticate = account.ReauthenticateView.as_view(template_name="organisation/accounts/again_password.html")
reauthenticate_code = base.ReauthenticateView.as_view(template_name="organisation/accounts/again_code.html")
reauthenticate_key = webauthn.ReauthenticateWebAuthnView.as_view(template_name="organisation/accounts/again_key.html")
recovery_codes = recovery.ViewRecoveryCodesView.as_view(template_name="organisation/accounts/codes.html")
new_codes = recovery.GenerateRecoveryCodesView.as_view(template_name="organisation/accounts/codes_new.html")
forgotten = account.PasswordResetView.as_view(template_name="organisation/accounts/forgotten.html")
letter_sent = account.PasswordResetDoneView.as_view(template_name="organisation/accounts/letter_sent.html")
from_letter = account.PasswordResetFromKeyView.as_view(template_name="organisation/accounts/from_letter.html")
from_letter_done = account.PasswordResetFromKeyDoneView.as_view(
    template_name="organisation/accounts/from_letter_done.html"
)
confirm_email = account.ConfirmEmailView.as_view(template_name="organisation/accounts/confirm_email.html")
