"""What the records of one meeting know, as far as a score sheet asks for it."""

from dataclasses import dataclass
from fractions import Fraction

Number = int | Fraction
"""Counted or measured, or the value of a rule: always exact."""


@dataclass(frozen=True)
class Facts:
    """The facts of ONE meeting. None means that nobody recorded it, which never gives a point.

    `length` and `least_length` are minutes, the least by the rule in force for this meeting (regular, combined with a
    thematic one, of a large cell). `expected` are those required to attend, the exempt left out; `present` and
    `unexcused` are among them. `excused_in_a_row` is the longest run of meetings in a row that anybody was excused from,
    in the year up to this meeting.
    `attendance_target` is a part of one, to be exceeded where `attendance_above`, else to be reached.

    `committee_met` before the meeting, with minutes of its own; `has_committee` is False where there is only a secretary.
    `papers_days_ahead` are whole days from the papers' sending to the meeting, negative where they came after it.
    `speakers` are different people among those present, however often each spoke. `decisions_due` are those of the last
    meeting that were to be carried out by this one, `decisions_done` those of them that were. `ideology_minutes` is what
    the part about ideology took, `ideology_least` and `ideology_most` what it should take by the rule in force.
    """

    length: int | None = None
    least_length: Number | None = None

    expected: int | None = None
    present: int | None = None
    unexcused: int | None = None
    excused_in_a_row: int | None = None
    attendance_target: Fraction | None = None
    attendance_above: bool | None = None

    has_committee: bool | None = None
    committee_met: bool | None = None
    notice_sent: bool | None = None
    papers_days_ahead: int | None = None
    papers_least_days: Number | None = None

    thematic: bool | None = None
    praised: int | None = None
    reminded: int | None = None
    speakers: int | None = None
    ideology_minutes: int | None = None
    ideology_least: Number | None = None
    ideology_most: Number | None = None

    decisions_due: int | None = None
    decisions_done: int | None = None

    conclusion_adopted: bool | None = None
    minutes_adopted: bool | None = None
    tasks_given: int | None = None
