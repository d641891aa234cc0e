"""Numbers, fractions and dates as they are said: read from words, and written in words.

`numbers.in_words` writes whole numbers. num2words writes them in Vietnamese too, and reads none of them back; here both
directions have to agree, so that both are ours.
"""

import re
from collections.abc import Iterator
from datetime import date
from fractions import Fraction

from nennep.vietnamese.folding import fold
from nennep.vietnamese.numbers import in_words

_DIGITS = {
    "khong": 0, "mot": 1, "hai": 2, "ba": 3, "bon": 4, "tu": 4, "nam": 5, "lam": 5, "nham": 5, "sau": 6, "bay": 7, "tam": 8,
    "chin": 9,
}  # fmt: skip
_SCALES = (("ty", 10**9), ("trieu", 10**6), ("nghin", 10**3))
_SAME = {"ti": "ty", "ngan": "nghin", "le": "linh", "chuc": "muoi"}
_GROUPED = re.compile(r"[0-9]{1,3}(?:\.[0-9]{3})+|[0-9]+")
_PERCENT = re.compile(r"([0-9]+(?:[,.][0-9]+)?) ?%")
_SLASH = re.compile(r"([0-9.]+) ?/ ?([0-9.]+)(?: ?\([0-9,.]+ ?%\))?")


def read_number(text: str) -> int:
    """ "hai mươi mốt" is 21, "một nghìn không trăm linh năm" 1005, "hai triệu rưỡi" 2500000, "15 triệu" 15000000.

    Tones do not count. Raises ValueError for what is no number, and for what people take in two ways ("trăm hai": 102, 120).
    """
    words = [_SAME.get(word, word) for word in fold(text).split()]
    if words[:1] == ["am"]:
        return -_number(words[1:], text)
    return _number(words, text)


def _number(words: list[str], text: str) -> int:
    if not words:
        raise _unread(text)
    for name, value in _SCALES:
        if name in words:
            place = len(words) - 1 - words[::-1].index(name)
            many, rest = words[:place], words[place + 1 :]
            greater = _number(many, text) if many else 1
            if rest == ["ruoi"]:
                return greater * value + value // 2
            smaller = _number(rest, text) if rest else 0
            if smaller >= value or (rest and len(rest) == 1 and smaller < 10):  # "hai triệu ba" is 2.3 million to some
                raise _unread(text)
            return greater * value + smaller
    return _below_a_thousand(words, text)


def _below_a_thousand(words: list[str], text: str) -> int:
    if len(words) == 1 and _GROUPED.fullmatch(words[0]):
        return int(words[0].replace(".", ""))
    if "tram" not in words:
        return _below_a_hundred(words, text)
    place = words.index("tram")
    hundreds, rest = words[:place], words[place + 1 :]
    many = 1 if not hundreds else _DIGITS.get(hundreds[0], 10)
    if len(hundreds) > 1 or many > 9:
        raise _unread(text)
    if rest == ["ruoi"]:
        return many * 100 + 50
    if rest[:1] == ["linh"] and len(rest) == 2 and rest[1] in _DIGITS:
        return many * 100 + _DIGITS[rest[1]]
    if len(rest) == 1 and rest[0] != "muoi":
        raise ValueError(f"“{text.strip()}” hiểu được hai cách. Hãy nói rõ “linh” hay “mươi”.")
    return many * 100 + (_below_a_hundred(rest, text) if rest else 0)


def _below_a_hundred(words: list[str], text: str) -> int:
    match words:
        case [unit] if unit in _DIGITS:
            return _DIGITS[unit]
        case ["muoi"]:
            return 10
        case ["muoi", unit] if _DIGITS.get(unit):
            return 10 + _DIGITS[unit]
        case [tens, "muoi"] if _DIGITS.get(tens):
            return _DIGITS[tens] * 10
        case [tens, "muoi", unit] if _DIGITS.get(tens) and _DIGITS.get(unit):
            return _DIGITS[tens] * 10 + _DIGITS[unit]
        case _:
            raise _unread(text)


def fraction_in_words(fraction: Fraction) -> str:
    """ "hai phần ba", "ba phần tư"; a whole number is written as one."""
    if fraction.denominator == 1:
        return in_words(fraction.numerator)
    below = "tư" if fraction.denominator == 4 else in_words(fraction.denominator)
    return f"{in_words(fraction.numerator)} phần {below}"


def read_fraction(text: str) -> Fraction:
    """ "hai phần ba", "một nửa", "6/9", "6/9 (66,7%)" and "66,7%" as they were said, exactly.

    Raises ValueError where it is no fraction, or its lower side is nothing.
    """
    said = fold(text)
    if said in ("nua", "mot nua"):
        return Fraction(1, 2)
    if match := _PERCENT.fullmatch(said):
        return Fraction(match[1].replace(",", ".")) / 100
    if match := _SLASH.fullmatch(said):
        above, below = (read_number(side) for side in match.groups())
    elif said.count(" phan ") == 1:
        above, below = (read_number(side) for side in said.split(" phan "))
    else:
        raise _unread(text)
    if below == 0:
        raise ValueError(f"“{text.strip()}” chia cho 0. Hãy xem lại mẫu số.")
    return Fraction(above, below)


def date_in_words(day: date) -> str:
    """ "ngày mùng ba tháng hai năm hai nghìn không trăm hai mươi sáu"."""
    said = in_words(day.day)
    month = "tư" if day.month == 4 else in_words(day.month)
    return f"ngày {'mùng ' if day.day <= 10 else ''}{said} tháng {month} năm {in_words(day.year)}"


def read_spoken_date(text: str) -> date:
    """The date said in words, figures or both: "mùng ba tháng hai năm 2026". Raises ValueError where it is none.

    Without tones năm is a year and the number five, so that every way to part them is tried; only one may make a date.
    """
    words = fold(text).split()
    found = set(_dates(words))
    if len(found) != 1:
        raise ValueError(f"Không đọc được ngày “{text.strip()}”. Hãy nói như “ngày mùng ba tháng hai năm 2026”.")
    return found.pop()


def _dates(words: list[str]) -> Iterator[date]:
    if "thang" not in words:
        return
    month_at = words.index("thang")
    days = [word for word in words[:month_at] if word not in ("ngay", "mung", "mong")]
    for year_at in range(month_at + 2, len(words) - 1):
        if words[year_at] == "nam":
            parts = (days, words[month_at + 1 : year_at], words[year_at + 1 :])
            try:
                day, month, year = (read_number(" ".join(part)) for part in parts)
                if year >= 1000:
                    yield date(year, month, day)
            except ValueError:
                continue


def _unread(text: str) -> ValueError:
    return ValueError(f"Không đọc được số “{text.strip()}”. Hãy viết như “hai mươi mốt” hoặc 21.")
