"""Shows of hands: who may vote, what part agreed, and whether that was enough."""

from datetime import date
from fractions import Fraction

import pytest
from django.db import IntegrityError, transaction
from hypothesis import given
from hypothesis import strategies as st

from nennep.ballots.counting import OF_ENTITLED, OF_PRESENT, entitled, is_quorate, outcome, resolution_threshold
from nennep.ballots.models import ShowOfHands
from nennep.ballots.tests.factories import ShowOfHandsFactory
from nennep.organisation.models import Away, Suspension
from nennep.organisation.tests.factories import on_roll
from nennep.rulebook.tests.factories import PackUseFactory

DAY = date(2014, 3, 4)


def hands(in_favour: int, present: int, entitled: int | None = None, rule: str = "> 1/2") -> ShowOfHands:
    whole = present if entitled is None else entitled
    return ShowOfHandsFactory.build(unit=None, entitled=whole, present=present, in_favour=in_favour, rule=rule)


@pytest.mark.parametrize(
    ("in_favour", "of", "rule", "enough"),
    [
        (6, 9, ">= 2/3", True),
        (5, 9, ">= 2/3", False),
        (6, 9, "> 2/3", False),
        (5, 9, "> 1/2", True),
        (5, 10, "> 1/2", False),
        (6, 10, "> 1/2", True),
        (1, 1, "> 1/2", True),
        (0, 0, "> 1/2", False),
        (200, 300, ">= 2/3", True),
        (199, 300, ">= 2/3", False),
    ],
)
def test_a_part_is_enough_by_exact_fractions(in_favour, of, rule, enough):
    assert outcome(hands(in_favour, of, rule=rule)).carried is enough


def test_a_vote_carried_by_one_way_of_counting_only_is_left_to_the_cell_to_judge():
    split = hands(5, 9, entitled=10)
    assert outcome(split).carried is None
    assert outcome(split, OF_PRESENT).carried is True
    assert outcome(split, OF_ENTITLED).carried is False


def test_without_a_rule_nothing_is_said_to_be_carried():
    assert outcome(hands(9, 9, rule="")).carried is None


@given(st.integers(0, 400), st.integers(0, 400), st.integers(1, 400), st.sampled_from(["> 1/2", ">= 2/3", ">= 1/2"]))
def test_one_more_hand_never_turns_yes_into_no_and_the_fraction_is_exact(part, more, whole, rule):
    part, more = min(part, whole), min(max(part, more), whole)
    less, full = outcome(hands(part, whole, rule=rule)).carried, outcome(hands(more, whole, rule=rule)).carried
    assert not (less and not full)
    share, wanted = Fraction(part, whole), {"> 1/2": Fraction(1, 2), ">= 2/3": Fraction(2, 3), ">= 1/2": Fraction(1, 2)}
    assert less == (share > wanted[rule] if rule.startswith("> ") else share >= wanted[rule])


@pytest.mark.django_db
def test_more_hands_than_people_are_refused_by_the_database():
    with pytest.raises(IntegrityError, match="hands_no_more_than_people"), transaction.atomic():
        ShowOfHandsFactory(present=9, in_favour=8, against=1, abstaining=1)
    with pytest.raises(IntegrityError, match="hands_present_are_entitled"), transaction.atomic():
        ShowOfHandsFactory(present=10, entitled=9)


def test_probationary_exempt_suspended_and_away_may_not_vote_and_whoever_meets_here_for_a_time_may(cell):
    suspended = on_roll(cell.unit, "Tạ Văn Đình")
    Suspension.objects.create(person=suspended, unit=cell.unit, starts=DAY, ends=DAY, decided_by="QĐ 1-QĐ/ĐU")
    gone = on_roll(cell.unit, "Tạ Văn Đi")
    Away.objects.create(person=gone, unit=cell.unit, starts=DAY)
    names = {person.name for person in entitled(cell.unit, DAY)}
    for person in (cell.probationary, cell.exempt, cell.colleague, suspended, gone):
        assert person.name not in names
    assert cell.member.name in names


QUORUM_PACK = """
[pack]
name = "Xã Thử"
level = "commune"
issued_by = "Đảng ủy xã Thử"
valid_from = 2014-01-01

[[rule]]
key = "meeting.quorum"
value = ">= 2/3"
source = "1-HD/ĐU"
certainty = "local"
statement = "Kỳ họp hợp lệ khi có mặt ít nhất 2/3."
"""


def test_quorum_is_unknown_until_a_pack_in_use_says_it(cell, settings, tmp_path):
    settings.RULE_PACKS = tmp_path
    (tmp_path / "thu.toml").write_text(QUORUM_PACK, encoding="utf-8")
    assert is_quorate(cell.unit, DAY, present=1, expected=9) is None
    PackUseFactory(unit=cell.unit, pack="thu", starts=DAY)
    assert is_quorate(cell.unit, DAY, present=6, expected=9) is True
    assert is_quorate(cell.unit, DAY, present=5, expected=9) is False


def test_the_centre_asks_more_than_half_for_a_resolution(cell):
    threshold = resolution_threshold(cell.unit, DAY)
    assert threshold is not None
    assert str(threshold) == "> 1/2"
