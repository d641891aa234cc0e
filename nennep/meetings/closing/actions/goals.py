"""What a conference concluded goes on as goals of a year's plan."""

import re
from collections.abc import Sequence
from datetime import datetime

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils.translation import gettext as _

from nennep.ledger.acts import act
from nennep.meetings.models import Meeting, MeetingKind
from nennep.meetings.papers.page import page_of
from nennep.organisation import access
from nennep.organisation.access import Doer
from nennep.organisation.models import Unit
from nennep.programme.actions import begin_year_plan, set_goal
from nennep.programme.models import Goal, YearPlan

_MARK = re.compile(r"^\s*(?:[-–•+*]|\d{1,2}[.)])\s+")
"""What stands before a line of a list, and is no word of it."""


def directions_of(meeting: Meeting) -> list[str]:
    """The lines of the conclusion, and of what the chair concluded under each item, as they stand on the minutes; each once."""
    shown, _code = page_of(meeting)
    texts = [shown["conclusion"], *(text for item in shown["items"] for text in item["conclusions"])]
    lines = (_MARK.sub("", line).strip() for text in texts for line in text.splitlines())
    return list(dict.fromkeys(line for line in lines if line))


def take_up_as_goals(
    meeting: Meeting, lines: Sequence[str], *, year: int, by: Doer, at: datetime
) -> tuple[YearPlan, list[Goal]]:
    """Put chosen lines of a conference's conclusion after the goals that the year's plan has; the plan is begun where there is
    none. A line that is a goal of that year already is left as it is. Returns the plan and the goals that came to it.

    Raises ValidationError for a meeting that is no conference, a line that it did not conclude, or no line at all.
    """
    access.require(access.sits_on_committee, by, meeting.unit, on=at.date())
    if meeting.kind != MeetingKind.CONFERENCE:
        raise ValidationError(_("Chỉ kết luận của hội nghị mới thành mục tiêu năm."))
    concluded = directions_of(meeting)
    if not lines or not set(lines) <= set(concluded):
        raise ValidationError(_("Chọn ít nhất một dòng trong kết luận của hội nghị này."))
    with transaction.atomic():
        unit = Unit.objects.select_for_update(of=("self",)).get(pk=meeting.unit_id)
        plan = YearPlan.objects.filter(unit=unit, year=year).first() or begin_year_plan(unit, year, by=by, at=at)
        known = list(plan.goals.order_by("order"))
        there, last = {goal.text for goal in known}, known[-1].order if known else 0
        new = [line for line in concluded if line in set(lines) - there]
        goals = [
            set_goal(Goal(plan=plan, order=order, text=line), by=by, at=at)[0]
            for order, line in enumerate(new, start=last + 1)
        ]
        if goals:
            content = {"year": year, "goals": [goal.pk for goal in goals]}
            with act("meetings.take_up_as_goals", by=by, at=at, on=meeting, content=content):
                pass
    return plan, goals
