"""A meeting that goes on, for tests: prepared, opened, and written into minute by minute."""

import uuid
from datetime import date, datetime, time, timedelta
from zoneinfo import ZoneInfo

from nennep.meetings.live.actions import Received, Sent, jot, open_meeting
from nennep.meetings.models import MeetingKind, Preparation
from nennep.meetings.preparing.actions import prepare, set_agenda
from nennep.meetings.preparing.agenda import AgendaLine
from nennep.meetings.tests.factories import PlannedMeetingFactory

DAY = date(2014, 6, 3)
TWO = datetime(2014, 6, 3, 14, 0, tzinfo=ZoneInfo("Asia/Ho_Chi_Minh"))
AGENDA = [
    AgendaLine("Mở đầu", 5),
    AgendaLine("Chuyên đề: cần, kiệm", 30, is_theme=True),
    AgendaLine("Kết luận", 10),
]


def at_minute(minute: float) -> datetime:
    return TWO + timedelta(minutes=minute)


class GoingOn:
    """One meeting of a cell on 3 June 2014 at two o'clock."""

    def __init__(self, cell, *, opened: bool = True, agenda=AGENDA, planned_kind=MeetingKind.REGULAR, **more) -> None:
        self.cell = cell
        planned = PlannedMeetingFactory(unit=cell.unit, planned_on=DAY, kind=planned_kind)
        head = {
            "title": "Sinh hoạt thường kỳ tháng 6/2014",
            "starts_at": time(14) if planned_kind == MeetingKind.REGULAR else time(18),
            "minutes": 60,
            "place": "Phòng họp tầng 2",
            "chair": cell.secretary,
            "minutes_secretary": cell.minutes_secretary,
        }
        self.preparation = prepare(
            Preparation(planned=planned, **(head | more)), by=cell.secretary, at=at_minute(-5000)
        )
        set_agenda(self.preparation, agenda, by=cell.secretary, at=at_minute(-4000))
        if opened:
            open_meeting(self.preparation, by=cell.minutes_secretary, at=at_minute(-1))

    def step(self, part: str) -> str:
        """The key of a step by the beginning of its title, or of a theme's part."""
        from nennep.meetings.live.steps import steps_of

        return next(
            step.key for step in steps_of(self.preparation) if part in (step.part,) or step.title.startswith(part)
        )

    def say(self, kind: str, minute: float = 0, *, by=None, **fields) -> Received:
        sent = Sent(str(uuid.uuid4()), kind, {name: str(value) for name, value in fields.items()}, at_minute(minute))
        return self.send([sent], minute, by=by)

    def send(self, sent: list[Sent], minute: float, *, by=None, clock: datetime | None = None) -> Received:
        return jot(self.preparation, sent, by=by or self.cell.minutes_secretary, at=at_minute(minute), clock=clock)

    def go_through(self) -> None:
        """A whole meeting: everybody there but one, the five parts of the theme, one opinion, one task, one vote."""
        cell = self.cell
        self.say("step", 0, step=self.step("Mở đầu"))
        self.say("roll", 1, person=cell.other_member.pk, status="excused", reason="đi công tác")
        self.say("rest", 1)
        for part, minute in (("study", 5), ("results", 17), ("self", 22), ("lessons", 30), ("next", 33)):
            self.say("step", minute, step=self.step(part))
        self.say("spoke", 23, person="Ngô Thị Lụa", gist="hai lần hẹn lại dân, nhận khắc phục", step=self.step("self"))
        self.say("decision", 34, text="Niêm yết thời hạn", person="Trịnh Công Bằng", due_on="2014-07-01")
        self.say("step", 37, step=self.step("Kết luận"))
        self.say("conclusion", 38, text="Thống nhất các việc đã bàn.")
        self.say("vote", 39, about="conclusion", in_favour=3, against=0, abstaining=0)
        self.say("step", 45, step="end")
