"""One call answers what holds for a unit on a day, and where it comes from."""

import tomllib
from dataclasses import dataclass
from datetime import date
from fractions import Fraction
from functools import cache
from pathlib import Path

from nennep.organisation.models import Unit
from nennep.rulebook.models import CellRule

PACKS = Path(__file__).parent / "packs"


@dataclass(frozen=True)
class Rule:
    """A rule as it holds on a day.

    `certainty` is "seen", "second-hand" (to be compared with the original), "local", or "own" for a cell's own value.
    """

    key: str
    value: Fraction
    statement: str
    source: str
    certainty: str
    pack: str
    valid_from: date
    valid_to: date | None = None

    def holds_on(self, day: date) -> bool:
        return self.valid_from <= day and (self.valid_to is None or day <= self.valid_to)


@cache
def packed_rules() -> tuple[Rule, ...]:
    """Every rule of every shipped pack."""
    rules: list[Rule] = []
    for file in sorted(PACKS.glob("*.toml")):
        pack = tomllib.loads(file.read_text(encoding="utf-8"))
        for item in pack["rule"]:
            rules.append(Rule(pack=pack["name"], **{**item, "value": Fraction(str(item["value"]))}))
    return tuple(rules)


def rule(key: str, *, unit: Unit, on: date) -> Rule | None:
    """The rule that holds for the unit on that day: its own value before the pack's; None where no rule holds.

    Nothing is assumed: no central text was seen that fixes the thirty minutes, so a cell that has not set
    `theme.min_minutes_per_meeting` has no such rule.
    """
    return rules_in_force(unit, on).get(key)


def rules_in_force(unit: Unit, on: date) -> dict[str, Rule]:
    """All rules of a day in one query, by key, the unit's own over the packs'."""
    found = {item.key: item for item in packed_rules() if item.holds_on(on)}
    for own in CellRule.objects.on(on).filter(unit=unit).select_related("unit"):
        found[own.key] = as_rule(own)
    return found


def own_rules_over_time(key: str, unit: Unit) -> list[Rule]:
    """The unit's own values for a key, in order of the day they began."""
    return [
        as_rule(own) for own in CellRule.objects.filter(unit=unit, key=key).select_related("unit").order_by("starts")
    ]


def as_rule(own: CellRule) -> Rule:
    return Rule(
        key=own.key,
        value=Fraction(own.value),
        statement=own.statement,
        source=own.document,
        certainty="own",
        pack=own.unit.name,
        valid_from=own.starts,
        valid_to=own.ends,
    )
