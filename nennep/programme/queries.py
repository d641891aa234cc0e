"""Reading the programme: how far a registration has come."""

from collections.abc import Iterable
from dataclasses import dataclass

from django.db.models import Q, QuerySet

from nennep.organisation.models import MEMBERS, Unit
from nennep.programme.models import Pledge, Programme, Theme


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


def theme_of(unit: Unit, year: int) -> Theme | None:
    """The theme of a year, or that of the term in which it lies."""
    whole = Q(year=year) | Q(year__lte=year, last_year__gte=year)
    return Theme.objects.filter(whole, unit=unit).select_related("document").order_by("-year").first()


def running_in(unit: Unit, year: int) -> QuerySet[Programme]:
    """The programmes that run in some part of a year."""
    not_over = Q(ends__isnull=True) | Q(ends__year__gte=year)
    found = Programme.objects.filter(not_over, unit=unit, starts__year__lte=year)
    return found.select_related("directive", "plan", "standards")
