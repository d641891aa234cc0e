"""A date as it was typed: read where it is whole, reported where it is not, never completed."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from nennep.vietnamese.typed_dates import CenturyUnknown, TypedDate, read_day_count, read_typed_date

BORN = (date(1926, 1, 1), date(2008, 1, 1))
MARCH_5 = date(1979, 3, 5)


@pytest.mark.parametrize(
    "typed",
    ["05/3/1979", "5-3-1979", "05.03.1979", "05,03,1979", "05\\3\\1979", " 05 / 03 / 1979. ", "'05/03/1979"]
    + ["ngày 5 tháng 3 năm 1979", "Ngày 05/03/1979", "5 tháng 3, 1979", "05 thg 3 1979", "NGÀY 5 THÁNG 3 NĂM 1979"]
    + ["1979-03-05", "1979-03-05 00:00:00", "05031979", "19790305", "28919"],
)
def test_a_whole_date_in_any_dress_is_that_day(typed: str) -> None:
    assert read_typed_date(typed).whole == MARCH_5


@given(st.dates(min_value=date(1930, 1, 1), max_value=date(2099, 12, 31)))
def test_every_day_reads_back_from_text_and_from_excels_count(day: date) -> None:
    written = (f"{day.day}/{day.month}/{day.year}", f"{day:%d.%m.%Y}", f"{day:%d%m%Y}", day.isoformat())
    assert {read_typed_date(text).whole for text in written} == {day}
    count = (day - date(1899, 12, 30)).days
    assert read_typed_date(str(count)) == TypedDate(day.year, day.month, day.day, counted=True)
    assert read_day_count((day - date(1904, 1, 1)).days, mac=True).whole == day


@pytest.mark.parametrize("typed", ["3/1979", "03-1979", "1979-03", "tháng 3 năm 1979", "../3/1979", "00/03/1979"])
def test_a_month_alone_has_no_day(typed: str) -> None:
    found = read_typed_date(typed)
    assert (found.year, found.month, found.day, found.whole) == (1979, 3, None, None)
    assert (found.earliest, found.latest) == (date(1979, 3, 1), date(1979, 3, 31))
    assert str(found) == "3/1979"


@pytest.mark.parametrize("typed", ["1979", "năm 1979", "00/00/1979"])
def test_a_year_alone_has_neither_month_nor_day(typed: str) -> None:
    found = read_typed_date(typed)
    assert (found.year, found.month, found.whole) == (1979, None, None)
    assert found.latest == date(1979, 12, 31)


@pytest.mark.parametrize(
    ("typed", "read"),
    [
        ("5-3-79", MARCH_5),
        ("05/03/'79", MARCH_5),
        ("5 tháng 3 năm 79", MARCH_5),
        ("5/3/05", date(2005, 3, 5)),
        ("29/02/00", date(2000, 2, 29)),
    ],
)
def test_two_figures_are_read_where_only_one_century_is_possible(typed: str, read: date) -> None:
    assert read_typed_date(typed, between=BORN).whole == read


@pytest.mark.parametrize(("typed", "between"), [("5/3/79", None), ("5/3/20", BORN)])
def test_two_figures_are_asked_about_otherwise(typed: str, between: tuple[date, date] | None) -> None:
    with pytest.raises(CenturyUnknown, match="đủ bốn chữ số"):
        read_typed_date(typed, between=between)


def test_two_figures_are_asked_about_where_both_centuries_are_possible() -> None:
    with pytest.raises(CenturyUnknown):
        read_typed_date("5/3/05", between=(date(1900, 1, 1), date(2026, 1, 1)))


@pytest.mark.parametrize(
    ("typed", "says"),
    [
        ("31/02/1979", "Không có ngày 31/02/1979"),
        ("05/13/1979", "Không có tháng 13"),
        ("13/1979", "Không có tháng 13"),
        ("31/02/79", "Không có ngày 31/02/1979"),
        ("O5/3/1979", "Không đọc được"),
        ("đang chờ", "Không đọc được"),
        ("12345678", "Không đọc được"),
        ("1279", "Không đọc được"),
        ("99999", "không phải ngày"),
    ],
)
def test_what_is_no_date_is_refused_in_words(typed: str, says: str) -> None:
    with pytest.raises(ValueError, match=says):
        read_typed_date(typed, between=BORN)


@given(st.text(max_size=30))
def test_any_text_is_a_date_or_refused_and_nothing_else(text: str) -> None:
    try:
        found = read_typed_date(text, between=BORN)
    except ValueError:
        return
    assert found.earliest <= found.latest < found.earliest + timedelta(days=366)
