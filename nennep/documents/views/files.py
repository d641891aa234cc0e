"""Files of documents: hung there, read, taken away."""

from django.http import FileResponse, Http404, HttpResponse
from django.shortcuts import get_object_or_404
from django.views.decorators.http import require_http_methods, require_safe

from nennep.documents.files.store import path_of
from nennep.documents.forms.register import Attach, RemoveFile
from nennep.documents.models import Document, DocumentFile, Reader
from nennep.organisation import access, guards
from nennep.organisation.accounts.sessions import by_card_too
from nennep.organisation.changing.views import done, sent
from nennep.organisation.requests import Request

TYPES = {
    "docx": "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
    "xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
    "pdf": "application/pdf",
    "png": "image/png",
    "jpg": "image/jpeg",
    "tif": "image/tiff",
    "txt": "text/plain; charset=utf-8",
}
SHOWN_IN_THE_BROWSER = {"pdf", "png", "jpg"}


@by_card_too
@require_safe
def file(request: Request, pk: int, name: str) -> FileResponse:
    """The bytes of a file, to whoever may see its document. `name` is only for the browser to save it under."""
    found = get_object_or_404(DocumentFile.objects.select_related("document__register", "file"), pk=pk)
    if not guards.sees(request, found.document.register) and not has_to_know(request, found.document):
        raise Http404
    kind = found.file.kind
    try:
        content = path_of(found.file.digest).open("rb")
    except FileNotFoundError as error:
        raise Http404 from error
    answer = FileResponse(content, as_attachment=kind not in SHOWN_IN_THE_BROWSER, filename=found.saved_as)
    answer["Content-Type"] = TYPES[kind]
    # Whatever a file holds, in the browser it may do nothing.
    answer["Content-Security-Policy"] = "sandbox; default-src 'none'; style-src 'unsafe-inline'"
    answer["Cache-Control"] = "private, no-store"
    return answer


def has_to_know(request: Request, document: Document) -> bool:
    """By card people see only their own things; what they have to know is among them."""
    return Reader.objects.asked().filter(requirement__document=document, person=request.here.acting).exists()


@require_http_methods(["GET", "POST"])
def attach(request: Request, pk: int) -> HttpResponse:
    """A file is hung on a document."""
    found = get_object_or_404(Document.objects.select_related("register"), pk=pk)
    if not guards.keeps(request, access.keeps_the_books, found.register):
        raise Http404
    files = request.FILES if request.method == "POST" else None
    form = Attach(found, sent(request), files, by=guards.signed_in(request), at=request.now)
    return done(request, form, found.register, found.get_absolute_url())


@require_http_methods(["GET", "POST"])
def remove(request: Request, pk: int) -> HttpResponse:
    """A file that was hung there by mistake goes."""
    found = get_object_or_404(DocumentFile.objects.select_related("document__register", "file"), pk=pk)
    if not guards.keeps(request, access.keeps_the_books, found.document.register):
        raise Http404
    form = RemoveFile(found, sent(request), by=guards.signed_in(request), at=request.now)
    return done(request, form, found.document.register, found.document.get_absolute_url())
