"""The rows of the table of pages that are about documents, their numbers and their files."""

from datetime import date

from django.urls import reverse

from tests.access.kinds import BOOKS, HEADS, Kind
from tests.access.people import MOMENT, Around
from tests.access.table import (
    FILLED_BY_HEADS,
    IN_THE_CELL,
    OF_THE_HEADS,
    Addresses,
    Answer,
    Page,
    everybody,
    first,
    of_unit,
    to,
)

TO_THE_BOOKS = to(BOOKS)
FILLED_BY_BOOKS = to(BOOKS, sees_as=Answer.AGAIN)
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


DOCUMENT_PAGES = [
    Page("documents:documents", of_unit("documents:documents"), IN_THE_CELL),
    Page("documents:document", a_document("documents:document"), IN_THE_CELL),
    Page("documents:register", of_unit("documents:register"), TO_THE_BOOKS, post=FILLED_BY_BOOKS, names_nobody=True),
    Page(
        "documents:catalogue",
        of_unit("documents:catalogue"),
        TO_THE_BOOKS,
        post=to(BOOKS, sees_as=Answer.LEADS_ON),
        names_nobody=True,
    ),
    Page("documents:relate", a_document("documents:relate"), TO_THE_BOOKS, post=FILLED_BY_BOOKS, names_nobody=True),
    Page("documents:attach", a_document("documents:attach"), TO_THE_BOOKS, post=FILLED_BY_BOOKS, names_nobody=True),
    Page("documents:remove-file", a_file("documents:remove-file"), TO_THE_BOOKS, FILLED_BY_BOOKS, names_nobody=True),
    Page("documents:file", a_file("documents:file", "a.txt"), IN_THE_CELL, READ_ONLY, names_nobody=True),
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
