"""The honest thirty minutes are three numbers: met, below, not measured."""

from datetime import date, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from nennep.indicators.figures import named
from nennep.ledger.tests.tampering import undone
from nennep.meetings.models import MeetingKind, ThemePart
from nennep.meetings.tests.factories import MeetingFactory, ThemePartFactory
from nennep.organisation.periods import Period
from nennep.organisation.tests.factories import UnitFactory
from nennep.rulebook.models import CellRule
from nennep.rulebook.tests.factories import CellRuleFactory

YEAR = Period.year(2014)


def meeting(unit, month, *minutes, day=4, **more):
    held = MeetingFactory(unit=unit, held_on=date(2014, month, day), **more)
    for part, length in zip(ThemePart.Part, minutes, strict=False):
        ThemePartFactory(meeting=held, part=part, minutes=length)
    return held


def three(unit, period=YEAR):
    codes = ("meetings.theme_met", "meetings.theme_below", "meetings.theme_not_measured")
    return tuple(named(code).value(unit, period).number for code in codes)


@pytest.fixture
def ruled(unit):
    CellRuleFactory(unit=unit, value=30, starts=date(2011, 12, 1))
    return unit


def test_thirty_is_met_and_twenty_nine_is_below(ruled):
    meeting(ruled, 1, 12, 5, 8, 3, 2)
    meeting(ruled, 2, 12, 5, 8, 3, 1)
    assert three(ruled) == (1, 1, 0)


def test_a_meeting_nobody_measured_is_neither_met_nor_below(ruled):
    meeting(ruled, 1, 30)
    meeting(ruled, 2)
    assert three(ruled) == (1, 0, 1)


def test_a_measured_zero_is_below_and_not_unmeasured(ruled):
    meeting(ruled, 1, 0)
    assert three(ruled) == (0, 1, 0)


def test_a_cell_without_the_rule_is_not_judged(unit):
    meeting(unit, 1, 45)
    meeting(unit, 2)
    assert three(unit) == (None, None, 1)


def test_only_unmeasured_meetings_give_no_figure_for_met(ruled):
    meeting(ruled, 1)
    assert three(ruled) == (None, None, 1)


def test_each_meeting_is_judged_by_the_rule_of_its_day(unit):
    CellRuleFactory(unit=unit, value=30, starts=date(2014, 1, 1), ends=date(2014, 3, 3))
    CellRuleFactory(unit=unit, value=45, starts=date(2014, 3, 4))
    meeting(unit, 3, 40, day=3)
    meeting(unit, 3, 40, day=4)
    assert three(unit) == (1, 1, 0)


def test_thematic_meetings_are_not_among_them(ruled):
    meeting(ruled, 1, 60, kind=MeetingKind.THEMATIC)
    assert three(ruled) == (None, None, None)


def test_minutes_signed_within_the_cells_own_days_are_on_time(unit):
    CellRuleFactory(unit=unit, key="minutes.sign_within_days", value=7)
    for month, after in ((1, 7), (2, 8)):
        day = date(2014, month, 4)
        meeting(unit, month, minutes_signed_on=day + timedelta(days=after))
    meeting(unit, 3)
    value = named("meetings.minutes_signed_on_time_percent").value(unit, YEAR)
    assert (value.part, value.whole) == (1, 3)


def test_without_a_rule_for_signing_there_is_nothing_to_be_on_time_for(unit):
    meeting(unit, 1, minutes_signed_on=date(2014, 1, 5))
    assert named("meetings.minutes_signed_on_time_percent").value(unit, YEAR).number is None


@pytest.mark.django_db
@settings(max_examples=25, deadline=None)
@given(
    lengths=st.lists(st.none() | st.lists(st.integers(0, 40), min_size=1, max_size=5), min_size=1, max_size=12),
    least=st.integers(1, 60),
)
def test_the_three_numbers_always_add_up_to_the_meetings_held(lengths, least):
    with undone():
        unit = UnitFactory()
        CellRule.objects.create(unit=unit, key="theme.min_minutes_per_meeting", value=least, starts=date(2011, 1, 1))
        for month, minutes in enumerate(lengths, start=1):
            meeting(unit, month, *(minutes or ()))
        numbers = three(unit)
        held = named("meetings.held").value(unit, YEAR).number
    met = sum(1 for minutes in lengths if minutes and sum(minutes) >= least)
    measured = sum(1 for minutes in lengths if minutes)
    assert sum(number or 0 for number in numbers) == held == len(lengths)
    assert numbers == (met if measured else None, measured - met if measured else None, len(lengths) - measured)
