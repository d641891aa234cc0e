"""Verbs about cards: issue one, change its PIN, take it back, come in with it."""

from datetime import datetime

from django.contrib.auth.hashers import check_password, make_password
from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils.translation import gettext as _

from nennep.ledger.acts import Actor, act
from nennep.organisation import access
from nennep.organisation.access import Doer
from nennep.organisation.accounts.actions.invitations import unit_that_vouches
from nennep.organisation.accounts.actions.own import Login
from nennep.organisation.accounts.codes import digest_of, is_obvious, new_code, new_pin
from nennep.organisation.accounts.models import WRONG_PINS_ALLOWED, Card
from nennep.organisation.accounts.names import offered_login
from nennep.organisation.models import Person, User

PURPOSE = "card"
PIN_LENGTH = 6


class WrongCard(Exception):
    """Nobody comes in with this. The message says what was wrong and what to do."""


def issue_card(person: Person, *, by: Doer, at: datetime, pin: str = "") -> tuple[Card, str, str]:
    """Print a card for somebody; one they had is void. The PIN is the one they typed, or else a slip with one is printed.

    Returns the card, its code and, where the program made it, the PIN: shown this once, kept nowhere. Somebody without
    an account gets one that opens with the card alone.
    """
    access.require(access.is_secretary, by, unit_that_vouches(person, at), on=at.date())
    printed = "" if pin else new_pin()
    code = new_code()
    card = Card(
        person=person,
        digest=digest_of(code, PURPOSE),
        pin_hash=hashed(pin or printed),
        pin_was_printed=bool(printed),
        issued_by=by if isinstance(by, Person) else None,
        issued_at=at,
    )
    with act("organisation.issue_card", by=by, at=at, on=card, content={"person": person.pk}):
        Card.objects.filter(person=person, withdrawn_at__isnull=True).update(withdrawn_at=at)
        account_for(person)
        card.save()
    return card, code, printed


def account_for(person: Person) -> User:
    """A step of issuing a card: the account it opens, without a password where there is none yet."""
    user = User.objects.filter(person=person).first()
    if user is None:
        user = User(person=person, username=offered_login(person))
        user.set_unusable_password()
        user.save()
    return user


def hashed(pin: str) -> str:
    """Raises ValidationError for a PIN that is not six digits, or that anybody would try first."""
    if len(pin) != PIN_LENGTH or not (pin.isascii() and pin.isdigit()):
        raise ValidationError(_("Mã PIN gồm đúng 6 chữ số."))
    if is_obvious(pin):
        raise ValidationError(_("Mã PIN này dễ đoán; tránh các chữ số giống nhau hoặc liền nhau."))
    return make_password(pin)


def change_pin(card: Card, pin: str, *, by: Actor, at: datetime) -> None:
    """The card's owner sets another PIN. Nobody else does: a forgotten one means a new card."""
    if by.reference != card.person.reference:
        raise access.NotAllowed(_("Chỉ chủ thẻ đổi được mã PIN; quên mã thì nhờ bí thư cấp thẻ mới."))
    with act("organisation.change_pin", by=by, at=at, on=card, content={"person": card.person_id}):
        card.pin_hash = hashed(pin)
        card.pin_was_printed = False
        card.save(update_fields=["pin_hash", "pin_was_printed"])


def withdraw_card(card: Card, *, by: Doer, at: datetime) -> None:
    """Make a card void: its owner, or the secretary of where the owner stands."""
    if by != card.person:
        access.require(access.is_secretary, by, unit_that_vouches(card.person, at), on=at.date())
    if card.is_void:
        raise ValidationError(_("Thẻ này đã hết hiệu lực từ trước."))
    with act("organisation.withdraw_card", by=by, at=at, on=card, content={"person": card.person_id}):
        card.withdrawn_at = at
        card.save(update_fields=["withdrawn_at"])


def come_in_with_card(digest: str, pin: str, *, at: datetime) -> tuple[Card, User]:
    """Whoever holds the card and knows the PIN. Raises WrongCard; the fifth wrong PIN makes the card void.

    Only a card in hand can be spoilt so: no name that a stranger might know is asked for.
    """
    with transaction.atomic():
        card = Card.objects.select_for_update().filter(digest=digest).first()
        if card is None or card.is_void:
            # The same work and the same words for a code that nobody has, a card taken back and a card replaced.
            make_password(pin)
            raise WrongCard(
                _("Không vào được bằng thẻ này. Xem lại mã in trên thẻ; nếu thẻ cũ thì nhờ bí thư cấp thẻ mới.")
            )
        left = _wrong_pin(card, at) if not check_password(pin, card.pin_hash) else None
    if left == 0:
        raise WrongCard(_("Mã PIN sai năm lần; thẻ đã hết hiệu lực. Nhờ bí thư cấp thẻ mới."))
    if left is not None:
        raise WrongCard(_("Mã PIN chưa đúng. Còn %(left)d lần thử, sau đó thẻ hết hiệu lực.") % {"left": left})
    user = User.objects.filter(person_id=card.person_id, is_active=True).first()
    if user is None:
        raise WrongCard(_("Tài khoản của thẻ này đang tạm ngừng; hỏi bí thư."))
    if card.wrong_tries:
        Card.objects.filter(pk=card.pk).update(wrong_tries=0)
    return card, user


def _wrong_pin(card: Card, at: datetime) -> int:
    """Count it; how many tries are left. The card itself is named as the doer, for nobody knows who held it."""
    card.wrong_tries += 1
    left = WRONG_PINS_ALLOWED - card.wrong_tries
    if left:
        card.save(update_fields=["wrong_tries"])
        return left
    holder = Login(f"organisation.card:{card.pk}")
    with act("organisation.void_card", by=holder, at=at, on=card, content={"person": card.person_id}):
        card.withdrawn_at = at
        card.save(update_fields=["wrong_tries", "withdrawn_at"])
    return 0
