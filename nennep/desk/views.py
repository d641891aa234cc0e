"""Hôm nay and Bảng nền nếp."""

from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.views.decorators.http import require_POST

from nennep.desk import today as desk
from nennep.desk.board import board_of
from nennep.desk.board.cells import grid_over
from nennep.desk.board.grid import MONTHS
from nennep.desk.machine import facts_about_the_machine
from nennep.ledger.chain import Verdict, verify
from nennep.organisation import access, guards
from nennep.organisation.accounts.sessions import by_card_too
from nennep.organisation.models import Person, Unit
from nennep.organisation.notices import read_all
from nennep.organisation.requests import Request
from nennep.organisation.todos import todos
from nennep.programme.models import Pledge


@by_card_too
def today(request: Request) -> HttpResponse:
    """What I have to do; the next meeting or the last; the board of the year. By card, one's own things alone."""
    person = request.here.person
    unit = request.here.unit
    if person is None or unit is None:
        keeper = access.keeps_the_machine(request.user)
        return redirect("desk:machine") if keeper else render(request, "desk/nowhere.html", status=403)
    day = request.here.today
    if request.here.own_only or request.here.helping is not None:
        return own_today(request, request.here.helping or person, unit)
    items = todos(person, unit, day)
    waiting = [(item, item.state(day), item.standing(day)) for item in items]
    context = {
        "unit": unit,
        "today": day,
        "title": desk.title_for(items),
        "todos": waiting,
        "notices": person.notices.filter(read_at__isnull=True)[:20],
        "next": desk.next_meeting(unit, day),
        "last": desk.last_meeting(unit, day),
        "board": board_of(unit, desk.year_to_show(unit, day), day),
    }
    return render(request, "desk/today.html", context)


def own_today(request: Request, person: Person, unit: Unit) -> HttpResponse:
    """One person's own things alone: theirs who came by card, or theirs for whom a helper enters."""
    day = request.here.today
    items = todos(person, unit, day, own_only=True)
    context = {
        "unit": unit,
        "today": day,
        "title": desk.title_for(items),
        "todos": [(item, item.state(day), item.standing(day)) for item in items],
        "pledges": Pledge.objects.of(unit).filter(person=person, year__gte=day.year - 1).order_by("-year"),
    }
    return render(request, "desk/own_today.html", context)


@require_POST
def read_notices(request: Request) -> HttpResponse:
    read_all(guards.signed_in(request), at=request.now)
    return redirect("desk:today")


def machine(request: Request) -> HttpResponse:
    """How the machine stands, for whoever keeps it. Nothing of what people wrote, nobody's name."""
    if not access.keeps_the_machine(request.user):
        raise Http404
    return render(request, "desk/machine.html", {"facts": facts_about_the_machine(), "verdict": asked_verdict(request)})


def asked_verdict(request: Request) -> Verdict | None:
    """The chain is recomputed when the keeper asks for it, not at each look."""
    return verify() if request.method == "POST" else None


def board(request: Request, code: str, year: int) -> HttpResponse:
    """The board of any year."""
    unit = guards.seen_unit(request, code)
    if not 1930 <= year <= 9998:
        raise Http404
    shown = board_of(unit, year, request.here.today)
    years = {*range(shown.first_year, request.here.today.year + 1), year}
    context = {
        "unit": unit,
        "board": shown,
        "year": year,
        "years": [{"year": y, "url": reverse("desk:board", args=[code, y])} for y in sorted(years)],
    }
    return render(request, "desk/board_page.html", context)


def cells(request: Request, code: str, year: int) -> HttpResponse:
    """The same year over all cells under a unit, for whoever sees the unit's figures: sums by month, nobody's name."""
    unit = guards.counted_unit(request, code)
    today = request.here.today
    if not 1930 <= year <= today.year:
        raise Http404
    this_month = today.month if today.year == year else 0
    middle = min(max(this_month or 11, 2), 11)
    context = {
        "unit": unit,
        "year": year,
        "before": year - 1,
        "after": year + 1 if year < today.year else None,
        "grid": grid_over(unit, year, today, request.GET.get("viec", "")),
        "months": MONTHS,
        "this_month": this_month,
        "near": range(middle - 1, middle + 2),
    }
    return render(request, "desk/cells.html", context)
