"""The live screen as it is shown: what the state says, in the words and with the names that people read."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.utils import timezone
from django.utils.translation import gettext as _

from nennep.meetings.live.forms import present_entitled
from nennep.meetings.live.people import Roster
from nennep.meetings.live.state import LINES, Line, State, whole_minutes
from nennep.meetings.live.steps import END, PAUSE, Step, following, steps_of
from nennep.meetings.models import PRESENT, AttendanceStatus, Note, Praise, Preparation, Vote
from nennep.meetings.queries import THEME_RULE
from nennep.rulebook.rules import rule
from nennep.vietnamese.dates import short_date

READ_FOR = {"dong": (*LINES, "amend", "strike"), "mat": ("roll", "rest")}
"""The kinds of jotting that the lines and the roll are made of."""


@dataclass(frozen=True)
class Row:
    """A step in the list: its clock so far, and what was corrected."""

    step: Step
    minutes: int
    seconds: int
    begun: bool
    now: bool
    corrected: int | None = None
    reason: str = ""


@dataclass(frozen=True)
class Seat:
    """Somebody on the roll."""

    key: int
    name: str
    status: str
    label: str
    note: str
    probationary: bool = False


@dataclass(frozen=True)
class Shown:
    """A line of the minutes as it reads."""

    line: Line
    head: str
    text: str
    clock: str
    where: str
    """Under which item, and by whom it was written."""
    words: list[tuple[str, Any]]
    """The texts of it that can be changed, by the names of their fields."""

    @property
    def word(self) -> str:
        """The field whose text is all that can be changed, where it is shown as it stands."""
        return self.words[0][0] if [words for _name, words in self.words] == [self.text] else ""


class Screen:
    """Everything one page or one fragment of the live meeting needs."""

    def __init__(
        self,
        preparation: Preparation,
        state: State,
        now: datetime,
        steps: list[Step] | None = None,
        roster: Roster | None = None,
    ) -> None:
        self.preparation, self.state, self.now = preparation, state, now
        self.steps = steps_of(preparation) if steps is None else steps
        self._seats_now: list[Seat] | None = None
        self.roster = roster or Roster(preparation.unit, preparation.planned.planned_on)
        self.least = rule(THEME_RULE, unit=preparation.unit, on=preparation.planned.planned_on)

    @property
    def versions(self) -> dict[str, int]:
        """How much was read for each part of the screen that changes with jottings alone, by the part's id. Jottings only ever
        come, so a part of the same number is the same part; it need not be made or sent again."""
        return {part: sum(self.state.heard.get(kind, 0) for kind in kinds) for part, kinds in READ_FOR.items()}

    @property
    def current(self) -> Step | None:
        return next((step for step in self.steps if step.key == self.state.current), None)

    @property
    def paused(self) -> bool:
        return self.state.current == PAUSE

    @property
    def stopped(self) -> bool:
        """Whether no clock runs although the meeting had begun: it goes on with the step where it stopped."""
        return self.state.current in (PAUSE, END)

    @property
    def before_pause(self) -> Step | None:
        """Where a pause or the end came: the step whose clock ran last."""
        return next((step for step in self.steps if step.key == self.state.last), None)

    @property
    def next(self) -> Step | None:
        if self.stopped:
            return self.before_pause
        return following(self.steps, self.state.current)

    @property
    def place(self) -> tuple[int, int]:
        """Which item of how many."""
        items = list(dict.fromkeys(step.item.pk for step in self.steps))
        at = self.current or self.before_pause
        return (items.index(at.item.pk) + 1 if at else 0, len(items))

    def rows(self) -> list[Row]:
        seconds = {step.key: self.state.seconds_of(step.key, self.now) for step in self.steps}
        minutes = whole_minutes({key: length for key, length in seconds.items() if length or key == self.state.current})
        corrections = {row.step: row for row in self.state.corrections}
        return [
            Row(
                step,
                minutes.get(step.key, 0),
                self.state.seconds.get(step.key, 0),
                step.key in self.state.seconds or step.key == self.state.current,
                step.key == self.state.current,
                corrections[step.key].minutes if step.key in corrections else None,
                corrections[step.key].reason if step.key in corrections else "",
            )
            for step in self.steps
        ]

    def near(self) -> list[Row]:
        """What the short list shows: the parts of the theme while it lasts, otherwise the step with its neighbours."""
        rows = self.rows()
        at = self.current or self.before_pause or (self.steps[0] if self.steps else None)
        if at is None:
            return []
        if at.part:
            return [row for row in rows if row.step.part]
        place = next(number for number, row in enumerate(rows) if row.step.key == at.key)
        return rows[max(place - 1, 0) : place + 2]

    def items(self) -> list[dict[str, Any]]:
        """The rows, those of the theme under their item."""
        found: list[dict[str, Any]] = []
        for row in self.rows():
            item = row.step.item
            if not found or found[-1]["item"].pk != item.pk:
                found.append({"item": item, "rows": []})
            found[-1]["rows"].append(row)
        for entry in found:
            entry["minutes"] = sum(self.said(row) for row in entry["rows"])
            entry["now"] = any(row.now for row in entry["rows"])
            entry["begun"] = any(row.begun for row in entry["rows"])
        return found

    @staticmethod
    def said(row: Row) -> int:
        return row.minutes if row.corrected is None else row.corrected

    @property
    def theme(self) -> dict[str, Any] | None:
        """The theme's clock beside what the rule asks for."""
        rows = [row for row in self.rows() if row.step.part]
        if not rows:
            return None
        minutes = sum(self.said(row) for row in rows)
        least = int(self.least.number) if self.least else None
        return {"rows": rows, "minutes": minutes, "least": least, "left": max((least or 0) - minutes, 0)}

    @property
    def whole(self) -> int:
        """Minutes since the first step began."""
        began = self.state.began
        return int(((self.state.ended or self.now) - began).total_seconds()) // 60 if began else 0

    @property
    def since(self) -> int:
        """Seconds that the current step has run, for the ticking of the page."""
        return self.state.running(self.now)

    def seats(self) -> list[Seat]:
        if self._seats_now is None:
            self._seats_now = list(self._seats())
        return self._seats_now

    def _seats(self) -> Iterator[Seat]:
        expected = {row.person_id for row in self.roster.expected}
        for row in self.roster.memberships:
            said = self.state.roll.get(row.person_id)
            probationary = row.standing == "probationary"
            away = self.roster.kept_away(row)
            if said is not None:
                status = said["status"]
            elif row.person_id in expected:
                status = AttendanceStatus.PRESENT.value if self.state.rest_present else ""
            elif away in AttendanceStatus.values:
                status = away
            else:
                continue
            label = str(AttendanceStatus(status).label) if status else _("chưa điểm danh")
            yield Seat(row.person_id, self.roster.called[row.person_id], status, label, _note(said), probationary)

    def called(self) -> list[Seat]:
        """Those who are not simply there: not called yet first, then the late and the absent."""
        rest = [seat for seat in self.seats() if seat.status != AttendanceStatus.PRESENT or seat.note]
        return sorted(rest, key=lambda seat: bool(seat.status))

    def simply_present(self) -> list[Seat]:
        return [seat for seat in self.seats() if seat.status == AttendanceStatus.PRESENT and not seat.note]

    @property
    def counted(self) -> dict[str, int]:
        seats = self.seats()
        expected = [seat for seat in seats if seat.status not in (AttendanceStatus.EXEMPT, AttendanceStatus.ELSEWHERE)]
        return {
            "present": sum(seat.status in PRESENT for seat in expected),
            "expected": len(expected),
            "unsaid": sum(not seat.status for seat in expected),
            "may_vote": len(present_entitled(self.roster, self.state)),
        }

    def lines(self) -> list[Shown]:
        titles = {step.key: step.title for step in self.steps}
        return [self._shown(line, titles) for line in self.state.lines]

    def _shown(self, line: Line, titles: dict[str, str]) -> Shown:
        content = line.content
        who = self.roster.called.get(content.get("person", 0), "")
        clock = f"{timezone.localtime(line.made_at):%H:%M}"
        if line.kind == "spoke":
            head, text = who, content["gist"]
        elif line.kind == "note":
            head, text = "", content["text"]
            if content.get("note") == Note.Kind.CONCLUSION:
                head = str(Note.Kind.CONCLUSION.label).capitalize()
        elif line.kind == "praise":
            head, text = f"{Praise.Kind(content['praise']).label.capitalize()}: {who}", content["reason"]
        elif line.kind == "decision":
            due = datetime.fromisoformat(content["due_on"]).date()
            head, text = who, _("%(task)s, hạn %(day)s") % {"task": content["text"], "day": short_date(due)}
        else:
            about = Vote.About(content["about"])
            head = content["matter"] if about == Vote.About.OTHER else str(about.label).capitalize()
            text = _("%(yes)d tán thành, %(no)d không tán thành, %(other)d ý kiến khác") % {
                "yes": content["in_favour"],
                "no": content["against"],
                "other": content["abstaining"],
            }
        by = self.roster.called.get(line.by, "")
        words = [(name, content[name]) for name in ("text", "gist", "reason", "matter") if content.get(name)]
        where = ", ".join(part for part in (titles.get(line.step, ""), by) if part)
        return Shown(line, head, text, clock, where, words)


def _note(said: Any) -> str:
    if said is None:
        return ""
    parts = []
    if said.get("minutes_late"):
        parts.append(_("muộn %(n)d phút") % {"n": said["minutes_late"]})
    if said.get("minutes_early"):
        parts.append(_("về sớm %(n)d phút") % {"n": said["minutes_early"]})
    if said.get("reason"):
        parts.append(said["reason"])
    return ", ".join(parts)
