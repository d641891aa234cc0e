"""The red thread: from one document, and all threads of a unit with what is missing in them."""

from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.views.decorators.http import require_safe

from nennep.desk.thread.records import Records
from nennep.desk.thread.spinning import Thread, gaps_of, gaps_under, heads, way_up
from nennep.documents.models import Document
from nennep.organisation import guards
from nennep.organisation.requests import Request


@require_safe
def thread(request: Request, pk: int) -> HttpResponse:
    """From one document down to everything that hangs on it, and up to what it carries out."""
    found = get_object_or_404(Document.objects.select_related("register"), pk=pk)
    if not guards.sees(request, found.register):
        raise Http404
    records = Records(found.register)
    spun = Thread(records, confidential=guards.may_see_sensitive(request, found.register))
    context = {
        "document": found,
        "up": way_up(records, found) if found.pk in records.documents else [],
        "strand": spun.of(found),
        "gaps": gaps_under(records, found) if found.pk in records.documents else [],
    }
    return render(request, "desk/thread.html", context)


@require_safe
def threads(request: Request, code: str) -> HttpResponse:
    """Where the unit's threads begin, and what is missing in each."""
    unit = guards.seen_unit(request, code)
    records = Records(unit)
    rows = [
        (document, len(records.below.get(document.pk, [])), gaps_of(records, document)) for document in heads(records)
    ]
    return render(request, "desk/threads.html", {"unit": unit, "rows": rows})
