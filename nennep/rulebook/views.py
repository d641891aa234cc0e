"""The rules that hold for a unit on a day, compared with another day, and the forms that change them."""

from datetime import date

from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.urls import reverse
from django.views.decorators.http import require_http_methods

from nennep.organisation import access, guards
from nennep.organisation.changing.views import done, sent
from nennep.organisation.models import Unit
from nennep.organisation.requests import Request
from nennep.rulebook.forms import DEEDS
from nennep.rulebook.library import library
from nennep.rulebook.models import PackUse, Permission
from nennep.rulebook.page import lines
from nennep.rulebook.rules import rulebook_of


def rules(request: Request, code: str) -> HttpResponse:
    """Every rule of a day in plain words with its source; with a second day, what changed between the two."""
    unit = guards.counted_unit(request, code)
    on = asked_day(request, "ngay") or request.here.today
    other = asked_day(request, "sanh")
    book = rulebook_of(unit)
    groups = lines(book, on, other)
    only_changed = other is not None and "ca" not in request.GET
    shelf = library()
    leads = guards.keeps(request, access.is_secretary, unit)
    context = {
        "unit": unit,
        "on": on,
        "other": other,
        "groups": [
            (group, shown)
            for group, rows in groups
            if (shown := [line for line in rows if line.changed or not only_changed])
        ],
        "changed": sum(line.changed for _group, rows in groups for line in rows),
        "only_changed": only_changed,
        "questions": [
            (shelf.names[question.key].title, question)
            for question in shelf.questions(book.packs)
            if question.holds_on(on)
        ],
        "permissions": Permission.objects.filter(unit=unit, ends__gte=on, starts__lte=on),
        "packs": [(use, shelf.packs.get(use.pack)) for use in PackUse.objects.on(on).filter(unit=unit)],
        "leads": leads,
        "faults": shelf.faults if leads else (),
    }
    return render(request, "rulebook/rules.html", context)


@require_http_methods(["GET", "POST"])
def change(request: Request, code: str, deed: str) -> HttpResponse:
    """The form for one verb about the unit's rules."""
    unit = get_object_or_404(Unit.objects.select_related("parent"), code=code)
    if deed not in DEEDS or not guards.keeps(request, access.is_secretary, unit):
        raise Http404
    form = DEEDS[deed](unit, sent(request), by=guards.signed_in(request), at=request.now)
    if not form.is_bound and "khoa" in request.GET:
        form.initial["key"] = request.GET["khoa"]
    return done(request, form, unit, reverse("rulebook:rules", args=[code]))


def asked_day(request: Request, name: str) -> date | None:
    """A day in the address; none where it is not named, 404 for one that does not exist."""
    try:
        return date.fromisoformat(request.GET[name]) if request.GET.get(name) else None
    except ValueError as error:
        raise Http404 from error
