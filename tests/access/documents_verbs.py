"""The rows of the table of verbs that are about documents, their numbers and their files."""

from datetime import date
from typing import Any

from nennep.documents import actions as documents
from nennep.documents.catalogue import catalogue
from nennep.documents.files.admission import Admitted
from nennep.documents.files.reading.reading import Kind as FileKind
from nennep.documents.files.reading.reading import Reading
from nennep.documents.models import Document, DocumentFile
from nennep.documents.tests.factories import DirectiveFactory, DisseminationFactory, DocumentFactory, RelationFactory
from nennep.organisation.access import Operator
from nennep.organisation.models import CommitteeTerm
from tests.access.doing import BOOKS_MAY, CELL_MAY, HEADS_MAY, Verb, new
from tests.access.people import MOMENT, NEW_DAY, TODAY, Around


def own_document(a: Around) -> Document:
    return DocumentFactory(register=a.unit, number=990)


def unsigned(a: Around) -> tuple[Any, ...]:
    CommitteeTerm.objects.create(unit=a.unit, name="2010–2015", starts=date(2010, 6, 18))
    return (DocumentFactory.build(register=a.unit, number=None, issued_on=NEW_DAY),)


def a_number(a: Around) -> tuple[Any, ...]:
    CommitteeTerm.objects.create(unit=a.unit, name="2010–2015", starts=date(2010, 6, 18))
    return (a.unit, "plan", TODAY, "kế hoạch năm")


def kept_number(a: Around) -> tuple[Any, ...]:
    return (documents.reserve_number(*a_number(a), by=Operator(), at=MOMENT),)


def a_letter() -> Admitted:
    return Admitted("thu.txt", b"A line.", Reading(FileKind.TEXT))


def attached(a: Around) -> DocumentFile:
    return documents.attach_file(own_document(a), a_letter(), "text", by=Operator(), at=MOMENT)


def directive(a: Around) -> Document:
    return DirectiveFactory(register=a.unit, number=991)


def relation(a: Around) -> tuple[Any, ...]:
    return (RelationFactory.build(source=own_document(a), target=directive(a)),)


DOCUMENT_VERBS = [
    Verb(documents.register_document, BOOKS_MAY, new(DocumentFactory, of="register", number=992)),
    Verb(documents.sign_document, HEADS_MAY, unsigned),
    Verb(documents.cancel_number, HEADS_MAY, lambda a: (own_document(a), "In nhầm")),
    Verb(documents.adopt, BOOKS_MAY, lambda a: (a.unit, [catalogue()["50-CT/TW 2025-07-23"]])),
    Verb(documents.reserve_number, HEADS_MAY, a_number, which="of a plan"),
    Verb(documents.release_number, HEADS_MAY, kept_number),
    Verb(documents.attach_file, BOOKS_MAY, lambda a: (own_document(a), a_letter(), "text")),
    Verb(documents.attach_files, BOOKS_MAY, lambda a: (own_document(a), [a_letter()], "text")),
    Verb(documents.remove_file, BOOKS_MAY, lambda a: (attached(a), "Đính nhầm")),
    Verb(documents.keep_outside, CELL_MAY, lambda a: (a.unit,)),
    Verb(documents.relate, BOOKS_MAY, relation),
    Verb(documents.disseminate, BOOKS_MAY, new(DisseminationFactory, document=directive, held_on=NEW_DAY)),
]
