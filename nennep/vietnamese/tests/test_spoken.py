"""Numbers, fractions and dates said in words and read back; the place of a tone makes no other word."""

from datetime import date
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from nennep.vietnamese.folding import fold
from nennep.vietnamese.names import ALPHABET
from nennep.vietnamese.numbers import in_words
from nennep.vietnamese.spoken import (
    date_in_words,
    fraction_in_words,
    read_fraction,
    read_number,
    read_spoken_date,
)
from nennep.vietnamese.tones import newer, older, same_word
from nennep.vietnamese.typed_dates import read_typed_date


@given(st.integers(-(10**15), 10**15))
def test_every_number_that_is_written_in_words_is_read_back(number):
    assert read_number(in_words(number)) == number
    assert read_number(fold(in_words(number))) == number


@pytest.mark.parametrize(
    ("said", "number"),
    [
        ("hai mươi mốt", 21), ("hai mươi nhăm", 25), ("hai mươi bốn", 24), ("bốn mươi tư", 44), ("một trăm lẻ năm", 105),
        ("một nghìn không trăm linh năm", 1005), ("ba ngàn", 3000), ("trăm rưỡi", 150), ("hai triệu rưỡi", 2_500_000),
        ("15 triệu", 15_000_000), ("1.234", 1234), ("hai chục", 20), ("âm ba", -3), ("một nghìn tỉ", 10**12), ("Mười Lăm", 15),
        ("một trăm mười", 110),
    ],
)  # fmt: skip
def test_numbers_are_read_as_people_say_them(said, number):
    assert read_number(said) == number


@pytest.mark.parametrize(
    "said", ["", "trăm hai", "mươi hai mươi", "hai ba", "hai nghìn ba", "mười mười", "x", "hai trăm trăm"]
)
def test_what_is_no_number_or_two_is_refused_with_a_sentence(said):
    with pytest.raises(ValueError, match="Hãy"):
        read_number(said)


@given(st.integers(1, 10**6), st.integers(1, 10**6))
def test_every_fraction_in_words_is_read_back(above, below):
    fraction = Fraction(above, below)
    if fraction.denominator > 1:
        assert read_fraction(fraction_in_words(fraction)) == fraction


@pytest.mark.parametrize(
    ("said", "fraction"),
    [
        ("hai phần ba", Fraction(2, 3)), ("ba phần tư", Fraction(3, 4)), ("một nửa", Fraction(1, 2)), ("6/9", Fraction(2, 3)),
        ("6/9 (66,7%)", Fraction(2, 3)), ("66,7%", Fraction(667, 1000)), ("1.500/3.000", Fraction(1, 2)),
    ],
)  # fmt: skip
def test_fractions_are_read_as_papers_write_them(said, fraction):
    assert read_fraction(said) == fraction


@pytest.mark.parametrize("said", ["quá nửa", "ba phần không", "3/0", "phần ba", ""])
def test_what_is_no_fraction_is_refused(said):
    with pytest.raises(ValueError, match="Hãy"):
        read_fraction(said)


@given(st.dates(date(1000, 1, 1), date(2999, 12, 31)))
def test_every_date_in_words_is_read_back(day):
    assert read_spoken_date(date_in_words(day)) == day


@pytest.mark.parametrize(
    ("said", "day"),
    [
        ("ngày mùng ba tháng hai năm hai nghìn không trăm hai mươi sáu", date(2026, 2, 3)),
        ("mồng 5 tháng năm năm 2005", date(2005, 5, 5)),
        ("ngày năm tháng năm năm hai nghìn không trăm linh năm", date(2005, 5, 5)),
        ("ngày 03 tháng 02 năm 2026", date(2026, 2, 3)),
        ("hai mươi lăm tháng tư năm một nghìn chín trăm bảy mươi sáu", date(1976, 4, 25)),
    ],
)
def test_dates_are_read_as_people_say_them(said, day):
    assert read_spoken_date(said) == day


@pytest.mark.parametrize("said", ["ngày ba mươi tháng hai năm 2026", "tháng hai", "mùng ba", "", "năm 2026"])
def test_a_day_that_is_none_is_refused(said):
    with pytest.raises(ValueError, match="Hãy"):
        read_spoken_date(said)


def test_a_date_in_figures_and_the_same_in_words_are_one_day():
    assert read_typed_date("03/02/2026").day == read_spoken_date("mùng ba tháng hai năm 2026").day


@pytest.mark.parametrize(
    ("one", "other"), [("hoà", "hòa"), ("Thuỷ", "THỦY"), ("khoẻ", "khỏe"), ("ho\u0061\u0300", "hòa"), ("quý", "quý")]
)
def test_the_place_of_the_tone_makes_no_other_word(one, other):
    assert same_word(one, other)


@pytest.mark.parametrize(("one", "other"), [("hoà", "hoá"), ("hoa", "hòa"), ("thúy", "thuy"), ("lý", "lí")])
def test_another_tone_or_letter_is_another_word(one, other):
    assert not same_word(one, other)


@pytest.mark.parametrize(
    ("text", "new", "old"),
    [
        ("hòa bình, Thủy, QUÝ, hoàn, toàn", "hoà bình, Thuỷ, QUÝ, hoàn, toàn", "hòa bình, Thủy, QUÝ, hoàn, toàn"),
        ("khoẻ; HOÀ; quỷ; ngoeo", "khoẻ; HOÀ; quỷ; ngoeo", "khỏe; HÒA; quỷ; ngoeo"),
    ],
)
def test_a_text_is_written_in_either_custom(text, new, old):
    assert (newer(text), older(text)) == (new, old)


@given(st.text(alphabet=ALPHABET + "àáảãạòóỏõọùúủũụỳýỷỹỵèéẻẽẹ q", max_size=60))
def test_there_and_back_is_the_same_text_and_twice_is_once(text):
    assert older(newer(text)) == older(text)
    assert newer(older(text)) == newer(text)
    assert newer(newer(text)) == newer(text)
    assert fold(newer(text)) == fold(text)
