"""Vietnamese first: what the browser asks for does not count, what the person chose does."""

import pytest
from django.urls import reverse

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("english_catalogue")]

ENGLISH_BROWSER = {"Accept-Language": "en-US,en;q=0.9"}


def sign_in_page(client) -> str:
    return client.get(reverse("account_login"), headers=ENGLISH_BROWSER).content.decode()


def choose(client, language: str) -> None:
    client.post(reverse("set_language"), {"language": language, "next": reverse("account_login")})


def test_a_page_is_vietnamese_though_the_browser_asks_for_english(client):
    page = sign_in_page(client)
    assert '<html lang="vi">' in page
    assert "<h1>Đăng nhập</h1>" in page


def test_a_page_is_english_for_whoever_chose_it(client):
    choose(client, "en")
    page = sign_in_page(client)
    assert '<html lang="en">' in page
    assert "<h1>Sign in</h1>" in page
    assert "Đăng nhập" not in page


def test_vietnamese_can_be_chosen_back(client):
    choose(client, "en")
    choose(client, "vi")
    assert "<h1>Đăng nhập</h1>" in sign_in_page(client)
