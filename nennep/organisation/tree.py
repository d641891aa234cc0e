"""The tree on a day: who stood above a unit, and which units stood under it. One query each, whatever the depth."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
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


@dataclass(frozen=True)
class Standing:
    """A unit that stood over another between two days (or is the unit itself); `depth` is 0 for itself, -1 right above."""

    unit_id: int
    depth: int
    starts: date
    ends: date | None


def lineage(units: Sequence[Unit]) -> dict[int, list[Standing]]:
    """For each unit by key, itself and everybody who ever stood over it, each with the days. One query for them all.

    A unit itself is there on every day: what it has on record before its first state still belongs to it.
    """
    states = UnitState.objects.order_by()

    def going_up(cte: Any) -> QuerySet[UnitState, Any]:
        first = states.filter(unit__in=[unit.pk for unit in units]).values("unit_id", "parent_id")
        return first.union(cte.join(states, unit_id=cte.col.parent_id).values("unit_id", "parent_id"))

    cte = CTE.recursive(going_up, name="ever_above")
    found = with_cte(cte, select=UnitState.objects.filter(unit__in=cte.queryset().values("unit_id")))
    rows: dict[int, list[UnitState]] = {}
    for state in found:
        rows.setdefault(state.unit_id, []).append(state)

    def over(unit: int, depth: int, starts: date, ends: date | None) -> Iterator[Standing]:
        for state in rows.get(unit, ()):
            since, until = max(state.starts, starts), min(state.ends or date.max, ends or date.max)
            if state.parent_id is not None and since <= until:
                last = None if until == date.max else until
                yield Standing(state.parent_id, depth, since, last)
                yield from over(state.parent_id, depth - 1, since, last)

    return {unit.pk: [Standing(unit.pk, 0, date.min, None), *over(unit.pk, -1, date.min, None)] for unit in units}


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
