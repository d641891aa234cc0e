"""Power may go at any moment: a meeting is then not on record, or on record and unsealed, or sealed, and never half of it."""

import json
import random
import signal
import subprocess
import sys
import time
from collections import Counter
from itertools import pairwise
from pathlib import Path
from shutil import copyfile

import pytest

from tests.at_once import all_at_once
from tests.database import environment, migrated_file, run_nennep

STEPS = ("closing", "signing", "sealing", "done")
UNFINISHED = {"open": "closing", "closed": "signing", "signed by one": "sealing"}
"""What is found afterwards, and the step of which then nothing may be left."""


class House:
    """A database of its own, worked on by other processes only."""

    def __init__(self, data: Path, database: str | None, config: pytest.Config) -> None:
        self.data, self.database = data, database
        if database is None:
            copyfile(migrated_file(config), data / "nennep.sqlite3")
        else:
            run_nennep("migrate", "--verbosity=0", data=data, database=database)

    def started(self, *words: str) -> "subprocess.Popen[str]":
        return subprocess.Popen(
            [sys.executable, "-m", "nennep.meetings.closing.tests.closer", *words],
            env=environment(self.data, self.database),
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            text=True,
        )

    def run(self, *words: str) -> str:
        process = self.started(*words)
        said = process.communicate()[0]
        assert process.returncode == 0
        return said

    def look(self, word: str = "look") -> dict:
        return json.loads(self.run(word).splitlines()[-1])

    def closing(self, code: str, *, killed: tuple[str, float] | None = None) -> dict[str, float]:
        """Close and sign the meeting in a process of its own, killed so many seconds after it said that step. Returns what it
        said, and when."""
        process = self.started("close", code)
        assert process.stdin is not None
        assert process.stdout is not None
        assert process.stdout.readline() == "ready\n"
        process.stdin.write("go\n")
        process.stdin.flush()
        said = {}
        for line in process.stdout:
            said[line.strip()] = time.perf_counter()
            if killed is not None and line.strip() == killed[0]:
                try:
                    process.wait(timeout=killed[1])
                except subprocess.TimeoutExpired:
                    process.send_signal(signal.SIGKILL)
        process.communicate()
        return said


@pytest.fixture
def house(tmp_path, own_database, request) -> House:
    return House(tmp_path, own_database, request.config)


def outcome(counts: dict) -> str:
    """Which of the four it is; fails where it is none of them."""
    if not counts["meetings"]:
        assert counts == {"meetings": 0, "linked": False, "tasks": 0, "hands": 0}
        return "open"
    signatures = counts["signatures"]
    sealed = signatures == 2
    assert (counts["meetings"], counts["linked"], counts["closed in the ledger"]) == (1, True, 1)
    assert counts["signed in the ledger"] == signatures
    assert (counts["seals"], counts["sealed in the ledger"], counts["dated"]) == (sealed, sealed, sealed)
    return ("closed", "signed by one", "sealed")[signatures]


def of_the_record(counts: dict) -> dict:
    """What closing alone writes."""
    return {name: counts[name] for name in ("tasks", "hands", "rows", "score")}


def test_killed_at_any_moment_a_meeting_is_whole_or_not_there_and_can_be_gone_on_with(house, long):
    """A hundred times in the full count, each of the three steps in turn, anywhere between its first row and the next step's."""
    kills = 100 if long else 3
    house.run("prepare", str(kills + 1))
    moments = house.closing("H0")
    lasts = {step: moments[after] - moments[step] for step, after in pairwise(STEPS)}
    chance = random.Random(kills)  # noqa: S311  # the same moments each time
    last = {}
    for place in range(kills):
        step = STEPS[place % 3]
        *_before, said = house.closing(f"H{place + 1}", killed=(step, lasts[step] * chance.random()))
        last[f"H{place + 1}"] = said
    after = house.look()
    assert after["whole"]
    complete = after["found"].pop("H0")
    assert outcome(complete) == "sealed"
    found = {code: outcome(counts) for code, counts in after["found"].items()}
    for code, counts in after["found"].items():
        if found[code] != "open":
            assert of_the_record(counts) == of_the_record(complete)
    # Killed inside a transaction: the process had written something of the step, and nothing of it is there.
    inside = Counter(last[code] for code, what in found.items() if last[code] == UNFINISHED.get(what))
    print(f"{kills} kills: found {dict(Counter(found.values()))}, inside a transaction {dict(inside)}")
    assert sum(inside.values()) >= kills // 3
    if long:
        assert set(inside) == {"closing", "signing", "sealing"}
    finished = house.look("finish")
    assert finished["whole"]
    assert {outcome(counts) for counts in finished["found"].values()} == {"sealed"}


def test_closed_by_two_processes_at_once_a_meeting_is_on_record_once(house, tmp_path, own_database, long):
    meetings = 20 if long else 3
    house.run("prepare", str(meetings))
    many = {"processes": 4 if long else 2, "threads": 3, "each": meetings}
    all_at_once("nennep.meetings.closing.tests.racer", **many, data=tmp_path, database=own_database)
    after = house.look()
    assert after["whole"]
    assert [outcome(counts) for counts in after["found"].values()] == ["closed"] * meetings
    assert len({json.dumps(of_the_record(counts)) for counts in after["found"].values()}) == 1
