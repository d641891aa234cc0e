"""Centre, province, commune, cell: stricter wins, looser needs a paper, and a paper runs out."""

from datetime import date
from decimal import Decimal
from fractions import Fraction

import pytest
from django.core.exceptions import ValidationError
from django.db import IntegrityError, transaction
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from nennep.ledger.acts import Outcome
from nennep.organisation.access import NotAllowed, Operator
from nennep.organisation.models import Level, Unit, UnitState
from nennep.organisation.tests.factories import UnitFactory
from nennep.rulebook.actions import keep_permission, set_own_rule, use_pack
from nennep.rulebook.models import CellRule, PackUse, Permission
from nennep.rulebook.rules import rule, rulebook_of, rulebooks_of
from nennep.rulebook.tests.factories import CellRuleFactory, PackUseFactory, PermissionFactory

pytestmark = pytest.mark.django_db

LENGTH = "meeting.min_minutes"
DAY = date(2026, 11, 1)


@pytest.fixture
def commune(unit: Unit) -> Unit:
    """A unit above the cell since it was founded."""
    above = UnitFactory(code="PHUONG", level=Level.COMMUNE, cell_kind="", starts=date(2000, 1, 1))
    UnitState.objects.filter(unit=unit).update(parent=above)
    Unit.objects.filter(pk=unit.pk).update(parent=above)
    unit.refresh_from_db()
    return above


def value(unit: Unit, day: date = DAY, key: str = LENGTH) -> Fraction:
    found = rule(key, unit=unit, on=day)
    assert found is not None
    return found.number


def test_a_cells_stricter_value_wins(unit):
    CellRuleFactory(unit=unit, key=LENGTH, value=100)
    assert value(unit) == 100


def test_a_looser_value_does_not_hold_and_the_layers_say_so(unit):
    CellRuleFactory(unit=unit, key=LENGTH, value=60)
    found = rule(LENGTH, unit=unit, on=DAY)
    assert found.number == 90
    assert [(step.certainty, step.counted) for step in found.layers] == [("seen", True), ("own", False)]


def test_a_permission_loosens_and_runs_out(unit):
    PermissionFactory(unit=unit, key=LENGTH, value=60, starts=date(2026, 1, 1), ends=date(2026, 6, 30))
    assert value(unit, date(2025, 12, 31)) == 90
    assert value(unit, date(2026, 1, 1)) == 60
    assert value(unit, date(2026, 6, 30)) == 60
    assert value(unit, date(2026, 7, 1)) == 90
    assert rule(LENGTH, unit=unit, on=date(2026, 3, 1)).certainty == "permitted"


def test_within_a_permission_the_cell_may_still_ask_more_of_itself(unit):
    PermissionFactory(unit=unit, key=LENGTH, value=60, starts=date(2026, 1, 1), ends=date(2026, 12, 31))
    CellRuleFactory(unit=unit, key=LENGTH, value=70, starts=date(2026, 2, 1))
    assert (value(unit), value(unit, date(2027, 1, 1))) == (70, 90)


def test_what_a_commune_asks_holds_for_the_cells_under_it_and_for_no_other(unit, commune):
    CellRuleFactory(unit=commune, key=LENGTH, value=100)
    assert value(unit) == 100
    assert value(UnitFactory()) == 90
    CellRuleFactory(unit=unit, key=LENGTH, value=95)
    assert value(unit) == 100


def test_a_cell_that_moved_follows_whoever_stood_above_it_that_day(unit, commune):
    CellRuleFactory(unit=commune, key=LENGTH, value=100)
    state = UnitState.objects.get(unit=unit)
    state.ends = date(2026, 6, 30)
    state.save()
    UnitState.objects.create(
        unit=unit, starts=date(2026, 7, 1), cause=UnitState.Cause.MOVED, **{**state.dress(), "parent": None}
    )
    assert (value(unit, date(2026, 6, 30)), value(unit, date(2026, 7, 1))) == (100, 90)


def test_a_local_pack_holds_only_where_it_is_in_use_and_from_that_day(unit, commune):
    assert rule("inspect.days", unit=unit, on=DAY) is None
    PackUseFactory(unit=commune, pack="lao-cai", starts=date(2026, 3, 1))
    found = rule("inspect.days", unit=unit, on=DAY)
    assert found.value == {"kiểm tra": 30, "dấu hiệu vi phạm": 45, "giám sát": 30}
    assert (found.certainty, found.pack, found.valid_from) == ("local", "Tỉnh Lào Cai", date(2026, 3, 1))
    assert rule("inspect.days", unit=unit, on=date(2026, 2, 28)) is None


def test_a_locals_score_sheet_takes_the_place_of_the_centres(unit):
    PackUseFactory(unit=unit, pack="an-phu", starts=date(2026, 1, 1))
    assert rule("meeting.score_sheet", unit=unit, on=DAY).pack == "Phường An Phú"


def test_the_year_is_cut_where_a_value_begins_or_ends(unit):
    CellRuleFactory(unit=unit, key=LENGTH, value=100, starts=date(2026, 3, 1), ends=date(2026, 5, 31))
    stretches = [(found.valid_from, found.valid_to, found.number) for found in rulebook_of(unit).over_time(LENGTH)]
    assert stretches == [
        (date(2018, 7, 6), date(2025, 10, 27), 90),
        (date(2025, 10, 28), date(2026, 2, 28), 90),
        (date(2026, 3, 1), date(2026, 5, 31), 100),
        (date(2026, 6, 1), None, 90),
    ]


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.lists(st.tuples(st.integers(30, 150), st.integers(0, 900), st.integers(0, 400)), max_size=5))
def test_without_a_paper_no_cell_ever_asks_less_of_itself_than_the_centre(unit, rows):
    with transaction.atomic():
        for minutes, since, length in {row[1]: row for row in rows}.values():
            starts = date.fromordinal(date(2025, 1, 1).toordinal() + since)
            CellRuleFactory(
                unit=unit, key=LENGTH, value=minutes, starts=starts, ends=date.fromordinal(starts.toordinal() + length)
            )
        book = rulebook_of(unit)
        for offset in range(0, 1300, 13):
            day = date.fromordinal(date(2025, 1, 1).toordinal() + offset)
            held = book.rule(LENGTH, day)
            assert held.number >= 90
            stretch = next(found for found in book.over_time(LENGTH) if found.holds_on(day))
            assert stretch.number == held.number
        transaction.set_rollback(True)


def test_a_hundred_cells_cost_as_many_questions_as_one(unit, django_assert_num_queries):
    units = [unit, *(UnitFactory() for _ in range(20))]
    with django_assert_num_queries(2):
        rulebooks_of(units)


def own(unit, **values):
    return CellRule(
        **{"unit": unit, "key": LENGTH, "value": 100, "document": "5-NQ/CB", "statement": "Dài hơn."} | values
    )


def test_setting_a_looser_value_is_refused_with_what_holds(unit, secretary, at):
    with pytest.raises(ValidationError, match="Nhẹ hơn mức đang có: 90 phút theo 12-HD/BTCTW"):
        set_own_rule(own(unit, value=60, starts=date(2019, 1, 1)), by=secretary, at=at)
    assert not CellRule.objects.filter(key=LENGTH).exists()
    permission = Permission(
        unit=unit,
        key=LENGTH,
        value=60,
        given_by="Đảng ủy",
        document="8-QĐ/ĐU",
        starts=date(2019, 1, 1),
        ends=date(2019, 12, 31),
    )
    assert keep_permission(permission, by=secretary, at=at)[1] is Outcome.ADDED
    assert set_own_rule(own(unit, value=60, starts=date(2019, 1, 1)), by=secretary, at=at)[1] is Outcome.ADDED


@pytest.mark.parametrize(
    ("key", "told"),
    [
        ("meeting.min_minute", "Không có quy tắc meeting.min_minute"),
        ("review.regime", "do cấp trên định"),
        ("vote.discipline", "do cấp trên định"),
        ("meeting.score_sheet", "do cấp trên định"),
    ],
)
def test_what_only_a_level_above_states_a_unit_does_not_set(unit, secretary, at, key, told):
    with pytest.raises(ValidationError, match=told):
        set_own_rule(own(unit, key=key, starts=date(2019, 1, 1)), by=secretary, at=at)


def test_a_permission_without_a_last_day_is_refused(unit):
    with pytest.raises(IntegrityError), transaction.atomic():
        PermissionFactory(unit=unit, ends=None)


def test_two_packs_that_contradict_are_not_used_side_by_side(unit, secretary, at):
    use_pack(PackUse(unit=unit, pack="binh-thuan", starts=date(2014, 1, 1)), by=secretary, at=at)
    with pytest.raises(ValidationError, match=r"phu-tho\.toml:\d+ và binh-thuan\.toml:\d+"):
        use_pack(PackUse(unit=unit, pack="phu-tho", starts=date(2014, 2, 1)), by=secretary, at=at)
    with pytest.raises(ValidationError, match="Không có gói quy tắc riêng tên trung-uong"):
        use_pack(PackUse(unit=unit, pack="trung-uong", starts=date(2014, 2, 1)), by=secretary, at=at)


def test_who_is_not_secretary_sets_nothing(cell, unit, at):
    with pytest.raises(NotAllowed):
        set_own_rule(own(unit, starts=date(2014, 1, 1)), by=cell.member, at=at)
    assert set_own_rule(own(unit, starts=date(2014, 1, 1)), by=Operator(), at=at)[1] is Outcome.ADDED
    assert CellRule.objects.get(key=LENGTH).value == Decimal(100)
