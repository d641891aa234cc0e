"""Văn bản: the register of documents, how they hang together, and who was told of them."""

from nennep.documents.models.disseminations import Dissemination
from nennep.documents.models.files import DocumentFile, KeptOutside, Role, StoredFile
from nennep.documents.models.numbers import Reservation, Sequence
from nennep.documents.models.register import STATE_TYPES, TYPE_SYMBOLS, Document, DocumentType
from nennep.documents.models.relations import Relation

__all__ = [
    "STATE_TYPES",
    "TYPE_SYMBOLS",
    "Dissemination",
    "Document",
    "DocumentFile",
    "DocumentType",
    "KeptOutside",
    "Relation",
    "Reservation",
    "Role",
    "Sequence",
    "StoredFile",
]
