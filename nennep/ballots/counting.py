"""Who may vote, whether enough are there, and what a show of hands came to. All fractions are exact."""

from dataclasses import dataclass
from datetime import date

from nennep.ballots.models import ShowOfHands
from nennep.organisation.models import Membership, Person, Standing, Unit
from nennep.rulebook.rules import rule
from nennep.rulebook.values import Threshold

RESOLUTION, BASE, QUORUM = "vote.resolution", "vote.resolution_base", "meeting.quorum"
OF_PRESENT, OF_ENTITLED = "có mặt", "có quyền"
"""What `vote.resolution_base` may say: the part is counted of those in the room, or of all who may vote."""


def entitled(unit: Unit, on: date) -> list[Person]:
    """Full members who meet here that day: without the probationary, the exempt, the suspended, and those who meet
    elsewhere for a time (domain 1.4; Điều lệ Đảng for the probationary)."""
    attending = Membership.objects.attending(unit, on).filter(standing=Standing.FULL)
    return [membership.person for membership in attending.select_related("person")]


def resolution_threshold(unit: Unit, on: date) -> Threshold | None:
    """What part must agree to a resolution or conclusion; None where no rule held."""
    found = rule(RESOLUTION, unit=unit, on=on)
    return found.threshold if found is not None else None


def resolution_base(unit: Unit, on: date) -> str:
    """Of whom that part is counted, as the cell has settled it; empty where nobody has said."""
    found = rule(BASE, unit=unit, on=on)
    return str(found.value) if found is not None else ""


def is_quorate(unit: Unit, on: date, *, present: int, expected: int) -> bool | None:
    """Whether enough are there; None where no rule says how many."""
    found = rule(QUORUM, unit=unit, on=on)
    return found.threshold.met(present, expected) if found is not None else None


@dataclass(frozen=True)
class Outcome:
    """What a show of hands came to. `carried` is None where no rule says what part is needed, or where it would be carried
    by one way of counting and not by the other and the cell has not settled which."""

    carried: bool | None
    of_present: bool | None
    of_entitled: bool | None


def outcome(hands: ShowOfHands, base: str = "") -> Outcome:
    threshold = hands.threshold
    if threshold is None:
        return Outcome(None, None, None)
    present = threshold.met(hands.in_favour, hands.present)
    entitled = threshold.met(hands.in_favour, hands.entitled)
    if base == OF_PRESENT:
        carried: bool | None = present
    elif base == OF_ENTITLED:
        carried = entitled
    else:
        carried = present if present == entitled else None
    return Outcome(carried, present, entitled)
