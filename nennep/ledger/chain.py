"""How entries hang together: each holds the hash of the one before, so that no line can change without its followers."""

import hashlib
import json
import secrets
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any

from django.core.serializers.json import DjangoJSONEncoder

from nennep.ledger.models import Entry, Head

BEGINNING = "0" * 64
PLAIN = json.JSONEncoder(sort_keys=True, ensure_ascii=False, separators=(",", ":"))
"""`canonical` for numbers and texts alone, made once: an encoder made for each entry costs more than its hash."""


def append(
    act: str, *, actor: str, subject: str, at: datetime, content: Mapping[str, Any], on_behalf_of: str = ""
) -> Entry:
    """Write the next entry. Call inside a transaction: writers wait for each other at the head's row."""
    head, _ = Head.objects.select_for_update().get_or_create(id=1, defaults={"hash": BEGINNING})
    salt = secrets.token_hex(16)
    entry = Entry(
        sequence=head.sequence + 1,
        at=at,
        actor=actor,
        on_behalf_of=on_behalf_of,
        act=act,
        subject=subject,
        salt=salt,
        commitment=commit_to(content, salt),
        previous=head.hash,
    )
    entry.hash = hash_of(entry)
    entry.save(force_insert=True)
    head.sequence, head.hash = entry.sequence, entry.hash
    head.save()
    return entry


def canonical(content: Mapping[str, Any]) -> str:
    """The one spelling of a record's content: sorted keys, no spaces, Unicode kept."""
    return json.dumps(content, cls=DjangoJSONEncoder, sort_keys=True, ensure_ascii=False, separators=(",", ":"))


def commit_to(content: Mapping[str, Any], salt: str) -> str:
    """A commitment that proves the content to whoever has it and tells nothing to whoever has not."""
    return hashlib.sha256(f"{salt}\n{canonical(content)}".encode()).hexdigest()


HASHED = ("sequence", "at", "actor", "on_behalf_of", "act", "subject", "salt", "commitment", "previous")
"""What an entry's hash covers: everything in it but the hash itself."""


def hash_of(entry: Entry) -> str:
    """SHA-256 over everything in the entry but the hash itself."""
    return hash_of_values([getattr(entry, name) for name in HASHED])


def hash_of_values(values: Sequence[Any]) -> str:
    """The same for the bare values, in the order of HASHED; the time in UTC, so that zones cannot change it."""
    parts = dict(zip(HASHED, values, strict=True))
    parts["at"] = parts["at"].astimezone(UTC).isoformat(timespec="microseconds")
    return hashlib.sha256(PLAIN.encode(parts).encode()).hexdigest()


@dataclass(frozen=True)
class Verdict:
    """What a check found: how many entries were read, and the first that does not fit, with the reason."""

    entries: int
    broken: int | None = None
    reason: str = ""

    @property
    def whole(self) -> bool:
        return self.broken is None


def verify(start: int = 1) -> Verdict:
    """Recompute the chain from the first entry; name the first broken one. Costs one pass, constant memory.

    Begun at a later entry, which must exist, it trusts the hash that this entry gives for the one before.
    """
    entries = Entry.objects.filter(sequence__gte=start).order_by("sequence").values_list(*HASHED, "hash")
    last, stored = start - 1, BEGINNING
    # Bare values, not objects: making an Entry of each row would cost more than the hash.
    for row in entries.iterator(chunk_size=2000):
        sequence, previous = row[0], row[-2]
        read = last - start + 1
        if sequence != last + 1:
            return Verdict(read, last + 1, "is missing")
        if previous != stored and not sequence == start > 1:
            return Verdict(read, sequence, "does not follow the entry before it")
        last, stored = sequence, row[-1]
        if hash_of_values(row[:-1]) != stored:
            return Verdict(read, sequence, "was changed after it was written")
    return against_head(last, stored, start)


def against_head(last: int, stored: str, start: int = 1) -> Verdict:
    """Whether the chain ends where the head says: a cut-off tail shows here, and an entry written behind its back."""
    read = last - start + 1
    head = Head.objects.filter(id=1).first()
    if head is None:
        return Verdict(read, last + 1, "cannot be told: the head is missing") if last else Verdict(0)
    if head.sequence > last:
        return Verdict(read, last + 1, "is missing: the head says there are more entries")
    if head.sequence < last:
        return Verdict(read, head.sequence + 1, "is unknown to the head")
    return Verdict(read) if head.hash == stored else Verdict(read, last, "is not the one that the head knows")
