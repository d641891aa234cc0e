"""Verbs about rules: a unit sets its own value."""

from datetime import datetime

from nennep.ledger.acts import Outcome, put
from nennep.organisation import access
from nennep.organisation.access import Doer
from nennep.rulebook.models import CellRule


def set_own_rule(own: CellRule, *, by: Doer, at: datetime) -> tuple[CellRule, Outcome]:
    """The unit sets its own value for a rule from a day on, by a document."""
    access.require(access.is_secretary, by, own.unit, on=at.date())
    return put(own, key=["unit", "key", "starts"], act_name="rulebook.set_own_rule", by=by, at=at)
