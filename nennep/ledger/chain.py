"""How entries hang together: each holds the hash of the one before, so that no line can change without its followers."""

import hashlib
import json
import secrets
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any

from django.core.serializers.json import DjangoJSONEncoder
from django.db.models import CharField
from django.db.models.functions import Cast

from nennep.ledger.hearing import tell
from nennep.ledger.models import Entry, Head, Salt

BEGINNING = "0" * 64
PLAIN = json.JSONEncoder(ensure_ascii=False, separators=(",", ":"))
"""JSON of numbers and texts alone, made once: an encoder made for each entry costs more than its hash."""
ERASURE = "ledger.erase"
"""The act that takes away the salts of all entries about its subject, see `nennep.ledger.erasure`."""


def append(
    act: str, *, actor: str, subject: str, at: datetime, content: Mapping[str, Any], on_behalf_of: str = ""
) -> Entry:
    """Write the next entry. Call inside a transaction: writers wait for each other at the head's row."""
    head, _ = Head.objects.select_for_update().get_or_create(id=1, defaults={"hash": BEGINNING})
    entry, salt = following(head, act, actor=actor, subject=subject, at=at, content=content, on_behalf_of=on_behalf_of)
    entry.save(force_insert=True)
    salt.save(force_insert=True)
    head.save()
    tell([entry])
    return entry


def following(
    head: Head, act: str, *, actor: str, subject: str, at: datetime, content: Mapping[str, Any], on_behalf_of: str = ""
) -> tuple[Entry, Salt]:
    """The entry that comes after the head, with its salt, neither of them saved; the head moves on to it."""
    salt = secrets.token_hex(16)
    entry = Entry(
        sequence=head.sequence + 1,
        at=at,
        actor=actor,
        on_behalf_of=on_behalf_of,
        act=act,
        subject=subject,
        commitment=commit_to(content, salt),
        salt_hash=digest_of(salt),
        previous=head.hash,
    )
    entry.hash = hash_of(entry)
    head.sequence, head.hash = entry.sequence, entry.hash
    return entry, Salt(entry=entry, value=salt)


def canonical(content: Mapping[str, Any]) -> str:
    """The one spelling of a record's content: sorted keys, no spaces, Unicode kept."""
    return json.dumps(content, cls=DjangoJSONEncoder, sort_keys=True, ensure_ascii=False, separators=(",", ":"))


def commit_to(content: Mapping[str, Any], salt: str) -> str:
    """A commitment that proves the content to whoever has it and tells nothing to whoever has not."""
    return digest_of(f"{salt}\n{canonical(content)}")


def digest_of(text: str) -> str:
    return hashlib.sha256(text.encode()).hexdigest()


HASHED = ("sequence", "at", "actor", "on_behalf_of", "act", "subject", "commitment", "salt_hash", "previous")
"""What an entry's hash covers, in this order: everything in it but the hash itself."""


def hash_of(entry: Entry) -> str:
    """SHA-256 over everything in the entry but the hash itself."""
    at = entry.at.astimezone(UTC).isoformat(timespec="microseconds")
    return hash_of_values([at if name == "at" else getattr(entry, name) for name in HASHED])


def hash_of_values(values: Sequence[Any]) -> str:
    """The same for the bare values in the order of HASHED, as a JSON list; the time is ISO text in UTC to the microsecond."""
    return hashlib.sha256(PLAIN.encode(values).encode()).hexdigest()


def in_iso(stored: str) -> str:
    """A database's own text of a time in UTC, spelled as `hash_of` spells it: "2014-06-03 05:01:00.5+00" or without the zone."""
    day, _space, clock = stored.removesuffix("+00").partition(" ")
    seconds, _point, fraction = clock.partition(".")
    return f"{day}T{seconds}.{fraction:0<6}+00:00"


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
    """Recompute the chain from the first entry; name the first broken one. Costs one pass.

    Begun at a later entry, which must exist, it trusts the hash that this entry gives for the one before.
    """
    last, stored = start - 1, BEGINNING
    bare: list[tuple[int, str]] = []  # entries without a salt, and whom they were about
    erased: dict[str, int] = {}  # the last erasure of each subject
    for row in rows_from(start):
        *values, own, salt = row
        sequence, subject, salt_hash, previous = values[0], values[5], values[7], values[8]
        read = last - start + 1
        if sequence != last + 1:
            return Verdict(read, last + 1, "is missing")
        if previous != stored and not sequence == start > 1:
            return Verdict(read, sequence, "does not follow the entry before it")
        last, stored = sequence, own
        values[1] = in_iso(values[1])
        if hash_of_values(values) != own:
            return Verdict(read, sequence, "was changed after it was written")
        if salt is None:
            bare.append((sequence, subject))
        elif digest_of(salt) != salt_hash:
            return Verdict(read, sequence, "has a salt that was changed after it was written")
        if values[4] == ERASURE:
            erased[subject] = sequence
    verdict = against_head(last, stored, start)
    unexplained = next((number for number, subject in bare if erased.get(subject, 0) < number), None)
    if unexplained is not None and (verdict.broken is None or unexplained < verdict.broken):
        return Verdict(unexplained - start, unexplained, "lost its salt without an erasure")
    return verdict


def rows_from(start: int) -> Iterator[tuple[Any, ...]]:
    """Bare values in the order of HASHED, then the hash and the salt. Objects, or times that Python has to parse, would
    cost more than the hash."""
    moment = Cast("at", CharField())
    names = [moment if name == "at" else name for name in HASHED]
    entries = Entry.objects.filter(sequence__gte=start).order_by("sequence")
    return entries.values_list(*names, "hash", "opening__value").iterator(chunk_size=2000)


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
