"""Quán triệt: who has to know a document, how far it has got, one's own reading, the list on paper."""

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from nennep.documents.actions import know
from nennep.documents.forms.dissemination import Known, Require, Withdraw
from nennep.documents.models import Document, Reader, Requirement
from nennep.organisation import access, guards
from nennep.organisation.accounts.sessions import by_card_too
from nennep.organisation.changing.views import done, sent
from nennep.organisation.requests import Request


@require_safe
def study(request: Request, pk: int) -> HttpResponse:
    """How far the document has got; who has not read it yet is for the secretary alone."""
    found = get_object_or_404(Document.objects.select_related("register"), pk=pk)
    if not guards.sees(request, found.register):
        raise Http404
    requirement = found.requirements.filter(withdrawn_on__isnull=True).first()
    today = request.here.today
    readers = requirement.readers.on_the_roll(today) if requirement else Reader.objects.none()
    leads = guards.keeps(request, access.is_secretary, found.register)
    context = {
        "document": found,
        "requirement": requirement,
        "base": readers.count(),
        "knowing": readers.knowing(today).count(),
        "own": readers.filter(person=request.here.acting).first(),
        "waiting": readers.filter(known_on__isnull=True).select_related("person") if leads else None,
        "keeps": guards.keeps(request, access.keeps_the_books, found.register),
        "today": today,
        "disseminations": found.disseminations.all(),
    }
    return render(request, "documents/study.html", context)


@require_http_methods(["GET", "POST"])
def require(request: Request, pk: int) -> HttpResponse:
    """People have to know the document by a day."""
    found = get_object_or_404(Document.objects.select_related("register"), pk=pk)
    if not guards.keeps(request, access.keeps_the_books, found.register):
        raise Http404
    form = Require(found, sent(request), by=guards.signed_in(request), at=request.now)
    return done(request, form, found.register, reverse("documents:study", args=[pk]))


def requirement_i_keep(request: Request, pk: int) -> Requirement:
    found = get_object_or_404(Requirement.objects.select_related("unit", "document__register"), pk=pk)
    if not guards.keeps(request, access.keeps_the_books, found.unit):
        raise Http404
    return found


@require_http_methods(["GET", "POST"])
def withdraw(request: Request, pk: int) -> HttpResponse:
    """Nobody has to know it any more."""
    found = requirement_i_keep(request, pk)
    form = Withdraw(found, sent(request), by=guards.signed_in(request), at=request.now)
    return done(request, form, found.unit, found.get_absolute_url())


@require_http_methods(["GET", "POST"])
def known(request: Request, pk: int) -> HttpResponse:
    """Tick who was at the meeting or signed on paper: the secretary, who alone sees who is still missing."""
    found = requirement_i_keep(request, pk)
    if not guards.keeps(request, access.is_secretary, found.unit):
        raise Http404
    form = Known(found, sent(request), by=guards.signed_in(request), at=request.now)
    return done(request, form, found.unit, found.get_absolute_url())


@require_safe
def paper_list(request: Request, pk: int) -> HttpResponse:
    """The list to sign by hand: every reader with an empty line, whether they know it by now or not."""
    found = requirement_i_keep(request, pk)
    readers = found.readers.on_the_roll(request.here.today).select_related("person")
    return render(request, "documents/paper_list.html", {"requirement": found, "readers": readers})


@by_card_too
@require_http_methods(["GET", "POST"])
def read(request: Request, pk: int) -> HttpResponse:
    """One's own reading: the document with its files, and the one button that says that one knows it."""
    own = Reader.objects.asked().select_related("requirement__document__register", "person")
    reader = get_object_or_404(own, pk=pk, person=request.here.acting)
    if request.method == "POST" and request.here.doer is not None:
        know(reader, by=request.here.doer, at=request.now)
        messages.success(request, _("Đã ghi: bạn đã biết văn bản này."))
        return redirect("documents:read", pk=pk)
    document = reader.requirement.document
    files = document.document_files.select_related("file")
    return render(request, "documents/read.html", {"reader": reader, "document": document, "files": files})
