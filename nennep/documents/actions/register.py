"""Verbs about the register: what comes into it, how it hangs together."""

from datetime import datetime

from nennep.documents.marked_words import require_unmarked
from nennep.documents.models import Document, Relation
from nennep.ledger.acts import Outcome, put
from nennep.organisation import access
from nennep.organisation.access import Doer


def register_document(document: Document, *, by: Doer, at: datetime) -> tuple[Document, Outcome]:
    """Vào sổ: enter a document of the unit, or of somebody above, in the unit's register."""
    access.require(access.keeps_the_books, by, document.register, on=at.date())
    require_unmarked(document.subject, document.issuer, document.signatory)
    own_names = (document.register.name, document.register.called_on(document.issued_on))
    document.issued_by_register = document.issuer in own_names
    key = ["register", "type", "number", "symbol", "issuer", "issued_on"]
    known = Document.objects.filter(**{name: getattr(document, name) for name in key}).first()
    if known is not None:  # what the program allotted or somebody cancelled is not a register's line to take back
        document.term = known.term
        document.cancelled_on, document.cancelled_why = known.cancelled_on, known.cancelled_why
    return put(document, key=key, act_name="documents.register", by=by, at=at)


def relate(relation: Relation, *, by: Doer, at: datetime) -> tuple[Relation, Outcome]:
    """Say what one document does to another."""
    access.require(access.keeps_the_books, by, relation.source.register, on=at.date())
    return put(relation, key=["source", "kind", "target"], act_name="documents.relate", by=by, at=at)
