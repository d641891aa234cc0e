"""Impossible states of meetings are refused by the database itself."""

from datetime import date, time

import pytest
from django.db import IntegrityError, transaction

from nennep.meetings.models import AttendanceStatus, MeetingKind
from nennep.meetings.tests.factories import (
    AgendaItemFactory,
    AttendanceFactory,
    ContributionFactory,
    DecisionFactory,
    MeetingFactory,
    PlannedMeetingFactory,
    ThemePartFactory,
)

pytestmark = pytest.mark.django_db


def refused(name):
    return pytest.raises(IntegrityError, match=name)


@pytest.mark.parametrize("ends_at", [time(13, 59), time(14)])
def test_a_meeting_ends_after_it_starts(ends_at):
    with refused("meeting_ends_after_start"), transaction.atomic():
        MeetingFactory(starts_at=time(14), ends_at=ends_at)


def test_minutes_are_not_signed_before_the_meeting():
    with refused("meeting_signed_after_held"), transaction.atomic():
        MeetingFactory(held_on=date(2014, 3, 4), minutes_signed_on=date(2014, 3, 3))


def test_there_is_one_meeting_of_a_kind_a_day_and_a_thematic_one_beside_it():
    first = MeetingFactory()
    with refused("(?i)unique"), transaction.atomic():
        MeetingFactory(unit=first.unit)
    assert MeetingFactory(unit=first.unit, kind=MeetingKind.THEMATIC).pk


@pytest.mark.parametrize("status", [status for status in AttendanceStatus if status != AttendanceStatus.LATE])
def test_only_somebody_late_is_late_by_minutes(status):
    with refused("attendance_late_by_minutes"), transaction.atomic():
        AttendanceFactory(status=status, minutes_late=10)


def test_a_planned_month_is_written_as_its_first_day():
    with refused("planned_meeting_first_of_month"), transaction.atomic():
        PlannedMeetingFactory(month=date(2014, 3, 2))


@pytest.mark.parametrize(
    ("make", "shared"),
    [
        (ThemePartFactory, ["meeting", "part"]),
        (AgendaItemFactory, ["meeting", "order"]),
        (AttendanceFactory, ["meeting", "person"]),
        (ContributionFactory, ["meeting", "order"]),
        (PlannedMeetingFactory, ["unit", "kind", "planned_on"]),
        (DecisionFactory, ["task"]),
    ],
    ids=lambda value: value.__name__ if isinstance(value, type) else "",
)
def test_the_same_line_of_the_minutes_is_not_there_twice(make, shared):
    first = make()
    with refused("(?i)unique"), transaction.atomic():
        make(**{name: getattr(first, name) for name in shared})


def test_a_negative_number_of_minutes_is_refused():
    with pytest.raises(IntegrityError), transaction.atomic():
        ThemePartFactory(minutes=-1)
