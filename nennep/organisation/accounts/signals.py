"""The library says what it has changed in an account; each change gets its entry in the ledger."""

from typing import Any, cast

from allauth.account.signals import email_confirmed
from allauth.mfa.signals import authenticator_added, authenticator_removed, authenticator_reset
from allauth.socialaccount.signals import social_account_added

from nennep.organisation.accounts.actions.own import Noted, holder_of, note
from nennep.organisation.models import User
from nennep.organisation.requests import Request


def noted(request: Request, user: User, change: Noted) -> None:
    note(user, change, by=holder_of(user), at=request.now)


def on_factor_added(sender: Any, request: Any, user: Any, authenticator: Any, **more: Any) -> None:
    noted(request, user, Noted(f"organisation.add_{authenticator.type}"))


def on_factor_removed(sender: Any, request: Any, user: Any, authenticator: Any, **more: Any) -> None:
    noted(request, user, Noted(f"organisation.remove_{authenticator.type}"))


def on_codes_renewed(sender: Any, request: Any, user: Any, **more: Any) -> None:
    noted(request, user, Noted.CODES_RENEWED)


def on_email_confirmed(sender: Any, request: Any, email_address: Any, **more: Any) -> None:
    noted(request, email_address.user, Noted.EMAIL_CONFIRMED)


def on_agency_linked(sender: Any, request: Any, sociallogin: Any, **more: Any) -> None:
    noted(request, cast(User, sociallogin.user), Noted.AGENCY_LINKED)


def listen() -> None:
    authenticator_added.connect(on_factor_added)
    authenticator_removed.connect(on_factor_removed)
    authenticator_reset.connect(on_codes_renewed)
    email_confirmed.connect(on_email_confirmed)
    social_account_added.connect(on_agency_linked)
