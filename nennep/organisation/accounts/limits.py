"""How often somebody may try. A stranger who guesses at a colleague's account uses up the strangers' tries, not theirs."""

import math
import time
from collections.abc import Callable
from dataclasses import dataclass, field

from allauth.core.internal import ratelimit
from django.core.cache import cache
from django.core.exceptions import ValidationError
from django.http import HttpRequest
from django.utils.translation import gettext as _

from nennep.organisation.accounts.devices import known_device
from nennep.organisation.accounts.names import user_named
from nennep.organisation.models import User
from nennep.vietnamese.folding import fold

LIMITS = {
    "known": "10/15m/key",  # a browser that has signed in to the account before, alone with its own count
    "elsewhere": "10/15m/key",  # all unknown browsers at one address of the network, for one account
    "account": "60/15m/key",  # all unknown browsers everywhere, for one account
    "network": "300/15m/ip",  # an office sits behind one address, so this is generous
    "codes": "30/15m/ip",  # wrong codes of sheets and cards
    "mail": "5/15m/user",  # letters that somebody has sent to an address of their own
}


class TooOften(ValidationError):
    """Tried too often. The message says how long to wait and what works meanwhile."""


@dataclass
class Attempt:
    """Tries that are counted before anybody knows how they end, so that a hundred at once do not slip through."""

    counted: list[ratelimit.RateLimitUsage] = field(default_factory=list)

    def forget(self) -> None:
        """It was right: it does not count."""
        for usage in self.counted:
            usage.rollback()


def try_to_sign_in(request: HttpRequest, typed: str) -> Attempt:
    """Count one try with this name. Raises TooOften; a name that nobody has is counted like any other."""
    user = user_named(typed)
    device = known_device(request, user) if user is not None else None
    if user is not None and device is not None:
        return count(request, {"known": f"{user.pk} {device}"}, instead=_password_refused)
    account = f"user {user.pk}" if user is not None else f"nobody {fold(typed)}"
    keys = {"network": "", "elsewhere": f"{account} {ratelimit.get_ip(request)}", "account": account}
    return count(request, keys, instead=_password_refused)


def try_password_again(request: HttpRequest, user: User) -> Attempt:
    """Count one try at the password of the account that is signed in here."""
    return count(request, {"known": f"{user.pk} {request.session.session_key}"}, instead=_password_refused)


def try_code(request: HttpRequest) -> Attempt:
    """Count one code of a sheet or a card."""
    return count(request, {"codes": ""}, instead=_code_refused)


def send_letter(request: HttpRequest) -> Attempt:
    return count(request, {"mail": ""}, instead=_letter_refused)


def count(request: HttpRequest, keys: dict[str, str], *, instead: Callable[[int], str]) -> Attempt:
    attempt = Attempt()
    for action, key in keys.items():
        usage = ratelimit.consume(request, app="nennep", action=action, config=LIMITS, key=key, limit_get=True)
        if usage is None:
            attempt.forget()
            raise TooOften(instead(minutes_left(request, action, key)))
        attempt.counted.append(usage)
    return attempt


def minutes_left(request: HttpRequest, action: str, key: str) -> int:
    """Until the oldest of the counted tries is forgotten."""
    (rate,) = ratelimit.get_rates(app="nennep", action=action, config=LIMITS)
    counted = cache.get(ratelimit.get_cache_key(request, app="nennep", action=action, rate=rate, key=key), [])
    left = counted[-1] + rate.duration - time.time() if counted else 0
    return max(1, math.ceil(left / 60))


def _password_refused(minutes: int) -> str:
    return _(
        "Mật khẩu của tên này đã gõ sai nhiều lần từ máy lạ. Đợi %(minutes)d phút rồi thử lại. Máy đã từng vào tài khoản,"
        " khóa, thẻ và giấy mời mới vẫn dùng được ngay."
    ) % {"minutes": minutes}


def _code_refused(minutes: int) -> str:
    return _("Đã gõ sai mã nhiều lần từ mạng này. Đợi %(minutes)d phút rồi gõ lại mã in trên giấy.") % {
        "minutes": minutes
    }


def _letter_refused(minutes: int) -> str:
    return _("Đã gửi nhiều thư. Đợi %(minutes)d phút rồi gửi lại, và xem cả hộp thư rác.") % {"minutes": minutes}
