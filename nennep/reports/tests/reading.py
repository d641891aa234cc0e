"""Reading a composed report as a person does: its words, paragraph by paragraph, and its figures."""

from collections.abc import Iterator
from dataclasses import fields, is_dataclass

from nennep.paper.blocks import (
    Chart,
    Citation,
    Document,
    Figure,
    Gap,
    Heading,
    ListBlock,
    Paragraph,
    Sources,
    Table,
    Text,
)


def words(inlines) -> str:
    return "".join(inline.text for inline in inlines if isinstance(inline, Text | Figure | Citation | Gap))


def lines(document: Document) -> list[str]:
    """Every heading, paragraph, item and row of the document, in order."""
    found: list[str] = []
    for block in document.blocks:
        match block:
            case Heading():
                found.append(block.text)
            case Paragraph():
                found.append(words(block.inlines))
            case ListBlock():
                found += [words(item) for item in block.items]
            case Table():
                found += [" | ".join(words(cell) for cell in row) for row in (block.head, *block.rows)]
            case Chart() | Sources():
                pass
            case _:
                found.append(" ".join(strings_of(block)))
    return found


def text_of(document: Document) -> str:
    return "\n".join(lines(document))


def line_with(document: Document, part: str) -> str:
    """The one line that holds these words."""
    (found,) = [line for line in lines(document) if part in line]
    return found


def strings_of(part: object) -> Iterator[str]:
    if isinstance(part, str):
        yield part
    elif is_dataclass(part):
        for one in fields(part):
            yield from strings_of(getattr(part, one.name))
    elif isinstance(part, tuple | list):
        for one in part:
            yield from strings_of(one)


def parts(document: Document, kind: type) -> list:
    """Every part of one kind, wherever it stands in the tree."""

    def walk(part: object) -> Iterator:
        if isinstance(part, kind):
            yield part
        elif is_dataclass(part):
            for one in fields(part):
                yield from walk(getattr(part, one.name))
        elif isinstance(part, tuple):
            for one in part:
                yield from walk(one)

    return list(walk(document.blocks))
