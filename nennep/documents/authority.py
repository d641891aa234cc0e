"""Which types of document a kind of unit may issue, by day (domain 6.1).

399-QĐ/TW of 9/1/2026 lists 25 types and who may issue which. What a cell may was seen second-hand only (a public assistant that
cites its articles 11 and 13), so this explains and never blocks. Papers dated before it stand: what was right in 2011 is right.
"""

from dataclasses import dataclass
from datetime import date

from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from nennep.documents.models import DocumentType
from nennep.organisation.models import Unit
from nennep.organisation.models.units import CELLS
from nennep.rulebook.rules import centre
from nennep.vietnamese.dates import short_date

KEY = "doc.cell_allowed_types"

# What a cell does today instead of what it may not issue (domain 6.1: inferred).
_STANDARDS = gettext_lazy("Ban hành quy chế, hoặc đưa chuẩn mực vào một nghị quyết của chi bộ.")
_PLAN = gettext_lazy("Đưa việc cần làm vào nghị quyết hoặc kế hoạch của chi bộ.")
_NOTICE = gettext_lazy("Dùng thông báo, kế hoạch hoặc kết luận của chi bộ.")
_NOT_LISTED = gettext_lazy(
    "Loại này không có trong các loại chi bộ được ban hành; chọn nghị quyết, kế hoạch hoặc đề án."
)

IN_NO_REGISTER = ("quy hoạch", "chiến lược", "dự án", "thông cáo", "tuyên bố", "lời kêu gọi")
"""Types that only levels above issue; no register of ours has a row for one, so each is its own key."""

INSTEAD: dict[str, str | Promise] = {
    DocumentType.REGULATION.value: _STANDARDS,
    DocumentType.DIRECTIVE.value: _PLAN,
    DocumentType.CIRCULAR.value: _NOTICE,
    DocumentType.GUIDANCE.value: _NOTICE,
}
"""What to write instead, for the types that the rulebook says a cell does not issue."""


@dataclass(frozen=True)
class NotForThem:
    """Why a kind of unit does not issue a type, and what it issues instead."""

    said: str
    instead: str
    source: str
    certainty: str


def may_issue(type: str, on: date, level: str) -> NotForThem | None:
    """None where a unit of that level may issue the type on that day; else why not, and what to write instead."""
    allowed = centre(KEY, on=on)
    name = str(dict(DocumentType.choices).get(type, type))
    if allowed is None or level not in CELLS or not isinstance(allowed.value, dict):
        return None
    if type not in IN_NO_REGISTER and name not in {_(refused) for refused in allowed.value["không"]}:
        return None
    said = _("Từ %(day)s chi bộ không ban hành %(type)s.") % {"day": short_date(allowed.valid_from), "type": name}
    instead = INSTEAD.get(type, _NOT_LISTED)
    return NotForThem(said, str(instead), _("Quy định số %(number)s") % {"number": allowed.source}, allowed.certainty)


def may_unit_issue(type: str, on: date, unit: Unit) -> NotForThem | None:
    """The same for a unit as it was on that day."""
    state = unit.on(on)
    return may_issue(type, on, state.level if state is not None else unit.level)
