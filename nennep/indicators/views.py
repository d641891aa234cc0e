"""All figures of a unit, and the rows behind one: as a page, or as the drawer beside a report."""

from datetime import date

from django.http import Http404, HttpResponse
from django.shortcuts import render
from django.utils.formats import number_format
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from nennep.indicators.answers import Value
from nennep.indicators.evidence import looked_through, months_of, people_behind, rows_of
from nennep.indicators.figures import Figure, UnknownFigure, all_figures, named, written
from nennep.organisation import guards
from nennep.organisation.models import Unit
from nennep.organisation.periods import Period
from nennep.organisation.requests import Request


def figures(request: Request, code: str) -> HttpResponse:
    """Every figure for a period, each opening into its rows."""
    unit = guards.counted_unit(request, code)
    period = asked_period(request, unit)
    rooms: dict[str, list[tuple[Figure, Value, str]]] = {}
    for item in all_figures():
        value = item.value(unit, period)
        rooms.setdefault(item.code.partition(".")[0], []).append((item, value, said(item, value)))
    return render(request, "indicators/figures.html", {"unit": unit, "period": period, "rooms": rooms})


def evidence(request: Request, code: str, figure: str) -> HttpResponse:
    """The rows behind one figure. Sensitive rows open only to those who may see them, and their look is written down; a
    level above sees how many fell in which month, and the rows themselves by a grant."""
    unit = guards.counted_unit(request, code)
    try:
        asked = named(figure)
    except UnknownFigure as error:
        raise Http404 from error
    period = asked_period(request, unit)
    answer = asked.ask(unit, period)
    value = answer.value()
    hidden = asked.sensitive and not guards.may_see_sensitive(request, unit)
    nameless = not hidden and not guards.sees_names(request, unit)
    rows = [] if hidden else list(rows_of(answer))
    nothing_found = not hidden and not rows and value.number == 0
    if nothing_found:
        rows = list(looked_through(answer))
    months = months_of(rows) if nameless else []
    if not hidden and not nameless and (asked.sensitive or not guards.sees(request, unit)):
        guards.note_look(request, _("số liệu “%(name)s”") % {"name": asked.name}, people_behind(answer), unit)
    context = {
        "unit": unit,
        "figure": asked,
        "period": period,
        "value": value,
        "written": said(asked, value),
        "rows": [] if nameless else rows,
        "months": months,
        "nameless": nameless,
        "hidden": hidden,
        "nothing_found": nothing_found,
        "summed": any(row.amount is not None for row in rows),
        "share": value.whole is not None and any(not row.counted for row in rows),
        "people": len({row.who for row in rows}) if asked.counts == "lượt" else None,
    }
    fragment = "HX-Request" in request.headers
    return render(request, "indicators/drawer.html" if fragment else "indicators/evidence.html", context)


def said(figure: Figure, value: Value) -> str:
    """The value on the page: as documents write it, in English as a bare number, for the unit is a Vietnamese word."""
    words = written(figure, value)
    if value.number is None or get_language() == "vi":
        return words
    if figure.counts == "%":
        return words.translate(str.maketrans(",.", ".,"))
    return number_format(int(value.number), force_grouping=True)


def asked_period(request: Request, unit: Unit) -> Period:
    """The days in the address (tu, den); without them, the year until today. 404 for days that do not exist."""
    today = request.here.today
    try:
        starts = date.fromisoformat(request.GET.get("tu") or today.replace(month=1, day=1).isoformat())
        ends = date.fromisoformat(request.GET.get("den") or today.isoformat())
        return Period(starts, ends)
    except ValueError as error:
        raise Http404 from error
