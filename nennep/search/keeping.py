"""Keeps the index equal to the registers: every act is heard in its own transaction, and all of it can be made anew."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from django.db import DatabaseError, connection, transaction
from django.db.models import QuerySet
from django.utils import translation

from nennep.ledger.chain import ERASURE
from nennep.ledger.hearing import hearer
from nennep.ledger.models import Entry as Act
from nennep.organisation.enrolment import chunks
from nennep.search.declaring import KINDS, Searchable
from nennep.search.models import Entry
from nennep.search.placing import entry_of


@hearer
def hear(acts: Sequence[Act]) -> None:
    """Read again whatever the acts were about, and what says something of it."""
    subjects: dict[str, list[int]] = defaultdict(list)
    for act in acts:
        label, _colon, key = act.subject.partition(":")
        if key.isdecimal():
            subjects[label].append(int(key))
    gone = 0
    for kind in KINDS.values():
        if keys := subjects.get(kind.model._meta.label_lower):
            gone += refresh(kind, keys)
        for model, touched in kind.touched_by.items():
            if keys := subjects.get(model._meta.label_lower):
                gone += refresh(kind, list(touched(keys).order_by().values_list("pk", flat=True).distinct()))
    if gone and any(act.act == ERASURE for act in acts):
        leave_no_remnants()


def refresh(kind: Searchable, keys: Iterable[int]) -> int:
    """Let the index say of these records what they say now. Returns how many entries said something else before."""
    gone = 0
    for some in chunks(sorted(set(keys))):
        wanted = {entry.record: entry for entry in entries_of(kind, kind.model._default_manager.filter(pk__in=some))}
        stored = {entry.record: entry for entry in Entry.objects.filter(kind=kind.number, record__in=some)}
        old = [entry.pk for key, entry in stored.items() if differs(entry, wanted.get(key))]
        new = [entry for key, entry in wanted.items() if differs(entry, stored.get(key))]
        if old:
            Entry.objects.filter(pk__in=old).delete()
        if new:
            Entry.objects.bulk_create(sorted(new, key=lambda entry: entry.pk))
        gone += len(old)
    return gone


def differs(entry: Entry, other: Entry | None) -> bool:
    return other is None or entry.columns() != other.columns()


def entries_of(kind: Searchable, records: QuerySet[Any]) -> Iterator[Entry]:
    """What the index has to hold of these records: in Vietnamese, whatever language the page speaks at the moment."""
    with translation.override("vi"):
        for found in kind.read(records):
            yield entry_of(kind.number, found)


def rebuild() -> int:
    """Make the whole index anew. Returns how many entries it has."""
    with transaction.atomic():
        Entry.objects.all().delete()
        for kind in KINDS.values():
            refresh(kind, kind.model._default_manager.values_list("pk", flat=True))
        tidy()
    return Entry.objects.count()


@dataclass(frozen=True)
class Difference:
    """An entry that is missing, that nothing stands behind any more, or that says something else than its record."""

    kind: str
    record: int
    what: str


def differences() -> Iterator[Difference]:
    """Where the index and the registers disagree; nothing when every act was heard."""
    for kind in KINDS.values():
        keys = kind.model._default_manager.values_list("pk", flat=True)
        known = Entry.objects.filter(kind=kind.number).values_list("record", flat=True)
        for some in chunks(sorted({*keys, *known})):
            wanted = {e.record: e for e in entries_of(kind, kind.model._default_manager.filter(pk__in=some))}
            stored = {e.record: e for e in Entry.objects.filter(kind=kind.number, record__in=some)}
            for key in some:
                mine, theirs = stored.get(key), wanted.get(key)
                if mine is None and theirs is not None:
                    yield Difference(kind.slug, key, "missing")
                elif mine is not None and theirs is None:
                    yield Difference(kind.slug, key, "left over")
                elif mine is not None and theirs is not None and differs(mine, theirs):
                    yield Difference(kind.slug, key, "different")
    unknown = Entry.objects.exclude(kind__in=list(KINDS))
    yield from (Difference(str(entry.kind), entry.record, "of no kind") for entry in unknown)


def index_is_whole() -> bool:
    """Whether the database's own index holds exactly the words of the entries."""
    if connection.vendor != "sqlite":
        return True  # a generated column cannot say anything else
    try:
        with connection.cursor() as cursor:
            cursor.execute("INSERT INTO search_index(search_index, rank) VALUES('integrity-check', 1)")
    except DatabaseError:
        return False
    return True


def tidy() -> None:
    """After everything was written anew: let the database know how common each word is, and lay its index in order."""
    with connection.cursor() as cursor:
        if connection.vendor == "sqlite":
            cursor.execute("INSERT INTO search_index(search_index) VALUES('optimize')")
        else:
            cursor.execute("ANALYZE search_entry")


def leave_no_remnants() -> None:
    """After an erasure: SQLite's index only marks words as gone until it is next laid in order. (Its option "secure-delete"
    would take them out at once, and leave a folder that SQLite before 3.42 cannot open.) PostgreSQL's own cleaning takes old
    rows away, as in every other table."""
    if connection.vendor == "sqlite":
        tidy()
