"""Personal names: their parts, and the order in which a Vietnamese list puts them."""

import re
import unicodedata
from dataclasses import dataclass

from nennep.vietnamese.folding import nfc
from nennep.vietnamese.syllables import is_syllable

ALPHABET = "aăâbcdđeêfghijklmnoôơpqrstuưvwxyz"
"""The Vietnamese letters in their order, with f, j, w and z where foreign names need them."""

_TONES = {"\u0300": 1, "\u0309": 2, "\u0303": 3, "\u0301": 4, "\u0323": 5}  # huyền, hỏi, ngã, sắc, nặng; ngang is 0
_RANK = {letter: rank for rank, letter in enumerate(ALPHABET)}

_WORD = re.compile(r"[^\W\d_]+")
_APOSTROPHES = str.maketrans("’‘ʼ`´", "'" * 5)
_PARTICLES = {"de", "da", "di", "du", "dos", "van", "von", "der", "den", "la", "le", "bin", "binti", "ibn", "al"}

Syllable = tuple[tuple[int, ...], tuple[int, ...]]
NameKey = tuple[tuple[Syllable, ...], tuple[Syllable, ...], tuple[Syllable, ...], str]


@dataclass(frozen=True)
class Name:
    """A full name in the order it is written: họ, tên đệm, tên. A single word is a given name."""

    family: str
    middle: str
    given: str

    def __str__(self) -> str:
        return " ".join(part for part in (self.family, self.middle, self.given) if part)


def split_name(full: str) -> Name:
    """The parts of a name written family name first: "Vũ Minh Hạnh" is Vũ, Minh, Hạnh."""
    words = nfc(full).split()
    if len(words) < 2:
        return Name("", "", "".join(words))
    return Name(words[0], " ".join(words[1:-1]), words[-1])


def tidy_name(typed: str) -> str:
    """A name as it is written: "NGUYỄN VĂN AN" and "nguyễn văn  an" are Nguyễn Văn An.

    A word in capitals or in small letters gets one capital; so does each part after an apostrophe or hyphen (K'Brơi,
    H'Hen Niê). A word that its owner writes with mixed letters (McDonald) stays, and so do the particles of foreign names
    (van, de) where the rest of the name is not in small letters too. One kind of apostrophe, single spaces, NFC.
    """
    words = nfc(typed).translate(_APOSTROPHES).split()
    mixed = not (" ".join(words).islower() or " ".join(words).isupper())
    kept = (index > 0 and mixed and word in _PARTICLES for index, word in enumerate(words))
    return " ".join(
        word if stays else _WORD.sub(_with_a_capital, word) for word, stays in zip(words, kept, strict=True)
    )


def _with_a_capital(part: re.Match[str]) -> str:
    word = part[0]
    if word.islower() or word.isupper() or is_syllable(word.lower()):
        return word[:1].upper() + word[1:].lower()
    return word


def name_key(full: str) -> NameKey:
    """Sort key for a list of people: given name, then family name, then middle name, in Vietnamese alphabetical order.

    Letters decide before tones, tones in the order ngang, huyền, hỏi, ngã, sắc, nặng, syllable by syllable. Two names
    that differ at all never tie, so that a list has the same order on every machine.
    """
    name = split_name(full)
    return _part_key(name.given), _part_key(name.family), _part_key(name.middle), str(name)


def _part_key(part: str) -> tuple[Syllable, ...]:
    return tuple(_syllable_key(syllable) for syllable in part.split())


def _syllable_key(syllable: str) -> Syllable:
    letters: list[str] = []
    tones: list[int] = []
    for char in unicodedata.normalize("NFD", syllable.lower()):
        if char in _TONES:
            tones.append(_TONES[char])
        else:
            letters.append(char)
    return tuple(_rank(letter) for letter in nfc("".join(letters))), tuple(tones)


def _rank(letter: str) -> int:
    return _RANK.get(letter, len(ALPHABET) + ord(letter))
