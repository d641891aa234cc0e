"""Closing a meeting, scoring it, signing and sealing its minutes."""

from django.contrib import messages
from django.core.exceptions import ValidationError
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from nennep.meetings.closing.actions import close_meeting, still_missing
from nennep.meetings.live.screen import Screen
from nennep.meetings.live.state import state_of
from nennep.meetings.live.views import written_preparation
from nennep.organisation import access, guards
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
