"""Who finds what: the condition stands in the question to the database, so that nothing is fetched and then hidden."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.db.models import Q, QuerySet

from nennep.organisation.models import Membership, Office, Person, Succession, Term
from nennep.organisation.requests import Here
from nennep.search.declaring import KINDS
from nennep.search.expressions import Expression, Word, any_of
from nennep.search.models import Audience, Entry
from nennep.search.placing import scope


@dataclass(frozen=True)
class Reach:
    """What somebody may find on a day: what is public, the records of units whose pages are open to them, and the kinds of
    which a room itself says who may find which. Nobody (the machine's keeper, a session by card) finds nothing."""

    person: Person | None
    today: date
    units: Sequence[int] = ()

    def words(self) -> Expression:
        """The same as words of the index, for the database to begin with."""
        scopes = [scope(Audience.PUBLIC), *(scope(Audience.UNIT, unit=unit) for unit in self.units)]
        scopes += [scope(Audience.LISTED, kind=kind.number) for kind in KINDS.values() if kind.listed]
        return any_of(*map(Word, scopes))

    def listed(self) -> dict[int, QuerySet[Any]]:
        """By kind, the records that this person may find of those whose room says it."""
        if self.person is None:
            return {}
        kinds = [kind for kind in KINDS.values() if kind.listed]
        return {kind.number: kind.listed(self.person, self.today, self.units) for kind in kinds if kind.listed}

    def condition(self) -> Q:
        """For the entries themselves."""
        if self.person is None:
            return Q(pk__in=[])
        open_to = Q(audience=Audience.PUBLIC) | Q(audience=Audience.UNIT, unit__in=self.units)
        for kind, records in self.listed().items():
            open_to |= Q(audience=Audience.LISTED, kind=kind, record__in=records.values("pk"))
        return open_to


def reach_of(here: Here) -> Reach:
    """What the person at the screen finds: exactly what they could open.

    A level above sees figures and no pages, with a grant the names behind figures and still no pages (`guards.sees`): it
    finds nothing of the units below. A helper at work finds what they find themselves, and nothing more: whom they help has
    papers of their own to show. By card everything is shut but one's own few pages, and so is the search.
    """
    if here.person is None or here.own_only:
        return Reach(None, here.today)
    return Reach(here.person, here.today, units_seen(here.person, here.today, here.unit.pk if here.unit else None))


def units_seen(person: Person, today: date, own: int | None) -> list[int]:
    """The units of which `guards.sees` says yes, all at once; a test holds the two to each other."""
    held = Term.objects.on(today).filter(person=person, office__in=Office.values)
    units = set(held.values_list("unit", flat=True))
    ended = Succession.objects.filter(target__in=set(units), source__ends__isnull=False)
    units |= set(ended.values_list("source", flat=True))
    units |= set(Membership.objects.on(today).filter(person=person, temporary=True).values_list("unit", flat=True))
    return sorted(units | ({own} if own is not None else set()))


def found_by(reach: Reach) -> QuerySet[Entry]:
    return Entry.objects.filter(reach.condition())
