"""A process that closes a live meeting, signs its minutes for both and is killed on the way; see `test_killed`.

`prepare N` makes N cells whose meetings go on; `close CODE` waits for a line and then says each step once something of it is
written and not yet committed; `look` prints what became of every cell's meeting; `finish` does what was left undone and looks.
"""

import json
import os
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import Any


def prepare(number: str) -> None:
    from nennep.meetings.live.tests.goings_on import GoingOn
    from nennep.organisation.tests.factories import a_cell

    for place in range(int(number)):
        GoingOn(a_cell(code=f"H{place}")).go_through()


def close(code: str) -> None:
    from nennep.meetings.closing.actions import close, sign  # noqa: F401  # read before the clock runs

    of(code)
    print("ready", flush=True)
    sys.stdin.readline()
    go_on(code)


@contextmanager
def saying(step: str) -> Iterator[None]:
    """Say the step once, after the first row that it writes in its transaction."""
    from django.db import connection

    said: list[str] = []

    def told(execute: Callable[..., Any], sql: str, *more: Any) -> Any:
        answer = execute(sql, *more)
        if connection.in_atomic_block and sql.startswith("INSERT") and not said:
            said.append(step)
            print(step, flush=True)
        return answer

    with connection.execute_wrapper(told):
        yield


def go_on(code: str) -> None:
    """Close, sign and sign, from where the meeting stands."""
    from nennep.meetings.closing.actions.close import close_meeting
    from nennep.meetings.closing.actions.sign import sign_minutes
    from nennep.meetings.live.tests.goings_on import at_minute
    from nennep.meetings.models import Preparation

    preparation = Preparation.objects.select_related("planned__unit", "chair", "minutes_secretary", "meeting").get(
        planned__unit__code=code
    )
    chair, secretary = preparation.chair, preparation.minutes_secretary
    with saying("closing"):
        meeting = preparation.meeting or close_meeting(preparation, by=chair, at=at_minute(50))
    done = set(meeting.signatures.values_list("person", flat=True))
    for minute, person in ((55, secretary), (60, chair)):
        if person.pk not in done:
            with saying("signing" if person == secretary else "sealing"):
                sign_minutes(meeting, by=person, at=at_minute(minute))
    print("done", flush=True)


def look() -> None:
    from nennep.desk.verifying import verify_everything
    from nennep.organisation.models import Unit

    codes = Unit.objects.filter(code__startswith="H").order_by("code").values_list("code", flat=True)
    found = {code: of(code) for code in codes}
    print(json.dumps({"whole": verify_everything().whole, "found": found}))


def of(code: str) -> dict[str, Any]:
    """How many of everything there is of the cell's meeting; `linked` is whether the prepared meeting knows it."""
    from nennep.ballots.models import ShowOfHands
    from nennep.ledger.acts import reference_of
    from nennep.ledger.models import Entry, Seal
    from nennep.meetings.closing.rows import rows_of
    from nennep.meetings.models import Meeting, Preparation
    from nennep.programme.models import Task

    meetings = list(Meeting.objects.filter(unit__code=code))
    linked = Preparation.objects.get(planned__unit__code=code).meeting_id
    counts: dict[str, Any] = {
        "meetings": len(meetings),
        "linked": linked is not None,
        "tasks": Task.objects.filter(unit__code=code).count(),
        "hands": ShowOfHands.objects.filter(unit__code=code).count(),
    }
    for meeting in meetings:
        rows, subject = rows_of(meeting), reference_of(meeting)
        signatures = rows.pop("signatures")
        counts |= {
            "rows": {name: len(group) for name, group in rows.items()},
            "score": hasattr(meeting, "score"),
            "closed in the ledger": Entry.objects.filter(act="meetings.close", subject=subject).count(),
            "signatures": len(signatures),
            "signed in the ledger": Entry.objects.filter(
                act="meetings.sign", subject__in=[reference_of(signature) for signature in signatures]
            ).count(),
            "seals": Seal.objects.filter(subject=subject).count(),
            "sealed in the ledger": Entry.objects.filter(act="ledger.seal", subject=subject).count(),
            "dated": meeting.minutes_signed_on is not None,
        }
    return counts


def finish() -> None:
    from nennep.organisation.models import Unit

    for code in Unit.objects.filter(code__startswith="H").order_by("code").values_list("code", flat=True):
        go_on(code)
    look()


if __name__ == "__main__":
    os.environ["DJANGO_SETTINGS_MODULE"] = "nennep.config.settings"
    import django

    django.setup()
    {"prepare": prepare, "close": close, "look": look, "finish": finish}[sys.argv[1]](*sys.argv[2:])  # type: ignore[operator]
