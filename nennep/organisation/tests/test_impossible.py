"""Impossible states of units and people are refused by the database itself, whatever a form may say."""

from datetime import date

import pytest
from django.db import IntegrityError, transaction

from nennep.organisation.models import Level, Membership, Office, Person, Unit
from nennep.organisation.tests.factories import (
    DutyFactory,
    ExemptionFactory,
    MembershipFactory,
    PersonFactory,
    TermFactory,
    UnitFactory,
)

pytestmark = pytest.mark.django_db


def refused(name):
    """The database says which of its rules was broken (SQLite names the columns of a unique one)."""
    return pytest.raises(IntegrityError, match=name)


@pytest.mark.parametrize("make", [UnitFactory, MembershipFactory, ExemptionFactory, TermFactory, DutyFactory])
def test_nothing_ends_before_it_starts(make):
    with refused("ends_after_start"), transaction.atomic():
        make(starts=date(2014, 1, 2), ends=date(2014, 1, 1))
    assert make(starts=date(2014, 1, 2), ends=date(2014, 1, 2)).pk


def test_a_unit_is_not_its_own_parent():
    unit = UnitFactory()
    with refused("unit_not_its_own_parent"), transaction.atomic():
        Unit.objects.filter(pk=unit.pk).update(parent=unit)


def test_a_cell_has_a_kind():
    with refused("unit_a_cell_has_a_kind"), transaction.atomic():
        UnitFactory(level=Level.GRASSROOTS_CELL, cell_kind="")


def test_only_a_cell_has_a_kind():
    with refused("unit_a_cell_has_a_kind"), transaction.atomic():
        UnitFactory(level=Level.PROVINCE, cell_kind="office")


def test_two_units_do_not_share_a_code():
    UnitFactory(code="CBBQL")
    with refused("code"), transaction.atomic():
        UnitFactory(code="CBBQL")


def test_two_people_of_a_unit_do_not_share_a_code():
    first = PersonFactory(code="VMH")
    with refused("code"), transaction.atomic():
        PersonFactory(home=first.home, code="VMH")
    assert PersonFactory(code="VMH").pk


def test_a_person_has_one_open_standing_at_a_time():
    first = MembershipFactory(starts=date(2010, 1, 1))
    with refused("person"), transaction.atomic():
        MembershipFactory(person=first.person, unit=first.unit, starts=date(2012, 1, 1))


def test_a_unit_has_one_secretary_at_a_time():
    first = TermFactory(office=Office.SECRETARY)
    with refused("unit"), transaction.atomic():
        TermFactory(unit=first.unit, office=Office.SECRETARY)
    first.ends = date(2014, 1, 1)
    first.save()
    assert TermFactory(unit=first.unit, office=Office.SECRETARY).pk


@pytest.mark.parametrize("make", [TermFactory, DutyFactory, ExemptionFactory])
def test_the_same_fact_is_not_entered_twice(make):
    first = make()
    with refused("(?i)unique"), transaction.atomic():
        make(unit=first.unit, person=first.person)


def test_whoever_has_a_history_cannot_be_removed():
    from django.db.models import ProtectedError

    membership = MembershipFactory()
    with pytest.raises(ProtectedError):
        membership.person.delete()
    assert Person.objects.filter(pk=membership.person.pk).exists()
    assert Membership.objects.filter(pk=membership.pk).exists()
