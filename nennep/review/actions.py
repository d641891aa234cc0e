"""Verbs about the yearly review."""

from datetime import datetime

from nennep.ledger.acts import Outcome, put
from nennep.organisation import access
from nennep.organisation.access import Doer
from nennep.review.models import Rating


def record_rating(rating: Rating, *, by: Doer, at: datetime) -> tuple[Rating, Outcome]:
    """Enter a rating that was decided, or why somebody was not rated. The program never chooses a level."""
    access.require(access.sits_on_committee, by, rating.unit, on=at.date())
    return put(rating, key=["unit", "year", "person"], act_name="review.record_rating", by=by, at=at)
