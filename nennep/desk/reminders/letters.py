"""Letters: at most one a week, or one a day when something is due; never in somebody's quiet hours; no content in them."""

import logging
from collections import defaultdict
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from smtplib import SMTPException

from allauth.account.models import EmailAddress
from django.conf import settings
from django.core.mail import send_mail
from django.db import connection, transaction
from django.template.loader import render_to_string
from django.utils import timezone, translation
from django.utils.translation import gettext as _

from nennep.desk.models import LetterChoice, Rhythm
from nennep.organisation.models import Person
from nennep.organisation.queries import unit_of
from nennep.organisation.todos import Todo, todos
from nennep.vietnamese.dates import short_date

logger = logging.getLogger(__name__)

DAILY_PAUSE, WEEKLY_PAUSE = timedelta(hours=20), timedelta(days=6)


@dataclass(frozen=True)
class Line:
    """How many things of a kind wait, the first due day among them, and how many are overdue."""

    kind: str
    count: int
    first_due: str
    late: int


def is_time(choice: LetterChoice, now: datetime) -> bool:
    """Whether a letter may go now: its day has come, the last one is long enough ago, and the hour is not a quiet one."""
    local = timezone.localtime(now)
    pause = WEEKLY_PAUSE if choice.rhythm == Rhythm.WEEKLY else DAILY_PAUSE
    if choice.sent_at is not None and now - choice.sent_at < pause:
        return False
    if choice.rhythm == Rhythm.WEEKLY and local.weekday() != choice.weekday:
        return False
    return not is_quiet(local.time(), choice.quiet_from, choice.quiet_until)


def is_quiet(clock: time, starts: time, ends: time) -> bool:
    """Whether the hour lies in the quiet ones, which may go over midnight; none where both ends are the same."""
    if starts <= ends:
        return starts <= clock < ends
    return clock >= starts or clock < ends


def send_letters(now: datetime) -> int:
    """Send what is due; a letter that could not go is tried again the next time. Returns how many went."""
    if not settings.SENDS_MAIL:
        return 0
    sent = 0
    for key in LetterChoice.objects.values_list("pk", flat=True):
        with transaction.atomic():
            # Two web processes may both come here: whoever comes second finds the row taken, or already sent.
            rows = LetterChoice.objects.select_for_update(skip_locked=connection.features.has_select_for_update)
            choice = rows.filter(pk=key).first()
            if choice is None or not is_time(choice, now):
                continue
            try:
                went = send_letter(choice.person, choice.rhythm, now)
            except (OSError, SMTPException):
                logger.exception("a letter could not be sent; it is tried again the next time")
                continue
            if went:
                LetterChoice.objects.filter(pk=key).update(sent_at=now)
                sent += 1
    return sent


def send_letter(person: Person, rhythm: str, now: datetime) -> bool:
    """One letter, if the person has a confirmed address and anything waits for them."""
    address = EmailAddress.objects.filter(
        user__person=person, user__is_active=True, verified=True, primary=True
    ).first()
    today = timezone.localtime(now).date()
    unit = unit_of(person, today)
    if address is None or unit is None:
        return False
    with translation.override(settings.LANGUAGE_CODE):
        waiting = todos(person, unit, today)
        if rhythm == Rhythm.DAILY:
            waiting = [item for item in waiting if item.due <= today]
        news = person.notices.filter(read_at__isnull=True).count()
        if not waiting and not news:
            return False
        context = {"lines": lines_of(waiting, today), "news": news, "address": settings.ADDRESS}
        body = render_to_string("desk/letter.txt", context)
        send_mail(_("Nền Nếp: có việc chờ bạn"), body, None, [address.email])
    return True


def lines_of(waiting: list[Todo], today: date) -> list[Line]:
    """What waits, by kind: a letter passes through other people's machines, so it counts and does not tell."""
    kinds: dict[str, list[Todo]] = defaultdict(list)
    for item in waiting:
        kinds[str(item.kind)].append(item)
    return [
        Line(kind, len(items), short_date(items[0].due), sum(item.state(today) == "late" for item in items))
        for kind, items in kinds.items()
    ]
