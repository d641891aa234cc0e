"""How layers add up for a unit: Centre, province, commune, cell; each may be stricter than the one above, never looser
without a permission. Read once, asked for any day."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from contextvars import ContextVar
from dataclasses import dataclass, replace
from datetime import date, timedelta
from decimal import Decimal
from fractions import Fraction
from itertools import zip_longest
from typing import NamedTuple

from django.db.models import DecimalField, Value
from django.utils.translation import gettext as _

from nennep.organisation.models import Unit
from nennep.organisation.tree import Standing, lineage
from nennep.rulebook.answers import OWN, PERMITTED, Rule, Step
from nennep.rulebook.library import Library, library
from nennep.rulebook.models import CellRule, PackUse, Permission
from nennep.rulebook.reading import Name, Stated
from nennep.rulebook.values import Value as SomeValue

DAY = timedelta(days=1)
CENTRE = -1000  # above everybody, however deep the tree


@dataclass(frozen=True)
class Claim:
    """What one layer says about a key between two days. Layers further down have higher ranks."""

    rule: Rule
    rank: tuple[int, int]
    layer: str

    @property
    def loosens(self) -> bool:
        return self.rule.certainty == PERMITTED


@dataclass(frozen=True)
class Rulebook:
    """Every claim on a unit, whenever it holds. Asking it costs no query."""

    unit: Unit
    claims: dict[str, list[Claim]]
    names: dict[str, Name]
    packs: tuple[str, ...]

    def held(self, key: str, on: date) -> Rule | None:
        """What holds on that day."""
        held, name = None, self.names.get(key)
        for claim in self.claims.get(key, ()):
            if claim.rule.holds_on(on) and (held is None or name is None or outweighs(claim, held, name)):
                held = claim.rule
        return held

    def rule(self, key: str, on: date) -> Rule | None:
        """What holds on that day, with the layers that led there."""
        held = self.held(key, on)
        return None if held is None else replace(held, layers=tuple(self.steps(key, on)))

    def steps(self, key: str, on: date) -> Iterator[Step]:
        """Everybody who says something about the key on that day, the Centre first, and whether it counted."""
        held, name = None, self.names.get(key)
        for claim in self.claims.get(key, ()):
            if claim.rule.holds_on(on):
                counted = held is None or name is None or outweighs(claim, held, name)
                held = claim.rule if counted else held
                yield Step(claim.layer, claim.rule.value, claim.rule.cited, claim.rule.certainty, counted)

    def on(self, day: date) -> dict[str, Rule]:
        """Every rule of a day, by key."""
        return {key: found for key in self.claims if (found := self.rule(key, day)) is not None}

    def over_time(self, key: str) -> list[Rule]:
        """The stretches of days with one value each, in order, cut where anything began or ended."""
        claims = self.claims.get(key, ())
        cuts = {claim.rule.valid_from for claim in claims}
        cuts |= {claim.rule.valid_to + DAY for claim in claims if claim.rule.valid_to not in (None, date.max)}
        days = sorted(cuts)
        stretches: list[Rule] = []
        for starts, following in zip_longest(days, days[1:]):
            held = self.held(key, starts)
            if held is not None:
                stretches.append(replace(held, valid_from=starts, valid_to=following - DAY if following else None))
        return stretches


def outweighs(claim: Claim, held: Rule, name: Name) -> bool:
    """Whether a layer further down changes what holds: a permission always, a value when it is not looser."""
    if claim.loosens:
        return True
    if name.stricter == "near":
        return True
    mine, theirs = claim.rule.value, held.value
    if name.stricter == "fixed" or not isinstance(mine, Fraction) or not isinstance(theirs, Fraction):
        return False
    return mine >= theirs if name.stricter == "higher" else mine <= theirs


def rulebook_of(unit: Unit) -> Rulebook:
    """The rulebook of one unit; two queries, and none again inside `rules_read_once`."""
    read = _read.get()
    if read is None:
        return rulebooks_of([unit])[unit.pk]
    if unit.pk not in read:
        read[unit.pk] = rulebooks_of([unit])[unit.pk]
    return read[unit.pk]


_read: ContextVar[dict[int, Rulebook] | None] = ContextVar("rulebooks_read", default=None)


@contextmanager
def rules_read_once() -> Iterator[None]:
    """While something is only read that asks for rules a hundred times (a report, a board), each unit's are read once."""
    token = _read.set({})
    try:
        yield
    finally:
        _read.reset(token)


def rulebooks_of(units: Sequence[Unit]) -> dict[int, Rulebook]:
    """The rulebooks of several units by key; two queries, however many units."""
    shelf = library()
    above = lineage(units)
    said: dict[int, list[_Row]] = defaultdict(list)
    for row in _said_at({standing.unit_id for lines in above.values() for standing in lines}):
        said[row.unit_id].append(row)
    centre = centre_claims()
    books = {}
    for unit in units:
        own: dict[str, list[Claim]] = defaultdict(list)
        for standing in above[unit.pk]:
            for claim in _at(standing, said.get(standing.unit_id, ()), shelf):
                own[claim.rule.key].append(claim)
        claims = centre | {
            key: sorted([*centre.get(key, ()), *found], key=lambda claim: claim.rank) for key, found in own.items()
        }
        codes = [row.key for standing in above[unit.pk] for row in said.get(standing.unit_id, ()) if row.kind == USE]
        books[unit.pk] = Rulebook(unit, claims, shelf.names, tuple(codes))
    return books


USE, PERMIT, SET = "use", "permit", "set"


class _Row(NamedTuple):
    """What was said at a unit: a pack taken into use (its code is the key), a permission, or an own value."""

    kind: str
    unit_id: int
    who: str
    key: str
    value: Decimal | None
    statement: str
    document: str
    starts: date
    ends: date | None


def _said_at(units: set[int]) -> Iterator[_Row]:
    """The three registers in one question."""
    own = CellRule.objects.filter(unit__in=units).order_by()
    permitted = Permission.objects.filter(unit__in=units).order_by()
    used = PackUse.objects.filter(unit__in=units).order_by()
    rest = ("document", "starts", "ends")
    rows = own.values_list(Value(SET), "unit_id", "unit__name", "key", "value", "statement", *rest).union(
        permitted.values_list(Value(PERMIT), "unit_id", "given_by", "key", "value", Value(""), *rest),
        used.values_list(
            Value(USE), "unit_id", Value(""), "pack", Value(None, output_field=DecimalField()), Value(""), *rest
        ),
        all=True,
    )
    return map(_Row._make, rows)


def centre_claims() -> dict[str, list[Claim]]:
    """What the Centre says, by key."""
    found: dict[str, list[Claim]] = defaultdict(list)
    for stated in library().central():
        found[stated.key].append(Claim(_held(stated, None, None), (CENTRE, 0), stated.pack))
    return dict(found)


def _at(standing: Standing, rows: Iterable[_Row], shelf: Library) -> Iterator[Claim]:
    """What is said at one unit while the other stood under it: packs in use, then permissions, then its own values."""
    rows = list(rows)
    for row in rows:
        if row.kind == USE:
            pack = shelf.packs.get(row.key)
            ends = _earliest(row.ends, _replaced_from(row, rows, shelf))
            for stated in pack.rules if pack is not None else ():
                yield from _while(standing, _held(stated, row.starts, ends), 0, stated.pack)
        elif row.kind == PERMIT:
            by = _("%(who)s cho phép") % {"who": row.who}
            yield from _while(standing, _stated(row, by, PERMITTED), 1, by)
        else:
            yield from _while(standing, _stated(row, row.statement, OWN), 2, row.who)


def _stated(row: _Row, statement: str, certainty: str) -> Rule:
    value = own_value(row.key, row.value or Decimal(0))
    return Rule(row.key, value, statement, row.document, certainty, row.who, row.starts, row.ends)


def own_value(key: str, value: Decimal) -> SomeValue:
    """A unit's number as the rule's kind has it: yes or no where the rule is a flag."""
    name = library().names.get(key)
    return value != 0 if name is not None and name.kind == "flag" else Fraction(value)


def _while(standing: Standing, said: Rule, order: int, layer: str) -> Iterator[Claim]:
    """What is said at a unit, for the days on which the other stood under it; nothing where there are none."""
    starts, ends = max(said.valid_from, standing.starts), _earliest(said.valid_to, standing.ends)
    if ends is None or starts <= ends:
        yield Claim(replace(said, valid_from=starts, valid_to=ends), (standing.depth, order), layer)


def _replaced_from(use: _Row, others: Iterable[_Row], shelf: Library) -> date | None:
    """The last day before a pack that replaces this one came into use at the same unit."""
    for other in others:
        pack = shelf.packs.get(other.key) if other.kind == USE else None
        if pack is not None and use.key in pack.replaces and other.starts > use.starts:
            return other.starts - DAY
    return None


def _held(stated: Stated, starts: date | None, ends: date | None) -> Rule:
    """A stated rule between the days of its own and those of its use."""
    return Rule(
        key=stated.key,
        value=stated.value,
        statement=stated.statement,
        source=stated.source,
        certainty=stated.certainty,
        pack=stated.pack,
        article=stated.article,
        valid_from=max(day for day in (stated.valid_from, starts, date.min) if day is not None),
        valid_to=_earliest(stated.valid_to, ends),
    )


def _earliest(*days: date | None) -> date | None:
    named = [day for day in days if day is not None]
    return min(named) if named else None


def as_rule(own: CellRule) -> Rule:
    """A unit's own value as the rule it is."""
    value = own_value(own.key, own.value)
    return Rule(own.key, value, own.statement, own.document, OWN, own.unit.name, own.starts, own.ends)
