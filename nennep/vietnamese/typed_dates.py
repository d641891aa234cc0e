"""Dates as lists really hold them: text in many dresses, a month or a year alone, two figures for a year, Excel's day count.

Nothing is made up: a day that the text does not name stays unknown (`TypedDate.day` is None).
"""

import re
from dataclasses import dataclass
from datetime import date, timedelta

from nennep.vietnamese.dates import parse_date
from nennep.vietnamese.folding import fold

_EXCEL_DAY_0 = date(1899, 12, 30)  # as Excel counts from March 1900 on
_EXCEL_DAY_0_MAC = date(1904, 1, 1)

_SEPARATED = re.compile(r"([0-9]{1,2}) ?[/.,\\-] ?([0-9]{1,2}) ?[/.,\\-] ?([0-9]{4})")
_TWO_FIGURES = re.compile(r"([0-9]{1,2}) ?[/.,\\-] ?([0-9]{1,2}) ?[/.,\\-] ?'?([0-9]{2})")
_TWO_FIGURES_IN_WORDS = re.compile(r"([0-9]{1,2}) thang ([0-9]{1,2}) nam '?([0-9]{2})")
_CLOSE = re.compile(r"([0-9]{2})([0-9]{2})([0-9]{4})")
_CLOSE_YEAR_FIRST = re.compile(r"([0-9]{4})([0-9]{2})([0-9]{2})")
_MONTH = re.compile(r"(?:thang )?([0-9]{1,2}) ?(?:[/.,\\-]|nam) ?([0-9]{4})")
_MONTH_YEAR_FIRST = re.compile(r"([0-9]{4})-([0-9]{1,2})")
_YEAR = re.compile(r"(?:nam )?([0-9]{4})")
_CLOCK = re.compile(r"[t ]0{1,2}[:h]0{2}(?::0{2}(?:[.]0+)?)?$")
_IN_WORDS = re.compile(r"([0-9]{1,2}) thang ([0-9]{1,2})(?: nam|,)? ([0-9]{4})")
_NO_MONTH = re.compile(r"0{1,2} ?[/.-] ?0{1,2} ?[/.-] ?([0-9]{4})")
_NO_DAY = re.compile(r"(?:[.]{2,}|0{1,2}|_+|-+|\?+)? ?[/.-] ?([0-9]{1,2} ?[/.-] ?[0-9]{4})")


@dataclass(frozen=True)
class TypedDate:
    """What a text says about a day: all of it, its month, or its year alone. `counted` when it was Excel's day count."""

    year: int
    month: int | None = None
    day: int | None = None
    counted: bool = False

    @property
    def whole(self) -> date | None:
        """The day, when the text names one."""
        return None if self.month is None or self.day is None else date(self.year, self.month, self.day)

    @property
    def earliest(self) -> date:
        return date(self.year, self.month or 1, self.day or 1)

    @property
    def latest(self) -> date:
        """The last day that it can mean."""
        if self.whole:
            return self.whole
        after = date(self.year + (self.month or 12) // 12, (self.month or 12) % 12 + 1, 1)
        return after - timedelta(days=1)

    def __str__(self) -> str:
        if self.whole:
            return f"{self.day:02d}/{self.month:02d}/{self.year}"
        return f"{self.month}/{self.year}" if self.month else str(self.year)


class CenturyUnknown(ValueError):
    """The year has two figures, and more than one century (or none) is possible."""


def read_typed_date(text: str, *, between: tuple[date, date] | None = None) -> TypedDate:
    """What a person typed about a day: "05/3/1979", "5-3-1979", "05.03.1979", "ngày 5 tháng 3 năm 1979", "3/1979", "1979".

    Day before month, always. `between` are the days that are possible at all (the first and the last): a year of two
    figures is read when only one century falls among them, otherwise CenturyUnknown is raised. Text of five figures is
    Excel's day count ("28919"). Raises ValueError with a sentence fit to show.
    """
    typed = _CLOCK.sub("", fold(text).replace("ngay ", "").replace(" thg ", " thang ")).strip(" .,;'")
    if match := _MONTH_YEAR_FIRST.fullmatch(typed):
        return _of_month(int(match[2]), int(match[1]), text)
    if match := _NO_MONTH.fullmatch(typed) or _NO_DAY.fullmatch(typed):
        typed = match[1]
    if match := _MONTH.fullmatch(typed):
        return _of_month(int(match[1]), int(match[2]), text)
    if match := _YEAR.fullmatch(typed):
        return TypedDate(_plausible_year(int(match[1]), text))
    if re.fullmatch(r"[0-9]{5}", typed):
        return read_day_count(int(typed))
    if match := _TWO_FIGURES.fullmatch(typed) or _TWO_FIGURES_IN_WORDS.fullmatch(typed):
        return _whole(_in_only_century(*map(int, match.groups()), between=between, text=text))
    if match := _CLOSE.fullmatch(typed):
        return _whole(_first_that_is(("/".join(match.groups()), _year_first(typed)), text))
    if match := _SEPARATED.fullmatch(typed) or _IN_WORDS.fullmatch(typed):
        typed = "/".join(match.groups())
    return _whole(parse_date(typed if typed[:1].isdigit() else text))


def read_day_count(number: float, *, mac: bool = False) -> TypedDate:
    """The day that Excel keeps as a count: 28919 is 05/03/1979. Raises ValueError outside 1930 to 2099."""
    day = (_EXCEL_DAY_0_MAC if mac else _EXCEL_DAY_0) + timedelta(days=int(number) if abs(number) < 1e6 else 0)
    if not 1930 <= day.year <= 2099:
        raise ValueError(f"“{number:g}” không phải ngày. Hãy gõ như 03/02/2026 (ngày/tháng/năm).")
    return TypedDate(day.year, day.month, day.day, counted=True)


def _whole(day: date) -> TypedDate:
    return TypedDate(day.year, day.month, day.day)


def _of_month(month: int, year: int, text: str) -> TypedDate:
    if not 1 <= month <= 12:
        raise ValueError(f"Không có tháng {month}. Hãy gõ ngày trước, tháng sau, như 03/02/2026.")
    return TypedDate(_plausible_year(year, text), month)


def _plausible_year(year: int, text: str) -> int:
    if not 1900 <= year <= 2099:
        raise ValueError(f"Không đọc được ngày “{text.strip()}”. Hãy gõ như 03/02/2026 (ngày/tháng/năm).")
    return year


def _in_only_century(day: int, month: int, year: int, *, between: tuple[date, date] | None, text: str) -> date:
    possible = []
    for century in (1900, 2000) if between else ():
        try:
            found = parse_date(f"{day}/{month}/{century + year}")
        except ValueError:
            if century == 1900 and (day, month) == (29, 2):
                continue  # 29/02/00 was no day, and is one a century later
            raise
        if between and between[0] <= found <= between[1]:
            possible.append(found)
    if len(possible) != 1:
        raise CenturyUnknown(f"“{text.strip()}” chỉ có hai chữ số của năm. Hãy gõ đủ bốn chữ số, như 03/02/1979.")
    return possible[0]


def _year_first(typed: str) -> str:
    match = _CLOSE_YEAR_FIRST.fullmatch(typed)
    return "-".join(match.groups()) if match else ""


def _first_that_is(readings: tuple[str, ...], text: str) -> date:
    """Eight figures in a row are day, month, year, or the other way round; whichever is a day of our time."""
    for reading in readings:
        try:
            found = parse_date(reading)
        except ValueError:
            continue
        if 1900 <= found.year <= 2099:
            return found
    raise ValueError(f"Không đọc được ngày “{text.strip()}”. Hãy gõ như 03/02/2026 (ngày/tháng/năm).")
