from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from nennep.vietnamese.dates import (
    long_date,
    month_name,
    parse_date,
    short_date,
    weekday,
)


@given(st.dates())
def test_every_printed_date_reads_back_as_itself(day: date) -> None:
    assert parse_date(short_date(day)) == parse_date(long_date(day)) == parse_date(day.isoformat()) == day


@pytest.mark.parametrize(
    ("day", "printed"),
    [(date(2011, 5, 14), "14/5/2011"), (date(2012, 3, 6), "06/3/2012"), (date(2015, 1, 20), "20/01/2015")],
)
def test_only_small_days_and_the_first_two_months_have_a_leading_zero(day: date, printed: str) -> None:
    assert short_date(day) == printed


def test_the_date_line_spells_day_month_and_year() -> None:
    assert long_date(date(2026, 2, 3)) == "ngày 03 tháng 02 năm 2026"
    assert long_date(date(2011, 5, 14)) == "ngày 14 tháng 5 năm 2011"


def test_days_and_months_have_their_names() -> None:
    assert weekday(date(2026, 11, 26)) == "thứ Năm"
    assert weekday(date(2026, 11, 29)) == "Chủ nhật"
    assert month_name(date(2014, 3, 18)) == "tháng 3/2014"


@pytest.mark.parametrize(
    "typed",
    [
        "3/2/2026", "03-02-2026", "03.02.2026", " 3 / 2 / 2026 ", "ngày 03 tháng 02 năm 2026",
        "Ngày 3 tháng 2 năm 2026", "3 tháng 2 năm 2026", "2026-02-03", "03\u201302\u20132026",
    ],
)  # fmt: skip
def test_people_may_type_a_date_in_many_ways(typed: str) -> None:
    assert parse_date(typed) == date(2026, 2, 3)


@pytest.mark.parametrize(
    ("typed", "sentence"),
    [
        ("31/02/2026", "Không có ngày 31/02/2026: tháng ấy có 28 ngày."),
        ("29/2/2015", "Không có ngày 29/02/2015: tháng ấy có 28 ngày."),
        ("0/2/2026", "Không có ngày 00/02/2026: tháng ấy có 28 ngày."),
        ("2/13/2026", "Không có tháng 13."),
        ("hôm qua", "Không đọc được ngày “hôm qua”."),
        ("3/2/26", "Không đọc được ngày “3/2/26”."),
        ("", "Không đọc được ngày “”."),
        ("01/01/0000", "Không có năm 0."),
    ],
)
def test_what_is_no_date_is_answered_with_a_sentence(typed: str, sentence: str) -> None:
    with pytest.raises(ValueError) as refused:
        parse_date(typed)
    assert str(refused.value).startswith(sentence)
