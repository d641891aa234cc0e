"""Roll call by one's own phone: a code on the screen or the wall leads to a page with one button."""

from django.contrib import messages
from django.core.exceptions import ValidationError
from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from nennep.meetings.live.actions import check_in
from nennep.meetings.live.views import written_preparation
from nennep.meetings.models import Preparation
from nennep.organisation import guards
from nennep.organisation.accounts.sessions import by_card_too
from nennep.organisation.models import MEMBERS, Membership
from nennep.organisation.requests import Request
from nennep.web.qr import qr


@by_card_too
@require_http_methods(["GET", "POST"])
def here(request: Request, pk: int) -> HttpResponse:
    """ "Tôi có mặt": for whoever meets here that day, as themselves."""
    preparation = get_object_or_404(Preparation.objects.select_related("planned__unit"), planned=pk)
    person, unit = guards.signed_in(request), preparation.unit
    expected = Membership.objects.attending(unit, preparation.planned.planned_on).filter(
        person=person, standing__in=MEMBERS
    )
    if request.here.helping is not None or not expected.exists():
        raise Http404
    if request.method == "POST":
        try:
            status = check_in(preparation, by=person, at=request.now)
        except ValidationError as refusal:
            messages.error(request, refusal.messages[0])
        else:
            messages.success(request, _("Sổ điểm danh ghi bạn: %(status)s.") % {"status": status.label})
        return redirect("meetings:here", pk=pk)
    context = {"preparation": preparation, "planned": preparation.planned}
    return render(request, "meetings/live/here.html", context)


def wall(request: Request, pk: int) -> HttpResponse:
    """The code to be shown on the wall or printed, for whoever writes the minutes."""
    preparation = written_preparation(request, pk)
    address = request.build_absolute_uri(reverse("meetings:here", args=[pk]))
    context = {"preparation": preparation, "planned": preparation.planned, "address": address, "code": qr(address)}
    return render(request, "meetings/live/wall.html", context)
