"""Certificates, praise and drives."""

from datetime import date

import pytest
from django.db import IntegrityError, transaction

from nennep.indicators.figures import named
from nennep.ledger.acts import Outcome
from nennep.organisation.access import NotAllowed
from nennep.organisation.periods import Period
from nennep.recognition.actions import give_award, launch_drive
from nennep.recognition.models import Award, AwardKind, Drive
from nennep.recognition.tests.factories import AwardFactory, DriveFactory

YEAR = Period.year(2014)


def number(code, unit):
    return named(code).value(unit, YEAR).number


def test_praise_is_not_a_certificate(cell):
    AwardFactory(unit=cell.unit, person=cell.member)
    AwardFactory(unit=cell.unit, person=cell.member, kind=AwardKind.PRAISE)
    AwardFactory(unit=cell.unit, person=cell.other_member, kind=AwardKind.PRAISE)
    codes = ("recognition.certificates", "recognition.certificate_persons", "recognition.praises")
    assert [number(code, cell.unit) for code in codes] == [1, 1, 2]


def test_a_register_with_only_praise_says_no_certificate(cell):
    AwardFactory(unit=cell.unit, person=cell.member, kind=AwardKind.PRAISE)
    assert number("recognition.certificates", cell.unit) == 0


def test_an_empty_register_says_nothing(cell):
    assert number("recognition.certificates", cell.unit) is None


def test_two_certificates_of_one_member_are_two_and_one(cell):
    for merit in ("năm 2013", "đột xuất"):
        AwardFactory(unit=cell.unit, person=cell.member, merit=merit)
    assert number("recognition.certificates", cell.unit) == 2
    assert number("recognition.certificate_persons", cell.unit) == 1


def test_an_award_is_put_on_record_once(cell, at):
    outcomes = [
        give_award(AwardFactory.build(unit=cell.unit, person=cell.member, amount=amount), by=cell.secretary, at=at)[1]
        for amount in (300_000, 300_000, 400_000)
    ]
    assert outcomes == [Outcome.ADDED, Outcome.UNCHANGED, Outcome.CORRECTED]
    assert Award.objects.get().amount == 400_000


def test_only_the_committee_gives_awards(cell, at):
    with pytest.raises(NotAllowed):
        give_award(AwardFactory.build(unit=cell.unit, person=cell.member), by=cell.minutes_secretary, at=at)
    assert not Award.objects.exists()


def test_a_drive_is_launched_once(cell, at):
    outcomes = [launch_drive(DriveFactory.build(unit=cell.unit), by=cell.secretary, at=at)[1] for _ in "ab"]
    assert outcomes == [Outcome.ADDED, Outcome.UNCHANGED]
    assert Drive.objects.count() == 1


@pytest.mark.django_db
def test_the_database_refuses_the_same_award_twice():
    first = AwardFactory()
    with pytest.raises(IntegrityError), transaction.atomic():
        AwardFactory(unit=first.unit, person=first.person)


@pytest.mark.django_db
def test_the_database_refuses_a_drive_that_ends_before_it_starts():
    with pytest.raises(IntegrityError, match="ends_after_start"), transaction.atomic():
        DriveFactory(ends=date(2014, 2, 17))
