"""Who looked at what is recorded about somebody is written down and shown to them; above the cell, names need a grant."""

from datetime import date, timedelta

import pytest
from django.core.exceptions import ValidationError
from django.db import IntegrityError, transaction
from django.test import Client
from django.urls import reverse

from nennep.ledger.chain import verify
from nennep.ledger.models import Entry
from nennep.organisation import requests
from nennep.organisation.actions import grant_names, withdraw_grant
from nennep.organisation.models import Grant, Level, Look, Office, Unit, User
from nennep.organisation.tests.factories import GrantFactory, TermFactory, UnitFactory, on_roll
from nennep.recognition.tests.factories import BookEntryFactory
from nennep.review.tests.factories import RatingFactory

DAY = timedelta(days=1)
ROWS = "?tu=2014-01-01&den=2014-06-03"


@pytest.fixture(autouse=True)
def clock(at, monkeypatch):
    monkeypatch.setattr(requests, "now", lambda: at)


def browser(person):
    client = Client()
    client.force_login(User.objects.create(username=f"p{person.pk}", person=person))
    return client


@pytest.fixture
def upper(cell):
    """The secretary of the level above."""
    person = on_roll(cell.parent, "Bùi Văn Đạt")
    TermFactory(unit=cell.parent, person=person, office=Office.SECRETARY)
    return person


@pytest.fixture
def turns(cell):
    for month in (3, 3, 4):
        BookEntryFactory(unit=cell.unit, person=cell.member, agreed_on=date(2014, month, 5))
    return reverse("indicators:evidence", args=[cell.unit.code, "recognition.book_turns"]) + ROWS


def test_reading_ratings_leaves_an_entry_and_each_person_sees_who_read(cell):
    RatingFactory(unit=cell.unit, person=cell.member, year=2013)
    RatingFactory(unit=cell.unit, person=cell.secretary, year=2013)
    browser(cell.secretary).get(reverse("review:year", args=[cell.unit.code, 2013]))
    assert [(look.person, look.viewer) for look in Look.objects.all()] == [(cell.member, cell.secretary)]
    assert Entry.objects.get(sequence=Look.objects.get().sequence).act == "organisation.look"
    assert verify().whole
    own = browser(cell.member).get(reverse("organisation:me")).content.decode()
    assert "Vũ Minh Hạnh: xếp loại năm 2013" in own
    assert "chưa ai xem" in browser(cell.other_member).get(reverse("organisation:me")).content.decode()


def test_who_looked_is_shown_to_nobody_else(cell):
    RatingFactory(unit=cell.unit, person=cell.member, year=2013)
    client = browser(cell.secretary)
    client.get(reverse("review:year", args=[cell.unit.code, 2013]))
    assert "Ai đã xem" not in client.get(reverse("organisation:person", args=[cell.member.pk])).content.decode()


def test_why_somebody_is_exempt_is_for_few_and_their_look_is_written_down(cell):
    page = reverse("organisation:person", args=[cell.exempt.pk])
    assert "Tuổi cao" not in browser(cell.member).get(page).content.decode()
    assert not Look.objects.exists()
    assert "Tuổi cao" in browser(cell.secretary).get(page).content.decode()
    assert Look.objects.get().person == cell.exempt


def test_the_level_above_sees_the_number_and_the_months_and_no_name(cell, upper, turns):
    page = browser(upper).get(turns).content.decode()
    assert "03 lượt" in page
    assert "tháng 3/2014" in page
    assert cell.member.name not in page
    assert not Look.objects.exists()


def test_with_a_grant_it_sees_the_names_and_the_cell_sees_that_it_looked(cell, upper, turns, at):
    grant = Grant(unit=cell.unit, to=cell.parent, starts=at.date(), ends=at.date() + 7 * DAY)
    grant.document, grant.purpose = "CV 15-CV/ĐUK ngày 30/5/2014", "Kiểm tra việc nêu gương"
    grant_names(grant, by=cell.secretary, at=at)
    assert cell.member.name in browser(upper).get(turns).content.decode()
    look = Look.objects.get()
    assert (look.person, look.viewer, look.unit) == (cell.member, upper, cell.unit)
    seen = browser(cell.other_member).get(reverse("organisation:unit", args=[cell.unit.code])).content.decode()
    assert "Bùi Văn Đạt: số liệu “Lượt đảng viên được ghi Sổ”" in seen


def test_a_grant_ends_on_its_day(cell, upper, turns, at):
    GrantFactory(unit=cell.unit, to=cell.parent, starts=at.date() - 9 * DAY, ends=at.date() - DAY)
    assert cell.member.name not in browser(upper).get(turns).content.decode()


def test_a_grant_withdrawn_today_still_holds_today_and_not_tomorrow(cell, upper, turns, at, monkeypatch):
    grant = GrantFactory(unit=cell.unit, to=cell.parent, starts=at.date() - DAY, ends=at.date() + 9 * DAY)
    withdraw_grant(grant, on=at.date(), by=cell.secretary, at=at)
    client = browser(upper)
    assert cell.member.name in client.get(turns).content.decode()
    monkeypatch.setattr(requests, "now", lambda: at + DAY)
    assert cell.member.name not in client.get(turns).content.decode()


def test_no_grant_opens_ratings_or_the_cells_pages(cell, upper, at):
    GrantFactory(unit=cell.unit, to=cell.parent, starts=at.date(), ends=at.date())
    RatingFactory(unit=cell.unit, person=cell.member, year=2013)
    client = browser(upper)
    rated = reverse("indicators:evidence", args=[cell.unit.code, "review.rated"]) + "?tu=2013-01-01&den=2014-01-31"
    assert cell.member.name not in client.get(rated).content.decode()
    for name in ("organisation:people", "recognition:book", "documents:documents"):
        assert client.get(reverse(name, args=[cell.unit.code])).status_code == 404


def test_when_the_cell_moves_away_the_old_level_above_sees_nothing_from_that_day(cell, upper, turns, at, operator):
    from nennep.organisation.actions import move_unit

    client = browser(upper)
    assert client.get(turns).status_code == 200
    move_unit(
        Unit.objects.get(pk=cell.unit.pk),
        to=UnitFactory(level=Level.COMMUNE),
        on=at.date(),
        document="QĐ 1-QĐ/TU",
        by=operator,
        at=at,
    )
    assert client.get(turns).status_code == 404


@pytest.mark.parametrize(
    ("more", "says"),
    [({"document": " "}, "số và ngày"), ({"ends": None}, "đến ngày nào"), ({"beside": True}, "không phải cấp trên")],
)
def test_a_grant_needs_a_document_an_end_and_somebody_above(cell, at, more, says):
    beside = more.pop("beside", False)
    given = {"starts": at.date(), "ends": at.date() + DAY, "document": "CV 1-CV/ĐUK", "purpose": "Kiểm tra"} | more
    with pytest.raises(ValidationError, match=says):
        grant_names(
            Grant(unit=cell.unit, to=UnitFactory() if beside else cell.parent, **given), by=cell.secretary, at=at
        )
    assert not Grant.objects.exists()


def test_the_database_refuses_a_grant_without_an_end(cell):
    with pytest.raises(IntegrityError, match="grant_has_an_end"), transaction.atomic():
        GrantFactory(unit=cell.unit, to=cell.parent, ends=None)
