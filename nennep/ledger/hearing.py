"""Who is told of new entries, inside the transaction that writes them: what is kept beside the registers stays equal to them."""

from collections.abc import Callable, Sequence

from nennep.ledger.models import Entry

Hearer = Callable[[Sequence[Entry]], None]

HEARERS: list[Hearer] = []


def hearer(hear: Hearer) -> Hearer:
    """Let the decorated function be told. What it raises undoes the act."""
    HEARERS.append(hear)
    return hear


def tell(entries: Sequence[Entry]) -> None:
    for hear in HEARERS:
        hear(entries)
