"""Document numbers inside running text: "03-CT/TW" is one word (pattern of numbers: domain 6.2)."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

DOCUMENT_NUMBER = re.compile(r"(\b[0-9]{1,5}-[A-ZĐ][A-Za-zĐđ]{0,4}/[A-ZĐ][0-9A-Za-zĐđ]*(?:[-/.][0-9A-ZĐ]+)*\b)")


@dataclass(frozen=True)
class Piece:
    """A stretch of text; a document's number ("03-CT/TW") is one word and stays on one line."""

    text: str
    is_number: bool


def pieces(text: str) -> Iterator[Piece]:
    """The text in order, document numbers apart from the rest."""
    for position, part in enumerate(DOCUMENT_NUMBER.split(text)):
        if part:
            yield Piece(part, is_number=position % 2 == 1)
