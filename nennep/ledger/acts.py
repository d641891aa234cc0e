"""Every change of state happens inside one act: one transaction, one ledger entry, or nothing at all."""

from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from datetime import datetime
from enum import Enum
from typing import Any, Protocol, TypeVar

from django.db import IntegrityError, models, transaction

from nennep.ledger.chain import append

Record = TypeVar("Record", bound=models.Model)


class Actor(Protocol):
    """Whoever does things: anything with a stable reference, such as a person or the machine's operator."""

    @property
    def reference(self) -> str: ...

    @property
    def on_behalf_of(self) -> str:
        """The reference of whoever they do it for; empty where they act for themselves."""


def reference_of(record: models.Model) -> str:
    """How the ledger names a record for ever: "recognition.bookentry:7"."""
    return f"{record._meta.label_lower}:{record.pk}"


def content_of(record: models.Model) -> dict[str, Any]:
    """The record's own columns, as they stand."""
    return {field.attname: getattr(record, field.attname) for field in record._meta.concrete_fields}


@contextmanager
def act(
    name: str, *, by: Actor, at: datetime, on: models.Model, content: Mapping[str, Any] | None = None
) -> Iterator[None]:
    """Do what stands in the block and write it down, or neither.

    `on` is the record that the act is about; it may get its key inside the block. `content` is what the entry
    commits to, by default the record's columns after the act.
    """
    with transaction.atomic():
        yield
        append(
            name,
            actor=by.reference,
            on_behalf_of=by.on_behalf_of,
            subject=reference_of(on),
            at=at,
            content=content_of(on) if content is None else content,
        )


@contextmanager
def refusals_in_words(record: models.Model) -> Iterator[None]:
    """What the database refuses comes back as a ValidationError in the constraint's own words."""
    try:
        yield
    except IntegrityError:
        record.validate_constraints()
        raise


class Outcome(Enum):
    """What putting a record into its register came to."""

    ADDED = "added"
    CORRECTED = "corrected"
    UNCHANGED = "unchanged"


def put(
    record: Record, *, key: Sequence[str], act_name: str, by: Actor, at: datetime, keep: Sequence[str] = ()
) -> tuple[Record, Outcome]:
    """Put a record into its register under its natural key, as a bookkeeper would. `keep` names columns of which whoever
    puts it says nothing: a known record keeps its own.

    New: added. Known and different: corrected, and the ledger says so. Known and equal: nothing happens, and
    nothing is written. Returns the stored record. Raises ValidationError when a value cannot stand in its column.
    """
    stored = type(record)._default_manager.filter(**{name: getattr(record, name) for name in key}).first()
    if stored is not None:
        record.pk = stored.pk
        for name in keep:
            setattr(record, name, getattr(stored, name))
        if content_of(stored) == content_of(record):
            return stored, Outcome.UNCHANGED
    relations = [field.name for field in record._meta.concrete_fields if field.is_relation]
    record.clean_fields(exclude=relations)
    record.clean()
    with refusals_in_words(record), act(act_name if stored is None else f"{act_name}.correct", by=by, at=at, on=record):
        record.save(force_insert=stored is None, force_update=stored is not None)
    return record, Outcome.ADDED if stored is None else Outcome.CORRECTED
