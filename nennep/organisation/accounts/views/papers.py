"""What a secretary prints: invitation sheets and cards. A code is on the answer's page once, and nowhere else."""

from dataclasses import dataclass

from allauth.mfa.models import Authenticator
from django.conf import settings
from django.contrib import messages
from django.core.exceptions import ValidationError
from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.safestring import SafeString
from django.views.decorators.cache import never_cache
from django.views.decorators.debug import sensitive_post_parameters
from django.views.decorators.http import require_POST

from nennep.organisation import access, guards
from nennep.organisation.accounts import queries
from nennep.organisation.accounts.actions.cards import issue_card, withdraw_card
from nennep.organisation.accounts.actions.invitations import invite, withdraw_invitation
from nennep.organisation.accounts.codes import grouped
from nennep.organisation.accounts.forms import InviteForm, IssueCardForm
from nennep.organisation.accounts.models import Card, Invitation
from nennep.organisation.accounts.sessions import by_card_too
from nennep.organisation.models import Person, Unit, User
from nennep.organisation.queries import unit_of
from nennep.organisation.requests import Request
from nennep.web.qr import qr


@dataclass(frozen=True)
class Printed:
    """A sheet or a card as it is printed: to photograph, and to type."""

    person: Person
    unit: Unit
    address: str
    picture: SafeString
    code: str
    paper: Invitation | Card
    account: User | None = None
    pin: str = ""


def printed(request: Request, paper: Invitation | Card, unit: Unit, code: str, pin: str = "") -> Printed:
    page, opens = ("card", "open-card") if isinstance(paper, Card) else ("accept-invitation", "open-invitation")
    picture = qr(absolute(request, reverse(f"organisation:{opens}", args=[code])))
    typed_at = absolute(request, reverse(f"organisation:{page}"))
    account = User.objects.filter(person=paper.person).first()
    return Printed(paper.person, unit, typed_at, picture, grouped(code), paper, account, pin)


def absolute(request: Request, path: str) -> str:
    """As people reach this installation from outside, where somebody has said how."""
    return f"{settings.DATA.address}{path}" if settings.DATA.address else request.build_absolute_uri(path)


def headed_unit(request: Request, code: str) -> Unit:
    unit = guards.seen_unit(request, code)
    if not guards.keeps(request, access.is_secretary, unit):
        raise Http404
    return unit


def vouched_for(request: Request, pk: int) -> tuple[Person, Unit]:
    """Somebody who stands today in the unit of the secretary at the screen."""
    person = get_object_or_404(Person, pk=pk)
    unit = unit_of(person, request.here.today)
    if unit is None:
        raise Http404
    return person, headed_unit(request, unit.code)


def accounts(request: Request, code: str) -> HttpResponse:
    """Who of the unit can sign in, and who has a paper that lets them."""
    unit = headed_unit(request, code)
    context = {
        "unit": unit,
        "standings": queries.accounts_in(unit, request.now),
        "lacking": len(queries.without_account(unit, request.now)),
    }
    return render(request, "organisation/accounts/unit.html", context)


@require_POST
@never_cache
def invite_all(request: Request, code: str) -> HttpResponse:
    """A sheet for everybody who cannot sign in yet, as one print."""
    unit, by, at = headed_unit(request, code), guards.signed_in(request), request.now
    made = [invite(person, by=by, at=at) for person in queries.without_account(unit, at)]
    sheets = [printed(request, sheet, unit, secret) for sheet, secret in made]
    return render(request, "organisation/accounts/sheets.html", {"sheets": sheets, "unit": unit})


@never_cache
def invite_one(request: Request, pk: int) -> HttpResponse:
    """A sheet for one person: a first account, or a new password."""
    person, unit = vouched_for(request, pk)
    form = InviteForm(request.POST if request.method == "POST" else None)
    if form.is_valid():
        clears = form.cleaned_data["clears_factors"]
        sheet, code = invite(person, by=guards.signed_in(request), at=request.now, clears_factors=clears)
        sheets = [printed(request, sheet, unit, code)]
        return render(request, "organisation/accounts/sheets.html", {"sheets": sheets, "unit": unit})
    account = User.objects.filter(person=person).first()
    context = {
        "unit": unit,
        "person": person,
        "form": form,
        "account": account,
        "has_factors": Authenticator.objects.filter(user=account).exists(),
        "waiting": Invitation.objects.open_at(request.now).filter(person=person).first(),
    }
    return render(request, "organisation/accounts/invite.html", context)


@require_POST
def take_back(request: Request, pk: int) -> HttpResponse:
    """The sheet that was not used yet opens nothing any more."""
    person, unit = vouched_for(request, pk)
    try:
        withdraw_invitation(person, by=guards.signed_in(request), at=request.now)
    except ValidationError as error:
        messages.error(request, " ".join(error.messages))
    return redirect("organisation:accounts", unit.code)


@never_cache
@sensitive_post_parameters()
def card(request: Request, pk: int) -> HttpResponse:
    """A card for one person; the owner types the PIN, or a slip with one is printed."""
    person, unit = vouched_for(request, pk)
    form = IssueCardForm(request.POST if request.method == "POST" else None)
    if form.is_valid():
        try:
            made, code, pin = issue_card(
                person, by=guards.signed_in(request), at=request.now, pin=form.cleaned_data["pin"]
            )
        except ValidationError as error:
            form.add_error("pin", error)
        else:
            context = {"card": printed(request, made, unit, code, pin), "unit": unit}
            return render(request, "organisation/accounts/card_sheet.html", context)
    context = {"unit": unit, "person": person, "form": form, "valid": queries.card_of(person)}
    return render(request, "organisation/accounts/issue_card.html", context)


@by_card_too
@require_POST
def take_card_back(request: Request, pk: int) -> HttpResponse:
    """A lost card: its owner makes it void, or the secretary."""
    own = request.here.person is not None and request.here.person.pk == pk
    person, unit = (guards.signed_in(request), None) if own else vouched_for(request, pk)
    try:
        withdraw_card(
            get_object_or_404(Card, person=person, withdrawn_at=None), by=guards.signed_in(request), at=request.now
        )
    except ValidationError as error:
        messages.error(request, " ".join(error.messages))
    return redirect("organisation:accounts", unit.code) if unit else redirect("organisation:account")
