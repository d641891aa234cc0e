"""A marked secret in a draft, looked for everywhere that anybody else could look: every page as every kind of person, the
commands, the search, the ledger, the log, and a dump of the whole database as a backup holds it."""

import logging

import pytest
from django.core.management import call_command
from django.db import connection, transaction
from django.test import Client
from django.urls import reverse

from nennep.ledger.models import Entry
from nennep.organisation.models import Unit
from nennep.programme.models import PledgeDraft
from nennep.programme.registration.actions import keep_draft
from nennep.programme.registration.content import Written
from tests.access.kinds import Kind
from tests.access.pages import PAGES
from tests.access.people import MOMENT, around
from tests.access.programme_verbs import pledge_of_member

pytestmark = pytest.mark.django_db

MARK = "QUẠTNAN-8613"
PLACES = [MARK, "QUẠTNAN", "quatnan", MARK.encode("unicode_escape").decode()]


def holds_it(text: str) -> bool:
    return any(place.casefold() in text.casefold() for place in PLACES)


def test_nobody_else_finds_what_stands_in_a_draft(example: Unit, caplog: pytest.LogCaptureFixture, capsys) -> None:
    caplog.set_level(logging.DEBUG)
    a = around(example)
    pledge = pledge_of_member(a)
    entries = Entry.objects.count()
    keep_draft(pledge, [Written("weakness", f"{MARK} {n}", MARK, "2015-12-31") for n in (1, 2)], by=a.member, at=MOMENT)
    assert PledgeDraft.objects.count() == 1
    assert Entry.objects.count() == entries

    looked, found = 0, []
    clients = {kind: Client() for kind in a.users if kind is not Kind.MEMBER}
    for kind, client in clients.items():
        client.force_login(a.users[kind])
        searched = client.get(reverse("search:search"), {"q": MARK}).content.decode()
        assert searched.count(MARK) <= 3, "only the words that were asked"
    for page in PAGES:
        with transaction.atomic():
            for address in page.addresses(a):
                for kind, client in clients.items():
                    answer = client.get(address)
                    looked += 1
                    if holds_it(answer.getvalue().decode("utf-8", "replace")):
                        found.append((kind, address))
            transaction.set_rollback(True)
    assert found == []
    assert looked > 1000

    author = Client()
    author.force_login(a.users[Kind.MEMBER])
    assert holds_it(author.get(reverse("programme:write-pledge", args=[pledge.pk])).content.decode())

    call_command("figures", "--json", "--unit", example.code)
    call_command("board", "--year", "2014", "--json", "--unit", example.code)
    assert not holds_it(capsys.readouterr().out)
    assert not any(holds_it(record.getMessage()) for record in caplog.records)


def test_a_backup_of_the_database_holds_no_letter_of_it(example: Unit) -> None:
    a = around(example)
    keep_draft(pledge_of_member(a), [Written("duty", MARK, MARK, "")], by=a.member, at=MOMENT)
    with connection.cursor() as cursor:
        for table in connection.introspection.table_names(cursor):
            quoted = connection.ops.quote_name(table)
            cursor.execute(f"SELECT * FROM {quoted}")  # noqa: S608  # the names come from the database itself
            assert not any(holds_it(str(row)) for row in cursor.fetchall()), table
