"""Sealing a finished page: its canonical text is kept and hashed, and the ledger's entry commits to the hash."""

import base64
import json
import secrets
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from django.apps import apps
from django.db import models

from nennep.ledger.acts import Actor, act, content_of, reference_of
from nennep.ledger.chain import canonical, digest_of
from nennep.ledger.models import Entry, Seal

SEALED = "ledger.seal"
"""The act that seals a page; its entry commits to the digest of the page's text."""
ALPHABET = str.maketrans("ABCDEFGHIJKLMNOPQRSTUVWXYZ234567", "0123456789ABCDEFGHJKMNPQRSTVWXYZ")
"""Base 32 without I, L, O and U, which are misread on paper."""


def seal(
    record: models.Model,
    *,
    kind: str,
    day: date,
    shown: Mapping[str, Any],
    rows: Mapping[str, list[models.Model]],
    files: Mapping[str, str],
    by: Actor,
    at: datetime,
) -> Seal:
    """Seal a page. `shown` is what stands on it, names and labels as people read them today; `rows` are the records that it
    is made of, by a name for each group; `files` maps what a file is to its SHA-256.

    Raises IntegrityError where the record is sealed already.
    """
    content = {
        "kind": kind,
        "day": day,
        "salt": secrets.token_hex(16),
        "shown": dict(shown),
        "rows": {name: [columns_of(row) for row in group] for name, group in rows.items()},
        "files": dict(files),
    }
    text = canonical(content)
    digest = digest_of(text)
    with act(SEALED, by=by, at=at, on=record, content={"digest": digest}):
        return Seal.objects.create(
            subject=reference_of(record),
            kind=kind,
            day=day,
            text=text,
            digest=digest,
            code=code_of(digest),
            sealed_at=at,
        )


def columns_of(row: models.Model) -> dict[str, Any]:
    """A row as the seal knows it: which model, which key, each column."""
    return {"model": row._meta.label_lower, **content_of(row)}


def code_of(digest: str) -> str:
    """The short code on each printed page: 60 bits of the digest, "0A1B-2C3D-4E5F"."""
    letters = base64.b32encode(bytes.fromhex(digest)[:8]).decode().translate(ALPHABET)[:12]
    return "-".join(letters[start : start + 4] for start in (0, 4, 8))


def seal_of(record: models.Model) -> Seal | None:
    return Seal.objects.filter(subject=reference_of(record)).first()


def by_code(typed: str) -> Seal | None:
    """The seal of a printed page by its code, however it was typed: case, spaces, dashes, O for 0, I or L for 1."""
    letters = "".join(letter for letter in typed.upper() if letter.isalnum())
    letters = letters.replace("O", "0").replace("I", "1").replace("L", "1")
    if len(letters) != 12:
        return None
    return Seal.objects.filter(code="-".join(letters[start : start + 4] for start in (0, 4, 8))).first()


@dataclass(frozen=True)
class Broken:
    """What a check found wrong: which record, and what about it."""

    subject: str
    reason: str


FileIsWhole = Callable[[str], bool]
"""Whether the file of this SHA-256 is there and still hashes to it."""
RowsNow = Callable[[str], Mapping[str, list[models.Model]]]
"""The records under a sealed subject as they are now, in the groups of its seal; empty where it is gone."""


def verify_seals(file_is_whole: FileIsWhole, rows_now: RowsNow) -> Iterator[Broken]:
    """Every sealed page against its seal: the text against its digest, the ledger's entry against the digest, each row's
    columns and each file against the text. Names whatever differs, is gone, or was put beside."""
    sealing = {entry.subject: entry for entry in Entry.objects.filter(act=SEALED).select_related("opening")}
    for found in Seal.objects.iterator(chunk_size=200):
        yield from against_the_ledger(found, sealing.pop(found.subject, None))
        if digest_of(found.text) != found.digest:
            yield Broken(found.subject, "the text of its seal was changed")
            continue
        content = json.loads(found.text)
        if (content["kind"], content["day"]) != (found.kind, found.day.isoformat()):
            yield Broken(found.subject, "has another kind or day beside its seal")
        yield from against_the_text(found.subject, content["rows"], rows_now(found.subject))
        for name, digest in content["files"].items():
            if not file_is_whole(digest):
                yield Broken(found.subject, f"its file {name} ({digest[:12]}) is missing or was changed")
    for subject in sealing:
        yield Broken(subject, "was sealed and its seal is gone")


def against_the_ledger(found: Seal, entry: Entry | None) -> Iterator[Broken]:
    if entry is None:
        yield Broken(found.subject, "has a seal that the ledger does not know")
    elif hasattr(entry, "opening"):
        expected = digest_of(f"{entry.opening.value}\n{canonical({'digest': found.digest})}")
        if expected != entry.commitment:
            yield Broken(found.subject, "has another seal than the ledger knows")
    if found.code != code_of(found.digest):
        yield Broken(found.subject, "has a check code that is not its own")


def against_the_text(
    subject: str, sealed: Mapping[str, list[dict[str, Any]]], now: Mapping[str, list[models.Model]]
) -> Iterator[Broken]:
    for name, rows in sealed.items():
        stored = {named(columns): columns for columns in map(plain_columns, now.get(name, ()))}
        for row in rows:
            label, columns = named(row), stored.pop(named(row), None)
            if columns is None:
                yield Broken(subject, f"{label} is gone")
                continue
            for column in sorted(row):
                if columns.get(column) != row[column]:
                    yield Broken(subject, f"{label} column {column} was changed")
        for label in stored:
            yield Broken(subject, f"{label} was put there after it was sealed")


def plain_columns(row: models.Model) -> dict[str, Any]:
    """A row's columns as they read after a journey through JSON, which is how the seal has them."""
    plain: dict[str, Any] = json.loads(canonical(columns_of(row)))
    return plain


def named(columns: Mapping[str, Any]) -> str:
    key = apps.get_model(columns["model"])._meta.pk.attname
    return f"{columns['model']}:{columns[key]}"
