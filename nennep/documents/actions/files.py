"""Verbs about files: hung on a document, taken away again; and what is kept outside."""

from collections.abc import Sequence
from datetime import datetime

from django.core.exceptions import ValidationError
from django.db.models import Max
from django.utils.translation import gettext as _

from nennep.documents.files import store
from nennep.documents.files.admission import Admitted
from nennep.documents.models import Document, DocumentFile, KeptOutside, Role
from nennep.ledger.acts import act
from nennep.organisation import access
from nennep.organisation.access import Doer
from nennep.organisation.models import Person, Unit


def attach_file(document: Document, admitted: Admitted, role: str, *, by: Doer, at: datetime) -> DocumentFile:
    """Đính tệp: a file that the gate let in becomes the document's; of the same role, its next version.

    Raises ValidationError where the document has this very file already.
    """
    access.require(access.keeps_the_books, by, document.register, on=at.date())
    attached = DocumentFile(document=document, role=Role(role), name=admitted.name, added_at=at)
    attached.added_by = by if isinstance(by, Person) else None
    with act("documents.attach_file", by=by, at=at, on=attached, content={"digest": admitted.digest, "role": role}):
        # One after another: the document's row is held while its next version is counted.
        Document.objects.select_for_update().get(pk=document.pk)
        with store.kept(admitted) as stored:
            if document.document_files.filter(file=stored).exists():
                raise ValidationError(_("Văn bản này đã có đúng tệp ấy."))
            last = document.document_files.filter(role=role).aggregate(last=Max("version"))["last"] or 0
            attached.file, attached.version = stored, last + 1
            attached.save(force_insert=True)
    return attached


def attach_files(
    document: Document, admitted: Sequence[Admitted], role: str, *, by: Doer, at: datetime
) -> list[DocumentFile]:
    """Several files at once, as they came in one letter or were chosen together."""
    return [attach_file(document, one, role, by=by, at=at) for one in admitted]


def remove_file(attached: DocumentFile, why: str, *, by: Doer, at: datetime) -> None:
    """Bỏ tệp: hung there by mistake. Its bytes go when no other document has the file; the ledger keeps that it was there."""
    access.require(access.keeps_the_books, by, attached.document.register, on=at.date())
    if not why.strip():
        raise ValidationError(_("Ghi lý do bỏ tệp."))
    content = {"why": why.strip(), "role": attached.role, "file": attached.file.digest}
    # The act is about the document, which stays: of the file nobody could ask any more.
    with act("documents.remove_file", by=by, at=at, on=attached.document, content=content):
        stored = attached.file
        attached.delete()
        store.forget(stored)


def keep_outside(unit: Unit, *, by: Doer, at: datetime) -> KeptOutside:
    """Giữ ngoài hệ thống: a marked paper was offered. That, and the day, is all that may be known of it here (domain 7.2)."""
    access.require(access.belongs, by, unit, on=at.date())
    kept = KeptOutside(unit=unit, noted_on=at.date())
    with act("documents.keep_outside", by=by, at=at, on=kept, content={"on": kept.noted_on}):
        kept.save(force_insert=True)
    return kept
