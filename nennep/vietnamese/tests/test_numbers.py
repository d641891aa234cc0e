from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from nennep.vietnamese.numbers import (
    count_of,
    decimal,
    in_words,
    ordinal_heading,
    percent,
    roman,
    share,
)


@pytest.mark.parametrize(
    ("count", "noun", "printed"),
    [(3, "đảng viên", "03 đảng viên"), (11, "lượt", "11 lượt"), (0, "lượt", "0 lượt"), (1234, "hồ sơ", "1.234 hồ sơ")],
)
def test_a_count_below_ten_has_a_leading_zero(count: int, noun: str, printed: str) -> None:
    assert count_of(count, noun) == printed


def test_nothing_is_counted_below_zero() -> None:
    with pytest.raises(ValueError, match="số âm: -1 lượt"):
        count_of(-1, "lượt")


@pytest.mark.parametrize(
    ("ratio", "printed"),
    [
        (Fraction(986, 1000), "98,6%"),
        (0.986, "98,6%"),
        (Fraction(1), "100%"),
        (1.0, "100%"),
        (Fraction(2, 3), "66,7%"),
        (Fraction(1, 2), "50%"),
        (Fraction(0), "0%"),
        (Fraction(5, 4), "125%"),
        (0.0105, "1,1%"),
    ],
)
def test_a_percentage_has_one_decimal_or_none(ratio: Fraction | float, printed: str) -> None:
    assert percent(ratio) == printed


@given(st.integers(1, 10**6), st.integers(1, 10**6))
def test_only_the_whole_is_printed_as_one_hundred_percent(part: int, more: int) -> None:
    assert percent(Fraction(part, part + more)) not in ("0%", "100%")


def test_a_share_of_nothing_has_no_percentage() -> None:
    assert share(6, 9) == "6/9 (66,7%)"
    assert share(68, 68) == "68/68 (100%)"
    assert share(0, 0) == "0/0"


@pytest.mark.parametrize(
    ("number", "printed"),
    [
        (1234567, "1.234.567"),
        (1234.5, "1.234,5"),
        (-0.25, "-0,25"),
        (100, "100"),
        (1e21, "1.000.000.000.000.000.000.000"),
    ],
)
def test_thousands_have_points_and_decimals_a_comma(number: float, printed: str) -> None:
    assert decimal(number) == printed


@pytest.mark.parametrize(
    ("number", "words"),
    [
        (0, "không"),
        (5, "năm"),
        (10, "mười"),
        (11, "mười một"),
        (14, "mười bốn"),
        (15, "mười lăm"),
        (20, "hai mươi"),
        (21, "hai mươi mốt"),
        (24, "hai mươi tư"),
        (25, "hai mươi lăm"),
        (101, "một trăm linh một"),
        (110, "một trăm mười"),
        (1005, "một nghìn không trăm linh năm"),
        (31_000_000, "ba mươi mốt triệu"),
        (1_000_024, "một triệu không trăm hai mươi tư"),
        (2_000_000_000_000, "hai nghìn tỷ"),
        (-3, "âm ba"),
    ],
)
def test_numbers_are_spoken_as_people_speak_them(number: int, words: str) -> None:
    assert in_words(number) == words


@given(st.integers(0, 10**7), st.integers(0, 10**7))
def test_different_numbers_have_different_words(one: int, other: int) -> None:
    assert (in_words(one) == in_words(other)) is (one == other)


def test_results_open_with_their_ordinal() -> None:
    assert [ordinal_heading(i) for i in (1, 2, 4, 10, 11)] == ["Một là", "Hai là", "Bốn là", "Mười là", "Mười một là"]
    with pytest.raises(ValueError, match="bắt đầu từ 1"):
        ordinal_heading(0)


def test_sections_are_numbered_in_roman() -> None:
    assert [roman(i) for i in (1, 4, 9, 14, 40, 2026)] == ["I", "IV", "IX", "XIV", "XL", "MMXXVI"]
    with pytest.raises(ValueError, match="từ 1 đến 3999"):
        roman(0)
