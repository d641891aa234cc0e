"""The verbs of this room: about the register, the catalogue, numbers, files, and who has to know what."""

from nennep.documents.actions.catalogue import adopt
from nennep.documents.actions.dissemination import (
    add_reader,
    disseminate,
    know,
    list_reader,
    list_requirement,
    note_known,
    require_knowledge,
    take_back_known,
    withdraw_requirement,
)
from nennep.documents.actions.files import attach_file, attach_files, keep_outside, remove_file
from nennep.documents.actions.numbers import cancel_number, release_number, reserve_number, sign_document
from nennep.documents.actions.register import register_document, relate

__all__ = [
    "add_reader",
    "adopt",
    "attach_file",
    "attach_files",
    "cancel_number",
    "disseminate",
    "keep_outside",
    "know",
    "list_reader",
    "list_requirement",
    "note_known",
    "register_document",
    "relate",
    "release_number",
    "remove_file",
    "require_knowledge",
    "reserve_number",
    "sign_document",
    "take_back_known",
    "withdraw_requirement",
]
