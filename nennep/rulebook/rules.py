"""One call answers what holds for a unit on a day, and where it comes from."""

from datetime import date

from nennep.organisation.models import Unit
from nennep.rulebook.answers import Rule
from nennep.rulebook.layers import Rulebook, centre_claims, rulebook_of, rulebooks_of, rules_read_once

__all__ = [
    "Rule",
    "Rulebook",
    "centre",
    "rule",
    "rulebook_of",
    "rulebooks_of",
    "rules_in_force",
    "rules_read_once",
]


def rule(key: str, *, unit: Unit, on: date) -> Rule | None:
    """The rule that holds for the unit on that day; None where none does.

    Nothing is assumed: no central text was seen that fixes the thirty minutes, so a cell that has not set
    `theme.min_minutes_per_meeting` has no such rule. Two queries; whoever asks more than once takes `rulebook_of`.
    """
    return rulebook_of(unit).rule(key, on)


def rules_in_force(unit: Unit, on: date) -> dict[str, Rule]:
    """All rules of a day, by key."""
    return rulebook_of(unit).on(on)


def centre(key: str, *, on: date) -> Rule | None:
    """What the Centre's packs say about a key on a day, for whom no unit is asked: no query."""
    claims = centre_claims().get(key, ())
    return next((claim.rule for claim in claims if claim.rule.holds_on(on)), None)
