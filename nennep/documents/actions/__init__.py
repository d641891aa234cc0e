"""The verbs of this room: about the register, the catalogue, numbers and files."""

from nennep.documents.actions.catalogue import adopt
from nennep.documents.actions.files import attach_file, attach_files, keep_outside, remove_file
from nennep.documents.actions.numbers import cancel_number, release_number, reserve_number, sign_document
from nennep.documents.actions.register import disseminate, register_document, relate

__all__ = [
    "adopt",
    "attach_file",
    "attach_files",
    "cancel_number",
    "disseminate",
    "keep_outside",
    "register_document",
    "relate",
    "release_number",
    "remove_file",
    "reserve_number",
    "sign_document",
]
