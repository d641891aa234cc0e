"""Verbs of a meeting that goes on: open it, write down, show that one is there."""

import uuid
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime, time, timedelta
from typing import Any

from django.core.exceptions import ValidationError
from django.db import transaction
from django.http import QueryDict
from django.utils import timezone
from django.utils.translation import gettext as _

from nennep.ledger.acts import act
from nennep.meetings.live.forms import OF_KIND
from nennep.meetings.live.people import Roster
from nennep.meetings.live.state import State, state_of
from nennep.meetings.live.steps import Step, steps_of
from nennep.meetings.models import AttendanceStatus, Jotting, Preparation
from nennep.organisation import access
from nennep.organisation.access import Doer, Helping, NotAllowed, Operator
from nennep.organisation.models import MEMBERS, Membership, Person, Unit
from nennep.vietnamese.dates import short_date


def writes(who: Person, unit: Unit, on: date, preparation: Preparation) -> bool:
    """Whoever keeps the books, and whoever was chosen to chair or to write this meeting's minutes."""
    chosen = who.pk in (preparation.chair_id, preparation.minutes_secretary_id)
    return (chosen and access.belongs(who, unit, on)) or access.keeps_the_books(who, unit, on)


def _require_writer(preparation: Preparation, by: Doer, at: datetime) -> None:
    """Raise NotAllowed unless `by` writes, or is a named helper who enters the minutes secretary's sheet of paper."""
    access.require_own(
        lambda who, unit, on: writes(who, unit, on, preparation),
        by,
        preparation.minutes_secretary,
        preparation.unit,
        on=at.date(),
    )


def hand_of(by: Doer) -> Person:
    """Whose hand writes; raises NotAllowed for the machine, which was at no meeting."""
    if isinstance(by, Operator):
        raise NotAllowed(_("Ghi cuộc họp cần một người, không phải máy."))
    return by.helper if isinstance(by, Helping) else by


def open_meeting(preparation: Preparation, *, since: time | None = None, by: Doer, at: datetime) -> Preparation:
    """From now on it can be written down; `since` says when people really began, where the screen was opened late: the first
    item runs from there. Raises ValidationError where it is over, or nothing is on its agenda."""
    _require_writer(preparation, by, at)
    hand = hand_of(by) if since is not None else None
    if preparation.meeting_id is not None:
        raise ValidationError(_("Cuộc họp này đã kết thúc."))
    if not preparation.items.exists():
        raise ValidationError(_("Chưa có mục nào trong chương trình; thêm mục rồi mở họp."))
    if preparation.planned.planned_on > at.date():  # later is right: a sheet of paper is entered afterwards
        raise ValidationError(
            _("Cuộc họp theo lịch ngày %(day)s; đổi ngày trong lịch rồi mở họp.")
            % {"day": short_date(preparation.planned.planned_on)}
        )
    day = preparation.planned.planned_on
    began = datetime.combine(day, since, tzinfo=at.tzinfo) if since is not None else at
    if began > at:
        raise ValidationError({"since": _("Giờ ấy chưa tới.")})
    if preparation.opened_at is None:
        preparation.opened_at = began
        with act("meetings.open", by=by, at=at, on=preparation):
            preparation.save(update_fields=["opened_at"])
            if hand is not None:
                mark = {"step": steps_of(preparation)[0].key, "clock": f"{since:%H:%M}"}
                about = {"kind": "step", "content": mark, "made_at": began, "received_at": at, "by": hand}
                Jotting.objects.create(key=uuid.uuid4(), preparation=preparation, **about)
    return preparation


@dataclass(frozen=True)
class Sent:
    """A jotting as it comes from a screen: its own key, what it is, what was typed, when by that screen's clock."""

    key: str
    kind: str
    fields: Mapping[str, str]
    made_at: datetime


@dataclass
class Received:
    """What became of what was sent: kept, kept before, or refused with a sentence. Refused ones stay with the sender. The meeting
    as it was found, its steps, its people and its state come along, so that nobody reads them twice."""

    preparation: Preparation
    steps: list[Step]
    roster: Roster
    state: State
    accepted: list[str] = field(default_factory=list)
    refused: dict[str, list[str]] = field(default_factory=dict)


def jot(
    preparation: Preparation, sent: Sequence[Sent], *, by: Doer, at: datetime, clock: datetime | None = None
) -> Received:
    """Keep what was written down, each thing once, all of this sending in one act.

    `clock` is what the sender's clock says now: their times are put right by how far it is from ours (two devices may be ten
    minutes apart). A time that cannot be, before the opening or ahead of now, becomes the nearest that can.
    """
    _require_writer(preparation, by, at)
    hand = hand_of(by)
    off = at - clock if clock is not None else timedelta()
    with transaction.atomic():
        # Writers of one meeting queue up here, so that each sees what the one before has kept.
        locked = (
            Preparation.objects.select_for_update(of=("self",)).select_related("planned__unit").get(pk=preparation.pk)
        )
        known = list(locked.jottings.all())
        keys = {str(jotting.key) for jotting in known}
        steps, roster = steps_of(locked), Roster(locked.unit, locked.planned.planned_on)
        answer = Received(locked, steps, roster, state_of(known))
        if locked.opened_at is None or locked.meeting_id is not None:
            why = (
                _("Cuộc họp chưa mở.")
                if locked.opened_at is None
                else _("Cuộc họp đã kết thúc; ghi thêm bằng đính chính.")
            )
            answer.accepted = [item.key for item in sent if item.key in keys]
            answer.refused = {item.key: [why] for item in sent if item.key not in keys}
            return answer
        fresh: list[Jotting] = []
        for item in sorted(sent, key=lambda item: (item.made_at, item.key)):
            if item.key in keys:
                answer.accepted.append(item.key)
                continue
            refused = _refusal(item, steps=steps, roster=roster, state=answer.state)
            if isinstance(refused, list):
                answer.refused[item.key] = refused
                continue
            made_at = moment_of(item.made_at + off, refused, locked, at)
            if item.kind == "step" and timezone.localtime(made_at).date() != locked.planned.planned_on:
                words = {"day": short_date(locked.planned.planned_on)}
                told = _(
                    "Lịch họp ngày %(day)s: họp hôm nay thì đổi ngày trong lịch, nhập phiếu giấy thì ghi giờ của phiếu."
                )
                answer.refused[item.key] = [told % words]
                continue
            fresh.append(
                Jotting(
                    key=uuid.UUID(item.key),
                    preparation=locked,
                    kind=item.kind,
                    content=refused,
                    made_at=made_at,
                    received_at=at,
                    by=hand,
                )
            )
            keys.add(item.key)
            answer.accepted.append(item.key)
            answer.state = state_of([*known, *fresh])
        if fresh:
            content = {"jottings": [[str(row.key), row.kind, row.content, row.made_at] for row in fresh]}
            with act("meetings.jot", by=by, at=at, on=locked, content=content):
                Jotting.objects.bulk_create(fresh)
    return answer


def moment_of(made_at: datetime, content: Mapping[str, Any], preparation: Preparation, at: datetime) -> datetime:
    """When it happened: as the clock of a paper sheet says it, otherwise when it was written, never before the opening and never
    ahead of now."""
    if content.get("clock"):
        clock = time.fromisoformat(content["clock"])
        return min(datetime.combine(preparation.planned.planned_on, clock, tzinfo=at.tzinfo), at)
    return min(max(made_at, preparation.opened_at or at), at)


def _refusal(item: Sent, **about: Any) -> list[str] | dict[str, Any]:
    """What the jotting keeps; or the sentences that refuse it."""
    if item.kind not in OF_KIND:
        return [_("Không rõ đây là việc gì; tải lại trang rồi ghi lại.")]
    data = QueryDict(mutable=True)
    data.update(item.fields)
    form = OF_KIND[item.kind](data, **about)
    if form.is_valid():
        return form.content()
    return [str(error) for errors in form.errors.values() for error in errors]


def check_in(preparation: Preparation, *, by: Doer, at: datetime) -> AttendanceStatus:
    """Somebody says that they are there, on their own phone. It is said once: whatever the roll says of them already stands,
    and whoever writes the minutes calls them otherwise where that is right. Returns what the roll now says.

    Raises ValidationError while the meeting is not open, NotAllowed for whoever does not meet here.
    """
    hand = by if isinstance(by, Person) else None
    unit, day = preparation.unit, preparation.planned.planned_on
    if hand is None or not Membership.objects.attending(unit, day).filter(person=hand, standing__in=MEMBERS).exists():
        raise NotAllowed(_("Người này không có trong danh sách dự họp."))
    with transaction.atomic():
        locked = (
            Preparation.objects.select_for_update(of=("self",)).select_related("planned__unit").get(pk=preparation.pk)
        )
        if not locked.is_live:
            raise ValidationError(_("Cuộc họp chưa mở hoặc đã kết thúc."))
        said = state_of(locked.jottings.all()).roll.get(hand.pk)
        if said is not None:
            return AttendanceStatus(said["status"])
        content = {"person": hand.pk, "status": AttendanceStatus.PRESENT.value, "reason": ""}
        content |= {"minutes_late": None, "minutes_early": None}
        jotting = Jotting(key=uuid.uuid4(), preparation=locked, kind="roll", content=content, by=hand)
        jotting.made_at = jotting.received_at = at
        with act("meetings.check_in", by=by, at=at, on=locked, content={"key": str(jotting.key), "person": hand.pk}):
            jotting.save(force_insert=True)
    return AttendanceStatus.PRESENT
