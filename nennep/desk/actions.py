"""Verbs about one's own reminders. They are the person's alone."""

import hashlib
import secrets
from datetime import datetime

from django.utils.translation import gettext as _

from nennep.desk.models import CalendarKey, LetterChoice
from nennep.ledger.acts import Outcome, act, put
from nennep.organisation.access import Doer, NotAllowed
from nennep.organisation.models import Person


def require_own(person: Person, by: Doer) -> None:
    """Raise NotAllowed unless it is one's own: nobody else decides how somebody is reminded."""
    if by != person:
        raise NotAllowed(_("Mỗi người tự chọn cách mình được nhắc."))


def choose_letters(choice: LetterChoice, *, by: Doer, at: datetime) -> tuple[LetterChoice, Outcome]:
    """Nhận thư nhắc: how often, and in which hours never."""
    require_own(choice.person, by)
    before = LetterChoice.objects.filter(person=choice.person).first()
    choice.sent_at = before.sent_at if before else None
    return put(choice, key=["person"], act_name="desk.choose_letters", by=by, at=at)


def stop_letters(choice: LetterChoice, *, by: Doer, at: datetime) -> None:
    """Thôi nhận thư."""
    require_own(choice.person, by)
    with act("desk.stop_letters", by=by, at=at, on=choice, content={}):
        LetterChoice.objects.filter(pk=choice.pk).delete()


def renew_calendar(person: Person, *, by: Doer, at: datetime) -> str:
    """Lấy địa chỉ lịch: a new secret, shown this once; whatever address there was before answers no more."""
    require_own(person, by)
    token = secrets.token_urlsafe(24)
    with act("desk.renew_calendar", by=by, at=at, on=person, content={}):
        CalendarKey.objects.update_or_create(person=person, defaults={"digest": digest_of(token), "made_at": at})
    return token


def stop_calendar(key: CalendarKey, *, by: Doer, at: datetime) -> None:
    """Tắt lịch: the address answers no more."""
    require_own(key.person, by)
    with act("desk.stop_calendar", by=by, at=at, on=key.person, content={}):
        CalendarKey.objects.filter(pk=key.pk).delete()


def digest_of(token: str) -> str:
    return hashlib.sha256(token.encode()).hexdigest()
