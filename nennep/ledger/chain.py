"""How entries hang together: each holds the hash of the one before, so that no line can change without its followers."""

import hashlib
import json
import secrets
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any

from django.core.serializers.json import DjangoJSONEncoder

from nennep.ledger.models import Entry, Head

BEGINNING = "0" * 64


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


def hash_of(entry: Entry) -> str:
    """SHA-256 over everything in the entry but the hash itself; the time in UTC, so that zones cannot change it."""
    parts = {
        "sequence": entry.sequence,
        "at": entry.at.astimezone(UTC).isoformat(timespec="microseconds"),
        "actor": entry.actor,
        "on_behalf_of": entry.on_behalf_of,
        "act": entry.act,
        "subject": entry.subject,
        "salt": entry.salt,
        "commitment": entry.commitment,
        "previous": entry.previous,
    }
    return hashlib.sha256(canonical(parts).encode()).hexdigest()


@dataclass(frozen=True)
class Verdict:
    """What `verify` found: how many entries were read, and the first that does not fit, with the reason."""

    entries: int
    broken: int | None = None
    reason: str = ""

    @property
    def whole(self) -> bool:
        return self.broken is None


def verify() -> Verdict:
    """Recompute the chain from the first entry; name the first broken one. Costs one pass, constant memory."""
    previous, count = BEGINNING, 0
    for entry in Entry.objects.order_by("sequence").iterator(chunk_size=2000):
        if entry.sequence != count + 1:
            return Verdict(count, count + 1, "missing")
        if entry.previous != previous:
            return Verdict(count, entry.sequence, "does not follow the entry before it")
        if hash_of(entry) != entry.hash:
            return Verdict(count, entry.sequence, "was changed after it was written")
        previous, count = entry.hash, entry.sequence
    return against_head(count, previous)


def against_head(count: int, last: str) -> Verdict:
    """Whether the chain ends where the head says: a cut-off tail shows here, and an entry written behind its back."""
    head = Head.objects.filter(id=1).first()
    if head is None:
        return Verdict(count, count + 1, "cannot be told: the head is missing") if count else Verdict(0)
    if head.sequence > count:
        return Verdict(count, count + 1, "missing: the head says there are more entries")
    if head.sequence < count:
        return Verdict(count, head.sequence + 1, "unknown to the head")
    return Verdict(count) if head.hash == last else Verdict(count, count, "is not the one that the head knows")
