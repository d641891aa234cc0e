"""The people of a unit, one person."""

from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, render

from nennep.organisation import access, guards
from nennep.organisation.accounts.sessions import by_card_too
from nennep.organisation.models import Person
from nennep.organisation.queries import roll
from nennep.organisation.requests import Request


def people(request: Request, code: str) -> HttpResponse:
    """Everybody on the unit's roll today, with what they hold."""
    unit = guards.seen_unit(request, code)
    members = roll(unit, request.here.today).prefetch_related("person__terms", "person__duties", "person__exemptions")
    keeps_accounts = access.is_secretary(guards.signed_in(request), unit, request.here.today)
    context = {"unit": unit, "members": members, "keeps_accounts": keeps_accounts}
    return render(request, "organisation/people.html", context)


@by_card_too
def person(request: Request, pk: int) -> HttpResponse:
    """One person: standing, offices and duties over time."""
    found = get_object_or_404(Person.objects.select_related("home"), pk=pk)
    if not guards.sees(request, found.home) and found != request.here.person:
        raise Http404
    in_confidence = found == request.here.person or guards.may_see_sensitive(request, found.home)
    context = {
        "person": found,
        "in_confidence": in_confidence,
        "memberships": found.memberships.select_related("unit").order_by("starts"),
        "terms": found.terms.order_by("starts"),
        "duties": found.duties.order_by("starts"),
        "exemptions": found.exemptions.order_by("starts"),
    }
    return render(request, "organisation/person.html", context)


@by_card_too
def me(request: Request) -> HttpResponse:
    """The person at the screen, and the way out."""
    return person(request, guards.signed_in(request).pk)
