"""The database itself refuses to change or remove an entry, whoever asks."""

import pytest
from django.db import DatabaseError, connection, transaction

from nennep.ledger.models import Entry
from nennep.ledger.tests.factories import entries

pytestmark = pytest.mark.django_db

REFUSED = "the ledger is append-only"


@pytest.mark.parametrize("column", [field.column for field in Entry._meta.concrete_fields])
def test_the_database_refuses_to_change_any_column_of_an_entry(column):
    entries(2)
    with pytest.raises(DatabaseError, match=REFUSED), transaction.atomic(), connection.cursor() as cursor:
        cursor.execute(f"UPDATE ledger_entry SET {column} = {column} WHERE sequence = 1")


def test_the_database_refuses_to_remove_an_entry():
    entries(2)
    with pytest.raises(DatabaseError, match=REFUSED), transaction.atomic(), connection.cursor() as cursor:
        cursor.execute("DELETE FROM ledger_entry WHERE sequence = 2")
    assert Entry.objects.count() == 2


def test_saving_and_deleting_through_the_model_is_refused_too():
    _, last = entries(2)
    last.actor = "organisation.person:99"
    with pytest.raises(DatabaseError, match=REFUSED), transaction.atomic():
        last.save()
    with pytest.raises(DatabaseError, match=REFUSED), transaction.atomic():
        last.delete()
    assert Entry.objects.get(sequence=2).actor == "organisation.person:1"


def test_emptying_the_table_is_refused():
    """DELETE without a condition on SQLite, which has no TRUNCATE; TRUNCATE itself on PostgreSQL."""
    entries(2)
    statement = "TRUNCATE ledger_entry" if connection.vendor == "postgresql" else "DELETE FROM ledger_entry"
    with pytest.raises(DatabaseError, match=REFUSED), transaction.atomic(), connection.cursor() as cursor:
        cursor.execute(statement)
    assert Entry.objects.count() == 2


def test_replacing_an_entry_under_its_number_is_refused():
    entries(2)
    columns = ", ".join(field.column for field in Entry._meta.concrete_fields)
    insert = f"INSERT INTO ledger_entry ({columns}) SELECT {columns} FROM ledger_entry WHERE sequence = 1"
    if connection.vendor == "sqlite":
        insert = insert.replace("INSERT", "INSERT OR REPLACE").replace("SELECT sequence", "SELECT 2")
    before = list(Entry.objects.order_by("sequence").values())
    with pytest.raises(DatabaseError), transaction.atomic(), connection.cursor() as cursor:
        cursor.execute(insert)
    assert list(Entry.objects.order_by("sequence").values()) == before


def test_there_is_only_one_head():
    entries(1)
    with pytest.raises(DatabaseError), transaction.atomic(), connection.cursor() as cursor:
        cursor.execute("INSERT INTO ledger_head (id, sequence, hash) VALUES (2, 5, 'x')")
