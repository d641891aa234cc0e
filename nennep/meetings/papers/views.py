"""The papers of a meeting and the year's book of attendance: on screen, and as files."""

from collections.abc import Callable

from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.urls import reverse
from django.utils.safestring import mark_safe
from django.utils.translation import gettext_lazy

from nennep.documents.drafting.views import WRITERS, as_file
from nennep.meetings.models import Meeting
from nennep.meetings.papers.assignments import assignments_sheet
from nennep.meetings.papers.attendance_book import attendance_book
from nennep.meetings.papers.minutes import minutes_sheet
from nennep.meetings.papers.notice import notice_sheet
from nennep.meetings.papers.page import addenda_of, page_of
from nennep.meetings.papers.report_up import report_up_sheet
from nennep.meetings.papers.score import score_sheet
from nennep.organisation import guards
from nennep.organisation.requests import Request
from nennep.paper.blocks import Document as Sheet
from nennep.paper.html_writer import to_html


def minutes_of(meeting: Meeting) -> Sheet:
    shown, code = page_of(meeting)
    return minutes_sheet(shown, code=code, addenda=addenda_of(meeting))


def made_by(make: Callable[..., Sheet]) -> Callable[[Meeting], Sheet]:
    def paper_of(meeting: Meeting) -> Sheet:
        shown, code = page_of(meeting)
        return make(shown, code=code)

    return paper_of


PAPERS: dict[str, Callable[[Meeting], Sheet]] = {
    "bien-ban": minutes_of,
    "thong-bao": made_by(notice_sheet),
    "giao-viec": made_by(assignments_sheet),
    "tu-cham": made_by(score_sheet),
    "bao-cao": made_by(report_up_sheet),
}

NAMES = {
    "bien-ban": gettext_lazy("Biên bản"),
    "thong-bao": gettext_lazy("Thông báo kết luận"),
    "giao-viec": gettext_lazy("Phiếu giao việc"),
    "tu-cham": gettext_lazy("Phiếu tự chấm"),
    "bao-cao": gettext_lazy("Báo cáo lên cấp trên"),
}


def seen_paper(request: Request, pk: int, paper: str) -> tuple[Meeting, Sheet]:
    """A paper of a meeting, for those who see the unit's pages."""
    meetings = Meeting.objects.select_related(
        "unit__parent", "chair", "minutes_secretary", "resolution__draft__document", "score"
    )
    found = get_object_or_404(meetings, pk=pk)
    if paper not in PAPERS or not guards.sees(request, found.unit):
        raise Http404
    return found, PAPERS[paper](found)


def paper(request: Request, pk: int, paper: str) -> HttpResponse:
    """As it prints, on screen."""
    found, made = seen_paper(request, pk, paper)
    files = {ending: reverse("meetings:paper-file", args=[pk, paper, ending]) for ending in WRITERS}
    return on_screen(request, made, files, back=found.get_absolute_url(), back_to=found.title)


def paper_file(request: Request, pk: int, paper: str, ending: str) -> HttpResponse:
    """As Word or PDF."""
    found, made = seen_paper(request, pk, paper)
    return as_file(made, ending, f"{paper}-{found.held_on:%Y-%m-%d}")


def book(request: Request, code: str, year: int) -> HttpResponse:
    """The year's book of attendance."""
    unit = guards.seen_unit(request, code)
    files = {ending: reverse("meetings:book-file", args=[code, year, ending]) for ending in WRITERS}
    back = reverse("meetings:year", args=[code, year])
    return on_screen(request, attendance_book(unit, year), files, back=back, back_to=str(unit))


def book_file(request: Request, code: str, year: int, ending: str) -> HttpResponse:
    """The same as Word or PDF."""
    unit = guards.seen_unit(request, code)
    return as_file(attendance_book(unit, year), ending, f"diem-danh-{year}")


def on_screen(request: Request, made: Sheet, files: dict[str, str], *, back: str, back_to: str) -> HttpResponse:
    context = {
        "sheet": mark_safe(to_html(made)),  # noqa: S308  # the writer escapes every text
        "title": made.title,
        "files": files,
        "back": back,
        "back_to": back_to,
    }
    return render(request, "meetings/paper.html", context)
