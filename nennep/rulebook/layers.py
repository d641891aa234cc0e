"""How layers add up for a unit: Centre, province, commune, cell; each may be stricter than the one above, never looser
without a permission. Read once, asked for any day."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from contextvars import ContextVar
from dataclasses import dataclass, replace
from datetime import date, timedelta
from fractions import Fraction
from itertools import zip_longest

from django.utils.translation import gettext as _

from nennep.organisation.models import Unit
from nennep.organisation.tree import Standing, lineage
from nennep.rulebook.answers import OWN, PERMITTED, Rule, Step
from nennep.rulebook.library import Library, library
from nennep.rulebook.models import CellRule, PackUse, Permission
from nennep.rulebook.reading import Name, Stated

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

    def rule(self, key: str, on: date) -> Rule | None:
        """What holds on that day, with the layers that led there."""
        held, steps = None, list[Step]()
        name = self.names.get(key)
        for claim in self.claims.get(key, ()):
            if not claim.rule.holds_on(on):
                continue
            counted = held is None or name is None or outweighs(claim, held, name)
            if counted:
                held = claim.rule
            said = claim.rule
            steps.append(Step(claim.layer, said.value, said.cited, said.certainty, counted))
        return None if held is None else replace(held, layers=tuple(steps))

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
            held = self.rule(key, starts)
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
    """The rulebook of one unit; four queries, and none again inside `rules_read_once`."""
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
    """The rulebooks of several units by key; four queries, however many units."""
    shelf = library()
    above = lineage(units)
    everyone = {standing.unit_id for lines in above.values() for standing in lines}
    own: dict[int, list[CellRule]] = _by_unit(CellRule.objects.filter(unit__in=everyone).select_related("unit"))
    permitted: dict[int, list[Permission]] = _by_unit(
        Permission.objects.filter(unit__in=everyone).select_related("unit")
    )
    used: dict[int, list[PackUse]] = _by_unit(PackUse.objects.filter(unit__in=everyone).select_related("unit"))
    centre = centre_claims()
    books = {}
    for unit in units:
        claims: dict[str, list[Claim]] = defaultdict(list, {key: [*said] for key, said in centre.items()})
        for standing in above[unit.pk]:
            for claim in _at(standing, shelf, used, permitted, own):
                claims[claim.rule.key].append(claim)
        for found in claims.values():
            found.sort(key=lambda claim: claim.rank)
        codes = tuple(use.pack for standing in above[unit.pk] for use in used.get(standing.unit_id, ()))
        books[unit.pk] = Rulebook(unit, dict(claims), shelf.names, codes)
    return books


def centre_claims() -> dict[str, list[Claim]]:
    """What the Centre says, by key."""
    found: dict[str, list[Claim]] = defaultdict(list)
    for stated in library().central():
        found[stated.key].append(Claim(_held(stated, None, None), (CENTRE, 0), stated.pack))
    return found


def _by_unit(rows: Iterable[CellRule] | Iterable[Permission] | Iterable[PackUse]) -> dict[int, list]:  # type: ignore[type-arg]
    found: dict[int, list] = defaultdict(list)  # type: ignore[type-arg]
    for row in rows:
        found[row.unit_id].append(row)
    return found


def _at(
    standing: Standing,
    shelf: Library,
    used: dict[int, list[PackUse]],
    permitted: dict[int, list[Permission]],
    own: dict[int, list[CellRule]],
) -> Iterator[Claim]:
    """What is said at one unit while the other stood under it: packs in use, then permissions, then its own values."""
    unit = standing.unit_id
    for use in used.get(unit, ()):
        pack = shelf.packs.get(use.pack)
        ends = _earliest(use.ends, _replaced_from(use, used.get(unit, ()), shelf))
        for stated in pack.rules if pack is not None else ():
            yield from _while(standing, _held(stated, use.starts, ends), 0, stated.pack)
    for row in permitted.get(unit, ()):
        by = _("%(who)s cho phép") % {"who": row.given_by}
        said = Rule(row.key, Fraction(row.value), by, row.document, PERMITTED, row.given_by, row.starts, row.ends)
        yield from _while(standing, said, 1, by)
    for mine in own.get(unit, ()):
        yield from _while(standing, as_rule(mine), 2, mine.unit.name)


def _while(standing: Standing, said: Rule, order: int, layer: str) -> Iterator[Claim]:
    """What is said at a unit, for the days on which the other stood under it; nothing where there are none."""
    starts, ends = max(said.valid_from, standing.starts), _earliest(said.valid_to, standing.ends)
    if ends is None or starts <= ends:
        yield Claim(replace(said, valid_from=starts, valid_to=ends), (standing.depth, order), layer)


def _replaced_from(use: PackUse, others: Iterable[PackUse], shelf: Library) -> date | None:
    """The last day before a pack that replaces this one came into use at the same unit."""
    for other in others:
        pack = shelf.packs.get(other.pack)
        if pack is not None and use.pack in pack.replaces and other.starts > use.starts:
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
    name = library().names.get(own.key)
    value = Fraction(own.value)
    return Rule(
        key=own.key,
        value=value != 0 if name is not None and name.kind == "flag" else value,
        statement=own.statement,
        source=own.document,
        certainty=OWN,
        pack=own.unit.name,
        valid_from=own.starts,
        valid_to=own.ends,
    )
