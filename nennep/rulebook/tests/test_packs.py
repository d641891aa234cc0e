"""The shipped packs are data; these tests read all of them."""

import re
from itertools import combinations

import pytest

from nennep.rulebook.rules import PACKS, packed_rules

RULES = packed_rules()
A_SOURCE = re.compile(r"Điều lệ Đảng|\d{2,4}-(QĐ|HD|CT|KL|NQ)/\w+")


def test_every_pack_on_disk_is_read():
    assert {rule.pack for rule in RULES} >= {"Trung ương"}
    assert len(list(PACKS.glob("*.toml"))) == len({rule.pack for rule in RULES})


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: f"{rule.key}-{rule.valid_from}")
def test_every_rule_says_what_since_when_by_which_document_and_how_sure_we_are(rule):
    assert re.fullmatch(r"[a-z]+\.[a-z_]+", rule.key)
    assert rule.statement.endswith(".")
    assert A_SOURCE.search(rule.source)
    assert rule.certainty in {"seen", "second-hand", "local"}
    assert rule.valid_to is None or rule.valid_to >= rule.valid_from
    assert rule.value > 0


def test_two_values_of_one_key_never_hold_on_the_same_day():
    for one, other in combinations(RULES, 2):
        if one.key == other.key and one.pack == other.pack:
            first, second = sorted((one, other), key=lambda rule: rule.valid_from)
            assert first.valid_to is not None, first.key
            assert first.valid_to < second.valid_from, first.key


def test_no_pack_of_the_centre_claims_the_thirty_minutes_or_a_day_to_sign_the_minutes():
    """No central text was seen for either (domain 1.1)."""
    assert not {"theme.min_minutes_per_meeting", "minutes.sign_within_days"} & {rule.key for rule in RULES}


@pytest.mark.parametrize("key", ["meeting.min_minutes", "meeting.attendance_target", "rating.new_member_min_months"])
def test_a_number_is_in_the_sentence_that_says_it(key):
    for rule in RULES:
        if rule.key == key:
            number = rule.value * 100 if rule.value < 1 else rule.value
            assert str(int(number)) in rule.statement
