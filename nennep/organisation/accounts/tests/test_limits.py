"""Too many tries are stopped, and a stranger who makes them does not shut the colleague out."""

import json
import re

import pytest
from django.db import connection
from django.test import Client

from nennep.organisation.access import Operator
from nennep.organisation.accounts.actions.cards import issue_card
from nennep.organisation.accounts.actions.invitations import invite
from nennep.organisation.accounts.tests.conftest import PASSWORD, an_account, is_in, shown, sign_in, signed_in
from nennep.organisation.requests import now

pytestmark = pytest.mark.django_db

STRANGER = {"REMOTE_ADDR": "203.0.113.9"}


def guess(login: str, times: int, **more) -> Client:
    client = Client(**more)
    for number in range(times):
        sign_in(client, login, f"doan lan {number}")
    return client


@pytest.fixture
def account(cell):
    return an_account(cell.member, "luant", phone="+84912345678")


def test_a_stranger_who_guesses_is_stopped_with_the_minutes_to_wait_even_before_the_right_password(account):
    stranger = guess("luant", 10, **STRANGER)
    refused = sign_in(stranger, "luant")
    assert refused.status_code == 200
    assert re.search(r"Đợi 1[45] phút", shown(refused))
    assert not is_in(stranger)


def test_a_colleague_signs_in_from_their_own_browser_while_a_stranger_fills_every_count(account):
    own = signed_in("luant")
    own.post("/dang-xuat/")
    guess("luant", 12, **STRANGER)
    guess("luant", 12)  # and from the colleague's own office
    assert not is_in(sign_in(Client(), "luant").client)
    assert sign_in(own, "luant").status_code == 302
    assert is_in(own)


def test_from_many_addresses_the_account_is_closed_to_strangers_and_still_open_to_its_own_browser(account):
    own = signed_in("luant")
    own.post("/dang-xuat/")
    for number in range(1, 7):
        guess("luant", 10, REMOTE_ADDR=f"203.0.113.{number}")
    refused = sign_in(Client(REMOTE_ADDR="198.51.100.1"), "luant")
    assert "Đợi" in shown(refused)
    assert sign_in(own, "luant").status_code == 302


def test_a_card_and_a_new_sheet_work_while_strangers_are_stopped(account, cell):
    guess("luant", 12)
    _card, code, _pin = issue_card(cell.member, by=Operator(), at=now(), pin="260391")
    assert Client().post("/the/", {"code": code, "pin": "260391"}).status_code == 302
    _sheet, code = invite(cell.member, by=cell.secretary, at=now())
    client = Client()
    client.get(f"/moi/{code}/")
    chosen = {"password": "mot cau khac han", "password2": "mot cau khac han"}  # pragma: allowlist secret
    assert client.post("/moi/", chosen).status_code == 302
    assert is_in(client)


def test_e_mail_phone_and_name_are_one_account_to_the_count(account):
    stranger = guess("luant", 5, **STRANGER)
    for number in range(5):
        sign_in(stranger, "0912 345 678", f"doan nua {number}")
    assert "Đợi" in shown(sign_in(stranger, "luant"))


def test_a_name_that_nobody_has_is_stopped_in_the_same_words(account):
    known, unknown = (sign_in(guess(name, 10, **STRANGER), name, "sai") for name in ("luant", "khong-ai"))
    said = [response.context["form"].non_field_errors() for response in (known, unknown)]
    assert said[0] == said[1]


def test_ones_own_browser_has_a_count_too(account):
    own = signed_in("luant")
    own.post("/dang-xuat/")
    for number in range(10):
        sign_in(own, "luant", f"nham {number}")
    assert "Đợi" in shown(sign_in(own, "luant"))


def test_a_right_password_takes_only_its_own_try_back(account):
    client = Client(**STRANGER)
    for number in range(9):
        sign_in(client, "luant", f"doan {number}")
    attacker = an_account(None, "ke-la")
    assert sign_in(client, attacker.username).status_code == 302
    client.post("/dang-xuat/")
    sign_in(client, "luant", "doan lan cuoi")
    assert "Đợi" in shown(sign_in(client, "luant", "doan nua"))


def test_a_browsers_mark_for_one_account_is_none_for_another(account, cell):
    an_account(cell.other_member, "bangtc")
    thief = signed_in("bangtc", **STRANGER)
    thief.post("/dang-xuat/")
    guess("luant", 10, **STRANGER)
    assert "Đợi" in shown(sign_in(thief, "luant", PASSWORD))


def test_a_forged_mark_counts_as_a_strange_browser(account):
    forger = guess("luant", 10, **STRANGER)
    forger.cookies["thiet_bi"] = json.dumps({"device": "x", "accounts": [account.pk]})
    assert "Đợi" in shown(sign_in(forger, "luant"))


def test_codes_of_papers_cannot_be_guessed_at_length_from_one_network(cell):
    client = Client()
    for _number in range(30):
        client.post("/moi/", {"code": "KKKK QQQQ NNNN"})
    assert "Đợi" in shown(client.post("/moi/", {"code": "KKKK QQQQ NNNN"}))


def test_the_counts_live_in_the_database_where_every_process_sees_them(account):
    guess("luant", 1)
    with connection.cursor() as cursor:
        cursor.execute("SELECT COUNT(*) FROM shared_cache WHERE cache_key LIKE %s", ["%:nennep:account:%"])
        assert cursor.fetchone()[0] == 1
