"""How fast a meeting is: `python bench/meetings.py [--only acts page minutes crowd]`.

One cell of 30 people with five years of monthly meetings and a meeting that goes on with 150 jottings: the next item, a tap of
the roll call and a vote through the real view, as the page's script sends them and as a plain form, beside a bare transaction
of one INSERT and one SELECT; the live page with all it loads; minutes of some forty pages as DOCX and PDF beside the bare
libraries; and 100 cells whose meetings go on at once at one process of the real server, each sending a jotting every two
seconds for half a minute. All of it on SQLite, and on a PostgreSQL cluster of its own. It judges nothing.
"""

import argparse
import gzip
import io
import os
import re
import statistics
import subprocess
import sys
import tempfile
import time
import uuid
from collections.abc import Callable, Iterator
from datetime import date
from functools import partial
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parents[1]
sys.path.insert(0, str(ROOT))
RUNS, PEOPLE, MEETINGS, JOTTINGS, OPINIONS = 40, 30, 60, 150, 400
GIST = (
    "đề nghị niêm yết thời hạn trả lời ngay tại bộ phận một cửa, ghi rõ ai chịu trách nhiệm từng việc, hằng tuần " * 3
)
PARTS_HAD = re.compile(r'id="(\w+)" data-version="(\d+)"')
PARTS = ("acts", "page", "minutes", "crowd")


def main() -> None:
    parser = argparse.ArgumentParser(description="Measure meetings.")
    parser.add_argument("--only", nargs="+", choices=PARTS, default=list(PARTS))
    parser.add_argument("--inside", choices=["sqlite", "postgresql"], help=argparse.SUPPRESS)
    options = parser.parse_args()
    if options.inside:
        measure(options.inside, options.only)
        return
    from tests.postgres import NoPostgreSQL, cluster

    # Each database in a process of its own: the settings are read once.
    words = [sys.executable, __file__, "--only", *options.only, "--inside"]
    kept = {name: value for name, value in os.environ.items() if name != "NENNEP_DATABASE"}
    kept["PYTHONPATH"] = str(ROOT)
    with tempfile.TemporaryDirectory() as folder:
        subprocess.run([*words, "sqlite"], env=kept | {"NENNEP_DATA": folder}, check=True)  # noqa: S603
    try:
        with cluster() as address, tempfile.TemporaryDirectory() as folder:
            chosen = kept | {"NENNEP_DATA": folder, "NENNEP_DATABASE": address}
            subprocess.run([*words, "postgresql"], env=chosen, check=True)  # noqa: S603
    except NoPostgreSQL as error:
        print(error)


def measure(name: str, parts: list[str]) -> None:
    # The cell meets on 3 June 2014, which is the day of this folder's clock.
    (Path(os.environ["NENNEP_DATA"]) / "settings.toml").write_text("today = 2014-06-03\n")
    os.environ["DJANGO_SETTINGS_MODULE"] = "nennep.config.settings"
    import django

    django.setup()
    from django.core.management import call_command

    call_command("prepare", verbosity=0)
    print(f"{name}, load of the machine before: {os.getloadavg()[0]:.1f}", flush=True)
    going_on = a_cell_that_meets("HOP", meetings=MEETINGS, jottings=JOTTINGS)
    if "acts" in parts:
        acts(going_on)
    if "page" in parts:
        page(going_on)
    if "minutes" in parts:
        minutes()
    if "crowd" in parts:
        from meetings_at_once import measure_crowd

        measure_crowd(a_cell_that_meets)
    print()


def a_cell_that_meets(code: str, *, meetings: int, jottings: int) -> Any:
    """A cell with a meeting that goes on, in which everybody was called and people have spoken in turn."""
    from django.db import transaction

    from nennep.meetings.live.tests.goings_on import GoingOn, at_minute
    from nennep.meetings.models import Jotting
    from nennep.meetings.tests.factories import AttendanceFactory, MeetingFactory
    from nennep.organisation.tests.factories import a_cell, on_roll
    from nennep.rulebook.tests.factories import CellRuleFactory

    with transaction.atomic():
        cell = a_cell(code=code)
        people = [cell.member, *(on_roll(cell.unit, f"Nguyễn Thị {number}") for number in range(PEOPLE - 7))]
        CellRuleFactory(unit=cell.unit, value=30, starts=date(2011, 12, 1))
        for number in range(meetings):
            held_on = date(2009 + number // 12, number % 12 + 1, 4)
            held = MeetingFactory(unit=cell.unit, held_on=held_on, chair=cell.secretary)
            for person in people:
                AttendanceFactory(meeting=held, person=person)
        going_on = GoingOn(cell)
        going_on.say("step", 0, step=going_on.step("study"))
        going_on.say("rest", 1)
        spoken = going_on.step("study")
        Jotting.objects.bulk_create(
            Jotting(
                key=uuid.uuid4(),
                preparation=going_on.preparation,
                kind="roll" if number % 5 == 0 else "spoke",
                content={"person": people[number % len(people)].pk, "status": "present", "reason": ""}
                if number % 5 == 0
                else {"step": spoken, "person": people[number % len(people)].pk, "gist": GIST[:200]},
                made_at=at_minute(2 + number / 10),
                received_at=at_minute(2 + number / 10),
                by=cell.minutes_secretary,
            )
            for number in range(jottings - 2)
        )
    return going_on


def acts(going_on: Any) -> None:
    """Each act through the view, what it wrote taken away again so that every run finds the same."""
    from django.urls import reverse

    client, after = signed_in(going_on), taking_away(going_on)
    live, write = (reverse(f"meetings:{page}", args=[going_on.preparation.planned_id]) for page in ("live", "write"))
    had = dict(PARTS_HAD.findall(client.get(live).content.decode()))
    steps = [going_on.step(part) for part in ("study", "results", "self")]
    sent: dict[str, Iterator[dict[str, Any]]] = {
        "next item": ({"kind": "step", "step": steps[number % 3]} for number in range(10**6)),
        "roll call tap": (
            {"kind": "roll", "person": going_on.cell.member.pk, "status": "late", "minutes_late": number % 9 + 1}
            for number in range(10**6)
        ),
        "vote": (
            {
                "kind": "vote",
                "about": "conclusion",
                "matter": "",
                "in_favour": 9,
                "against": number % 9,
                "abstaining": 0,
            }
            for number in range(10**6)
        ),
    }
    print(f"{'':<38}{'median':>10}{'p95':>10}{'queries':>9}")
    for name, fields in sent.items():
        report(f"{name}, by script", partial(by_script, client, write, had, fields), after=after)
        report(f"{name}, plain form", partial(by_form, client, write, fields), after=after)
    fields = sent["next item"]
    report(
        "next item, form and page after it",
        partial(by_form, client, write, fields, follow=True),
        after=after,
    )
    report("the live page", lambda: answered(client.get(live), 200))
    report("the script's call with nothing to say", lambda: answered(sending(client, write, had, []), 200))
    report("bare INSERT + SELECT", bare())


def signed_in(going_on: Any) -> Any:
    from django.test import Client

    from nennep.organisation.models import User

    client = Client(SERVER_NAME="localhost")
    named = {"username": going_on.cell.unit.code, "person": going_on.cell.minutes_secretary}
    client.force_login(User.objects.get_or_create(**named)[0])
    return client


def by_script(client: Any, write: str, had: dict[str, str], fields: Iterator[dict[str, Any]]) -> None:
    said = next(fields)
    key = str(uuid.uuid4())
    answer = sending(client, write, had, [(key, said)])
    if answer.json()["accepted"] != [key]:
        raise SystemExit(f"not accepted: {answer.content.decode()[:300]}")


def sending(client: Any, write: str, had: dict[str, str], jottings: list[tuple[str, dict[str, Any]]]) -> Any:
    from django.utils import timezone

    clock = timezone.now().isoformat()
    rows = [{"key": key, "kind": said["kind"], "made_at": clock, "fields": said} for key, said in jottings]
    return client.post(write, {"clock": clock, "jottings": rows, "had": had}, content_type="application/json")


def by_form(client: Any, write: str, fields: Iterator[dict[str, Any]], *, follow: bool = False) -> None:
    answered(client.post(write, next(fields), follow=follow), 200 if follow else 302)


def answered(answer: Any, status: int) -> None:
    if answer.status_code != status:
        raise SystemExit(f"answered {answer.status_code}: {answer.content.decode()[:300]}")


def taking_away(going_on: Any) -> Callable[[], Any]:
    """Takes away what was written since now."""
    kept = list(going_on.preparation.jottings.values_list("pk", flat=True))
    return lambda: going_on.preparation.jottings.exclude(pk__in=kept).delete()


def bare() -> Callable[[], None]:
    """What the database alone takes: one row in, the rows of the meeting out, one transaction."""
    from django.db import connection, transaction

    with connection.cursor() as cursor:
        cursor.execute("CREATE TABLE bare (key integer PRIMARY KEY, content varchar(300))")
    numbers = iter(range(10**6))

    def once() -> None:
        with transaction.atomic(), connection.cursor() as cursor:
            cursor.execute("INSERT INTO bare VALUES (%s, %s)", [next(numbers), GIST[:200]])
            cursor.execute("SELECT key, content FROM bare ORDER BY key DESC LIMIT 150")
            cursor.fetchall()

    return once


def report(name: str, do: Callable[[], Any], after: Callable[[], Any] = lambda: None) -> None:
    from django.db import connection
    from django.test.utils import CaptureQueriesContext

    do()
    after()
    with CaptureQueriesContext(connection) as asked:
        do()
    queries = len(asked)
    after()
    taken = []
    for _run in range(RUNS):
        begun = time.perf_counter()
        do()
        taken.append(1000 * (time.perf_counter() - begun))
        after()
    taken.sort()
    p95 = taken[int(0.95 * len(taken))]
    print(f"{name:<38}{statistics.median(taken):>8.2f}ms{p95:>8.2f}ms{queries:>9}", flush=True)


def page(going_on: Any) -> None:
    """What a browser fetches to write a meeting down: the page, its styles and scripts, in kB as they are and packed."""
    from django.urls import reverse

    client = signed_in(going_on)
    html = client.get(reverse("meetings:live", args=[going_on.preparation.planned_id])).content
    addresses = re.findall(r'<(?:link|script)[^>]* (?:href|src)="([^"]+)"', html.decode())
    parts = {"the page": html}
    for address in dict.fromkeys([*addresses, reverse("meetings:worker")]):
        answer = client.get(address)
        parts[address] = b"".join(answer.streaming_content) if answer.streaming else answer.content
    print(f"{f'the live page, {JOTTINGS} jottings':<38}{'kB':>10}{'gzip kB':>10}")
    for name, content in parts.items():
        print(f"  {name:<36}{kb(content):>10}{kb(gzip.compress(content)):>10}")
    scripts = [name for name in parts if name.endswith(".js")]
    for name, left_out in (
        ("with everything", []),
        ("without live.js and its worker", scripts_of_live(scripts)),
        ("without any script", scripts),
    ):
        chosen = [content for part, content in parts.items() if part not in left_out]
        packed = sum(len(gzip.compress(content)) for content in chosen)
        print(f"{name:<38}{sum(map(len, chosen)) / 1000:>10.1f}{packed / 1000:>10.1f}")


def scripts_of_live(scripts: list[str]) -> list[str]:
    return [name for name in scripts if "live" in name or name.endswith("hop.js")]


def kb(content: bytes) -> str:
    return f"{len(content) / 1000:.1f}"


def minutes() -> None:
    """A meeting of 400 opinions closed, signed by both, and its minutes written as Word and PDF."""
    from pypdf import PdfReader

    from nennep.meetings.closing.actions.close import close_meeting
    from nennep.meetings.closing.actions.sign import sign_minutes
    from nennep.meetings.live.tests.goings_on import at_minute
    from nennep.meetings.models import Meeting
    from nennep.meetings.papers.views import minutes_of
    from nennep.paper.docx_writer import to_docx
    from nennep.paper.pdf_writer import to_pdf

    going_on = a_cell_that_meets("CB-DAI", meetings=0, jottings=OPINIONS * 5 // 4)
    cell = going_on.cell
    going_on.say("decision", 60, text="Niêm yết thời hạn", person=cell.member.pk, due_on="2014-07-01")
    going_on.say("conclusion", 61, text="Thống nhất các việc đã bàn.")
    going_on.say("step", 62, step="end")
    begun = time.perf_counter()
    closed = close_meeting(going_on.preparation, by=cell.secretary, at=at_minute(70))
    closing = time.perf_counter() - begun
    sign_minutes(closed, by=cell.minutes_secretary, at=at_minute(71))
    begun = time.perf_counter()
    sign_minutes(closed, by=cell.secretary, at=at_minute(72))
    sealing = time.perf_counter() - begun
    meeting = Meeting.objects.get(pk=closed.pk)
    made, laid_out = timed(lambda: minutes_of(meeting))
    to_docx(made), to_pdf(made)
    _word, docx = timed(lambda: to_docx(made))
    printed, pdf = timed(lambda: to_pdf(made))
    pages = len(PdfReader(io.BytesIO(printed)).pages)
    lines = [f"{row.person}: {row.gist}" for row in meeting.contributions.select_related("person")]
    print(
        f"minutes of {len(lines)} opinions, {pages} pages: laid out {laid_out:.0f} ms, DOCX {docx:.0f} ms"
        f" (python-docx bare {timed(lambda: bare_docx(lines))[1]:.0f} ms), PDF {pdf:.0f} ms"
        f" (typst bare {timed(lambda: bare_pdf(lines))[1]:.0f} ms), all three {laid_out + docx + pdf:.0f} ms"
    )
    print(
        f"the meeting closed in {1000 * closing:.0f} ms, signed for the second time and sealed in {1000 * sealing:.0f} ms"
    )


def timed(do: Callable[[], Any]) -> tuple[Any, float]:
    """What it gave, and the median of three in milliseconds."""
    taken = []
    for _run in range(3):
        begun = time.perf_counter()
        given = do()
        taken.append(1000 * (time.perf_counter() - begun))
    return given, statistics.median(taken)


def bare_docx(lines: list[str]) -> None:
    import docx

    written = docx.Document()
    for line in lines:
        written.add_paragraph(line)
    written.save(io.BytesIO())


def bare_pdf(lines: list[str]) -> None:
    import typst

    typst.compile("\n\n".join(lines).encode(), format="pdf")


if __name__ == "__main__":
    main()
