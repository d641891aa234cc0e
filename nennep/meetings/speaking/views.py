"""Who has long not spoken, for the secretary and the deputy alone; and the cell's word on whether they are shown it."""

from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.urls import reverse
from django.views.decorators.http import require_http_methods

from nennep.meetings.models import PlannedMeeting
from nennep.meetings.speaking.forms import SwitchSpeaking
from nennep.meetings.speaking.queries import next_prepared, silent, view_of
from nennep.organisation import access, guards
from nennep.organisation.changing.views import done, sent
from nennep.organisation.models import Unit
from nennep.organisation.requests import Request


def speaking(request: Request, code: str) -> HttpResponse:
    unit = get_object_or_404(Unit.objects.select_related("parent"), code=code)
    if not guards.keeps(request, access.is_secretary, unit):
        raise Http404
    view, today = view_of(unit), request.here.today
    shown = view is None or not view.off
    coming = PlannedMeeting.objects.of(unit).regular()
    context = {
        "unit": unit,
        "view": view,
        "shown": shown,
        "silent": silent(unit, today) if shown else (),
        "prepared": next_prepared(unit, today) if shown else None,
        "coming": coming.filter(planned_on__gte=today, preparation__meeting__isnull=True).first() if shown else None,
        "today": today,
    }
    return render(request, "meetings/speaking.html", context)


@require_http_methods(["GET", "POST"])
def switch(request: Request, code: str) -> HttpResponse:
    unit = get_object_or_404(Unit.objects.select_related("parent"), code=code)
    if not guards.keeps(request, access.sits_on_committee, unit):
        raise Http404
    form = SwitchSpeaking(unit, sent(request), by=guards.signed_in(request), at=request.now)
    leads = guards.keeps(request, access.is_secretary, unit)
    back = reverse("meetings:speaking" if leads else "meetings:mine", args=[code])
    return done(request, form, unit, back)
