"""Coming in with an agency's own sign-on: a real server, real discovery, login, consent and tokens over HTTP."""

import json
import os
import re
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import parse_qs, urlsplit

import pytest
import requests
from allauth.account.models import EmailAddress
from allauth.mfa.totp.internal.auth import TOTP
from allauth.socialaccount.models import SocialAccount
from django.test import Client

from nennep.config.datafolder import DataFolder, SettingsError
from nennep.ledger.models import Entry
from nennep.organisation.accounts.actions.cards import issue_card
from nennep.organisation.accounts.tests.conftest import PASSWORD as OUR_PASSWORD
from nennep.organisation.accounts.tests.conftest import an_account, is_in, shown, sign_in
from nennep.organisation.models import User
from nennep.organisation.requests import now
from tests.sso.provider import CLIENT, PASSWORD, SECRET, address_of

pytestmark = pytest.mark.django_db

ROOT = Path(__file__).resolve().parents[2]
GO, BACK = "/dang-nhap/co-quan/di/", "/dang-nhap/co-quan/ve/"


@pytest.fixture(scope="module")
def server_url(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The agency's server, on a free port, in a process and a database of its own."""
    folder = tmp_path_factory.mktemp("agency")
    command = [sys.executable, "-m", "tests.sso.provider", str(folder), f"http://testserver{BACK}"]
    environment = os.environ | {"PYTHONPATH": str(ROOT)}
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True, env=environment) as process:
        assert process.stdout is not None
        yield json.loads(process.stdout.readline())["address"] + "/o"
        process.terminate()


@pytest.fixture
def agency(server_url: str, tmp_path: Path, settings) -> str:
    """settings.toml as a province would write it, with the secret in a file of the folder's keys."""
    (tmp_path / "keys").mkdir()
    (tmp_path / "keys" / "oidc_secret").write_text(f"{SECRET}\n")
    chosen = {"name": "Cổng cán bộ tỉnh", "server_url": server_url, "client_id": CLIENT}
    settings.OIDC = DataFolder(tmp_path, {"oidc": chosen}).oidc()
    settings.SOCIALACCOUNT_PROVIDERS = {"openid_connect": {"APPS": [settings.OIDC]}}
    settings.PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]
    return server_url


@pytest.fixture
def lua(cell) -> User:
    user = an_account(cell.member, "luant")
    EmailAddress.objects.create(user=user, email=address_of("lua"), verified=True, primary=True)
    return user


def token_in(page: str) -> str:
    return re.search(r'name="csrfmiddlewaretoken" value="([^"]+)"', page)[1]


def at_the_agency(asked: str, username: str, *, consent: bool = True) -> str:
    """What somebody does there: sign in, read what is asked for, agree or not. Where it leads back to."""
    browser = requests.Session()
    page = browser.get(asked)
    data = {"csrfmiddlewaretoken": token_in(page.text), "username": username, "password": PASSWORD}
    page = browser.post(page.url, data=data | {"next": parse_qs(urlsplit(page.url).query)["next"][0]})
    fields = dict(re.findall(r'name="(\w+)"[^>]*value="([^"]*)"', page.text))
    if not consent:
        del fields["allow"]
    back = browser.post(page.url, data=fields, allow_redirects=False).headers["Location"]
    assert back.startswith(f"http://testserver{BACK}")
    return back.removeprefix("http://testserver")


def come_in(username: str, client: Client | None = None, **more):
    client = client or Client()
    asked = client.post(GO)["Location"]
    answer = client.get(at_the_agency(asked, username, **more))
    answer.client = client
    return answer


def test_only_where_an_agency_is_set_the_door_offers_it(client, lua, agency, settings):
    assert "Cổng cán bộ tỉnh" in shown(client.get("/dang-nhap/"))
    settings.OIDC = None
    settings.SOCIALACCOUNT_PROVIDERS = {}
    assert "Sang đó đăng nhập" not in shown(client.get("/dang-nhap/"))
    assert client.post(GO).status_code == 404


def test_whoever_confirmed_here_the_address_that_the_agency_vouches_for_is_in(agency, lua):
    answer = come_in("lua")
    assert answer["Location"] == "/"
    assert is_in(answer.client)
    assert SocialAccount.objects.get().user == lua
    assert [(e.act, e.actor) for e in Entry.objects.all()] == [("organisation.link_agency", lua.person.reference)]


def test_once_linked_the_address_may_change(agency, lua):
    come_in("lua")
    EmailAddress.objects.all().delete()
    assert is_in(come_in("lua").client)
    assert Entry.objects.count() == 1


def test_the_code_is_asked_for_with_pkce_and_a_state_that_only_this_browser_knows(agency, lua):
    asked = parse_qs(urlsplit(Client().post(GO)["Location"]).query)
    assert asked["code_challenge_method"] == ["S256"]
    assert asked["code_challenge"]
    back = at_the_agency(Client().post(GO)["Location"], "lua")
    thief = Client()
    thief.get(back)
    assert not is_in(thief)


def test_somebody_unknown_gets_a_sentence_and_no_account(agency, lua):
    answer = come_in("nguoi-la")
    assert "ở đây chưa có tài khoản nào mang địa chỉ thư ấy" in shown(answer)
    assert not is_in(answer.client)
    assert User.objects.count() == 1
    assert not SocialAccount.objects.exists()


def test_an_address_that_the_agency_does_not_vouch_for_opens_nothing(agency, cell):
    user = an_account(cell.other_member, "bangtc")
    EmailAddress.objects.create(user=user, email=address_of("bang"), verified=True, primary=True)
    assert not is_in(come_in("bang").client)
    assert not SocialAccount.objects.exists()


def test_an_address_that_waits_for_confirmation_here_opens_nothing_and_the_password_stays(agency, lua):
    EmailAddress.objects.update(verified=False)
    assert not is_in(come_in("lua").client)
    assert sign_in(Client(), "luant").status_code == 302


def test_a_second_step_is_asked_for_after_the_agency_too(agency, lua):
    TOTP.activate(lua, "JBSWY3DPEHPK3PXP")
    answer = come_in("lua")
    assert answer["Location"] == "/dang-nhap/ma/"
    assert not is_in(answer.client)


def test_a_stopped_account_stays_stopped(agency, lua):
    come_in("lua")
    User.objects.update(is_active=False)
    answer = come_in("lua")
    assert not is_in(answer.client)
    assert "đang tạm ngừng" in shown(answer.client.get("/dang-nhap/"))


def test_whoever_does_not_agree_there_stands_at_our_door_and_is_told_so(agency, lua):
    answer = come_in("lua", consent=False)
    assert answer["Location"] == "/dang-nhap/"
    assert "dừng ở trang của cơ quan" in shown(answer.client.get("/dang-nhap/"))
    assert not is_in(answer.client)


def test_an_account_is_linked_and_unlinked_from_its_own_page(agency, cell):
    an_account(cell.member, "luant")
    client = Client()
    sign_in(client, "luant", OUR_PASSWORD)
    asked = client.post(f"{GO}?process=connect")["Location"]
    assert client.get(at_the_agency(asked, "lua"))["Location"] == "/tai-khoan/"
    assert "đã nối" in shown(client.get("/tai-khoan/"))
    assert is_in(come_in("lua").client)
    client.post("/tai-khoan/co-quan/bo/")
    assert not is_in(come_in("lua").client)
    assert [e.act for e in Entry.objects.all()] == ["organisation.link_agency", "organisation.unlink_agency"]


def test_a_session_by_card_cannot_be_linked(agency, cell):
    _card, code, _slip = issue_card(cell.member, by=cell.secretary, at=now(), pin="260391")
    client = Client()
    client.post("/the/", {"code": code, "pin": "260391"})
    assert client.get("/toi/").status_code == 200
    assert client.post(f"{GO}?process=connect").status_code == 404


def test_no_token_of_the_agency_is_kept(agency, lua):
    from allauth.socialaccount.models import SocialToken

    come_in("lua")
    assert not SocialToken.objects.exists()


def test_where_the_agency_does_not_answer_one_is_told_in_words(agency, lua, settings):
    broken = settings.OIDC | {"settings": settings.OIDC["settings"] | {"server_url": "http://127.0.0.1:9/o"}}
    settings.SOCIALACCOUNT_PROVIDERS = {"openid_connect": {"APPS": [broken]}}
    assert "không trả lời" in shown(Client().post(GO, follow=True))


def test_a_secret_file_that_is_not_there_is_named_at_the_start(tmp_path):
    chosen = {"name": "Cổng", "server_url": "http://x", "client_id": "y"}
    with pytest.raises(SettingsError, match="oidc_secret"):
        DataFolder(tmp_path, {"oidc": chosen}).oidc()
    with pytest.raises(SettingsError, match="client_id"):
        DataFolder(tmp_path, {"oidc": {"name": "Cổng", "server_url": "http://x"}}).oidc()
