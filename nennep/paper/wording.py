"""Text on its way to the page: what no format can hold taken out, what must not be torn over a line found."""

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from nennep.vietnamese.dates import long_date
from nennep.vietnamese.folding import nfc

DOCUMENT_NUMBER = re.compile(r"(\b[0-9]{1,5}-[A-ZĐ][A-Za-zĐđ]{0,4}/[A-ZĐ][0-9A-Za-zĐđ]*(?:[-/.][0-9A-ZĐ]+)*\b)")


@dataclass(frozen=True)
class Piece:
    """A stretch of text; a document's number ("03-CT/TW") is one word and stays on one line."""

    text: str
    is_number: bool


def pieces(text: str) -> Iterator[Piece]:
    """The text in order, document numbers apart from the rest (pattern of numbers: domain: 6.2)."""
    for position, part in enumerate(DOCUMENT_NUMBER.split(printable(text))):
        if part:
            yield Piece(part, is_number=position % 2 == 1)


def printable(text: str) -> str:
    """NFC, without the control characters that XML cannot hold; they come in with text pasted from elsewhere.

    Lines are ended by a plain newline, a tab is kept.
    """
    lines = nfc(text).replace("\r\n", "\n").replace("\r", "\n").replace("\v", "\n").replace("\u2028", "\n")
    return "".join(char for char in lines if char in "\n\t" or _is_printable(char))


def date_line(place: str, day: date | None) -> str:
    """"Hưng Yên, ngày 15 tháng 01 năm 2015"; an undated draft leaves room for day and month to be written in."""
    return f"{place}, {long_date(day) if day else 'ngày      tháng      năm'}"


def _is_printable(char: str) -> bool:
    return unicodedata.category(char) not in ("Cc", "Cs") and (ord(char) & 0xFFFE) != 0xFFFE
