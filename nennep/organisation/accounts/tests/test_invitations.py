"""The sheet that a secretary prints: it opens one account once, and says what to do when it does not."""

from datetime import timedelta

import pytest
from allauth.account.models import EmailAddress
from allauth.mfa.models import Authenticator
from allauth.mfa.totp.internal.auth import TOTP
from django.core.exceptions import ValidationError
from django.db import IntegrityError, transaction
from django.test import Client

from nennep.ledger.models import Entry
from nennep.organisation.access import NotAllowed, Operator
from nennep.organisation.accounts.actions.invitations import (
    PURPOSE,
    Choice,
    NotValid,
    accept_invitation,
    invite,
    sheet_with,
    withdraw_invitation,
)
from nennep.organisation.accounts.codes import ALPHABET, digest_of, grouped
from nennep.organisation.accounts.models import Invitation
from nennep.organisation.accounts.tests.conftest import PASSWORD, an_account, is_in, shown, sign_in, signed_in
from nennep.organisation.models import Office, User
from nennep.organisation.requests import now
from nennep.organisation.tests.factories import MembershipFactory, TermFactory, UnitFactory, a_cell

pytestmark = pytest.mark.django_db

GOOD = "mot cau dai kho doan"
DAY = timedelta(days=1)
NEW = {"username": "luant", "password": GOOD, "password2": GOOD}


def opened(cell, at) -> tuple[str, Invitation]:
    sheet, code = invite(cell.member, by=cell.secretary, at=at)
    return digest_of(code, PURPOSE), sheet


def test_whoever_opens_the_sheet_chooses_a_name_and_a_password_and_is_in(cell):
    _sheet, code = invite(cell.member, by=cell.secretary, at=now())
    client = Client()
    page = client.get(f"/moi/{code}/", follow=True)
    assert page.redirect_chain == [("/moi/", 302)]
    assert "Mời Ngô Thị Lụa" in shown(page)
    assert 'value="luant"' in shown(page)
    assert client.post("/moi/", NEW)["Location"] == "/"
    assert is_in(client)
    assert User.objects.get(username="luant").person == cell.member
    client.post("/dang-xuat/")
    assert sign_in(client, "luant", GOOD).status_code == 302


def test_the_code_is_typed_with_or_without_spaces_in_any_case(cell):
    _sheet, code = invite(cell.member, by=cell.secretary, at=now())
    page = Client().post("/moi/", {"code": f" {grouped(code).lower()} "})
    assert "Mời Ngô Thị Lụa" in shown(page)


def test_the_second_step_is_offered_after_the_first_sign_in(cell):
    _sheet, code = invite(cell.member, by=cell.secretary, at=now())
    client = Client()
    client.get(f"/moi/{code}/")
    assert "/tai-khoan/" in shown(client.post("/moi/", NEW, follow=True))


def test_the_code_is_kept_nowhere_only_a_digest_that_needs_this_installations_key(cell, at, settings):
    sheet, code = invite(cell.member, by=cell.secretary, at=at)
    assert code not in "".join(str(value) for value in Invitation.objects.values_list().get(pk=sheet.pk))
    assert set(code) <= set(ALPHABET)
    settings.SECRET_KEY = "mot khoa khac"  # pragma: allowlist secret
    assert digest_of(code, PURPOSE) != sheet.digest


def test_a_new_sheet_voids_the_one_before(cell, at):
    digest, first = opened(cell, at)
    second, _code = invite(cell.member, by=cell.secretary, at=at + DAY)
    first.refresh_from_db()
    assert first.withdrawn_at == at + DAY
    with pytest.raises(NotValid, match="không còn hiệu lực"):
        sheet_with(digest, at=at + DAY)
    assert Invitation.objects.open_at(at + DAY).get() == second


def test_an_expired_sheet_says_to_ask_for_a_new_one(cell, at):
    digest, sheet = opened(cell, at)
    assert sheet_with(digest, at=sheet.expires_at - timedelta(seconds=1)) == sheet
    with pytest.raises(NotValid, match="hết hạn. Nhờ bí thư in giấy mới"):
        sheet_with(digest, at=sheet.expires_at)


def test_a_used_sheet_says_to_sign_in(cell, at):
    digest, _sheet = opened(cell, at)
    accept_invitation(digest, Choice(password=GOOD, username="luant"), at=at)
    with pytest.raises(NotValid, match="đã dùng rồi"):
        accept_invitation(digest, Choice(password=GOOD, username="luant2"), at=at)
    assert User.objects.count() == 1


def test_a_sheet_that_was_taken_back_opens_nothing(cell, at):
    digest, _sheet = opened(cell, at)
    withdraw_invitation(cell.member, by=cell.secretary, at=at)
    with pytest.raises(NotValid, match="thu hồi"):
        accept_invitation(digest, Choice(password=GOOD, username="luant"), at=at)
    with pytest.raises(ValidationError, match="không có giấy mời"):
        withdraw_invitation(cell.member, by=cell.secretary, at=at)


def test_only_the_secretary_or_deputy_of_where_somebody_stands_today_invites(cell, at):
    TermFactory(unit=cell.unit, person=cell.other_member, office=Office.DEPUTY)
    assert invite(cell.member, by=cell.other_member, at=at)
    for nobody in (cell.member, cell.minutes_secretary, a_cell().secretary):
        with pytest.raises(NotAllowed):
            invite(cell.member, by=nobody, at=at)
    cell.member.memberships.update(ends=at.date() - DAY)
    with pytest.raises(NotAllowed, match="không đứng trong danh sách"):
        invite(cell.member, by=cell.secretary, at=at)
    elsewhere = UnitFactory()
    MembershipFactory(person=cell.member, unit=elsewhere, starts=at.date())
    with pytest.raises(NotAllowed):
        invite(cell.member, by=cell.secretary, at=at)


def test_the_sheet_of_somebody_with_an_account_sets_a_new_password_and_keeps_the_name(cell, at):
    user = an_account(cell.member, "luant")
    digest, _sheet = opened(cell, at)
    accept_invitation(digest, Choice(password=GOOD, username="ten-khac"), at=at)
    user.refresh_from_db()
    assert user.username == "luant"
    assert user.check_password(GOOD)
    assert [entry.act for entry in Entry.objects.all()] == ["organisation.invite", "organisation.reset_by_invitation"]


def test_a_second_step_stays_unless_the_secretary_said_it_was_lost(cell, at):
    user = an_account(cell.member, "luant")
    TOTP.activate(user, "JBSWY3DPEHPK3PXP")
    digest, _sheet = opened(cell, at)
    accept_invitation(digest, Choice(password=GOOD), at=at)
    assert Authenticator.objects.filter(user=user).exists()
    sheet, code = invite(cell.member, by=cell.secretary, at=at, clears_factors=True)
    accept_invitation(digest_of(code, PURPOSE), Choice(password=GOOD), at=at)
    assert not Authenticator.objects.filter(user=user).exists()


def test_with_a_second_step_the_sheet_alone_does_not_lead_in(cell):
    user = an_account(cell.member, "luant")
    TOTP.activate(user, "JBSWY3DPEHPK3PXP")
    _sheet, code = invite(cell.member, by=cell.secretary, at=now())
    client = Client()
    client.get(f"/moi/{code}/")
    assert client.post("/moi/", {"password": GOOD, "password2": GOOD})["Location"] == "/dang-nhap/ma/"
    assert not is_in(client)


def test_whoever_was_signed_in_elsewhere_is_out_after_a_reset(cell):
    an_account(cell.member, "luant")
    elsewhere = signed_in("luant")
    _sheet, code = invite(cell.member, by=cell.secretary, at=now())
    client = Client()
    client.get(f"/moi/{code}/")
    client.post("/moi/", {"password": GOOD, "password2": GOOD})
    assert not is_in(elsewhere)


def test_a_sheet_opened_where_somebody_else_is_signed_in_leads_into_its_own_account(cell):
    an_account(cell.secretary, "hanhvm")
    _sheet, code = invite(cell.member, by=cell.secretary, at=now())
    shared = signed_in("hanhvm")
    shared.get(f"/moi/{code}/")
    shared.post("/moi/", NEW)
    assert shared.get("/toi/").context["person"] == cell.member


def test_what_cannot_stand_is_said_at_its_field_and_the_sheet_is_not_used_up(cell, at):
    an_account(cell.other_member, "luant", phone="+84912345678")
    digest, sheet = opened(cell, at)
    with pytest.raises(ValidationError) as refused:
        accept_invitation(digest, Choice(password=GOOD, username="LuaNT", phone="0912345678"), at=at)
    assert set(refused.value.message_dict) == {"username", "phone"}
    with pytest.raises(ValidationError) as refused:
        accept_invitation(digest, Choice(password="12345", username="luant3"), at=at)
    assert set(refused.value.message_dict) == {"password"}
    sheet.refresh_from_db()
    assert sheet.used_at is None
    assert Entry.objects.count() == 1


def test_a_refused_page_keeps_what_was_typed(cell):
    _sheet, code = invite(cell.member, by=cell.secretary, at=now())
    client = Client()
    client.get(f"/moi/{code}/")
    page = shown(client.post("/moi/", NEW | {"password2": "khac han"}))
    assert "Hai lần gõ không giống nhau" in page
    assert 'value="luant"' in page


def test_phone_and_address_given_with_the_sheet_become_login_names_the_address_once_confirmed(cell, at):
    digest, _sheet = opened(cell, at)
    choice = Choice(password=GOOD, username="luant", phone="0912 345 678", email="Lua@vi-du.vn")
    user = accept_invitation(digest, choice, at=at)
    assert user.phone == "+84912345678"
    assert EmailAddress.objects.get(user=user).verified is False


def test_the_printed_sheet_carries_name_unit_address_and_code_and_a_picture_of_them(cell, settings):
    an_account(cell.secretary, "hanhvm")
    page = signed_in("hanhvm").post(f"/to-chuc/nguoi/{cell.member.pk}/giay-moi/")
    printed = shown(page)
    for words in ("Giấy mời Ngô Thị Lụa", cell.unit.name, "http://testserver/moi/", "<svg"):
        assert words in printed
    assert "no-store" in page["Cache-Control"]
    assert Invitation.objects.get().person == cell.member


def test_one_print_holds_a_sheet_for_everybody_without_an_account(cell):
    an_account(cell.secretary, "hanhvm")
    an_account(cell.member, "luant")
    printed = shown(signed_in("hanhvm").post(f"/to-chuc/{cell.unit.code}/tai-khoan/in/"))
    assert printed.count("Giấy mời ") >= 5
    assert Invitation.objects.count() == 5
    assert "Giấy mời Ngô Thị Lụa" not in printed


def test_the_page_of_accounts_costs_the_same_queries_for_few_and_many(cell, django_assert_num_queries):
    from django.db import connection
    from django.test.utils import CaptureQueriesContext

    an_account(cell.secretary, "hanhvm")
    client, address = signed_in("hanhvm"), f"/to-chuc/{cell.unit.code}/tai-khoan/"
    client.get(address)
    with CaptureQueriesContext(connection) as few:
        client.get(address)
    for number in range(12):
        member = MembershipFactory(unit=cell.unit).person
        an_account(member, f"nguoi{number}")
        invite(member, by=Operator(), at=now())
    with django_assert_num_queries(len(few)):
        client.get(address)


def test_the_database_refuses_two_open_sheets_and_one_both_used_and_taken_back(cell, at):
    _digest, sheet = opened(cell, at)
    with pytest.raises(IntegrityError), transaction.atomic():
        Invitation.objects.create(person=cell.member, digest="khac", made_at=at, expires_at=at + DAY)
    with pytest.raises(IntegrityError, match="invitation_used_or_withdrawn"), transaction.atomic():
        Invitation.objects.filter(pk=sheet.pk).update(used_at=at, withdrawn_at=at)
    with pytest.raises(IntegrityError, match="invitation_ends_after_start"), transaction.atomic():
        Invitation.objects.filter(pk=sheet.pk).update(expires_at=at)


def test_no_log_and_no_ledger_entry_holds_the_code(cell, caplog):
    _sheet, code = invite(cell.member, by=cell.secretary, at=now())
    client = Client()
    client.post(f"/moi/{code}/")
    client.get(f"/moi/{code[::-1]}/", follow=True)
    client.get(f"/moi/{code}/")
    client.post("/moi/", NEW)
    assert code not in caplog.text
    for entry in Entry.objects.all():
        assert code not in str(vars(entry))
        assert "luant" not in str(vars(entry))


def test_somebody_without_an_account_cannot_be_told_from_a_wrong_code(cell):
    page = Client().post("/moi/", {"code": "KKKKQQQQNNNN"})
    assert page.status_code == 200
    assert "Không có giấy mời nào mang mã này" in shown(page)
    assert PASSWORD not in shown(page)
