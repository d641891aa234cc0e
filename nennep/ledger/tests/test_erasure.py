"""Erasure takes away what a commitment could be tested with; the chain stays whole and says that it happened."""

import pytest
from django.db import DatabaseError, connection, transaction

from nennep.ledger.chain import ERASURE, commit_to, verify
from nennep.ledger.erasure import erase_commitments
from nennep.ledger.models import Entry, Salt
from nennep.ledger.tests.factories import NOON, entry
from nennep.organisation.access import Operator
from nennep.organisation.tests.factories import PersonFactory

pytestmark = pytest.mark.django_db


@pytest.fixture
def person():
    found = PersonFactory()
    entry(1, subject=found.reference, content={"name": found.name})
    entry(2)
    entry(3, subject=found.reference, content={"name": found.name, "job": "Chuyên viên"})
    return found


def test_before_an_erasure_a_guess_can_be_tested_and_after_it_no_more(person):
    first = Entry.objects.get(sequence=1)
    assert first.commitment == commit_to({"name": person.name}, first.opening.value)
    assert erase_commitments(person, by=Operator(), at=NOON) == 2
    assert not Salt.objects.filter(entry__in=[1, 3]).exists()
    assert Entry.objects.get(sequence=1).commitment == first.commitment


def test_the_chain_still_verifies_and_its_last_entry_tells_of_the_erasure(person):
    erase_commitments(person, by=Operator(), at=NOON)
    verdict = verify()
    assert (verdict.whole, verdict.entries) == (True, 4)
    last = Entry.objects.last()
    assert (last.act, last.subject, last.actor) == (ERASURE, person.reference, "operator:command-line")


def test_what_is_written_about_the_record_afterwards_has_its_salt_again(person):
    erase_commitments(person, by=Operator(), at=NOON)
    entry(5, subject=person.reference)
    assert verify().whole
    Salt.objects.filter(entry=5).delete()
    assert verify().broken == 5


def test_a_salt_taken_away_without_an_erasure_is_named(person):
    Salt.objects.filter(entry=2).delete()
    verdict = verify()
    assert (verdict.broken, verdict.reason, verdict.entries) == (2, "lost its salt without an erasure", 1)


def test_the_erasure_of_one_record_explains_no_other_missing_salt(person):
    erase_commitments(person, by=Operator(), at=NOON)
    Salt.objects.filter(entry=2).delete()
    assert verify().broken == 2


def test_a_check_begun_later_knows_the_erasure_too(person):
    erase_commitments(person, by=Operator(), at=NOON)
    assert verify(3).whole


def test_the_database_refuses_to_change_a_salt(person):
    with pytest.raises(DatabaseError, match="append-only"), transaction.atomic(), connection.cursor() as cursor:
        cursor.execute("UPDATE ledger_salt SET value = 'x' WHERE entry_id = 1")


def test_a_salt_changed_behind_the_triggers_back_is_named(person):
    Salt.objects.filter(entry=2).delete()
    Salt.objects.create(entry_id=2, value="0" * 32)
    verdict = verify()
    assert (verdict.broken, verdict.reason) == (2, "has a salt that was changed after it was written")


def test_an_erasure_that_fails_midway_takes_nothing_away(person):
    with pytest.raises(RuntimeError), transaction.atomic():
        erase_commitments(person, by=Operator(), at=NOON)
        raise RuntimeError
    assert Salt.objects.count() == 3
    assert verify().whole
