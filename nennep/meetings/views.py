"""The meetings of a year, and one meeting with everything its minutes hold."""

from typing import Any

from django.db.models import Count
from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.urls import reverse

from nennep.documents.citations.annotate import linked
from nennep.meetings.models import LevelDecision, Meeting, MeetingKind, PlannedMeeting
from nennep.meetings.papers.page import page_of
from nennep.meetings.papers.shown import Shown
from nennep.meetings.papers.views import NAMES
from nennep.meetings.queries import THEME_RULE
from nennep.meetings.year import lines_of, months, wanting_thematic, years_of
from nennep.organisation import access, guards
from nennep.organisation.models import Unit
from nennep.organisation.periods import Period
from nennep.organisation.requests import Request
from nennep.rulebook.rules import rulebook_of


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
        "to_seal": signed_on_paper(unit) if guards.keeps(request, access.keeps_the_books, unit) else 0,
    }
    return render(request, "meetings/year.html", context)


def signed_on_paper(unit: Unit) -> int:
    """How many minutes were signed according to their register and are not sealed."""
    signed = Meeting.objects.of(unit).filter(minutes_signed_on__isnull=False)
    return signed.annotate(signers=Count("signatures")).filter(signers__lt=2).count()


def meeting(request: Request, pk: int) -> HttpResponse:
    """One meeting as its minutes say it: from the seal once they are sealed, so that nothing renamed later shows on them."""
    found = get_object_or_404(Meeting.objects.select_related("unit__parent", "chair", "minutes_secretary"), pk=pk)
    if not guards.sees(request, found.unit):
        raise Http404
    shown, code = page_of(found)
    keeps = guards.keeps(request, access.keeps_the_books, found.unit)
    signed = set(found.signatures.values_list("person", flat=True))
    person, conference = request.here.person, found.kind == MeetingKind.CONFERENCE
    context = {
        "meeting": found,
        "shown": with_links(shown, found),
        "theme_on_agenda": any(item["theme"] for item in shown["items"]),
        "code": code,
        "sealed": code is not None,
        "addenda": found.addenda.select_related("written_by", "signed_by").order_by("pk"),
        "decisions": found.decisions.select_related("task__owner").order_by("pk"),
        "papers": [(key, name) for key, name in NAMES.items() if key != "tu-cham" or shown["score"]],
        "decided": LevelDecision.objects.filter(meeting=found).first(),
        "today": request.here.today,
        "keeps": keeps,
        "takes_up": conference and guards.keeps(request, access.sits_on_committee, found.unit),
        "signs": person is not None and signs(request, found) and person.pk not in signed,
        "signs_addenda": guards.keeps(request, access.is_secretary, found.unit) or person == found.chair,
    }
    return render(request, "meetings/meeting.html", context)


def signs(request: Request, meeting: Meeting) -> bool:
    """Whether the person at the screen wrote or chaired this meeting, and is here as themselves."""
    person = request.here.person
    own = person is not None and request.here.helping is None and not request.here.own_only
    return own and person in (meeting.chair, meeting.minutes_secretary)


def with_links(shown: Shown, meeting: Meeting) -> Shown:
    """The same with every document that is named in what was said leading to its card."""
    places: list[tuple[Any, Any]] = [(shown, "conclusion")]
    parts = shown["theme"]["parts"] if shown["theme"] else []
    for said in [*shown["items"], shown["loose"], *parts]:
        places += [(said[name], number) for name in ("notes", "conclusions") for number in range(len(said[name]))]
        places += [(opinion, "gist") for opinion in said["opinions"]]
    texts = linked([holder[key] for holder, key in places], meeting.unit, meeting.held_on)
    for (holder, key), text in zip(places, texts, strict=True):
        holder[key] = text
    return shown
