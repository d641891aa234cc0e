"""Reading meetings: the honest thirty minutes are three numbers, met, below, not measured."""

from collections.abc import Callable
from datetime import date, timedelta

from django.db.models import DateField, ExpressionWrapper, F, Q

from nennep.meetings.models import Meeting, MeetingKind, MeetingRecords
from nennep.organisation.models import Unit
from nennep.rulebook.rules import rulebook_of

THEME_RULE = "theme.min_minutes_per_meeting"
SIGNING_RULE = "minutes.sign_within_days"
FAR = date(9999, 12, 31)


def measured(unit: Unit) -> MeetingRecords:
    """Regular meetings whose theme block was measured."""
    return Meeting.objects.of(unit).regular().with_theme_minutes().exclude(theme_parts__isnull=True)


def judged(unit: Unit) -> MeetingRecords:
    """Measured regular meetings on days when the unit had a rule for the theme's length."""
    return measured(unit).filter(_while_ruled(unit, THEME_RULE, lambda _least: Q()))


def theme_met(unit: Unit) -> MeetingRecords:
    """Of those, the ones at or above the length that held on their day."""
    return measured(unit).filter(_while_ruled(unit, THEME_RULE, lambda least: Q(theme_minutes__gte=least)))


def theme_below(unit: Unit) -> MeetingRecords:
    return measured(unit).filter(_while_ruled(unit, THEME_RULE, lambda least: Q(theme_minutes__lt=least)))


def not_measured(unit: Unit) -> MeetingRecords:
    """Regular meetings of whose theme block nobody knows the length."""
    return Meeting.objects.of(unit).regular().with_theme_minutes().filter(theme_parts__isnull=True)


def to_be_signed(unit: Unit) -> MeetingRecords:
    """Meetings on days when the unit had a rule for signing the minutes."""
    return Meeting.objects.of(unit).filter(_while_ruled(unit, SIGNING_RULE, lambda _days: Q()))


def signed_in_time(unit: Unit) -> MeetingRecords:
    def in_time(days: int) -> Q:
        latest = ExpressionWrapper(F("held_on") + timedelta(days=days), output_field=DateField())
        return Q(minutes_signed_on__lte=latest)

    return Meeting.objects.of(unit).filter(_while_ruled(unit, SIGNING_RULE, in_time))


def _while_ruled(unit: Unit, key: str, condition: Callable[[int], Q]) -> Q:
    """The condition for each stretch of days with the value that held then; never true where no rule held."""
    found = Q(pk__in=[])
    for rule in rulebook_of(unit).over_time(key):
        days = Q(held_on__gte=rule.valid_from, held_on__lte=rule.valid_to or FAR)
        found |= days & condition(int(rule.number))
    return found


def committee_before(unit: Unit, kind: str, day: date) -> Meeting | None:
    """The committee's last meeting since the unit's last one of this kind: it agrees on the content first (domain 1.2)."""
    committee = Meeting.objects.of(unit).filter(kind=MeetingKind.COMMITTEE, held_on__lte=day)
    last = Meeting.objects.of(unit).filter(kind=kind, held_on__lt=day).last()
    return (committee.filter(held_on__gte=last.held_on) if last is not None else committee).last()
