"""A new register begins with the directives known; what is not certain says so."""

from datetime import date

import pytest
from django.test import Client

from nennep.documents.actions import adopt, register_document
from nennep.documents.catalogue import catalogue, in_register
from nennep.documents.models import Document, Relation
from nennep.ledger.models import Entry
from nennep.organisation.models import User


def test_every_entry_has_a_day_a_source_a_certainty_and_links_to_entries():
    for key, entry in catalogue().items():
        assert entry.code == f"{entry.parts.number:02d}-{entry.parts.symbol}" or entry.parts.year, key
        assert entry.source and entry.about and entry.certainty in ("seen", "second-hand"), key
        for other in (*entry.implements, *entry.replaces):
            assert catalogue()[other].issued_on <= entry.issued_on, (key, other)


def test_one_number_stands_for_two_documents_of_different_days():
    assert [entry.issued_on.year for entry in catalogue().values() if entry.code == "12-HD/BTCTW"] == [2018]
    assert {key for key in catalogue() if key.startswith("05-")} == {
        "05-CT/TW 2016-05-15",
        "05-NQ/TW 2026-04-07",
        "05-HD/VPTW 2026-05-27",
    }


def test_known_documents_come_into_the_register_with_what_they_do_to_each_other(cell, at):
    chosen = [catalogue()[key] for key in ("124-QĐ/TW 2023-10-04", "366-QĐ/TW 2025-08-30", "43-HD/BTCTW 2025-10-31")]
    added = adopt(cell.unit, chosen, by=cell.secretary, at=at)
    assert [document.code for document in added] == ["124-QĐ/TW", "366-QĐ/TW", "43-HD/BTCTW"]
    said = {(str(row.source), row.kind, str(row.target)) for row in Relation.objects.all()}
    assert said == {("366-QĐ/TW", "replaces", "124-QĐ/TW"), ("43-HD/BTCTW", "implements", "366-QĐ/TW")}
    assert all(document.to_check for document in added)
    assert adopt(cell.unit, chosen, by=cell.secretary, at=at) == []


def test_what_the_unit_has_written_itself_stays(cell, at):
    own, _ = register_document(
        Document(
            register=cell.unit, type="directive", number=3, symbol="CT/TW", issuer="Bộ Chính trị",
            issued_on=date(2011, 5, 14), subject="trích yếu theo bản gốc",
        ),
        by=cell.secretary,
        at=at,
    )  # fmt: skip
    entries = Entry.objects.count()
    assert adopt(cell.unit, [catalogue()["03-CT/TW 2011-05-14"]], by=cell.secretary, at=at) == []
    own.refresh_from_db()
    assert (own.subject, Entry.objects.count()) == ("trích yếu theo bản gốc", entries)
    assert in_register(cell.unit) == {"03-CT/TW 2011-05-14": own}


@pytest.fixture
def client(cell) -> Client:
    client = Client()
    client.force_login(User.objects.create(username="bithu", person=cell.secretary))
    return client


def test_the_page_takes_in_what_was_ticked_and_links_it_afterwards(cell, client):
    address = f"/van-ban/so/{cell.unit.code}/danh-muc/"
    assert "399-QĐ/TW" in client.get(address).content.decode()
    page = client.post(address, {"known": ["399-QĐ/TW 2026-01-09", "no such"]}, follow=True).content.decode()
    assert "Đã đưa vào sổ 1 văn bản." in page
    document = Document.objects.get()
    assert document.get_absolute_url() in client.get(address).content.decode()
    assert "cần đối chiếu bản gốc" in client.get(document.get_absolute_url()).content.decode()
