"""How many people are reading now, counted without tracking anyone.

No cookie and no address is kept: a request becomes a keyed digest that changes every half hour, and rows older
than five minutes are deleted. Two requests of one reader within that time count once.
"""

import hashlib
import hmac
from datetime import datetime, timedelta

from django.conf import settings
from django.http import HttpRequest

from nennep.portal.models import Reader

WINDOW = timedelta(minutes=5)


def count_readers(request: HttpRequest, now: datetime) -> int:
    """Count this reader in, forget those who left, and say how many there are."""
    Reader.objects.filter(seen_at__lt=now - WINDOW).delete()
    Reader.objects.update_or_create(token=token_of(request, now), defaults={"seen_at": now})
    return Reader.objects.count()


def token_of(request: HttpRequest, now: datetime) -> str:
    half_hour = int(now.timestamp()) // 1800
    who = f"{half_hour}|{request.META.get('REMOTE_ADDR', '')}|{request.headers.get('User-Agent', '')}"
    return hmac.new(settings.SECRET_KEY.encode(), who.encode(), hashlib.sha256).hexdigest()[:32]
