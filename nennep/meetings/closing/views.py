"""Closing a meeting, scoring it, signing and sealing its minutes."""

from django.contrib import messages
from django.contrib.auth.decorators import login_not_required
from django.core.exceptions import ValidationError
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from nennep.ledger.seals import by_code
from nennep.meetings.closing.actions.close import close_meeting, still_missing
from nennep.meetings.closing.forms import (
    NEED_A_SHEET,
    OF_CONFERENCE,
    OF_MEETING,
    SealPaperYears,
    SignAddendum,
    TakeUpAsGoals,
)
from nennep.meetings.live.screen import Screen
from nennep.meetings.live.state import state_of
from nennep.meetings.live.views import written_preparation
from nennep.meetings.models import Addendum, Meeting, MeetingKind, ResolutionDraft
from nennep.meetings.views import signs
from nennep.organisation import access, guards
from nennep.organisation.changing.views import done, sent
from nennep.organisation.models import Unit
from nennep.organisation.requests import Request


@require_http_methods(["GET", "POST"])
def close(request: Request, pk: int) -> HttpResponse:
    """What the record will hold, what is still missing, and the button that ends the meeting."""
    preparation = written_preparation(request, pk)
    if preparation.meeting is not None:
        return redirect(preparation.meeting)
    if preparation.opened_at is None:
        return redirect(preparation)
    closes = guards.keeps(request, access.keeps_the_books, preparation.unit)
    screen = Screen(preparation, state_of(preparation.jottings.all()), request.now)
    refused: list[str] = []
    if request.method == "POST":
        if not closes:
            raise Http404
        try:
            meeting = close_meeting(preparation, by=guards.signed_in(request), at=request.now)
        except ValidationError as refusal:
            refused = refusal.messages
        else:
            messages.success(request, _("Cuộc họp đã vào sổ. Việc giao đã tới từng người."))
            return redirect(meeting)
    context = {
        "preparation": preparation,
        "planned": preparation.planned,
        "screen": screen,
        "missing": list(still_missing(screen)),
        "refused": refused,
        "closes": closes,
    }
    return render(request, "meetings/close.html", context, status=422 if refused else 200)


@require_http_methods(["GET", "POST"])
def after(request: Request, pk: int, deed: str) -> HttpResponse:
    """What is done with a meeting once it is over. Signing is of whoever wrote and whoever chaired, the plan of the year is of
    the committee, the rest of the books."""
    meeting = get_object_or_404(Meeting.objects.select_related("unit__parent", "chair", "minutes_secretary"), pk=pk)
    deeds = {**OF_MEETING, **OF_CONFERENCE} if meeting.kind == MeetingKind.CONFERENCE else OF_MEETING
    if deed not in deeds or (deed in NEED_A_SHEET and not hasattr(meeting, "score")):
        raise Http404
    if deed in OF_CONFERENCE:
        may = guards.keeps(request, access.sits_on_committee, meeting.unit)
    elif deed == "ky":
        may = guards.sees(request, meeting.unit) and signs(request, meeting)
    else:
        may = guards.keeps(request, access.keeps_the_books, meeting.unit)
    if not may:
        raise Http404
    form = deeds[deed](meeting, sent(request), request.FILES or None, by=guards.signed_in(request), at=request.now)
    answer = done(request, form, meeting.unit, meeting.get_absolute_url())
    if deed == "nghi-quyet" and answer.status_code == 302:
        return redirect(ResolutionDraft.objects.get(meeting=meeting).draft)
    if isinstance(form, TakeUpAsGoals) and form.plan is not None:
        return redirect(form.plan)
    return answer


@require_http_methods(["GET", "POST"])
def seal_years(request: Request, code: str) -> HttpResponse:
    unit = get_object_or_404(Unit.objects.select_related("parent"), code=code)
    if not guards.keeps(request, access.keeps_the_books, unit):
        raise Http404
    form = SealPaperYears(unit, sent(request), by=guards.signed_in(request), at=request.now)
    return done(request, form, unit, reverse("meetings:year", args=[code, request.here.today.year]))


@require_http_methods(["GET", "POST"])
def sign_addendum(request: Request, pk: int) -> HttpResponse:
    addendum = get_object_or_404(Addendum.objects.select_related("meeting__unit__parent", "meeting__chair"), pk=pk)
    meeting = addendum.meeting
    chairs = guards.sees(request, meeting.unit) and signs(request, meeting) and request.here.person == meeting.chair
    if not (chairs or guards.keeps(request, access.is_secretary, meeting.unit)):
        raise Http404
    form = SignAddendum(addendum, sent(request), by=guards.signed_in(request), at=request.now)
    return done(request, form, meeting.unit, meeting.get_absolute_url())


@login_not_required
@require_http_methods(["GET"])
def check_code(request: HttpRequest) -> HttpResponse:
    """Whether a printed page is genuine, for whoever holds it: which kind and which day, and nothing else."""
    typed = request.GET.get("ma", "").strip()
    found = by_code(typed) if typed else None
    context = {"typed": typed, "found": found, "kind": _("Biên bản sinh hoạt chi bộ")}
    return render(request, "meetings/check_code.html", context)
