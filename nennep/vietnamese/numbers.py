"""Numbers as a Party document prints them."""

from decimal import Decimal
from fractions import Fraction

_UNITS = ("không", "một", "hai", "ba", "bốn", "năm", "sáu", "bảy", "tám", "chín")
_ROMAN = (
    (1000, "M"), (900, "CM"), (500, "D"), (400, "CD"), (100, "C"), (90, "XC"),
    (50, "L"), (40, "XL"), (10, "X"), (9, "IX"), (5, "V"), (4, "IV"), (1, "I"),
)  # fmt: skip


def decimal(number: float | Decimal) -> str:
    """A number with "." between thousands and "," before decimals: 1.234,5. Trailing zeros are left out."""
    printed = f"{Decimal(str(number)):,f}"
    if "." in printed:
        printed = printed.rstrip("0").rstrip(".")
    return printed.translate(str.maketrans(",.", ".,"))


def count_of(count: int, noun: str) -> str:
    """A counted thing as reports write it: "03 đảng viên", "11 lượt", "0 lượt" (custom: a leading zero below 10)."""
    if count < 0:
        raise ValueError(f"Không đếm được số âm: {count} {noun}.")
    return f"{count:02d} {noun}" if 0 < count < 10 else f"{decimal(count)} {noun}"


def percent(ratio: Fraction | float) -> str:
    """A ratio (1 is the whole) as "98,6%": one decimal, none when whole.

    A part is never printed as the whole, nor something as nothing: where one decimal would say 100% or 0% of a ratio that
    is neither, as many decimals follow as tell the truth (2999/3000 is 99,97%).
    """
    exact = (ratio if isinstance(ratio, Fraction) else Fraction(str(ratio))) * 100
    for places in range(1, 20):
        rounded = _rounded(exact, places)
        if rounded == exact or rounded not in (0, 100):
            break
    return f"{decimal(rounded)}%"


def _rounded(exact: Fraction, places: int) -> Decimal:
    """Half away from zero, on the exact value: a float's binary error must not decide a printed digit."""
    scaled = abs(exact) * 10**places
    whole = int(scaled + Fraction(1, 2))
    return Decimal(whole if exact >= 0 else -whole).scaleb(-places)


def share(part: int, whole: int) -> str:
    """A part of a whole with its percentage: "6/9 (66,7%)". Of nothing there is no percentage: "0/0"."""
    counted = f"{decimal(part)}/{decimal(whole)}"
    return f"{counted} ({percent(Fraction(part, whole))})" if whole else counted


def roman(number: int) -> str:
    """Roman numeral of a section: 4 is IV."""
    if not 0 < number < 4000:
        raise ValueError(f"Số La Mã chỉ viết được từ 1 đến 3999, không viết được {number}.")
    digits = ""
    for value, digit in _ROMAN:
        times, number = divmod(number, value)
        digits += digit * times
    return digits


def ordinal_heading(index: int) -> str:
    """How a report opens the index-th result: "Một là", "Hai là", … (1 is the first)."""
    if index < 1:
        raise ValueError(f"Thứ tự bắt đầu từ 1, không có thứ {index}.")
    words = in_words(index)
    return f"{words[0].upper()}{words[1:]} là"


def in_words(number: int) -> str:
    """A whole number in words, as money and votes are written in minutes: 21 is "hai mươi mốt"."""
    if number < 0:
        return f"âm {in_words(-number)}"
    if number < 1000:
        return _hundreds(number, after_more=False)
    billions, rest = divmod(number, 10**9)
    parts = [f"{in_words(billions)} tỷ"] if billions else []
    for value, word in ((10**6, "triệu"), (10**3, "nghìn"), (1, "")):
        group, rest = divmod(rest, value)
        if group:
            parts.append(f"{_hundreds(group, after_more=bool(parts))} {word}".rstrip())
    return " ".join(parts)


def _hundreds(number: int, *, after_more: bool) -> str:
    """Below a thousand. After a greater group the empty hundreds are spoken: 1005 is một nghìn không trăm linh năm."""
    hundreds, rest = divmod(number, 100)
    if not hundreds and not after_more:
        return _tens(rest)
    spoken = f"{_UNITS[hundreds]} trăm"
    if rest == 0:
        return spoken
    return f"{spoken} linh {_UNITS[rest]}" if rest < 10 else f"{spoken} {_tens(rest)}"


def _tens(number: int) -> str:
    tens, unit = divmod(number, 10)
    if tens == 0:
        return _UNITS[unit]
    spoken = "mười" if tens == 1 else f"{_UNITS[tens]} mươi"
    if unit == 0:
        return spoken
    if unit == 5:
        return f"{spoken} lăm"
    if tens > 1 and unit in (1, 4):
        return f"{spoken} {'mốt' if unit == 1 else 'tư'}"
    return f"{spoken} {_UNITS[unit]}"
