"""A marked word in a draft, looked for in the commands, the search, the ledger, the log, and a dump of the whole database as a
backup holds it. (Every page, as every kind of person, is looked through where all pages are: `test_pages`.)"""

import logging

import pytest
from django.core.management import call_command
from django.db import connection
from django.test import Client
from django.urls import reverse

from nennep.ledger.models import Entry
from nennep.organisation.models import Unit
from nennep.programme.models import PledgeDraft
from tests.access.kinds import Kind
from tests.access.marked_draft import MARK, holds_the_mark, keep_marked_draft
from tests.access.people import around

pytestmark = pytest.mark.django_db


def test_nobody_else_finds_what_stands_in_a_draft(example: Unit, caplog: pytest.LogCaptureFixture, capsys) -> None:
    caplog.set_level(logging.DEBUG)
    a = around(example)
    entries = Entry.objects.count()
    pledge = keep_marked_draft(a, a.member)
    assert PledgeDraft.objects.count() == 1
    assert Entry.objects.count() == entries
    for kind, user in a.users.items():
        client = Client()
        client.force_login(user)
        searched = client.get(reverse("search:search"), {"q": MARK}).content.decode()
        assert searched.count(MARK) <= 3, f"{kind}: only the words that were asked"
    author = Client()
    author.force_login(a.users[Kind.MEMBER])
    assert holds_the_mark(author.get(reverse("programme:write-pledge", args=[pledge.pk])).content.decode())
    call_command("figures", "--json", "--unit", example.code)
    call_command("board", "--year", "2014", "--json", "--unit", example.code)
    call_command("report", "--unit", example.code, "--from", "2011-05-14", "--to", "2015-01-15")
    assert not holds_the_mark(capsys.readouterr().out)
    assert not any(holds_the_mark(record.getMessage()) for record in caplog.records)


def test_a_backup_of_the_database_holds_no_letter_of_it(example: Unit) -> None:
    a = around(example)
    keep_marked_draft(a, a.member)
    with connection.cursor() as cursor:
        for table in connection.introspection.table_names(cursor):
            cursor.execute(f"SELECT * FROM {connection.ops.quote_name(table)}")  # noqa: S608  # the database's own names
            assert not any(holds_the_mark(str(row)) for row in cursor.fetchall()), table
