"""The roll of one meeting as its minutes count it (domain 1.4, 1.5)."""

from collections import Counter
from collections.abc import Callable, Iterable
from typing import Any

from nennep.meetings.models import COUNTED, PRESENT, Attendance, AttendanceStatus, Meeting
from nennep.organisation.models import MEMBERS, Exemption, Person, Standing
from nennep.rulebook.answers import Rule
from nennep.rulebook.values import written
from nennep.vietnamese.folding import fold
from nennep.vietnamese.numbers import share

Calls = Callable[[Person], str]
"""What somebody is called on the papers of one meeting."""


def naming(people: Iterable[Person]) -> Calls:
    """By name; where two on the roll have the same name, by name and code."""
    alike = Counter(fold(person.name) for person in people)

    def called(person: Person) -> str:
        return f"{person.name} ({person.code})" if alike[fold(person.name)] > 1 else person.name

    return called


def count_of_roll(
    meeting: Meeting, roll: list[Attendance], called: Calls, quorum: Rule | None
) -> dict[str, Any] | None:
    """How many belong, had to come and came, and everybody by name who was not simply there. None where no roll was called.

    Those with the unit for a time are counted where they meet; the exempt and those who meet elsewhere belong to it and did
    not have to come.
    """
    if not roll:
        return None
    members = [row for row in roll if row.standing in MEMBERS]
    own = [row for row in members if not row.temporary]
    expected = [row for row in members if row.status in COUNTED]
    present = [row for row in expected if row.status in PRESENT]
    exempt = [row for row in roll if row.status == AttendanceStatus.EXEMPT]
    free = exempted(meeting)

    def names(rows: Iterable[Attendance]) -> list[str]:
        return [called(row.person) for row in rows]

    def timed(rows: Iterable[Attendance], column: str) -> list[dict[str, Any]]:
        return [{"name": called(row.person), "minutes": getattr(row, column)} for row in rows]

    return {
        "total": len(own),
        "full": number(own, Standing.FULL),
        "probationary": number(own, Standing.PROBATIONARY),
        "expected": len(expected),
        "present": len(present),
        "present_full": number(present, Standing.FULL),
        "present_probationary": number(present, Standing.PROBATIONARY),
        "rate": share(len(present), len(expected)),
        "absent": [
            {
                "name": called(row.person),
                "reason": row.reason,
                "excused": row.status == AttendanceStatus.EXCUSED,
            }
            for row in roll
            if row.status in (AttendanceStatus.EXCUSED, AttendanceStatus.UNEXCUSED)
        ],
        "late": timed((row for row in roll if row.status == AttendanceStatus.LATE), "minutes_late"),
        "left_early": timed((row for row in roll if row.minutes_early), "minutes_early"),
        "exempt": names(exempt),
        "exempt_present": names(row for row in present if row.person_id in free),
        "temporary_in": names(row for row in roll if row.temporary),
        "temporary_out": names(row for row in roll if row.status == AttendanceStatus.ELSEWHERE),
        "non_members": names(row for row in roll if row.standing not in MEMBERS and row.status in PRESENT),
        "quorum": verdict_of(quorum, len(present), len(expected)),
    }


def number(rows: Iterable[Attendance], standing: Standing) -> int:
    return sum(row.standing == standing for row in rows)


def exempted(meeting: Meeting) -> set[int]:
    """Who was exempt that day and so did not have to come."""
    exemptions = Exemption.objects.on(meeting.held_on).filter(unit=meeting.unit)
    return set(exemptions.values_list("person", flat=True))


def verdict_of(quorum: Rule | None, present: int, expected: int) -> dict[str, Any] | None:
    """Whether enough were there; None where no rule says how many."""
    if quorum is None:
        return None
    threshold = quorum.threshold
    return {
        "met": threshold.met(present, expected),
        "rule": written(threshold, "threshold"),
        "source": quorum.cited,
    }
