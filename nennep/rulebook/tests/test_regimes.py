"""The values of four worlds, for cells of every kind, as the domain says them."""

from datetime import timedelta

import pytest

from nennep.organisation.models import CellKind, Level, Unit
from nennep.organisation.tests.factories import UnitFactory
from nennep.rulebook.library import library
from nennep.rulebook.rules import Rulebook, rule, rulebooks_of
from nennep.rulebook.tests.regimes import CENTRAL, CHANGES, DAYS, TABLES
from nennep.rulebook.values import as_json

CASES = [(key, day, expected) for key, row in CENTRAL.items() for day, expected in zip(DAYS, row, strict=True)]
KINDS = [(level, kind) for level in (Level.GRASSROOTS_CELL, Level.ATTACHED_CELL) for kind in CellKind]


@pytest.fixture(scope="module")
def books(django_db_setup: None, django_db_blocker) -> dict[str, Rulebook]:
    """A cell of each kind, under a commune; what they have in common is asked of each of them."""
    from django.db import transaction

    with django_db_blocker.unblock(), transaction.atomic():
        commune = UnitFactory(code="XA", level=Level.COMMUNE, cell_kind="")
        units = [
            UnitFactory(code=f"{level}-{kind}", level=level, cell_kind=kind, parent=commune) for level, kind in KINDS
        ]
        found = {book.unit.code: book for book in rulebooks_of(units).values()}
        transaction.set_rollback(True)
    return found


def test_the_table_has_at_least_a_hundred_and_twenty_cases():
    assert len(CASES) >= 120


@pytest.mark.parametrize(("key", "day", "expected"), CASES, ids=lambda value: str(value)[:40])
def test_a_key_on_a_day_for_a_cell_of_every_kind(books, key, day, expected):
    for code, book in books.items():
        found = book.rule(key, day)
        got = None if found is None else (as_json(found.value), found.source)
        assert got == expected, code


@pytest.mark.parametrize(
    ("key", "day", "there"), [(k, d, t) for k, row in TABLES.items() for d, t in zip(DAYS, row, strict=True)]
)
def test_a_table_holds_in_its_regime_only(books, key, day, there):
    for book in books.values():
        assert (book.rule(key, day) is not None) is there


@pytest.mark.parametrize(("key", "change"), [(key, change) for key, rows in CHANGES.items() for change in rows])
def test_a_value_changes_on_its_day_and_not_one_before_or_after(books, key, change):
    day, before, after = change
    book = next(iter(books.values()))

    def value(on):
        found = book.rule(key, on)
        return None if found is None else as_json(found.value)

    assert (value(day - timedelta(days=1)), value(day)) == (before, after)


def test_whatever_has_a_value_from_memory_or_nobody_knows_is_a_question_and_off():
    shelf = library()
    asked = {question.key for question in shelf.questions()}
    assert {"theme.min_minutes_per_meeting", "minutes.sign_within_days", "commend.base_salary"} <= asked
    for question in shelf.questions():
        assert question.certainty in {"memory", "unknown"}
        assert question.question.endswith(("?", ".")), question.key


def test_second_hand_values_say_that_they_have_to_be_compared(books):
    book = next(iter(books.values()))
    assert book.rule("meeting.attendance_target", DAYS[3]).to_check
    assert not book.rule("meeting.min_minutes", DAYS[3]).to_check


def test_a_score_sheet_adds_up_to_a_hundred_wherever_one_is_known():
    sheets = [
        stated for pack in library().packs.values() for stated in pack.rules if stated.key == "meeting.score_sheet"
    ]
    assert len(sheets) == 3
    for sheet in sheets:
        assert sum(row["most"] for row in sheet.value.values()) == 100, sheet.file
        for row in sheet.value.values():
            assert max(row.get("bands", [row["most"]])) == row["most"]
            assert sum(row.get("parts", [row["most"]])) == row["most"]


@pytest.mark.django_db
def test_one_call_answers_with_the_layers_that_led_there(unit: Unit):
    found = rule("meeting.min_minutes", unit=unit, on=DAYS[3])
    assert [(step.layer, as_json(step.value), step.counted) for step in found.layers] == [("Trung ương", 90, True)]
