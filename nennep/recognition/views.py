"""The Book of Exemplary Members, awards and drives, criteria, named ways of following."""

from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from nennep.meetings.models import Praise
from nennep.organisation import access, guards
from nennep.organisation.changing.views import done, sent
from nennep.organisation.models import Person, Unit
from nennep.organisation.requests import Request
from nennep.recognition.criteria import criteria
from nennep.recognition.forms import OF_PRACTICE, EnterInBook, EnterPraised, NamePractice
from nennep.recognition.models import Award, BookEntry, Drive, GoodPractice
from nennep.recognition.queries import praised_not_entered


def book(request: Request, code: str) -> HttpResponse:
    """The whole Book, awards and drives on one page."""
    unit = guards.seen_unit(request, code)
    entries = list(BookEntry.objects.of(unit).select_related("person"))
    keeps = guards.keeps(request, access.keeps_the_books, unit)
    context = {
        "unit": unit,
        "today": request.here.today,
        "entries": entries,
        "keeps": keeps,
        "praised": praised_not_entered(unit, request.here.today) if keeps else [],
        "persons": len({entry.person_id for entry in entries}),
        "awards": Award.objects.of(unit).select_related("person", "document"),
        "practices": GoodPractice.objects.filter(unit=unit).select_related("document").prefetch_related("years"),
        "leads": guards.keeps(request, access.sits_on_committee, unit),
        "drives": Drive.objects.of(unit).select_related("document"),
    }
    return render(request, "recognition/book.html", context)


def entry(request: Request, pk: int) -> HttpResponse:
    """One turn in the Book."""
    rows = BookEntry.objects.select_related("unit", "person", "introduced_by", "checked_by", "praise__meeting")
    found = get_object_or_404(rows, pk=pk)
    if not guards.sees(request, found.unit):
        raise Http404
    others = BookEntry.objects.of(found.unit).filter(person=found.person).exclude(pk=found.pk)
    return render(request, "recognition/entry.html", {"entry": found, "others": others})


def asked(request: Request, code: str, year: int, pk: int | None = None) -> HttpResponse:
    """Each criterion with its evidence, for one person or for the unit. One's own is open to oneself; another's to those who
    may see what is sensitive, and their look is written down."""
    unit = guards.seen_unit(request, code)
    if not 1930 <= year <= 9998:
        raise Http404
    person = None
    if pk is not None:
        person = Person.objects.filter(pk=pk, memberships__unit=unit).distinct().first()
        if person is None:
            raise Http404
        if person != request.here.person:
            guards.seen_in_confidence(request, unit)
            guards.note_look(request, _("tiêu chí khen thưởng năm %(year)d") % {"year": year}, [person.pk], unit)
    found = criteria(unit, year, person)
    page = "recognition:criteria-of" if pk else "recognition:criteria"
    years = [
        {"year": y, "url": reverse(page, args=[code, y, *([pk] if pk else [])])}
        for y in range(year - 2, min(year + 2, request.here.today.year) + 1)
    ]
    context = {"unit": unit, "year": year, "years": years, "person": person, "criteria": found}
    return render(request, "recognition/criteria.html", context)


@require_http_methods(["GET", "POST"])
def enter(request: Request, code: str) -> HttpResponse:
    unit = get_object_or_404(Unit.objects.select_related("parent"), code=code)
    if not guards.keeps(request, access.keeps_the_books, unit):
        raise Http404
    form = EnterInBook(unit, sent(request), by=guards.signed_in(request), at=request.now)
    return done(request, form, unit, reverse("recognition:book", args=[code]))


@require_http_methods(["GET", "POST"])
def enter_praised(request: Request, pk: int) -> HttpResponse:
    """A turn that a meeting praised; of one that is in the Book already, the entry that came from it."""
    rows = Praise.objects.select_related("person", "meeting__unit__parent")
    praise = get_object_or_404(rows, pk=pk, kind=Praise.Kind.PRAISE)
    unit = praise.meeting.unit
    if not guards.keeps(request, access.keeps_the_books, unit):
        raise Http404
    entered = praise.book_entries.first()
    if entered is not None:
        return redirect(entered)
    form = EnterPraised(praise, sent(request), by=guards.signed_in(request), at=request.now)
    return done(request, form, unit, reverse("recognition:book", args=[unit.code]))


@require_http_methods(["GET", "POST"])
def add_practice(request: Request, code: str) -> HttpResponse:
    unit = get_object_or_404(Unit.objects.select_related("parent"), code=code)
    if not guards.keeps(request, access.sits_on_committee, unit):
        raise Http404
    form = NamePractice(unit, sent(request), by=guards.signed_in(request), at=request.now)
    return done(request, form, unit, reverse("recognition:book", args=[code]) + "#mo-hinh")


@require_http_methods(["GET", "POST"])
def change_practice(request: Request, pk: int, deed: str) -> HttpResponse:
    practice = get_object_or_404(GoodPractice.objects.select_related("unit"), pk=pk)
    if deed not in OF_PRACTICE or not guards.keeps(request, access.sits_on_committee, practice.unit):
        raise Http404
    form = OF_PRACTICE[deed](practice, sent(request), by=guards.signed_in(request), at=request.now)
    return done(request, form, practice.unit, practice.get_absolute_url())
