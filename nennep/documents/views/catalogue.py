"""The documents that every cell's work refers to, ready to be taken into the register."""

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from nennep.documents.actions import adopt
from nennep.documents.catalogue import by_subject, catalogue, in_register
from nennep.organisation import access, guards
from nennep.organisation.requests import Request


@require_http_methods(["GET", "POST"])
def known(request: Request, code: str) -> HttpResponse:
    """Tick documents and take them into the register; those that are in it are linked."""
    unit = guards.seen_unit(request, code)
    if not guards.keeps(request, access.keeps_the_books, unit):
        raise Http404
    if request.method == "POST":
        chosen = [catalogue()[key] for key in request.POST.getlist("known") if key in catalogue()]
        added = adopt(unit, chosen, by=guards.signed_in(request), at=request.now)
        messages.success(request, _("Đã đưa vào sổ %(count)d văn bản.") % {"count": len(added)})
        return redirect("documents:documents", code=code)
    there = in_register(unit)
    entries = [entry for entry in catalogue().values() if entry.issued_on <= request.here.today]
    groups = [
        (subject, [(entry, there.get(entry.key)) for entry in rows]) for subject, rows in by_subject(entries).items()
    ]
    return render(request, "documents/catalogue.html", {"unit": unit, "groups": groups})
