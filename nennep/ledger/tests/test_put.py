"""Putting a record into its register: added, corrected or unchanged, as a bookkeeper would."""

from datetime import date

import pytest
from django.core.exceptions import ValidationError

from nennep.ledger.acts import Outcome, put
from nennep.ledger.models import Entry
from nennep.organisation.models import Person


def put_person(cell, at, **values):
    person = Person(home=cell.unit, code="HOA", **({"name": "Mai Thị Hòa", "name_key": "k", "sex": "f"} | values))
    return put(person, key=["home", "code"], act_name="organisation.list_person", by=cell.secretary, at=at)


def acts():
    return list(Entry.objects.order_by("sequence").values_list("act", flat=True))


def test_a_new_record_is_added_and_the_ledger_says_so(cell, at):
    person, outcome = put_person(cell, at)
    assert outcome is Outcome.ADDED
    assert Person.objects.get(code="HOA") == person
    assert acts() == ["organisation.list_person"]


def test_a_different_record_under_the_same_key_corrects_the_one_that_is_there(cell, at):
    first, _ = put_person(cell, at)
    second, outcome = put_person(cell, at, job="Trưởng phòng")
    assert outcome is Outcome.CORRECTED
    assert second.pk == first.pk
    assert Person.objects.get(code="HOA").job == "Trưởng phòng"
    assert acts() == ["organisation.list_person", "organisation.list_person.correct"]


def test_the_same_record_again_changes_nothing_and_writes_nothing(cell, at):
    first, _ = put_person(cell, at)
    again, outcome = put_person(cell, at)
    assert (outcome, again) == (Outcome.UNCHANGED, first)
    assert acts() == ["organisation.list_person"]


def test_a_value_that_cannot_stand_in_its_column_is_refused_and_leaves_nothing(cell, at):
    with pytest.raises(ValidationError):
        put_person(cell, at, sex="x")
    assert not Person.objects.filter(code="HOA").exists()
    assert acts() == []


def test_a_refused_correction_leaves_the_record_as_it_was(cell, at):
    put_person(cell, at)
    with pytest.raises(ValidationError):
        put_person(cell, at, name="x" * 200)
    assert Person.objects.get(code="HOA").name == "Mai Thị Hòa"
    assert acts() == ["organisation.list_person"]


def test_another_key_is_another_record(cell, at):
    put_person(cell, at)
    other = Person(home=cell.unit, code="HOA2", name="Mai Thị Hòa", name_key="k", sex="f")
    _, outcome = put(other, key=["home", "code"], act_name="organisation.list_person", by=cell.secretary, at=at)
    assert outcome is Outcome.ADDED
    assert Person.objects.filter(name="Mai Thị Hòa").count() == 2


def test_the_day_of_entry_does_not_make_a_record_different(cell, at):
    put_person(cell, at)
    later = at.replace(day=date(2014, 6, 28).day)
    assert put_person(cell, later)[1] is Outcome.UNCHANGED
