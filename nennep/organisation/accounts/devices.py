"""Browsers that somebody has signed in from before, and what kind of machine a browser runs on."""

import re
import secrets
from typing import Any

from django.conf import settings
from django.core import signing
from django.http import HttpRequest, HttpResponse
from django.utils.translation import gettext as _

from nennep.organisation.models import User

COOKIE = "thiet_bi"
SALT = "nennep.device"
LASTS = 400 * 24 * 3600
ACCOUNTS_KEPT = 30


def known_device(request: HttpRequest, user: User) -> str | None:
    """The number of this browser, when somebody has signed in to this very account from it before."""
    kept = read(request)
    return str(kept["device"]) if user.pk in kept["accounts"] else None


def remember(request: HttpRequest, response: HttpResponse, user: User) -> None:
    """From now on this browser is known to the account. The cookie opens nothing: it only has its own count of tries."""
    kept = read(request)
    accounts = [user.pk, *(pk for pk in kept["accounts"] if pk != user.pk)][:ACCOUNTS_KEPT]
    response.set_cookie(
        COOKIE,
        signing.dumps({"device": kept["device"], "accounts": accounts}, salt=SALT),
        max_age=LASTS,
        path="/dang-nhap/",  # sent where names and passwords are, and nowhere else
        httponly=True,
        secure=settings.SESSION_COOKIE_SECURE,
        samesite="Lax",
    )


def read(request: HttpRequest) -> dict[str, Any]:
    try:
        kept: dict[str, Any] = signing.loads(request.COOKIES.get(COOKIE, ""), salt=SALT, max_age=LASTS)
    except signing.BadSignature:
        return {"device": secrets.token_hex(8), "accounts": []}
    return kept


SYSTEMS = [
    ("Android", "Android"),
    ("iPhone", "iPhone"),
    ("iPad", "iPad"),
    ("Windows", "Windows"),
    ("Mac OS", "Mac"),
    ("CrOS", "Chromebook"),
    ("Linux", "Linux"),
]
# Every browser also calls itself one of those below it.
BROWSERS = [
    ("Edg", "Edge"),
    ("coc_coc", "Cốc Cốc"),
    ("OPR", "Opera"),
    ("Firefox", "Firefox"),
    ("FxiOS", "Firefox"),
    ("Zalo", "Zalo"),
    ("Chrome", "Chrome"),
    ("CriOS", "Chrome"),
    ("Safari", "Safari"),
]


def in_words(user_agent: str) -> str:
    """Such as "điện thoại Android, Chrome"; enough to know one's own, never a fingerprint."""
    system = next((name for mark, name in SYSTEMS if mark in user_agent), "")
    browser = next((name for mark, name in BROWSERS if mark in user_agent), "")
    if not system and not browser:
        return _("máy không rõ loại")
    phone = bool(re.search(r"Mobi|iPhone", user_agent))
    kind = _("điện thoại") if phone else _("máy tính bảng") if system in ("iPad", "Android") else _("máy tính")
    return ", ".join(part for part in (f"{kind} {system}".strip(), browser) if part)
