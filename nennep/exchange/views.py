"""Bring a workbook in through the browser: check it first, see what would change, then enter all of it."""

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from nennep.documents.files.admission import Marked
from nennep.documents.files.uploads import Unmarked
from nennep.exchange.gate import kept_outside, through_the_gate
from nennep.exchange.keeping import DIGEST, incoming, keep
from nennep.exchange.workbook.importing import Imported, import_workbook
from nennep.exchange.workbook.opening import MAX_FILE
from nennep.exchange.workbook.problems import Problem, WorkbookRefused
from nennep.ledger.acts import Outcome
from nennep.organisation import access, guards
from nennep.organisation.models import Unit
from nennep.organisation.requests import Request


def unit_whose_books_i_keep(request: Request, code: str) -> Unit:
    """A workbook holds offices and rules too, so bringing one in is the secretary's or the deputy's."""
    unit = guards.seen_unit(request, code)
    if not guards.keeps(request, access.is_secretary, unit):
        raise Http404
    return unit


def workbook(request: Request, code: str) -> HttpResponse:
    """Choose a file; it is checked and tried without entering anything."""
    unit = unit_whose_books_i_keep(request, code)
    context: dict[str, object] = {"unit": unit, "question": Unmarked()}
    upload = request.FILES.get("file")
    if request.method == "POST":
        if upload is None or upload.size is None:
            context["problems"] = [Problem("", "", _("Chưa chọn tệp."), _("Chọn tệp .xlsx của chi bộ."))]
        elif upload.size > MAX_FILE:
            context["problems"] = [Problem("", "", _("Tệp quá nặng."), _("Bỏ ảnh và các sheet thừa rồi lưu lại."))]
        else:
            content = upload.read()
            try:
                through_the_gate(upload.name or "", content, request.POST.get("marked"))
                tried = import_workbook(
                    content, unit_code=code, by=guards.signed_in(request), at=request.now, dry_run=True
                )
            except Marked:
                return kept_outside(request, unit, "exchange:workbook")
            except WorkbookRefused as refused:
                context["problems"] = refused.problems
            else:
                context |= {"tried": tried, "rows": by_sheet(tried), "digest": keep(content), "name": upload.name}
    return render(request, "exchange/workbook.html", context)


@require_POST
def enter(request: Request, code: str) -> HttpResponse:
    """Enter the workbook that was checked."""
    unit = unit_whose_books_i_keep(request, code)
    digest = request.POST.get("digest", "")
    file = incoming() / f"{digest}.xlsx"
    if not DIGEST.fullmatch(digest) or not file.exists():
        messages.error(request, _("Tệp đã kiểm tra không còn; chọn lại tệp."))
        return redirect("exchange:workbook", code=unit.code)
    try:
        done = import_workbook(file, unit_code=code, by=guards.signed_in(request), at=request.now)
    except WorkbookRefused as refused:
        return render(request, "exchange/workbook.html", {"unit": unit, "problems": refused.problems})
    file.unlink()
    added, corrected = done.total(Outcome.ADDED), done.total(Outcome.CORRECTED)
    messages.success(
        request, _("Đã nhập: thêm %(added)d, sửa %(corrected)d dòng.") % {"added": added, "corrected": corrected}
    )
    return redirect("desk:today")


def by_sheet(tried: Imported) -> list[tuple[str, int, int, int]]:
    return [
        (name, counts.get(Outcome.ADDED, 0), counts.get(Outcome.CORRECTED, 0), counts.get(Outcome.UNCHANGED, 0))
        for name, counts in tried.outcomes.items()
    ]
