"""Answers to a question: step by step, the newest first, and never more than a reader looks through."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.db import connection

from nennep.search.access import Reach, found_by
from nennep.search.asking import Question
from nennep.search.expressions import Expression, Word, all_of, fts5, tsquery
from nennep.search.models import Entry
from nennep.search.placing import ONE_DAY, first_of, undated

MOST = 200
"""Answers at most. Whoever has not found it among these needs another word, not a longer list."""

# SQLite's index gives the rows in the order of their numbers, the newest first, and stops at the limit.
SQLITE = (
    "SELECT rowid FROM search_index WHERE search_index MATCH %s AND rowid >= %s AND rowid < %s AND {listed}"
    " ORDER BY rowid DESC LIMIT %s"
)
# PostgreSQL's index knows no order: it gives all entries, to be sorted. For words so common that this takes long, the newest
# entries are walked until enough of them hold the words. Who may find them is a condition of its own: within one, the index
# would begin with everything that many units hold.
HOLDING = "SELECT id FROM search_entry WHERE tokens @@ %s::tsquery AND tokens @@ %s::tsquery AND id >= %s AND id < %s"
NEWEST = "ORDER BY id DESC LIMIT %s"
COMMON = 20_000
"""Entries, by PostgreSQL's own estimate, from which walking is faster."""


@dataclass(frozen=True)
class Bounds:
    """What narrows the answers without being a word: a kind, a type of it, days."""

    kind: int | None = None
    type: str = ""
    starts: date | None = None
    ends: date | None = None

    def __bool__(self) -> bool:
        return self != Bounds()

    def words(self) -> list[Expression]:
        if self.kind is None:
            return []
        return [Word(f"_k_{self.kind}_{self.type}" if self.type else f"_k_{self.kind}")]

    def numbers(self) -> tuple[int, int]:
        """The first number that counts, and the first that does not any more. An entry without a day is of no day."""
        dated = self.starts is not None or self.ends is not None
        least = first_of(self.starts or date.min) if dated else 0
        most = first_of(self.ends) + ONE_DAY if self.ends is not None else 2**63 - 1
        return least, most


def find(question: Question, bounds: Bounds, reach: Reach) -> list[int]:
    """The numbers of the entries that answer, the best first; at most MOST and one, which says that there are more."""
    if reach.person is None or not (question or bounds):
        return []
    candidates = on_sqlite if connection.vendor == "sqlite" else on_postgresql
    allowed, listed = reach.words(), of_the_listed(reach, "rowid" if connection.vendor == "sqlite" else "id")
    found: dict[int, None] = {}
    with connection.cursor() as cursor:
        for step in [[step] for step in question.steps()] or [[]]:
            wanted = [*step, *bounds.words()] or [allowed]
            found.update(dict.fromkeys(candidates(cursor, all_of(*wanted), allowed, bounds.numbers(), listed)))
            if len(found) > MOST:
                break
    return list(found)[: MOST + 1]


Condition = tuple[str, list[Any]]


def on_sqlite(
    cursor: Any, wanted: Expression, allowed: Expression, numbers: tuple[int, int], listed: Condition
) -> list[int]:
    """The newest entries that hold what is wanted and that this person may find."""
    condition, values = listed
    cursor.execute(SQLITE.format(listed=condition), [fts5(all_of(wanted, allowed)), *numbers, *values, MOST + 1])
    return [number for (number,) in cursor.fetchall()]


def on_postgresql(
    cursor: Any, wanted: Expression, allowed: Expression, numbers: tuple[int, int], listed: Condition
) -> list[int]:
    """The same."""
    condition, values = listed
    held = [tsquery(wanted), tsquery(allowed), *numbers]
    cursor.execute(f"EXPLAIN (FORMAT JSON) {HOLDING}", held)
    [[plan]] = cursor.fetchone()
    if plan["Plan"]["Plan Rows"] > COMMON:
        sql = f"{HOLDING} AND {condition} {NEWEST}"
    else:
        sql = f"WITH held AS MATERIALIZED ({HOLDING}) SELECT id FROM held WHERE {condition} {NEWEST}"  # noqa: S608  # no word of a reader's
    cursor.execute(sql, [*held, *values, MOST + 1])
    return [number for (number,) in cursor.fetchall()]


def of_the_listed(reach: Reach, column: str) -> Condition:
    """SQL that keeps, of the entries whose room says who may find them, those that it lists."""
    parts, values = [], []
    for kind, records in reach.listed().items():
        sql, params = records.order_by().values("pk").query.sql_with_params()
        begins, ends = undated(kind), undated(kind + 1)
        parts.append(f"({column} < %s OR {column} >= %s OR {column} - %s IN ({sql}))")
        values += [begins, ends, begins, *params]
    return " AND ".join(parts) or "TRUE", values


def entries(numbers: Sequence[int], reach: Reach) -> list[Entry]:
    """The entries of these numbers in this order, asked for once more under the same condition."""
    rows = found_by(reach).defer("words").in_bulk(numbers)
    return [rows[number] for number in numbers if number in rows]
