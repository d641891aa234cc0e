"""Who may do what follows from office, duty, unit and day."""

from datetime import date, timedelta

import pytest

from nennep.ledger.acts import Outcome
from nennep.ledger.models import Entry
from nennep.organisation import access
from nennep.organisation.access import NotAllowed
from nennep.organisation.actions import charge, list_person
from nennep.organisation.models import Duty, DutyKind, Office, Person
from nennep.organisation.queries import unit_of
from nennep.organisation.tests.factories import DutyFactory, TermFactory, a_cell

DAY = timedelta(days=1)


@pytest.mark.parametrize(
    ("office", "secretary", "committee", "books", "sensitive"),
    [
        (Office.SECRETARY, True, True, True, True),
        (Office.DEPUTY, True, True, True, True),
        (Office.COMMITTEE, False, True, True, True),
        (DutyKind.MINUTES, False, False, True, False),
        (DutyKind.INSPECTOR, False, False, False, True),
        (DutyKind.PROGRAMME, False, False, False, False),
        (DutyKind.EDITOR, False, False, False, False),
        (DutyKind.HELPER, False, False, False, False),
    ],
)
def test_each_office_and_duty_opens_what_belongs_to_it(cell, today, office, secretary, committee, books, sensitive):
    who, unit = cell.member, cell.unit
    if isinstance(office, Office):
        cell.secretary.terms.update(ends=date(2011, 1, 1))
        TermFactory(unit=unit, person=who, office=office)
    else:
        DutyFactory(unit=unit, person=who, kind=office)
    predicates = (access.is_secretary, access.sits_on_committee, access.keeps_the_books, access.sees_sensitive)
    assert [may(who, unit, today) for may in predicates] == [secretary, committee, books, sensitive]


def test_a_member_without_office_may_do_none_of_it(cell, today):
    for may in (access.is_secretary, access.sits_on_committee, access.keeps_the_books, access.sees_sensitive):
        assert may(cell.member, cell.unit, today) is False
    assert unit_of(cell.member, today) == cell.unit


def test_an_office_that_ended_yesterday_opens_nothing_today(cell, today):
    cell.secretary.terms.update(ends=today - DAY)
    assert access.is_secretary(cell.secretary, cell.unit, today - DAY) is True
    assert access.is_secretary(cell.secretary, cell.unit, today) is False


def test_an_office_that_begins_tomorrow_opens_nothing_today(cell, today):
    TermFactory(unit=cell.unit, person=cell.member, office=Office.COMMITTEE, starts=today + DAY)
    assert access.sits_on_committee(cell.member, cell.unit, today) is False
    assert access.sits_on_committee(cell.member, cell.unit, today + DAY) is True


def test_a_duty_that_ended_yesterday_opens_nothing_today(cell, today):
    cell.minutes_secretary.duties.update(ends=today - DAY)
    assert access.keeps_the_books(cell.minutes_secretary, cell.unit, today - DAY) is True
    assert access.keeps_the_books(cell.minutes_secretary, cell.unit, today) is False


def test_an_office_in_one_cell_opens_nothing_in_another(cell, today):
    other = a_cell()
    assert access.is_secretary(cell.secretary, other.unit, today) is False
    assert access.sees_sensitive(cell.secretary, cell.parent, today) is False


def test_whoever_left_the_cell_does_not_belong_to_it(cell, today):
    cell.member.memberships.update(ends=today - DAY)
    assert unit_of(cell.member, today) is None


def test_a_refused_verb_says_who_and_where_and_leaves_nothing(cell, at):
    newcomer = Person(home=cell.unit, code="MTH", name="Mai Thị Hòa", sex="f")
    with pytest.raises(NotAllowed, match=f"Ngô Thị Lụa không có quyền làm việc này tại {cell.unit.name}"):
        list_person(newcomer, by=cell.member, at=at)
    assert not Person.objects.filter(code="MTH").exists()
    assert not Entry.objects.exists()


def test_the_same_verb_is_allowed_to_the_minutes_secretary(cell, at):
    newcomer = Person(home=cell.unit, code="MTH", name="Mai Thị Hòa", sex="f")
    assert list_person(newcomer, by=cell.minutes_secretary, at=at)[1] is Outcome.ADDED
    assert Entry.objects.get().actor == cell.minutes_secretary.reference


def test_the_day_of_the_verb_decides_not_the_clock(cell, at):
    """In 2014 the secretary of 2014 may, whoever holds the office when the test runs."""
    cell.secretary.terms.update(ends=at.date())
    duty = Duty(unit=cell.unit, person=cell.member, kind=DutyKind.PROGRAMME, starts=at.date())
    assert charge(duty, by=cell.secretary, at=at)[1] is Outcome.ADDED
    later = Duty(unit=cell.unit, person=cell.other_member, kind=DutyKind.PROGRAMME, starts=at.date())
    with pytest.raises(NotAllowed):
        charge(later, by=cell.secretary, at=at + DAY)


def test_what_is_held_is_what_each_predicate_says(cell, today):
    """Asked once for the bar on top, or one by one for a verb: the same answer for everybody."""
    for person in Person.objects.all():
        held = access.holding(person, cell.unit, today)
        assert held.is_secretary == access.is_secretary(person, cell.unit, today)
        assert held.keeps_the_books == access.keeps_the_books(person, cell.unit, today)
        assert held.helps == access.helps(person, cell.unit, today)
        assert held.reads_the_ledger == access.reads_the_ledger(person, cell.unit, today)
