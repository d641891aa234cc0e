"""The self-score sheet of one meeting: what its records prove is filled in, what people give is entered, the level follows."""

from collections.abc import Mapping
from datetime import date, datetime
from decimal import Decimal
from fractions import Fraction
from typing import Any

from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _

from nennep.ballots.counting import BASE, outcome
from nennep.ledger.acts import act, refusals_in_words
from nennep.meetings.closing.actions.sign import refuse_signed
from nennep.meetings.models import (
    COUNTED,
    PRESENT,
    AttendanceStatus,
    Decision,
    LevelDecision,
    Meeting,
    Praise,
    Preparation,
    Score,
    ScoreLine,
    Vote,
)
from nennep.meetings.queries import committee_before
from nennep.meetings.scoring.facts import Facts
from nennep.meetings.scoring.sheet import Sheet, sheet_of
from nennep.meetings.scoring.suggesting import suggest
from nennep.organisation import access
from nennep.organisation.access import Doer
from nennep.organisation.models import Office, Term
from nennep.programme.models import TaskState
from nennep.rulebook.rules import rules_in_force


def sheet_on(meeting: Meeting) -> Sheet | None:
    """The sheet in force on the meeting's day; None where no rule gives one. Raises SheetRefused for a pack's faulty sheet."""
    rules = rules_in_force(meeting.unit, meeting.held_on)
    score = rules.get("meeting.score_sheet")
    return sheet_of(score, rules.get("meeting.score_levels")) if score is not None else None


def begin_score(meeting: Meeting, preparation: Preparation | None) -> Score | None:
    """Lay the sheet out: each line with what records prove of it, nothing else filled in."""
    sheet = sheet_on(meeting)
    if sheet is None:
        return None
    score = Score.objects.create(meeting=meeting, source=sheet.source)
    suggestions = {found.key: found for found in suggest(sheet.lines, facts_of(meeting, preparation))}
    ScoreLine.objects.bulk_create(
        ScoreLine(
            meeting=meeting,
            order=order,
            key=line.key,
            criterion=line.criterion,
            most=decimal(line.most),
            suggested=decimal(suggestions[line.key].points),
            ground=suggestions[line.key].ground,
            points=decimal(suggestions[line.key].points),
        )
        for order, line in enumerate(sheet.lines, start=1)
    )
    return score


def decimal(points: Fraction | None) -> Any:
    return None if points is None else Decimal(points.numerator) / Decimal(points.denominator)


def facts_of(meeting: Meeting, preparation: Preparation | None) -> Facts:
    """What the registers know about the meeting, and about the days before it where it was prepared here."""
    unit, day = meeting.unit, meeting.held_on
    rules = rules_in_force(unit, day)

    def number(key: str) -> Any:
        found = rules.get(key)
        return found.value if found is not None else None

    roll = list(meeting.attendances.all())
    expected = [row for row in roll if row.status in COUNTED]
    present = {row.person_id for row in expected if row.status in PRESENT}
    said = set(meeting.contributions.values_list("person_id", flat=True))
    praises = list(meeting.praises.values_list("kind", flat=True))
    before = decisions_of_last(meeting)
    votes = {vote.about: vote for vote in meeting.votes.select_related("hands")}
    thematic = Meeting.objects.of(unit).thematic().filter(held_on=day).exists()
    length_key = "meeting.min_minutes_combined" if thematic else "meeting.min_minutes"
    large = number("meeting.large_from_members")
    if large is not None and len(expected) >= large and number("meeting.min_minutes_large") is not None:
        length_key = "meeting.min_minutes_large"
    has_committee = Term.objects.on(day).filter(unit=unit, office=Office.COMMITTEE).exists()
    known = preparation is not None
    return Facts(
        length=meeting.length,
        least_length=number(length_key),
        expected=len(expected) or None,
        present=len(present) if expected else None,
        unexcused=sum(row.status == AttendanceStatus.UNEXCUSED for row in expected) if expected else None,
        excused_in_a_row=longest_excused(meeting) if expected else None,
        attendance_target=number("meeting.attendance_target"),
        attendance_above=number("meeting.attendance_above"),
        has_committee=has_committee,
        committee_met=committee_before(unit, meeting.kind, day) is not None or None,
        notice_sent=(preparation.notice_sent_on is not None) or None if preparation is not None else None,
        papers_days_ahead=days_ahead(preparation, day),
        papers_least_days=number("meeting.papers_ahead_days"),
        thematic=thematic,
        praised=praises.count(Praise.Kind.PRAISE) if known else None,
        reminded=praises.count(Praise.Kind.REMINDER) if known else None,
        speakers=len(said & present) if present else None,
        decisions_due=len(before),
        decisions_done=sum(done_by(row, day) for row in before),
        conclusion_adopted=carried(votes.get(Vote.About.CONCLUSION), rules),
        minutes_adopted=carried(votes.get(Vote.About.MINUTES), rules),
        tasks_given=meeting.decisions.count(),
    )


def days_ahead(preparation: Preparation | None, day: date) -> int | None:
    if preparation is None or preparation.papers_sent_on is None:
        return None
    return (day - preparation.papers_sent_on).days


def decisions_of_last(meeting: Meeting) -> list[Decision]:
    """What the last meeting of this kind decided and was to be carried out by this one."""
    last = Meeting.objects.of(meeting.unit).filter(kind=meeting.kind, held_on__lt=meeting.held_on).last()
    if last is None:
        return []
    return list(last.decisions.filter(task__due_on__lte=meeting.held_on).select_related("task"))


def done_by(decision: Decision, day: date) -> bool:
    task = decision.task
    return task.state == TaskState.DONE and task.done_on is not None and task.done_on <= day


def longest_excused(meeting: Meeting) -> int:
    """The longest run of meetings of this kind, this year and up to this one, from which one person was excused."""
    year = Meeting.objects.of(meeting.unit).filter(
        kind=meeting.kind, held_on__year=meeting.held_on.year, held_on__lte=meeting.held_on
    )
    longest, running = 0, dict[int, int]()
    for held in year.order_by("held_on").prefetch_related("attendances"):
        excused = {row.person_id for row in held.attendances.all() if row.status == AttendanceStatus.EXCUSED}
        running = {person: running.get(person, 0) + 1 for person in excused}
        longest = max([longest, *running.values()])
    return longest


def carried(vote: Vote | None, rules: Mapping[str, Any]) -> bool | None:
    base = rules.get(BASE)
    return outcome(vote.hands, str(base.value) if base is not None else "").carried if vote is not None else None


def give_points(
    score: Score, points: Mapping[str, Decimal | None], *, weaknesses: str, by: Doer, at: datetime
) -> Score:
    """What the cell gives each line, and its weaknesses with their mending. The level proposed follows from the points; while a
    line is empty there is none."""
    meeting = score.meeting
    access.require(access.keeps_the_books, by, meeting.unit, on=at.date())
    refuse_signed(meeting)
    lines = list(meeting.score_lines.all())
    content = {"points": {key: given for key, given in points.items() if given is not None}, "weaknesses": weaknesses}
    sheet = sheet_on(meeting)
    score.weaknesses = weaknesses
    score.proposed = (sheet.level(points) or "") if sheet is not None else ""
    score.clean_fields(exclude=["meeting"])
    with act("meetings.score", by=by, at=at, on=score, content=content):
        for line in lines:
            line.points = points.get(line.key)
            line.clean_fields(exclude=["meeting"])
            with refusals_in_words(line):
                line.save(update_fields=["points"])
        score.save()
    return score


def decide_level(meeting: Meeting, *, level: str, on: date, decided_by: str, by: Doer, at: datetime) -> LevelDecision:
    """The level that the committee above decided (rule meeting.score_decided_by); it stands beside what the cell proposed."""
    access.require(access.keeps_the_books, by, meeting.unit, on=at.date())
    if on < meeting.held_on:
        raise ValidationError({"on": _("Ngày quyết định không thể trước ngày họp.")})
    decision = LevelDecision.objects.filter(meeting=meeting).first() or LevelDecision(meeting=meeting)
    decision.level, decision.decided_on, decision.decided_by = level, on, decided_by
    decision.clean_fields(exclude=["meeting"])
    with act("meetings.decide_level", by=by, at=at, on=decision):
        decision.save()
    return decision
