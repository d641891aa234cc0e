"""The second step: one-time codes, recovery codes on paper; and that a password alone no longer opens the account."""

import re

import pytest
from allauth.mfa.models import Authenticator
from django.test import Client

from nennep.ledger.models import Entry
from nennep.organisation.accounts.tests.conftest import an_account, code_of, is_in, shown, sign_in, signed_in, with_totp

pytestmark = pytest.mark.django_db

STEP = "/dang-nhap/ma/"


@pytest.fixture
def account(cell):
    return an_account(cell.member, "luant")


def at_the_second_step() -> Client:
    client = Client()
    assert sign_in(client, "luant")["Location"] == STEP
    assert not is_in(client)
    return client


def paper(client: Client) -> list[str]:
    """The recovery codes as they are printed."""
    return [code.replace(" ", "") for code in re.findall(r"☐ ([\d ]+)", shown(client.get("/tai-khoan/ma-du-phong/")))]


def acts() -> list[str]:
    return list(Entry.objects.order_by("sequence").values_list("act", flat=True))


def test_the_page_draws_the_code_in_place_and_spells_the_secret_in_fours(account):
    client = signed_in("luant")
    page = shown(client.get("/tai-khoan/ma-mot-lan/"))
    secret = client.session["mfa.totp.secret"]
    assert "<svg" in page
    assert " ".join(secret[start : start + 4] for start in range(0, len(secret), 4)) in page


def test_with_one_time_codes_on_the_password_needs_the_code_of_the_phone(account):
    secret = with_totp(signed_in("luant"))
    client = at_the_second_step()
    assert "Mã chưa đúng" in shown(client.post(STEP, {"code": "000000"}))
    assert client.post(STEP, {"code": code_of(secret)})["Location"] == "/"
    assert is_in(client)


def test_a_code_works_once(account):
    secret = with_totp(signed_in("luant"))
    code = code_of(secret)
    assert at_the_second_step().post(STEP, {"code": code}).status_code == 302
    assert at_the_second_step().post(STEP, {"code": code}).status_code == 200


def test_recovery_codes_are_printed_and_each_works_once_in_place_of_the_phone(account):
    owner = signed_in("luant")
    with_totp(owner)
    codes = paper(owner)
    assert len(codes) == 10
    assert at_the_second_step().post(STEP, {"code": codes[3]})["Location"] == "/"
    assert at_the_second_step().post(STEP, {"code": codes[3]}).status_code == 200
    assert len(paper(owner)) == 9


def test_new_recovery_codes_void_the_old_ones(account, django_capture_on_commit_callbacks):
    owner = signed_in("luant")
    with_totp(owner)
    old = paper(owner)
    with django_capture_on_commit_callbacks(execute=True):
        owner.post("/tai-khoan/ma-du-phong/moi/")
    assert not set(old) & set(paper(owner))
    assert acts()[-1] == "organisation.renew_recovery_codes"


def test_each_factor_turned_on_or_off_is_written_down(account, django_capture_on_commit_callbacks):
    owner = signed_in("luant")
    with django_capture_on_commit_callbacks(execute=True):
        with_totp(owner)
    with django_capture_on_commit_callbacks(execute=True):
        owner.post("/tai-khoan/ma-mot-lan/tat/")
    assert sorted(acts()[:2]) == ["organisation.add_recovery_codes", "organisation.add_totp"]
    assert sorted(acts()[2:]) == ["organisation.remove_recovery_codes", "organisation.remove_totp"]
    assert not Authenticator.objects.exists()
    assert {entry.actor for entry in Entry.objects.all()} == {account.person.reference}


def test_secrets_lie_encrypted_in_the_database(account):
    secret = with_totp(signed_in("luant"))
    stored = str(list(Authenticator.objects.values_list("data", flat=True)))
    assert secret not in stored
    assert stored.count("gAAAA") == 2


def test_whoever_stops_at_the_second_step_can_start_again_under_another_name(account, cell):
    with_totp(signed_in("luant"))
    an_account(cell.other_member, "bangtc")
    client = at_the_second_step()
    assert client.get("/dang-nhap/")["Location"] == STEP
    client.post("/dang-xuat/")
    assert sign_in(client, "bangtc")["Location"] == "/"


def test_whoever_has_no_key_is_not_offered_one(account):
    with_totp(signed_in("luant"))
    assert "Dùng khóa thay cho mã" not in shown(at_the_second_step().get(STEP))


def test_guessing_codes_is_stopped(account):
    secret = with_totp(signed_in("luant"))
    client = at_the_second_step()
    for number in range(10):
        client.post(STEP, {"code": f"{number:06d}"})
    assert "gõ sai mã nhiều lần" in shown(client.post(STEP, {"code": code_of(secret)}))
    assert not is_in(client)


def test_a_factor_is_not_turned_off_long_after_signing_in_without_showing_who_it_is(account):
    owner = signed_in("luant")
    with_totp(owner)
    session = owner.session
    session["account_authentication_methods"] = []
    session.save()
    assert owner.post("/tai-khoan/ma-mot-lan/tat/")["Location"].startswith("/tai-khoan/xac-nhan/")
    assert Authenticator.objects.filter(type="totp").exists()


def test_the_account_page_says_how_many_recovery_codes_are_left(account):
    owner = signed_in("luant")
    with_totp(owner)
    assert "còn 10 mã chưa dùng" in shown(owner.get("/tai-khoan/"))
