"""Counts, totals and the two sides of a share add up over any split of a period; things that differ do not."""

from datetime import date, timedelta

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from nennep.indicators.answers import Count, Distinct, Share, Total, TotalShare
from nennep.indicators.figures import all_figures
from nennep.organisation.periods import Period

pytestmark = pytest.mark.django_db

DURING = [figure for figure in all_figures() if figure.period_kind == "during"]
FIRST, LAST = date(2011, 5, 14), date(2015, 1, 15)

days = st.dates(FIRST, LAST)


def sides(value):
    return value.number or 0, value.rows, value.part or 0, value.whole or 0


def split_at(cuts):
    """The period as parts that end on the given days."""
    starts = FIRST
    for cut in sorted({*cuts, LAST}):
        yield Period(starts, cut)
        starts = cut + timedelta(days=1)


@pytest.mark.parametrize("figure", DURING, ids=lambda figure: figure.code)
@settings(max_examples=8, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(cuts=st.lists(days, min_size=1, max_size=4))
def test_the_parts_of_a_period_make_up_the_whole(example, figure, cuts):
    answer = figure.ask(example, Period(FIRST, LAST))
    whole = sides(answer.value())
    parts = [sides(figure.value(example, part)) for part in split_at(cuts)]
    number, rows, part, base = (sum(column) for column in zip(*parts, strict=True))
    match answer:
        case Count() | Total():
            assert answer.adds_up
            assert (number, rows) == whole[:2]
        case Share() | TotalShare():
            assert answer.adds_up
            assert (part, base) == whole[2:]
        case Distinct():
            assert not answer.adds_up
            assert max(one[0] for one in parts) <= whole[0] <= number


def test_the_years_make_up_the_four_years(example, four_years):
    for figure in DURING:
        answer = figure.ask(example, four_years)
        if isinstance(answer, Count | Total):
            years = sum(figure.value(example, year).number or 0 for year in four_years.years())
            assert years == answer.value().number, figure.code


def test_one_person_named_in_two_years_is_one(example, four_years):
    from nennep.indicators.figures import named

    persons = named("recognition.book_persons")
    assert sum(persons.value(example, year).number or 0 for year in four_years.years()) > 9
    assert persons.value(example, four_years).number == 9
