"""Bring a roster in through the browser: look, mend, look again, enter; and take it back."""

from django.contrib import messages
from django.core.exceptions import ValidationError
from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from nennep.documents.files.admission import Marked
from nennep.documents.files.uploads import Unmarked
from nennep.exchange import keeping
from nennep.exchange.actions import CannotTakeBack, enter_roster, take_back_roster
from nennep.exchange.gate import kept_outside, through_the_gate
from nennep.exchange.models import RosterImport
from nennep.exchange.roster.answers import Answers
from nennep.exchange.roster.page import context
from nennep.exchange.roster.preview import Preview, prepare
from nennep.exchange.workbook.opening import MAX_FILE
from nennep.exchange.workbook.problems import Problem, WorkbookRefused
from nennep.organisation import access, guards
from nennep.organisation.access import NotAllowed
from nennep.organisation.enrolment import BuiltOn
from nennep.organisation.models import Person, Unit
from nennep.organisation.requests import Request

PAST = 20


def unit_whose_people_i_list(request: Request, code: str) -> Unit:
    unit = guards.seen_unit(request, code)
    if not guards.keeps(request, access.keeps_the_books, unit):
        raise Http404
    return unit


def roster(request: Request, code: str) -> HttpResponse:
    """Choose a file; it is read and shown, and nothing is entered."""
    unit = unit_whose_people_i_list(request, code)
    if request.method != "POST":
        return page(request, unit)
    upload = request.FILES.get("file")
    if upload is None or upload.size is None:
        return page(request, unit, problems=[Problem("", "", _("Chưa chọn tệp."), _("Chọn tệp danh sách (.xlsx)."))])
    if upload.size > MAX_FILE:
        return page(request, unit, problems=[Problem("", "", _("Tệp quá nặng."), _("Bỏ ảnh và các sheet thừa."))])
    keeping.forget_abandoned(request.now)
    content = upload.read()
    try:
        through_the_gate(upload.name or "", content, request.POST.get("marked"))
    except Marked:
        return kept_outside(request, unit, "exchange:roster")
    except WorkbookRefused as refused:
        return page(request, unit, problems=refused.problems)
    return looked_at(request, unit, content, Answers(), keeping.keep_roster(content, unit))


@require_POST
def check(request: Request, code: str) -> HttpResponse:
    """The same file again with what was answered; still nothing is entered."""
    unit = unit_whose_people_i_list(request, code)
    digest = request.POST.get("digest", "")
    content = keeping.kept_roster(digest, unit)
    if content is None:
        return gone(request, unit)
    return looked_at(request, unit, content, Answers.from_form(request.POST.dict()), digest)


@require_POST
def enter(request: Request, code: str) -> HttpResponse:
    """Enter what was looked at; anything that differs by now is shown instead."""
    unit = unit_whose_people_i_list(request, code)
    digest = request.POST.get("digest", "")
    content = keeping.kept_roster(digest, unit)
    if content is None:
        return gone(request, unit)
    by = guards.signed_in(request)
    answers = Answers.from_form(request.POST.dict())
    try:
        preview = prepare(content, answers, unit=unit, by=by, at=request.now)
        if not preview.ready or preview.fingerprint != request.POST.get("seen"):
            return shown(request, preview, digest, changed=preview.mended)
        record = enter_roster(unit, preview.enrolments, file=digest, by=by, at=request.now)
    except WorkbookRefused as refused:
        return page(request, unit, problems=refused.problems)
    except (NotAllowed, ValidationError) as error:
        said = " ".join(error.messages) if isinstance(error, ValidationError) else str(error)
        return shown(request, preview, digest, problems=[Problem("", "", said)])
    keeping.forget_roster(digest)
    messages.success(
        request,
        _("Đã ghi vào danh sách: thêm %(added)d người, sửa %(corrected)d người.")
        % {"added": record.added, "corrected": record.corrected},
    )
    return redirect("organisation:people", code=unit.code)


@require_POST
def take_back(request: Request, code: str, pk: int) -> HttpResponse:
    """Take an import back while nothing stands on it."""
    unit = unit_whose_people_i_list(request, code)
    record = get_object_or_404(RosterImport, pk=pk, unit=unit)
    try:
        take_back_roster(record, by=guards.signed_in(request), at=request.now)
    except (NotAllowed, CannotTakeBack, BuiltOn) as error:
        messages.error(request, str(error))
    else:
        messages.success(request, _("Đã rút lại lần nhập: danh sách như trước khi nhập."))
    return redirect("exchange:roster", code=unit.code)


def looked_at(request: Request, unit: Unit, content: bytes, answers: Answers, digest: str) -> HttpResponse:
    try:
        preview = prepare(content, answers, unit=unit, by=guards.signed_in(request), at=request.now)
    except WorkbookRefused as refused:
        keeping.forget_roster(digest)
        return page(request, unit, problems=refused.problems)
    return shown(request, preview, digest)


def shown(request: Request, preview: Preview, digest: str, **more: object) -> HttpResponse:
    return render(request, "exchange/roster.html", {"unit": preview.unit, "digest": digest, **context(preview), **more})


def page(request: Request, unit: Unit, **more: object) -> HttpResponse:
    """The page without a file: where to choose one, and the imports of before."""
    past = list(RosterImport.objects.of(unit).listed(request.now)[:PAST])
    people = {person.reference: person.name for person in Person.objects.filter(pk__in=map(doer_of, past))}
    found = [(record, people.get(record.by, _("người quản trị máy"))) for record in past]
    context = {"unit": unit, "past": found, "question": Unmarked(), **more}
    return render(request, "exchange/roster.html", context)


def doer_of(record: RosterImport) -> int:
    kind, _colon, key = record.by.partition(":")
    return int(key) if kind == "organisation.person" and key.isdigit() else 0


def gone(request: Request, unit: Unit) -> HttpResponse:
    messages.error(request, _("Tệp đã xem không còn; chọn lại tệp."))
    return redirect("exchange:roster", code=unit.code)
