"""Units, the people in them, and what they hold office for: each fact with the days it holds."""

from nennep.organisation.accounts.models import Card, Invitation
from nennep.organisation.models.accounts import User
from nennep.organisation.models.grants import Grant
from nennep.organisation.models.looks import Look
from nennep.organisation.models.notices import Notice
from nennep.organisation.models.offices import CommitteeTerm, Duty, DutyKind, Office, Term
from nennep.organisation.models.people import (
    MEMBERS,
    Absence,
    Away,
    Coming,
    Exemption,
    Going,
    Membership,
    MembershipRecords,
    Person,
    Standing,
    Suspension,
)
from nennep.organisation.models.units import CELLS, DRESS, CellKind, Dress, Level, Succession, Unit, UnitState

__all__ = [
    "CELLS",
    "DRESS",
    "MEMBERS",
    "Absence",
    "Away",
    "Card",
    "CellKind",
    "Coming",
    "CommitteeTerm",
    "Dress",
    "Duty",
    "DutyKind",
    "Exemption",
    "Going",
    "Grant",
    "Invitation",
    "Level",
    "Look",
    "Membership",
    "MembershipRecords",
    "Notice",
    "Office",
    "Person",
    "Standing",
    "Succession",
    "Suspension",
    "Term",
    "Unit",
    "UnitState",
    "User",
]
