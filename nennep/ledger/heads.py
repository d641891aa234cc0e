"""Heads that leave the house: whoever keeps one can later show that the ledger before it was not rewritten or cut off."""

import json
import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from nennep.ledger.chain import BEGINNING
from nennep.ledger.models import Entry, Head

FORMAT = "nennep/ledger-head/1"
HASH = re.compile(r"[0-9a-f]{64}")


class NoHead(Exception):
    """There are entries and no head to export."""


class NotAHead(Exception):
    """The file cannot be read, or it holds something else. The message is fit to show."""


@dataclass(frozen=True)
class ExportedHead:
    """How far the chain went when the head was exported, and the hash of that last entry; 0 for an empty ledger."""

    sequence: int
    hash: str


@dataclass(frozen=True)
class Mismatch:
    """Where the ledger is no longer the one that was exported: the first entry in question, and what happened."""

    at: int
    reason: str


def exported(at: datetime) -> str:
    """The head as a file: where the chain ends now."""
    head = Head.objects.filter(id=1).first()
    if head is None and Entry.objects.exists():
        raise NoHead("the ledger has entries and no head; verify it first.")
    sequence, value = (head.sequence, head.hash) if head else (0, BEGINNING)
    return json.dumps({"format": FORMAT, "sequence": sequence, "hash": value, "at": at.isoformat(timespec="seconds")})


def read(file: Path) -> ExportedHead:
    """The head in the file; raises NotAHead with one sentence that says why it is none."""
    try:
        content = json.loads(file.read_text(encoding="utf-8"))
    except OSError as error:
        raise NotAHead(f"{file} cannot be read: {error.strerror}.") from error
    except ValueError as error:
        raise NotAHead(f"{file} is not an exported head: it is not JSON.") from error
    if not isinstance(content, dict) or content.get("format") != FORMAT:
        raise NotAHead(f'{file} is not an exported head: it does not say "format": "{FORMAT}".')
    sequence, value = content.get("sequence"), content.get("hash")
    if type(sequence) is not int or not 0 <= sequence < 2**63:
        raise NotAHead(f"{file} is not an exported head: its sequence is not a number of entries.")
    if not isinstance(value, str) or not HASH.fullmatch(value):
        raise NotAHead(f"{file} is not an exported head: its hash is not 64 hexadecimal digits.")
    return ExportedHead(sequence, value)


def compare(heads: Sequence[ExportedHead]) -> Mismatch | None:
    """The first of the heads that the ledger does not carry, or None. It reads stored hashes: verify the chain as well."""
    wanted = [head.sequence for head in heads]
    stored = {0: BEGINNING} | dict(Entry.objects.filter(sequence__in=wanted).values_list("sequence", "hash"))
    last = Entry.objects.order_by("sequence").values_list("sequence", flat=True).last() or 0
    for head in sorted(heads, key=lambda head: head.sequence):
        if head.sequence > last:
            return Mismatch(last + 1, f"cut off: the exported head knows {head.sequence} entries, there are {last}.")
        if stored.get(head.sequence) != head.hash:
            return Mismatch(
                head.sequence,
                f"the ledger was rewritten at or before entry {head.sequence}: its exported hash differs.",
            )
    return None
