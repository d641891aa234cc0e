"""Ratings of a year: figures for all, names for those who may see them, one's own for oneself."""

from django.http import HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _

from nennep.organisation import guards
from nennep.organisation.requests import Request
from nennep.review.models import Rating


def year(request: Request, code: str, year: int) -> HttpResponse:
    unit = guards.seen_unit(request, code)
    every = Rating.objects.of(unit)
    years = every.order_by("year").values_list("year", flat=True).distinct()
    this_year = every.filter(year=year).select_related("person")
    in_confidence = guards.may_see_sensitive(request, unit)
    if in_confidence:
        rated = this_year.values_list("person", flat=True)
        guards.note_look(request, _("xếp loại năm %(year)d") % {"year": year}, rated, unit)
    context = {
        "unit": unit,
        "year": year,
        "years": [{"year": y, "url": reverse("review:year", args=[code, y])} for y in years],
        "ratings": this_year if in_confidence else this_year.filter(person=request.here.person),
        "in_confidence": in_confidence,
        "rated": this_year.rated().count(),
        "well": this_year.well_or_better().count(),
    }
    return render(request, "review/year.html", context)
