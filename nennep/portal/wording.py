"""The portal's text as a search sees it: words without tones, and the place in the text where they stand."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from nennep.vietnamese.folding import fold, nfc

_WORD = re.compile(r"\w+")
_BEFORE = 4  # words kept before the first hit, so that it is read in its sentence
_LENGTH = 32  # words of an excerpt: about two lines on a phone


def words(text: str) -> list[str]:
    """The words of a text without tones or marks: "03-CT/TW, hội nghị" is 03, ct, tw, hoi, nghi."""
    return _WORD.findall(fold(text))


def searchable(text: str) -> str:
    """The words with one space around each, so that " hoi nghi " is found in it by comparing characters."""
    return f" {' '.join(words(text))} "


@dataclass(frozen=True)
class Stretch:
    """A piece of an excerpt; a hit is a word that was asked for."""

    text: str
    is_hit: bool


def excerpt(text: str, wanted: list[str]) -> list[Stretch]:
    """The stretch of the text where most of the wanted words stand together, as its author wrote it."""
    text = " ".join(nfc(text).split())
    found = list(_WORD.finditer(text))
    hits = {place for place, word in enumerate(found) if fold(word[0]) in wanted}
    best = max(sorted(hits), key=lambda place: _different(found, hits, place), default=0)
    first = max(0, best - _BEFORE)
    last = min(len(found), first + _LENGTH) - 1
    if last < first:
        return []
    return list(_stretches(text, found, hits, first, last))


def _different(found: list[re.Match[str]], hits: set[int], start: int) -> int:
    """How many different words asked for stand in the excerpt that begins with this hit."""
    return len({fold(found[place][0]) for place in hits if start <= place < start + _LENGTH - _BEFORE})


def _stretches(text: str, found: list[re.Match[str]], hits: set[int], first: int, last: int) -> Iterator[Stretch]:
    position = found[first].start() if first else 0
    ends_with_the_text = last == len(found) - 1
    end = len(text) if ends_with_the_text else found[last].end()
    if first:
        yield Stretch("… ", is_hit=False)
    place = first
    while place <= last:
        if place in hits:
            run_end = _end_of_run(text, found, hits, place, last)
            start, stop = found[place].start(), found[run_end].end()
            yield Stretch(text[position:start], is_hit=False)
            yield Stretch(text[start:stop], is_hit=True)
            position, place = stop, run_end
        place += 1
    yield Stretch(text[position:end] + ("" if ends_with_the_text else " …"), is_hit=False)


def _end_of_run(text: str, found: list[re.Match[str]], hits: set[int], place: int, last: int) -> int:
    """Hits parted by one character ("hội nghị", "CT/TW") are shown as one."""
    while place < last and place + 1 in hits and found[place + 1].start() - found[place].end() == 1:
        place += 1
    return place
