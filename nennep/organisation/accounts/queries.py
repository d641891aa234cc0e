"""Reading: how somebody signs in, what was changed about it, and who of a unit has an account or a paper that opens one."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime

from allauth.account.models import EmailAddress
from allauth.mfa.models import Authenticator
from allauth.socialaccount.models import SocialAccount
from allauth.usersessions.models import UserSession
from django.db.models import Q
from django.utils.translation import gettext as _

from nennep.ledger.models import Entry
from nennep.organisation.access import Operator
from nennep.organisation.accounts import devices
from nennep.organisation.accounts.models import Card, Invitation
from nennep.organisation.accounts.words import ACTS
from nennep.organisation.models import Person, Unit, User
from nennep.organisation.queries import roll

HISTORY = 30


@dataclass(frozen=True)
class Factors:
    """The second steps of an account."""

    totp: Authenticator | None
    codes_left: int | None
    keys: list[Authenticator]


@dataclass(frozen=True)
class Session:
    """Where somebody is signed in."""

    pk: int
    device: str
    last_seen: datetime
    here: bool


@dataclass(frozen=True)
class Change:
    """One line of an account's history."""

    at: datetime
    deed: str
    who: str


@dataclass(frozen=True)
class Standing:
    """One person of the unit: the login and the papers they have."""

    person: Person
    user: User | None
    invitation: Invitation | None
    card: Card | None


def email_of(user: User) -> EmailAddress | None:
    """The confirmed address, else the one that waits."""
    return EmailAddress.objects.filter(user=user).order_by("-verified", "-pk").first()


def card_of(person: Person | None) -> Card | None:
    return Card.objects.filter(person=person, withdrawn_at__isnull=True).first() if person else None


def agency_of(user: User) -> SocialAccount | None:
    return SocialAccount.objects.filter(user=user).first()


def factors_of(user: User) -> Factors:
    found = list(Authenticator.objects.filter(user=user).order_by("pk"))
    by_type = {item.type: item for item in found}
    codes = by_type.get(Authenticator.Type.RECOVERY_CODES)
    return Factors(
        totp=by_type.get(Authenticator.Type.TOTP),
        codes_left=len(codes.wrap().get_unused_codes()) if codes else None,
        keys=[item for item in found if item.type == Authenticator.Type.WEBAUTHN],
    )


def sessions_of(user: User, session_key: str | None) -> list[Session]:
    """Sessions that still hold, the last used first; this one is marked."""
    found = sorted(UserSession.objects.purge_and_list(user), key=lambda session: session.last_seen_at, reverse=True)
    return [
        Session(
            pk=session.pk,
            device=devices.in_words(session.user_agent),
            last_seen=session.last_seen_at,
            here=session.session_key == session_key,
        )
        for session in found
    ]


def changes_of(user: User) -> list[Change]:
    """What the ledger says about how this person signs in, newest first: also what a secretary did."""
    about = Q(subject=f"organisation.user:{user.pk}")
    if user.person_id:
        papers = [
            *(f"organisation.invitation:{pk}" for pk in _keys(Invitation.objects.filter(person_id=user.person_id))),
            *(f"organisation.card:{pk}" for pk in _keys(Card.objects.filter(person_id=user.person_id))),
        ]
        about |= Q(subject__in=papers)
    entries = list(Entry.objects.filter(about, act__in=ACTS).order_by("-sequence")[:HISTORY])
    names = names_of({entry.actor for entry in entries})
    return [Change(entry.at, str(ACTS[entry.act]), names.get(entry.actor, "")) for entry in entries]


def _keys(papers: "Iterable[Invitation] | Iterable[Card]") -> list[int]:
    return [paper.pk for paper in papers]


def names_of(references: set[str]) -> dict[str, str]:
    keys = [reference.partition(":")[2] for reference in references if reference.startswith("organisation.person:")]
    people = {person.reference: person.name for person in Person.objects.filter(pk__in=keys)}
    return {Operator().reference: _("người quản trị máy")} | people


def accounts_in(unit: Unit, at: datetime) -> list[Standing]:
    """Everybody on the unit's roll that day, in the order of names. Four queries, however many they are."""
    people = [membership.person for membership in roll(unit, at.date())]
    users = {user.person_id: user for user in User.objects.filter(person__in=people)}
    sheets = {sheet.person_id: sheet for sheet in Invitation.objects.open_at(at).filter(person__in=people)}
    cards = {card.person_id: card for card in Card.objects.filter(person__in=people, withdrawn_at__isnull=True)}
    return [Standing(person, users.get(person.pk), sheets.get(person.pk), cards.get(person.pk)) for person in people]


def without_account(unit: Unit, at: datetime) -> list[Person]:
    """Who cannot sign in with a password yet."""
    return [
        standing.person
        for standing in accounts_in(unit, at)
        if standing.user is None or not standing.user.has_usable_password() and standing.card is None
    ]
