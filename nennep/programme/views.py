"""The programme of a year; one task, one registration, one limitation."""

from datetime import date

from django.contrib import messages
from django.db.models import Count, Prefetch
from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from nennep.documents.citations.annotate import linked
from nennep.organisation import access, guards
from nennep.organisation.accounts.sessions import by_card_too
from nennep.organisation.models import DutyKind
from nennep.organisation.queries import charged_with
from nennep.organisation.requests import Request
from nennep.programme.actions import report_month
from nennep.programme.forms import MonthLine
from nennep.programme.models import Goal, Limitation, Pledge, PledgeItem, Submission, Task, TaskState, YearPlan
from nennep.programme.planning.forms import OF_TASK
from nennep.programme.queries import coverage, running_in, theme_of


def year(request: Request, code: str, year: int) -> HttpResponse:
    """A year on one page: theme, plan with goals and tasks, who registered, what is still lacking."""
    unit = guards.seen_unit(request, code)
    if not 1930 <= year <= 9998:
        raise Http404
    plans = YearPlan.objects.filter(unit=unit).order_by("year", "pk")
    tasks = Task.objects.select_related("owner").order_by("due_on", "pk")
    leads = guards.keeps(request, access.sits_on_committee, unit)
    registrations = list(
        Pledge.objects.of(unit).filter(year=year).select_related("person").annotate(size=Count("items"))
    )
    context = {
        "unit": unit,
        "year": year,
        "years": [{"year": p.year, "url": reverse("programme:year", args=[code, p.year])} for p in plans],
        "plan": plans.filter(year=year).select_related("document").first(),
        "theme": theme_of(unit, year),
        "programmes": running_in(unit, year),
        "in_charge": charged_with(unit, DutyKind.PROGRAMME, min(request.here.today, date(year, 12, 31))),
        "goals": Goal.objects.filter(plan__unit=unit, plan__year=year).prefetch_related(
            Prefetch("tasks", queryset=tasks)
        ),
        "pledges": registrations,
        "coverage": coverage(registrations),
        "waiting": Submission.objects.of(unit).waiting().filter(pledge__year=year).select_related("pledge__person")
        if leads
        else (),
        "leads": leads,
        "limitations": Limitation.objects.of(unit).filter(found_on__year__lte=year).select_related("owner"),
        "today": request.here.today,
    }
    return render(request, "programme/year.html", context)


@by_card_too
def task(request: Request, pk: int) -> HttpResponse:
    found = get_object_or_404(Task.objects.select_related("unit", "owner", "goal__plan", "carried_from"), pk=pk)
    if not guards.sees_own(request, found.unit, found.owner):
        raise Http404
    text, evidence = linked([found.text, found.evidence], found.unit, request.here.today)
    committee = guards.keeps(request, access.sits_on_committee, found.unit)
    open_still = found.state not in (TaskState.DONE, TaskState.DROPPED)
    deeds = ["xong", "hoan", "chuyen", "thoi"] if committee else ["xong"] if found.owner == request.here.person else []
    context = {
        "task": found,
        "text": text,
        "evidence": evidence,
        "late": found.is_late_on(request.here.today),
        "deeds": [(deed, OF_TASK[deed].title) for deed in deeds] if open_still and not request.here.own_only else (),
        "changes": found.changes.select_related("decided_by"),
        "onward": Task.objects.filter(carried_from=found).first(),
    }
    return render(request, "programme/task.html", context)


@by_card_too
def pledge(request: Request, pk: int) -> HttpResponse:
    """What one person registered for a year and what came of it, month by month."""
    found = get_object_or_404(Pledge.objects.select_related("unit", "person"), pk=pk)
    if not guards.sees_own(request, found.unit, found.person):
        raise Http404
    return pledge_page(request, found)


def pledge_page(request: Request, found: Pledge, sent: MonthLine | None = None) -> HttpResponse:
    items = PledgeItem.objects.filter(pledge=found).select_related("clause__document")
    items = items.prefetch_related("results", "changes")
    today = request.here.today
    mine = found.person == request.here.acting and found.year in (today.year, today.year - 1)
    forms = {item.pk: MonthLine(item, today) for item in items.select_related("pledge")} if mine else {}
    if sent is not None:
        forms[sent.item.pk] = sent
    own = found.person == request.here.acting and request.here.doer is not None
    reads = guards.keeps(request, access.sits_on_committee, found.unit)
    context = {
        "pledge": found,
        "items": [(item, forms.get(item.pk)) for item in items],
        "sent": sent,
        "own": own,
        "reads": reads,
        "prints": reads or guards.keeps(request, access.helps, found.unit),
        "submissions": found.submissions.select_related("read_by", "helper") if own or reads else (),
    }
    return render(request, "programme/pledge.html", context, status=422 if sent is not None else 200)


@by_card_too
@require_POST
def report(request: Request, pk: int) -> HttpResponse:
    """One line of one month: the person's own, or a helper's for them."""
    item = get_object_or_404(PledgeItem.objects.select_related("pledge__unit", "pledge__person"), pk=pk)
    doer = request.here.doer
    if doer is None or item.pledge.person != request.here.acting:
        raise Http404
    form = MonthLine(item, request.here.today, request.POST)
    if not form.is_valid():
        return pledge_page(request, item.pledge, form)
    report_month(form.result(), by=doer, at=request.now)
    messages.success(request, _("Đã ghi kết quả tháng."))
    return redirect(item.pledge)


def limitation(request: Request, pk: int) -> HttpResponse:
    found = get_object_or_404(Limitation.objects.select_related("unit", "owner"), pk=pk)
    if not guards.sees(request, found.unit):
        raise Http404
    title, cause, remedy = linked([str(found), found.cause, found.remedy], found.unit, request.here.today)
    context = {
        "limitation": found,
        "title": title,
        "cause": cause,
        "remedy": remedy,
        "verdicts": found.verdicts.order_by("year"),
        "tasks": found.tasks.select_related("owner"),
    }
    return render(request, "programme/limitation.html", context)
