"""The calendar feed (RFC 5545): meetings by their kind and days on which something is due, under a secret address."""

from datetime import date, datetime, timedelta

from django.conf import settings
from django.utils.translation import gettext as _
from icalendar import Calendar, Event

from nennep.desk.actions import digest_of
from nennep.desk.models import CalendarKey
from nennep.meetings.models import PlannedMeeting
from nennep.organisation.models import Person, Unit
from nennep.organisation.queries import unit_of
from nennep.organisation.todos import todos

BACK, AHEAD = timedelta(days=92), timedelta(days=366)


def person_behind(token: str, today: date) -> tuple[Person, Unit] | None:
    """Whose calendar it is and where they stand today; None for a key that is unknown, or whose owner has gone."""
    key = CalendarKey.objects.filter(digest=digest_of(token), person__user__is_active=True).select_related("person")
    found = key.first()
    unit = unit_of(found.person, today) if found else None
    return (found.person, unit) if found and unit else None


def calendar_of(person: Person, unit: Unit, now: datetime, today: date) -> bytes:
    """The feed as calendar programs read it. No names, no content: it lies on other people's servers."""
    calendar = Calendar()
    calendar.add("prodid", "-//Nen Nep//nennep//VI")
    calendar.add("version", "2.0")
    calendar.add("x-wr-calname", "Nền Nếp")
    meetings = PlannedMeeting.objects.of(unit).filter(planned_on__gte=today - BACK, planned_on__lte=today + AHEAD)
    for meeting in meetings:
        name = str(meeting.get_kind_display())
        calendar.add_component(day(f"meeting-{meeting.pk}", meeting.planned_on, name, meeting.get_absolute_url(), now))
    for number, item in enumerate(todos(person, unit, today)):
        words = _("Đến hạn: %(kind)s") % {"kind": item.kind}
        calendar.add_component(day(f"todo-{person.pk}-{number}-{item.due:%Y%m%d}", item.due, words, item.url, now))
    return bytes(calendar.to_ical())


def day(key: str, when: date, summary: str, path: str, now: datetime) -> Event:
    """An event of a whole day."""
    event = Event()
    event.add("uid", f"{key}@nennep")
    event.add("dtstamp", now)
    event.add("dtstart", when)
    event.add("dtend", when + timedelta(days=1))
    event.add("summary", summary)
    event.add("url", f"{settings.ADDRESS}{path}")
    event.add("transp", "TRANSPARENT")
    return event
