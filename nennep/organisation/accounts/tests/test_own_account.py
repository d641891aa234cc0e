"""One's own account: names, password, letters, sessions, and the history that tells of each change."""

import re
from datetime import timedelta

import pytest
from allauth.account.models import EmailAddress
from allauth.usersessions.models import UserSession
from django.core import mail
from django.core.exceptions import ValidationError
from django.test import Client
from django.utils import timezone

from nennep.ledger.models import Entry
from nennep.organisation.access import NotAllowed
from nennep.organisation.accounts import devices
from nennep.organisation.accounts.actions import own
from nennep.organisation.accounts.actions.cards import issue_card
from nennep.organisation.accounts.actions.invitations import invite
from nennep.organisation.accounts.tests.conftest import PASSWORD, an_account, is_in, shown, sign_in, signed_in
from nennep.organisation.requests import now

pytestmark = pytest.mark.django_db

NEW = "mot cau khac han"
ANDROID = "Mozilla/5.0 (Linux; Android 14) AppleWebKit/537.36 Chrome/140.0 Mobile Safari/537.36"


@pytest.fixture
def account(cell):
    return an_account(cell.member, "luant")


@pytest.fixture
def sends_mail(settings):
    settings.SENDS_MAIL = True


def acts() -> list[str]:
    return list(Entry.objects.order_by("sequence").values_list("act", flat=True))


def change(client: Client, old: str = PASSWORD, new: str = NEW):
    return client.post("/tai-khoan/mat-khau/", {"oldpassword": old, "password1": new, "password2": new})


def test_a_new_password_ends_other_sessions_keeps_this_one_and_is_written_down(account):
    here, elsewhere = signed_in("luant"), signed_in("luant")
    assert change(here)["Location"] == "/tai-khoan/"
    assert is_in(here)
    assert not is_in(elsewhere)
    assert sign_in(Client(), "luant", NEW).status_code == 302
    assert acts() == ["organisation.change_password"]
    assert Entry.objects.get().actor == account.person.reference


@pytest.mark.parametrize(("old", "new"), [("sai", NEW), (PASSWORD, "12345"), (PASSWORD, "password123")])
def test_a_wrong_old_or_a_weak_new_password_changes_nothing(account, old, new):
    client = signed_in("luant")
    assert change(client, old, new).status_code == 200
    assert sign_in(Client(), "luant").status_code == 302
    assert acts() == []


def test_the_page_lists_where_i_am_signed_in_in_words_and_marks_this_one(account):
    signed_in("luant", headers={"user-agent": ANDROID})
    page = shown(signed_in("luant").get("/tai-khoan/"))
    assert "Điện thoại Android, Chrome" in page
    assert page.count(">máy này<") == 1


def test_a_session_that_i_end_is_out_at_its_next_request(account):
    here, phone, office = (signed_in("luant") for _device in range(3))
    key = phone.session.session_key
    here.post("/tai-khoan/phien/ket-thuc/", {"session": UserSession.objects.get(session_key=key).pk})
    assert [is_in(client) for client in (here, phone, office)] == [True, False, True]
    here.post("/tai-khoan/phien/ket-thuc/")
    assert [is_in(client) for client in (here, phone, office)] == [True, False, False]


def test_nobody_ends_anothers_session(account, cell, at):
    an_account(cell.other_member, "bangtc")
    victim, other = signed_in("luant"), signed_in("bangtc")
    session = UserSession.objects.get(user=account)
    assert other.post("/tai-khoan/phien/ket-thuc/", {"session": session.pk}).status_code == 404
    with pytest.raises(NotAllowed):
        own.end_sessions(account, [session], by=cell.secretary, at=at)
    assert is_in(victim)


def test_when_a_session_was_last_used_is_kept_every_few_minutes_at_most(account):
    client = signed_in("luant")
    long_ago = timezone.now() - timedelta(hours=3)
    UserSession.objects.update(last_seen_at=long_ago)
    is_in(client)
    assert UserSession.objects.get().last_seen_at == long_ago
    session = client.session
    session["last_seen"] = long_ago.timestamp()
    session.save()
    is_in(client)
    assert UserSession.objects.get().last_seen_at > long_ago


def test_the_history_tells_what_the_secretary_did_too_and_never_a_secret(account, cell):
    invite(cell.member, by=cell.secretary, at=now())
    issue_card(cell.member, by=cell.secretary, at=now())
    page = shown(signed_in("luant").get("/tai-khoan/"))
    assert "In giấy mời" in page
    assert "Cấp thẻ" in page
    assert "Vũ Minh Hạnh" in page


def test_the_history_of_another_is_not_mine(account, cell):
    an_account(cell.other_member, "bangtc")
    invite(cell.other_member, by=cell.secretary, at=now())
    assert "Chưa có thay đổi nào" in shown(signed_in("luant").get("/tai-khoan/"))


def test_signing_in_and_out_leaves_nothing_in_the_ledger(account):
    client = signed_in("luant")
    client.post("/dang-xuat/")
    sign_in(client, "luant", "sai")
    assert acts() == []


def test_name_and_phone_are_changed_on_the_page_and_sign_in_from_then_on(account):
    client = signed_in("luant")
    assert client.post("/tai-khoan/ten/", {"username": "Lua.NT", "phone": "0912 345 678"}).status_code == 302
    for name in ("lua.nt", "+84912345678"):
        assert sign_in(Client(), name).status_code == 302
    assert acts() == ["organisation.set_login_name", "organisation.set_phone"]
    client.post("/tai-khoan/ten/", {"username": "lua.nt", "phone": ""})
    assert not is_in(sign_in(Client(), "+84912345678").client)


def test_a_name_or_a_number_that_another_has_is_refused(account, cell, at):
    an_account(cell.other_member, "bangtc", phone="+84912345678")
    with pytest.raises(ValidationError, match="đã có người dùng"):
        own.set_login_name(account, "BangTC", by=cell.member, at=at)
    with pytest.raises(ValidationError, match="tài khoản khác"):
        own.set_phone(account, "0912345678", by=cell.member, at=at)
    assert acts() == []


def test_a_secretary_cannot_change_how_another_signs_in(account, cell, at):
    for verb in (
        lambda: own.change_password(account, NEW, by=cell.secretary, at=at),
        lambda: own.set_login_name(account, "khac", by=cell.secretary, at=at),
        lambda: own.set_phone(account, "0912345678", by=cell.secretary, at=at),
        lambda: own.set_email(account, "x@vi-du.vn", by=cell.secretary, at=at),
    ):
        with pytest.raises(NotAllowed, match="Chỉ chủ tài khoản"):
            verb()
    assert acts() == []


def test_after_a_while_the_password_is_asked_again_before_names_change(account):
    client = signed_in("luant")
    session = client.session
    session["account_authentication_methods"] = []
    session.save()
    asked = client.get("/tai-khoan/ten/")
    assert asked["Location"].startswith("/tai-khoan/xac-nhan/")
    wrong = client.post(asked["Location"], {"password": "sai"})  # pragma: allowlist secret
    assert "Mật khẩu chưa đúng" in shown(wrong)
    assert client.post(asked["Location"], {"password": PASSWORD})["Location"] == "/tai-khoan/ten/"
    assert client.get("/tai-khoan/ten/").status_code == 200


def link_in(letter) -> str:
    return re.search(r"http://testserver(/\S+)", letter.body)[1]


def test_an_address_is_confirmed_by_the_letter_and_then_signs_in(account, sends_mail):
    client = signed_in("luant")
    client.post("/tai-khoan/thu/", {"email": "Lua@vi-du.vn"})
    (letter,) = mail.outbox
    assert letter.to == ["lua@vi-du.vn"]
    assert letter.subject == "[Nền Nếp] Xác nhận địa chỉ thư"
    assert not is_in(sign_in(Client(), "lua@vi-du.vn").client)
    client.post(link_in(letter))
    assert sign_in(Client(), "lua@vi-du.vn").status_code == 302
    assert acts() == ["organisation.set_email", "organisation.confirm_email"]
    client.post("/tai-khoan/thu/", {"remove": "1"})
    assert not EmailAddress.objects.exists()


def test_another_persons_address_can_be_named_but_never_confirmed(account, cell, sends_mail):
    other = an_account(cell.other_member, "bangtc")
    EmailAddress.objects.create(user=other, email="bang@vi-du.vn", verified=True, primary=True)
    client = signed_in("luant")
    client.post("/tai-khoan/thu/", {"email": "bang@vi-du.vn"})
    client.post(link_in(mail.outbox[0]))
    assert EmailAddress.objects.get(verified=True).user == other


def test_where_no_letters_can_be_sent_none_is_promised(account):
    assert "chưa gửi được thư" in shown(signed_in("luant").get("/tai-khoan/thu/"))


def test_a_forgotten_password_is_reset_by_letter_and_every_session_ends(account, sends_mail):
    EmailAddress.objects.create(user=account, email="lua@vi-du.vn", verified=True, primary=True)
    elsewhere = signed_in("luant")
    client = Client()
    client.post("/quen-mat-khau/", {"email": "lua@vi-du.vn"})
    page = client.get(link_in(mail.outbox[0]), follow=True)
    address = page.redirect_chain[-1][0]
    client.post(address, {"password1": NEW, "password2": NEW})
    assert sign_in(Client(), "luant", NEW).status_code == 302
    assert not is_in(elsewhere)
    assert acts() == ["organisation.change_password"]
    assert "đã dùng hoặc đã hết hạn" in shown(Client().get(link_in(mail.outbox[0]), follow=True))


@pytest.mark.parametrize("email", ["lua@vi-du.vn", "khong-ai@vi-du.vn"])
def test_whoever_asks_for_a_letter_does_not_learn_whether_an_account_has_the_address(account, sends_mail, email):
    EmailAddress.objects.create(user=account, email="lua@vi-du.vn", verified=True, primary=True)
    page = Client().post("/quen-mat-khau/", {"email": email}, follow=True)
    assert "Nếu địa chỉ ấy thuộc một tài khoản" in shown(page)
    assert len(mail.outbox) == 1, "the same work either way"


def test_an_address_that_waits_for_confirmation_gets_no_new_password(account, sends_mail):
    EmailAddress.objects.create(user=account, email="lua@vi-du.vn", verified=False)
    Client().post("/quen-mat-khau/", {"email": "lua@vi-du.vn"})
    assert "quen-mat-khau" not in mail.outbox[0].body


@pytest.mark.parametrize("email", ["lua@vi-du.vn", "khong-ai@vi-du.vn"])
def test_a_mail_server_that_is_down_is_said_and_nothing_breaks(account, sends_mail, settings, email):
    settings.EMAIL_BACKEND = "django.core.mail.backends.smtp.EmailBackend"
    settings.EMAIL_HOST, settings.EMAIL_PORT = "127.0.0.1", 9
    EmailAddress.objects.create(user=account, email="lua@vi-du.vn", verified=True, primary=True)
    page = Client().post("/quen-mat-khau/", {"email": email}, follow=True)
    assert page.status_code == 200
    assert "chưa gửi được thư" in shown(page)


def test_nobody_signs_up(client):
    for address in ("/dang-ky/", "/accounts/signup/", "/tai-khoan/dang-ky/"):
        assert client.get(address, follow=True).request["PATH_INFO"] in ("/dang-nhap/", address)
        assert client.post(address, {"username": "ke-la", "password1": NEW}).status_code in (302, 404)
    from nennep.organisation.models import User

    assert not User.objects.exists()


def test_the_keeper_of_the_machine_comes_in_by_the_same_door_and_reads_no_content(db):
    an_account(None, "quantri", is_staff=True)
    client = Client()
    assert client.get("/may/")["Location"].startswith("/dang-nhap/?next=")
    client.post("/dang-nhap/", {"login": "quantri", "password": PASSWORD})
    assert client.get("/")["Location"] == "/may/"
    assert "Sổ cái" in client.get("/may/").content.decode()
    assert client.get("/toi/").status_code == 404


@pytest.mark.parametrize(
    ("user_agent", "words"),
    [
        (ANDROID, "điện thoại Android, Chrome"),
        (
            "Mozilla/5.0 (iPhone; CPU iPhone OS 18_0) AppleWebKit Version/18.0 Mobile Safari/604.1",
            "điện thoại iPhone, Safari",
        ),
        ("Mozilla/5.0 (Windows NT 10.0) Chrome/140.0 Safari/537.36 Edg/140.0", "máy tính Windows, Edge"),
        ("Mozilla/5.0 (Windows NT 10.0) coc_coc_browser/130 Chrome/130 Safari/537.36", "máy tính Windows, Cốc Cốc"),
        ("Mozilla/5.0 (Linux; Android 13; SM-X200) Chrome/139 Safari/537.36", "máy tính bảng Android, Chrome"),
        ("curl/8.5", "máy không rõ loại"),
    ],
)
def test_devices_are_named_as_people_know_them(user_agent, words):
    assert devices.in_words(user_agent) == words
