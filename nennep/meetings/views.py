"""The meetings of a year, and one meeting with everything its minutes hold."""

from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.urls import reverse

from nennep.documents.citations.annotate import linked
from nennep.meetings.models import COUNTED, PRESENT, Meeting, PlannedMeeting
from nennep.meetings.papers.views import NAMES
from nennep.meetings.queries import THEME_RULE
from nennep.meetings.year import lines_of, months, wanting_thematic, years_of
from nennep.organisation import access, guards
from nennep.organisation.periods import Period
from nennep.organisation.requests import Request
from nennep.rulebook.rules import rule, rulebook_of


def year(request: Request, code: str, year: int) -> HttpResponse:
    """What was planned for a year beside what was held."""
    unit = guards.seen_unit(request, code)
    if not 1930 <= year <= 9998:
        raise Http404
    today, period, book = request.here.today, Period.year(year), rulebook_of(unit)
    planned = PlannedMeeting.objects.of(unit).within(period)
    held = Meeting.objects.of(unit).within(period).with_theme_minutes().with_attendance()
    lines = lines_of(planned, held.select_related("chair"))
    least = book.held(THEME_RULE, period.ends)
    context = {
        "unit": unit,
        "year": year,
        "years": [{"year": y, "url": reverse("meetings:year", args=[code, y])} for y in years_of(unit, year)],
        "months": months(lines, today),
        "plans": any(line.planned for line in lines),
        "least": int(least.number) if least else None,
        "wanting": wanting_thematic(lines, year, book, today),
        "leads": guards.keeps(request, access.sits_on_committee, unit),
        "secretary": guards.keeps(request, access.is_secretary, unit),
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
