"""Members by age on a day, among those whose birth date somebody entered."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from nennep.indicators.figures import named
from nennep.indicators.people import AGES, birthday
from nennep.organisation.models import Person
from nennep.organisation.periods import Period


def ages(unit, day):
    return {
        (youngest, oldest): named(f"organisation.members_{youngest}_to_{oldest}").value(unit, Period(day, day)).number
        for youngest, oldest in AGES
    }


def test_without_a_birth_date_nobody_has_an_age(cell, today):
    assert set(ages(cell.unit, today).values()) == {None}


@pytest.mark.parametrize(
    ("born", "band"),
    [
        (date(1983, 6, 4), (18, 30)),  # thirty-one tomorrow
        (date(1983, 6, 3), (31, 40)),  # thirty-one today
        (date(1963, 6, 4), (41, 50)),
        (date(1963, 6, 3), (51, 60)),
        (date(1953, 6, 3), (61, 120)),
    ],
)
def test_a_birthday_opens_the_next_band(cell, today, born, band):
    Person.objects.filter(pk=cell.member.pk).update(born_on=born)
    found = ages(cell.unit, today)
    assert found.pop(band) == 1
    assert set(found.values()) == {0}


def test_colleagues_are_no_members_whatever_their_age(cell, today):
    Person.objects.filter(pk=cell.colleague.pk).update(born_on=date(1990, 1, 1))
    assert set(ages(cell.unit, today).values()) == {None}


@given(day=st.dates(date(1990, 1, 1), date(2060, 12, 31)), years=st.integers(1, 80))
def test_whoever_was_born_that_many_years_ago_has_reached_the_age_and_the_next_day_has_not(day, years):
    born = birthday(day, years)
    whole = day.year - born.year - ((day.month, day.day) < (born.month, born.day))
    assert whole == years
