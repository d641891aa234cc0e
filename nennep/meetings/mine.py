"""What the minutes of a year say of the person at the screen, and of nobody else."""

from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.urls import reverse

from nennep.meetings.models import Attendance, Contribution, Decision, Praise
from nennep.meetings.speaking.queries import own_line, view_of
from nennep.organisation import access, guards
from nennep.organisation.accounts.sessions import by_card_too
from nennep.organisation.models import Membership, Unit
from nennep.organisation.periods import Period
from nennep.organisation.requests import Request


@by_card_too
def mine(request: Request, code: str, year: int | None = None) -> HttpResponse:
    """One's own attendance, words, praise and reminders, and tasks of a year's meetings: for everybody who belongs to the unit
    or once did, by card too."""
    unit = get_object_or_404(Unit.objects.select_related("parent"), code=code)
    person, today = guards.signed_in(request), request.here.today
    sees = guards.sees(request, unit)
    if not sees and not Membership.objects.filter(person=person, unit=unit).exists():
        raise Http404
    year = year or today.year
    if not 1930 <= year <= 9998:
        raise Http404
    period, own = Period.year(year), {"person": person}
    attended = Attendance.objects.of(unit).filter(person=person)
    view = view_of(unit)
    shown = view is None or not view.off
    years = {*(day.year for day in attended.dates("meeting__held_on", "year")), year, today.year}
    context = {
        "unit": unit,
        "person": person,
        "year": year,
        "years": [{"year": y, "url": reverse("meetings:mine-of-year", args=[code, y])} for y in sorted(years)],
        "attended": attended.within(period).select_related("meeting"),
        "said": Contribution.objects.of(unit).within(period).filter(**own).select_related("meeting"),
        "praises": Praise.objects.of(unit).within(period).filter(**own).select_related("meeting"),
        "given": Decision.objects.of(unit).within(period).filter(task__owner=person).select_related("meeting", "task"),
        "view": view,
        "line": own_line(person, unit, today) if shown else None,
        "switches": guards.keeps(request, access.sits_on_committee, unit),
        "sees": sees,
        "opens_tasks": sees or request.here.own_only,
        "today": today,
    }
    return render(request, "meetings/mine.html", context)
