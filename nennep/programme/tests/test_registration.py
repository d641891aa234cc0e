"""Launching registration makes a row for everybody who is asked: whoever has not registered is a row too."""

from datetime import date

import pytest

from nennep.documents.tests.factories import DocumentFactory
from nennep.indicators.figures import named
from nennep.ledger.acts import Outcome
from nennep.ledger.models import Entry
from nennep.organisation.access import NotAllowed
from nennep.organisation.models import Membership
from nennep.organisation.periods import Period
from nennep.organisation.tests.factories import on_roll
from nennep.programme.actions import adopt_year_plan, launch_registration, register_item
from nennep.programme.models import Pledge, PledgeItem, YearPlan

LAUNCHED, DUE = date(2014, 2, 18), date(2014, 2, 28)


@pytest.fixture
def launched(cell, at):
    plan = YearPlan(
        unit=cell.unit,
        year=2014,
        document=DocumentFactory(register=cell.unit),
        launched_on=LAUNCHED,
        registration_due_on=DUE,
    )
    return adopt_year_plan(plan, by=cell.secretary, at=at)[0]


def register(cell, at, person, *, on=date(2014, 2, 20), order=1, by=None):
    item = PledgeItem(
        order=order, origin="weakness", action="Đúng giờ", measure="0 lần muộn", due_on=date(2014, 12, 31)
    )
    return register_item(item, person=person, unit=cell.unit, year=2014, registered_on=on, by=by or person, at=at)


def test_everybody_required_on_the_day_of_launch_gets_a_registration_to_fill(cell, launched):
    asked = Pledge.objects.of(cell.unit).filter(year=2014)
    assert {pledge.person for pledge in asked} == cell.required | {cell.colleague}
    assert {pledge.due_on for pledge in asked} == {DUE}
    assert not asked.registered().exists()


def test_an_exempt_member_is_not_asked(cell, launched):
    assert not Pledge.objects.filter(person=cell.exempt).exists()


def test_whoever_joins_after_the_launch_is_not_asked(cell, launched, at):
    newcomer = on_roll(cell.unit, "Mai Thị Hòa", starts=date(2014, 2, 19))
    launch_registration(cell.unit, 2014, launched_on=LAUNCHED, due_on=DUE, by=cell.secretary, at=at)
    assert not Pledge.objects.filter(person=newcomer).exists()


def test_launching_again_adds_only_those_who_were_not_asked(cell, launched, at):
    Membership.objects.filter(person=cell.exempt).update(reason="")
    late = on_roll(cell.unit, "Mai Thị Hòa", starts=date(2014, 1, 1))
    entries = Entry.objects.count()
    added = launch_registration(cell.unit, 2014, launched_on=LAUNCHED, due_on=DUE, by=cell.secretary, at=at)
    assert added == 1
    assert Pledge.objects.filter(person=late).exists()
    assert Entry.objects.count() == entries + 1
    assert launch_registration(cell.unit, 2014, launched_on=LAUNCHED, due_on=DUE, by=cell.secretary, at=at) == 0
    assert Entry.objects.count() == entries + 1


def test_a_plan_without_a_launch_asks_nobody(cell, at):
    plan = YearPlan(unit=cell.unit, year=2014, document=DocumentFactory(register=cell.unit))
    adopt_year_plan(plan, by=cell.secretary, at=at)
    assert not Pledge.objects.exists()


def test_the_share_of_registered_members_counts_those_who_did_not(cell, launched, at):
    register(cell, at, cell.member)
    register(cell, at, cell.colleague)
    year = Period.year(2014)
    members = named("programme.registered_members_percent").value(cell.unit, year)
    colleagues = named("programme.registered_non_members_percent").value(cell.unit, year)
    assert (members.part, members.whole) == (1, 5)
    assert (colleagues.part, colleagues.whole) == (1, 1)


def test_registering_twice_the_same_writes_nothing(cell, launched, at):
    register(cell, at, cell.member)
    entries = Entry.objects.count()
    assert register(cell, at, cell.member)[1] is Outcome.UNCHANGED
    assert (Entry.objects.count(), PledgeItem.objects.count()) == (entries, 1)


def test_a_registration_is_dated_by_its_first_item(cell, launched, at):
    register(cell, at, cell.member, on=date(2014, 2, 20), order=1)
    register(cell, at, cell.member, on=date(2014, 3, 5), order=2)
    assert Pledge.objects.get(person=cell.member).registered_on == date(2014, 2, 20)
    assert Pledge.objects.get(person=cell.member).items.count() == 2


def test_somebody_who_came_later_registers_on_the_day_they_do(cell, launched, at):
    newcomer = on_roll(cell.unit, "Mai Thị Hòa", "probationary", starts=date(2014, 5, 1))
    register(cell, at, newcomer, on=date(2014, 5, 10))
    pledge = Pledge.objects.get(person=newcomer)
    assert (pledge.standing, pledge.due_on, pledge.registered_on) == (
        "probationary",
        date(2014, 5, 10),
        date(2014, 5, 10),
    )


def test_a_member_registers_for_oneself_and_not_for_another(cell, launched, at):
    with pytest.raises(NotAllowed):
        register(cell, at, cell.member, by=cell.other_member)
    assert register(cell, at, cell.member, by=cell.minutes_secretary)[1] is Outcome.ADDED
    assert PledgeItem.objects.count() == 1
