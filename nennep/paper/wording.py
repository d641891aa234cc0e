"""Text on its way to the page: what no format can hold taken out, what must not be torn over a line found."""

import unicodedata
from collections.abc import Iterator
from datetime import date

from nennep.vietnamese import document_numbers
from nennep.vietnamese.dates import long_date
from nennep.vietnamese.document_numbers import Piece
from nennep.vietnamese.folding import nfc


def pieces(text: str) -> Iterator[Piece]:
    """The text in order, document numbers apart from the rest."""
    return document_numbers.pieces(printable(text))


def printable(text: str) -> str:
    """NFC, without the control characters that XML cannot hold; they come in with text pasted from elsewhere.

    Lines are ended by a plain newline, a tab is kept.
    """
    lines = nfc(text).replace("\r\n", "\n").replace("\r", "\n").replace("\v", "\n").replace("\u2028", "\n")
    return "".join(char for char in lines if char in "\n\t" or _is_printable(char))


def date_line(place: str, day: date | None) -> str:
    """ "Hưng Yên, ngày 15 tháng 01 năm 2015"; an undated draft leaves room for day and month to be written in."""
    return f"{place}, {long_date(day) if day else 'ngày      tháng      năm'}"


def _is_printable(char: str) -> bool:
    return unicodedata.category(char) not in ("Cc", "Cs") and (ord(char) & 0xFFFE) != 0xFFFE
