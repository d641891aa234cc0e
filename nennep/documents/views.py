"""The register of documents and one document's card with its red thread."""

from django.core.paginator import Paginator
from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, render

from nennep.documents.citations.annotate import annotate
from nennep.documents.citations.resolve import read
from nennep.documents.models import Document
from nennep.organisation import guards
from nennep.organisation.requests import Request


def documents(request: Request, code: str) -> HttpResponse:
    """The register, newest first."""
    unit = guards.seen_unit(request, code)
    found = Document.objects.of(unit).order_by("-issued_on", "-number")
    page = Paginator(found, 50).get_page(request.GET.get("trang"))
    return render(request, "documents/documents.html", {"unit": unit, "page": page})


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
    }
    return render(request, "documents/document.html", context)
