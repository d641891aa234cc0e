"""Numbers: the next one offered, given once at signing, never two alike, never back in time."""

from datetime import date, timedelta

import pytest
from django.core.exceptions import ValidationError
from django.db import IntegrityError, transaction

from nennep.documents.actions import (
    cancel_number,
    register_document,
    release_number,
    reserve_number,
    sign_document,
)
from nennep.documents.models import Document, DocumentType, Reservation
from nennep.documents.numbering import next_number
from nennep.documents.numbering_schemes import Scheme, scheme_of
from nennep.documents.tests.factories import DocumentFactory
from nennep.ledger.models import Entry
from nennep.organisation import actions
from nennep.organisation.access import NotAllowed
from nennep.organisation.models import CommitteeTerm, Unit
from tests.at_once import all_at_once
from tests.database import run_nennep

DAY = timedelta(days=1)


@pytest.fixture
def term(cell):
    return CommitteeTerm.objects.create(unit=cell.unit, name="2010–2015", starts=date(2010, 6, 18))


def draft(cell, kind=DocumentType.RESOLUTION, on=date(2014, 5, 5), **more):
    return DocumentFactory.build(register=cell.unit, type=kind, number=None, symbol="", issued_on=on, **more)


def signed(cell, at, *args, **more):
    return sign_document(draft(cell, *args, **more), by=cell.secretary, at=at)


def test_numbers_run_from_one_for_each_type_and_decisions_share_with_regulations(cell, term, at):
    symbol = cell.unit.symbol
    kinds = ["resolution", "resolution", "notice", "decision", "regulation", "resolution"]
    assert [signed(cell, at, kind).code for kind in kinds] == [
        f"01-NQ/{symbol}",
        f"02-NQ/{symbol}",
        f"01-TB/{symbol}",
        f"01-QĐ/{symbol}",
        f"02-QĐ/{symbol}",
        f"03-NQ/{symbol}",
    ]
    assert next_number(cell.unit, "resolution", at.date()) == f"04-NQ/{symbol}"


def test_offering_a_number_takes_none(cell, term, at):
    assert next_number(cell.unit, "notice", at.date()) == next_number(cell.unit, "notice", at.date())
    assert signed(cell, at, "notice").number == 1


def test_a_new_term_begins_again_at_one(cell, term, at):
    signed(cell, at, on=date(2014, 5, 5))
    CommitteeTerm.objects.filter(pk=term.pk).update(ends=date(2014, 5, 31))
    CommitteeTerm.objects.create(unit=cell.unit, name="2014–2019", starts=date(2014, 6, 1))
    assert signed(cell, at, on=date(2014, 6, 2)).number == 1
    assert signed(cell, at, on=date(2014, 5, 20)).number == 2


def test_after_a_renaming_new_papers_bear_the_new_symbol_and_name(cell, term, at):
    old = cell.unit.name
    actions.rename_unit(
        cell.unit,
        name="Chi bộ Sở Công Thương",
        letterhead="CHI BỘ SỞ CÔNG THƯƠNG",
        symbol="CBSCT",
        place="Hưng Yên",
        on=date(2014, 6, 1),
        document="QĐ 1-QĐ/ĐUK",
        by=cell.secretary,
        at=at,
    )
    cell.unit.refresh_from_db()
    before, after = signed(cell, at, on=date(2014, 5, 31)), signed(cell, at, on=date(2014, 6, 1))
    assert (before.issuer, before.symbol) == (old, before.symbol)
    assert (after.issuer, after.symbol, after.number) == ("Chi bộ Sở Công Thương", "NQ/CBSCT", 1)


def test_numbers_that_came_in_with_the_old_register_are_used(cell, term, at):
    DocumentFactory(
        register=cell.unit, type="resolution", number=26, symbol=f"NQ/{cell.unit.symbol}", issued_on=date(2012, 9, 4)
    )
    DocumentFactory(
        register=cell.unit, type="resolution", number=99, symbol=f"NQ/{cell.unit.symbol}", issued_on=date(2009, 9, 4)
    )
    assert signed(cell, at).number == 27


def test_an_old_register_that_comes_in_later_still_counts(cell, term, at):
    first = signed(cell, at)
    DocumentFactory(register=cell.unit, type="resolution", number=7, symbol=first.symbol, issued_on=date(2014, 5, 6))
    assert signed(cell, at, on=date(2014, 5, 7)).number == 8


def kept(cell, at, days=10, kind="resolution"):
    return reserve_number(cell.unit, kind, at.date() + days * DAY, "nghị quyết tháng 6", by=cell.secretary, at=at)


def test_a_kept_number_is_passed_over_until_its_paper_is_signed(cell, term, at):
    first, reservation = signed(cell, at), kept(cell, at)
    third = signed(cell, at, on=at.date())
    assert (first.number, reservation.number, third.number) == (1, 2, 3)
    paper = sign_document(draft(cell, on=date(2014, 6, 1)), reservation=reservation, by=cell.secretary, at=at)
    assert paper.number == 2
    reservation.refresh_from_db()
    assert reservation.document == paper
    assert not Reservation.objects.standing(at.date()).exists()


def test_a_kept_number_that_ran_out_or_was_given_back_is_given_to_another(cell, term, at):
    lapsed = kept(cell, at, days=2)
    later = at + 3 * DAY
    assert signed(cell, later, on=later.date()).number == lapsed.number == 1
    returned = kept(cell, later)
    release_number(returned, by=cell.secretary, at=later)
    assert signed(cell, later, on=later.date()).number == returned.number == 2


def test_a_number_that_ran_out_under_a_later_one_stays_a_gap(cell, term, at):
    kept(cell, at, days=2)
    assert signed(cell, at, on=at.date()).number == 2
    later = at + 3 * DAY
    assert signed(cell, later, on=later.date()).number == 3


def test_a_paper_signed_under_a_kept_number_bears_a_day_between_those_beside_it(cell, term, at):
    signed(cell, at, on=date(2014, 5, 20))
    reservation = kept(cell, at)
    signed(cell, at, on=date(2014, 5, 25))
    for wrong in (date(2014, 5, 19), date(2014, 5, 26)):
        with pytest.raises(ValidationError, match="từ ngày 20/5/2014 đến ngày 25/5/2014"):
            sign_document(draft(cell, on=wrong), reservation=reservation, by=cell.secretary, at=at)
    assert (
        sign_document(draft(cell, on=date(2014, 5, 22)), reservation=reservation, by=cell.secretary, at=at).number == 2
    )


def test_a_kept_number_serves_its_own_type_only_and_only_once(cell, term, at):
    reservation = kept(cell, at)
    with pytest.raises(ValidationError, match="loại văn bản"):
        sign_document(draft(cell, "notice"), reservation=reservation, by=cell.secretary, at=at)
    sign_document(draft(cell), reservation=reservation, by=cell.secretary, at=at)
    with pytest.raises(ValidationError, match="không còn giữ"):
        sign_document(draft(cell), reservation=reservation, by=cell.secretary, at=at)
    reservation.refresh_from_db()
    with pytest.raises(ValidationError, match="không còn giữ"):
        release_number(reservation, by=cell.secretary, at=at)


def test_a_law_gets_no_number_here(cell, term, at):
    with pytest.raises(ValidationError, match="cơ quan Nhà nước"):
        signed(cell, at, "law")


def old(cell, day, kind, symbol, number):
    DocumentFactory(register=cell.unit, type=kind, number=number, symbol=symbol, issued_on=day)


def test_old_schemes_are_seen_and_left_as_they_are(cell):
    assert scheme_of(cell.unit) == set()
    for number, kind, symbol in ((45, "plan", "KH/CB"), (46, "regulation", "QĐ/CB"), (47, "notice", "TB/CB")):
        old(cell, date(2011, 12, 1), kind, symbol, number)
    assert scheme_of(cell.unit) == {Scheme.ONE_COUNTER}
    for year in (2011, 2012, 2013):
        old(cell, date(year, 3, 1), "report", "BC/CB", 1)
        old(cell, date(year, 9, 1), "report", "BC/CB", 2)
    assert Scheme.EACH_YEAR in scheme_of(cell.unit)


@pytest.mark.parametrize(
    ("on", "says"),
    [
        (date(2014, 5, 4), "Số 01-NQ/.* đã cấp ngày 05/5/2014"),
        (date(2014, 6, 4), "chưa tới"),
        (date(2009, 1, 1), "Chưa ghi nhiệm kỳ"),
        (date(2004, 1, 1), "không hoạt động"),
    ],
)
def test_a_day_that_cannot_be_is_refused_and_takes_no_number(cell, term, at, on, says):
    signed(cell, at)
    entries = Entry.objects.count()
    with pytest.raises(ValidationError, match=says):
        signed(cell, at, on=on)
    assert Entry.objects.count() == entries
    assert signed(cell, at).number == 2


def test_only_the_secretary_signs(cell, term, at):
    with pytest.raises(NotAllowed):
        sign_document(draft(cell), by=cell.minutes_secretary, at=at)
    assert not Document.objects.exists()


def test_a_paper_without_a_subject_line_takes_no_number(cell, term, at):
    with pytest.raises(ValidationError):
        signed(cell, at, subject="")
    assert signed(cell, at).number == 1


def test_a_cancelled_number_stays_and_is_not_given_again(cell, term, at):
    first = signed(cell, at)
    cancel_number(first, "In nhầm ngày", by=cell.secretary, at=at)
    assert signed(cell, at).number == 2
    assert Document.objects.get(number=1).cancelled_why == "In nhầm ngày"
    with pytest.raises(ValidationError, match="một lần"):
        cancel_number(first, "Lại nhầm", by=cell.secretary, at=at)
    with pytest.raises(ValidationError, match="lý do"):
        cancel_number(signed(cell, at), " ", by=cell.secretary, at=at)


def test_a_line_of_the_workbook_takes_back_neither_number_nor_cancelling(cell, term, at, operator):
    paper = cancel_number(signed(cell, at), "In nhầm", by=cell.secretary, at=at)
    names = ("register", "type", "number", "symbol", "issuer", "issued_on", "subject", "signatory")
    register_document(Document(**{name: getattr(paper, name) for name in names}), by=operator, at=at)
    paper.refresh_from_db()
    assert (paper.term, paper.cancelled_why) == (term, "In nhầm")


def test_the_database_itself_refuses_the_same_number_twice(cell, term, at):
    paper = signed(cell, at)
    with pytest.raises(IntegrityError, match="(?i)unique"), transaction.atomic():
        DocumentFactory(
            register=cell.unit, type="resolution", number=1, symbol=paper.symbol, term=term, issued_on=date(2014, 5, 6)
        )


FOUND = """
from datetime import date
from nennep.organisation.models import CommitteeTerm
from nennep.organisation.tests.factories import UnitFactory
CommitteeTerm.objects.create(unit=UnitFactory(), name="2010–2015", starts=date(2010, 6, 18))
"""
COUNT = """
from nennep.documents.models import Document
numbers = sorted(Document.objects.values_list("number", flat=True))
print(len(numbers), numbers == list(range(1, len(numbers) + 1)))
"""


def test_fifty_who_sign_at_once_get_numbers_without_gap_or_double(tmp_path, own_database, long):
    processes, threads, each = (10, 5, 40) if long else (2, 4, 5)
    run_nennep("migrate", "--verbosity=0", data=tmp_path, database=own_database)
    run_nennep("shell", "--no-imports", "--command", FOUND, data=tmp_path, database=own_database)
    many = {"processes": processes, "threads": threads, "each": each}
    all_at_once("nennep.documents.tests.signer", **many, data=tmp_path, database=own_database)
    counted = run_nennep("shell", "--no-imports", "--command", COUNT, data=tmp_path, database=own_database)
    assert counted.split() == [str(processes * threads * each), "True"]


def test_the_page_offers_numbers_signs_and_shows_a_cancelled_one(cell, term, at, monkeypatch, client):
    from django.urls import reverse

    from nennep.organisation import requests
    from nennep.organisation.models import User

    monkeypatch.setattr(requests, "now", lambda: at)
    client.force_login(User.objects.create(username="bithu", person=cell.secretary))
    page = reverse("documents:sign", args=[cell.unit.code])
    assert f"01-NQ/{Unit.objects.get(pk=cell.unit.pk).symbol}" in client.get(page).content.decode()
    filled = {"type": "notice", "issued_on": "2014-06-03", "about_what": "về lịch trực", "signatory": "Vũ Minh Hạnh"}
    assert client.post(page, filled).status_code == 422
    assert client.post(page, filled | {"sure": "on"}).status_code == 302
    paper = Document.objects.get()
    client.post(reverse("documents:cancel", args=[paper.pk]), {"why": "In nhầm", "sure": "on"})
    assert "đã hủy số" in client.get(reverse("documents:documents", args=[cell.unit.code])).content.decode()
