"""Service, feedback and discipline of a year as counts; inspections for those who may see them and their subjects."""

from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.urls import reverse
from django.utils.translation import gettext as _

from nennep.organisation import guards
from nennep.organisation.periods import Period
from nennep.organisation.requests import Request
from nennep.oversight.models import DisciplineReturn, FeedbackMonth, Inspection, ServiceMonth


def year(request: Request, code: str, year: int) -> HttpResponse:
    unit = guards.seen_unit(request, code)
    in_confidence = guards.may_see_sensitive(request, unit)
    inspections = Inspection.objects.of(unit).filter(year=year).select_related("subject", "document")
    months = ServiceMonth.objects.of(unit).dates("month", "year")
    period = Period.year(year)
    if in_confidence:
        subjects = inspections.values_list("subject", flat=True)
        guards.note_look(request, _("danh sách kiểm tra, giám sát năm %(year)d") % {"year": year}, subjects, unit)
    context = {
        "unit": unit,
        "year": year,
        "years": [{"year": d.year, "url": reverse("oversight:year", args=[code, d.year])} for d in months],
        "service": ServiceMonth.objects.of(unit).within(period),
        "feedback": FeedbackMonth.objects.of(unit).within(period),
        "returns": DisciplineReturn.objects.of(unit).within(period),
        "inspections": inspections if in_confidence else inspections.filter(subject=request.here.person),
        "in_confidence": in_confidence,
    }
    return render(request, "oversight/year.html", context)


def inspection(request: Request, pk: int) -> HttpResponse:
    """One inspection, with the subject's own explanation beside the conclusion."""
    found = get_object_or_404(Inspection.objects.select_related("unit", "subject", "document"), pk=pk)
    if not guards.sees(request, found.unit):
        raise Http404
    if found.subject != request.here.person:
        guards.seen_in_confidence(request, found.unit)
        guards.note_look(request, _("cuộc kiểm tra, giám sát"), [found.subject_id], found.unit)
    return render(request, "oversight/inspection.html", {"inspection": found})
