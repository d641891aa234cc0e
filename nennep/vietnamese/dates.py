"""Dates as Party documents print them and as people type them."""

import calendar
import re
from datetime import date

from nennep.vietnamese.folding import fold

_WEEKDAYS = ("thứ Hai", "thứ Ba", "thứ Tư", "thứ Năm", "thứ Sáu", "thứ Bảy", "Chủ nhật")
_DAY_FIRST = re.compile(r"([0-9]{1,2}) ?[/.-] ?([0-9]{1,2}) ?[/.-] ?([0-9]{4})")
_YEAR_FIRST = re.compile(r"([0-9]{4})-([0-9]{1,2})-([0-9]{1,2})")
_IN_WORDS = re.compile(r"(?:ngay )?([0-9]{1,2}) thang ([0-9]{1,2}) nam ([0-9]{4})")


def short_date(day: date) -> str:
    """14/5/2011, 06/3/2012, 20/01/2015: a leading zero for days 1 to 9 and for months 1 and 2 only.

    Source: custom of the date line, domain: 6.2, second-hand, cross-checked in two sources.
    """
    return f"{day.day:02d}/{_month(day)}/{day.year:04d}"


def long_date(day: date) -> str:
    """ "ngày 03 tháng 02 năm 2026", as the date line of a document prints it (domain: 6.2, second-hand)."""
    return f"ngày {day.day:02d} tháng {_month(day)} năm {day.year:04d}"


def weekday(day: date) -> str:
    """ "thứ Năm"; Sunday is "Chủ nhật"."""
    return _WEEKDAYS[day.weekday()]


def month_name(day: date) -> str:
    """The month that a day falls in, as reports name it: "tháng 3/2014"."""
    return f"tháng {day.month}/{day.year:04d}"


def parse_date(text: str) -> date:
    """The date that a person typed: "3/2/2026", "03-02-2026", "ngày 03 tháng 02 năm 2026" or "2026-02-03".

    Day before month, always. Raises ValueError with a sentence fit to show when the text is no date, or names a day that
    does not exist (31/02).
    """
    typed = fold(text)
    if match := _YEAR_FIRST.fullmatch(typed):
        year, month, day = map(int, match.groups())
    elif match := _DAY_FIRST.fullmatch(typed) or _IN_WORDS.fullmatch(typed):
        day, month, year = map(int, match.groups())
    else:
        raise ValueError(f"Không đọc được ngày “{text.strip()}”. Hãy gõ như 03/02/2026 (ngày/tháng/năm).")
    if not 1 <= month <= 12:
        raise ValueError(f"Không có tháng {month}. Hãy gõ ngày trước, tháng sau, như 03/02/2026.")
    if year < 1:
        raise ValueError("Không có năm 0. Hãy gõ đủ bốn chữ số của năm, như 03/02/2026.")
    last = calendar.monthrange(year, month)[1]
    if not 1 <= day <= last:
        raise ValueError(f"Không có ngày {day:02d}/{month:02d}/{year:04d}: tháng ấy có {last} ngày.")
    return date(year, month, day)


def _month(day: date) -> str:
    return f"{day.month:02d}" if day.month <= 2 else str(day.month)
