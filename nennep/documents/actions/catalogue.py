"""Taking known documents into the register."""

from collections.abc import Sequence
from datetime import datetime

from django.db import transaction

from nennep.documents.actions.register import register_document, relate
from nennep.documents.catalogue import Known, in_register, relations_among
from nennep.documents.models import Document
from nennep.organisation.access import Doer
from nennep.organisation.models import Unit


def adopt(unit: Unit, entries: Sequence[Known], *, by: Doer, at: datetime) -> list[Document]:
    """Đưa vào sổ: known documents become lines of the unit's register, with what they do to each other.

    What stands there already stays as the unit has written it.
    """
    with transaction.atomic():
        there = in_register(unit)
        added = [
            register_document(entry.document(unit), by=by, at=at)[0] for entry in entries if entry.key not in there
        ]
        for relation in relations_among(in_register(unit)):
            relate(relation, by=by, at=at)
    return added
