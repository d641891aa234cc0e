"""A named helper enters for somebody what stands on their paper. Every page says for whom; the ledger says both."""

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from nennep.organisation import access, guards
from nennep.organisation.models import Person
from nennep.organisation.queries import on_the_list
from nennep.organisation.requests import HELPING, Request


def choose(request: Request) -> HttpResponse:
    """For whom: everybody on the helper's own list, one button each."""
    helper, unit = guards.signed_in(request), request.here.unit
    if unit is None or request.here.own_only or not access.helps(helper, unit, request.here.today):
        raise Http404
    if request.method == "POST":
        return begin(request, helper)
    people = on_the_list(unit, request.here.today).exclude(person=helper)
    return render(request, "organisation/helping.html", {"unit": unit, "people": people})


def begin(request: Request, helper: Person) -> HttpResponse:
    people = on_the_list(request.here.unit, request.here.today).exclude(person=helper) if request.here.unit else None
    if people is None:
        raise Http404
    person = get_object_or_404(people, person=request.POST.get("person") or 0).person
    request.session[HELPING] = person.pk
    messages.info(request, _("Từ đây bạn nhập hộ %(who)s, cho đến khi bấm “Thôi nhập hộ”.") % {"who": person})
    return redirect("desk:today")


@require_POST
def stop(request: Request) -> HttpResponse:
    """Back to entering for oneself."""
    guards.signed_in(request)
    request.session.pop(HELPING, None)
    return redirect("desk:today")
