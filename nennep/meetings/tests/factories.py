"""Meetings for tests."""

from datetime import date, time

import factory
from factory.django import DjangoModelFactory

from nennep.meetings.models import (
    AgendaItem,
    Attendance,
    AttendanceStatus,
    Contribution,
    Decision,
    Meeting,
    MeetingKind,
    PlannedMeeting,
    ThemePart,
)
from nennep.organisation.tests.factories import PersonFactory, UnitFactory
from nennep.programme.tests.factories import MeetingTaskFactory


class PlannedMeetingFactory(DjangoModelFactory):
    class Meta:
        model = PlannedMeeting

    unit = factory.SubFactory(UnitFactory)
    planned_on = date(2014, 3, 4)
    month = factory.LazyAttribute(lambda planned: planned.planned_on.replace(day=1))
    kind = MeetingKind.REGULAR
    content = "Chuyên đề tháng 3"


class MeetingFactory(DjangoModelFactory):
    class Meta:
        model = Meeting

    unit = factory.SubFactory(UnitFactory)
    kind = MeetingKind.REGULAR
    held_on = date(2014, 3, 4)
    title = factory.LazyAttribute(lambda meeting: f"Sinh hoạt thường kỳ tháng {meeting.held_on:%m/%Y}")
    starts_at = time(14)
    ends_at = time(15, 30)
    place = "Phòng họp tầng 2"
    chair = factory.SubFactory(PersonFactory, home=factory.SelfAttribute("..unit"))
    minutes_secretary = factory.SelfAttribute("chair")
    conclusion = "Thống nhất các việc đã bàn."


def meeting_of(cell, **more) -> Meeting:
    """A meeting not yet on record, chaired by the cell's secretary."""
    people = {"unit": cell.unit, "chair": cell.secretary, "minutes_secretary": cell.minutes_secretary}
    return MeetingFactory.build(**people, **more)


class ThemePartFactory(DjangoModelFactory):
    class Meta:
        model = ThemePart

    meeting = factory.SubFactory(MeetingFactory)
    part = ThemePart.Part.STUDY
    minutes = 30


class AgendaItemFactory(DjangoModelFactory):
    class Meta:
        model = AgendaItem

    meeting = factory.SubFactory(MeetingFactory)
    order = 1
    title = "Mở đầu"
    minutes = 5


class AttendanceFactory(DjangoModelFactory):
    class Meta:
        model = Attendance

    meeting = factory.SubFactory(MeetingFactory)
    person = factory.SubFactory(PersonFactory, home=factory.SelfAttribute("..meeting.unit"))
    standing = "full"
    status = AttendanceStatus.PRESENT


class ContributionFactory(DjangoModelFactory):
    class Meta:
        model = Contribution

    meeting = factory.SubFactory(MeetingFactory)
    order = 1
    person = factory.SubFactory(PersonFactory, home=factory.SelfAttribute("..meeting.unit"))
    gist = "đề nghị gửi tài liệu sớm"


class DecisionFactory(DjangoModelFactory):
    class Meta:
        model = Decision

    meeting = factory.SubFactory(MeetingFactory)
    task = factory.SubFactory(MeetingTaskFactory, unit=factory.SelfAttribute("..meeting.unit"))
