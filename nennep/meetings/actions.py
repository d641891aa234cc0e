"""Verbs about meetings. A meeting is put on record whole: agenda, real minutes, roll, contributions, in one act."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _

from nennep.ledger.acts import Outcome, act, content_of, put, refusals_in_words
from nennep.ledger.seals import seal_of
from nennep.meetings.models import (
    AgendaItem,
    Attendance,
    AttendanceStatus,
    Contribution,
    Decision,
    Meeting,
    PlannedMeeting,
    ThemePart,
)
from nennep.organisation import access
from nennep.organisation.access import Doer
from nennep.organisation.models import MEMBERS, Exemption, Membership, Person


def plan_meeting(planned: PlannedMeeting, *, by: Doer, at: datetime) -> tuple[PlannedMeeting, Outcome]:
    """A line of the year's agenda plan."""
    access.require(access.sits_on_committee, by, planned.unit, on=at.date())
    return put(planned, key=["unit", "kind", "planned_on"], act_name="meetings.plan", by=by, at=at)


@dataclass(frozen=True)
class Remark:
    """What the roll says about one person: absent why, or late by how many minutes."""

    status: AttendanceStatus
    reason: str = ""
    minutes_late: int | None = None


@dataclass(frozen=True)
class Record:
    """What the minutes hold beside the meeting's own columns.

    `theme` has real minutes by part and is empty when nobody measured. `remarks` names only those who were not
    simply present; everybody else on the roll was.
    """

    agenda: Sequence[tuple[str, int]] = ()
    theme: Mapping[str, int] = field(default_factory=dict)
    remarks: Mapping[Person, Remark] = field(default_factory=dict)
    contributions: Sequence[tuple[Person, str]] = ()


THEME_LINE = "chuyên đề:"


def record_meeting(meeting: Meeting, record: Record, *, by: Doer, at: datetime) -> tuple[Meeting, Outcome]:
    """Put a meeting and everything its minutes hold on record, or correct it; equal again changes nothing.

    The roll is the unit's roll on the day of the meeting: members who are exempt are listed and not counted,
    non-members are listed only when they are named (domain 1.4).
    """
    access.require(access.keeps_the_books, by, meeting.unit, on=at.date())
    stored = Meeting.objects.filter(unit=meeting.unit, held_on=meeting.held_on, kind=meeting.kind).first()
    if stored is not None:
        meeting.pk = stored.pk
        if content_of(stored) == content_of(meeting) and parts_of(stored) == wanted_parts(meeting, record):
            return stored, Outcome.UNCHANGED
        refuse_over_what_was_written_live(stored)
    name = "meetings.record" if stored is None else "meetings.record.correct"
    parts = wanted_parts(meeting, record)
    meeting.clean_fields(exclude=["unit", "chair", "minutes_secretary"])
    content: dict[str, Any] = {**parts}
    with refusals_in_words(meeting), act(name, by=by, at=at, on=meeting, content=content):
        meeting.save()
        write_parts(meeting, parts)
        content.update(content_of(meeting))  # only now does a new meeting have its key
    return meeting, Outcome.ADDED if stored is None else Outcome.CORRECTED


def refuse_over_what_was_written_live(stored: Meeting) -> None:
    """A sealed page, and a meeting that was written down while it went on, are not recorded over from a list."""
    if seal_of(stored) is not None:
        raise ValidationError(_("Biên bản đã khóa; sửa bằng đính chính."))
    if hasattr(stored, "preparation"):
        raise ValidationError(_("Cuộc họp này ghi ngay tại chỗ; sửa ở trang biên bản."))


Parts = dict[str, list[tuple[Any, ...]]]


def wanted_parts(meeting: Meeting, record: Record) -> Parts:
    """The rows under a meeting, in one comparable form."""
    agenda = [
        (order, title, minutes, title.lower().startswith(THEME_LINE))
        for order, (title, minutes) in enumerate(record.agenda, start=1)
    ]
    contributions = [(order, person.pk, gist) for order, (person, gist) in enumerate(record.contributions, start=1)]
    return {
        "agenda": agenda,
        "theme_parts": [(part, record.theme[part]) for part in ThemePart.Part.values if part in record.theme],
        "attendances": roll_call(meeting, record.remarks),
        "contributions": contributions,
    }


def roll_call(meeting: Meeting, remarks: Mapping[Person, Remark]) -> list[tuple[Any, ...]]:
    """Everybody who was expected that day, and the exempt, with what the minutes say of them."""
    day = meeting.held_on
    expected = Membership.objects.attending(meeting.unit, day)
    exempt = (
        Membership.objects.of(meeting.unit)
        .on(day)
        .filter(person__in=Exemption.objects.on(day).filter(unit=meeting.unit).values("person"))
    )
    by_person = {person.pk: remark for person, remark in remarks.items()}
    rows: list[tuple[Any, ...]] = []
    usually = dict.fromkeys(expected, AttendanceStatus.PRESENT) | dict.fromkeys(exempt, AttendanceStatus.EXEMPT)
    for membership, usual in sorted(usually.items(), key=lambda item: item[0].person_id):
        remark = by_person.get(membership.person_id)
        if remark is None:
            if membership.standing not in MEMBERS:
                continue
            remark = Remark(usual)
        rows.append(
            (membership.person_id, membership.standing, str(remark.status.value), remark.minutes_late, remark.reason)
        )
    return rows


def parts_of(meeting: Meeting) -> Parts:
    """The rows under a stored meeting, in the same form as `wanted_parts`."""
    return {
        "agenda": list(meeting.agenda.order_by("order").values_list("order", "title", "minutes", "is_theme")),
        "theme_parts": list(meeting.theme_parts.order_by("pk").values_list("part", "minutes")),
        "attendances": list(
            meeting.attendances.order_by("person_id").values_list(
                "person_id", "standing", "status", "minutes_late", "reason"
            )
        ),
        "contributions": list(meeting.contributions.order_by("order").values_list("order", "person_id", "gist")),
    }


def write_parts(meeting: Meeting, parts: Parts) -> None:
    for manager in (meeting.agenda, meeting.theme_parts, meeting.attendances, meeting.contributions):
        manager.all().delete()
    AgendaItem.objects.bulk_create(
        AgendaItem(meeting=meeting, order=order, title=title, minutes=minutes, is_theme=is_theme)
        for order, title, minutes, is_theme in parts["agenda"]
    )
    ThemePart.objects.bulk_create(ThemePart(meeting=meeting, part=part, minutes=n) for part, n in parts["theme_parts"])
    Attendance.objects.bulk_create(
        Attendance(
            meeting=meeting, person_id=person, standing=standing, status=status, minutes_late=late, reason=reason
        )
        for person, standing, status, late, reason in parts["attendances"]
    )
    Contribution.objects.bulk_create(
        Contribution(meeting=meeting, order=order, person_id=person, gist=gist)
        for order, person, gist in parts["contributions"]
    )


def record_decision(decision: Decision, *, by: Doer, at: datetime) -> tuple[Decision, Outcome]:
    """A meeting decided something; the programme's task carries it out."""
    access.require(access.keeps_the_books, by, decision.meeting.unit, on=at.date())
    if not Decision.objects.filter(task=decision.task).exists() and seal_of(decision.meeting) is not None:
        raise ValidationError(_("Biên bản đã khóa; giao việc mới ở kỳ họp sau."))
    return put(decision, key=["task"], act_name="meetings.decide", by=by, at=at, keep=["heard_in"])
