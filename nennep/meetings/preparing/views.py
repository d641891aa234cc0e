"""The pages of the year's plan and of one meeting to be."""

from datetime import datetime, timedelta
from typing import Any

from django.conf import settings
from django.contrib import messages
from django.core.exceptions import ValidationError
from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.views.decorators.http import require_http_methods
from icalendar import Calendar, Event

from nennep.meetings.live.actions import writes
from nennep.meetings.live.steps import steps_of
from nennep.meetings.models import Meeting, MeetingKind, PlannedMeeting, Preparation
from nennep.meetings.preparing.actions import set_agenda
from nennep.meetings.preparing.agenda import AgendaLine, budget, decisions_due
from nennep.meetings.preparing.forms import NEED_PREPARATION, OF_BOOKS, OF_COMMITTEE, AgendaForm, PlanMeeting
from nennep.meetings.queries import committee_before
from nennep.organisation import access, guards
from nennep.organisation.changing.views import done, sent
from nennep.organisation.models import MEMBERS, Membership, Unit
from nennep.organisation.queries import on_the_list
from nennep.organisation.requests import Request
from nennep.rulebook.rules import rule, rules_in_force

PAPERS_AHEAD = "meeting.papers_ahead_days"


def seen_planned(request: Request, pk: int) -> PlannedMeeting:
    """A line of the plan, for those who see the unit's pages."""
    planned = get_object_or_404(PlannedMeeting.objects.select_related("unit__parent", "added_by"), pk=pk)
    if not guards.sees(request, planned.unit):
        raise Http404
    return planned


def preparation_of(planned: PlannedMeeting) -> Preparation | None:
    rows = Preparation.objects.select_related("chair", "minutes_secretary", "planned__unit", "draft", "meeting")
    return rows.filter(planned=planned).first()


def may_write(request: Request, preparation: Preparation) -> bool:
    """Whether the person at the screen writes this meeting's minutes, or helps the one who does."""
    doer = request.here.doer
    if isinstance(doer, access.Helping):
        return doer.person == preparation.minutes_secretary
    return guards.keeps(request, lambda who, unit, on: writes(who, unit, on, preparation), preparation.planned.unit)


@require_http_methods(["GET", "POST"])
def plan(request: Request, code: str) -> HttpResponse:
    unit = get_object_or_404(Unit.objects.select_related("parent"), code=code)
    if not guards.keeps(request, access.sits_on_committee, unit):
        raise Http404
    form = PlanMeeting(unit, sent(request), by=guards.signed_in(request), at=request.now)
    answer = done(request, form, unit, reverse("meetings:year", args=[code, request.here.today.year]))
    return redirect("meetings:prepare", pk=form.planned.pk) if form.planned is not None else answer


def prepare(request: Request, pk: int) -> HttpResponse:
    """What is ready for one meeting and what is not: people, agenda with its budget, papers, notice, questions."""
    planned = seen_planned(request, pk)
    preparation = preparation_of(planned)
    if preparation is not None and preparation.meeting is not None:
        return redirect(preparation.meeting)
    held = Meeting.objects.of(planned.unit).filter(kind=planned.kind, held_on=planned.planned_on).first()
    if preparation is None and held is not None:
        return redirect(held)
    ahead = rule(PAPERS_AHEAD, unit=planned.unit, on=planned.planned_on)
    items = list(preparation.items.select_related("presenter").order_by("order")) if preparation else []
    lines = [AgendaLine(item.title, item.minutes, item.is_theme) for item in items]
    leads = guards.keeps(request, access.sits_on_committee, planned.unit)
    mine = request.here.person
    questions = preparation.questions.select_related("person") if preparation else []
    context = {
        "planned": planned,
        "preparation": preparation,
        "items": items,
        "budget": budget(preparation.minutes, lines) if preparation else None,
        "papers": preparation.papers.all() if preparation else [],
        "ahead": ahead,
        "papers_by": planned.planned_on - timedelta(days=int(ahead.number)) if ahead else None,
        **guidance(planned),
        "committee_met": committee_before(planned.unit, planned.kind, planned.planned_on),
        "due": decisions_due(planned.unit, planned.planned_on),
        "questions": [row for row in questions if leads or row.person == mine],
        "leads": leads,
        "keeps": guards.keeps(request, access.keeps_the_books, planned.unit),
        "writes": preparation is not None and may_write(request, preparation),
        "people": Membership.objects.attending(planned.unit, planned.planned_on).count(),
    }
    return render(request, "meetings/prepare.html", context)


def guidance(planned: PlannedMeeting) -> dict[str, Any]:
    """The steps of a regular meeting and the focus of the cell's kind, as the rules of the day say them (rules meeting.steps,
    meeting.focus: a table of lines by kind of cell)."""
    if planned.kind != MeetingKind.REGULAR:
        return {}
    rules = rules_in_force(planned.unit, planned.planned_on)
    steps, focus = rules.get("meeting.steps"), rules.get("meeting.focus")
    state = planned.unit.on(planned.planned_on) or planned.unit
    lines = focus.value.get(state.cell_kind) if focus is not None and isinstance(focus.value, dict) else None
    return {"steps": steps, "focus": lines, "focus_source": focus, "cell_kind": state.get_cell_kind_display()}


@require_http_methods(["GET", "POST"])
def change(request: Request, pk: int, deed: str) -> HttpResponse:
    planned = get_object_or_404(PlannedMeeting.objects.select_related("unit__parent"), pk=pk)
    preparation = preparation_of(planned)
    opens = deed == "mo" and preparation is not None and may_write(request, preparation)
    may = access.sits_on_committee if deed in OF_COMMITTEE else access.keeps_the_books
    known = deed in OF_COMMITTEE or deed in OF_BOOKS
    if not known or not (opens or guards.keeps(request, may, planned.unit)):
        raise Http404
    if deed in NEED_PREPARATION and preparation is None:
        raise Http404
    kind = {**OF_COMMITTEE, **OF_BOOKS}[deed]
    by: Any = (
        request.here.doer if opens else guards.signed_in(request)
    )  # a helper opens it for whoever writes the minutes
    form = kind(planned, sent(request), by=by, at=request.now)
    back = reverse("meetings:prepare", args=[planned.pk])
    if deed == "bo":
        back = reverse("meetings:year", args=[planned.unit.code, planned.month.year])
    elif deed == "mo":
        back = reverse("meetings:live", args=[planned.pk])
    answer = done(request, form, planned.unit, back)
    return redirect(form.made) if form.made is not None else answer


@require_http_methods(["GET", "POST"])
def agenda(request: Request, pk: int) -> HttpResponse:
    """The agenda line by line, with its budget."""
    planned = get_object_or_404(PlannedMeeting.objects.select_related("unit__parent"), pk=pk)
    preparation = preparation_of(planned)
    if preparation is None or not guards.keeps(request, access.keeps_the_books, planned.unit):
        raise Http404
    items = preparation.items.order_by("order")
    lines = [AgendaLine(item.title, item.minutes, item.is_theme, item.presenter_id) for item in items]
    people = [row.person for row in on_the_list(planned.unit, planned.planned_on)]
    form = AgendaForm(lines, people, sent(request))
    if request.method == "POST" and form.is_valid():
        try:
            set_agenda(preparation, form.lines(), by=guards.signed_in(request), at=request.now)
        except ValidationError as refusal:
            form.add_error(None, refusal)
        else:
            messages.success(request, str(budget(preparation.minutes, form.lines())))
            return redirect("meetings:prepare", pk=pk)
    context = {"form": form, "preparation": preparation, "budget": budget(preparation.minutes, lines)}
    return render(request, "meetings/agenda.html", context, status=422 if form.is_bound else 200)


def calendar_file(request: Request, pk: int) -> HttpResponse:
    """The meeting for the calendar on one's own phone."""
    planned = seen_planned(request, pk)
    preparation = preparation_of(planned)
    if preparation is None:
        raise Http404
    starts = datetime.combine(planned.planned_on, preparation.starts_at, tzinfo=request.now.tzinfo)
    event = Event()
    event.add("uid", f"meeting-{planned.pk}@nennep")
    event.add("dtstamp", request.now)
    event.add("dtstart", starts)
    event.add("dtend", starts + timedelta(minutes=preparation.minutes))
    event.add("summary", preparation.title)
    event.add("location", preparation.place)
    event.add("url", f"{settings.ADDRESS}{preparation.get_absolute_url()}")
    calendar = Calendar()
    calendar.add("prodid", "-//Nen Nep//nennep//VI")
    calendar.add("version", "2.0")
    calendar.add_component(event)
    answer = HttpResponse(calendar.to_ical(), content_type="text/calendar; charset=utf-8")
    answer["Content-Disposition"] = f'attachment; filename="hop-{planned.planned_on:%Y-%m-%d}.ics"'
    return answer


def running_sheet(request: Request, pk: int) -> HttpResponse:
    """The same screen on paper: roll, agenda with room for the clock, opinions, decisions; entered later."""
    planned = seen_planned(request, pk)
    preparation = preparation_of(planned)
    if preparation is None:
        raise Http404
    context = {
        "planned": planned,
        "preparation": preparation,
        "steps": steps_of(preparation),
        "people": on_the_list(planned.unit, planned.planned_on).filter(standing__in=MEMBERS),
    }
    return render(request, "meetings/running_sheet.html", context)
