"""Numbers: given at signing, kept for a paper to come, given back, cancelled."""

from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404
from django.urls import reverse
from django.views.decorators.http import require_http_methods

from nennep.documents.forms.numbers import Cancel, Release, Reserve, Sign
from nennep.documents.models import Document, Reservation
from nennep.organisation import access, guards
from nennep.organisation.changing.views import done, sent
from nennep.organisation.models import Unit
from nennep.organisation.requests import Request


def unit_whose_papers_i_sign(request: Request, code: str) -> Unit:
    unit = guards.seen_unit(request, code)
    if not guards.keeps(request, access.is_secretary, unit):
        raise Http404
    return unit


@require_http_methods(["GET", "POST"])
def sign(request: Request, code: str) -> HttpResponse:
    """The unit's own document gets its number."""
    unit = unit_whose_papers_i_sign(request, code)
    form = Sign(unit, sent(request), by=guards.signed_in(request), at=request.now)
    back = reverse("documents:documents", args=[code])
    return done(request, form, unit, back, template="documents/sign.html")


@require_http_methods(["GET", "POST"])
def reserve(request: Request, code: str) -> HttpResponse:
    """The next number is kept for a paper to come."""
    unit = unit_whose_papers_i_sign(request, code)
    form = Reserve(unit, sent(request), by=guards.signed_in(request), at=request.now)
    return done(request, form, unit, reverse("documents:documents", args=[code]))


@require_http_methods(["GET", "POST"])
def release(request: Request, pk: int) -> HttpResponse:
    """A number is kept no longer."""
    kept = get_object_or_404(Reservation.objects.select_related("register"), pk=pk)
    if not guards.keeps(request, access.is_secretary, kept.register):
        raise Http404
    form = Release(kept, sent(request), by=guards.signed_in(request), at=request.now)
    return done(request, form, kept.register, reverse("documents:documents", args=[kept.register.code]))


@require_http_methods(["GET", "POST"])
def cancel(request: Request, pk: int) -> HttpResponse:
    """A number that was given does not stand."""
    found = get_object_or_404(Document.objects.own().select_related("register"), pk=pk)
    if not guards.keeps(request, access.is_secretary, found.register):
        raise Http404
    form = Cancel(found, sent(request), by=guards.signed_in(request), at=request.now)
    return done(request, form, found.register, found.get_absolute_url())
