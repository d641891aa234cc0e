"""What holds for a unit on a day, and where it comes from."""

from datetime import date, timedelta
from fractions import Fraction

import pytest
from django.db import IntegrityError, transaction

from nennep.ledger.acts import Outcome
from nennep.organisation.access import NotAllowed
from nennep.organisation.tests.factories import UnitFactory
from nennep.rulebook.actions import set_own_rule
from nennep.rulebook.models import CellRule
from nennep.rulebook.rules import rule, rulebook_of, rules_in_force
from nennep.rulebook.tests.factories import CellRuleFactory

DAY = timedelta(days=1)
THEME = "theme.min_minutes_per_meeting"


def test_the_value_follows_the_day_of_the_event(unit):
    before = rule("meeting.attendance_target", unit=unit, on=date(2025, 10, 27))
    after = rule("meeting.attendance_target", unit=unit, on=date(2025, 10, 28))
    assert (before.value, before.source) == (Fraction(85, 100), "12-HD/BTCTW")
    assert (after.value, after.source) == (Fraction(90, 100), "42-HD/BTCTW")


def test_before_any_guidance_there_is_no_shortest_meeting(unit):
    assert rule("meeting.min_minutes", unit=unit, on=date(2014, 6, 3)) is None
    assert rule("meeting.min_minutes", unit=unit, on=date(2018, 7, 6)).value == 90


@pytest.mark.parametrize("day", [date(2011, 1, 1), date(2014, 6, 3), date(2026, 11, 23)])
def test_no_central_rule_fixes_the_thirty_minutes(unit, day):
    assert rule(THEME, unit=unit, on=day) is None


def test_a_cell_that_set_thirty_minutes_has_the_rule_with_its_document(unit):
    CellRuleFactory(unit=unit)
    found = rule(THEME, unit=unit, on=date(2014, 6, 3))
    assert (found.value, found.source, found.certainty, found.pack) == (30, "45-KH/CBBQL", "own", unit.name)
    assert found.valid_from == date(2011, 12, 1)


def test_an_own_rule_holds_from_its_first_day_to_its_last(unit):
    CellRuleFactory(unit=unit, starts=date(2012, 1, 1), ends=date(2012, 12, 31))
    held = [
        rule(THEME, unit=unit, on=day) is not None
        for day in (date(2011, 12, 31), date(2012, 1, 1), date(2012, 12, 31), date(2013, 1, 1))
    ]
    assert held == [False, True, True, False]


def test_a_cells_own_value_stands_before_the_packs(unit):
    CellRuleFactory(unit=unit, key="meeting.per_month", value=2)
    assert rule("meeting.per_month", unit=unit, on=date(2011, 6, 1)).certainty == "seen"
    own = rule("meeting.per_month", unit=unit, on=date(2014, 6, 3))
    assert (own.value, own.certainty) == (2, "own")


def test_another_cells_value_does_not_hold_here(unit):
    CellRuleFactory(unit=UnitFactory())
    assert rule(THEME, unit=unit, on=date(2014, 6, 3)) is None


def test_all_rules_of_a_day_cost_as_many_questions_as_one(unit, django_assert_num_queries):
    for number in range(5):
        CellRuleFactory(unit=unit, key=f"own.{number}")
    with django_assert_num_queries(2):
        found = rules_in_force(unit, date(2014, 6, 3))
    assert {f"own.{number}" for number in range(5)} <= set(found)


def test_an_own_rule_over_time_is_listed_in_order(unit):
    CellRuleFactory(unit=unit, value=45, starts=date(2014, 1, 1))
    CellRuleFactory(unit=unit, value=30, starts=date(2011, 12, 1), ends=date(2013, 12, 31))
    assert [item.value for item in rulebook_of(unit).over_time(THEME)] == [30, 45]


def test_the_secretary_sets_a_rule_and_setting_it_again_changes_nothing(cell, at):
    values = {"key": THEME, "value": 30, "statement": "Ít nhất 30 phút.", "starts": date(2014, 1, 1)}
    assert set_own_rule(CellRule(unit=cell.unit, **values), by=cell.secretary, at=at)[1] is Outcome.ADDED
    assert set_own_rule(CellRule(unit=cell.unit, **values), by=cell.secretary, at=at)[1] is Outcome.UNCHANGED
    assert CellRule.objects.count() == 1


def test_the_minutes_secretary_sets_no_rule(cell, at):
    own = CellRule(unit=cell.unit, key=THEME, value=30, statement="Ít nhất 30 phút.", starts=date(2014, 1, 1))
    with pytest.raises(NotAllowed):
        set_own_rule(own, by=cell.minutes_secretary, at=at)
    assert not CellRule.objects.exists()


def test_the_database_refuses_two_values_from_one_day(unit):
    CellRuleFactory(unit=unit)
    with pytest.raises(IntegrityError), transaction.atomic():
        CellRuleFactory(unit=unit, value=45)


def test_the_database_refuses_a_rule_that_ends_before_it_starts(unit):
    with pytest.raises(IntegrityError, match="ends_after_start"), transaction.atomic():
        CellRuleFactory(unit=unit, ends=date(2011, 11, 30))
