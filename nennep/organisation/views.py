"""The people of a unit, one person, one unit."""

from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.utils.translation import gettext as _

from nennep.organisation import access, guards
from nennep.organisation.accounts.sessions import by_card_too
from nennep.organisation.changing.people import DEEDS
from nennep.organisation.changing.units import OWN, REORGANISING
from nennep.organisation.models import Person, Unit
from nennep.organisation.queries import former_people, last_unit_of, looks_from_outside, on_the_list
from nennep.organisation.requests import Request
from nennep.organisation.timeline import timeline
from nennep.organisation.tree import above


def people(request: Request, code: str) -> HttpResponse:
    """Everybody on the unit's roll today or with it for a time, with what they hold and what keeps them away."""
    unit = guards.seen_unit(request, code)
    keeps = guards.keeps(request, access.is_secretary, unit)
    context = {
        "unit": unit,
        "members": on_the_list(unit, request.here.today),
        "keeps": keeps,
        "former": former_people(unit, request.here.today) if keeps else None,
    }
    return render(request, "organisation/people.html", context)


@by_card_too
def person(request: Request, pk: int) -> HttpResponse:
    """One person over time. Why somebody is exempt is for few, and their look is written down."""
    found = get_object_or_404(Person.objects.select_related("home"), pk=pk)
    unit = last_unit_of(found, request.here.today)
    own = found == request.here.person
    if not own and not guards.sees(request, unit):
        raise Http404
    stretches = timeline(found)
    in_confidence = own or guards.may_see_sensitive(request, unit)
    if in_confidence and any(stretch.ground for stretch in stretches):
        guards.note_look(request, _("lý do miễn, đình chỉ sinh hoạt"), [found.pk], unit)
    context = {
        "person": found,
        "unit": unit,
        "own": own,
        "in_confidence": in_confidence,
        "timeline": stretches,
        "deeds": [(word, deed.title) for word, deed in DEEDS.items()]
        if guards.keeps(request, access.is_secretary, unit)
        else [],
        "looks": found.looks.select_related("viewer", "unit")[:50] if own else None,
    }
    return render(request, "organisation/person.html", context)


@by_card_too
def me(request: Request) -> HttpResponse:
    """The person at the screen, and the way out."""
    return person(request, guards.signed_in(request).pk)


def unit(request: Request, code: str) -> HttpResponse:
    """One unit over time, its place in the tree, and who above it may see what. Above it, no names."""
    found = guards.counted_unit(request, code)
    inside, today = guards.sees(request, found), request.here.today
    deeds = REORGANISING if guards.keeps(request, access.may_reorganise, found) else {}
    own = OWN if guards.keeps(request, access.is_secretary, found) else {}
    context = {
        "unit": found,
        "inside": inside,
        "above": above(found, today),
        "below": Unit.objects.filter(parent=found, ends__isnull=True),
        "states": found.states.select_related("parent"),
        "terms": found.committee_terms.order_by("-starts"),
        "came_from": found.predecessors.select_related("source"),
        "went_to": found.successors.select_related("target"),
        "grants": found.grants.select_related("to") if inside else None,
        "looks": looks_from_outside(found) if inside else None,
        "deeds": [(word, deed.title) for word, deed in [*own.items(), *deeds.items()]] if found.ends is None else [],
        "today": today,
    }
    return render(request, "organisation/unit.html", context)
