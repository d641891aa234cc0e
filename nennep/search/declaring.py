"""What may be found. Each room says it of its own records in a `search.py`; the index and the page ask here."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from django.db import models
from django.db.models import QuerySet
from django.utils.functional import Promise

from nennep.organisation.models import Person
from nennep.search.models import Audience

Keys = Sequence[int]


@dataclass(frozen=True)
class Found:
    """How one record is found: what it is called, what it says, its day, and its page."""

    record: int
    title: str
    url: str
    audience: Audience
    unit: int | None = None
    day: date | None = None
    text: str = ""
    type: str = ""
    number: int | None = None
    """Its own number among documents; typed with parts of `names` it is the first answer."""
    names: str = ""
    """Everything by which people name it, beside its number: the type in every dress, the symbol, who issued it."""


@dataclass(frozen=True)
class Searchable:
    """One kind of record. `number` is its own for ever: it stands in the keys of the index."""

    number: int
    slug: str
    label: str | Promise
    model: type[models.Model]
    read: Callable[[QuerySet[Any]], Iterable[Found]]
    """How these records are found; whoever leaves one out keeps it out of the index."""
    types: Sequence[tuple[str, Any]] = ()
    touched_by: dict[type[models.Model], Callable[[Keys], QuerySet[Any]]] = field(default_factory=dict)
    """Records of other models whose change changes these: by their keys, the records to read again."""
    listed: Callable[[Person, date, Iterable[int]], QuerySet[Any]] | None = None
    """For entries of the audience LISTED: which records this person may find on this day, given the units they see."""


KINDS: dict[int, Searchable] = {}
MOST_KINDS = 63


def searchable(kind: Searchable) -> Searchable:
    """Declare that records of a model may be found."""
    taken = {other.slug for other in KINDS.values()}
    if kind.number in KINDS or kind.slug in taken or not 1 <= kind.number <= MOST_KINDS:
        raise ValueError(
            f"The number {kind.number} or the name {kind.slug} of a searchable kind is taken or too great."
        )
    KINDS[kind.number] = kind
    return kind
