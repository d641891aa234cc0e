"""A document as JSON, to keep with a frozen report and to send between installations, and back."""

import json
from dataclasses import fields, is_dataclass
from datetime import date
from typing import Any, get_args

from nennep.paper.blocks import Block, Document, FigureSource, Inline, Series
from nennep.paper.layouts import LAYOUTS, Layout

FORMAT = "nennep/paper/1"

_PARTS: dict[str, Any] = {
    part.__name__: part for part in (*get_args(Inline), *get_args(Block), Series, FigureSource, Document)
}


class NotADocument(ValueError):
    """The JSON does not hold a document of this format."""


def to_json(document: Document) -> str:
    """The document as JSON text, the same for equal documents."""
    return json.dumps({"format": FORMAT, **tree_of(document)}, ensure_ascii=False, allow_nan=False, indent=1)


def from_json(text: str) -> Document:
    """The document that `to_json` wrote, equal to it. Raises NotADocument for anything else."""
    try:
        tree = json.loads(text)
        if not isinstance(tree, dict) or tree.pop("format", None) != FORMAT:
            raise NotADocument(f"Not a document of the format {FORMAT}.")
        document = _part(tree)
    except (KeyError, TypeError, ValueError) as error:
        raise NotADocument(f"Not a document of the format {FORMAT}: {error}") from error
    if not isinstance(document, Document):
        raise NotADocument(f"A {type(document).__name__} is not a whole document.")
    return document


def tree_of(document: Document) -> dict[str, Any]:
    """The document as plain dictionaries and lists, each part under the name of its type."""
    tree: dict[str, Any] = plain(document)
    return tree


def plain(part: object) -> Any:  # Any: JSON has no better name in Python's types
    """One part of a document, or a sequence of them, as JSON can hold it."""
    match part:
        case Layout():
            return part.key
        case date():
            return part.isoformat()
        case tuple():
            return [plain(item) for item in part]
        case _ if is_dataclass(part):
            return {"type": type(part).__name__, **{f.name: plain(getattr(part, f.name)) for f in fields(part)}}
        case _:
            return part


def _part(tree: Any) -> Any:
    """Built only from the known types: a name in the file can never choose anything else."""
    match tree:
        case dict():
            name = tree["type"]
            return _PARTS[name](**{field: _field(name, field, tree[field]) for field in tree if field != "type"})
        case list():
            return tuple(_part(item) for item in tree)
        case _:
            return tree


def _field(part: str, name: str, value: Any) -> Any:
    match part, name, value:
        case "Document", "layout", _:
            return LAYOUTS[value]
        case "Letterhead", "date", str():
            return date.fromisoformat(value)
        case _:
            return _part(value)
