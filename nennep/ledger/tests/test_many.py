"""Many entries at once are the same chain as one by one."""

import pytest
from django.db import connection, transaction
from django.test.utils import CaptureQueriesContext

from nennep.ledger.chain import commit_to, verify
from nennep.ledger.many import Deed, append_many
from nennep.ledger.models import Entry, Head
from nennep.ledger.tests.factories import NOON, entry
from nennep.ledger.tests.tampering import triggers_lifted

pytestmark = pytest.mark.django_db


def deeds(count: int) -> list[Deed]:
    return [Deed("organisation.list_person", f"organisation.person:{n}", {"name": f"Người {n}"}) for n in range(count)]


def write(count: int) -> list[Entry]:
    with transaction.atomic():
        return append_many(deeds(count), actor="organisation.person:1", at=NOON)


def test_they_follow_what_is_there_and_what_follows_them_holds_together():
    entry(1)
    written = write(3)
    entry(2)
    assert [one.sequence for one in written] == [2, 3, 4]
    assert written[0].previous == Entry.objects.get(sequence=1).hash
    verdict = verify()
    assert verdict.whole
    assert verdict.entries == 5


def test_each_commits_to_its_own_content_under_its_own_salt():
    written = write(2)
    assert len({one.opening.value for one in written}) == 2
    assert [one.commitment for one in written] == [
        commit_to({"name": f"Người {n}"}, written[n].opening.value) for n in (0, 1)
    ]
    assert [stored.hash for stored in Entry.objects.order_by("sequence")] == [one.hash for one in written]


def test_nothing_to_write_leaves_the_head_where_it_was():
    entry(1)
    before = Head.objects.get().hash
    assert write(0) == []
    assert Head.objects.get().hash == before


def test_a_failure_afterwards_takes_all_of_them_back():
    with pytest.raises(RuntimeError), transaction.atomic():
        append_many(deeds(3), actor="organisation.person:1", at=NOON)
        raise RuntimeError
    assert not Entry.objects.exists()
    assert verify().whole


def test_thousands_cost_a_few_statements():
    with CaptureQueriesContext(connection) as few:
        write(10)
    with CaptureQueriesContext(connection) as many:
        write(1500)
    assert len(many) - len(few) <= 1500 / 75
    assert verify().whole


def test_one_changed_among_them_shows():
    write(5)
    with triggers_lifted():
        Entry.objects.filter(sequence=3).update(act="organisation.appoint")
    assert verify().broken == 3
