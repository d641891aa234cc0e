"""A cell whose meetings are not settled is not merged away."""

from datetime import date

import pytest
from django.core.exceptions import ValidationError

from nennep.meetings.tests.factories import MeetingFactory, PlannedMeetingFactory
from nennep.organisation import actions
from nennep.organisation.models import Unit
from nennep.organisation.obstacles import obstacles
from nennep.organisation.tests.factories import UnitFactory

ON = date(2014, 5, 1)


def test_unsigned_minutes_and_meetings_from_that_day_on_are_named(cell):
    assert obstacles(cell.unit, ON) == []
    people = {"chair": cell.secretary, "minutes_secretary": cell.minutes_secretary}
    MeetingFactory(unit=cell.unit, held_on=date(2014, 4, 15), minutes_signed_on=None, **people)
    MeetingFactory(unit=cell.unit, held_on=date(2014, 5, 15), minutes_signed_on=date(2014, 5, 16), **people)
    PlannedMeetingFactory(unit=cell.unit, planned_on=date(2014, 6, 17))
    said = obstacles(cell.unit, ON)
    assert [sentence.split(";")[0] for sentence in said] == [
        "Biên bản họp ngày 15/4/2014 chưa ký",
        "Đã ghi cuộc họp ngày 15/5/2014, từ ngày kết thúc trở đi",
        "Còn lịch họp ngày 17/6/2014",
    ]


def test_a_merge_with_a_planned_meeting_is_refused_and_nothing_moves(cell, operator, at):
    PlannedMeetingFactory(unit=cell.unit, planned_on=date(2014, 6, 17))
    into = UnitFactory(parent=cell.parent)
    with pytest.raises(ValidationError, match="Còn lịch họp ngày 17/6/2014"):
        actions.merge_units([cell.unit], into=into, on=ON, document="QĐ 1-QĐ/ĐUK", by=operator, at=at)
    assert Unit.objects.get(pk=cell.unit.pk).ends is None
    assert cell.member.memberships.get().ends is None
