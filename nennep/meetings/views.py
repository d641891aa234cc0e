"""The meetings of a year, and one meeting with everything its minutes hold."""

from datetime import date

from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.urls import reverse

from nennep.documents.citations.annotate import linked
from nennep.meetings.models import COUNTED, PRESENT, Meeting, PlannedMeeting
from nennep.meetings.papers.views import NAMES
from nennep.meetings.queries import THEME_RULE
from nennep.organisation import guards
from nennep.organisation.periods import Period
from nennep.organisation.requests import Request
from nennep.rulebook.rules import rule


def year(request: Request, code: str, year: int) -> HttpResponse:
    """What was planned for a year and what was held."""
    unit = guards.seen_unit(request, code)
    days = Meeting.objects.of(unit).dates("held_on", "year")
    least = rule(THEME_RULE, unit=unit, on=date(year, 12, 31))
    held = Meeting.objects.of(unit).within(Period.year(year)).with_theme_minutes().with_attendance()
    dates_held = {meeting.held_on for meeting in held}
    context = {
        "unit": unit,
        "year": year,
        "years": [{"year": d.year, "url": reverse("meetings:year", args=[code, d.year])} for d in days],
        "meetings": held.select_related("chair"),
        "least": int(least.number) if least else None,
        "coming": [
            planned
            for planned in PlannedMeeting.objects.of(unit).within(Period.year(year))
            if planned.planned_on > request.here.today and planned.planned_on not in dates_held
        ],
    }
    return render(request, "meetings/year.html", context)


def meeting(request: Request, pk: int) -> HttpResponse:
    """One meeting: agenda, real minutes of the theme, roll, contributions, conclusion, decisions."""
    found = get_object_or_404(
        Meeting.objects.select_related("unit", "chair", "minutes_secretary").with_theme_minutes(), pk=pk
    )
    if not guards.sees(request, found.unit):
        raise Http404
    least = rule(THEME_RULE, unit=found.unit, on=found.held_on)
    attendances = list(found.attendances.select_related("person").order_by("person__name_key"))
    contributions = list(found.contributions.select_related("person").order_by("order"))
    texts = [found.conclusion, *(row.gist for row in contributions)]
    said = linked(texts, found.unit, found.held_on)
    context = {
        "meeting": found,
        "conclusion": said[0],
        "theme_minutes": getattr(found, "theme_minutes", None),
        "least": int(least.number) if least else None,
        "rule": least,
        "agenda": found.agenda.order_by("order"),
        "parts": found.theme_parts.order_by("pk"),
        "absent": [row for row in attendances if row.status not in PRESENT],
        "late": [row for row in attendances if row.status == "late"],
        "present": sum(row.status in PRESENT for row in attendances),
        "expected": sum(row.status in COUNTED for row in attendances),
        "contributions": list(zip(contributions, said[1:], strict=True)),
        "decisions": found.decisions.select_related("task__owner").order_by("pk"),
        "papers": NAMES.items(),
        "today": request.here.today,
    }
    return render(request, "meetings/meeting.html", context)
