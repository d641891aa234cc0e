"""The place in a text that answers a question, as its author wrote it, with the words that were asked for marked."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from nennep.search.words import spans
from nennep.vietnamese.folding import nfc

_BEFORE = 4  # words kept before the first hit, so that it is read in its sentence
_LENGTH = 32  # words of an excerpt: about two lines on a phone


@dataclass(frozen=True)
class Stretch:
    """A piece of an excerpt; a hit is a word that was asked for."""

    text: str
    is_hit: bool


Place = tuple[int, int, str]
"""Where a word begins and ends, and how the index spells it."""


def excerpt(text: str, is_asked: Callable[[str], bool]) -> list[Stretch]:
    """The stretch of the text where most of the words asked for stand together."""
    text = " ".join(nfc(text).split())
    found = list(spans(text))
    hits = {place for place, (_start, _end, word) in enumerate(found) if is_asked(word)}
    best = max(sorted(hits), key=lambda place: _different(found, hits, place), default=0)
    first = max(0, best - _BEFORE)
    last = min(len(found), first + _LENGTH) - 1
    if last < first:
        return []
    return list(_stretches(text, found, hits, first, last))


def marked(text: str, is_asked: Callable[[str], bool]) -> list[Stretch]:
    """The whole text, for a title."""
    text = nfc(text)
    found = list(spans(text))
    hits = {place for place, (_start, _end, word) in enumerate(found) if is_asked(word)}
    return list(_stretches(text, found, hits, 0, len(found) - 1)) if found else [Stretch(text, is_hit=False)]


def _different(found: list[Place], hits: set[int], start: int) -> int:
    """How many different words asked for stand in the excerpt that begins with this hit."""
    return len({found[place][2] for place in range(start, start + _LENGTH - _BEFORE) if place in hits})


def _stretches(text: str, found: list[Place], hits: set[int], first: int, last: int) -> Iterator[Stretch]:
    position = found[first][0] if first else 0
    ends_with_the_text = last == len(found) - 1
    end = len(text) if ends_with_the_text else found[last][1]
    if first:
        yield Stretch("… ", is_hit=False)
    place = first
    while place <= last:
        if place in hits:
            run_end = _end_of_run(found, hits, place, last)
            start, stop = found[place][0], found[run_end][1]
            if start > position:
                yield Stretch(text[position:start], is_hit=False)
            yield Stretch(text[start:stop], is_hit=True)
            position, place = stop, run_end
        place += 1
    if after := text[position:end] + ("" if ends_with_the_text else " …"):
        yield Stretch(after, is_hit=False)


def _end_of_run(found: list[Place], hits: set[int], place: int, last: int) -> int:
    """Hits parted by one character at most ("hội nghị", "CT/TW", "46QĐ") are shown as one."""
    while place < last and place + 1 in hits and found[place + 1][0] - found[place][1] <= 1:
        place += 1
    return place
