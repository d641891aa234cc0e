"""Where the tone stands: hòa (the older custom) and hoà (the newer) are one word.

The two differ only in open syllables with oa, oe, uy: hòa, khỏe, thủy; hoà, khoẻ, thuỷ. After q the u is no vowel (quý), and
with a letter behind (hoàn, thuyền) both customs agree.
"""

import re

from nennep.vietnamese.folding import nfc

_TONES = ("\u0300", "\u0309", "\u0303", "\u0301", "\u0323")  # huyền, hỏi, ngã, sắc, nặng


def _pairs() -> dict[str, str]:
    """Each pair of the older custom with that of the newer: "òa" and "oà", in small letters and capitals."""
    pairs = {}
    for first, second in ("oa", "oe", "uy"):
        for tone in _TONES:
            older, newer = nfc(f"{first}{tone}{second}"), nfc(f"{first}{second}{tone}")
            for case in (str.lower, str.upper, str.title):
                pairs[case(older)] = case(newer)
    return pairs


_NEWER = _pairs()
_OLDER = {newer: older for older, newer in _NEWER.items()}


def _at_a_words_end(pairs: dict[str, str]) -> re.Pattern[str]:
    return re.compile(rf"(?<![qQ])(?:{'|'.join(map(re.escape, pairs))})(?![^\W\d_])")


_IN_OLDER, _IN_NEWER = _at_a_words_end(_NEWER), _at_a_words_end(_OLDER)


def newer(text: str) -> str:
    """The text with its tones where the newer custom puts them: hoà, khoẻ, thuỷ."""
    return _IN_OLDER.sub(lambda found: _NEWER[found[0]], nfc(text))


def older(text: str) -> str:
    """The text with its tones where the older custom puts them: hòa, khỏe, thủy."""
    return _IN_NEWER.sub(lambda found: _OLDER[found[0]], nfc(text))


def same_word(one: str, other: str) -> bool:
    """Whether two spellings are one word: case, Unicode form and place of the tone do not count; the tone itself does."""
    return newer(one.casefold()) == newer(other.casefold())
