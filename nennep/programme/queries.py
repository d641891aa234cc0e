"""Reading the programme: how far a registration has come."""

from collections.abc import Iterable
from dataclasses import dataclass

from nennep.organisation.models import MEMBERS
from nennep.programme.models import Pledge


@dataclass(frozen=True)
class Coverage:
    """How many were asked and how many registered; members and others apart, for nobody may ask it of the others."""

    members: int
    members_registered: int
    others: int
    others_registered: int


def coverage(pledges: Iterable[Pledge]) -> Coverage:
    rows = list(pledges)
    members = [row for row in rows if row.standing in MEMBERS]
    others = [row for row in rows if row.standing not in MEMBERS]
    return Coverage(
        len(members),
        sum(row.registered_on is not None for row in members),
        len(others),
        sum(row.registered_on is not None for row in others),
    )
