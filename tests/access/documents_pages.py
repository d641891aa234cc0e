"""The rows of the table of pages that are about documents, their numbers and their files."""

from datetime import date
from typing import TYPE_CHECKING

from django.urls import reverse

from tests.access.kinds import BOOKS, HEADS, PEOPLE, Kind
from tests.access.people import MOMENT, Around
from tests.access.table import (
    FILLED_BY_BOOKS,
    FILLED_BY_HEADS,
    IN_THE_CELL,
    OF_THE_BOOKS,
    OF_THE_HEADS,
    Addresses,
    Answer,
    Page,
    a_draft,
    a_written_document,
    everybody,
    first,
    fixed,
    of_unit,
    to,
)

if TYPE_CHECKING:
    from nennep.documents.models import Requirement

READ_ONLY = everybody(Answer.WRONG_METHOD) | {Kind.ANONYMOUS: Answer.SIGN_IN, Kind.CARD: Answer.NOT_FOUND}


def a_document(name: str, **where: object) -> Addresses:
    return first(name, "documents.Document", register=lambda a: a.unit, **where)


def a_kept_number(a: Around) -> list[str]:
    from nennep.documents.models import Reservation
    from nennep.organisation.models import CommitteeTerm

    term = CommitteeTerm.objects.create(unit=a.unit, name="2010–2015", starts=date(2010, 6, 18))
    kept = Reservation.objects.create(
        register=a.unit, term=term, type="plan", number=77, symbol="KH/CB", reserved_on=MOMENT, until=MOMENT, why="x"
    )
    return [reverse("documents:release", args=[kept.pk])]


def a_file(name: str, *more: str) -> Addresses:
    def addresses(a: Around) -> list[str]:
        from nennep.documents.files.store import path_of, write
        from nennep.documents.models import Document, DocumentFile, StoredFile

        digest = "0" * 64
        write(path_of(digest), b"A line.")
        stored, _new = StoredFile.objects.get_or_create(digest=digest, kind="txt", size=7)
        attached, _new = DocumentFile.objects.get_or_create(
            document=Document.objects.of(a.unit).first(),
            file=stored,
            role="text",
            version=1,
            name="a.txt",
            added_at=MOMENT,
        )
        return [reverse(name, args=[attached.pk, *more])]

    return addresses


def asked(a: Around) -> "Requirement":
    from nennep.documents.models import Document, Requirement

    directive = Document.objects.of(a.unit).first()
    known = Requirement.objects.filter(unit=a.unit).first()
    return known or Requirement.objects.create(
        unit=a.unit, document=directive, audience="everyone", set_on=MOMENT, due_on=MOMENT
    )


def a_requirement(name: str) -> Addresses:
    return lambda a: [reverse(name, args=[asked(a).pk])]


def what_a_member_has_to_read(a: Around) -> list[str]:
    from nennep.documents.models import Reader

    reader, _new = Reader.objects.get_or_create(requirement=asked(a), person=a.member)
    return [reverse("documents:read", args=[reader.pk])]


DOCUMENT_PAGES = [
    Page("documents:documents", of_unit("documents:documents"), IN_THE_CELL),
    Page("documents:document", a_document("documents:document"), IN_THE_CELL),
    Page("documents:register", of_unit("documents:register"), OF_THE_BOOKS, post=FILLED_BY_BOOKS, names_nobody=True),
    Page(
        "documents:catalogue",
        of_unit("documents:catalogue"),
        OF_THE_BOOKS,
        post=to(BOOKS, sees_as=Answer.LEADS_ON),
        names_nobody=True,
    ),
    Page("documents:relate", a_document("documents:relate"), OF_THE_BOOKS, post=FILLED_BY_BOOKS, names_nobody=True),
    Page("documents:attach", a_document("documents:attach"), OF_THE_BOOKS, post=FILLED_BY_BOOKS, names_nobody=True),
    Page("documents:remove-file", a_file("documents:remove-file"), OF_THE_BOOKS, FILLED_BY_BOOKS, names_nobody=True),
    Page(
        "documents:file",
        a_file("documents:file", "a.txt"),
        IN_THE_CELL,
        READ_ONLY | {Kind.CARD: Answer.WRONG_METHOD},
        names_nobody=True,
    ),
    Page("documents:study", a_document("documents:study"), IN_THE_CELL, READ_ONLY, names_nobody=True),
    Page("documents:require", a_document("documents:require"), OF_THE_BOOKS, FILLED_BY_BOOKS, names_nobody=True),
    Page(
        "documents:withdraw-requirement",
        a_requirement("documents:withdraw-requirement"),
        OF_THE_BOOKS,
        FILLED_BY_BOOKS,
        names_nobody=True,
    ),
    Page("documents:known", a_requirement("documents:known"), OF_THE_HEADS, FILLED_BY_HEADS, names_nobody=True),
    Page("documents:paper-list", a_requirement("documents:paper-list"), OF_THE_BOOKS, READ_ONLY, names_nobody=True),
    Page(
        "documents:read",
        what_a_member_has_to_read,
        to(frozenset(), own=frozenset({Kind.MEMBER})),
        post=to(frozenset({Kind.MEMBER}), sees_as=Answer.LEADS_ON),
        names_nobody=True,
    ),
    Page("documents:new-draft", of_unit("documents:new-draft"), OF_THE_BOOKS, FILLED_BY_BOOKS, names_nobody=True),
    Page("documents:draft", a_draft("documents:draft"), OF_THE_BOOKS, post=FILLED_BY_BOOKS),
    Page("documents:sign-draft", a_draft("documents:sign-draft"), OF_THE_HEADS, FILLED_BY_HEADS, names_nobody=True),
    Page(
        "documents:discard-draft", a_draft("documents:discard-draft"), OF_THE_BOOKS, FILLED_BY_BOOKS, names_nobody=True
    ),
    Page("documents:draft-file", a_draft("documents:draft-file", "docx"), OF_THE_BOOKS, READ_ONLY, names_nobody=True),
    Page("documents:document-file", a_written_document, IN_THE_CELL, READ_ONLY, names_nobody=True),
    Page(
        "documents:layout",
        fixed("documents:layout"),
        to(PEOPLE),
        post=to(PEOPLE, sees_as=Answer.AGAIN),
        names_nobody=True,
    ),
    Page("documents:sign", of_unit("documents:sign"), OF_THE_HEADS, post=FILLED_BY_HEADS, names_nobody=True),
    Page("documents:reserve", of_unit("documents:reserve"), OF_THE_HEADS, post=FILLED_BY_HEADS, names_nobody=True),
    Page("documents:release", a_kept_number, OF_THE_HEADS, to(HEADS, sees_as=Answer.LEADS_ON), names_nobody=True),
    Page(
        "documents:cancel",
        a_document("documents:cancel", issued_by_register=True),
        OF_THE_HEADS,
        post=FILLED_BY_HEADS,
        names_nobody=True,
    ),
]
