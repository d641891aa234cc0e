"""Whatever is recorded in whatever order, who belonged where on any day is what a day-by-day account says."""

from dataclasses import dataclass, field
from datetime import date, datetime, timedelta

import pytest
from django.core.exceptions import ValidationError
from django.db import transaction
from hypothesis import example, given, settings
from hypothesis import strategies as st

from nennep.organisation import actions
from nennep.organisation.access import Operator
from nennep.organisation.models import Going, Level, Membership, Person, Unit
from nennep.organisation.queries import unit_of
from nennep.organisation.tests.factories import MembershipFactory, UnitFactory
from nennep.organisation.tree import above, roll_under, under
from tests.house import HANOI

pytestmark = pytest.mark.django_db

FIRST = date(2014, 1, 1)
DAYS = [FIRST + timedelta(days=number) for number in range(12)]
AT = datetime(2014, 6, 3, 14, 0, tzinfo=HANOI)
BY = {"by": Operator(), "at": AT}
UNITS, PEOPLE = range(4), range(4)  # unit 0 is the root, above everything at first

days = st.integers(1, len(DAYS) - 1)
units, people = st.sampled_from(UNITS), st.sampled_from(PEOPLE)
acts = st.one_of(
    st.tuples(st.just("transfer"), days, people, units),
    st.tuples(st.just("leave"), days, people),
    st.tuples(st.just("rename"), days, units),
    st.tuples(st.just("move"), days, units, units),
    st.tuples(st.just("merge"), days, units, units),
)


@dataclass
class Account:
    """For each day: who is where, what each unit is called, what it stands under; None where there is nothing."""

    place: list[dict[int, int | None]] = field(default_factory=list)
    name: list[dict[int, str | None]] = field(default_factory=list)
    parent: list[dict[int, int | None]] = field(default_factory=list)

    @classmethod
    def at_first(cls) -> "Account":
        return cls(
            [{person: 1 + person % 3 for person in PEOPLE} for _ in DAYS],
            [{unit: f"Đơn vị {unit}" for unit in UNITS} for _ in DAYS],
            [{unit: 0 if unit else None for unit in UNITS} for _ in DAYS],
        )

    def note(self, act: tuple, number: int) -> None:
        """Write an act that was not refused into every day from its own on."""
        what, day, first, *rest = act
        for today in range(day, len(DAYS)):
            if what == "transfer" and self.place[today][first] is not None:
                self.place[today][first] = rest[0]
            elif what == "leave" and today > day:
                self.place[today][first] = None
            elif what == "rename":
                self.name[today][first] = f"Tên {number}"
            elif what == "move":
                self.parent[today][first] = rest[0]
            elif what == "merge":
                into = rest[0]
                self.place[today] = {p: into if u == first else u for p, u in self.place[today].items()}
                self.parent[today] = {u: into if p == first else p for u, p in self.parent[today].items()}
                self.name[today][first] = self.parent[today][first] = None

    def above(self, unit: int, today: int) -> list[int]:
        found, upper = [], self.parent[today][unit]
        while upper is not None:
            found.append(upper)
            upper = self.parent[today][upper]
        return found


@dataclass
class House:
    """The same units and people in the database."""

    units: list[Unit]
    people: list[Person]

    @classmethod
    def at_first(cls) -> "House":
        root = UnitFactory(name="Đơn vị 0", level=Level.COMMUNE, starts=FIRST)
        cells = [UnitFactory(name=f"Đơn vị {number}", parent=root, starts=FIRST) for number in UNITS[1:]]
        found = [root, *cells]
        return cls(found, [MembershipFactory(unit=found[1 + n % 3], starts=FIRST).person for n in PEOPLE])

    def do(self, act: tuple, number: int) -> bool:
        """Do it; False where it was refused."""
        what, day, first, *rest = act
        common = {"on": DAYS[day], "document": "QĐ 1-QĐ/ĐU", **BY}
        unit = Unit.objects.get(pk=self.units[first].pk) if what in ("rename", "move", "merge") else None
        other = Unit.objects.get(pk=self.units[rest[0]].pk) if rest else None
        try:
            if what == "transfer":
                actions.transfer(self.people[first], to=other, **common)
            elif what == "leave":
                actions.leave(self.people[first], Going.LEFT, **common)
            elif what == "rename":
                named = {"letterhead": unit.letterhead, "symbol": unit.symbol, "place": unit.place}
                actions.rename_unit(unit, name=f"Tên {number}", **named, **common)
            elif what == "move":
                actions.move_unit(unit, to=other, **common)
            else:
                actions.merge_units([unit], into=other, **common)
        except ValidationError:
            return False
        return True


@settings(max_examples=60, deadline=None)
@example(history=[("move", 1, 2, 1), ("merge", 1, 1, 0)])
@example(history=[("move", 1, 2, 1), ("rename", 3, 2), ("merge", 2, 1, 0)])
@given(history=st.lists(acts, max_size=9))
def test_who_belonged_where_on_any_day_is_what_a_day_by_day_account_says(history):
    with transaction.atomic():
        house, account = House.at_first(), Account.at_first()
        number_of = {unit.pk: number for number, unit in enumerate(house.units)}
        for number, act in enumerate(history):
            if house.do(act, number):
                account.note(act, number)
        for today, day in enumerate(DAYS):
            for person, where in account.place[today].items():
                found = unit_of(house.people[person], day)
                assert (number_of[found.pk] if found else None) == where, (history, day, person)
            for number, unit in enumerate(house.units):
                state = unit.on(day)
                assert (state.name if state else None) == account.name[today][number], (history, day, number)
                if state is not None:
                    assert [number_of[u.pk] for u in above(unit, day)] == account.above(number, today), (history, day)
                    members = {row.person for row in Membership.objects.of(unit).on(day)}
                    wanted = {p for p, where in account.place[today].items() if where == number}
                    assert members == {house.people[p] for p in wanted}, (history, day)
        last = DAYS[-1]
        for number, unit in enumerate(house.units):
            below = {
                n for n in UNITS if account.name[-1][n] and (n == number or number in account.above(n, len(DAYS) - 1))
            }
            if account.name[-1][number]:
                assert {number_of[u.pk] for u in under(unit, last)} == below
                inside = [p for p, where in account.place[-1].items() if where in below]
                assert roll_under(unit, last).count() == len(inside)
        transaction.set_rollback(True)
