"""Hôm nay and Bảng nền nếp."""

from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse

from nennep.desk import today as desk
from nennep.desk.board import board_of
from nennep.meetings.models import Meeting
from nennep.organisation import guards
from nennep.organisation.accounts.sessions import by_card_too
from nennep.organisation.requests import Request


@by_card_too
def today(request: Request) -> HttpResponse:
    """What I have to do; the next meeting or the last; the board of the year. By card, one's own things alone."""
    person = request.here.person
    unit = request.here.unit
    if person is None or unit is None:
        return redirect("admin:index") if request.user.is_staff else render(request, "desk/nowhere.html", status=403)
    day = request.here.today
    if request.here.own_only:
        own = desk.own_todos(person, unit, day)
        context = {"unit": unit, "today": day, "title": desk.title_for(own), "todos": own}
        return render(request, "desk/own_today.html", context)
    items = desk.todos(person, unit, day)
    context = {
        "unit": unit,
        "today": day,
        "title": desk.title_for(items),
        "todos": items,
        "next": desk.next_meeting(unit, day),
        "last": desk.last_meeting(unit, day),
        "board": board_of(unit, desk.year_to_show(unit, day), day),
    }
    return render(request, "desk/today.html", context)


def board(request: Request, code: str, year: int) -> HttpResponse:
    """The board of any year."""
    unit = guards.seen_unit(request, code)
    years = {day.year for day in Meeting.objects.of(unit).dates("held_on", "year")} | {request.here.today.year}
    context = {
        "unit": unit,
        "board": board_of(unit, year, request.here.today),
        "year": year,
        "years": [{"year": y, "url": reverse("desk:board", args=[code, y])} for y in sorted(years)],
    }
    return render(request, "desk/board_page.html", context)
