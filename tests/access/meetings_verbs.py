"""The table of verbs: those about a meeting, from its preparation to its seal."""

import uuid
from datetime import date, time, timedelta
from typing import Any

from nennep.documents.tests.factories import DocumentFactory
from nennep.meetings.closing.actions import close as closing
from nennep.meetings.closing.actions import goals
from nennep.meetings.closing.actions import score as scores
from nennep.meetings.closing.actions import sign as sealing
from nennep.meetings.live import actions as live
from nennep.meetings.models import (
    Addendum,
    Attendance,
    Meeting,
    MeetingKind,
    PlannedMeeting,
    Praise,
    Preparation,
    Question,
    Score,
    Vote,
)
from nennep.meetings.preparing import actions as preparing
from nennep.meetings.preparing.agenda import AgendaLine
from nennep.meetings.speaking.actions import switch_speaking_view
from nennep.meetings.tests.factories import MeetingFactory
from nennep.recognition import actions as recognition
from nennep.recognition.tests.factories import BookEntryFactory
from tests.access.doing import BOOKS_MAY, COMMITTEE_MAY, Verb, new
from tests.access.kinds import BOOKS, CELL, Kind
from tests.access.people import MOMENT, NEW_DAY, TODAY, Around

LINES = [AgendaLine("Mở đầu", 5), AgendaLine("Kết luận", 5)]
SIGNERS = frozenset({Kind.SECRETARY, Kind.MINUTES})


def planned(a: Around, day: date = TODAY, kind: str = MeetingKind.AD_HOC) -> PlannedMeeting:
    line = {"unit": a.unit, "kind": kind, "planned_on": day}
    found = PlannedMeeting.objects.filter(**line).first()
    return found or PlannedMeeting.objects.create(month=day.replace(day=1), content="Việc gấp", **line)


def head(a: Around) -> dict[str, Any]:
    people = {"chair": a.people[Kind.SECRETARY], "minutes_secretary": a.people[Kind.MINUTES]}
    return people | {"title": "Họp bất thường", "starts_at": time(8), "minutes": 30, "place": "Phòng họp"}


def prepared(a: Around, *, day: date = TODAY, kind: str = MeetingKind.AD_HOC, **more: Any) -> Preparation:
    """A meeting of today that is ready, with two items."""
    line = planned(a, day, kind)
    found = Preparation.objects.filter(planned=line).first()
    if found is None:
        found = Preparation.objects.create(planned=line, **(head(a) | more))
        preparing.write_items(found, LINES)
    return found


def opened(a: Around) -> Preparation:
    found = prepared(a, kind=MeetingKind.COMMITTEE)
    if found.opened_at is None:
        live.open_meeting(found, by=a.people[Kind.SECRETARY], at=MOMENT - timedelta(minutes=30))
    return found


def gone_through(a: Around) -> Preparation:
    """A live meeting of which nothing is missing."""
    found = opened(a)
    said: list[tuple[str, dict[str, str]]] = [
        ("step", {"step": f"item-{found.items.order_by('order').first().pk}"}),  # type: ignore[union-attr]
        ("rest", {}),
        ("conclusion", {"text": "Thống nhất."}),
    ]
    sent = [live.Sent(str(uuid.uuid4()), kind, fields, MOMENT - timedelta(minutes=20)) for kind, fields in said]
    live.jot(found, sent, by=a.people[Kind.SECRETARY], at=MOMENT - timedelta(minutes=20))
    return found


def over(a: Around, **more: Any) -> Meeting:
    """A meeting on record that nobody has signed."""
    held = Meeting.objects.filter(unit=a.unit, held_on=NEW_DAY, kind=MeetingKind.AD_HOC).first()
    if held is None:
        people = {"chair": a.people[Kind.SECRETARY], "minutes_secretary": a.people[Kind.MINUTES]}
        held = MeetingFactory(unit=a.unit, held_on=NEW_DAY, kind=MeetingKind.AD_HOC, **people)
        Attendance.objects.create(meeting=held, person=a.member, standing="full", status="present", votes=True)
        Score.objects.create(meeting=held, source="42-HD/BTCTW")
    return held


def conference(a: Around) -> Meeting:
    """The example's conference of 2015; its conclusion is what the register says."""
    held = Meeting.objects.filter(unit=a.unit, kind=MeetingKind.CONFERENCE).last()
    assert held is not None
    return held


def praised(a: Around) -> Praise:
    """Somebody praised at the meeting that nobody has signed."""
    held = over(a)
    reason = {"reason": "hẹn đúng 12 hồ sơ", "order": 1, "kind": Praise.Kind.PRAISE}
    return held.praises.first() or Praise.objects.create(meeting=held, person=a.somebody, **reason)


def sealed(a: Around) -> Meeting:
    held = over(a)
    if held.signatures.exists():
        return held
    sealing.record_signed_on_paper(held, signed_on=NEW_DAY, by=a.people[Kind.SECRETARY], at=MOMENT)
    return held


def addendum(a: Around) -> Addendum:
    written = Addendum(meeting=sealed(a), passage="Dòng 1", correction="Khác", reason="ghi nhầm")
    return sealing.write_addendum(written, by=a.people[Kind.MINUTES], at=MOMENT)


MEETING_VERBS = [
    Verb(preparing.prepare, COMMITTEE_MAY, lambda a: (Preparation(planned=planned(a), **head(a)),)),
    Verb(preparing.set_agenda, BOOKS_MAY, lambda a: (prepared(a), LINES)),
    Verb(preparing.keep_as_template, COMMITTEE_MAY, lambda a: (prepared(a),)),
    Verb(preparing.attach_papers, BOOKS_MAY, lambda a: (prepared(a), [DocumentFactory(register=a.unit)])),
    Verb(preparing.call_meeting, BOOKS_MAY, lambda a: (prepared(a),), lambda a: {"with_papers": False}),
    Verb(
        preparing.ask_ahead,
        BOOKS_MAY,
        lambda a: (Question(preparation=prepared(a), person=a.member, text="Việc hẹn lại dân?"),),
    ),
    Verb(
        preparing.move_meeting,
        COMMITTEE_MAY,
        lambda a: (planned(a),),
        lambda a: {"to": TODAY + timedelta(days=3), "why": "Bận"},
    ),
    Verb(preparing.withdraw_meeting, COMMITTEE_MAY, lambda a: (planned(a),), lambda a: {"why": "Thôi"}),
    Verb(live.open_meeting, BOOKS_MAY, lambda a: (prepared(a),)),
    Verb(
        live.jot,
        BOOKS,
        lambda a: (opened(a), [live.Sent(str(uuid.uuid4()), "rest", {}, MOMENT)]),
    ),
    Verb(live.check_in, CELL - {Kind.COLLEAGUE}, lambda a: (opened(a),)),
    Verb(closing.close_meeting, BOOKS_MAY, lambda a: (gone_through(a),)),
    Verb(
        closing.record_vote,
        BOOKS_MAY,
        lambda a: (over(a),),
        lambda a: {
            "about": Vote.About.MINUTES,
            "matter": "",
            "counts": {"in_favour": 1, "against": 0, "abstaining": 0},
        },
    ),
    Verb(scores.give_points, BOOKS_MAY, lambda a: (over(a).score, {}), lambda a: {"weaknesses": ""}),
    Verb(
        scores.decide_level,
        BOOKS_MAY,
        lambda a: (over(a),),
        lambda a: {"level": "tốt", "on": TODAY, "decided_by": "Đảng ủy"},
    ),
    Verb(
        sealing.correct_clock,
        BOOKS,
        lambda a: (over(a), "study"),
        lambda a: {"minutes": 33, "reason": "quên bấm"},
    ),
    Verb(sealing.note_read_out, BOOKS_MAY, lambda a: (over(a),)),
    Verb(sealing.amend_text, BOOKS_MAY, lambda a: (over(a), "Lời mới.")),
    Verb(sealing.sign_minutes, SIGNERS, lambda a: (over(a),)),
    Verb(sealing.record_signed_on_paper, BOOKS_MAY, lambda a: (over(a),), lambda a: {"signed_on": NEW_DAY}),
    Verb(sealing.seal_signed_on_paper, BOOKS_MAY, lambda a: (a.unit,)),
    Verb(
        sealing.write_addendum,
        BOOKS,
        lambda a: (Addendum(meeting=sealed(a), passage="Dòng 1", correction="Khác", reason="ghi nhầm"),),
    ),
    Verb(sealing.sign_addendum, frozenset({Kind.SECRETARY, Kind.DEPUTY}), lambda a: (addendum(a),)),
    Verb(
        goals.take_up_as_goals,
        COMMITTEE_MAY,
        lambda a: (conference(a), goals.directions_of(conference(a))[:1]),
        lambda a: {"year": 2017},
    ),
    Verb(
        recognition.enter_next,
        BOOKS_MAY,
        new(BookEntryFactory, person=lambda a: a.somebody, introduced_by=lambda a: a.member),
    ),
    Verb(
        switch_speaking_view,
        COMMITTEE_MAY,
        lambda a: (a.unit,),
        lambda a: {"off": True, "decided_on": NEW_DAY, "why": "Chi bộ thống nhất"},
    ),
]
