"""The live screen of whoever writes the minutes, and what it sends."""

import json
import uuid
from datetime import datetime
from typing import Any

from django.contrib import messages
from django.contrib.auth.decorators import login_not_required
from django.core.exceptions import BadRequest
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseNotAllowed, JsonResponse
from django.middleware.csrf import get_token
from django.shortcuts import get_object_or_404, redirect, render
from django.template.loader import render_to_string
from django.views.decorators.http import require_safe

from nennep.meetings.live.actions import Sent, hand_of, jot
from nennep.meetings.live.forms import (
    ClockForm,
    ConclusionForm,
    DecisionForm,
    DuesForm,
    GuestsForm,
    JottingForm,
    NoteForm,
    PraiseForm,
    RollForm,
    SpokeForm,
    StepForm,
    VoteForm,
)
from nennep.meetings.live.presence import note_presence, others_at
from nennep.meetings.live.screen import Screen
from nennep.meetings.live.state import State, state_of
from nennep.meetings.models import Preparation
from nennep.meetings.preparing.views import may_write
from nennep.organisation.access import Doer
from nennep.organisation.requests import Request

MOST_AT_ONCE = 200
ON_PAGE: tuple[type[JottingForm], ...] = (
    NoteForm,
    SpokeForm,
    DecisionForm,
    VoteForm,
    PraiseForm,
    ConclusionForm,
    DuesForm,
    GuestsForm,
    RollForm,
    ClockForm,
    StepForm,
)


def written_preparation(request: Request, pk: int) -> Preparation:
    """The meeting, for those who write its minutes."""
    rows = Preparation.objects.select_related("planned__unit__parent", "chair", "minutes_secretary", "meeting")
    preparation = get_object_or_404(rows, planned=pk)
    if not may_write(request, preparation):
        raise Http404
    return preparation


def doer(request: Request) -> Doer:
    if request.here.doer is None:
        raise Http404
    return request.here.doer


def live(request: Request, pk: int) -> HttpResponse:
    preparation = written_preparation(request, pk)
    if preparation.meeting is not None:
        return redirect(preparation.meeting)
    if preparation.opened_at is None:
        return redirect(preparation)
    return page(request, preparation, state_of(preparation.jottings.all()))


def page(
    request: Request, preparation: Preparation, state: State, refused: JottingForm | None = None, status: int = 200
) -> HttpResponse:
    """The whole screen; a form that was refused comes back as it was filled in."""
    screen = Screen(preparation, state, request.now)
    about: dict[str, Any] = {"steps": screen.steps, "roster": screen.roster, "state": state}
    current = screen.current or screen.before_pause
    forms = {}
    for kind in ON_PAGE:
        if refused is not None and refused.kind == kind.kind:
            forms[kind.kind] = refused
            continue
        initial = {"step": current.key if current else ""}
        said = state.said.get(kind.kind, {})
        initial |= {name: said[name] for name in ("text", "paid", "owing") if name in said}
        initial["base"] = said.get("head", "")
        forms[kind.kind] = kind(initial=initial, auto_id=f"{kind.kind}-%s", **about)
    context = {
        "preparation": preparation,
        "planned": preparation.planned,
        "screen": screen,
        "forms": forms,
        "refused": refused,
        "opened": request.GET.get("mo", ""),
        "others": others_at(preparation, than=hand_of(doer(request)), at=request.now),
        "key": uuid.uuid4(),
        "on_paper": preparation.planned.planned_on != request.here.today or request.here.helping is not None,
    }
    return render(request, "meetings/live.html", context, status=status)


def write(request: Request, pk: int) -> HttpResponse:
    """What was written: one thing from a plain form, or everything that a browser kept while the network was gone."""
    preparation = written_preparation(request, pk)
    if request.method != "POST":
        return HttpResponseNotAllowed(["POST"])
    if request.content_type == "application/json":
        return write_many(request, preparation)
    note_presence(preparation, by=hand_of(doer(request)), at=request.now)
    kind = request.POST.get("kind", "")
    fields = {name: value for name, value in request.POST.items() if name not in ("csrfmiddlewaretoken", "kind", "key")}
    sent = Sent(key_of(request.POST.get("key")), kind, {k: str(v) for k, v in fields.items()}, request.now)
    received = jot(preparation, [sent], by=doer(request), at=request.now)
    if not received.refused:
        return redirect("meetings:live", pk=pk)
    known = {form.kind: form for form in ON_PAGE}
    if kind in known and preparation.is_live:
        screen = Screen(preparation, received.state, request.now, received.steps, received.roster)
        form = known[kind](
            request.POST, auto_id=f"{kind}-%s", steps=screen.steps, roster=screen.roster, state=received.state
        )
        if not form.is_valid():
            return page(request, preparation, received.state, form, status=422)
    for told in received.refused[sent.key]:
        messages.error(request, told)
    return redirect("meetings:live", pk=pk)


def write_many(request: Request, preparation: Preparation) -> JsonResponse:
    clock, sent, had = read_sending(request.body)
    received = jot(preparation, sent, by=doer(request), at=request.now, clock=clock)
    found = received.preparation
    answer: dict[str, Any] = {"accepted": received.accepted, "refused": received.refused}
    if found.meeting is not None:
        answer["closed"] = found.meeting.get_absolute_url()
        return JsonResponse(answer)
    screen = Screen(found, received.state, request.now, received.steps, received.roster)
    context = {
        "screen": screen,
        "preparation": found,
        "planned": found.planned,
        "others": note_presence(found, by=hand_of(doer(request)), at=request.now),
        "same": [part for part, version in screen.versions.items() if had.get(part) == str(version)],
        "csrf_token": get_token(request),  # alone: what every page has around it is read for none of these parts
    }
    answer["parts"] = render_to_string("meetings/live/parts.html", context)
    answer["heads"] = {name: said["head"] for name, said in received.state.said.items()}
    return JsonResponse(answer)


def read_sending(body: bytes) -> tuple[datetime, list[Sent], dict[str, Any]]:
    """What the browser's script sends: its clock, what was written, and which version it has of each part.

    Raises BadRequest where it is not that: no person typed this."""
    try:
        said = json.loads(body)
        clock = datetime.fromisoformat(said["clock"])
        sent = [
            Sent(
                key_of(row["key"]),
                str(row["kind"]),
                {str(name): str(value) for name, value in row["fields"].items()},
                datetime.fromisoformat(row["made_at"]),
            )
            for row in said["jottings"][:MOST_AT_ONCE]
        ]
        had = dict(said.get("had", {}))
        _aware = [clock - row.made_at for row in sent]  # a time without a zone cannot be compared, and is refused here
    except (ValueError, KeyError, TypeError, AttributeError) as error:
        raise BadRequest(f"not a sending of jottings: {error}") from error
    if clock.tzinfo is None:
        raise BadRequest("the sender's clock has no zone")
    return clock, sent, had


def key_of(typed: Any) -> str:
    """The jotting's own key; a new one where a form came without."""
    try:
        return str(uuid.UUID(str(typed)))
    except ValueError:
        return str(uuid.uuid4())


@login_not_required
@require_safe
def worker(request: HttpRequest) -> HttpResponse:
    """The script that keeps the live page at hand while the network is gone; it has to come from under the pages it serves."""
    answer = render(request, "meetings/live/worker.js", content_type="text/javascript")
    answer["Cache-Control"] = "no-cache"
    return answer
