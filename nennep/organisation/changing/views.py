"""Get the subject through a guard, show the form, do the verb, go back to the subject's page."""

from django.contrib import messages
from django.core.exceptions import ValidationError
from django.db import transaction
from django.http import Http404, HttpResponse, QueryDict
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.views.decorators.http import require_http_methods

from nennep.organisation import access, guards
from nennep.organisation.changing.deeds import Deed
from nennep.organisation.changing.people import DEEDS, Add
from nennep.organisation.changing.units import OWN, REORGANISING
from nennep.organisation.models import Person, Unit
from nennep.organisation.queries import last_unit_of
from nennep.organisation.requests import Request


@require_http_methods(["GET", "POST"])
def change_person(request: Request, pk: int, deed: str) -> HttpResponse:
    person = get_object_or_404(Person.objects.select_related("home"), pk=pk)
    unit = last_unit_of(person, request.here.today)
    if deed not in DEEDS or not guards.keeps(request, access.is_secretary, unit):
        raise Http404
    form = DEEDS[deed](person, sent(request), by=guards.signed_in(request), at=request.now)
    return done(request, form, unit, reverse("organisation:person", args=[pk]))


@require_http_methods(["GET", "POST"])
def add_person(request: Request, code: str) -> HttpResponse:
    unit = guards.seen_unit(request, code)
    if not guards.keeps(request, access.is_secretary, unit):
        raise Http404
    form = Add(unit, sent(request), by=guards.signed_in(request), at=request.now)
    return done(request, form, unit, reverse("organisation:people", args=[code]))


@require_http_methods(["GET", "POST"])
def change_unit(request: Request, code: str, deed: str) -> HttpResponse:
    unit = get_object_or_404(Unit.objects.select_related("parent"), code=code)
    if deed in REORGANISING:
        kind, may = REORGANISING[deed], access.may_reorganise
    elif deed in OWN:
        kind, may = OWN[deed], access.is_secretary
    else:
        raise Http404
    if not guards.keeps(request, may, unit):
        raise Http404
    form = kind(unit, sent(request), by=guards.signed_in(request), at=request.now)
    return done(request, form, unit, reverse("organisation:unit", args=[code]))


def sent(request: Request) -> QueryDict | None:
    """What was filled in; None where the form is only asked for."""
    return request.POST if request.method == "POST" else None


def done(
    request: Request, form: Deed, unit: Unit, back: str, template: str = "organisation/change.html"
) -> HttpResponse:
    """Led back when the verb was done; otherwise the form as it was filled in, with what has to be mended."""
    if request.method == "POST" and form.is_valid():
        try:
            with transaction.atomic():  # of a deed that takes several acts, all or none
                told = form.act()
            messages.success(request, told)
            return redirect(back)
        except ValidationError as refusal:
            add_refusal(form, refusal)
    context = {"form": form, "unit": unit, "back": back}
    return render(request, template, context, status=422 if form.is_bound else 200)


def add_refusal(form: Deed, refusal: ValidationError) -> None:
    """What the verb refused, at its field where the form has it, else above all fields."""
    if not hasattr(refusal, "error_dict"):
        form.add_error(None, refusal)
        return
    for name, errors in refusal.error_dict.items():
        form.add_error(name if name in form.fields else None, errors)
