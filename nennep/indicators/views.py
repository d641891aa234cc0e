"""All figures of a unit, and the rows behind one: as a page, or as the drawer beside a report."""

from datetime import date

from django.http import Http404, HttpResponse
from django.shortcuts import render
from django.utils.formats import number_format
from django.utils.safestring import mark_safe
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from nennep.indicators.answers import Value
from nennep.indicators.evidence import looked_through, months_of, people_behind, rows_of
from nennep.indicators.figures import Figure, UnknownFigure, all_figures, named, written
from nennep.indicators.years import Line, YearsRefused, side_by_side
from nennep.organisation import guards
from nennep.organisation.models import Unit
from nennep.organisation.periods import Period
from nennep.organisation.requests import Request
from nennep.paper.blocks import Chart, Series
from nennep.paper.charts import bar_svg


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


def years(request: Request, code: str) -> HttpResponse:
    """Every figure of two to ten years side by side."""
    unit = guards.counted_unit(request, code)
    wanted, refused = asked_years(request)
    rooms: dict[str, list[Line]] = {}
    try:
        for line in side_by_side(unit, wanted, all_figures(), request.here.today) if not refused else ():
            if any(year.value.number is not None for year in line.years):
                rooms.setdefault(line.figure.code.partition(".")[0], []).append(line)
    except YearsRefused as refusal:
        refused = str(refusal)
    context = {"unit": unit, "years": wanted, "rooms": rooms, "refused": refused}
    return render(request, "indicators/years.html", context, status=422 if refused else 200)


def one_over_years(request: Request, code: str, figure: str) -> HttpResponse:
    """One figure over the years: a drawing, and the same numbers as a table."""
    unit = guards.counted_unit(request, code)
    try:
        asked = named(figure)
    except UnknownFigure as error:
        raise Http404 from error
    wanted, refused = asked_years(request)
    line = None
    try:
        [line] = side_by_side(unit, wanted, [asked], request.here.today) if not refused else [None]
    except YearsRefused as refusal:
        refused = str(refusal)
    context = {
        "unit": unit,
        "figure": asked,
        "years": wanted,
        "line": line,
        "refused": refused,
        "drawing": mark_safe(drawn(line)) if line is not None else "",  # noqa: S308  # made here, its texts escaped
    }
    return render(request, "indicators/over_years.html", context, status=422 if refused else 200)


def drawn(line: Line) -> str:
    """The drawing of a figure over the years; a year without records has no bar."""
    values = tuple(None if year.value.number is None else float(year.value.number) for year in line.years)
    labels = tuple(str(year.year) for year in line.years)
    name = str(line.figure.name)
    return bar_svg(Chart(caption=name, labels=labels, series=(Series(name, values),), unit=line.figure.counts))


def asked_years(request: Request) -> tuple[list[int], str]:
    """The years in the address (tu, den); without them the four until this one. What cannot be read is said."""
    today = request.here.today
    first, last = request.GET.get("tu", str(today.year - 3)), request.GET.get("den", str(today.year))
    if not (first.isdecimal() and last.isdecimal() and len(first) == len(last) == 4 and first <= last):
        return [], _("Ghi năm bằng bốn chữ số, năm đầu trước năm cuối.")
    return list(range(int(first), int(last) + 1)), ""


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
