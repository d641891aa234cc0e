"""The rows behind a figure, as a person reads them: when, who, what, and where the record opens."""

from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from typing import Any, TypeVar

from django.db import models

from nennep.indicators.answers import Answer, Rows, Share, Total, TotalShare
from nennep.organisation.models import Person

Record = TypeVar("Record", bound=models.Model)


@dataclass(frozen=True)
class EvidenceRow:
    """One record behind a figure. `amount` is what it adds to a sum; `counted` is false for the rest of a share's base."""

    day: date | None
    who: str
    what: str
    url: str = ""
    amount: int | None = None
    counted: bool = True


@dataclass(frozen=True)
class Showing:
    """How rows of one register are shown, and which relations are read along with them."""

    show: Callable[[Any], EvidenceRow]  # Any: the register's own model
    along: tuple[str, ...]


SHOWN: dict[type[models.Model], Showing] = {}


def shown_as(
    model: type[Record], *along: str
) -> Callable[[Callable[[Record], EvidenceRow]], Callable[[Record], EvidenceRow]]:
    """Declare how a register's rows are shown as evidence."""

    def declare(show: Callable[[Record], EvidenceRow]) -> Callable[[Record], EvidenceRow]:
        SHOWN[model] = Showing(show, along)
        return show

    return declare


def rows_of(answer: Answer) -> Iterator[EvidenceRow]:
    """The rows behind an answer, in their register's order; two queries at most, however many rows."""
    rows: Rows = answer.evidence()
    showing = SHOWN[rows.model]
    counted = set(answer.rows.values_list("pk", flat=True)) if isinstance(answer, Share) else None
    if showing.along:
        rows = rows.select_related(*showing.along)
    for record in rows:
        row = showing.show(record)
        amount = getattr(record, answer.of) if isinstance(answer, Total) else None
        if isinstance(answer, TotalShare):
            amount = getattr(record, answer.part)
        yield EvidenceRow(
            day=row.day,
            who=row.who,
            what=row.what,
            url=row.url or address(record),
            amount=amount,
            counted=counted is None or record.pk in counted,
        )


def looked_through(answer: Answer) -> Iterator[EvidenceRow]:
    """Behind a zero: the rows that were gone through and among which none was found, not one of them counted."""
    among: Rows | None = getattr(answer, "among", None)
    showing = SHOWN.get(among.model) if among is not None else None
    if among is None or showing is None:
        return
    for record in among.select_related(*showing.along) if showing.along else among:
        row = showing.show(record)
        yield EvidenceRow(row.day, row.who, row.what, row.url or address(record), counted=False)


def people_behind(answer: Answer) -> set[int]:
    """The keys of the people whom the rows are about; one query."""
    rows: Rows = answer.evidence()
    about = [field.name for field in rows.model._meta.concrete_fields if field.related_model is Person]
    return set(rows.order_by().values_list(about[0], flat=True)) - {None} if about else set()


def months_of(rows: Iterable[EvidenceRow]) -> list[tuple[date | None, int]]:
    """How many counted rows fall in each month, for those who may see figures and no names; None for rows without a day."""
    months = Counter(row.day.replace(day=1) if row.day else None for row in rows if row.counted)
    return sorted(months.items(), key=lambda item: (item[0] is not None, item[0] or date.min))


def address(record: models.Model) -> str:
    """Where the record's own page is."""
    get = getattr(record, "get_absolute_url", None)
    return str(get()) if get else ""
