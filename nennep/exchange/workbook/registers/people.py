"""Units and people: who there is, as what, since when, in which office."""

from django.utils.translation import gettext as _

from nennep.exchange.workbook.book import Book
from nennep.exchange.workbook.columns import Column, choice, day, text
from nennep.exchange.workbook.problems import CellError
from nennep.exchange.workbook.sheet import Row, Sheet
from nennep.ledger.acts import Outcome
from nennep.organisation import actions
from nennep.organisation.models import (
    CellKind,
    Coming,
    Duty,
    DutyKind,
    Exemption,
    Going,
    Level,
    Membership,
    Office,
    Person,
    Standing,
    Term,
    Unit,
)
from nennep.vietnamese.folding import fold


def put_unit(row: Row, book: Book) -> Outcome:
    """The unit of the book. One above it that is already known is not this unit's to change, and is left as it is."""
    if row.code != book.unit_code and Unit.objects.filter(code=row.code).exists():
        return Outcome.UNCHANGED
    parent = Unit.objects.filter(code=row.parent).first() if row.parent else None
    if row.parent and parent is None:
        raise CellError(
            _("Chưa có đơn vị mã %(code)s.") % {"code": row.parent}, _("Ghi cấp trên ở dòng phía trên đơn vị này.")
        )
    unit = Unit(
        **row.only("code", "name", "letterhead", "level", "cell_kind", "symbol", "place", "starts", "ends"),
        parent=parent,
    )
    return actions.found_unit(unit, by=book.by, at=book.at)[1]


def put_person(row: Row, book: Book) -> Outcome:
    person = Person(home=book.unit, **row.only("code", "name", "sex", "job", "born_on"))
    if person.born_on is None:  # a workbook without the day takes nothing away
        person.born_on = Person.objects.filter(home=book.unit, code=row.code).values_list("born_on", flat=True).first()
    return actions.list_person(person, by=book.by, at=book.at)[1]


def put_membership(row: Row, book: Book) -> Outcome:
    came, went = read_reason(row.reason or "", ended=row.ends is not None)
    membership = Membership(
        person=book.person(row.person),
        unit=book.unit,
        came=came,
        went=went,
        **row.only("standing", "starts", "ends", "reason"),
    )
    return actions.join(membership, by=book.by, at=book.at)[1]


REASONS = {
    "chuyen den": Coming.MOVED_IN,
    "tuyen dung": Coming.HIRED,
    "hop dong": Coming.HIRED,
    "ket nap": Coming.ADMITTED,
    "chuyen chinh thuc": Coming.MADE_FULL,
    "chuyen di": Going.MOVED_OUT,
    "xoa ten": Going.STRUCK_OFF,
    "khai tru": Going.EXPELLED,
    "tu tran": Going.DIED,
    "qua doi": Going.DIED,
}
"""How the column “Lý do” says that somebody came or went, folded."""


def read_reason(reason: str, *, ended: bool) -> tuple[str, str]:
    """Why a standing began and why it ended, as far as the words say; the words themselves are kept too."""
    folded = fold(reason)
    said = [meaning for words, meaning in REASONS.items() if words in folded]
    came = next((meaning for meaning in said if isinstance(meaning, Coming)), "")
    went = next((meaning for meaning in said if isinstance(meaning, Going)), "") if ended else ""
    return came, went


def put_exemption(row: Row, book: Book) -> Outcome:
    exemption = Exemption(
        person=book.person(row.person), unit=book.unit, **row.only("starts", "ends", "decided_by", "reason")
    )
    return actions.exempt(exemption, by=book.by, at=book.at)[1]


def put_office(row: Row, book: Book) -> Outcome:
    common = {"person": book.person(row.person), "unit": book.unit, **row.only("starts", "ends", "document")}
    if isinstance(row.office, Office):
        return actions.appoint(Term(office=row.office, **common), by=book.by, at=book.at)[1]
    return actions.charge(Duty(kind=row.office, **common), by=book.by, at=book.at)[1]


PERSON = Column("Họ và tên", "person", text(120), refers="people")
STARTS = Column("Từ ngày", "starts", day)
ENDS = Column("Đến ngày", "ends", day, required=False, empty=None)

REGISTERS = (
    Sheet(
        "Đơn vị",
        (
            Column("Mã", "code", text(40)),
            Column("Tên", "name", text(200)),
            Column("Tên trên văn bản", "letterhead", text(200)),
            Column("Cấp", "level", choice(Level)),
            Column("Loại hình chi bộ", "cell_kind", choice(CellKind), required=False),
            Column("Cấp trên", "parent", text(40), required=False),
            Column("Ký hiệu", "symbol", text(40)),
            Column("Địa danh", "place", text(80)),
            STARTS,
            ENDS,
        ),
        ("code",),
        put_unit,
    ),
    Sheet(
        "Con người",
        (
            Column("Mã", "code", text(20)),
            Column("Họ và tên", "name", text(120)),
            Column("Giới tính", "sex", choice(Person.Sex)),
            Column("Chức vụ chuyên môn", "job", text(160), required=False),
            Column("Ngày sinh", "born_on", day, required=False, empty=None),
        ),
        ("code",),
        put_person,
    ),
    Sheet(
        "Tư cách",
        (
            PERSON,
            Column("Tư cách", "standing", choice(Standing)),
            STARTS,
            ENDS,
            Column("Lý do", "reason", text(200), required=False),
        ),
        ("person", "starts"),
        put_membership,
    ),
    Sheet(
        "Miễn sinh hoạt",
        (
            PERSON,
            STARTS,
            ENDS,
            Column("Ai quyết định", "decided_by", text(200)),
            Column("Lý do", "reason", text(300)),
        ),
        ("person", "starts"),
        put_exemption,
    ),
    Sheet(
        "Chức vụ",
        (
            PERSON,
            Column("Chức vụ hoặc nhiệm vụ", "office", choice(Office, DutyKind)),
            STARTS,
            ENDS,
            Column("Văn bản", "document", text(120), required=False),
        ),
        ("person", "office", "starts"),
        put_office,
    ),
)
