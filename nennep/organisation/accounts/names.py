"""What somebody types to say who they are: a short login name, a confirmed e-mail address, or a phone number."""

import re

import phonenumbers
from allauth.account.models import EmailAddress
from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _

from nennep.organisation.models import Person, User
from nennep.vietnamese.folding import fold, nfc
from nennep.vietnamese.names import split_name

LOGIN_NAME = re.compile(r"[a-z][a-z0-9._-]{2,29}")


def user_named(typed: str) -> User | None:
    """The account that this name signs in to. An e-mail address counts only once its owner has confirmed it."""
    typed = nfc(typed.strip())
    if "@" in typed:
        address = EmailAddress.objects.filter(email=typed.lower(), verified=True).select_related("user").first()
        if address is not None:
            return User.objects.get(pk=address.user_id)
    if phone := phone_in(typed):
        found = User.objects.filter(phone=phone).first()
        if found is not None:
            return found
    return User.objects.filter(username__iexact=typed).first()


def phone_in(typed: str) -> str | None:
    """The number as it is dialled from anywhere, "+84912345678"; None for what is no phone number."""
    try:
        number = phonenumbers.parse(typed, "VN")
    except phonenumbers.NumberParseException:
        return None
    if not phonenumbers.is_valid_number(number):
        return None
    return phonenumbers.format_number(number, phonenumbers.PhoneNumberFormat.E164)


def as_dialled(phone: str) -> str:
    """ "0912 345 678" for a Vietnamese number, with the country before it for any other."""
    number = phonenumbers.parse(phone, "VN")
    at_home = number.country_code == phonenumbers.country_code_for_region("VN")
    shape = phonenumbers.PhoneNumberFormat.NATIONAL if at_home else phonenumbers.PhoneNumberFormat.INTERNATIONAL
    return phonenumbers.format_number(number, shape)


def read_phone(typed: str) -> str:
    """Raises ValidationError for what is no phone number."""
    if phone := phone_in(typed):
        return phone
    raise ValidationError(_("“%(typed)s” không phải số điện thoại; gõ như 0912 345 678.") % {"typed": typed})


def read_login_name(typed: str) -> str:
    """In small letters. It cannot look like a phone number or an e-mail address, so that nobody can pose as either."""
    name = typed.strip().lower()
    if LOGIN_NAME.fullmatch(name):
        return name
    raise ValidationError(
        _(
            "Tên đăng nhập gồm 3 đến 30 chữ cái không dấu, chữ số, dấu chấm hoặc gạch, bắt đầu bằng chữ cái; ví dụ hanhvm."
        )
    )


def offered_login(person: Person) -> str:
    """Given name and initials without tones, as offices write it: Vũ Minh Hạnh is hanhvm, the next one hanhvm2."""
    name = split_name(person.name)
    initials = "".join(word[0] for word in f"{name.family} {name.middle}".split())
    short = re.sub(r"[^a-z0-9]", "", fold(name.given + initials))
    base = short[:24] if LOGIN_NAME.fullmatch(short[:24]) else f"nguoi{person.pk}"
    taken = {
        name.lower() for name in User.objects.filter(username__istartswith=base).values_list("username", flat=True)
    }
    number = 1
    offered = base
    while offered in taken:
        number += 1
        offered = f"{base}{number}"
    return offered
