"""Formulas are exact arithmetic on named quantities, and nothing else."""

from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from nennep.rulebook.formulas import FormulaError, Quantity, names_in, unit_of, value_of
from nennep.rulebook.library import library

SUM = "round_up(commend.member_year_multiple * base_salary, commend.rounding)"


def test_a_reward_is_the_multiple_of_the_base_salary_rounded_up():
    """0.3 × 1,490,000 is 447,000, and one place paid 450,000 (domain 4.2)."""
    names = {"commend.member_year_multiple": Fraction(3, 10), "base_salary": 1490000, "commend.rounding": 10000}
    assert value_of(SUM, names) == 450000
    assert value_of(SUM, {**names, "commend.member_year_multiple": Fraction(6, 10)}) == 900000


def test_a_fifth_of_nine_is_no_whole_person_until_somebody_says_how_to_round():
    assert value_of("0.20 * rated_good", {"rated_good": 9}) == Fraction(9, 5)
    assert value_of("round_half_up(0.20 * rated_good)", {"rated_good": 9}) == 2
    assert value_of("round_down(0.20 * rated_good)", {"rated_good": 9}) == 1


@given(st.integers(0, 10**6), st.integers(1, 10**5))
def test_rounding_up_never_loses_and_never_adds_a_whole_step(value, step):
    rounded = value_of("round_up(members, tasks)", {"members": value, "tasks": step})
    assert 0 <= rounded - value < step
    assert rounded % step == 0


def test_names_of_rules_and_inputs_are_told_apart_from_functions():
    assert names_in(SUM) == {"commend.member_year_multiple", "base_salary", "commend.rounding"}


def test_units_are_carried_through():
    units = {"commend.member_year_multiple": "base_salaries", "base_salary": "dong_per_base_salary"}
    assert unit_of(SUM, {**units, "commend.rounding": "dong"}) == Quantity.of("dong")
    with pytest.raises(FormulaError, match="không cộng, trừ, so sánh được"):
        unit_of(SUM, {**units, "commend.rounding": "people"})


@given(st.text(max_size=60))
def test_whatever_is_typed_is_a_number_or_a_clear_refusal(text):
    try:
        assert isinstance(value_of(text, {"members": 3}), Fraction)
    except FormulaError as refusal:
        assert str(refusal)


def test_every_formula_that_ships_is_worked_out_from_rules_that_ship():
    names = library().names
    for pack in library().packs.values():
        for rule in pack.rules:
            if names[rule.key].kind == "formula":
                known = dict.fromkeys(names_in(str(rule.value)), Fraction(2))
                assert value_of(str(rule.value), known) > 0
