"""The programme of a year; one task, one registration, one limitation."""

from django.db.models import Count, Prefetch
from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.urls import reverse

from nennep.organisation import guards
from nennep.organisation.accounts.sessions import by_card_too
from nennep.organisation.requests import Request
from nennep.programme.models import Goal, Limitation, Pledge, PledgeItem, Task, Theme, YearPlan


def year(request: Request, code: str, year: int) -> HttpResponse:
    """A year on one page: theme, plan with goals and tasks, who registered, what is still lacking."""
    unit = guards.seen_unit(request, code)
    plans = YearPlan.objects.filter(unit=unit).order_by("year")
    tasks = Task.objects.select_related("owner").order_by("due_on")
    context = {
        "unit": unit,
        "year": year,
        "years": [{"year": p.year, "url": reverse("programme:year", args=[code, p.year])} for p in plans],
        "plan": plans.filter(year=year).select_related("document").first(),
        "theme": Theme.objects.filter(unit=unit, year=year).first(),
        "goals": Goal.objects.filter(plan__unit=unit, plan__year=year).prefetch_related(
            Prefetch("tasks", queryset=tasks)
        ),
        "pledges": Pledge.objects.of(unit).filter(year=year).select_related("person").annotate(size=Count("items")),
        "limitations": Limitation.objects.of(unit).filter(found_on__year__lte=year).select_related("owner"),
        "today": request.here.today,
    }
    return render(request, "programme/year.html", context)


@by_card_too
def task(request: Request, pk: int) -> HttpResponse:
    found = get_object_or_404(Task.objects.select_related("unit", "owner", "goal__plan"), pk=pk)
    if not guards.sees_own(request, found.unit, found.owner):
        raise Http404
    return render(request, "programme/task.html", {"task": found, "late": found.is_late_on(request.here.today)})


@by_card_too
def pledge(request: Request, pk: int) -> HttpResponse:
    """What one person registered for a year and what came of it, month by month."""
    found = get_object_or_404(Pledge.objects.select_related("unit", "person"), pk=pk)
    if not guards.sees_own(request, found.unit, found.person):
        raise Http404
    items = PledgeItem.objects.filter(pledge=found).select_related("clause__document").prefetch_related("results")
    return render(request, "programme/pledge.html", {"pledge": found, "items": items})


def limitation(request: Request, pk: int) -> HttpResponse:
    found = get_object_or_404(Limitation.objects.select_related("unit", "owner"), pk=pk)
    if not guards.sees(request, found.unit):
        raise Http404
    context = {
        "limitation": found,
        "verdicts": found.verdicts.order_by("year"),
        "tasks": found.tasks.select_related("owner"),
    }
    return render(request, "programme/limitation.html", context)
