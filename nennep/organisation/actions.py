"""Verbs about units and people. All are acts of bookkeeping: putting again what is there changes nothing."""

from datetime import datetime
from typing import Any

from django.contrib.auth.password_validation import validate_password
from django.core.exceptions import ValidationError
from django.db.models import Q
from django.utils.translation import gettext as _

from nennep.ledger.acts import Outcome, act, put
from nennep.organisation import access
from nennep.organisation.access import Doer
from nennep.organisation.models import Duty, Exemption, Membership, Person, Term, Unit, User
from nennep.organisation.queries import unit_of
from nennep.vietnamese.names import name_key


def found_unit(unit: Unit, *, by: Doer, at: datetime) -> tuple[Unit, Outcome]:
    """Enter a unit in the tree, which the level above does, or correct its entry, which its own secretary may too."""
    known = Unit.objects.filter(code=unit.code).first()
    access.require(access.is_secretary, by, known or unit.parent or unit, on=at.date())
    return put(unit, key=["code"], act_name="organisation.found_unit", by=by, at=at)


def list_person(person: Person, *, by: Doer, at: datetime) -> tuple[Person, Outcome]:
    """Put somebody on the unit's list of people."""
    access.require(access.keeps_the_books, by, person.home, on=at.date())
    person.name_key = name_order(person.name)
    return put(person, key=["home", "code"], act_name="organisation.list_person", by=by, at=at)


def name_order(name: str) -> str:
    """The sort key of a name as text of digits and a–f only, so that every database orders it alike."""
    return _encoded(name_key(name)[:3])


def _encoded(key: Any) -> str:
    """Nested tuples of ranks as fixed-width text; 0000 ends a tuple, so that the shorter one comes first."""
    if isinstance(key, int):
        return f"{key + 1:04x}"
    return "".join(_encoded(part) for part in key) + "0000"


def join(membership: Membership, *, by: Doer, at: datetime) -> tuple[Membership, Outcome]:
    """A person stands on the roll as something from a day on. Raises ValidationError where two standings overlap."""
    access.require(access.keeps_the_books, by, membership.unit, on=at.date())
    refuse_overlap(membership)
    return put(membership, key=["person", "starts"], act_name="organisation.join", by=by, at=at)


def refuse_overlap(membership: Membership) -> None:
    others = Membership.objects.filter(person=membership.person).exclude(starts=membership.starts)
    overlapping = others.filter(Q(ends__isnull=True) | Q(ends__gte=membership.starts))
    if membership.ends is not None:
        overlapping = overlapping.filter(starts__lte=membership.ends)
    if other := overlapping.first():
        raise ValidationError(
            _("%(who)s đã có tư cách %(standing)s từ ngày %(day)s; hai khoảng thời gian không được chồng nhau.")
            % {"who": membership.person, "standing": other.get_standing_display(), "day": f"{other.starts:%d/%m/%Y}"}
        )


def exempt(exemption: Exemption, *, by: Doer, at: datetime) -> tuple[Exemption, Outcome]:
    """Exempt somebody from work and meetings; who decided it stands beside (domain 1.4)."""
    access.require(access.is_secretary, by, exemption.unit, on=at.date())
    return put(exemption, key=["person", "starts"], act_name="organisation.exempt", by=by, at=at)


def appoint(term: Term, *, by: Doer, at: datetime) -> tuple[Term, Outcome]:
    """Somebody holds an office from a day on."""
    access.require(access.is_secretary, by, term.unit, on=at.date())
    return put(term, key=["person", "unit", "office", "starts"], act_name="organisation.appoint", by=by, at=at)


def charge(duty: Duty, *, by: Doer, at: datetime) -> tuple[Duty, Outcome]:
    """Give somebody a duty from a day on."""
    access.require(access.is_secretary, by, duty.unit, on=at.date())
    return put(duty, key=["person", "unit", "kind", "starts"], act_name="organisation.charge", by=by, at=at)


def open_account(person: Person, username: str, password: str, *, by: Doer, at: datetime) -> User:
    """Give somebody a login. What it may do follows from the person's offices and duties, day by day.

    Raises ValidationError when the name is taken, the person has a login already, or the password is too weak.
    """
    access.require(access.is_secretary, by, unit_of(person, at.date()) or person.home, on=at.date())
    if User.objects.filter(person=person).exists():
        raise ValidationError(_("%(who)s đã có tài khoản.") % {"who": person})
    user = User(username=username, person=person)
    validate_password(password, user)
    user.set_password(password)
    user.full_clean()
    with act("organisation.open_account", by=by, at=at, on=user, content={"username": username, "person": person.pk}):
        user.save()
    return user
