"""The tree on a day: who stood above a unit, and which units stood under it. One query each, whatever the depth."""

from datetime import date
from typing import Any

from django.db.models import IntegerField, QuerySet, Value
from django_cte import CTE, with_cte

from nennep.organisation.models import Membership, MembershipRecords, Unit, UnitState


def above(unit: Unit, on: date) -> list[Unit]:
    """The units above it on that day, the nearest first."""
    states = UnitState.objects.on(on).order_by()

    def going_up(cte: Any) -> QuerySet[UnitState, Any]:
        first = states.filter(unit=unit).values("parent_id", height=Value(1, output_field=IntegerField()))
        next_up = cte.join(states, unit_id=cte.col.parent_id)
        return first.union(next_up.values("parent_id", height=cte.col.height + 1), all=True)

    cte = CTE.recursive(going_up, name="going_up")
    found = cte.join(Unit, pk=cte.col.parent_id).annotate(height=cte.col.height).order_by("height")
    return list(with_cte(cte, select=found))


def under(unit: Unit, on: date) -> QuerySet[Unit]:
    """The unit and every unit under it on that day."""
    cte = _going_down(unit, on)
    found: QuerySet[Unit] = with_cte(cte, select=cte.join(Unit, pk=cte.col.unit_id))
    return found


def roll_under(unit: Unit, on: date) -> MembershipRecords:
    """Everybody on the roll of the unit, or of one under it, on that day: the base of a province's percentages."""
    cte = _going_down(unit, on)
    rows = Membership.objects.on(on).filter(temporary=False)
    found: MembershipRecords = with_cte(cte, select=rows.filter(unit__in=cte.queryset().values("unit_id")))
    return found


def _going_down(unit: Unit, on: date) -> Any:
    states = UnitState.objects.on(on).order_by()

    def going_down(cte: Any) -> QuerySet[UnitState, Any]:
        next_down = cte.join(states, parent_id=cte.col.unit_id)
        return states.filter(unit=unit).values("unit_id").union(next_down.values("unit_id"), all=True)

    return CTE.recursive(going_down, name="going_down")
