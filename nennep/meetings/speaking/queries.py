"""Who has not spoken, and since when: read from the minutes each time it is asked, and kept nowhere."""

from dataclasses import dataclass
from datetime import date

from nennep.meetings.models import (
    AgendaItem,
    Attendance,
    Contribution,
    Meeting,
    MeetingKind,
    Preparation,
    SpeakingView,
)
from nennep.organisation.models import MEMBERS, Membership, Person, Unit


@dataclass(frozen=True)
class Silent:
    """One member, and the first regular meeting at which they were and did not speak since they last had."""

    person: Person
    since: date


def view_of(unit: Unit) -> SpeakingView | None:
    """What the cell has decided about the list; None where it has decided nothing, and the list is shown."""
    return SpeakingView.objects.filter(unit=unit).first()


def silent(unit: Unit, on: date) -> list[Silent]:
    """The members expected in the unit that day who were at a regular meeting since they last spoke at one, in the order of names
    and no other. Whoever was absent could not speak, so an absence puts nobody here. Five queries.
    """
    expected = Membership.objects.attending(unit, on).filter(standing__in=MEMBERS)
    people = [row.person for row in expected.select_related("person").order_by("person__name_key", "person_id")]
    last, since = last_words(unit, on), dict[int, date]()
    there = Attendance.objects.of(unit).at_regular().present().filter(meeting__held_on__lte=on)
    for person, day in there.order_by("meeting__held_on").values_list("person_id", "meeting__held_on"):
        if day > last.get(person, date.min):
            since.setdefault(person, day)
    return [Silent(person, since[person.pk]) for person in people if person.pk in since]


def last_words(unit: Unit, on: date) -> dict[int, date]:
    """The last regular meeting at which each spoke. Whoever led it or presented one of its items has spoken."""
    regular = {"meeting__kind": MeetingKind.REGULAR, "meeting__held_on__lte": on}
    spoke = Contribution.objects.of(unit).filter(**regular).values_list("person_id", "meeting__held_on")
    presented = AgendaItem.objects.filter(meeting__unit=unit, presenter__isnull=False, taken__isnull=False, **regular)
    led = Meeting.objects.of(unit).regular().filter(held_on__lte=on).values_list("chair_id", "held_on")
    last: dict[int, date] = {}
    for rows in (
        spoke.order_by(),
        presented.order_by().values_list("presenter_id", "meeting__held_on"),
        led.order_by(),
    ):
        for person, day in rows:
            if person is not None:
                last[person] = max(day, last.get(person, date.min))
    return last


def own_line(person: Person, unit: Unit, on: date) -> Silent | None:
    """The one line of the list that somebody may see of it: their own."""
    return next((row for row in silent(unit, on) if row.person == person), None)


def next_prepared(unit: Unit, on: date) -> Preparation | None:
    """The next meeting for the whole cell that is made ready and not yet open: a question can be sent ahead of it."""
    waiting = Preparation.objects.filter(planned__unit=unit, planned__planned_on__gte=on, opened_at__isnull=True)
    return waiting.exclude(planned__kind=MeetingKind.COMMITTEE).order_by("planned__planned_on", "pk").first()
