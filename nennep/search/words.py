"""The words of a text as the index holds them. Both databases get these words ready made, so that both find the same.

Tones, case and dashes do not count, letters and figures are words of their own ("46QĐ" is 46, qd), figures have no leading
zeros ("03" is 3), and the two spellings of a final i are one (lý, lí; quy, qui).
"""

import re
from collections.abc import Iterator
from functools import lru_cache

from nennep.vietnamese.folding import fold, nfc

_WORD = re.compile(r"[0-9]+|[^\W\d_]+")
_FINAL_Y = re.compile(r"([hklmst])y")
_LONGEST = 60  # letters of a word: what is longer is no word of a language, and PostgreSQL takes none of 2 KB

STOP_WORDS = frozenset(["va", "cua", "cac", "nhung", "cho", "ve", "trong", "voi", "la", "duoc", "cung", "hoac"])
"""Words that almost every text holds: beside others they need not be there, only in their place within a phrase. Without
tones most small words are a great one too (thì, thị; từ, tư; đang, đảng), so that few can be told."""


def spans(text: str) -> Iterator[tuple[int, int, str]]:
    """Each word with the place where it stands in the text, which has to be in NFC."""
    for match in _WORD.finditer(text):
        for word in _read(match[0]):
            yield match.start(), match.end(), word


def words(text: str) -> list[str]:
    """The words in their order."""
    return [word for _start, _end, word in spans(nfc(text))]


@lru_cache(maxsize=20_000)
def _read(written: str) -> tuple[str, ...]:
    """Remembered, for a text repeats its syllables. Of a few foreign signs folding makes several words, or none."""
    return tuple(_spelt(part[:_LONGEST]) for part in _WORD.findall(fold(written)))


def _spelt(word: str) -> str:
    if word.isdecimal():
        return word.lstrip("0") or "0"
    if match := _FINAL_Y.fullmatch(word):
        return f"{match[1]}i"
    return f"qui{word[3:]}" if word.startswith("quy") else word
