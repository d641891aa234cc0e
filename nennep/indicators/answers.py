"""What a figure answers: a value and the rows behind it, always from the same rows.

Adding up over units or months: Count and Total may be added, a Share by adding its two sides; Distinct may not (one
person in two months is still one) and has to ask the records again. `adds_up` says so.
"""

from dataclasses import dataclass
from fractions import Fraction
from typing import Any

from django.db.models import Count as CountOf
from django.db.models import QuerySet, Sum

Rows = QuerySet[Any]  # Any: rows of whatever register the figure asks


@dataclass(frozen=True)
class Value:
    """A figure's value: exact, or None when no record speaks. `part` and `whole` are the two sides of a share."""

    number: int | Fraction | None
    rows: int
    part: int | None = None
    whole: int | None = None


NO_RECORDS = Value(None, 0)


@dataclass(frozen=True)
class Count:
    """How many rows. None found is zero only where `among` has rows to have looked through, else it is not known."""

    rows: Rows
    among: Rows | None = None
    adds_up = True

    def value(self) -> Value:
        found = self.rows.count()
        if found or (self.among is not None and self.among.exists()):
            return Value(found, found)
        return NO_RECORDS

    def evidence(self) -> Rows:
        return self.rows


@dataclass(frozen=True)
class Distinct:
    """How many different things the rows name in the column `of`: three turns of one person are one person."""

    rows: Rows
    of: str
    among: Rows | None = None
    adds_up = False

    def value(self) -> Value:
        answer = self.rows.order_by().aggregate(rows=CountOf("pk"), things=CountOf(self.of, distinct=True))
        if answer["rows"] or (self.among is not None and self.among.exists()):
            return Value(answer["things"], answer["rows"])
        return NO_RECORDS

    def evidence(self) -> Rows:
        return self.rows


@dataclass(frozen=True)
class Total:
    """The sum of the column `of`. Rows that say zero make a zero with a source; no rows make no figure."""

    rows: Rows
    of: str
    adds_up = True

    def value(self) -> Value:
        answer = self.rows.order_by().aggregate(rows=CountOf("pk"), total=Sum(self.of))
        return Value(int(answer["total"]), answer["rows"]) if answer["rows"] else NO_RECORDS

    def evidence(self) -> Rows:
        return self.rows


@dataclass(frozen=True)
class Share:
    """The rows out of the base, an exact fraction. An empty base gives None, never 100 %."""

    rows: Rows
    base: Rows
    adds_up = True

    def value(self) -> Value:
        whole = self.base.count()
        if not whole:
            return NO_RECORDS
        part = self.rows.count()
        return Value(Fraction(100 * part, whole), whole, part, whole)

    def evidence(self) -> Rows:
        return self.base


@dataclass(frozen=True)
class TotalShare:
    """The sum of one column out of the sum of another: files on time out of all files."""

    rows: Rows
    part: str
    whole: str
    adds_up = True

    def value(self) -> Value:
        answer = self.rows.order_by().aggregate(rows=CountOf("pk"), part=Sum(self.part), whole=Sum(self.whole))
        if not answer["whole"]:
            return Value(None, answer["rows"])
        part, whole = int(answer["part"]), int(answer["whole"])
        return Value(Fraction(100 * part, whole), answer["rows"], part, whole)

    def evidence(self) -> Rows:
        return self.rows


Answer = Count | Distinct | Total | Share | TotalShare
