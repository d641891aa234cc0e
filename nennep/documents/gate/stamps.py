"""Tell a secrecy stamp from words that only sound like one: MẬT above a number, but not mật ong, mật khẩu, bí mật.

The three marks are those of the law on State secrets (domain 7.2): Tuyệt mật, Tối mật, Mật. The rule of thumb: a stamp
stands alone, or in brackets, or in capitals among words with which it makes no other word. A line of ordinary prose that
speaks of secrecy is no stamp. Where it cannot be told, the paper stays outside: that can be mended, the other cannot.
"""

import re
from collections.abc import Iterator

from nennep.documents.gate.letters import plain
from nennep.documents.gate.lines import Line
from nennep.vietnamese.folding import fold

_WORD = re.compile(r"[^\W_]+")
_ALONE = re.compile(
    r"(?:(?:dau|muc do|do|muc) (?:mat )?|(?:tai lieu|van ban|ho so|cong van|ban) )?(?:tuyet ?mat|toi ?mat|mat)"
    r"(?: (?:a|b|c|so [0-9]+))?(?: (?:ban )?so [0-9/]+)?"
)
_LEVEL = re.compile(r"(?:do|muc do|muc) mat ?[:=-] ?(?:tuyet ?mat|toi ?mat|mat)(?![a-z])")
_ENVELOPE = re.compile(r"chi nguoi co ten moi duoc (?:boc bi|bo?c thu|mo)")
_BRACKETED = re.compile(
    r"[(\[{<«“\"*]\s*(?:(?:do |dau |tai lieu |van ban )?(?:tuyet ?mat|toi ?mat|mat))\s*[)\]}>»”\"*]"
)


def _words_of(line: str) -> frozenset[str]:
    return frozenset(line.split())


_LONG = 12  # words; a line that long in small letters is prose

# What stands before and after "mật" in words that are no stamp, folded: bí mật, trăng mật; mật khẩu, mật ong.
_BEFORE = _words_of(
    """
    bi bao co do than trang ri tui soi ong dich lay keo
    """
)
_AFTER = _words_of(
    """
    khau ong do ma vu thiet danh nghi thu ngot mia gau dam uoc tham tong ngu phi heo rung son vit hoa
    """
)
# Without tones "mat" may also be mặt, mắt, mất, mát: gặp mặt, ra mắt, nghỉ mát; mặt trận, mất mùa.
_BEFORE_TONELESS = _words_of(
    """
    gap thay vang tien nuoc be ra bo rua khuon doi mo dau gio bon hai guong ve cac nhieu mot moi che bia chong
    mat lam bong nghi kham benh nhan cung
    """
)
_AFTER_TONELESS = _words_of(
    """
    tran bang hang nuoc duong troi kinh tien dat mua mat can an trat doan dien xa nghieng
    """
)
# Mật is also a given name; what comes before it then is a middle name ("công văn mật" is not one).
_MIDDLE_NAMES = _words_of(
    """
    van thi duc huu ngoc xuan quang dinh viet hong kim
    """
)


def is_stamp(line: Line) -> bool:
    """Whether the line carries a mark of secrecy."""
    text = plain(line.text)
    if "mat" not in fold(text) and "boc bi" not in fold(text):
        return False
    folded = _WORD.sub(_folded, text)
    if _ENVELOPE.search(folded) or _LEVEL.search(folded):
        return True
    words = list(_words(text))
    if line.scanned and _is_capital(words) and _stands_alone(fold(text)):
        return True
    if _stands_alone(folded):
        return not line.cell or _is_capital(words) or _says_more(folded)
    if _BRACKETED.search(folded) and not _is_prose(words):
        return True
    return any(_is_stamp_among(words, place) for place in range(len(words)))


def is_stamp_in_name(name: str) -> bool:
    """Whether a file's name, or a value among its properties, carries a mark: `Mat_BC05.docx`, `BC 05 (mật).pdf`.

    Names are typed in small letters and without tones, so that capitals say nothing here; the neighbours decide.
    """
    text = plain(name.replace("_", " ").replace("-", " ").replace(".", " ").replace("+", " "))
    words = list(_words(text))
    return any(_is_mark(words, place) and not _is_other_word(words, place) for place in range(len(words)))


def _folded(word: re.Match[str]) -> str:
    """The word without tones, except where its tone makes it another word than mật: mặt, mắt, mất, mát."""
    folded = fold(word[0])
    return folded if folded != "mat" or word[0].lower() in ("mật", "mat") else word[0].lower()


def _words(text: str) -> Iterator[str]:
    yield from _WORD.findall(text)


def _stands_alone(folded: str) -> bool:
    return _ALONE.fullmatch(" ".join(_WORD.findall(folded))) is not None


def _says_more(folded: str) -> bool:
    """More than the bare word: "tối mật", "tài liệu mật" name nobody and nothing to eat."""
    return len(_WORD.findall(folded)) > 1 or folded.strip() in ("toimat", "tuyetmat")


def _is_capital(words: list[str]) -> bool:
    return all(word.isupper() for word in words)


def _is_prose(words: list[str]) -> bool:
    return len(words) > _LONG and not _is_capital(words)


def _is_mark(words: list[str], place: int) -> bool:
    folded = fold(words[place])
    if folded in ("toimat", "tuyetmat"):
        return True
    # With its tone written it is mật; mặt, mát, mất are other words. Without any tone it may be either.
    return folded == "mat" and words[place].lower() in ("mật", "mat")


def _is_stamp_among(words: list[str], place: int) -> bool:
    """A mark in capitals among other words, with which it makes none that is harmless."""
    if not words[place].isupper() or not _is_mark(words, place):
        return False
    if place and words[place - 1].isupper() and fold(words[place - 1]) in ("toi", "tuyet"):
        return True
    return not _is_other_word(words, place)


def _is_other_word(words: list[str], place: int) -> bool:
    around = [fold(word) for word in ("", "", *words, "")[place : place + 4]]
    earlier, before, mark, after = around
    if mark != "mat" or before in ("toi", "tuyet"):
        return False
    if before in _BEFORE or after in _AFTER or (before in _MIDDLE_NAMES and (earlier, before) != ("cong", "van")):
        return True
    return words[place].isascii() and (before in _BEFORE_TONELESS or after in _AFTER_TONELESS)
