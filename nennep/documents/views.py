"""The register of documents and one document's card with its red thread."""

from django.core.paginator import Paginator
from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.urls import reverse
from django.views.decorators.http import require_http_methods

from nennep.documents.citations.annotate import annotate
from nennep.documents.citations.resolve import read
from nennep.documents.forms import Cancel, Sign
from nennep.documents.models import Document, Draft
from nennep.organisation import access, guards
from nennep.organisation.changing.views import done, sent
from nennep.organisation.requests import Request


def documents(request: Request, code: str) -> HttpResponse:
    """The register, newest first."""
    unit = guards.seen_unit(request, code)
    found = Document.objects.of(unit).order_by("-issued_on", "-number")
    page = Paginator(found, 50).get_page(request.GET.get("trang"))
    signs = guards.keeps(request, access.is_secretary, unit)
    writes = guards.keeps(request, access.keeps_the_books, unit)
    drafts = Draft.objects.of(unit).open().select_related("written_by") if writes else []
    context = {"unit": unit, "page": page, "signs": signs, "writes": writes, "drafts": drafts}
    return render(request, "documents/documents.html", context)


@require_http_methods(["GET", "POST"])
def sign(request: Request, code: str) -> HttpResponse:
    """The unit's own document gets its number."""
    unit = guards.seen_unit(request, code)
    if not guards.keeps(request, access.is_secretary, unit):
        raise Http404
    form = Sign(unit, sent(request), by=guards.signed_in(request), at=request.now)
    back = reverse("documents:documents", args=[code])
    return done(request, form, unit, back, template="documents/sign.html")


@require_http_methods(["GET", "POST"])
def cancel(request: Request, pk: int) -> HttpResponse:
    """A number that was given does not stand."""
    found = get_object_or_404(Document.objects.own().select_related("register"), pk=pk)
    if not guards.keeps(request, access.is_secretary, found.register):
        raise Http404
    form = Cancel(found, sent(request), by=guards.signed_in(request), at=request.now)
    return done(request, form, found.register, found.get_absolute_url())


def document(request: Request, pk: int) -> HttpResponse:
    """One document: what it is, what it carries out, what carries it out, when people were told."""
    found = get_object_or_404(Document.objects.select_related("register"), pk=pk)
    if not guards.sees(request, found.register):
        raise Http404
    [cited] = read([found.subject], found.register, on=found.issued_on)
    context = {
        "document": found,
        "subject": annotate(found.subject, cited),
        "relations": found.relations.select_related("target"),
        "related_by": found.related_by.select_related("source"),
        "disseminations": found.disseminations.all(),
        "clauses": found.clauses.all(),
        "tasks": found.tasks.select_related("owner"),
        "drafted": Draft.objects.filter(document=found).exists(),
        "cancels": found.issued_by_register
        and found.cancelled_on is None
        and guards.keeps(request, access.is_secretary, found.register),
    }
    return render(request, "documents/document.html", context)
