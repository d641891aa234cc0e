"""Verbs about a person's own login: names, password, second factors, sessions. Sheets and cards have files of their own.

Each takes effect with its ledger entry or not at all. Entries hold who and when; never a name to sign in with, an
address, a code or a password, not even as a digest.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from allauth.account.models import EmailAddress
from allauth.mfa.models import Authenticator
from allauth.socialaccount.models import SocialAccount
from allauth.usersessions.models import UserSession
from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _

from nennep.ledger.acts import Actor, act
from nennep.organisation.access import NotAllowed
from nennep.organisation.accounts.names import read_login_name, read_phone
from nennep.organisation.models import User


@dataclass(frozen=True)
class Login:
    """An account without a person, such as the machine's keeper's, as the ledger names it."""

    reference: str
    on_behalf_of: str = ""


def holder_of(user: User) -> Actor:
    """Who does what is done in this account."""
    return user.person or Login(f"organisation.user:{user.pk}")


def require_own(user: User, by: Actor) -> None:
    """Raise NotAllowed unless it is one's own account: nobody changes how another signs in, whatever their office."""
    if by.reference != holder_of(user).reference:
        raise NotAllowed(_("Chỉ chủ tài khoản đổi được cách đăng nhập của mình."))


def change_password(user: User, password: str, *, by: Actor, at: datetime) -> None:
    """Set a new password, which ends every other session. The rules for passwords are checked by whoever asks for it."""
    require_own(user, by)
    with act("organisation.change_password", by=by, at=at, on=user, content={"user": user.pk}):
        user.set_password(password)
        user.save(update_fields=["password"])


def set_login_name(user: User, typed: str, *, by: Actor, at: datetime) -> None:
    """Sign in under another short name. Raises ValidationError when it is no login name or somebody has it."""
    require_own(user, by)
    name = read_login_name(typed)
    if User.objects.exclude(pk=user.pk).filter(username__iexact=name).exists():
        raise ValidationError(_("Tên “%(name)s” đã có người dùng; thêm một chữ hoặc số vào sau.") % {"name": name})
    with act("organisation.set_login_name", by=by, at=at, on=user, content={"user": user.pk}):
        user.username = name
        user.save(update_fields=["username"])


def set_phone(user: User, typed: str, *, by: Actor, at: datetime) -> None:
    """Sign in with this number too; empty takes it off. Nothing is ever sent to it, so nobody proves that it is theirs."""
    require_own(user, by)
    phone = read_phone(typed) if typed.strip() else None
    if phone and User.objects.exclude(pk=user.pk).filter(phone=phone).exists():
        raise ValidationError(_("Số này đang là tên đăng nhập của một tài khoản khác; hỏi bí thư chi bộ."))
    with act("organisation.set_phone", by=by, at=at, on=user, content={"user": user.pk}):
        user.phone = phone
        user.save(update_fields=["phone"])


def set_email(user: User, email: str, *, by: Actor, at: datetime) -> EmailAddress:
    """Name an address of one's own. It replaces the present one once a letter sent there has been answered."""
    require_own(user, by)
    with act("organisation.set_email", by=by, at=at, on=user, content={"user": user.pk}):
        EmailAddress.objects.filter(user=user, verified=False).exclude(email=email.lower()).delete()
        address, _new = EmailAddress.objects.get_or_create(user=user, email=email.lower())
    return address


def remove_email(user: User, *, by: Actor, at: datetime) -> None:
    """Forget the address: it is no login name any more, and no letter reaches the account."""
    require_own(user, by)
    with act("organisation.remove_email", by=by, at=at, on=user, content={"user": user.pk}):
        EmailAddress.objects.filter(user=user).delete()
        user.email = ""
        user.save(update_fields=["email"])


class Noted(StrEnum):
    """What the library that checks letters, codes and keys has just changed in an account."""

    EMAIL_CONFIRMED = "organisation.confirm_email"
    TOTP_ADDED = "organisation.add_totp"
    TOTP_REMOVED = "organisation.remove_totp"
    KEY_ADDED = "organisation.add_webauthn"
    KEY_REMOVED = "organisation.remove_webauthn"
    CODES_ADDED = "organisation.add_recovery_codes"
    CODES_REMOVED = "organisation.remove_recovery_codes"
    CODES_RENEWED = "organisation.renew_recovery_codes"
    AGENCY_LINKED = "organisation.link_agency"


def note(user: User, change: Noted, *, by: Actor, at: datetime) -> None:
    """Write down a change that was made in the account."""
    require_own(user, by)
    with act(change.value, by=by, at=at, on=user, content={"user": user.pk}):
        pass


def unlink_agency(user: User, *, by: Actor, at: datetime) -> None:
    """The agency's own sign-on no longer leads into this account. Refused where there is no password to come in with."""
    require_own(user, by)
    if not user.has_usable_password():
        raise ValidationError(_("Tài khoản chưa có mật khẩu; nhờ bí thư in giấy mời để đặt mật khẩu trước."))
    with act("organisation.unlink_agency", by=by, at=at, on=user, content={"user": user.pk}):
        SocialAccount.objects.filter(user=user).delete()


def end_sessions(user: User, sessions: Iterable[UserSession], *, by: Actor, at: datetime) -> int:
    """End sessions of one's own; each stops at its next request. Says how many."""
    require_own(user, by)
    ended = [session for session in sessions if session.user_id == user.pk]
    with act("organisation.end_sessions", by=by, at=at, on=user, content={"user": user.pk, "sessions": len(ended)}):
        for session in ended:
            session.end()
    return len(ended)


def clear_factors(user: User) -> int:
    """A step of accepting a sheet: whoever lost phone, keys and codes can come in with the new password alone."""
    removed, _each = Authenticator.objects.filter(user=user).delete()
    return int(removed)
