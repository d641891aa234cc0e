"""The forms of planning, each about a year, a task or a clause."""

from django.db.models import Count
from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.views.decorators.http import require_http_methods

from nennep.documents.models import Document
from nennep.organisation import access, guards
from nennep.organisation.changing.views import done, sent
from nennep.organisation.models import Unit
from nennep.organisation.requests import Request
from nennep.programme.models import Clause, Programme, Task, YearPlan
from nennep.programme.planning.forms import NEED_A_PLAN, OF_CLAUSE, OF_TASK, OF_YEAR, AddClause, DraftPlan
from nennep.rulebook.rules import rule


@require_http_methods(["GET", "POST"])
def change_year(request: Request, code: str, year: int, deed: str) -> HttpResponse:
    unit = get_object_or_404(Unit.objects.select_related("parent"), code=code)
    if deed not in OF_YEAR or not guards.keeps(request, access.sits_on_committee, unit) or not 1930 <= year <= 9998:
        raise Http404
    plan = YearPlan.objects.filter(unit=unit, year=year).select_related("document", "draft").first()
    if plan is None and deed in NEED_A_PLAN:
        raise Http404
    form = OF_YEAR[deed](
        plan or YearPlan(unit=unit, year=year), sent(request), by=guards.signed_in(request), at=request.now
    )
    return done(request, form, unit, reverse("programme:year", args=[code, year]))


@require_http_methods(["GET", "POST"])
def draft(request: Request, code: str, year: int) -> HttpResponse:
    """Asked once, then written: the year's goals and tasks as a draft of a plan."""
    plan = get_object_or_404(
        YearPlan.objects.select_related("unit__parent", "document", "draft"), unit__code=code, year=year
    )
    if not guards.keeps(request, access.sits_on_committee, plan.unit):
        raise Http404
    form = DraftPlan(plan, sent(request), by=guards.signed_in(request), at=request.now)
    back = reverse("programme:year", args=[code, year])
    answer = done(request, form, plan.unit, back)
    plan.refresh_from_db()
    return redirect(plan.draft) if answer.status_code == 302 and plan.draft is not None else answer


@require_http_methods(["GET", "POST"])
def change_task(request: Request, pk: int, deed: str) -> HttpResponse:
    """Finishing is the owner's too; the rest is the committee's."""
    task = get_object_or_404(Task.objects.select_related("unit", "owner"), pk=pk)
    person = request.here.person
    own = deed == "xong" and person == task.owner and not request.here.own_only and request.here.helping is None
    if deed not in OF_TASK or not (own or guards.keeps(request, access.sits_on_committee, task.unit)):
        raise Http404
    form = OF_TASK[deed](task, sent(request), by=guards.signed_in(request), at=request.now)
    return done(request, form, task.unit, task.get_absolute_url())


def standards(request: Request, code: str) -> HttpResponse:
    """The unit's own standards with their versions, how many registered against each, and the Centre's beside them."""
    unit = guards.seen_unit(request, code)
    ethics = rule("ethics.standards", unit=unit, on=request.here.today)
    context = {
        "unit": unit,
        "document": standards_of(unit),
        "clauses": Clause.objects.filter(document=standards_of(unit)).annotate(uses=Count("items")),
        "ethics": ethics,
        "table": ethics.value if ethics is not None and isinstance(ethics.value, dict) else {},
        "leads": guards.keeps(request, access.sits_on_committee, unit),
    }
    return render(request, "programme/standards.html", context)


def standards_of(unit: Unit) -> Document | None:
    """The document that carries the unit's own standards; of several programmes the latest."""
    found = Programme.objects.filter(unit=unit, standards__isnull=False).order_by("-starts").first()
    return found.standards if found is not None else None


@require_http_methods(["GET", "POST"])
def add_clause(request: Request, code: str) -> HttpResponse:
    unit = get_object_or_404(Unit.objects.select_related("parent"), code=code)
    document = standards_of(unit)
    if document is None or not guards.keeps(request, access.sits_on_committee, unit):
        raise Http404
    form = AddClause(document, sent(request), by=guards.signed_in(request), at=request.now)
    return done(request, form, unit, reverse("programme:standards", args=[code]))


@require_http_methods(["GET", "POST"])
def change_clause(request: Request, pk: int, deed: str) -> HttpResponse:
    clause = get_object_or_404(Clause.objects.select_related("document__register"), pk=pk)
    unit = clause.document.register
    if deed not in OF_CLAUSE or not guards.keeps(request, access.sits_on_committee, unit):
        raise Http404
    form = OF_CLAUSE[deed](clause, sent(request), by=guards.signed_in(request), at=request.now)
    return done(request, form, unit, reverse("programme:standards", args=[unit.code]))
