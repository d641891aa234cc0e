"""The text as the finder reads it, and the way back: every position reported refers to the text as it came in.

Read are: one code point a letter (NFC), one kind of dash, one kind of space, "Đ" where an Icelandic "Ð" was typed, nothing
invisible, and Unicode where the text is in TCVN3 or VNI. Line ends and tabs stay, for they divide columns and headings.
"""

import re
import unicodedata
from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass, field

from nennep.vietnamese import legacy
from nennep.vietnamese.folding import nfc

# One sign for one sign: nothing moves, so no map is needed.
_DASHES = "\u2010\u2011\u2012\u2013\u2014\u2015\u2212\u207b\u208b\u2043\ufe58\ufe63\uff0d"
_SPACES = "\xa0\u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a\u202f\u205f\u3000"
_SLASHES = "\u2044\u2215\uff0f"
_LINE_ENDS = "\u2028\u2029"
_ONE_FOR_ONE = (
    dict.fromkeys(_DASHES, "-")
    | dict.fromkeys(_SPACES, " ")
    | dict.fromkeys(_SLASHES, "/")
    | dict.fromkeys(_LINE_ENDS, "\n")
    | {"\xd0": "Đ", "\u0189": "Đ", "\xf0": "đ"}  # Ð and Ɖ look like Đ, and old keyboards gave them for it
)
_INVISIBLE = (
    "\xad\u034f\u061c\u180e\u200b\u200c\u200d\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2060\u2061\u2062\u2063\u2064"
    "\u2066\u2067\u2068\u2069\ufeff"
)
_REMOVED = re.compile(f"[{_INVISIBLE}]+")
_MARKED = re.compile(f"[^\u0300-\u036f\n{_INVISIBLE}][\u0300-\u036f]+")
# What an old document holds besides its own encoding once it has been through a word processor, and what it stands for.
_TYPOGRAPHIC = str.maketrans(
    dict.fromkeys(_DASHES, "-") | dict.fromkeys("\u2018\u2019\u201c\u201d", '"') | {"\u2026": "."}
)
_BEYOND_WESTERN = re.compile(f"[^\x00-\xff{_DASHES}\u2018\u2019\u201c\u201d\u2026]")
# A soft hyphen is ư in TCVN3; where nothing else is strange it is what it looks like.
_TELLING = re.compile("[\x80-\x9f\xa1-\xac\xae-\xff]")
_VNI_CODE = re.compile("|".join(re.escape(code) for code in sorted(legacy.VNI, key=len, reverse=True)))


@dataclass(frozen=True)
class Reading:
    """Text to be read, with the places where its positions part from those of the original.

    From position `here[i]` of the text on, one letter a position, the original goes on from `there[i]`; the letter just
    before ends in the original at `until[i]`.
    """

    text: str
    here: list[int] = field(default_factory=list)
    there: list[int] = field(default_factory=list)
    until: list[int] = field(default_factory=list)

    def start(self, position: int) -> int:
        """Where the letter at this position starts in the original."""
        at = bisect_right(self.here, position) - 1
        return position if at < 0 else self.there[at] + position - self.here[at]

    def end(self, position: int) -> int:
        """Where the letter before this position ends in the original: what was invisible after it is not its own."""
        at = bisect_right(self.here, position) - 1
        if at >= 0 and self.here[at] == position:
            return self.until[at]
        return position if at < 0 else self.there[at] + position - self.here[at]


@dataclass(frozen=True)
class _Change:
    """A stretch of the text that is read as something shorter."""

    start: int
    end: int
    read: str


def normalise(text: str) -> Reading:
    """The text as the finder reads it. Clean text comes back at once and unchanged."""
    if text.isascii():
        return Reading(text)
    if not _BEYOND_WESTERN.search(text):
        return _legacy(text)
    return _unicode(text)


def _unicode(text: str) -> Reading:
    text = _one_for_one(text)
    changes: list[_Change] = []
    # A mark may stand behind an invisible sign; then the letter is left as it is, and only the sign goes.
    if not unicodedata.is_normalized("NFC", text):
        changes += (_Change(*match.span(), nfc(match[0])) for match in _MARKED.finditer(text))
    if any(sign in text for sign in _INVISIBLE):
        changes += (_Change(*match.span(), "") for match in _REMOVED.finditer(text))
    return _changed(text, sorted(changes, key=lambda change: change.start))


def _changed(text: str, changes: list[_Change]) -> Reading:
    """The text with the changes made, and the map back."""
    parts: list[str] = []
    reading = Reading("")
    position = length = 0
    for change in changes:
        if len(change.read) == change.end - change.start:
            parts += (text[position : change.start], change.read)
            length += change.end - position
            position = change.end
            continue
        parts += (text[position : change.start], change.read)
        length += change.start - position + len(change.read)
        if change.read:  # a letter that was two signs starts where they start
            _note(reading, length - len(change.read), change.start, change.start)
        _note(reading, length, change.end, change.end if change.read else change.start)
        position = change.end
    parts.append(text[position:])
    return Reading("".join(parts), reading.here, reading.there, reading.until)


def _note(reading: Reading, here: int, there: int, until: int) -> None:
    """One more place in the map. Of several at one position the first says where the letter before it ended."""
    if reading.here and reading.here[-1] == here:
        until = reading.until[-1]
    reading.here.append(here)
    reading.there.append(there)
    reading.until.append(until)


def _one_for_one(text: str) -> str:
    # A search per sign is faster than str.translate, which looks at every letter in turn.
    for odd, plain in _ONE_FOR_ONE.items():
        text = text.replace(odd, plain)
    return text


def _legacy(text: str) -> Reading:
    """Text of Western signs alone: TCVN3 or VNI line by line where that is certain, else Unicode as it stands.

    A line that can be read both ways follows the rest of the text, as a cell of a list follows its column.
    """
    lines = text.translate(_TYPOGRAPHIC).splitlines(keepends=True)
    hint = legacy.prevailing(filter(_TELLING.search, lines))
    changes: list[_Change] = []
    read: list[str] = []
    at = 0
    for line in lines:
        encoding = legacy.detect(line, hint) if hint or _TELLING.search(line) else None
        changes += _decoded(line, at, encoding) if encoding else _without_soft_hyphens(line, at)
        # Ð is a Đ in Unicode, and another letter in the old encodings.
        read.append(line if encoding else _one_for_one(line))
        at += len(line)
    return _changed("".join(read), changes)


def _decoded(line: str, at: int, encoding: legacy.Encoding) -> Iterator[_Change]:
    if encoding is legacy.Encoding.TCVN3:  # one byte a letter
        yield _Change(at, at + len(line), _one_for_one(legacy.decode(line, encoding)))
        return
    for match in _VNI_CODE.finditer(line):
        yield _Change(at + match.start(), at + match.end(), legacy.VNI[match[0]])


def _without_soft_hyphens(line: str, at: int) -> Iterator[_Change]:
    for match in re.finditer("\xad", line):
        yield _Change(at + match.start(), at + match.end(), "")
