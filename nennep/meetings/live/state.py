"""What a meeting is at a moment: all its jottings, read in the order in which they were made.

The order in which they arrive does not matter, nor how often: the state is a function of the set. That is what makes it safe
to write while the network is gone, and for two people to write at once. A line is never written over by somebody who had
not seen its last words: what they wrote then stands beside it.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import datetime
from itertools import zip_longest
from typing import Any, Protocol

from nennep.meetings.live.steps import END, PAUSE


class Jotted(Protocol):
    """What the fold needs of a jotting."""

    @property
    def key(self) -> Any: ...
    @property
    def kind(self) -> str: ...
    @property
    def content(self) -> Mapping[str, Any]: ...
    @property
    def made_at(self) -> datetime: ...
    @property
    def received_at(self) -> datetime: ...
    @property
    def by_id(self) -> int: ...


LINES = ("note", "spoke", "praise", "decision", "vote")
"""Kinds of jotting that stay in the minutes as a line of their own."""


@dataclass(frozen=True)
class Line:
    """A line of the minutes. `head` is the jotting that gave it its present words: whoever changes it says which they saw."""

    key: str
    kind: str
    content: Mapping[str, Any]
    made_at: datetime
    by: int
    head: str
    beside: str = ""
    """The line beside which this one stands because two people changed it at once."""

    @property
    def step(self) -> str:
        return str(self.content.get("step", ""))


@dataclass(frozen=True)
class Correction:
    step: str
    minutes: int
    reason: str
    made_at: datetime
    by: int


@dataclass
class State:
    """All of it. Times are of the server's clock; `seconds` has only steps that a clock ran for."""

    current: str = ""
    since: datetime | None = None
    began: datetime | None = None
    ended: datetime | None = None
    last: str = ""
    """The step that runs, or ran last before a pause or the end."""
    seconds: dict[str, int] = field(default_factory=dict)
    corrections: list[Correction] = field(default_factory=list)
    roll: dict[int, Mapping[str, Any]] = field(default_factory=dict)
    rest_present: bool = False
    lines: list[Line] = field(default_factory=list)
    said: dict[str, Mapping[str, Any]] = field(default_factory=dict)
    """Things of which there is one: the conclusion, the dues, the guests; each as it was said last."""
    heard: dict[str, int] = field(default_factory=dict)
    """How many jottings of each kind were read."""

    def running(self, now: datetime) -> int:
        """Seconds since the current step began."""
        return max(int((now - self.since).total_seconds()), 0) if self.since and self.is_running else 0

    @property
    def is_running(self) -> bool:
        return self.current not in ("", PAUSE, END)

    def seconds_of(self, step: str, now: datetime) -> int:
        return self.seconds.get(step, 0) + (self.running(now) if step == self.current else 0)

    def of_kind(self, *kinds: str) -> list[Line]:
        return [line for line in self.lines if line.kind in kinds]


def state_of(jottings: Iterable[Jotted]) -> State:
    """Read all jottings; each counts once, whatever way and however often it came."""
    unique = {str(jotting.key): jotting for jotting in jottings}
    ordered = sorted(unique.values(), key=lambda jotting: (jotting.made_at, str(jotting.key)))
    state = State()
    read_clock(state, marks_of(ordered))
    for jotting in ordered:
        content, kind = jotting.content, jotting.kind
        state.heard[kind] = state.heard.get(kind, 0) + 1
        if kind == "roll":
            state.roll[int(content["person"])] = content
        elif kind == "rest":
            state.rest_present = True
        elif kind == "clock":
            state.corrections.append(
                Correction(content["step"], int(content["minutes"]), content["reason"], jotting.made_at, jotting.by_id)
            )
        elif kind in ("conclusion", "dues", "guests"):
            read_said(state, jotting)
    state.lines = read_lines(ordered)
    return state


def marks_of(ordered: Sequence[Jotted]) -> list[Jotted]:
    """The marks of the clock. A time from a sheet of paper that is entered again for the same step replaces the one before."""
    marks = [jotting for jotting in ordered if jotting.kind == "step"]
    entered = sorted((mark for mark in marks if mark.content.get("clock")), key=lambda mark: mark.received_at)
    last = {mark.content["step"]: mark for mark in entered}
    return [mark for mark in marks if not mark.content.get("clock") or last[mark.content["step"]] is mark]


def read_clock(state: State, marks: Sequence[Jotted]) -> None:
    """Each step runs from its mark to the next mark, whoever made them; the last one is running still."""
    for mark, after in zip_longest(marks, marks[1:]):
        step = mark.content["step"]
        if state.began is None and step not in (PAUSE, END):
            state.began = mark.made_at
        if step == END:
            state.ended = mark.made_at
        elif step != PAUSE:
            state.ended, state.last = None, step
            if after is not None:
                length = int((after.made_at - mark.made_at).total_seconds())
                state.seconds[step] = state.seconds.get(step, 0) + length
        state.current, state.since = step, mark.made_at


def read_said(state: State, jotting: Jotted) -> None:
    """Said once more in knowledge of what stood there, it replaces it; without that knowledge, both stay, one under the other."""
    before = state.said.get(jotting.kind)
    content: dict[str, Any] = {**jotting.content, "head": str(jotting.key)}
    if before is not None and "text" in content and jotting.content.get("base", "") != before["head"]:
        texts = [before["text"], content["text"]]
        content["text"] = "\n".join(dict.fromkeys(text for text in texts if text))
    state.said[jotting.kind] = content


def read_lines(ordered: Sequence[Jotted]) -> list[Line]:
    """The lines in the order in which they were begun. A change based on the line's present words takes their place; one that
    is not stands beside it. Striking out needs the present words too: what was changed meanwhile is not thrown away."""
    lines: dict[str, Line] = {}
    for jotting in ordered:
        key = str(jotting.key)
        if jotting.kind in LINES:
            lines[key] = Line(key, jotting.kind, jotting.content, jotting.made_at, jotting.by_id, key)
    homes = {key: key for key in lines}
    struck: set[str] = set()
    for jotting in ordered:
        if jotting.kind not in ("amend", "strike"):
            continue
        key, base = str(jotting.key), str(jotting.content["base"])
        home = homes.get(str(jotting.content["line"]))
        if home is None:
            continue
        line = lines[home]
        if jotting.kind == "strike":
            if line.head == base:
                struck.add(home)
            continue
        words = {name: value for name, value in jotting.content.items() if name not in ("line", "base")}
        if line.head == base and home not in struck:
            lines[home] = replace(line, content={**line.content, **words}, head=key)
        else:
            content = {**line.content, **words}
            lines[key] = Line(key, line.kind, content, jotting.made_at, jotting.by_id, key, beside=home)
            homes[key] = key
    return _in_order([line for key, line in lines.items() if key not in struck])


def _in_order(lines: list[Line]) -> list[Line]:
    """By their beginning; what stands beside a line follows it at once."""
    began = {line.key: (line.made_at, line.key) for line in lines}

    def place(line: Line) -> tuple[Any, ...]:
        home = line.beside or line.key
        return (*began.get(home, (line.made_at, home)), bool(line.beside), line.made_at, line.key)

    return sorted(lines, key=place)


def whole_minutes(seconds: Mapping[str, int]) -> dict[str, int]:
    """Seconds by step as whole minutes whose sum is the whole minutes of the sum: never a minute more than the clock ran.

    The minutes that rounding down leaves over go to the steps that lost most by it.
    """
    whole = {step: length // 60 for step, length in seconds.items()}
    over = sum(seconds.values()) // 60 - sum(whole.values())
    by_loss = sorted(seconds, key=lambda step: (-(seconds[step] % 60), step))
    for step in by_loss[:over]:
        whole[step] += 1
    return whole
