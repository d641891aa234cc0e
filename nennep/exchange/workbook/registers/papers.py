"""Documents, how they hang together, who was told of them, and the rules a unit sets for itself."""

from nennep.documents import actions
from nennep.documents.models import Audience, Dissemination, Document, DocumentType, Reader, Relation, Requirement
from nennep.exchange.workbook.book import Book
from nennep.exchange.workbook.columns import Column, choice, day, document_number, number, text
from nennep.exchange.workbook.registers.people import ENDS, STARTS
from nennep.exchange.workbook.sheet import Row, Sheet
from nennep.ledger.acts import Outcome
from nennep.rulebook.actions import set_own_rule
from nennep.rulebook.models import CellRule


def put_document(row: Row, book: Book) -> Outcome:
    names = [
        "type",
        "number",
        "symbol",
        "issuer",
        "issued_on",
        "congress_term",
        "subject",
        "signatory",
        "received_on",
        "valid_until",
    ]
    document = Document(register=book.unit, **row.only(*names))
    document, outcome = actions.register_document(document, by=book.by, at=book.at)
    book.listed.add(document.pk)
    return outcome


def put_relation(row: Row, book: Book) -> Outcome:
    relation = Relation(
        source=book.document(row.source), kind=row.kind, target=book.document(row.target), since=row.since
    )
    return actions.relate(relation, by=book.by, at=book.at)[1]


def put_dissemination(row: Row, book: Book) -> Outcome:
    dissemination = Dissemination(
        unit=book.unit, document=book.document(row.document), **row.only("held_on", "form", "due_on")
    )
    return actions.disseminate(dissemination, by=book.by, at=book.at)[1]


def put_reader(row: Row, book: Book) -> Outcome:
    document = book.document(row.document)
    requirement, _outcome = actions.list_requirement(
        Requirement(unit=book.unit, document=document, audience=Audience.LISTED, set_on=row.set_on, due_on=row.due_on),
        by=book.by,
        at=book.at,
    )
    reader = Reader(
        requirement=requirement,
        person=book.person(row.person),
        known_on=row.known_on,
        form=row.form if row.known_on else "",
    )
    return actions.list_reader(reader, by=book.by, at=book.at)[1]


def put_own_rule(row: Row, book: Book) -> Outcome:
    own = CellRule(unit=book.unit, **row.only("key", "value", "starts", "ends", "document", "statement"))
    return set_own_rule(own, by=book.by, at=book.at)[1]


DOCUMENT = Column("Văn bản", "document", text(120), refers="documents")
DOCUMENT_IF_ANY = Column("Văn bản", "document", text(120), required=False, refers="documents")

REGISTERS = (
    Sheet(
        "Văn bản",
        (
            Column("Loại", "type", choice(DocumentType)),
            Column("Số", "number", document_number),
            Column("Ký hiệu", "symbol", text(40)),
            Column("Cơ quan ban hành", "issuer", text(200)),
            Column("Ngày", "issued_on", day),
            Column("Khóa", "congress_term", text(10), required=False),
            Column("Trích yếu", "subject", text(500)),
            Column("Người ký", "signatory", text(120), required=False),
            Column("Ngày vào sổ", "received_on", day, required=False, empty=None),
            Column("Hiệu lực đến", "valid_until", day, required=False, empty=None),
        ),
        ("type", "number", "symbol", "issuer", "issued_on"),
        put_document,
    ),
    Sheet(
        "Quan hệ văn bản",
        (
            Column("Văn bản", "source", text(120), refers="documents"),
            Column("Quan hệ", "kind", choice(Relation.Kind)),
            Column("Văn bản kia", "target", text(120), refers="documents"),
            Column("Từ ngày", "since", day, required=False, empty=None),
        ),
        ("source", "kind", "target"),
        put_relation,
    ),
    Sheet(
        "Quán triệt",
        (
            DOCUMENT,
            Column("Ngày", "held_on", day),
            Column("Hình thức", "form", choice(Dissemination.Form)),
            Column("Hạn", "due_on", day, required=False, empty=None),
            Column("Ngày họp", "meeting_on", day, required=False, empty=None, refers="meetings"),
        ),
        ("document", "held_on", "form"),
        put_dissemination,
    ),
    Sheet(
        "Người quán triệt",
        (
            DOCUMENT,
            Column("Họ và tên", "person", text(120), refers="people"),
            Column("Ngày đặt", "set_on", day),
            Column("Hạn", "due_on", day),
            Column("Ngày biết", "known_on", day, required=False, empty=None),
            Column("Hình thức", "form", choice(Dissemination.Form), required=False, empty=""),
        ),
        ("document", "person", "due_on"),
        put_reader,
    ),
    Sheet(
        "Quy tắc riêng",
        (
            Column("Khóa", "key", text(60)),
            Column("Giá trị", "value", number),
            STARTS,
            ENDS,
            Column("Văn bản", "document", text(120), required=False, refers="documents"),
            Column("Diễn giải", "statement", text(300)),
        ),
        ("key", "starts"),
        put_own_rule,
    ),
)
