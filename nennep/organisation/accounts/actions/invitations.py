"""Verbs about invitation sheets: print one, take one back, come in with one."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime, timedelta

from allauth.account.models import EmailAddress
from django.contrib.auth.password_validation import validate_password
from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _

from nennep.ledger.acts import act
from nennep.organisation import access
from nennep.organisation.access import Doer, NotAllowed
from nennep.organisation.accounts.actions.own import clear_factors
from nennep.organisation.accounts.codes import digest_of, new_code
from nennep.organisation.accounts.models import Invitation, Invitations, InvitationState
from nennep.organisation.accounts.names import read_login_name, read_phone
from nennep.organisation.models import Person, Unit, User
from nennep.organisation.queries import unit_of

VALID = timedelta(days=14)
PURPOSE = "invitation"


class NotValid(Exception):
    """This sheet opens nothing. The message says what to do instead."""


@dataclass(frozen=True)
class Choice:
    """What somebody fills in who comes with a sheet. An account that exists keeps its names."""

    password: str
    username: str = ""
    email: str = ""
    phone: str = ""


def unit_that_vouches(person: Person, at: datetime) -> Unit:
    """The unit whose secretary may give somebody a way in: where the person stands today."""
    unit = unit_of(person, at.date())
    if unit is None:
        raise NotAllowed(_("%(who)s hôm nay không đứng trong danh sách của đơn vị nào.") % {"who": person})
    return unit


def invite(person: Person, *, by: Doer, at: datetime, clears_factors: bool = False) -> tuple[Invitation, str]:
    """Print a sheet for somebody: the way to a first account, or to a new password. Sheets printed before are void.

    Returns the sheet and its code, which is shown this once and kept nowhere. `clears_factors` also removes the second
    factors when the sheet is used, for whoever lost them.
    """
    access.require(access.is_secretary, by, unit_that_vouches(person, at), on=at.date())
    code = new_code()
    sheet = Invitation(
        person=person,
        digest=digest_of(code, PURPOSE),
        clears_factors=clears_factors,
        made_by=by if isinstance(by, Person) else None,
        made_at=at,
        expires_at=at + VALID,
    )
    content = {"person": person.pk, "clears_factors": clears_factors, "expires_at": sheet.expires_at}
    with act("organisation.invite", by=by, at=at, on=sheet, content=content):
        _unused(person).update(withdrawn_at=at)
        sheet.save()
    return sheet, code


def withdraw_invitation(person: Person, *, by: Doer, at: datetime) -> Invitation:
    """Take back the sheet that somebody has not used yet. Raises ValidationError where there is none."""
    access.require(access.is_secretary, by, unit_that_vouches(person, at), on=at.date())
    sheet = _unused(person).first()
    if sheet is None:
        raise ValidationError(_("%(who)s không có giấy mời nào chưa dùng.") % {"who": person})
    with act("organisation.withdraw_invitation", by=by, at=at, on=sheet, content={"person": person.pk}):
        _unused(person).update(withdrawn_at=at)
    return sheet


def sheet_with(digest: str, *, at: datetime) -> Invitation:
    """The sheet with this code. Raises NotValid, with what to do, unless it can be used at that moment."""
    sheet = Invitation.objects.select_related("person").filter(digest=digest).first()
    if sheet is None:
        raise NotValid(_("Không có giấy mời nào mang mã này. Xem lại từng chữ trên giấy rồi gõ lại."))
    state = sheet.state_at(at)
    if state is not InvitationState.OPEN:
        raise NotValid(WHY[state]())
    return sheet


WHY: dict[InvitationState, Callable[[], str]] = {
    InvitationState.USED: lambda: _(
        "Giấy mời này đã dùng rồi. Đăng nhập bằng tên và mật khẩu đã đặt; nếu quên, nhờ bí thư in giấy mới."
    ),
    InvitationState.WITHDRAWN: lambda: _(
        "Giấy mời này không còn hiệu lực vì đã thu hồi hoặc đã in tờ mới. Dùng tờ mới nhất, hoặc nhờ bí thư in lại."
    ),
    InvitationState.EXPIRED: lambda: _("Giấy mời này đã hết hạn. Nhờ bí thư in giấy mới."),
}


def accept_invitation(digest: str, choice: Choice, *, at: datetime) -> User:
    """Whoever holds the sheet chooses how to sign in from now on. The sheet is used up.

    Raises NotValid for a sheet that opens nothing, ValidationError (by field) for a choice that cannot stand.
    """
    person = sheet_with(digest, at=at).person
    user = User.objects.filter(person=person).first()
    new = user is None
    user = user or _named(person, choice)
    try:
        validate_password(choice.password, user)
    except ValidationError as error:
        raise ValidationError({"password": error}) from error
    user.set_password(choice.password)
    sheet = sheet_with(digest, at=at)
    name = "organisation.accept_invitation" if new else "organisation.reset_by_invitation"
    content = {"person": person.pk, "clears_factors": sheet.clears_factors}
    with act(name, by=person, at=at, on=sheet, content=content):
        # Two who open one sheet at once: only the first finds it unused.
        if not Invitation.objects.open_at(at).filter(pk=sheet.pk).update(used_at=at):
            raise NotValid(WHY[InvitationState.USED]())
        user.save()
        if new and choice.email:
            EmailAddress.objects.create(user=user, email=choice.email.lower())
        if sheet.clears_factors:
            clear_factors(user)
    return user


def _named(person: Person, choice: Choice) -> User:
    """A new account with the names chosen for it; each that cannot stand is said at its own field."""
    wrong: dict[str, ValidationError] = {}
    user = User(person=person)
    try:
        user.username = read_login_name(choice.username)
        if User.objects.filter(username__iexact=user.username).exists():
            raise ValidationError(_("Tên này đã có người dùng; thêm một chữ hoặc số vào sau."))
    except ValidationError as error:
        wrong["username"] = error
    try:
        user.phone = read_phone(choice.phone) if choice.phone.strip() else None
        if user.phone and User.objects.filter(phone=user.phone).exists():
            raise ValidationError(_("Số này đang là tên đăng nhập của một tài khoản khác; để trống hoặc hỏi bí thư."))
    except ValidationError as error:
        wrong["phone"] = error
    if wrong:
        raise ValidationError(wrong)
    return user


def _unused(person: Person) -> Invitations:
    return Invitation.objects.filter(person=person, used_at__isnull=True, withdrawn_at__isnull=True)
