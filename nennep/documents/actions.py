"""Verbs about documents."""

from datetime import datetime
from typing import Any

from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _

from nennep.documents.models import Dissemination, Document, Relation
from nennep.documents.numbering import allot
from nennep.ledger.acts import Outcome, act, content_of, put
from nennep.organisation import access
from nennep.organisation.access import Doer
from nennep.vietnamese.dates import short_date


def register_document(document: Document, *, by: Doer, at: datetime) -> tuple[Document, Outcome]:
    """Vào sổ: enter a document of the unit, or of somebody above, in the unit's register."""
    access.require(access.keeps_the_books, by, document.register, on=at.date())
    own_names = (document.register.name, document.register.called_on(document.issued_on))
    document.issued_by_register = document.issuer in own_names
    key = ["register", "type", "number", "symbol", "issuer", "issued_on"]
    known = Document.objects.filter(**{name: getattr(document, name) for name in key}).first()
    if known is not None:  # what the program allotted or somebody cancelled is not a register's line to take back
        document.term = known.term
        document.cancelled_on, document.cancelled_why = known.cancelled_on, known.cancelled_why
    return put(document, key=key, act_name="documents.register", by=by, at=at)


def sign_document(document: Document, *, by: Doer, at: datetime) -> Document:
    """Ký, cấp số: the unit's own document gets the next number of its symbol, once and for good.

    Raises NotAllowed unless the secretary or the deputy signs, ValidationError where no number can be given.
    """
    access.require(access.is_secretary, by, document.register, on=at.date())
    if document.issued_on > at.date():
        raise ValidationError(_("Ngày %(day)s chưa tới; ghi ngày ký.") % {"day": short_date(document.issued_on)})
    document.issuer = document.register.called_on(document.issued_on)
    document.issued_by_register = True
    signed: dict[str, Any] = {}
    with act("documents.sign", by=by, at=at, on=document, content=signed):
        allot(document)
        document.clean_fields(exclude=["register", "term"])
        document.save(force_insert=True)
        signed |= content_of(document)
    return document


def cancel_number(document: Document, why: str, *, by: Doer, at: datetime) -> Document:
    """Hủy số: the document does not stand; its number stays used and visible, with the reason."""
    access.require(access.is_secretary, by, document.register, on=at.date())
    if not why.strip():
        raise ValidationError(_("Ghi lý do hủy số."))
    if document.cancelled_on is not None or not document.issued_by_register:
        raise ValidationError(_("Chỉ hủy được số của văn bản do đơn vị ban hành, một lần."))
    with act("documents.cancel_number", by=by, at=at, on=document, content={"why": why}):
        document.cancelled_on, document.cancelled_why = at.date(), why.strip()
        document.save(update_fields=["cancelled_on", "cancelled_why"])
    return document


def relate(relation: Relation, *, by: Doer, at: datetime) -> tuple[Relation, Outcome]:
    """Say what one document does to another."""
    access.require(access.keeps_the_books, by, relation.source.register, on=at.date())
    return put(relation, key=["source", "kind", "target"], act_name="documents.relate", by=by, at=at)


def disseminate(dissemination: Dissemination, *, by: Doer, at: datetime) -> tuple[Dissemination, Outcome]:
    """Quán triệt: the unit was told of a document on a day."""
    access.require(access.keeps_the_books, by, dissemination.unit, on=at.date())
    key = ["unit", "document", "held_on", "form"]
    return put(dissemination, key=key, act_name="documents.disseminate", by=by, at=at)
