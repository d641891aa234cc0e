"""The summary report on screen with its evidence drawer, and as files."""

from datetime import date

from django.http import Http404, HttpResponse
from django.shortcuts import render
from django.utils.safestring import mark_safe

from nennep.organisation import access, guards
from nennep.organisation.models import Unit
from nennep.organisation.periods import Period
from nennep.organisation.requests import Request
from nennep.paper.html_writer import to_html
from nennep.programme.models import Programme
from nennep.reports.summary.composing import compose, compose_appendix
from nennep.reports.writing import WRITERS

MEDIA = {
    "docx": "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
    "pdf": "application/pdf",
    "html": "text/html; charset=utf-8",
    "json": "application/json",
}


def summary(request: Request, code: str) -> HttpResponse:
    """The draft as it would print: facts underlined, what is missing in the margin, rows in the drawer."""
    unit = report_seen(request, code)
    period = asked_period(request, unit)
    report = compose(unit, period, for_screen=True)
    context = {
        "unit": unit,
        "period": period,
        "report": report,
        "sheet": mark_safe(to_html(report.document)),  # noqa: S308  # the writer escapes every text
        "query": f"tu={period.starts.isoformat()}&den={period.ends.isoformat()}",
    }
    return render(request, "reports/summary.html", context)


def by_year(request: Request, code: str) -> HttpResponse:
    """The figures year by year with their charts: a page of its own, which the report fetches into its foot."""
    unit = report_seen(request, code)
    period = asked_period(request, unit)
    context = {
        "unit": unit,
        "period": period,
        "sheet": mark_safe(to_html(compose_appendix(unit, period))),  # noqa: S308  # the writer escapes every text
    }
    fragment = "HX-Request" in request.headers
    return render(request, "reports/by_year_sheet.html" if fragment else "reports/by_year.html", context)


def download(request: Request, code: str, ending: str) -> HttpResponse:
    """The same report as a file."""
    if ending not in WRITERS:
        raise Http404
    unit = report_seen(request, code)
    period = asked_period(request, unit)
    content = WRITERS[ending](compose(unit, period).document)
    answer = HttpResponse(content, content_type=MEDIA[ending])
    answer["Content-Disposition"] = f'attachment; filename="bao-cao-tong-ket-{period.ends:%Y-%m-%d}.{ending}"'
    return answer


def report_seen(request: Request, code: str) -> Unit:
    """The report names people: for the committee, the minutes secretary and the inspector."""
    unit = guards.seen_unit(request, code)
    person = guards.signed_in(request)
    if not (access.keeps_the_books(person, unit, request.here.today) or guards.may_see_sensitive(request, unit)):
        raise Http404
    return unit


def asked_period(request: Request, unit: Unit) -> Period:
    """The days in the address; without them, from the directive of the programme until today."""
    try:
        given = [request.GET.get(name) for name in ("tu", "den")]
        ends = date.fromisoformat(given[1]) if given[1] else request.here.today
        if given[0]:
            return Period(date.fromisoformat(given[0]), ends)
        programme = Programme.objects.filter(unit=unit).order_by("starts", "pk").select_related("directive").first()
        return Period(programme.directive.issued_on if programme else unit.starts, ends)
    except ValueError as error:
        raise Http404 from error
