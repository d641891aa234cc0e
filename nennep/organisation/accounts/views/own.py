"""One's own account: names, password, second factors, sessions, card, and what was changed about them."""

from collections.abc import Callable

from allauth.account.internal.flows.email_verification import send_verification_email_to_address
from allauth.account.internal.flows.reauthentication import raise_if_reauthentication_required
from allauth.account.models import EmailAddress
from allauth.usersessions.models import UserSession
from django import forms
from django.conf import settings
from django.contrib import messages
from django.core.exceptions import ValidationError
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.debug import sensitive_post_parameters
from django.views.decorators.http import require_POST

from nennep.organisation import guards
from nennep.organisation.accounts import limits, queries
from nennep.organisation.accounts.actions import own
from nennep.organisation.accounts.actions.cards import change_pin
from nennep.organisation.accounts.forms import EmailForm, NamesForm, PinForm
from nennep.organisation.accounts.models import Card
from nennep.organisation.accounts.names import as_dialled
from nennep.organisation.accounts.sessions import by_card_too
from nennep.organisation.models import User
from nennep.organisation.requests import BY_CARD, Request


def account(request: Request) -> HttpResponse:
    """Everything about how I sign in, on one page."""
    user = request.user
    context = {
        "phone": as_dialled(user.phone) if user.phone else "",
        "address": queries.email_of(user),
        "sends_mail": settings.SENDS_MAIL,
        "factors": queries.factors_of(user),
        "sessions": queries.sessions_of(user, request.session.session_key),
        "card": queries.card_of(user.person),
        "agency": settings.OIDC,
        "linked": queries.agency_of(user),
        "changes": queries.changes_of(user),
    }
    return render(request, "organisation/accounts/account.html", context)


def names(request: Request) -> HttpResponse:
    """Change the short name and the phone number."""
    raise_if_reauthentication_required(request, app="allauth.account")
    user = request.user
    now = {"username": user.username, "phone": as_dialled(user.phone) if user.phone else ""}
    form = NamesForm(request.POST or None, initial=now)
    if form.is_valid() and kept(form, lambda: rename(request, form)):
        messages.success(request, _("Đã ghi."))
        return redirect("organisation:account")
    return render(request, "organisation/accounts/names.html", {"form": form})


def rename(request: Request, form: NamesForm) -> None:
    user, by, at = request.user, own.holder_of(request.user), request.now
    if "username" in form.changed_data:
        own.set_login_name(user, form.cleaned_data["username"], by=by, at=at)
    if "phone" in form.changed_data:
        own.set_phone(user, form.cleaned_data["phone"], by=by, at=at)


def email(request: Request) -> HttpResponse:
    """Name an address, have the letter sent again, or take the address off."""
    raise_if_reauthentication_required(request, app="allauth.account")
    user, by, at = request.user, own.holder_of(request.user), request.now
    if "remove" in request.POST:
        own.remove_email(user, by=by, at=at)
        return redirect("organisation:account")
    form = EmailForm(request.POST or None)
    if form.is_valid() and kept(form, lambda: ask_for_letter(request, form)):
        return redirect("organisation:account")
    context = {"form": form, "address": queries.email_of(user), "sends_mail": settings.SENDS_MAIL}
    return render(request, "organisation/accounts/email.html", context)


def ask_for_letter(request: Request, form: EmailForm) -> None:
    limits.send_letter(request)
    own.set_email(request.user, form.cleaned_data["email"], by=own.holder_of(request.user), at=request.now)
    send_confirmation(request, request.user)


def send_confirmation(request: Request, user: User) -> None:
    """The letter to an address that waits for its owner's answer."""
    address = EmailAddress.objects.filter(user=user, verified=False).last()
    if address is not None and settings.SENDS_MAIL:
        send_verification_email_to_address(request, address)


def kept(form: forms.Form, verb: Callable[[], None]) -> bool:
    """Do it; what is refused stands on the form, which comes back filled."""
    try:
        verb()
    except ValidationError as error:
        form.add_error(None, error)
        return False
    return True


@require_POST
def end_sessions(request: Request) -> HttpResponse:
    """End one of my sessions, or all but this one."""
    others = UserSession.objects.filter(user=request.user).exclude(session_key=request.session.session_key)
    if asked := request.POST.get("session"):
        others = others.filter(pk=get_object_or_404(others, pk=int(asked) if asked.isdecimal() else 0).pk)
    ended = own.end_sessions(request.user, others, by=own.holder_of(request.user), at=request.now)
    messages.success(request, _("Đã kết thúc %(n)d phiên ở máy khác.") % {"n": ended})
    return redirect("organisation:account")


@require_POST
def unlink(request: Request) -> HttpResponse:
    """The agency's sign-on no longer leads here."""
    raise_if_reauthentication_required(request, app="allauth.account")
    try:
        own.unlink_agency(request.user, by=own.holder_of(request.user), at=request.now)
    except ValidationError as error:
        messages.error(request, " ".join(error.messages))
    return redirect("organisation:account")


@by_card_too
@never_cache
@sensitive_post_parameters()
def pin(request: Request) -> HttpResponse:
    """Set another PIN, from a session that began with the card."""
    held = get_object_or_404(Card, pk=request.session.get(BY_CARD), person=guards.signed_in(request))
    form = PinForm(request.POST or None)
    if form.is_valid() and kept(
        form, lambda: change_pin(held, form.cleaned_data["pin"], by=held.person, at=request.now)
    ):
        messages.success(request, _("Đã đổi mã PIN."))
        return redirect(settings.LOGIN_REDIRECT_URL)
    return render(request, "organisation/accounts/pin.html", {"form": form, "must": held.pin_was_printed})
