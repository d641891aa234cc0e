"""Who is meant by what somebody types: a short name, a phone number, or a confirmed e-mail address."""

import pytest
from allauth.account.models import EmailAddress
from django.core.exceptions import ValidationError
from django.db import IntegrityError, transaction
from django.test import Client

from nennep.organisation.accounts.names import offered_login, phone_in, read_login_name, user_named
from nennep.organisation.accounts.tests.conftest import an_account, is_in, sign_in
from nennep.organisation.models import User
from nennep.organisation.tests.factories import PersonFactory

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize("typed", ["0912 345 678", "0912345678", "+84 912 345 678", "+84912345678", "0912.345.678"])
def test_a_phone_number_signs_in_however_it_is_written(cell, typed):
    an_account(cell.member, "luant", phone="+84912345678")
    client = Client()
    assert sign_in(client, typed).status_code == 302
    assert is_in(client)


@pytest.mark.parametrize("typed", ["luant", "LuaNT", "  luant "])
def test_the_short_name_signs_in_in_small_and_capital_letters(cell, typed):
    user = an_account(cell.member, "luant")
    assert user_named(typed) == user


def test_an_e_mail_address_signs_in_once_it_is_confirmed_and_not_before(cell):
    user = an_account(cell.member, "luant")
    address = EmailAddress.objects.create(user=user, email="lua@vi-du.vn")
    client = Client()
    assert sign_in(client, "lua@vi-du.vn").status_code == 200
    address.set_verified()
    assert sign_in(client, "Lua@Vi-Du.vn").status_code == 302


def test_two_accounts_do_not_differ_by_capital_letters_alone(cell):
    an_account(cell.member, "luant")
    with pytest.raises(IntegrityError), transaction.atomic():
        an_account(cell.other_member, "LuaNT")


def test_two_accounts_do_not_share_a_phone_number(cell):
    an_account(cell.member, "luant", phone="+84912345678")
    with pytest.raises(IntegrityError), transaction.atomic():
        an_account(cell.other_member, "bangtc", phone="+84912345678")


@pytest.mark.parametrize("typed", ["0912345678", "lua@vi-du.vn", "lụa", "lu", "9lua", "lua nt", ""])
def test_a_login_name_cannot_pass_for_a_phone_number_or_an_address(typed):
    with pytest.raises(ValidationError):
        read_login_name(typed)


@pytest.mark.parametrize("typed", ["", "113", "lua", "12345", "0912 345 67"])
def test_what_is_no_phone_number_is_none(typed):
    assert phone_in(typed) is None


def test_the_offered_name_is_given_name_and_initials_without_tones_and_nobody_elses(cell):
    first = PersonFactory(name="Đỗ Thị Ánh Nguyệt")
    assert offered_login(first) == "nguyetdta"
    an_account(first, "NguyetDTA")
    assert offered_login(PersonFactory(name="Đinh Trọng An Nguyệt")) == "nguyetdta2"
    assert read_login_name(offered_login(PersonFactory(name="Ý")))


def test_an_account_that_is_stopped_does_not_sign_in_and_is_not_told_from_a_wrong_password(cell):
    an_account(cell.member, "luant", is_active=False)
    client = Client()
    stopped = sign_in(client, "luant").context["form"].non_field_errors()
    assert stopped == sign_in(client, "khong-ai").context["form"].non_field_errors()
    assert not is_in(client)


def test_a_name_that_nobody_has_costs_a_password_hash_like_any_other(cell, monkeypatch):
    an_account(cell.member, "luant")
    hashed = []
    monkeypatch.setattr(User, "set_password", lambda user, password: hashed.append(password))
    sign_in(Client(), "khong-ai", "mot mat khau")
    assert hashed == ["mot mat khau"]
