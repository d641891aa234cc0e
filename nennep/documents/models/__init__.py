"""Văn bản: the register of documents, how they hang together, and who was told of them."""

from nennep.documents.models.disseminations import Audience, Dissemination, Reader, Requirement
from nennep.documents.models.drafts import DRAFT_TYPES, INVITATION, Draft
from nennep.documents.models.files import DocumentFile, KeptOutside, Role, StoredFile
from nennep.documents.models.numbers import Reservation, Sequence
from nennep.documents.models.register import STATE_TYPES, TYPE_SYMBOLS, Document, DocumentType
from nennep.documents.models.relations import Relation

__all__ = [
    "DRAFT_TYPES",
    "INVITATION",
    "STATE_TYPES",
    "TYPE_SYMBOLS",
    "Audience",
    "Dissemination",
    "Document",
    "DocumentFile",
    "DocumentType",
    "Draft",
    "KeptOutside",
    "Reader",
    "Relation",
    "Requirement",
    "Reservation",
    "Role",
    "Sequence",
    "StoredFile",
]
