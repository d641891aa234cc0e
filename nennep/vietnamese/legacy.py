"""Text from before Unicode: TCVN3 (ABC, the .VnTime fonts) and VNI-Windows, found out and turned into Unicode NFC.

Old lists hold the bytes of these encodings as if they were Western letters: "NguyÔn V¨n Hïng", "Nguyeãn Vaên Huøng".

What text alone cannot tell, and what is done about it:

- Some words are right in both readings ("Vò" is Vò, or Vũ in TCVN3; "Sôn" is Sôn, or Sơn in VNI). They are left as they
  stand unless the words beside them, or `hint` (the cell's font, the rest of the column), say which encoding it is.
- TCVN3 has no capitals with a tone. Its fonts for capitals (.VnTimeH) draw the very same bytes as capitals, so "¸nh" is
  ánh, Ánh or ÁNH; what comes out is a small letter, or a capital where the other letters of the word are capitals.
  `names.tidy_name` then sets the capitals of a name.
- Words of other languages in the same cell (K'Br¬i, a foreign name in TCVN3) spell nothing Vietnamese, so without a hint the
  cell is left as it stands.
- Bytes that another program has already taken for a code page other than Western (1258, 1251) cannot be brought back.
"""

import re
import unicodedata
from collections import Counter
from collections.abc import Iterable
from enum import Enum

from nennep.vietnamese.folding import nfc
from nennep.vietnamese.syllables import TONES, is_vietnamese


class Encoding(Enum):
    """The two encodings that Vietnamese offices used most."""

    TCVN3 = "TCVN3"
    VNI = "VNI"


# TCVN 5712:1993, VN3: one byte a letter. In each line the plain letter, then huyền, hỏi, ngã, sắc, nặng.
_TCVN3_LINES = """
    a  B5 B6 B7 B8 B9    ă A8 BB BC BD BE C6    â A9 C7 C8 C9 CA CB
    e  CC CE CF D0 D1    ê AA D2 D3 D4 D5 D6    i  D7 D8 DC DD DE
    o  DF E1 E2 E3 E4    ô AB E5 E6 E7 E8 E9    ơ AC EA EB EC ED EE
    u  EF F1 F2 F3 F4    ư AD F5 F6 F7 F8 F9    y  FA FB FC FD FE
"""
_IN_ORDER = ("\u0300", "\u0309", "\u0303", "\u0301", "\u0323")


def _tcvn3() -> dict[str, str]:
    table = {"\xae": "đ"} | dict(zip("\xa1\xa2\xa3\xa4\xa5\xa6\xa7", "ĂÂÊÔƠƯĐ", strict=True))
    letter, tones = "", iter(_IN_ORDER)
    for word in _TCVN3_LINES.split():
        if len(word) == 1:
            letter, tones = word, iter(_IN_ORDER if word in "aeiouy" else ("", *_IN_ORDER))
        else:
            table[chr(int(word, 16))] = nfc(letter + next(tones))
    return table


def _vni() -> dict[str, str]:
    """A letter, then its mark as a second character: the mark of the tone, or of letter and tone in one."""
    table = {"ñ": "đ", "ô": "ơ", "ö": "ư", "í": "í", "ì": "ì", "æ": "ỉ", "ó": "ĩ", "ò": "ị", "î": "ỵ"}
    tones = dict(zip("øûõùï", _IN_ORDER, strict=True))
    round_and_tone = dict(zip("âàåãáä", ("", *_IN_ORDER), strict=True))  # â, ê, ô
    short_and_tone = dict(zip("êèúüéë", ("", *_IN_ORDER), strict=True))  # ă
    for letter in "aeouyôö":
        table |= {letter + mark: nfc(table.get(letter, letter) + tone) for mark, tone in tones.items()}
    for letter in "aeo":
        table |= {letter + mark: nfc(letter + "\u0302" + tone) for mark, tone in round_and_tone.items()}
    table |= {"a" + mark: nfc("a\u0306" + tone) for mark, tone in short_and_tone.items()}
    capitals = {code.upper(): letter.upper() for code, letter in table.items()}
    # A capital first and its mark in the small: how the keyboard of the time often left it.
    first = {code[0].upper() + code[1:]: letter.upper() for code, letter in table.items() if len(code) == 2}
    return table | first | capitals


TCVN3 = _tcvn3()
"""Each character of TCVN3, as Western text shows it, and the letter that it stands for."""
VNI = _vni()
"""Each sequence of VNI-Windows, as Western text shows it, and the letter that it stands for."""

_TABLES = {Encoding.TCVN3: TCVN3, Encoding.VNI: VNI}
_CODES = {
    encoding: re.compile("|".join(re.escape(code) for code in sorted(table, key=len, reverse=True)))
    for encoding, table in _TABLES.items()
}
_NOT_LETTERS = {"ª", "º", "µ"}  # signs that Unicode counts among the letters
# What stands in most names, for the few words that both encodings can read.
_COMMON_WORDS = """
    nguyễn trần lê phạm hoàng huỳnh phan vũ võ đặng bùi đỗ hồ ngô dương lý đào đinh lưu đoàn trịnh trương tạ thị văn đức hữu
"""
_COMMON = frozenset(_COMMON_WORDS.split())
# Letters of TCVN3 look like signs in Western text ("¸", "§", the soft hyphen), so that only ASCII's signs divide words.
_BETWEEN = re.compile(r"[\x00-\x40\[-`{-\xa0]+")
_PLAIN = re.compile(r"[\x00-\x7f]*")


def from_legacy(text: str, hint: Encoding | None = None) -> str:
    """Unicode NFC, whether the text was in Unicode already or in an old encoding.

    Without a hint only text that is certainly in an old encoding changes. With one, so does text that can be read
    both ways; text with a letter that the old encodings cannot hold (ă, đ, ơ, ư, ạ, ế…) never does.
    """
    encoding = detect(text, hint)
    return nfc(text) if encoding is None else decode(text, encoding)


def detect(text: str, hint: Encoding | None = None) -> Encoding | None:
    """The old encoding that the text is in, or None for Unicode and for what cannot be told."""
    if not _holds_western_signs_alone(text):
        return None
    if hint is not None:
        return hint if _decodes_whole(text, hint) else None
    words = [word for word in _BETWEEN.split(text) if word and not _PLAIN.fullmatch(word)]
    beside = [word for word in _BETWEEN.split(text) if _PLAIN.fullmatch(word) and is_vietnamese(word)]
    fitting = [encoding for encoding in Encoding if _explains(words, beside, encoding)]
    if len(fitting) > 1:  # "Löu" is Lửu in the one and Lưu in the other; only one is a name
        fitting = [encoding for encoding in fitting if _COMMON.intersection(_small(words, encoding))]
    return fitting[0] if len(fitting) == 1 else None


def encoding_of_font(font: str) -> Encoding | None:
    """What a font's name promises about the text set in it."""
    name = font.strip().lower()
    if name.startswith(".vn"):
        return Encoding.TCVN3
    return Encoding.VNI if name.startswith("vni") else None


def prevailing(texts: Iterable[str]) -> Encoding | None:
    """The old encoding of a whole column: the hint for its cells that could be read both ways.

    None where no cell is certain, or where as many cells are certainly Unicode.
    """
    found: Counter[Encoding | None] = Counter()
    for text in texts:
        encoding = detect(text)
        if encoding is not None or not _holds_western_signs_alone(nfc(text)):
            found[encoding] += 1
    encoding, count = max(found.items(), key=lambda item: item[1], default=(None, 0))
    return encoding if count > found[None] else None


def decode(text: str, encoding: Encoding) -> str:
    """The text read in that encoding."""
    table = _TABLES[encoding]
    letters = _CODES[encoding].sub(lambda code: table[code[0]], text)
    return nfc(re.sub(r"\S+", lambda word: _one_case(word[0]), letters) if encoding is Encoding.TCVN3 else letters)


def has_strange_signs(text: str) -> bool:
    """Whether signs stand inside words as only a broken encoding leaves them: "NguyÔn V¨n", "Tr­ëng"."""
    return any(sign in TCVN3 and (sign in _NOT_LETTERS or not sign.isalpha()) for sign in text)


def _holds_western_signs_alone(text: str) -> bool:
    return not _PLAIN.fullmatch(text) and all(char <= "\xff" for char in text)


def _decodes_whole(text: str, encoding: Encoding) -> bool:
    """Whether nothing is left over that the encoding does not have: à is no character of TCVN3."""
    rest = _CODES[encoding].sub("", text)
    return all(char < "\x80" or char in "\xa0\xb0\xb1\xb2\xb3" for char in rest)


def _small(words: list[str], encoding: Encoding) -> list[str]:
    return [decode(word, encoding).lower() for word in words if not is_vietnamese(nfc(word))]


def _explains(words: list[str], beside: list[str], encoding: Encoding) -> bool:
    """Whether the encoding makes Vietnamese of every word, and of at least one that is not Vietnamese as it stands."""
    if not all(_reads(word, encoding) or _is_abbreviation(word, encoding) for word in words):
        return False
    proof = [word for word in words if _reads(word, encoding) and not is_vietnamese(nfc(word))]
    # One short word (Lª, but also µm) proves nothing until others beside it are Vietnamese: Lª Quang Vinh.
    return len(proof) > 1 or (len(proof) == 1 and (len(proof[0]) > 2 or len(beside) > 1))


def _reads(word: str, encoding: Encoding) -> bool:
    return _decodes_whole(word, encoding) and is_vietnamese(decode(word, encoding))


def _is_abbreviation(word: str, encoding: Encoding) -> bool:
    """Đ/c, HĐND: capitals without a tone say nothing for an encoding and nothing against it."""
    read = decode(word, encoding)
    return (
        _decodes_whole(word, encoding) and read.isupper() and not TONES.intersection(unicodedata.normalize("NFD", read))
    )


def _one_case(word: str) -> str:
    """A word typed in capitals has its toned letters in the small (NGUYễN): capitals too, as its font drew them."""
    plain = [char for char in word if char.isascii() and char.isalpha()]
    toned_small = any(char.islower() and not char.isascii() for char in word)
    capitals = len(plain) > 1 and all(char.isupper() for char in plain)
    return word.upper() if capitals and toned_small else unicodedata.normalize("NFC", word)
