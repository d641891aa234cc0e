"""How the numbers of older papers run: schemes that came in with old registers stay as they are, and are said to be old."""

from collections import defaultdict
from collections.abc import Iterable
from enum import Enum

from nennep.documents.models import Document
from nennep.organisation.models import Unit


class Scheme(Enum):
    """Ways of numbering that differ from the rule in force (a counter for each type within a term, domain 6.2)."""

    ONE_COUNTER = "one counter for all types"
    EACH_YEAR = "begins anew each year"


def scheme_of(unit: Unit) -> set[Scheme]:
    """What the numbers that the program did not give show of an old scheme; empty where they show nothing."""
    rows = Document.objects.of(unit).own().filter(term__isnull=True).values_list("issued_on", "symbol", "number")
    by_symbol: dict[str, list[tuple[int, int]]] = defaultdict(list)
    days: list[tuple[int, str, int]] = []
    for day, symbol, number in rows.order_by("issued_on", "number"):
        by_symbol[symbol].append((day.year, number))
        days.append((day.year, symbol, number))
    found = set()
    if len(by_symbol) > 1 and _all_differ(days):
        found.add(Scheme.ONE_COUNTER)
    if any(_begins_anew(numbers) for numbers in by_symbol.values()):
        found.add(Scheme.EACH_YEAR)
    return found


def _all_differ(days: Iterable[tuple[int, str, int]]) -> bool:
    """Whether within each year no number came twice although several types share it, three papers at least."""
    by_year: dict[int, list[tuple[str, int]]] = defaultdict(list)
    for year, symbol, number in days:
        by_year[year].append((symbol, number))
    telling = [row for row in by_year.values() if len({symbol for symbol, _number in row}) > 1 and len(row) > 2]
    return bool(telling) and all(len({number for _symbol, number in row}) == len(row) for row in telling)


def _begins_anew(numbers: list[tuple[int, int]]) -> bool:
    """Whether twice or more a year begins with no greater number than the one before: once may be a new term."""
    pairs = zip(numbers, numbers[1:], strict=False)
    return sum(later[0] > earlier[0] and later[1] <= earlier[1] for earlier, later in pairs) > 1
