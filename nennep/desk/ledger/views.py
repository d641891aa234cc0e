"""Sổ cái: who did what to which record, newest first."""

from datetime import date, datetime, time

from django.core.paginator import Paginator
from django.db.models import Q, QuerySet
from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.utils import timezone

from nennep.desk.ledger.lines import entries_about, has_this_cell_alone, lines_of
from nennep.desk.ledger.words import ROOMS
from nennep.ledger.models import Entry
from nennep.organisation import access, guards
from nennep.organisation.accounts.sessions import by_card_too
from nennep.organisation.models import Person, Unit
from nennep.organisation.requests import Request


def ledger(request: Request, code: str) -> HttpResponse:
    """The unit's acts, for the secretary, the deputy and the inspector."""
    unit = guards.seen_unit(request, code)
    if not guards.keeps(request, access.reads_the_ledger, unit):
        raise Http404
    alone = has_this_cell_alone(unit)
    starts, ends = asked_day(request, "tu"), asked_day(request, "den")
    act, who = request.GET.get("viec", ""), asked_person(request, unit)
    found = Entry.objects.order_by("-sequence") if alone else entries_about(unit)
    page = Paginator(narrowed(found, act, who, starts, ends), 50).get_page(request.GET.get("trang"))
    context = {
        "unit": unit,
        "alone": alone,
        "page": page,
        "lines": lines_of(list(page), unit),
        "rooms": [(room, acts.items()) for room, acts in ROOMS],
        "act": act,
        "starts": starts,
        "ends": ends,
        "people": people_of(unit),
        "who": who,
        "narrowed": bool(act or who or starts or ends),
    }
    return render(request, "desk/ledger.html", context)


@by_card_too
def mine(request: Request) -> HttpResponse:
    """What I did, and what a helper entered for me."""
    person = guards.signed_in(request)
    own = Q(actor=person.reference) | Q(on_behalf_of=person.reference)
    page = Paginator(Entry.objects.filter(own).order_by("-sequence"), 50).get_page(request.GET.get("trang"))
    return render(request, "desk/mine.html", {"page": page, "lines": lines_of(list(page), request.here.unit)})


def asked_day(request: Request, name: str) -> date | None:
    """The day in the address, None without one; 404 for days that do not exist or lie outside two centuries."""
    text = request.GET.get(name)
    if not text:
        return None
    try:
        day = date.fromisoformat(text)
    except ValueError as error:
        raise Http404 from error
    if not 1900 <= day.year < 2100:
        raise Http404
    return day


def people_of(unit: Unit) -> QuerySet[Person]:
    """Everybody who was ever on the unit's roll, in the order of names."""
    return Person.objects.filter(memberships__unit=unit).distinct()


def asked_person(request: Request, unit: Unit) -> Person | None:
    """The person in the address, if they are one of the unit's; 404 for anybody else."""
    key = request.GET.get("ai", "")
    if not key:
        return None
    if not key.isdecimal():
        raise Http404
    return get_object_or_404(people_of(unit), pk=int(key))


def narrowed(
    found: QuerySet[Entry], act: str, who: Person | None, starts: date | None, ends: date | None
) -> QuerySet[Entry]:
    """Only that act with its corrections, only what that person did or had entered for them, only from, until that day."""
    if who:
        found = found.filter(Q(actor=who.reference) | Q(on_behalf_of=who.reference))
    if act:
        found = found.filter(act__in=[act, f"{act}.correct"])
    if starts:
        found = found.filter(at__gte=timezone.make_aware(datetime.combine(starts, time.min)))
    if ends:
        found = found.filter(at__lte=timezone.make_aware(datetime.combine(ends, time.max)))
    return found
