"""Văn bản: the register of documents, how they hang together, and who was told of them."""

from nennep.documents.models.disseminations import Dissemination
from nennep.documents.models.drafts import DRAFT_TYPES, INVITATION, Draft
from nennep.documents.models.numbers import NumberCounter
from nennep.documents.models.register import TYPE_SYMBOLS, Document, DocumentType
from nennep.documents.models.relations import Relation

__all__ = [
    "DRAFT_TYPES",
    "INVITATION",
    "TYPE_SYMBOLS",
    "Dissemination",
    "Document",
    "DocumentType",
    "Draft",
    "NumberCounter",
    "Relation",
]
