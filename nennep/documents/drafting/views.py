"""Write a draft and see it as it will be printed; take it as a file; sign it; throw it away."""

from collections.abc import Callable
from datetime import date

from django.contrib import messages
from django.core.exceptions import ValidationError
from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.safestring import mark_safe
from django.views.decorators.http import require_http_methods, require_safe

from nennep.documents.authority import NotForThem, may_unit_issue
from nennep.documents.drafting.forms import DiscardDraft, SignDraft, WriteDraft, begun
from nennep.documents.models import Document, Draft
from nennep.documents.papers.of_draft import sheet_of
from nennep.organisation import access, guards
from nennep.organisation.changing.views import add_refusal, done, sent
from nennep.organisation.requests import Request
from nennep.paper.blocks import Document as Sheet
from nennep.paper.docx_writer import to_docx
from nennep.paper.html_writer import to_html
from nennep.paper.pdf_writer import to_pdf
from nennep.vietnamese.folding import fold

Writer = Callable[[Sheet], bytes]
WRITERS: dict[str, tuple[Writer, str]] = {
    "docx": (to_docx, "application/vnd.openxmlformats-officedocument.wordprocessingml.document"),
    "pdf": (to_pdf, "application/pdf"),
}


def kept_draft(request: Request, pk: int, may: access.Predicate = access.keeps_the_books) -> Draft:
    """A draft, for those who keep the unit's books; 404 for everybody else."""
    drafts = Draft.objects.select_related("register__parent", "document", "written_by")
    found = get_object_or_404(drafts, pk=pk)
    if not guards.keeps(request, may, found.register):
        raise Http404
    return found


@require_http_methods(["GET", "POST"])
def new_draft(request: Request, code: str) -> HttpResponse:
    """An empty draft of the unit."""
    unit = guards.seen_unit(request, code)
    if not guards.keeps(request, access.keeps_the_books, unit):
        raise Http404
    form = WriteDraft(
        begun(unit, today=request.here.today), sent(request), by=guards.signed_in(request), at=request.now
    )
    return written(request, form)


@require_http_methods(["GET", "POST"])
def draft(request: Request, pk: int) -> HttpResponse:
    """A draft to go on with; one that was signed is its document's page."""
    found = kept_draft(request, pk)
    if found.document is not None:
        return redirect(found.document)
    form = WriteDraft(found, sent(request), by=guards.signed_in(request), at=request.now)
    return written(request, form)


@require_http_methods(["GET", "POST"])
def sign_draft(request: Request, pk: int) -> HttpResponse:
    """The draft gets its number and is closed."""
    found = kept_draft(request, pk, access.is_secretary)
    form = SignDraft(found, sent(request), by=guards.signed_in(request), at=request.now)
    back = reverse("documents:draft", args=[pk])
    return done(request, form, found.register, back, template="documents/drafts/sign.html")


@require_http_methods(["GET", "POST"])
def discard_draft(request: Request, pk: int) -> HttpResponse:
    """The draft goes."""
    found = kept_draft(request, pk)
    form = DiscardDraft(found, sent(request), by=guards.signed_in(request), at=request.now)
    back = reverse("documents:documents", args=[found.register.code])
    return done(request, form, found.register, back, template="documents/drafts/discard.html")


@require_safe
def draft_file(request: Request, pk: int, ending: str) -> HttpResponse:
    """The draft as Word or PDF, as it was last written down."""
    found = kept_draft(request, pk)
    name = f"du-thao-{fold(str(found.get_type_display())).replace(' ', '-')}"
    return as_file(sheet_of(found, today=request.here.today), ending, name)


@require_safe
def document_file(request: Request, pk: int, ending: str) -> HttpResponse:
    """A document that was written here, with its number, for whoever sees the register."""
    found = get_object_or_404(Document.objects.select_related("register"), pk=pk)
    drafted = Draft.objects.filter(document=found).select_related("register__parent", "document").first()
    if not guards.sees(request, found.register) or drafted is None:
        raise Http404
    return as_file(sheet_of(drafted, today=request.here.today), ending, found.code.replace("/", "-"))


def as_file(sheet: Sheet, ending: str, name: str) -> HttpResponse:
    """A paper as Word or PDF to be kept; 404 for any other ending."""
    if ending not in WRITERS:
        raise Http404
    write, media = WRITERS[ending]
    answer = HttpResponse(write(sheet), content_type=media)
    answer["Content-Disposition"] = f'attachment; filename="{fold(name)}.{ending}"'
    return answer


def written(request: Request, form: WriteDraft) -> HttpResponse:
    """Written down and shown again; or shown as it was typed, with what has to be mended or what somebody else wrote."""
    valid = request.method == "POST" and form.is_valid()
    if valid and "preview" not in request.POST:
        try:
            messages.success(request, form.act())
            return redirect(form.subject)
        except ValidationError as refusal:
            add_refusal(form, refusal)
    drafted, today = form.subject, request.here.today
    typed = form.typed() if valid else drafted
    context = {
        "form": form,
        "draft": drafted,
        "unit": drafted.register,
        "back": reverse("documents:documents", args=[drafted.register.code]),
        "sheet": preview(typed, today) if typed.type else "",
        "unsaved": request.method == "POST",
        "reason": reason_against(typed, today),
        "signs": guards.keeps(request, access.is_secretary, drafted.register) and drafted.numbered,
    }
    return render(request, "documents/drafts/draft.html", context, status=422 if form.errors else 200)


def preview(drafted: Draft, today: date) -> str:
    return mark_safe(to_html(sheet_of(drafted, today=today)))  # noqa: S308  # the writer escapes every text


def reason_against(drafted: Draft, today: date) -> NotForThem | None:
    """Why the unit does not issue this type on the paper's day; said, never in the way."""
    return may_unit_issue(drafted.type, drafted.intended_on or today, drafted.register)
