"""The register of documents and one document's card with its red thread."""

from collections.abc import Iterable

from django.contrib import messages
from django.core.paginator import Paginator
from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.views.decorators.http import require_http_methods

from nennep.documents.citations.annotate import linked
from nennep.documents.citations.resolve import documents as known
from nennep.documents.citations.resolve import read
from nennep.documents.files.waiting import forget_abandoned
from nennep.documents.forms.register import Register, Relate
from nennep.documents.models import Document, DocumentFile, Draft, Relation, Reservation
from nennep.documents.numbering_schemes import scheme_of
from nennep.organisation import access, guards
from nennep.organisation.changing.views import done, sent
from nennep.organisation.requests import Request


def documents(request: Request, code: str) -> HttpResponse:
    """The register, newest first."""
    unit = guards.seen_unit(request, code)
    found = Document.objects.of(unit).order_by("-issued_on", "-number")
    keeps = guards.keeps(request, access.keeps_the_books, unit)
    context = {
        "unit": unit,
        "page": Paginator(found, 50).get_page(request.GET.get("trang")),
        "signs": guards.keeps(request, access.is_secretary, unit),
        "keeps": keeps,
        "kept": Reservation.objects.standing(request.here.today).filter(register=unit),
        "drafts": Draft.objects.of(unit).open().select_related("written_by") if keeps else [],
        "outside": unit.kept_outside.all()[:5],
        "scheme": scheme_of(unit),
    }
    return render(request, "documents/documents.html", context)


@require_http_methods(["GET", "POST"])
def register(request: Request, code: str) -> HttpResponse:
    """A document from outside, or an older one, comes into the register."""
    unit = guards.seen_unit(request, code)
    if not guards.keeps(request, access.keeps_the_books, unit):
        raise Http404
    files = request.FILES if request.method == "POST" else None
    form = Register(unit, sent(request), files, by=guards.signed_in(request), at=request.now)
    back = reverse("documents:documents", args=[code])
    if request.method == "POST" and "read" in request.POST:
        forget_abandoned(request.now)
        read = form.read()
        if read is None:
            messages.success(request, form.keep_outside())
            return redirect(back)
        context = {"form": read, "unit": unit, "back": back}
        return render(request, "documents/register.html", context, status=422 if read.is_bound else 200)
    return done(request, form, unit, back, template="documents/register.html")


@require_http_methods(["GET", "POST"])
def relate(request: Request, pk: int) -> HttpResponse:
    """What a document does to another."""
    found = get_object_or_404(Document.objects.select_related("register"), pk=pk)
    if not guards.keeps(request, access.keeps_the_books, found.register):
        raise Http404
    form = Relate(found, sent(request), by=guards.signed_in(request), at=request.now)
    return done(request, form, found.register, found.get_absolute_url())


def document(request: Request, pk: int) -> HttpResponse:
    """One document: what it is, what it carries out, what carries it out, when people were told."""
    found = get_object_or_404(Document.objects.select_related("register"), pk=pk)
    if not guards.sees(request, found.register):
        raise Http404
    related_by = found.related_by.select_related("source")
    files = found.document_files.select_related("file")
    [subject] = linked([found.subject], found.register, found.issued_on)
    context = {
        "document": found,
        "subject": subject,
        "relations": found.relations.select_related("target"),
        "related_by": related_by,
        "ended_by": [row for row in related_by if row.kind in Relation.ENDING],
        "files": files,
        "drafted": Draft.objects.filter(document=found).exists(),
        "mentioned": mentioned(found, files),
        "keeps": guards.keeps(request, access.keeps_the_books, found.register),
        "disseminations": found.disseminations.all(),
        "clauses": found.clauses.all(),
        "tasks": found.tasks.select_related("owner"),
        "cancels": found.issued_by_register
        and found.cancelled_on is None
        and guards.keeps(request, access.is_secretary, found.register),
    }
    return render(request, "documents/document.html", context)


MOST_READ = 200_000
"""Letters of a file in which citations are looked for while somebody waits for the page."""


def mentioned(document: Document, files: Iterable[DocumentFile]) -> list[Document]:
    """Other documents of the register that the files name beyond doubt."""
    texts = [row.file.text[:MOST_READ] for row in files]
    found = [one for row in read(texts, document.register, on=document.issued_on) for one in row]
    return [other for other in known(found) if other != document]
