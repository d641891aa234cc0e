"""Get through a guard first: it fetches what the page is about, or answers 404 to whoever may not see it."""

from django.http import Http404

from nennep.organisation import access
from nennep.organisation.models import Person, Unit
from nennep.organisation.requests import Request


def seen_unit(request: Request, code: str) -> Unit:
    """The unit, for those who belong to it or hold office in it today."""
    unit = Unit.objects.select_related("parent").filter(code=code).first()
    if unit is None or not sees(request, unit):
        raise Http404
    return unit


def sees(request: Request, unit: Unit) -> bool:
    here = request.here
    if here.person is None or here.own_only:
        return False
    if here.unit == unit:
        return True
    return access.holds_office(here.person, unit, here.today)


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


def signed_in(request: Request) -> Person:
    """The person at the screen; 404 for an account without one."""
    if request.here.person is None:
        raise Http404
    return request.here.person
