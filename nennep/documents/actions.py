"""Verbs about documents."""

from datetime import datetime

from nennep.documents.models import Dissemination, Document, Relation
from nennep.ledger.acts import Outcome, put
from nennep.organisation import access
from nennep.organisation.access import Doer


def register_document(document: Document, *, by: Doer, at: datetime) -> tuple[Document, Outcome]:
    """Vào sổ: enter a document of the unit, or of somebody above, in the unit's register."""
    access.require(access.keeps_the_books, by, document.register, on=at.date())
    document.issued_by_register = document.issuer == document.register.name
    key = ["register", "type", "number", "symbol", "issuer", "issued_on"]
    return put(document, key=key, act_name="documents.register", by=by, at=at)


def relate(relation: Relation, *, by: Doer, at: datetime) -> tuple[Relation, Outcome]:
    """Say what one document does to another."""
    access.require(access.keeps_the_books, by, relation.source.register, on=at.date())
    return put(relation, key=["source", "kind", "target"], act_name="documents.relate", by=by, at=at)


def disseminate(dissemination: Dissemination, *, by: Doer, at: datetime) -> tuple[Dissemination, Outcome]:
    """Quán triệt: the unit was told of a document on a day."""
    access.require(access.keeps_the_books, by, dissemination.unit, on=at.date())
    key = ["unit", "document", "held_on", "form"]
    return put(dissemination, key=key, act_name="documents.disseminate", by=by, at=at)
