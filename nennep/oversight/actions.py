"""Verbs about oversight: returns with their source, and inspections."""

from datetime import datetime

from nennep.ledger.acts import Outcome, put
from nennep.organisation import access
from nennep.organisation.access import Doer
from nennep.oversight.models import DisciplineReturn, FeedbackMonth, Inspection, ServiceMonth


def return_service(month: ServiceMonth, *, by: Doer, at: datetime) -> tuple[ServiceMonth, Outcome]:
    """Files settled in a month, and how many on time."""
    access.require(access.keeps_the_books, by, month.unit, on=at.date())
    return put(month, key=["unit", "month", "field"], act_name="oversight.return_service", by=by, at=at)


def return_feedback(month: FeedbackMonth, *, by: Doer, at: datetime) -> tuple[FeedbackMonth, Outcome]:
    """Complaints, denunciations and suggestions of a month, as counts."""
    access.require(access.keeps_the_books, by, month.unit, on=at.date())
    return put(month, key=["unit", "month", "channel"], act_name="oversight.return_feedback", by=by, at=at)


def return_discipline(entry: DisciplineReturn, *, by: Doer, at: datetime) -> tuple[DisciplineReturn, Outcome]:
    """How many people a disciplinary matter concerned in a period; zero is an answer that needs a source."""
    access.require(access.sees_sensitive, by, entry.unit, on=at.date())
    return put(entry, key=["unit", "starts", "matter", "form"], act_name="oversight.return_discipline", by=by, at=at)


def record_inspection(inspection: Inspection, *, by: Doer, at: datetime) -> tuple[Inspection, Outcome]:
    """An inspection or supervision as it stands: planned, begun, concluded, mended."""
    access.require(access.sees_sensitive, by, inspection.unit, on=at.date())
    key = ["unit", "year", "kind", "subject", "planned_on"]
    return put(inspection, key=key, act_name="oversight.record_inspection", by=by, at=at)
