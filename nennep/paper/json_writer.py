"""A document as JSON, to keep with a frozen report and to send between installations, and back."""

import json
from dataclasses import fields, is_dataclass
from datetime import date
from typing import Any, Literal, cast, get_args, get_origin, get_type_hints

from nennep.paper.blocks import Document
from nennep.paper.layouts import LAYOUTS, Layout

FORMAT = "nennep/paper/1"


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
        return cast(Document, _part(Document, tree))
    except NotADocument:
        raise
    except (KeyError, TypeError, ValueError, RecursionError) as error:
        raise NotADocument(f"Not a document of the format {FORMAT}: {error}") from error


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


def _read(wanted: Any, value: Any) -> Any:
    """A value as the types of the tree want it; what a file says can choose nothing but one of those."""
    args = get_args(wanted)
    if wanted is Layout:
        return LAYOUTS[value]
    if wanted is date:
        return date.fromisoformat(value)
    if is_dataclass(wanted) and isinstance(wanted, type):
        return _part(wanted, value)
    if get_origin(wanted) is Literal:
        return _one_of(value, value in args)
    if get_origin(wanted) is tuple:
        return tuple(_read(args[0], item) for item in _one_of(value, isinstance(value, list)))
    if args:
        return _read_union(args, value)
    exact = type(value) is wanted or (wanted is float and type(value) is int)
    return _one_of(value, exact)


def _read_union(wanted: tuple[Any, ...], value: Any) -> Any:
    if value is None:
        return _one_of(value, type(None) in wanted)
    if isinstance(value, dict):
        named = {part.__name__: part for part in wanted if isinstance(part, type) and is_dataclass(part)}
        return _part(named[value["type"]], value)
    if type(value) in wanted:
        return value
    (other,) = (part for part in wanted if part is not type(None))  # a date, a float or a sequence, or nothing
    return _read(other, value)


def _part(wanted: Any, value: Any) -> Any:
    given = dict(_one_of(value, isinstance(value, dict)))
    _one_of(wanted.__name__, given.pop("type", None) == wanted.__name__)
    hints = get_type_hints(wanted)
    return wanted(**{name: _read(hints[name], given[name]) for name in given})


def _one_of(value: Any, fits: bool) -> Any:
    if not fits:
        raise NotADocument(f"Not a document of the format {FORMAT}: {str(value)[:80]!r} does not fit.")
    return value
