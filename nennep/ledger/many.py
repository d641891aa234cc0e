"""Many entries at once: the same chain as one by one, with one turn at the head and a few statements for all."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from nennep.ledger.chain import BEGINNING, following
from nennep.ledger.hearing import tell
from nennep.ledger.models import Entry, Head, Salt

AT_ONCE = 500
"""Rows a statement at most; Django makes it fewer where the database binds fewer values at once (SQLite)."""


@dataclass(frozen=True)
class Deed:
    """One act of many: what was done to which record, and what the entry commits to."""

    act: str
    subject: str
    content: Mapping[str, Any]


def append_many(deeds: Iterable[Deed], *, actor: str, at: datetime, on_behalf_of: str = "") -> list[Entry]:
    """Write the next entries, in the order given. Call inside a transaction, as for `append`.

    Each entry holds the hash of the one before, so that `verify` finds no difference to entries written singly.
    """
    head, _ = Head.objects.select_for_update().get_or_create(id=1, defaults={"hash": BEGINNING})
    entries, salts = [], []
    for deed in deeds:
        entry, salt = following(
            head, deed.act, actor=actor, subject=deed.subject, at=at, content=deed.content, on_behalf_of=on_behalf_of
        )
        entries.append(entry)
        salts.append(salt)
    if entries:
        Entry.objects.bulk_create(entries, batch_size=AT_ONCE)
        Salt.objects.bulk_create(salts, batch_size=AT_ONCE)
        head.save()
        tell(entries)
    return entries
