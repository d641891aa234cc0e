"""A card and a PIN at a shared computer: they open one's own things, for a short while, whatever office one holds."""

from datetime import timedelta

import pytest
from django.core.exceptions import ValidationError
from django.db import IntegrityError, transaction
from django.test import Client

from nennep.ledger.models import Entry
from nennep.organisation import requests
from nennep.organisation.access import NotAllowed
from nennep.organisation.accounts.actions.cards import (
    PURPOSE,
    WrongCard,
    change_pin,
    come_in_with_card,
    issue_card,
    withdraw_card,
)
from nennep.organisation.accounts.codes import digest_of, grouped, is_obvious, new_pin
from nennep.organisation.accounts.models import Card
from nennep.organisation.accounts.tests.conftest import an_account, shown, sign_in, signed_in
from nennep.organisation.models import User
from nennep.organisation.requests import now
from nennep.organisation.tests.factories import a_cell

pytestmark = pytest.mark.django_db

PIN = "260391"


@pytest.fixture
def card(cell):
    """The secretary's own card: the office that would open most."""
    made, code, _slip = issue_card(cell.secretary, by=cell.secretary, at=now(), pin=PIN)
    made.code = code
    return made


def by_card(card) -> Client:
    client = Client()
    assert client.post("/the/", {"code": card.code, "pin": PIN})["Location"] == "/"
    return client


def test_card_and_pin_lead_to_ones_own_day_even_for_somebody_who_never_had_a_password(cell, card):
    page = by_card(card).get("/")
    assert page.status_code == 200
    assert "Bạn vào bằng thẻ" in shown(page)
    assert not User.objects.get(person=cell.secretary).has_usable_password()


def test_the_code_to_photograph_leaves_only_the_pin_to_type(card):
    client = Client()
    page = client.get(f"/the/{card.code}/", follow=True)
    assert page.redirect_chain == [("/the/", 302)]
    assert "Đã đọc mã trên thẻ" in shown(page)
    assert client.post("/the/", {"pin": PIN})["Location"] == "/"


def test_the_typed_code_may_have_spaces_and_small_letters(card):
    assert Client().post("/the/", {"code": grouped(card.code).lower(), "pin": PIN}).status_code == 302


def test_by_card_the_secretary_sees_nothing_of_the_cell_and_nothing_of_the_account(cell, card):
    client = by_card(card)
    for address in (
        f"/to-chuc/{cell.unit.code}/",
        f"/to-chuc/{cell.unit.code}/tai-khoan/",
        f"/to-chuc/nguoi/{cell.member.pk}/",
        f"/van-ban/so/{cell.unit.code}/",
        f"/so-cai/{cell.unit.code}/",
        "/tai-khoan/",
        "/tai-khoan/mat-khau/",
        "/tai-khoan/ma-mot-lan/",
    ):
        assert client.get(address).status_code == 404, address
    assert client.get("/toi/").status_code == 200
    assert client.post(f"/to-chuc/{cell.unit.code}/tai-khoan/in/").status_code == 404


def test_by_card_ones_own_pledge_is_read_and_no_others(cell, card):
    from nennep.programme.tests.factories import PledgeFactory

    own = PledgeFactory(unit=cell.unit, person=cell.secretary)
    other = PledgeFactory(unit=cell.unit, person=cell.member)
    client = by_card(card)
    assert client.get(own.get_absolute_url()).status_code == 200
    assert client.get(other.get_absolute_url()).status_code == 404


def test_a_session_by_card_ends_after_ten_idle_minutes_and_not_while_it_is_used(card, monkeypatch):
    client, moment = by_card(card), now()
    for minutes in (9, 18):
        monkeypatch.setattr(requests, "now", lambda minutes=minutes: moment + timedelta(minutes=minutes))
        assert client.get("/toi/").status_code == 200
    monkeypatch.setattr(requests, "now", lambda: moment + timedelta(minutes=29))
    assert client.get("/toi/")["Location"] == "/the/"
    assert client.get("/toi/").status_code == 302


def test_a_session_by_card_ends_with_the_browser(card):
    cookie = by_card(card).cookies["sessionid"]
    assert not cookie["max-age"]
    assert not cookie["expires"]


def test_a_card_that_is_taken_back_ends_its_session_at_the_next_request(cell, card):
    client = by_card(card)
    withdraw_card(card, by=cell.secretary, at=now())
    assert client.get("/toi/")["Location"] == "/the/"


def test_five_wrong_pins_void_the_card_and_the_ledger_names_the_card_itself(card, at):
    digest = digest_of(card.code, PURPOSE)
    for left in (4, 3, 2, 1):
        with pytest.raises(WrongCard, match=f"Còn {left} lần thử"):
            come_in_with_card(digest, "000001", at=at)
    with pytest.raises(WrongCard, match="sai năm lần"):
        come_in_with_card(digest, "000001", at=at)
    with pytest.raises(WrongCard, match="Không vào được bằng thẻ này"):
        come_in_with_card(digest, PIN, at=at)
    last = Entry.objects.last()
    assert (last.act, last.actor) == ("organisation.void_card", f"organisation.card:{card.pk}")


def test_a_right_pin_forgets_the_wrong_ones_before(card, at):
    digest = digest_of(card.code, PURPOSE)
    for _time in range(2):
        for _wrong in range(4):
            with pytest.raises(WrongCard):
                come_in_with_card(digest, "000001", at=at)
        assert come_in_with_card(digest, PIN, at=at)[0] == card


def test_without_the_card_in_hand_nobody_can_spoil_it(card):
    for _time in range(8):
        Client().post("/the/", {"code": "KKKKQQQQNNNN", "pin": PIN})
    card.refresh_from_db()
    assert card.wrong_tries == 0


def test_a_wrong_code_a_void_card_and_a_replaced_one_are_answered_alike(cell, card, at):
    issue_card(cell.secretary, by=cell.secretary, at=at, pin=PIN)
    said = []
    for digest in (digest_of(card.code, PURPOSE), digest_of("KKKKQQQQNNNN", PURPOSE), ""):
        with pytest.raises(WrongCard) as refused:
            come_in_with_card(digest, PIN, at=at)
        said.append(str(refused.value))
    assert len(set(said)) == 1


def test_a_pin_from_a_slip_has_to_be_changed_before_anything_else(cell):
    _card, code, slip = issue_card(cell.member, by=cell.secretary, at=now())
    client = Client()
    client.post("/the/", {"code": code, "pin": slip})
    assert client.get("/toi/")["Location"] == "/tai-khoan/ma-pin/"
    assert client.post("/tai-khoan/ma-pin/", {"pin": PIN, "pin2": PIN})["Location"] == "/"
    assert client.get("/toi/").status_code == 200
    assert Client().post("/the/", {"code": code, "pin": slip}).status_code == 200
    assert Client().post("/the/", {"code": code, "pin": PIN}).status_code == 302


@pytest.mark.parametrize(
    "pin", ["123456", "654321", "111111", "121212", "890123", "12345", "1234567", "12a456", "٣٤٥٦٧٨"]
)
def test_a_pin_is_six_digits_that_nobody_tries_first(cell, pin, at):
    with pytest.raises(ValidationError):
        issue_card(cell.member, by=cell.secretary, at=at, pin=pin)
    assert not Card.objects.exists()


def test_printed_pins_are_six_digits_and_not_obvious():
    pins = [new_pin() for _time in range(200)]
    assert all(len(pin) == 6 and pin.isdigit() and not is_obvious(pin) for pin in pins)
    assert len(set(pins)) > 150


def test_only_the_secretary_issues_and_the_owner_or_the_secretary_withdraws(cell, at):
    for nobody in (cell.member, cell.minutes_secretary, a_cell().secretary):
        with pytest.raises(NotAllowed):
            issue_card(cell.member, by=nobody, at=at)
    card, _code, _slip = issue_card(cell.member, by=cell.secretary, at=at)
    with pytest.raises(NotAllowed):
        withdraw_card(card, by=cell.other_member, at=at)
    withdraw_card(card, by=cell.member, at=at)
    with pytest.raises(ValidationError, match="hết hiệu lực"):
        withdraw_card(card, by=cell.secretary, at=at)


def test_nobody_changes_anothers_pin(cell, card, at):
    with pytest.raises(NotAllowed):
        change_pin(card, "739152", by=cell.member, at=at)


def test_neither_code_nor_pin_is_kept(card, at):
    stored = str(Card.objects.values_list().get(pk=card.pk))
    assert card.code not in stored
    assert PIN not in stored


def test_the_database_refuses_a_second_valid_card_and_a_valid_one_after_five_wrong_pins(cell, card, at):
    with pytest.raises(IntegrityError), transaction.atomic():
        Card.objects.create(person=cell.secretary, digest="khac", issued_at=at)
    with pytest.raises(IntegrityError, match="card_void_after_wrong_pins"), transaction.atomic():
        Card.objects.filter(pk=card.pk).update(wrong_tries=5)


def test_the_printed_card_shows_the_code_in_fours_and_the_pin_on_a_slip_of_its_own(cell):
    an_account(cell.secretary, "hanhvm")
    page = shown(signed_in("hanhvm").post(f"/to-chuc/nguoi/{cell.member.pk}/the/", {"pin": "", "pin2": ""}))
    assert page.count('class="handout"') == 2
    assert "Phiếu mã PIN của Ngô Thị Lụa" in page
    own = shown(signed_in("hanhvm").post(f"/to-chuc/nguoi/{cell.member.pk}/the/", {"pin": PIN, "pin2": PIN}))
    assert own.count('class="handout"') == 1
    assert PIN not in own


def test_a_password_session_of_the_same_person_sees_the_cell_as_before(cell, card):
    user = User.objects.get(person=cell.secretary)
    user.set_password("con trau an co non")
    user.save()
    client = Client()
    sign_in(client, user.username)
    assert client.get(f"/to-chuc/{cell.unit.code}/").status_code == 200
