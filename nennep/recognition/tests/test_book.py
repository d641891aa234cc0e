"""The Book of Exemplary Members: turns, persons, and who may stand in it."""

from datetime import date, timedelta

import pytest
from django.core.exceptions import ValidationError
from django.db import IntegrityError, transaction

from nennep.indicators.figures import named
from nennep.ledger.acts import Outcome
from nennep.ledger.models import Entry
from nennep.organisation.access import NotAllowed
from nennep.organisation.periods import Period
from nennep.organisation.tests.factories import on_roll
from nennep.recognition.actions import enter_in_book
from nennep.recognition.models import BookEntry
from nennep.recognition.tests.factories import BookEntryFactory

YEAR = Period.year(2014)


def entry(cell, person=None, **more):
    return BookEntryFactory.build(
        unit=cell.unit, person=person or cell.member, introduced_by=cell.other_member, **({"number": 1} | more)
    )


def test_three_turns_of_one_person_are_three_turns_and_one_person(cell, at):
    for number in (1, 2, 3):
        enter_in_book(entry(cell, number=number), by=cell.secretary, at=at)
    assert named("recognition.book_turns").value(cell.unit, YEAR).number == 3
    assert named("recognition.book_persons").value(cell.unit, YEAR).number == 1


def test_a_turn_counts_on_the_day_the_meeting_agreed_and_not_on_the_day_of_the_deed(cell, at):
    enter_in_book(entry(cell, deed_on=date(2013, 12, 20), agreed_on=date(2014, 1, 7)), by=cell.secretary, at=at)
    assert named("recognition.book_turns").value(cell.unit, Period.year(2013)).number is None
    assert named("recognition.book_turns").value(cell.unit, YEAR).number == 1


def test_a_member_is_not_entered_for_a_deed_before_joining(cell, at):
    joined = date(2014, 5, 1)
    newcomer = on_roll(cell.unit, "Mai Thị Hòa", starts=joined)
    early = entry(cell, newcomer, deed_on=joined - timedelta(days=1), agreed_on=at.date())
    with pytest.raises(
        ValidationError, match="Mai Thị Hòa chưa có trong danh sách của đơn vị vào ngày việc làm 30/04/2014"
    ):
        enter_in_book(early, by=cell.secretary, at=at)
    assert not BookEntry.objects.exists()
    assert not Entry.objects.exists()


def test_the_deed_of_the_first_day_counts(cell, at):
    newcomer = on_roll(cell.unit, "Mai Thị Hòa", starts=date(2014, 5, 1))
    first_day = entry(cell, newcomer, deed_on=date(2014, 5, 1), agreed_on=at.date())
    assert enter_in_book(first_day, by=cell.secretary, at=at)[1] is Outcome.ADDED


def test_entering_the_same_turn_again_writes_nothing(cell, at):
    outcomes = [enter_in_book(entry(cell), by=cell.secretary, at=at)[1] for _ in "ab"]
    assert outcomes == [Outcome.ADDED, Outcome.UNCHANGED]
    assert (BookEntry.objects.count(), Entry.objects.count()) == (1, 1)


def test_whoever_keeps_no_books_enters_nobody(cell, at):
    with pytest.raises(NotAllowed):
        enter_in_book(entry(cell), by=cell.member, at=at)
    assert not BookEntry.objects.exists()


@pytest.mark.django_db
def test_the_database_refuses_a_turn_agreed_before_the_deed():
    with pytest.raises(IntegrityError, match="book_agreed_after_the_deed"), transaction.atomic():
        BookEntryFactory(deed_on=date(2014, 3, 5), agreed_on=date(2014, 3, 4))


@pytest.mark.django_db
def test_the_database_refuses_two_turns_under_one_number():
    first = BookEntryFactory(number=7)
    with pytest.raises(IntegrityError), transaction.atomic():
        BookEntryFactory(unit=first.unit, number=7)
    assert BookEntryFactory(number=7).pk
