"""`verify` names the first entry that does not fit, whatever was done to the table behind the triggers' back."""

import hashlib
from datetime import timedelta

import pytest
from django.core.management import CommandError, call_command

from nennep.ledger.chain import BEGINNING, Verdict, verify
from nennep.ledger.models import Entry, Head, Salt
from nennep.ledger.tests.factories import entries, entry
from nennep.ledger.tests.tampering import triggers_lifted

pytestmark = pytest.mark.django_db


def test_an_empty_ledger_is_whole():
    assert verify() == Verdict(0)


def test_a_ledger_that_nobody_touched_is_whole_to_the_last_entry():
    entries(5)
    assert verify() == Verdict(5)


OTHER = {
    "act": "recognition.remove_from_book",
    "actor": "organisation.person:2",
    "on_behalf_of": "organisation.person:3",
    "subject": "recognition.bookentry:99",
    "commitment": "1" * 64,
    "salt_hash": "0" * 64,
    "previous": "2" * 64,
    "hash": "3" * 64,
}


@pytest.mark.parametrize("column", OTHER)
def test_an_entry_changed_in_any_column_is_named(column):
    entries(5)
    with triggers_lifted():
        Entry.objects.filter(sequence=3).update(**{column: OTHER[column]})
    verdict = verify()
    assert (verdict.whole, verdict.broken, verdict.entries) == (False, 3, 2)


@pytest.mark.parametrize("row", range(1, 6))
@pytest.mark.parametrize(
    "column", ["at", "actor", "on_behalf_of", "act", "subject", "commitment", "salt_hash", "previous", "hash"]
)
def test_one_character_changed_in_any_column_of_any_row_is_named(column, row):
    for number in range(1, 6):
        entry(number, on_behalf_of="organisation.person:9")
    written = Entry.objects.get(sequence=row)
    value = getattr(written, column)
    if column == "at":
        changed = value + timedelta(microseconds=1)
    else:
        place = len(value) // 2
        changed = f"{value[:place]}{chr(ord(value[place]) ^ 1)}{value[place + 1 :]}"
    with triggers_lifted():
        Entry.objects.filter(sequence=row).update(**{column: changed})
    assert verify().broken == row


@pytest.mark.parametrize("row", range(1, 6))
def test_one_character_changed_in_a_salt_is_named(row):
    entries(5)
    value = Salt.objects.get(entry=row).value
    with triggers_lifted():
        Salt.objects.filter(entry=row).update(value=f"{value[:-1]}{'0' if value[-1] != '0' else '1'}")
    assert verify().broken == row


def test_an_entry_moved_in_time_by_a_microsecond_is_named():
    third = entries(5)[2]
    with triggers_lifted():
        Entry.objects.filter(sequence=3).update(at=third.at + timedelta(microseconds=1))
    assert verify().broken == 3


def test_an_entry_rewritten_with_a_fitting_hash_breaks_the_one_after_it():
    from nennep.ledger.chain import hash_of

    third = entries(5)[2]
    third.actor = "organisation.person:2"
    with triggers_lifted():
        Entry.objects.filter(sequence=3).update(actor=third.actor, hash=hash_of(third))
    assert verify().broken == 4


def test_what_is_hashed_is_plain_json_that_anybody_can_write_again():
    first = entries(1)[0]
    text = (
        '[1,"2014-06-03T05:01:00.000000+00:00","organisation.person:1","","recognition.enter_in_book",'
        f'"recognition.bookentry:1","{first.commitment}","{first.salt_hash}","{BEGINNING}"]'
    )
    assert hashlib.sha256(text.encode()).hexdigest() == first.hash


def test_two_entries_that_changed_places_are_named():
    entries(5)
    with triggers_lifted():
        Entry.objects.filter(sequence=3).update(sequence=99)
        Entry.objects.filter(sequence=4).update(sequence=3)
        Entry.objects.filter(sequence=99).update(sequence=4)
    assert verify().broken == 3


@pytest.mark.parametrize("gone", [1, 3])
def test_an_entry_taken_out_is_named(gone):
    entries(5)
    with triggers_lifted():
        Entry.objects.filter(sequence=gone).delete()
    verdict = verify()
    assert (verdict.broken, verdict.reason) == (gone, "is missing")


def test_a_tail_cut_off_shows_at_the_head():
    entries(5)
    with triggers_lifted():
        Entry.objects.filter(sequence__gte=4).delete()
    verdict = verify()
    assert (verdict.broken, verdict.entries) == (4, 3)


def test_all_entries_removed_shows_at_the_head():
    entries(5)
    with triggers_lifted():
        Entry.objects.all().delete()
    assert verify().broken == 1


def test_an_entry_added_behind_the_heads_back_is_found():
    entries(3)
    before = Head.objects.get()
    entry(4)
    before.save()
    assert verify().broken == 4


def test_entries_without_a_head_are_not_whole():
    entries(3)
    Head.objects.all().delete()
    assert not verify().whole


def test_a_whole_chain_put_in_place_of_the_old_one_is_not_the_one_the_head_knows():
    entries(3)
    head = Head.objects.get()
    with triggers_lifted():
        Entry.objects.all().delete()
        Head.objects.all().delete()
        entries(3)
        head.save()
    assert verify() == Verdict(3, 3, "is not the one that the head knows")


def test_of_several_broken_entries_the_first_is_named():
    entries(6)
    with triggers_lifted():
        Entry.objects.filter(sequence__in=[2, 5]).update(actor="organisation.person:2")
    assert verify().broken == 2


def test_the_command_says_how_many_entries_it_read(capsys):
    entries(3)
    call_command("ledger", "verify")
    assert "3 entries, the chain is whole" in capsys.readouterr().out


def test_the_command_fails_and_names_the_broken_entry():
    entries(3)
    with triggers_lifted():
        Entry.objects.filter(sequence=2).update(actor="organisation.person:2")
    with pytest.raises(CommandError, match="entry 2 was changed") as failure:
        call_command("ledger", "verify")
    assert failure.value.returncode == 1


def test_reading_the_chain_costs_the_same_queries_however_long_it_is(django_assert_num_queries):
    entries(3)
    with django_assert_num_queries(2):
        verify()
    entries(20)
    with django_assert_num_queries(2):
        verify()
