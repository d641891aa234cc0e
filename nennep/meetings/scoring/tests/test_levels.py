"""From points to a level: exact at every edge, and no level while one line is empty."""

from decimal import Decimal
from fractions import Fraction

import pytest

from nennep.meetings.scoring.sheet import level_of, sheet_of
from nennep.meetings.scoring.tests.sheets import DAY, HD_42
from nennep.rulebook.rules import centre

HAIR = Fraction(1, 10**30)
FULL = {line.key: line.most for line in HD_42.lines}


@pytest.mark.parametrize(
    ("points", "level"),
    [
        (100, "tốt"),
        (90, "tốt"),
        (90 - HAIR, "khá"),
        (Fraction(8999999999999999999, 10**17), "khá"),
        (Decimal("89.99"), "khá"),
        (Decimal("90.00"), "tốt"),
        (70, "khá"),
        (70 - HAIR, "trung bình"),
        (50, "trung bình"),
        (50 - HAIR, "kém"),
        (0, "kém"),
        (-HAIR, None),
        (None, None),
    ],
)
def test_a_level_begins_exactly_at_its_points(points, level):
    assert level_of(points, HD_42.levels) == level


def test_the_order_in_which_a_pack_writes_the_levels_does_not_matter():
    assert level_of(75, dict(reversed(HD_42.levels.items()))) == "khá"


def test_a_float_is_refused():
    with pytest.raises(TypeError, match="exact"):
        level_of(89.99, HD_42.levels)  # type: ignore[arg-type]


def test_a_full_sheet_has_its_points_and_a_level():
    assert (HD_42.points(FULL), HD_42.level(FULL)) == (100, "tốt")


@pytest.mark.parametrize("key", sorted(FULL))
def test_a_sheet_with_an_empty_line_has_no_points_together_and_no_level(key):
    for given in ({**FULL, key: None}, {name: points for name, points in FULL.items() if name != key}):
        assert HD_42.points(given) is None
        assert HD_42.level(given) is None


def test_half_points_add_up_exactly():
    given = {**FULL, "1": Decimal("0.1"), "2": Fraction(1, 10), "3.1": Decimal("4.8"), "3.2": 0}
    assert HD_42.points(given) == 85


def test_where_no_levels_are_in_force_no_sheet_has_one():
    sheet = sheet_of(centre("meeting.score_sheet", on=DAY), None)
    assert sheet.level(FULL) is None
