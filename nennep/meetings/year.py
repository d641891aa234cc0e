"""A year of meetings: what was planned beside what was held, month by month, and the quarters that still want a thematic one."""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import groupby

from django.db.models import QuerySet
from django.utils.translation import gettext as _

from nennep.meetings.models import Meeting, MeetingKind, PlannedMeeting, Preparation
from nennep.organisation.models import Unit
from nennep.organisation.periods import Period
from nennep.rulebook.rules import Rule, Rulebook

THEMATIC_RULE = "meeting.thematic_min_per_quarter"
QUARTERS = ("I", "II", "III", "IV")
ONCE_A_MONTH = (MeetingKind.REGULAR, MeetingKind.THEMATIC)
"""Kinds of which one line of the plan and one meeting of the same month belong together, even on different days."""


@dataclass(frozen=True)
class Line:
    """A line of the plan, the meeting that it became, or one without the other."""

    day: date
    """When it was held, else when it is planned."""
    kind: str
    planned: PlannedMeeting | None
    meeting: Meeting | None

    @property
    def preparation(self) -> Preparation | None:
        return getattr(self.planned, "preparation", None)

    def is_over(self, today: date) -> bool:
        """Whether the planned day has passed and no meeting stands in the register."""
        return self.meeting is None and self.day < today


def years_of(unit: Unit, shown: int) -> list[int]:
    """The years that have a meeting or a plan, and the one that is shown. Two queries."""
    held = Meeting.objects.of(unit).dates("held_on", "year")
    planned = PlannedMeeting.objects.of(unit).dates("planned_on", "year")
    return sorted({shown, *(day.year for day in held), *(day.year for day in planned)})


def lines_of(planned: QuerySet[PlannedMeeting], meetings: QuerySet[Meeting]) -> list[Line]:
    """Each line of the plan beside its meeting, in the order of days: the one it was prepared for, else the one of its kind on
    its day, else the only one of its kind in its month. Whatever finds no partner stands alone. Two queries."""
    plan, held = list(planned.select_related("preparation", "added_by")), list(meetings)
    by_key, free = {meeting.pk: meeting for meeting in held}, {meeting.pk for meeting in held}
    found: dict[int, Meeting] = {}
    on_day = {(meeting.kind, meeting.held_on): meeting.pk for meeting in held}
    for row in plan:
        prepared = getattr(row, "preparation", None)
        key = prepared.meeting_id if prepared is not None else None
        key = key or on_day.get((row.kind, row.planned_on))
        if key in free:
            found[row.pk] = by_key[key]
            free.discard(key)
    found |= dict(_of_a_month([row for row in plan if row.pk not in found], [by_key[key] for key in free]))
    taken = {meeting.pk for meeting in found.values()}
    lines = [Line(meeting.held_on, meeting.kind, None, meeting) for meeting in held if meeting.pk not in taken]
    for row in plan:
        meeting = found.get(row.pk)
        lines.append(Line(row.planned_on if meeting is None else meeting.held_on, row.kind, row, meeting))
    return sorted(lines, key=lambda line: line.day)


def _of_a_month(plan: Sequence[PlannedMeeting], held: Sequence[Meeting]) -> Iterator[tuple[int, Meeting]]:
    planned, meetings = defaultdict(list), defaultdict(list)
    for row in plan:
        planned[row.kind, row.planned_on.month].append(row)
    for meeting in held:
        meetings[meeting.kind, meeting.held_on.month].append(meeting)
    for key, rows in planned.items():
        if key[0] in ONCE_A_MONTH and len(rows) == len(meetings[key]) == 1:
            yield rows[0].pk, meetings[key][0]


def state(line: Line, today: date) -> tuple[str, str]:
    """How far a planned meeting has come: its shape on the page, and the words."""
    prepared = line.preparation
    if line.meeting is not None:
        return "done", _("đã họp")
    if prepared is not None and prepared.opened_at is not None:
        return "due", _("đang họp")
    if line.is_over(today):
        return "none", _("qua ngày, chưa ghi")
    if prepared is None:
        return "plan", _("chưa chuẩn bị")
    if prepared.notice_sent_on is not None:
        return "plan", _("đã báo họp")
    return "draft", _("đang chuẩn bị")


def months(lines: Sequence[Line], today: date) -> list[tuple[int, list[tuple[Line, tuple[str, str]]]]]:
    """The lines by the months in which they fall, each with its state; a month without any is left out."""
    grouped = groupby(lines, key=lambda line: line.day.month)
    return [(month, [(line, state(line, today)) for line in rows]) for month, rows in grouped]


@dataclass(frozen=True)
class Quarter:
    """A quarter with fewer thematic meetings, held and planned, than the rule of its last day asks for."""

    name: str
    there: int
    rule: Rule
    over: bool

    @property
    def asked(self) -> int:
        return int(self.rule.number)

    @property
    def missing(self) -> int:
        return self.asked - self.there


def wanting_thematic(lines: Sequence[Line], year: int, book: Rulebook, today: date) -> list[Quarter]:
    """The quarters of a year that want a thematic meeting yet. Before there was a rule nothing is wanting, nor is it of a unit in
    the quarters before it began or after it ended. Source of the number: rule meeting.thematic_min_per_quarter."""
    days = [line.day for line in lines if line.kind == MeetingKind.THEMATIC]
    found = []
    for index, name in enumerate(QUARTERS):
        starts, ends = date(year, 3 * index + 1, 1), Period.month(date(year, 3 * index + 3, 1)).ends
        rule, unit = book.held(THEMATIC_RULE, ends), book.unit
        if rule is None or ends < unit.starts or (unit.ends is not None and unit.ends < ends):
            continue
        there = sum(starts <= day <= ends for day in days)
        if there < rule.number:
            found.append(Quarter(name, there, rule, over=ends < today))
    return found
