"""The rows of the table of verbs that are about documents, their numbers and their files."""

from datetime import date
from typing import Any

from nennep.documents import actions as documents
from nennep.documents.catalogue import catalogue
from nennep.documents.drafting import actions as drafting
from nennep.documents.files.admission import Admitted
from nennep.documents.files.reading.reading import Kind as FileKind
from nennep.documents.files.reading.reading import Reading
from nennep.documents.models import Document, DocumentFile, Reader, Requirement
from nennep.documents.tests.factories import (
    DirectiveFactory,
    DisseminationFactory,
    DocumentFactory,
    DraftFactory,
    RelationFactory,
)
from nennep.organisation.access import Operator
from nennep.organisation.models import CommitteeTerm
from tests.access.doing import BOOKS_MAY, CELL_MAY, HEADS_MAY, Verb, new
from tests.access.kinds import Kind
from tests.access.people import MOMENT, NEW_DAY, TODAY, Around


def own_document(a: Around) -> Document:
    return DocumentFactory(register=a.unit, number=990)


def unsigned(a: Around) -> tuple[Any, ...]:
    CommitteeTerm.objects.create(unit=a.unit, name="2010–2015", starts=date(2010, 6, 18))
    return (DocumentFactory.build(register=a.unit, number=None, issued_on=NEW_DAY),)


def draft_to_sign(a: Around) -> tuple[Any, ...]:
    unsigned(a)
    return (DraftFactory(register=a.unit),)


def a_number(a: Around) -> tuple[Any, ...]:
    CommitteeTerm.objects.create(unit=a.unit, name="2010–2015", starts=date(2010, 6, 18))
    return (a.unit, "plan", TODAY, "kế hoạch năm")


def kept_number(a: Around) -> tuple[Any, ...]:
    return (documents.reserve_number(*a_number(a), by=Operator(), at=MOMENT),)


def a_letter() -> Admitted:
    return Admitted("thu.txt", b"A line.", Reading(FileKind.TEXT))


def attached(a: Around) -> DocumentFile:
    return documents.attach_file(own_document(a), a_letter(), "text", by=Operator(), at=MOMENT)


def requirement(a: Around, audience: str = "everyone") -> Requirement:
    return documents.require_knowledge(own_document(a), audience, TODAY, by=Operator(), at=MOMENT)


def old_requirement(a: Around) -> Requirement:
    return Requirement(unit=a.unit, document=own_document(a), audience="listed", set_on=TODAY, due_on=TODAY)


def of_the_committee(a: Around) -> Requirement:
    return requirement(a, "committee")


def reader(a: Around) -> Reader:
    return requirement(a).readers.get(person=a.member)


def directive(a: Around) -> Document:
    return DirectiveFactory(register=a.unit, number=991)


def relation(a: Around) -> tuple[Any, ...]:
    return (RelationFactory.build(source=own_document(a), target=directive(a)),)


DOCUMENT_VERBS = [
    Verb(documents.register_document, BOOKS_MAY, new(DocumentFactory, of="register", number=992)),
    Verb(documents.sign_document, HEADS_MAY, unsigned),
    Verb(documents.cancel_number, HEADS_MAY, lambda a: (own_document(a), "In nhầm")),
    Verb(documents.adopt, BOOKS_MAY, lambda a: (a.unit, [catalogue()["50-CT/TW 2025-07-23"]])),
    Verb(drafting.write_draft, BOOKS_MAY, new(DraftFactory, of="register"), lambda a: {"seen": 0}),
    Verb(drafting.discard_draft, BOOKS_MAY, lambda a: (DraftFactory(register=a.unit),)),
    Verb(drafting.sign_draft, HEADS_MAY, draft_to_sign, lambda a: {"on": NEW_DAY, "seen": 1}),
    Verb(documents.reserve_number, HEADS_MAY, a_number, which="of a plan"),
    Verb(documents.release_number, HEADS_MAY, kept_number),
    Verb(documents.attach_file, BOOKS_MAY, lambda a: (own_document(a), a_letter(), "text")),
    Verb(documents.attach_files, BOOKS_MAY, lambda a: (own_document(a), [a_letter()], "text")),
    Verb(documents.remove_file, BOOKS_MAY, lambda a: (attached(a), "Đính nhầm")),
    Verb(documents.keep_outside, CELL_MAY, lambda a: (a.unit,)),
    Verb(documents.require_knowledge, BOOKS_MAY, lambda a: (own_document(a), "everyone", TODAY)),
    Verb(documents.withdraw_requirement, BOOKS_MAY, lambda a: (requirement(a),)),
    Verb(documents.add_reader, BOOKS_MAY, lambda a: (of_the_committee(a), a.somebody)),
    Verb(documents.list_requirement, BOOKS_MAY, lambda a: (old_requirement(a),)),
    Verb(documents.list_reader, BOOKS_MAY, lambda a: (Reader(requirement=of_the_committee(a), person=a.somebody),)),
    Verb(documents.know, BOOKS_MAY | {Kind.MEMBER}, lambda a: (reader(a),)),
    Verb(documents.note_known, BOOKS_MAY, lambda a: (requirement(a), [a.member], TODAY, "meeting")),
    Verb(documents.take_back_known, BOOKS_MAY, lambda a: (documents.know(reader(a), by=Operator(), at=MOMENT),)),
    Verb(documents.relate, BOOKS_MAY, relation),
    Verb(documents.disseminate, BOOKS_MAY, new(DisseminationFactory, document=directive, held_on=NEW_DAY)),
]
