"""The shipped sheets through the rulebook's own reader, and one meeting of which everything is on record."""

from dataclasses import replace
from datetime import date
from fractions import Fraction
from typing import Any

from nennep.meetings.scoring.facts import Facts
from nennep.meetings.scoring.sheet import Line, read_sheet, sheet_of
from nennep.meetings.scoring.suggesting import Suggestion, suggest
from nennep.rulebook.library import library
from nennep.rulebook.rules import centre

DAY = date(2026, 11, 3)
SHEETS: dict[str, tuple[Line, ...]] = {
    code: read_sheet(stated.value)
    for code, pack in library().packs.items()
    for stated in pack.rules
    if stated.key == "meeting.score_sheet"
}
HD_42 = sheet_of(centre("meeting.score_sheet", on=DAY), centre("meeting.score_levels", on=DAY))
AN_PHU = SHEETS["an-phu"]

EVERYTHING = Facts(
    length=95,
    least_length=centre("meeting.min_minutes", on=DAY).number,
    expected=20,
    present=20,
    unexcused=0,
    excused_in_a_row=1,
    attendance_target=centre("meeting.attendance_target", on=DAY).number,
    attendance_above=bool(centre("meeting.attendance_above", on=DAY).value),
    has_committee=True,
    committee_met=True,
    notice_sent=True,
    papers_days_ahead=2,
    papers_least_days=centre("meeting.papers_ahead_days", on=DAY).number,
    thematic=True,
    praised=2,
    reminded=1,
    speakers=11,
    ideology_minutes=20,
    ideology_least=15,
    ideology_most=30,
    decisions_due=10,
    decisions_done=10,
    conclusion_adopted=True,
    minutes_adopted=True,
    tasks_given=3,
)
"""A meeting at which everything went well, and all of it was recorded."""


def line_of(sheet: tuple[Line, ...], key: str, facts: Facts = EVERYTHING, **changed: Any) -> Suggestion:
    """What is suggested for one line when these facts are different."""
    return next(each for each in suggest(sheet, replace(facts, **changed)) if each.key == key)


def hd_42(key: str, **changed: Any) -> tuple[Fraction | None, str]:
    found = line_of(HD_42.lines, key, **changed)
    return found.points, found.ground


def an_phu(key: str, **changed: Any) -> tuple[Fraction | None, str]:
    found = line_of(AN_PHU, key, **changed)
    return found.points, found.ground
