"""Get through a guard first: it fetches what the page is about, or answers 404 to whoever may not see it."""

from collections.abc import Iterable

from django.http import Http404

from nennep.organisation import access
from nennep.organisation.looks import record_look
from nennep.organisation.models import Membership, Person, Unit
from nennep.organisation.requests import Request


def seen_unit(request: Request, code: str) -> Unit:
    """The unit, for those who belong to it or hold office in it today."""
    unit = Unit.objects.select_related("parent").filter(code=code).first()
    if unit is None or not sees(request, unit):
        raise Http404
    return unit


def counted_unit(request: Request, code: str) -> Unit:
    """The unit, for those who may see its figures: its own people, and whoever answers for a level above it."""
    unit = Unit.objects.select_related("parent").filter(code=code).first()
    if unit is None or not (sees(request, unit) or oversees(request, unit)):
        raise Http404
    return unit


def sees(request: Request, unit: Unit) -> bool:
    """Whether the unit's pages, with the names on them, are open: to its people, its officers, those who meet with it for a
    time, and the committee of the unit in which it goes on. By card they are open to nobody."""
    person, today = request.here.person, request.here.today
    if person is None or request.here.own_only:
        return False
    if request.here.unit == unit or access.holds_office(person, unit, today):
        return True
    if Membership.objects.on(today).filter(person=person, unit=unit, temporary=True).exists():
        return True
    return unit.ends is not None and any(
        access.sits_on_committee(person, succession.target, today)
        for succession in unit.successors.select_related("target")
    )


def oversees(request: Request, unit: Unit) -> bool:
    """Whether the person answers for a level above the unit: they see its figures, and no names without a grant."""
    person = request.here.person
    return person is not None and not request.here.own_only and bool(access.oversees(person, unit, request.here.today))


def sees_names(request: Request, unit: Unit) -> bool:
    """Whether the names behind the unit's figures are open: to its own people, and above it by a grant."""
    person = request.here.person
    if person is None or request.here.own_only:
        return False
    return sees(request, unit) or access.sees_names_from_above(person, unit, request.here.today)


def keeps(request: Request, may: access.Predicate, unit: Unit) -> bool:
    """Whether the person at the screen may do in the unit what the predicate says; a helper at work does nothing of it."""
    here, person = request.here, request.here.person
    if person is None or here.own_only or here.helping is not None:
        return False
    return may(person, unit, here.today)


def sees_own(request: Request, unit: Unit, person: Person) -> bool:
    """Whether a record about this person may be seen: by whoever sees the unit, and by card by themselves."""
    return sees(request, unit) or (request.here.own_only and request.here.person == person)


def seen_in_confidence(request: Request, unit: Unit) -> None:
    """Answer 404 unless the person may see what is sensitive about others in the unit (domain 7.2)."""
    if not may_see_sensitive(request, unit):
        raise Http404


def may_see_sensitive(request: Request, unit: Unit) -> bool:
    person = request.here.person
    return person is not None and not request.here.own_only and access.sees_sensitive(person, unit, request.here.today)


def note_look(request: Request, what: str, people: Iterable[int], unit: Unit) -> None:
    """Write down what the person is about to read about others; whoever is not signed in reads nothing."""
    if request.here.person is not None and request.method == "GET":
        record_look(what, people, unit=unit, by=request.here.person, at=request.now)


def signed_in(request: Request) -> Person:
    """The person at the screen; 404 for an account without one."""
    if request.here.person is None:
        raise Http404
    return request.here.person
