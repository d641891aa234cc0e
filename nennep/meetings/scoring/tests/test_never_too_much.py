"""Whatever the records say: no sheet fills itself, nothing unknown gives a point, and who comes never costs one."""

from dataclasses import asdict, fields, replace
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from nennep.meetings.scoring.facts import Facts
from nennep.meetings.scoring.suggesting import suggest
from nennep.meetings.scoring.tests.sheets import AN_PHU, EVERYTHING, HD_42, SHEETS, line_of

COUNT = st.none() | st.integers(0, 40)
FLAG = st.none() | st.booleans()
KINDS = {
    int | None: COUNT,
    bool | None: FLAG,
    Fraction | None: st.none() | st.fractions(0, 1),
}
RULES = {"least_length", "papers_least_days", "ideology_least", "ideology_most"}
SOMEHOW = {
    each.name: st.none() | st.integers(0, 120) | st.fractions(0, 120) if each.name in RULES else KINDS[each.type]
    for each in fields(Facts)
} | {"length": st.none() | st.integers(0, 200), "papers_days_ahead": st.none() | st.integers(-5, 10)}
ANY_FACTS = st.builds(Facts, **SOMEHOW)
SHEETS_TO_TRY = pytest.mark.parametrize("code", sorted(SHEETS))


@SHEETS_TO_TRY
@given(facts=ANY_FACTS)
def test_no_facts_whatever_fill_a_sheet(code, facts):
    found = suggest(SHEETS[code], facts)
    assert any(each.points is None for each in found)
    assert sum(each.points or 0 for each in found) < sum(line.most for line in SHEETS[code])


@pytest.mark.parametrize(("lines", "most"), [(HD_42.lines, 15), (AN_PHU, 47)])
def test_the_best_meeting_on_record_leaves_most_of_the_sheet_to_people(lines, most):
    assert sum(each.points or 0 for each in suggest(lines, EVERYTHING)) == most


@SHEETS_TO_TRY
@given(facts=ANY_FACTS)
def test_points_are_exact_and_between_nothing_and_the_most(code, facts):
    for each in suggest(SHEETS[code], facts):
        assert each.points is None or (type(each.points) is Fraction and 0 <= each.points <= each.most)
        assert each.points is None or each.ground


@SHEETS_TO_TRY
@given(facts=ANY_FACTS, forgotten=st.sets(st.sampled_from(sorted(asdict(EVERYTHING)))))
def test_what_nobody_recorded_never_gives_a_point_nor_changes_one(code, facts, forgotten):
    known = suggest(SHEETS[code], facts)
    less = suggest(SHEETS[code], replace(facts, **dict.fromkeys(forgotten)))
    for before, after in zip(known, less, strict=True):
        assert after.points in (None, before.points)


@st.composite
def rolls(draw):
    """Two rolls of one meeting, (expected, present, unexcused): the second with at least one person more present."""
    expected = draw(st.integers(1, 200))
    present = draw(st.integers(0, expected - 1))
    more = draw(st.integers(present + 1, expected))
    unexcused = draw(st.integers(0, expected - present))
    return (expected, present, unexcused), (expected, more, min(unexcused, expected - more))


@pytest.mark.parametrize("lines", [HD_42.lines, AN_PHU], ids=["HD 42", "An Phú"])
@given(facts=ANY_FACTS, rolls=rolls())
def test_more_present_people_never_lower_attendance(lines, facts, rolls):
    key = next(line.key for line in lines if line.measures == (("attendance",),))
    fewer, more = (
        line_of(lines, key, facts, expected=expected, present=present, unexcused=unexcused).points or 0
        for expected, present, unexcused in rolls
    )
    assert more >= fewer


@pytest.mark.parametrize("lines", [HD_42.lines, AN_PHU], ids=["HD 42", "An Phú"])
@given(least=st.integers(60, 180), length=st.integers(1, 300), longer=st.integers(1, 100))
def test_a_longer_meeting_never_costs_a_point(lines, least, length, longer):
    short, long = (
        line_of(lines, "1", length=each, least_length=least).points or 0 for each in (length, length + longer)
    )
    assert long >= short


@given(due=st.integers(1, 100), done=st.integers(0, 100), more=st.integers(0, 100))
def test_more_decisions_carried_out_never_cost_a_point(due, done, more):
    fewer, better = sorted([min(done, due), min(more, due)])
    points = [line_of(AN_PHU, "7", decisions_done=each, decisions_due=due).points for each in (fewer, better)]
    assert points == sorted(points)
