"""Accounts for tests: quick hashes, browsers, and the codes that a phone would show."""

import time

import pytest
from allauth.mfa.totp.internal.auth import format_hotp_value, hotp_value
from django.test import Client

from nennep.organisation.models import Person, User

PASSWORD = "con trau an co non"  # pragma: allowlist secret


@pytest.fixture(autouse=True)
def quick_hashes(settings):
    """A password costs its half second in the program, not in each test."""
    settings.PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]


def an_account(person: Person | None, username: str, **more) -> User:
    return User.objects.create_user(username=username, person=person, password=PASSWORD, **more)


def sign_in(client: Client, login: str, password: str = PASSWORD, **more):
    return client.post("/dang-nhap/", {"login": login, "password": password}, **more)


def signed_in(login: str, **more) -> Client:
    client = Client(**more)
    assert sign_in(client, login).status_code == 302
    return client


def is_in(client: Client) -> bool:
    return client.get("/tai-khoan/").status_code == 200


def shown(response) -> str:
    return response.content.decode()


def code_of(secret: str, *, steps: int = 0) -> str:
    """What the app on a phone shows now, or some half minutes later."""
    return format_hotp_value(hotp_value(secret, int(time.time()) // 30 + steps))


def with_totp(client: Client) -> str:
    """Turn one-time codes on; returns the secret that the phone keeps."""
    client.get("/tai-khoan/ma-mot-lan/")
    secret = client.session["mfa.totp.secret"]
    assert client.post("/tai-khoan/ma-mot-lan/", {"code": code_of(secret, steps=-1)}).status_code == 302
    return secret
