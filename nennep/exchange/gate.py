"""The gate before workbooks and rosters: as before any other file (domain 7.2)."""

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _

from nennep.documents import actions
from nennep.documents.files.admission import Marked, refuse_marked
from nennep.documents.files.reader import read_file
from nennep.documents.files.reading.reading import Fault, Unreadable
from nennep.documents.files.refusals import KEPT_OUTSIDE, WORDS
from nennep.documents.gate.stamps import is_stamp_in_name
from nennep.exchange.workbook.opening import refuse_what_is_not_a_workbook, refused
from nennep.organisation import guards
from nennep.organisation.models import Unit
from nennep.organisation.requests import Request


def through_the_gate(name: str, content: bytes, answer: str | None) -> None:
    """Let the file pass. `answer` is what the person said of marks on it: "no", "yes", or nothing.

    Raises Marked, or WorkbookRefused where it cannot be read or nobody answered.
    """
    if answer == "yes":
        raise Marked
    try:
        refuse_marked(name, read_file(content, name))
    except Unreadable as unreadable:
        if is_stamp_in_name(name):
            raise Marked from None
        if unreadable.fault in (Fault.EMPTY, Fault.OLD_OFFICE, Fault.ARCHIVE):
            refuse_what_is_not_a_workbook(content)  # which says it in a workbook's words
        raise refused(str(WORDS[unreadable.fault])) from None
    if answer != "no":
        raise refused(_("Chưa trả lời câu hỏi về dấu mật."), _("Chọn lại tệp và trả lời câu hỏi bên dưới tệp."))


def kept_outside(request: Request, unit: Unit, back: str) -> HttpResponse:
    """Nothing of the file stays; the day does."""
    actions.keep_outside(unit, by=guards.signed_in(request), at=request.now)
    messages.success(request, KEPT_OUTSIDE)
    return redirect(back, code=unit.code)
