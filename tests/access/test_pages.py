"""Every page is asked for by every kind of person, and answers as the table says."""

import pytest
from django.db import transaction
from django.test import Client
from django.urls import URLPattern, get_resolver
from wagtail.models import Site

from nennep.exchange.keeping import incoming, keep, keep_roster
from nennep.exchange.roster.answers import Answers
from nennep.exchange.roster.preview import prepare
from nennep.exchange.tests.rosters import roster
from nennep.organisation import requests
from nennep.organisation.accounts.models import Card
from nennep.organisation.accounts.sessions import CARD_USED
from nennep.organisation.models import Unit
from nennep.organisation.requests import BY_CARD
from tests.access.kinds import BROWSERS, Kind, in_order
from tests.access.marked_draft import holds_the_mark, keep_marked_draft
from tests.access.pages import PAGES
from tests.access.people import MOMENT, Around, around
from tests.access.table import REFUSED, STATUS, Answer, Page
from tests.access.writing import tables_written
from tests.house import EXAMPLE

pytestmark = pytest.mark.django_db

SIGN_IN = "/dang-nhap/"
ONE_NEW = roster(
    [
        ["STT", "Họ và tên", "Giới tính", "Tư cách", "Ngày về chi bộ"],
        [1, "Hoàng Mới Đến", "nam", "quần chúng", "05/01/2015"],
    ]
)
# Sessions and counts of tries are not records of the cell; the portal counts readers without knowing them.
ALWAYS_WRITTEN = {"django_session", "usersessions_usersession", "shared_cache", "portal_reader"}
LOOKED = {"ledger_entry", "ledger_salt", "ledger_head", "organisation_look", "organisation_notice"}


@pytest.fixture
def cell(example: Unit, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr(requests, "now", lambda: MOMENT)
    Site.clear_site_root_paths_cache()
    yield around(example)
    Site.clear_site_root_paths_cache()


def names_of_our_urls() -> set[str]:
    """Every URL name of the house."""
    found = set()

    def walk(patterns, namespace: str) -> None:
        for pattern in patterns:
            if isinstance(pattern, URLPattern):
                found.add(f"{namespace}{pattern.name}")
            else:
                walk(pattern.url_patterns, f"{namespace}{pattern.namespace}:" if pattern.namespace else namespace)

    walk(get_resolver().url_patterns, "")
    return found


def test_every_address_of_the_house_is_in_the_table():
    assert {page.name for page in PAGES} == names_of_our_urls()


def test_the_table_answers_every_kind_of_person():
    for page in PAGES:
        assert set(page.get) == set(page.answers_to_post) == BROWSERS, page.title


def ask(a: Around, page: Page, address: str, kind: Kind, method: str):
    """The answer and the tables written for it; the database is afterwards as before."""
    client = Client(raise_request_exception=False)
    data = dict(page.data)
    if page.name == "exchange:enter":
        data["digest"] = keep(EXAMPLE.read_bytes())
    if page.name in ("exchange:roster-check", "exchange:roster-enter"):
        data |= looked_through(a, kind)
    with transaction.atomic():
        if kind in a.users:
            client.force_login(a.users[kind])
        if kind is Kind.CARD:
            by_card(client, a)
        with tables_written() as written:
            send = client.get if method == "GET" else client.post
            response = send(address, data if method == "POST" else None, headers=dict(page.headers))
            body = response.getvalue().decode("utf-8", "replace")
        transaction.set_rollback(True)
    return response, body, written - ALWAYS_WRITTEN


def looked_through(a: Around, kind: Kind) -> dict[str, str]:
    """What the form of the preview sends: a list with one new colleague, and what its reader saw."""
    reader = a.people.get(kind, a.people[Kind.SECRETARY])
    preview = prepare(ONE_NEW, Answers(), unit=a.unit, by=reader, at=MOMENT)
    return {"digest": keep_roster(ONE_NEW, a.unit), "seen": preview.fingerprint}


def by_card(client: Client, a: Around) -> None:
    """The session that was begun above, as if it had begun with a card."""
    session, card = client.session, Card.objects.get(person=a.people[Kind.CARD])
    session[BY_CARD], session[CARD_USED] = card.pk, MOMENT.timestamp()
    session.save()


def what_was_answered(response) -> str:
    where = response.headers.get("Location", "")
    return f"{response.status_code} {where}".strip()


def answered_as(expected: Answer, response) -> bool:
    if response.status_code != STATUS[expected]:
        return False
    if response.status_code != 302:
        return True
    where = response.headers["Location"]
    return where.startswith(SIGN_IN) is (expected is Answer.SIGN_IN)


def test_every_page_answers_every_kind_of_person_as_the_table_says(cell, capsys):
    """A marked word in the private draft of somebody who is none of those who try stands on no page for any of them."""
    wrong: list[str] = []
    tried = 0
    keep_marked_draft(cell, cell.somebody)
    for page in PAGES:
        naming, looking = set(), set()
        addresses = page.addresses(cell)
        # One address in a row of many stands for all of them when something is sent to it.
        for address, method in [*((address, "GET") for address in addresses), (addresses[0], "POST")]:
            answers = page.get if method == "GET" else page.answers_to_post
            for kind in in_order(BROWSERS):
                expected = answers[kind]
                response, body, written = ask(cell, page, address, kind, method)
                tried += 1
                said = f"{method} {address} as {kind.value}"
                if not answered_as(expected, response):
                    wrong.append(f"{said}: {what_was_answered(response)} instead of {expected.value}")
                if "organisation_look" in written:
                    looking.add(kind)
                    written -= LOOKED
                if written and (method == "GET" or expected in REFUSED | {Answer.AGAIN}):
                    wrong.append(f"{said}: wrote {sorted(written)}")
                if holds_the_mark(body):
                    wrong.append(f"{said}: what stands in somebody's private draft")
                found = {name for name in cell.names_of_others(kind) if name in body}
                if found and expected not in {Answer.SEES, Answer.AGAIN}:
                    wrong.append(f"{said}: names {sorted(found)}")
                if found and expected is Answer.SEES:
                    naming.add(kind)
        if looking != page.looks:
            who = sorted(kind.value for kind in looking ^ page.looks)
            wrong.append(f"{page.title}: that they looked, or not, is wrong for {', '.join(who)}")
        if Answer.OWN in page.get.values() and not page.names_nobody:
            # Or else a page without anybody's name on it would pass as one that hides them.
            wrong += [
                f"{page.title}: {kind.value} finds nobody's name"
                for kind in in_order(BROWSERS)
                if page.get[kind] is Answer.SEES and kind not in naming
            ]
    with capsys.disabled():
        print(f"\naccess: {tried} requests, {len(PAGES)} pages, {len(BROWSERS)} kinds of people")
    assert not wrong, "\n".join(wrong)


def test_a_refused_workbook_stays_where_it_was_kept(cell):
    page = next(page for page in PAGES if page.name == "exchange:enter")
    digest = keep(EXAMPLE.read_bytes())
    for kind in in_order(BROWSERS):
        if page.answers_to_post[kind] in REFUSED:
            ask(cell, page, page.addresses(cell)[0], kind, "POST")
            assert (incoming() / f"{digest}.xlsx").exists(), kind
