"""The numbers in a text, each with what stands right around it: type word and "số" before, symbol after.

Everything starts at a number, for without one there is no citation; text without numbers is passed over at the speed of
the search for figures. Only plenums may be counted in words, so they have a search of their own (plenum.py).
"""

import re
from dataclasses import dataclass, replace
from functools import lru_cache

from nennep.documents.citations.symbols import Symbol, symbol_after
from nennep.documents.citations.vocabulary import (
    ABOUT,
    BY_SYMBOL,
    COUNTED,
    GOES_ON,
    HEADS,
    NAMED,
    NAMES_NO_DOCUMENT,
    OTHER_LETTERED,
    OTHER_NUMBERED,
    SHORT_ALONE,
    SHORT_HEADS,
    Alone,
    toneless,
)

_APART = frozenset({", ", "; ", " (", "- "})  # in a list nothing stands before most numbers
_UNEVEN = re.compile(r"[^\S ]|  ")
FIGURES = re.compile(r"[0-9]+")
_REACH = 64  # how far before a number its type may begin: "chương trình kiểm tra, giám sát số" with room for spaces
_LONGEST = 6  # figures of a number: letters of a ministry reach five


@dataclass(slots=True)
class Head:
    """What stands before a number: where the citation would start, its type, and whether "số" is said."""

    start: int
    kind: str | None = None
    short: str | None = None
    numbered: bool = False
    glued: bool = False
    lower: bool = False
    before: str = ""
    qualified: bool = False
    """The type is followed by what it may be about: "Kế hoạch kiểm tra số", "Báo cáo kết quả số"."""


@dataclass(slots=True)
class Token:
    """A number that may be a document's. `alone`: it stands without symbol; then `stands` tells whether that is enough."""

    start: int
    end: int
    number: int
    head: Head
    symbol: Symbol | None = None
    stands: bool = True


def token_at(text: str, start: int, end: int) -> Token | None:
    """The token of the figures at start:end, or None where they are no document's number by themselves."""
    if end - start > _LONGEST or not _worth_reading(text, start, end):
        return None
    previous = text[start - 1] if start else " "
    head = head_before(text, start)
    if previous.isalpha():
        if not head.glued:
            return None
    elif _belongs_to_number(text, start, previous):
        return None
    number = int(text[start:end])
    if number == 0:
        return None
    kind = head.kind or (BY_SYMBOL[head.short][0].name if head.short else None)
    symbol = symbol_after(text, end, kind, numbered=head.numbered, short=head.short is not None)
    if symbol and head.qualified and symbol.sign not in (None, *NAMED[head.kind or ""].symbols):
        # "Báo cáo kết quả số 45-KH/CB": the report is about the plan.
        head = head_before(text, start, bare=True)
        kind = None
        symbol = symbol_after(text, end, None, numbered=head.numbered, short=False)
    if symbol and _names_other_things(head, symbol):
        return None
    if symbol and symbol.form == "year" and not _year_counts(head, number):
        symbol = None
    if symbol and not symbol.firm and not (kind or head.numbered) and end - start < 2:
        return None  # "3 BC/CB" counts reports
    if symbol and symbol.sign and kind is None:
        head = _misspelt_type(text, head, symbol) or head
    if symbol:
        return Token(head.start, symbol.end, number, head, symbol)
    if kind is None:
        return None
    return Token(head.start, end, number, head, None, _stands_alone(text, end, number, head))


_NUMBER_WORDS = ("số", "so", "sô")
_JOINING = "\t\r\n:."
_LAST_WORDS = frozenset({*HEADS, *(short.lower() for short in SHORT_HEADS), *_NUMBER_WORDS})
_SIGN_FOLLOWS = re.compile(
    r"[a-dA-D]?[ \t\r\n]{0,3}[-/][ \t\r\n]{0,3}(?:(?:19|20)\d\d[ \t\r\n]{0,3}[-/][ \t\r\n]{0,3})?[A-Za-zĐđ]"
    r"|[ \t\r\n]{0,2}[A-ZĐ]{2,6}[a-z]?[ \t\r\n]{0,3}[-/ .]"
)


def _worth_reading(text: str, start: int, end: int) -> bool:
    """The cheap question first, for most numbers of a text count something: is there a type word before, a symbol after?"""
    previous = text[start - 1 : start]
    if previous == " ":
        low = max(0, start - 14)
        word = text[max(low, text.rfind(" ", low, start - 1) + 1) : start - 1]
        if word.lower() in _LAST_WORDS:
            return True
        if not word.isalpha() and (word[-1:].isalpha() or word[-1:] in _JOINING):
            return True
    elif previous.isalpha() or (previous in _JOINING and not text[start - 2 : start - 1].isdigit()):
        return True
    return _SIGN_FOLLOWS.match(text, end) is not None


def _belongs_to_number(text: str, start: int, previous: str) -> bool:
    """Whether the figures only end something longer: 29B-123, 0221.3862, 24+500."""
    if previous not in "./,-:+_&" or start < 2:
        return previous in "_&+"
    one_more = text[start - 2]
    if previous == ",":
        return False  # "18,19-NQ/TW": the list decides
    if previous == ".":
        return one_more.isdigit()
    if previous == "/":
        return not one_more.isupper() and not one_more.isspace()  # "88-KH/HU/90-KH/HU", but no address of a page
    if previous == "-":
        return one_more.isalnum()
    return False


def head_before(text: str, position: int, *, bare: bool = False) -> Head:
    """The type word and "số" that end right before a position, in any case, with or without marks, over any spaces.

    `bare`: words between type and "số" are not taken for a part of the type's name.
    """
    if text[position - 2 : position] in _APART:
        return Head(position)
    tail = text[max(0, position - _REACH) : position]
    flat = " ".join(tail.split()) if _UNEVEN.search(tail) else tail.strip(" ")
    lowered = flat.lower()
    if not flat or len(lowered) != len(flat):
        return Head(position)
    numbered, before = _without_number_word(lowered)
    start = len(before) if numbered else len(flat)
    found = _long_type(before, bare=bare) or _short_type(flat[: len(before)])
    if found:
        start, kind, short = found
        # "Chỉ thị 05," is written close only to "số" and to shortened types.
        glued = tail[-1:].isalpha() and (numbered or (short is not None and flat[start:].isupper()))
        lower = flat[start].islower()
    elif numbered:
        kind = short = None
        glued, lower = tail[-1:].isalpha(), False
        start += flat[start : start + 1] == " "
    else:
        return Head(position, before=before)
    qualified = kind is not None and before[start + len(kind) + 1 :] in ABOUT
    begin = _in_tail(tail, flat, start, position)
    return Head(begin, kind, short, numbered, glued, lower, lowered[:start].rstrip(), qualified)


def _without_number_word(lowered: str) -> tuple[bool, str]:
    """Whether the text ends in "số" ("số:", "số."), and the text without it."""
    stripped = lowered.rstrip(":. ")
    if stripped.endswith(_NUMBER_WORDS) and (len(stripped) == 2 or not stripped[-3].isalpha()):
        return not stripped.endswith(("đánh số", "danh so")), stripped[:-2].rstrip()
    return False, lowered


def _long_type(before: str, *, bare: bool = False) -> tuple[int, str, None] | None:
    last = before[before.rfind(" ") + 1 :]
    for phrase, name in HEADS.get(last) or HEADS.get(last.lstrip("([{\"'“”‘’«<|*+-–,;:/")) or ():
        start = len(before) - len(phrase)
        if bare and len(phrase) > len(name):
            continue
        if start >= 0 and before.endswith(phrase) and (start == 0 or not before[start - 1].isalnum()):
            return start, name, None
    return None


def _short_type(before: str) -> tuple[int, None, str] | None:
    start = len(before)
    while start and before[start - 1].isalpha() and len(before) - start < 6:
        start -= 1
    word = before[start:]
    short = SHORT_HEADS.get(word.upper())
    if short is None or (start and (before[start - 1].isalnum() or before[start - 1] in "-/&.")):
        return None
    return start, None, short


_toneless_word = lru_cache(maxsize=4096)(toneless)


def _misspelt_type(text: str, head: Head, symbol: Symbol) -> Head | None:
    """ "Nghi quyết 33-NQ/TW", "Huớng dẫn số 5-HD/BTC": marks are wrong or half missing, and the symbol says what is meant."""
    if _toneless_word(head.before[head.before.rfind(" ") + 1 :]) not in HEADS:
        return None
    bare = toneless(head.before)
    found = _long_type(bare) if len(bare) == len(head.before) else None
    if found is None or symbol.sign not in NAMED[found[1]].symbols:
        return None
    match = _spaced(head.before[found[0] :]).search(text[max(0, head.start - _REACH) : head.start].lower())
    if match is None:
        return None
    return replace(head, start=max(0, head.start - _REACH) + match.start(), kind=found[1])


def _in_tail(tail: str, flat: str, index: int, position: int) -> int:
    """Where a place of the flattened tail lies in the text."""
    ended = tail.rstrip()
    if ended.endswith(flat):
        return position - (len(tail) - len(ended)) - (len(flat) - index)
    match = _spaced(flat[index:]).search(tail)
    return position - len(tail) + match.start() if match else position


@lru_cache(maxsize=1024)
def _spaced(words: str) -> re.Pattern[str]:
    return re.compile(r"\s+".join(map(re.escape, words.split())) + r"\s*\Z")


def _names_other_things(head: Head, symbol: Symbol) -> bool:
    """ "Mẫu 02-BC/CB", "hợp đồng số 05/HD-ABC": a form, a contract."""
    return head.kind is None and head.short is None and head.before.endswith(OTHER_NUMBERED)


def _year_counts(head: Head, number: int) -> bool:
    """Whether number/year is a document's: "NĐ 90/2020" is, "Kế hoạch 10/2025" is a month."""
    of_state = head.kind in _STATE_KINDS or head.short in ("NĐ", "TT", "TTLT")
    return of_state or head.numbered or number > 12


_STATE_KINDS = {
    "nghị định",
    "thông tư",
    "thông tư liên tịch",
    "luật",
    "bộ luật",
    "pháp lệnh",
    "nghị quyết",
    "quyết định",
}

# What follows a number that stands alone. Figures on: a decimal, a ratio, a date, a range; a letter: a size, a code.
_MORE_FIGURES = re.compile(
    r"[%‰°²³_=×]|[^\W\d_]|[ ]?[/:+*x×][ ]?\d|[.,]\d|[ ]?-[ ]?\d|[ ]?[%‰]|-[^\W\d_]|[ ]?/[ ]?[^\W\d_]"
)
_NEXT_WORDS = re.compile(r"[ \t]*(?:\n[ \t]*)?([^\W\d_]+)(?:[ \t\n]+([^\W\d_]+))?")
_DAY = re.compile(r"\s*\d")
_FOUR_FIGURES = re.compile(r"\s+(?:19|20)\d\d(?!\d|\s?-)")


def _stands_alone(text: str, end: int, number: int, head: Head) -> bool:
    """Whether type and number, without a symbol, name a document here: "Chỉ thị 05 của" does, "Báo cáo 6 tháng" does not."""
    if _MORE_FIGURES.match(text, end) or number > 99_999 or (1900 <= number <= 2100 and not head.numbered):
        return False
    if head.qualified and not head.numbered:
        return False
    if head.short:
        return _short_stands_alone(text, end, number, head)
    kind = NAMED[head.kind or ""]
    if kind.alone is Alone.NEVER or (kind.name, number) in NAMES_NO_DOCUMENT:
        return False
    if kind.alone is Alone.MAY_COUNT and number < 10 and not head.numbered and text[end - 2] != "0":
        return False  # "Báo cáo 1", "Kế hoạch 2" stand in a row of their own; an office writes 01, 02
    following = _follows(text, end, certain=kind.alone is Alone.NAMES)
    if following is not None:
        return following
    # A stop, a comma, the end. In small letters a verb or a figure planned ("so với kế hoạch 120, đạt …") is as likely.
    if not head.lower or head.numbered or kind.alone is Alone.NAMES:
        return True
    return text[end - len(str(number)) - 1] == "0" and kind.name in ("quy định", "hướng dẫn", "kết luận")


def _short_stands_alone(text: str, end: int, number: int, head: Head) -> bool:
    if head.short not in SHORT_ALONE or head.lower:
        return False
    if head.before.rsplit(" ", 1)[-1] in OTHER_LETTERED:
        return False
    two_figures = text[end - 2 : end].isdigit()
    if head.glued and not two_figures:
        return False
    if not (two_figures or head.numbered or head.short in ("NQ", "NĐ", "CT", "QĐ")):
        return False
    if head.short == "HD" and number in (720, 1080, 1440, 2160):
        return False
    following = _follows(text, end, certain=False)
    return True if following is None else following


def _follows(text: str, end: int, *, certain: bool) -> bool | None:
    """What the next words say: True for a sentence that goes on, False for a thing counted, None where no word follows."""
    match = _NEXT_WORDS.match(text, end)
    if match is None:
        return None
    first, second = match[1].lower(), (match[2] or "").lower()
    pair = f"{first} {second}"
    if pair in COUNTED:
        return False
    if pair in GOES_ON or first in GOES_ON:
        return True
    if first in ("ngày", "ngay") and _DAY.match(text, match.end(1)):
        return True
    if first in ("năm", "nam") and _FOUR_FIGURES.match(text, match.end(1)):
        return certain
    if first in COUNTED:
        return False
    return certain or match[1][0].isupper()
