"""Verbs that end a meeting: everything that was jotted down becomes the record, in one act."""

from collections.abc import Iterator
from datetime import datetime
from typing import Any

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils import timezone, translation
from django.utils.translation import gettext as _

from nennep.ballots.counting import resolution_threshold
from nennep.ballots.models import ShowOfHands
from nennep.ledger.acts import act, refusals_in_words
from nennep.ledger.seals import columns_of
from nennep.meetings.closing.actions.score import begin_score
from nennep.meetings.closing.actions.sign import refuse_signed
from nennep.meetings.closing.rows import rows_of
from nennep.meetings.live.screen import Row, Screen
from nennep.meetings.live.state import Line, state_of
from nennep.meetings.models import (
    PRESENT,
    AgendaItem,
    Attendance,
    ClockCorrection,
    Contribution,
    Decision,
    Meeting,
    MeetingKind,
    Note,
    PlannedMeeting,
    Praise,
    Preparation,
    ResolutionDraft,
    ThemePart,
    Vote,
)
from nennep.meetings.readers import mark_known_at, studied_at
from nennep.organisation import access
from nennep.organisation.access import Doer
from nennep.programme.actions import assign_task
from nennep.programme.models import Task, TaskState


def still_missing(screen: Screen) -> Iterator[str]:
    """What has to be said before the meeting can be closed; nothing is filled in for anybody."""
    state = screen.state
    if state.began is None:
        yield _("Chưa mục nào bắt đầu.")
    unsaid = screen.counted["unsaid"]
    if unsaid:
        yield _("Còn %(n)d người chưa điểm danh.") % {"n": unsaid}
    if not state.said.get("conclusion", {}).get("text"):
        yield _("Chưa ghi kết luận.")


def close_meeting(preparation: Preparation, *, by: Doer, at: datetime) -> Meeting:
    """Kết thúc: the jottings become the meeting on record with its roll, real minutes, opinions, votes and tasks, or nothing
    does. Raises ValidationError with everything that is missing.
    """
    access.require(access.keeps_the_books, by, preparation.unit, on=at.date())
    with transaction.atomic():
        locked = (
            Preparation.objects.select_for_update(of=("self",)).select_related("planned__unit").get(pk=preparation.pk)
        )
        if locked.meeting_id is not None:
            raise ValidationError(_("Cuộc họp này đã kết thúc."))
        screen = Screen(locked, state_of(locked.jottings.all()), at)
        missing = list(still_missing(screen))
        if missing:
            raise ValidationError(missing)
        meeting = head_of(screen, at)
        content: dict[str, Any] = {}
        meeting.clean_fields(exclude=["unit", "chair", "minutes_secretary"])
        with refusals_in_words(meeting), act("meetings.close", by=by, at=at, on=meeting, content=content):
            meeting.save()
            items = write_clock(meeting, screen)
            write_roll(meeting, screen)
            _write_lines(meeting, screen, items, by, at)
            write_votes(meeting, screen)
            begin_score(meeting, locked)
            if locked.draft is not None:
                ResolutionDraft.objects.create(meeting=meeting, draft=locked.draft)
            locked.meeting = meeting
            locked.save(update_fields=["meeting"])
            locked.presences.all().delete()
            if meeting.kind != MeetingKind.COMMITTEE:  # what the committee studied is not thereby known to the cell
                mark_known_at(meeting, studied_at(meeting), by=by, at=at)
            content["rows"] = {name: [columns_of(row) for row in rows] for name, rows in rows_of(meeting).items()}
    preparation.meeting = meeting
    return meeting


def head_of(screen: Screen, at: datetime) -> Meeting:
    preparation, state = screen.preparation, screen.state
    planned = preparation.planned
    began, ended = timezone.localtime(state.began or at), timezone.localtime(state.ended or at)
    if ended.date() != began.date() or began.date() != planned.planned_on:
        raise ValidationError(
            _(
                "Đồng hồ ghi ngày %(day)s, lịch họp ngày %(planned)s; nhập lại giờ theo phiếu giấy hoặc đổi ngày trong lịch."
            )
            % {"day": f"{ended:%d/%m/%Y}", "planned": f"{planned.planned_on:%d/%m/%Y}"}
        )
    dues = state.said.get("dues", {})
    return Meeting(
        unit=planned.unit,
        kind=planned.kind,
        held_on=planned.planned_on,
        title=preparation.title,
        starts_at=began.time().replace(second=0, microsecond=0),
        ends_at=ended.time().replace(second=0, microsecond=0),
        place=preparation.place,
        chair=preparation.chair,
        minutes_secretary=preparation.minutes_secretary,
        guests=state.said.get("guests", {}).get("text", preparation.guests),
        conclusion=state.said["conclusion"]["text"],
        dues_paid=dues.get("paid"),
        dues_owing=dues.get("owing"),
    )


def write_clock(meeting: Meeting, screen: Screen) -> dict[str, AgendaItem]:
    """Agenda with the minutes each item took, the parts of the theme, and every correction beside what was measured. Returns
    the items by the keys of their steps."""
    by_step: dict[str, AgendaItem] = {}
    for entry in screen.items():
        prepared, rows = entry["item"], entry["rows"]
        timed = any(told(row) for row in rows)
        item = AgendaItem.objects.create(
            meeting=meeting,
            order=prepared.order,
            title=prepared.title,
            minutes=prepared.minutes,
            is_theme=prepared.is_theme,
            presenter=prepared.presenter,
            taken=entry["minutes"] if timed else None,
        )
        by_step |= dict.fromkeys((row.step.key for row in rows), item)
        for row in rows:
            if row.step.part and told(row):
                ThemePart.objects.create(meeting=meeting, part=row.step.part, minutes=screen.said(row))
    measured = {row.step.key: row for row in screen.rows()}
    for correction in screen.state.corrections:
        row = measured[correction.step]
        ClockCorrection.objects.create(
            meeting=meeting,
            step=row.step.title,
            measured=row.minutes if row.begun else None,
            corrected=correction.minutes,
            reason=correction.reason,
            by_id=correction.by,
            made_at=correction.made_at,
        )
    return by_step


def told(row: Row) -> bool:
    """Whether anybody knows how long it took: a clock ran, or somebody said so with a reason."""
    return row.begun or row.corrected is not None


def write_roll(meeting: Meeting, screen: Screen) -> None:
    standing = {row.person_id: row for row in screen.roster.memberships}
    rows = []
    for seat in screen.seats():
        said = screen.state.roll.get(seat.key, {})
        rows.append(
            Attendance(
                meeting=meeting,
                person_id=seat.key,
                standing=standing[seat.key].standing,
                temporary=standing[seat.key].temporary,
                status=seat.status,
                minutes_late=said.get("minutes_late"),
                minutes_early=said.get("minutes_early"),
                reason=said.get("reason", ""),
                votes=seat.key in screen.roster.entitled,
            )
        )
    Attendance.objects.bulk_create(rows)


def _write_lines(meeting: Meeting, screen: Screen, items: dict[str, AgendaItem], by: Doer, at: datetime) -> None:
    """Opinions, notes, praise and decisions, each in the order of the minutes. A decision is a task from this moment on."""
    orders = {"spoke": 0, "note": 0, "praise": 0}
    for line in screen.state.lines:
        if line.kind in orders:
            orders[line.kind] += 1
        content, item, part = line.content, items.get(line.step), line.step.removeprefix("theme-")
        where: dict[str, Any] = {"item": item, "part": part if line.step.startswith("theme-") else ""}
        order = orders.get(line.kind, 0)
        if line.kind == "spoke":
            Contribution.objects.create(
                meeting=meeting, order=order, person_id=content["person"], gist=content["gist"], **where
            )
        elif line.kind == "note":
            Note.objects.create(meeting=meeting, order=order, kind=content["note"], text=content["text"], **where)
        elif line.kind == "praise":
            Praise.objects.create(
                meeting=meeting,
                order=order,
                kind=content["praise"],
                person_id=content["person"],
                reason=content["reason"],
            )
        elif line.kind == "decision":
            _decide(meeting, line, by, at)


def _decide(meeting: Meeting, line: Line, by: Doer, at: datetime) -> None:
    due = datetime.fromisoformat(line.content["due_on"]).date()
    task = Task(
        unit=meeting.unit,
        owner_id=line.content["person"],
        given_on=meeting.held_on,
        text=line.content["text"],
        due_on=due,
        state=TaskState.TODO,
    )
    stored, _outcome = assign_task(task, by=by, at=at)
    if not hasattr(stored, "decision"):
        hearing = PlannedMeeting.objects.of(meeting.unit).regular().filter(planned_on__gte=due).first()
        heard = hearing.month if hearing is not None else due.replace(day=1)
        Decision.objects.create(meeting=meeting, task=stored, heard_in=heard)


def write_votes(meeting: Meeting, screen: Screen) -> None:
    """Each show of hands with the roll as it was in the end."""
    for order, line in enumerate(screen.state.of_kind("vote"), start=1):
        counts = {name: line.content[name] for name in ("in_favour", "against", "abstaining")}
        raise_hands(meeting, order, Vote.About(line.content["about"]), line.content["matter"], counts)


def raise_hands(meeting: Meeting, order: int, about: Vote.About, matter: str, counts: dict[str, int]) -> Vote:
    """A show of hands on record: whoever was entitled that day, whoever of them was there, and what part was asked for."""
    may = meeting.attendances.filter(votes=True)
    threshold = resolution_threshold(meeting.unit, meeting.held_on)
    with translation.override("vi"):  # as it stands in the minutes
        usual = str(about.label).capitalize()
    hands = ShowOfHands(
        unit=meeting.unit,
        held_on=meeting.held_on,
        matter=matter or usual,
        entitled=may.count(),
        present=may.filter(status__in=PRESENT).count(),
        rule=str(threshold) if threshold is not None and about != Vote.About.OTHER else "",
        **counts,
    )
    with refusals_in_words(hands):
        hands.save(force_insert=True)
    return Vote.objects.create(meeting=meeting, hands=hands, about=about, order=order)


def record_vote(
    meeting: Meeting, *, about: Vote.About, matter: str, counts: dict[str, int], by: Doer, at: datetime
) -> Vote:
    """A show of hands that was taken after the clock was stopped: about the score, about the minutes read out."""
    access.require(access.keeps_the_books, by, meeting.unit, on=at.date())
    refuse_signed(meeting)
    if not meeting.attendances.filter(votes=True).exists():
        raise ValidationError(_("Sổ điểm danh của kỳ này không ghi ai có quyền biểu quyết."))
    with transaction.atomic():
        vote = raise_hands(meeting, meeting.votes.count() + 1, about, matter, counts)
        with act("meetings.vote", by=by, at=at, on=vote, content=columns_of(vote.hands)):
            pass
    return vote
