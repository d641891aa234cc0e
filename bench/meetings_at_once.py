"""A hundred meetings at one process of the real server; a part of `python bench/meetings.py`."""

import http.client
import json
import os
import re
import subprocess
import sys
import threading
import time
import uuid
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, field
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

CELLS, EVERY, LONG, JOTTINGS_BEFORE = 100, 2.0, 30, 20
TOKEN = "b" * 32
VERSIONS = re.compile(r'id="(\w+)" data-version="(\d+)"')


@dataclass(frozen=True)
class Writer:
    """Somebody at the screen of one meeting: the page, who they are to the server, what they write."""

    write: str
    session: str
    kinds: tuple[dict[str, str], ...]
    had: dict[str, str] = field(default_factory=dict)
    """Which version of each part of the page they have."""


def measure_crowd(a_cell_that_meets: Callable[..., Any]) -> None:
    from tests.postgres import free_port

    writers = [writer(a_cell_that_meets(f"N{n}", meetings=0, jottings=JOTTINGS_BEFORE)) for n in range(CELLS)]
    port = free_port()
    data = os.environ["NENNEP_DATA"]
    server = subprocess.Popen([sys.executable, "-m", "nennep", "--data", data, "serve", "--port", str(port)])  # noqa: S603
    try:
        wait_until_it_answers(port, server)
        with ThreadPoolExecutor(16) as pool:  # once each, so that nothing is read for the first time later
            list(pool.map(lambda one: send(http.client.HTTPConnection("127.0.0.1", port), one, 0), writers))
        before = cpu_seconds(server.pid)
        taken, refused, seconds = everybody(writers, port)
        spent = cpu_seconds(server.pid) - before
    finally:
        server.terminate()
        server.wait(timeout=20)
    from nennep.ledger.chain import verify
    from nennep.meetings.models import Jotting

    taken.sort()
    print(
        f"{CELLS} meetings at once, a jotting every {EVERY:.0f} s for {LONG} s, one process: {len(taken)} sent,"
        f" p50 {taken[len(taken) // 2]:.0f} ms, p95 {taken[int(0.95 * len(taken))]:.0f} ms, max {taken[-1]:.0f} ms,"
        f" {len(taken) / seconds:.0f} a second, {refused} not accepted,"
        f" {1000 * spent / len(taken):.1f} ms of the server's processor for each (load of the machine {os.getloadavg()[0]:.1f})"
    )
    kept = Jotting.objects.filter(preparation__planned__unit__code__startswith="N").count()
    at_first = CELLS * (JOTTINGS_BEFORE + 1)
    print(f"  kept {kept - at_first} of {len(taken)} in the database; ledger whole: {verify().whole}", flush=True)


def writer(going_on: Any) -> Writer:
    """With a session made in the database, as signing in would make it."""
    from django.conf import settings
    from django.test import Client
    from django.urls import reverse

    from nennep.organisation.models import User

    client = Client()
    user = User.objects.create(username=going_on.cell.unit.code, person=going_on.cell.minutes_secretary)
    client.force_login(user, "nennep.organisation.accounts.backend.ByLoginName")
    member = str(going_on.cell.member.pk)
    return Writer(
        reverse("meetings:write", args=[going_on.preparation.planned_id]),
        client.cookies[settings.SESSION_COOKIE_NAME].value,
        (
            {"kind": "spoke", "person": member, "gist": "gửi tài liệu sớm", "step": going_on.step("study")},
            {"kind": "step", "step": going_on.step("results")},
            {"kind": "roll", "person": member, "status": "late", "minutes_late": "5"},
            {"kind": "note", "step": going_on.step("self"), "text": "liên hệ việc hẹn lại dân"},
        ),
    )


def wait_until_it_answers(port: int, server: "subprocess.Popen[bytes]") -> None:
    for _attempt in range(200):
        try:
            connection = http.client.HTTPConnection("127.0.0.1", port, timeout=5)
            connection.request("GET", "/dang-nhap/")
            connection.getresponse().read()
            return
        except OSError:
            if server.poll() is not None:
                raise SystemExit("The server ended before it answered.") from None
            time.sleep(0.1)
    raise SystemExit("The server did not answer.")


def cpu_seconds(pid: int) -> float:
    """What a process and those it started have used, as Linux counts it: others on the machine do not change it."""
    own = Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()
    children = Path(f"/proc/{pid}/task/{pid}/children").read_text().split()
    ticks = int(own[11]) + int(own[12])
    return ticks / os.sysconf("SC_CLK_TCK") + sum(cpu_seconds(int(child)) for child in children)


def send(connection: http.client.HTTPConnection, one: Writer, number: int) -> bool:
    """One jotting, as the page's script sends it; whether the server has kept it."""
    fields = dict(one.kinds[number % len(one.kinds)])
    clock, key = datetime.now(UTC).isoformat(), str(uuid.uuid4())
    row = {"key": key, "kind": fields.pop("kind"), "made_at": clock, "fields": fields}
    headers = {
        "Content-Type": "application/json",
        "Cookie": f"sessionid={one.session}; csrftoken={TOKEN}",
        "X-CSRFToken": TOKEN,
    }
    connection.request("POST", one.write, json.dumps({"clock": clock, "jottings": [row], "had": one.had}), headers)
    answer = connection.getresponse()
    said = answer.read()
    if answer.status != 200:
        return False
    told = json.loads(said)
    one.had.update(VERSIONS.findall(told["parts"]))
    accepted: bool = told["accepted"] == [key]
    return accepted


def everybody(writers: list[Writer], port: int) -> tuple[list[float], int, float]:
    """Milliseconds of each sending, how many were not accepted, and how long it all took. Each begins at its own moment."""
    taken: list[float] = []
    refused: list[int] = []
    lock, begun = threading.Lock(), time.perf_counter() + 1

    def at_work(place: int) -> None:
        connection = http.client.HTTPConnection("127.0.0.1", port, timeout=60)
        for number in range(int(LONG / EVERY)):
            due = begun + EVERY * (number + place / len(writers))
            time.sleep(max(due - time.perf_counter(), 0))
            start = time.perf_counter()
            kept = send(connection, writers[place], number)
            with lock:
                taken.append(1000 * (time.perf_counter() - start))
                refused.extend([] if kept else [number])

    with ThreadPoolExecutor(len(writers)) as pool:
        list(pool.map(at_work, range(len(writers))))
    return taken, len(refused), time.perf_counter() - begun
