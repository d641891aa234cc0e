"""What a meeting is follows from what was jotted down, in whatever order and however often that arrived."""

import random
import uuid
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from nennep.meetings.live.state import State, state_of, whole_minutes

NOON = datetime(2015, 1, 21, 14, 0, tzinfo=UTC)


@dataclass(frozen=True)
class Jot:
    kind: str
    content: dict[str, Any]
    minute: float = 0
    key: str = ""
    by_id: int = 1

    received: float = 0

    @property
    def made_at(self) -> datetime:
        return NOON + timedelta(minutes=self.minute)

    @property
    def received_at(self) -> datetime:
        return NOON + timedelta(days=1, minutes=self.received)


def jot(kind: str, minute: float = 0, by: int = 1, **content: Any) -> Jot:
    return Jot(kind, content, minute, str(uuid.uuid4()), by)


def texts(state: State) -> list[str]:
    return [line.content["text"] for line in state.of_kind("note")]


def test_each_step_runs_until_the_next_mark_and_a_pause_belongs_to_none():
    marks = [
        jot("step", 0, step="item-1"),
        jot("step", 5, step="theme-study"),
        jot("step", 11, step="pause"),
        jot("step", 13, step="theme-results"),
        jot("step", 20, step="end"),
    ]
    state = state_of(marks)
    assert state.seconds == {"item-1": 300, "theme-study": 360, "theme-results": 420}
    assert (state.began, state.ended) == (NOON, NOON + timedelta(minutes=20))
    assert not state.is_running


def test_a_step_taken_up_again_goes_on_counting():
    state = state_of([jot("step", 0, step="a"), jot("step", 3, step="b"), jot("step", 4, step="a")])
    assert state.seconds_of("a", NOON + timedelta(minutes=6)) == 300


def test_going_on_after_the_end_takes_the_end_back():
    state = state_of([jot("step", 0, step="a"), jot("step", 3, step="end"), jot("step", 5, step="a")])
    assert state.ended is None
    assert state.is_running


def test_a_correction_stands_beside_what_the_clock_measured():
    state = state_of(
        [
            jot("step", 0, step="a"),
            jot("step", 22, step="end"),
            jot("clock", 30, step="a", minutes=33, reason="quên bấm"),
        ]
    )
    assert state.seconds["a"] == 22 * 60
    assert [(row.step, row.minutes, row.reason) for row in state.corrections] == [("a", 33, "quên bấm")]


def test_the_last_word_about_somebody_on_the_roll_counts():
    state = state_of([jot("roll", 0, person=7, status="excused"), jot("roll", 9, person=7, status="late")])
    assert state.roll[7]["status"] == "late"


def test_a_line_changed_in_knowledge_of_its_words_has_the_new_ones():
    first = jot("note", 0, step="a", text="một")
    second = jot("amend", 1, line=first.key, base=first.key, text="hai")
    third = jot("amend", 2, line=first.key, base=second.key, text="ba")
    assert texts(state_of([first, second, third])) == ["ba"]


def test_two_who_change_a_line_at_once_both_keep_their_words():
    first, other = jot("note", 0, step="a", text="một"), jot("note", 5, step="a", text="sau")
    one = jot("amend", 1, line=first.key, base=first.key, text="hai của Lan")
    two = jot("amend", 2, by=2, line=first.key, base=first.key, text="hai của Minh")
    state = state_of([first, other, one, two])
    assert texts(state) == ["hai của Lan", "hai của Minh", "sau"]
    assert state.lines[1].beside == first.key


def test_what_was_changed_meanwhile_is_not_struck_out():
    first = jot("note", 0, step="a", text="một")
    changed = jot("amend", 1, line=first.key, base=first.key, text="hai")
    struck = jot("strike", 2, by=2, line=first.key, base=first.key)
    assert texts(state_of([first, changed, struck])) == ["hai"]
    assert texts(state_of([first, jot("strike", 3, line=first.key, base=first.key)])) == []


def test_words_that_change_a_struck_line_stand_by_themselves():
    first = jot("note", 0, step="a", text="một")
    struck = jot("strike", 1, line=first.key, base=first.key)
    changed = jot("amend", 2, by=2, line=first.key, base=first.key, text="hai")
    assert texts(state_of([first, struck, changed])) == ["hai"]


def test_two_conclusions_written_apart_are_both_kept():
    one, two = (
        jot("conclusion", 1, text="Thống nhất A.", base=""),
        jot("conclusion", 2, by=2, text="Thống nhất B.", base=""),
    )
    assert state_of([one, two]).said["conclusion"]["text"] == "Thống nhất A.\nThống nhất B."
    three = jot("conclusion", 3, text="Thống nhất A và B.", base=two.key)
    assert state_of([one, two, three]).said["conclusion"]["text"] == "Thống nhất A và B."


@pytest.mark.parametrize("seed", range(200))
def test_two_browsers_writing_with_random_delays_lose_and_double_nothing(seed):
    """Each writes new lines and changes lines it has seen; what it sees lags behind. Every word that was not knowingly replaced
    is there at the end, once."""
    chance = random.Random(seed)
    sent: list[Jot] = []
    seen: dict[int, list[Jot]] = {1: [], 2: []}
    replaced: set[str] = set()
    for minute in range(30):
        who = chance.choice((1, 2))
        if chance.random() < 0.4:
            seen[who] = list(sent)
        lines = state_of(seen[who]).of_kind("note")
        mine = [line for line in lines if line.head]
        text = f"{seed}-{minute}"
        if mine and chance.random() < 0.5:
            line = chance.choice(mine)
            made = jot("amend", minute, who, line=line.key, base=line.head, text=text)
        else:
            made = jot("note", minute, who, step=chance.choice("ab"), text=text)
        sent.append(made)
        seen[who].append(made)
    arrived = sent + chance.sample(sent, 10)
    chance.shuffle(arrived)
    end = state_of(arrived)
    shown = texts(end)
    assert len(shown) == len(set(shown))
    alone = state_of(sent)
    assert end.lines == alone.lines
    heads = {line.head for line in end.lines}
    bases = {made.content["base"] for made in sent if made.kind == "amend"}
    replaced = {made.key for made in sent if made.key not in heads}
    assert replaced <= bases, "a line lost its words although nobody had seen and replaced them"


@settings(max_examples=200)
@given(st.dictionaries(st.sampled_from("abcde"), st.integers(0, 7200)))
def test_whole_minutes_add_up_to_the_whole_minutes_of_the_sum(seconds):
    minutes = whole_minutes(seconds)
    assert sum(minutes.values()) == sum(seconds.values()) // 60
    assert all(0 <= minutes[step] - seconds[step] // 60 <= 1 for step in seconds)
    assert set(minutes) == set(seconds)


def test_twenty_nine_minutes_and_fifty_nine_seconds_are_not_thirty():
    assert sum(whole_minutes({"a": 29 * 60 + 59}).values()) == 29


def test_where_a_pause_or_the_end_came_is_the_step_that_ran_last_whatever_its_place_on_the_agenda():
    back = [jot("step", 0, step="a"), jot("step", 3, step="b"), jot("step", 4, step="a")]
    for stop in ("pause", "end"):
        assert state_of([*back, jot("step", 6, step=stop)]).last == "a"


def test_a_time_from_paper_entered_again_replaces_the_one_before():
    wrong = Jot("step", {"step": "a", "clock": "15:00"}, 60, "0", received=1)
    right = Jot("step", {"step": "a", "clock": "14:00"}, 0, "1", received=2)
    end = Jot("step", {"step": "end", "clock": "14:30"}, 30, "2", received=3)
    state = state_of([wrong, right, end])
    assert (state.began, state.seconds) == (NOON, {"a": 1800})
