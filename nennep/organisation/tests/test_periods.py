from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from nennep.organisation.periods import Period

days = st.dates(date(1990, 1, 1), date(2060, 12, 31))
periods = st.tuples(days, days).map(lambda two: Period(min(two), max(two)))


def test_both_ends_belong_to_a_period():
    period = Period(date(2011, 5, 14), date(2015, 1, 15))
    assert date(2011, 5, 14) in period
    assert date(2015, 1, 15) in period
    assert date(2011, 5, 13) not in period
    assert date(2015, 1, 16) not in period


def test_a_period_that_ends_before_it_starts_is_refused():
    with pytest.raises(ValueError, match="cannot end"):
        Period(date(2014, 1, 2), date(2014, 1, 1))


def test_the_four_years_of_the_source_report_are_the_years_that_ended_in_it():
    assert Period(date(2011, 5, 14), date(2015, 1, 15)).whole_years() == [2011, 2012, 2013, 2014]


@pytest.mark.parametrize(("first", "last"), [((2012, 2, 1), (2012, 2, 29)), ((2014, 12, 1), (2014, 12, 31))])
def test_a_month_ends_on_its_last_day(first, last):
    assert Period.month(date(*first)) == Period(date(*first), date(*last))


@given(periods)
def test_the_years_of_a_period_cover_it_without_gap_or_overlap(period):
    years = list(period.years())
    assert (years[0].starts, years[-1].ends) == (period.starts, period.ends)
    for before, after in zip(years, years[1:], strict=False):
        assert after.starts - before.ends == timedelta(days=1)


@given(days)
def test_every_day_lies_in_its_month_and_the_month_begins_on_its_first(day):
    month = Period.month(day)
    assert day in month
    assert (month.starts.day, (month.ends + timedelta(days=1)).day) == (1, 1)
