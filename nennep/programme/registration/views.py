"""Writing a registration, reading one, changing it, looking back, and the paper form."""

from typing import Any

from django.contrib import messages
from django.core.exceptions import ValidationError
from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from nennep.organisation import access, guards
from nennep.organisation.access import Helping
from nennep.organisation.accounts.sessions import by_card_too
from nennep.organisation.changing.deeds import Deed
from nennep.organisation.changing.views import done, sent
from nennep.organisation.models import Unit
from nennep.organisation.requests import HELPING, Request
from nennep.programme.models import Pledge, PledgeItem, Submission, YearPlan
from nennep.programme.registration.actions import keep_draft, read_draft, send_registration
from nennep.programme.registration.content import Written
from nennep.programme.registration.forms import (
    CellRemark,
    Change,
    ItemForm,
    Launch,
    MidYear,
    OwnYear,
    Read,
    forms_of,
    forms_sent,
)
from nennep.programme.registration.offers import against, offers, passages
from nennep.programme.registration.sheets import read_code, sheets_of


def own_pledge(request: Request, pk: int) -> Pledge:
    """The registration of the person at the screen, or of whomever they help; 404 for everybody else."""
    found = get_object_or_404(Pledge.objects.select_related("unit", "person"), pk=pk)
    if request.here.acting is None or found.person != request.here.acting or request.here.doer is None:
        raise Http404
    return found


@by_card_too
@require_http_methods(["GET", "POST"])
def write(request: Request, pk: int) -> HttpResponse:
    """The author's private draft; for a helper at work an empty form, for no draft is theirs to see."""
    pledge = own_pledge(request, pk)
    doer = request.here.doer
    helping = isinstance(doer, Helping)
    known = against(pledge, request.here.today)
    if request.method == "GET":
        items = [] if helping or doer is None else read_draft(pledge, by=doer)
        return draft_page(request, pledge, forms_of(items, known), items)
    filled = forms_sent(request.POST, known)
    if not all(form.is_valid() for form in filled):
        return draft_page(request, pledge, filled, [], status=422)
    items = [item for form in filled if not (item := form.written()).is_blank]
    wanted = request.POST.get("act", "giu")
    if wanted.startswith("lay:"):
        taken = [offer.written for offer in offers(pledge) if offer.key == wanted.removeprefix("lay:")]
        return draft_page(request, pledge, forms_of([*items, *taken], known), [*items, *taken])
    try:
        if wanted == "gui":
            send_registration(pledge, items, by=doer, at=request.now)  # type: ignore[arg-type]  # own_pledge looked
            messages.success(request, _("Đã gửi chi ủy. Người đọc sẽ góp ý hoặc cho vào sổ."))
            return redirect(pledge)
        if helping:  # Enter in a field: nothing is kept for a helper, and nothing typed is lost
            return draft_page(request, pledge, filled, items)
        keep_draft(pledge, items, by=doer, at=request.now)  # type: ignore[arg-type]
    except ValidationError as refusal:
        return draft_page(request, pledge, filled, items, refusal.messages, status=422)
    messages.success(request, _("Đã giữ nháp. Chỉ mình bạn đọc được."))
    return redirect("programme:write-pledge", pk=pk)


def draft_page(
    request: Request,
    pledge: Pledge,
    filled: list[ItemForm],
    items: list[Written],
    refusals: list[str] | None = None,
    status: int = 200,
) -> HttpResponse:
    context = {
        "pledge": pledge,
        "forms": filled,
        "refusals": refusals or [],
        "wrong": any(form.errors for form in filled if form.is_bound),
        "offers": list(offers(pledge)),
        "passages": passages(pledge, items) if request.here.helping is None else [],
        "returned": pledge.submissions.filter(state="returned").select_related("read_by").last(),
        "waiting": pledge.submissions.filter(state="waiting").first(),
        "helping": request.here.helping,
    }
    return render(request, "programme/registration/write.html", context, status=status)


@require_http_methods(["GET", "POST"])
def read(request: Request, pk: int) -> HttpResponse:
    """The committee reads one that was sent: give it back with a comment, or enter it into the register."""
    found = get_object_or_404(
        Submission.objects.select_related("pledge__unit", "pledge__person", "read_by", "helper"), pk=pk
    )
    unit = found.pledge.unit
    if not guards.keeps(request, access.sits_on_committee, unit):
        raise Http404
    form = Read(found, sent(request), by=guards.signed_in(request), at=request.now)
    back = reverse("programme:year", args=[unit.code, found.pledge.year])
    return done(request, form, unit, back, "programme/registration/read.html")


@require_http_methods(["GET", "POST"])
def launch(request: Request, code: str, year: int) -> HttpResponse:
    """Launch the registration of a year, or name another day."""
    unit = get_object_or_404(Unit.objects.select_related("parent"), code=code)
    if not guards.keeps(request, access.sits_on_committee, unit) or not 1930 <= year <= 9998:
        raise Http404
    plan = YearPlan.objects.filter(unit=unit, year=year).first() or YearPlan(unit=unit, year=year)
    form = Launch(plan, sent(request), by=guards.signed_in(request), at=request.now)
    return done(request, form, unit, reverse("programme:year", args=[code, year]))


OWN: dict[str, type[Deed]] = {"doi": Change, "tu-nhan": OwnYear}
OF_THE_CELL: dict[str, type[Deed]] = {"nhan-xet": CellRemark}


@by_card_too
@require_http_methods(["GET", "POST"])
def item_deed(request: Request, pk: int, deed: str) -> HttpResponse:
    """What the person does to an item of theirs, and what the committee says of it."""
    item = get_object_or_404(PledgeItem.objects.select_related("pledge__unit", "pledge__person"), pk=pk)
    unit, doer = item.pledge.unit, request.here.doer
    if deed in OWN and doer is not None and item.pledge.person == request.here.acting:
        kind = OWN[deed]
    elif deed in OF_THE_CELL and guards.keeps(request, access.sits_on_committee, unit):
        kind, doer = OF_THE_CELL[deed], guards.signed_in(request)
    else:
        raise Http404
    form = kind(item, sent(request), by=doer, at=request.now)  # type: ignore[arg-type]  # a helper's deed is the person's
    return done(request, form, unit, item.get_absolute_url())


@require_http_methods(["GET", "POST"])
def midyear(request: Request, pk: int) -> HttpResponse:
    pledge = get_object_or_404(Pledge.objects.select_related("unit", "person"), pk=pk)
    if not guards.keeps(request, access.sits_on_committee, pledge.unit):
        raise Http404
    form = MidYear(pledge, sent(request), by=guards.signed_in(request), at=request.now)
    return done(request, form, pledge.unit, pledge.get_absolute_url())


def paper(request: Request, pk: int) -> HttpResponse:
    """The form to print for somebody who writes with a pen: their own, or whoever keeps the books prints it for them."""
    pledge = get_object_or_404(Pledge.objects.select_related("unit", "person"), pk=pk)
    own = request.here.person == pledge.person and not request.here.own_only
    keeps = guards.keeps(request, access.keeps_the_books, pledge.unit) or guards.keeps(
        request, access.helps, pledge.unit
    )
    if not (own or keeps):
        raise Http404
    context = {"pledge": pledge, "sheets": sheets_of(pledge), "clauses": against(pledge, request.here.today).clauses}
    return render(request, "programme/registration/paper.html", context)


@require_http_methods(["GET", "POST"])
def by_code(request: Request) -> HttpResponse:
    """A helper types the code of a page in front of them, and enters for that person from there."""
    helper, unit = guards.signed_in(request), request.here.unit
    if unit is None or request.here.own_only or not access.helps(helper, unit, request.here.today):
        raise Http404
    typed = request.POST.get("code", "")
    context: dict[str, Any] = {"typed": typed, "unit": unit}
    if request.method == "POST":
        read_off = read_code(typed)
        found = Pledge.objects.filter(unit=unit, pk=read_off[0]).first() if read_off else None
        if found is not None and found.person != helper:
            request.session[HELPING] = found.person_id
            empty = not found.items.exists()
            return redirect("programme:write-pledge", pk=found.pk) if empty else redirect(found)
        context["wrong"] = True
    return render(request, "programme/registration/code.html", context, status=422 if "wrong" in context else 200)
