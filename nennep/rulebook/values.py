"""What a rule can say: a number with its unit, a share, a threshold of votes, yes or no, words, a table, a formula."""

import re
from dataclasses import dataclass
from fractions import Fraction
from typing import Any

from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from nennep.vietnamese.numbers import decimal, percent

UNITS: dict[str, str | Promise] = {
    "minutes": gettext_lazy("phút"),
    "days": gettext_lazy("ngày"),
    "months": gettext_lazy("tháng"),
    "years": gettext_lazy("năm"),
    "month": gettext_lazy("tháng trong năm"),
    "people": gettext_lazy("người"),
    "meetings": gettext_lazy("kỳ"),
    "documents": gettext_lazy("văn bản"),
    "articles": gettext_lazy("bài"),
    "times": gettext_lazy("lần"),
    "tasks": gettext_lazy("việc"),
    "points": gettext_lazy("điểm"),
    "levels": gettext_lazy("mức"),
    "types": gettext_lazy("thể loại"),
    "books": gettext_lazy("loại sổ"),
    "dong": gettext_lazy("đồng"),
    "base_salaries": gettext_lazy("lần lương cơ sở"),
    "dong_per_base_salary": gettext_lazy("đồng"),
}

KINDS = ("number", "share", "threshold", "flag", "text", "table", "formula")
_VOTES = re.compile(r"(>=|>)\s*(\d+)\s*/\s*(\d+)\Z")


class ValueRefused(ValueError):
    """What stands there is no value of its kind; the message says what would be."""


@dataclass(frozen=True)
class Threshold:
    """How much of a whole must agree: more than a part of it, or at least that part."""

    share: Fraction
    more_than: bool

    def met(self, part: int, whole: int) -> bool:
        """Exact, and never met by nobody of nothing."""
        if whole <= 0:
            return False
        return Fraction(part, whole) > self.share if self.more_than else Fraction(part, whole) >= self.share

    def __str__(self) -> str:
        return f"{'>' if self.more_than else '>='} {self.share.numerator}/{self.share.denominator}"


@dataclass(frozen=True)
class Formula:
    """An expression over quantities and other rules; `formulas.value_of` works it out."""

    expression: str

    def __str__(self) -> str:
        return self.expression


Table = dict[str, Any]
Value = Fraction | Threshold | bool | str | Table | Formula


def read_value(kind: str, raw: Any) -> Value:
    """A pack's TOML value as the value of a kind. Raises ValueRefused with what was expected."""
    if kind == "flag" and isinstance(raw, bool):
        return raw
    if kind == "number" and (found := _number(raw)) is not None and found >= 0:
        return found
    if kind == "share":
        share = _fraction(raw)
        if share is not None and 0 <= share <= 1:
            return share
    if kind == "threshold" and isinstance(raw, str) and (votes := _VOTES.match(raw.strip())):
        part, whole = int(votes[2]), int(votes[3])
        if 0 < part <= whole:
            return Threshold(Fraction(part, whole), votes[1] == ">")
    if kind == "text" and isinstance(raw, str) and raw.strip():
        return raw
    if kind == "table" and isinstance(raw, dict) and raw:
        return raw
    if kind == "formula" and isinstance(raw, str) and raw.strip():
        return Formula(raw)
    raise ValueRefused(_EXPECTED[kind])


_EXPECTED = {
    "number": "phải là một số không âm, ví dụ 90",
    "share": 'phải là một phần từ 0 đến 1, ví dụ 0.85 hoặc "1/3"',
    "threshold": 'phải là mức phiếu, ví dụ "> 1/2" hoặc ">= 2/3"',
    "flag": "phải là true hoặc false",
    "text": "phải là chữ trong dấu nháy",
    "table": "phải là bảng, ví dụ { tot = 90, kha = 70 }",
    "formula": "phải là công thức trong dấu nháy",
}


def _number(raw: Any) -> Fraction | None:
    if isinstance(raw, bool) or not isinstance(raw, int | float):
        return None
    try:
        return Fraction(str(raw))
    except ValueError:  # nan, inf
        return None


def _fraction(raw: Any) -> Fraction | None:
    if isinstance(raw, str):
        try:
            return Fraction(raw)
        except (ValueError, ZeroDivisionError):
            return None
    return _number(raw)


def as_json(value: Value) -> Any:
    """For programs: whole numbers as such, others as decimals or "1/3", tables as they stand."""
    if isinstance(value, Fraction):
        if value.denominator == 1:
            return value.numerator
        exact = float(value)
        return exact if Fraction(str(exact)) == value else str(value)
    if isinstance(value, Threshold):
        return str(value)
    if isinstance(value, Formula):
        return {"formula": value.expression}
    return value


def written(value: Value, kind: str, unit: str = "") -> str:
    """For people, on one line: "90 phút", "85%", "hơn 1/2", "có". A table is written by its parts."""
    if isinstance(value, bool):
        return _("có") if value else _("không")
    if isinstance(value, Threshold):
        share = f"{value.share.numerator}/{value.share.denominator}"
        return (_("hơn %(share)s") if value.more_than else _("từ %(share)s trở lên")) % {"share": share}
    if isinstance(value, Formula):
        return value.expression
    if isinstance(value, Fraction):
        if kind == "share":
            return percent(value) if value.denominator in _NEAT else str(value)
        if unit == "month":
            return _("tháng %(n)s") % {"n": value}
        number = decimal(value.numerator) if value.denominator == 1 else decimal(float(value))
        return f"{number} {UNITS[unit]}" if unit else number
    if isinstance(value, dict):
        return "; ".join(part for part in _parts(value))
    return value


_NEAT = (1, 2, 4, 5, 10, 20, 25, 40, 50, 100)
"""Denominators whose percentage comes out even; a third is written as a third."""


def _parts(table: Table) -> list[str]:
    parts = []
    for name, value in table.items():
        if isinstance(value, dict):
            most = value.get("most")
            parts.append(f"{name}. {value.get('criterion', '')}" + (f" ({most})" if most is not None else ""))
        elif isinstance(value, list):
            parts.append(", ".join(str(item) for item in value))
        elif isinstance(value, bool):
            parts.append(f"{name}: {_('có') if value else _('không')}")
        elif name.isdigit():
            parts.append(f"{name}. {value}")
        else:
            parts.append(f"{name}: {value}")
    return parts
