"""The Book of Exemplary Members, awards and drives."""

from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, render

from nennep.organisation import guards
from nennep.organisation.requests import Request
from nennep.recognition.models import Award, BookEntry, Drive


def book(request: Request, code: str) -> HttpResponse:
    """The whole Book, awards and drives on one page."""
    unit = guards.seen_unit(request, code)
    entries = list(BookEntry.objects.of(unit).select_related("person"))
    context = {
        "unit": unit,
        "entries": entries,
        "persons": len({entry.person_id for entry in entries}),
        "awards": Award.objects.of(unit).select_related("person", "document"),
        "drives": Drive.objects.of(unit).select_related("document"),
    }
    return render(request, "recognition/book.html", context)


def entry(request: Request, pk: int) -> HttpResponse:
    """One turn in the Book."""
    found = get_object_or_404(BookEntry.objects.select_related("unit", "person", "introduced_by", "checked_by"), pk=pk)
    if not guards.sees(request, found.unit):
        raise Http404
    others = BookEntry.objects.of(found.unit).filter(person=found.person).exclude(pk=found.pk)
    return render(request, "recognition/entry.html", {"entry": found, "others": others})
