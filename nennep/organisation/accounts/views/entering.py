"""Coming in: with a name and a password, with a sheet, with a card; and going out."""

import logging
from collections.abc import Callable
from typing import Any

from allauth.account.internal.flows.login import record_authentication
from allauth.account.utils import perform_login
from allauth.account.views import LoginView, LogoutView
from allauth.socialaccount.providers.openid_connect import views as agency
from django.conf import settings
from django.contrib import messages
from django.contrib.auth import SESSION_KEY, login, logout
from django.contrib.auth.decorators import login_not_required
from django.core.exceptions import ValidationError
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.html import format_html
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.debug import sensitive_post_parameters
from requests import RequestException

from nennep.organisation.accounts import limits, sessions
from nennep.organisation.accounts.actions import cards, invitations
from nennep.organisation.accounts.actions.cards import WrongCard, come_in_with_card
from nennep.organisation.accounts.actions.invitations import Choice, NotValid, accept_invitation, sheet_with
from nennep.organisation.accounts.codes import digest_of
from nennep.organisation.accounts.forms import CardForm, CodeForm, NewAccountForm, NewPasswordForm
from nennep.organisation.accounts.names import offered_login
from nennep.organisation.accounts.views.own import send_confirmation
from nennep.organisation.models import User
from nennep.organisation.requests import Request

logger = logging.getLogger(__name__)

SHEET = "invitation_digest"
CARD = "card_digest"


class SignIn(LoginView):
    template_name = "organisation/accounts/sign_in.html"

    def get_context_data(self, **more: Any) -> dict[str, Any]:
        return super().get_context_data(**more) | {"agency": settings.OIDC}


class SignOut(LogoutView):
    http_method_names = ["post"]


@login_not_required
def to_agency(request: Request, provider_id: str) -> HttpResponse:
    """Over to the agency's own sign-on. From a session by card it cannot be linked: that would make it a full one."""
    if request.here.own_only:
        raise Http404
    return answered(request, lambda: agency.login(request, provider_id=provider_id))


@login_not_required
def from_agency(request: Request, provider_id: str) -> HttpResponse:
    """Back from there."""
    return answered(request, lambda: agency.callback(request, provider_id=provider_id))


def answered(request: Request, go: Callable[[], HttpResponse]) -> HttpResponse:
    """An agency's server that is down leads back to our own door, with a sentence."""
    try:
        return go()
    except RequestException:
        logger.warning("The agency's sign-on server did not answer.")
        messages.error(request, _("Trang đăng nhập của cơ quan không trả lời. Thử lại sau, hoặc vào bằng cách khác."))
        return redirect("account_login")


@login_not_required
@csrf_exempt  # it only moves a code out of the address; so no log and no history keeps one
@never_cache
def open_invitation(request: Request, code: str) -> HttpResponse:
    """Where the code to photograph leads: the code moves from the address into the session, as a digest."""
    request.session[SHEET] = digest_of(code, invitations.PURPOSE)
    return redirect("organisation:accept-invitation")


@login_not_required
@never_cache
@sensitive_post_parameters()
def accept(request: Request) -> HttpResponse:
    """Whoever holds a sheet: type its code, then choose how to sign in."""
    if "code" in request.POST:
        request.session[SHEET] = digest_of(request.POST["code"], invitations.PURPOSE)
    if SHEET not in request.session:
        return render(request, "organisation/accounts/type_code.html", {"form": CodeForm()})
    attempt = None
    try:
        attempt = limits.try_code(request)
        sheet = sheet_with(request.session[SHEET], at=request.now)
    except (NotValid, ValidationError) as error:
        del request.session[SHEET]
        return no_entry(request, error)
    attempt.forget()
    user = User.objects.filter(person=sheet.person).first()
    kind = NewPasswordForm if user else NewAccountForm
    chosen = request.POST if "password" in request.POST else None
    form = kind(chosen, initial={"username": "" if user else offered_login(sheet.person)})
    if form.is_valid():
        given = {name: form.cleaned_data.get(name, "") for name in ("password", "username", "email", "phone")}
        try:
            user = accept_invitation(request.session[SHEET], Choice(**given), at=request.now)
        except ValidationError as error:
            form.add_error(None, error)
        except NotValid as error:
            return no_entry(request, error)
        else:
            del request.session[SHEET]
            return welcome(request, user)
    return render(request, "organisation/accounts/accept.html", {"form": form, "sheet": sheet, "account": user})


def no_entry(request: Request, error: NotValid | ValidationError) -> HttpResponse:
    said = " ".join(error.messages) if isinstance(error, ValidationError) else str(error)
    context = {"form": CodeForm(), "refused": said}
    return render(request, "organisation/accounts/type_code.html", context)


def welcome(request: Request, user: User) -> HttpResponse:
    """Signed in, and led on; the second step is offered, never forced."""
    logout(request)  # whoever was signed in at this browser is not whoever holds the sheet
    send_confirmation(request, user)
    record_authentication(request, user, method="password")
    response: HttpResponse = perform_login(request, user)
    if request.user.is_authenticated:
        link = format_html('<a href="{}">{}</a>', reverse("organisation:account"), _("Đăng nhập và bảo mật"))
        said = _(
            "Đã vào. Nên bật thêm bước xác nhận thứ hai trong mục %s để người khác biết mật khẩu cũng không vào được."
        )
        messages.success(request, format_html(said.replace("%s", "{}"), link))
    return response


@login_not_required
@csrf_exempt  # as above
@never_cache
def open_card(request: Request, code: str) -> HttpResponse:
    """Where the code on the card leads."""
    request.session[CARD] = digest_of(code, cards.PURPOSE)
    return redirect("organisation:card")


@login_not_required
@never_cache
@sensitive_post_parameters()
def card(request: Request) -> HttpResponse:
    """Sign in at a shared computer with a card and its PIN."""
    if SESSION_KEY in request.session:
        return redirect(settings.LOGIN_REDIRECT_URL)
    form = CardForm(request.POST or None)
    if form.is_valid():
        typed = form.cleaned_data["code"]
        digest = digest_of(typed, cards.PURPOSE) if typed else request.session.get(CARD, "")
        try:
            attempt = limits.try_code(request)
            held, user = come_in_with_card(digest, form.cleaned_data["pin"], at=request.now)
        except WrongCard as error:
            form.add_error(None, str(error))
        except ValidationError as error:
            form.add_error(None, error)
        else:
            attempt.forget()
            login(request, user)
            sessions.begin_by_card(request, held)
            return redirect(settings.LOGIN_REDIRECT_URL)
    context = {"form": form, "read": CARD in request.session}
    return render(request, "organisation/accounts/card.html", context)
