"""How fast the chain is checked: `python bench/ledger.py [--entries N]`.

Writes N entries (200,000 by default) into a data folder of its own, then measures `verify` beside what it cannot do
without: bare hashlib over the same bytes, and bare sqlite3 reading the same columns. Prints medians of five; it judges
nothing.
"""

import argparse
import hashlib
import os
import sqlite3
import statistics
import sys
import tempfile
import time
from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
RUNS = 5
AT_ONCE = 5000


def main() -> None:
    parser = argparse.ArgumentParser(description="Measure how fast the ledger is verified.")
    parser.add_argument("--entries", type=int, default=200_000)
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        os.environ["NENNEP_DATA"] = folder
        os.environ["DJANGO_SETTINGS_MODULE"] = "nennep.config.settings"
        # The settings would take a server's address from here; this is about the one file of one PC.
        os.environ.pop("NENNEP_DATABASE", None)
        sys.path.insert(0, str(ROOT))
        import django

        django.setup()
        measure(options.entries)


def measure(count: int) -> None:
    from django.conf import settings
    from django.core.management import call_command

    from nennep.ledger.chain import verify

    call_command("migrate", verbosity=0)
    payloads = write(count)
    file = settings.DATABASES["default"]["NAME"]

    def check() -> None:
        if verify().entries != count:
            sys.exit("the ledger that was just written is not whole")

    def hash_only() -> None:
        for payload in payloads:
            hashlib.sha256(payload).hexdigest()

    def read_only() -> None:
        with sqlite3.connect(file) as database:
            for _row in database.execute(
                "SELECT * FROM ledger_entry LEFT JOIN ledger_salt ON entry_id = sequence ORDER BY sequence"
            ):
                pass

    for name, act in (("verify", check), ("bare hashlib", hash_only), ("bare sqlite3", read_only)):
        seconds = timed(act)
        print(f"{name:<16}{seconds:>8.2f} s{count / seconds:>14,.0f} entries/s", flush=True)


def write(count: int) -> list[bytes]:
    """A chain of that many entries, put in by thousands; gives back the bytes that were hashed."""
    from nennep.ledger.chain import BEGINNING, HASHED, PLAIN, commit_to, digest_of, hash_of
    from nennep.ledger.models import Entry, Head, Salt

    began, previous = datetime(2014, 6, 3, 5, 0, tzinfo=UTC), BEGINNING
    entries, salts, payloads = [], [], []
    for number in range(1, count + 1):
        salt = f"{number:032x}"
        entry = Entry(
            sequence=number,
            at=began + timedelta(seconds=number),
            actor="organisation.person:1",
            act="recognition.enter_in_book",
            subject=f"recognition.bookentry:{number}",
            salt_hash=digest_of(salt),
            commitment=commit_to({"number": number, "deed": "Trực trưa cả tuần"}, salt),
            previous=previous,
        )
        at = entry.at.isoformat(timespec="microseconds")
        payloads.append(PLAIN.encode([at if name == "at" else getattr(entry, name) for name in HASHED]).encode())
        entry.hash = previous = hash_of(entry)
        entries.append(entry)
        salts.append(Salt(entry=entry, value=salt))
        if len(entries) == AT_ONCE or number == count:
            Entry.objects.bulk_create(entries)
            Salt.objects.bulk_create(salts)
            entries.clear()
            salts.clear()
    if hashlib.sha256(payloads[-1]).hexdigest() != previous:
        sys.exit("these are not the bytes that the ledger hashes")
    Head.objects.create(sequence=count, hash=previous)
    return payloads


def timed(act: Callable[[], None]) -> float:
    """The median of five runs after one to warm up."""
    act()
    times = []
    for _ in range(RUNS):
        began = time.perf_counter()
        act()
        times.append(time.perf_counter() - began)
    return statistics.median(times)


if __name__ == "__main__":
    main()
