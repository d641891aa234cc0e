"""Where a record stands in the index: its number there, and the words under which it is found.

A word that nobody can type begins with an underscore. `_t_` is a word of the title, `_b_` or `_p_` two that follow each
other in the whole text or in the title (so that phrases need no positions), `_f2_` the first two of the title, `_a_` one of
the names of a document, `_n_` its number, `_y_ _m_ _d_` its year, month and day, `_k_` its kind and type, `_s_` who may find
it.
"""

from collections.abc import Iterator, Sequence
from datetime import date
from itertools import islice, pairwise

from nennep.search.declaring import Found
from nennep.search.models import Audience, Entry
from nennep.search.words import words

# 63 bits: 22 for the day (to the year 9999), 6 for the kind, 35 for the record's own key.
_KIND_BITS, _KEY_BITS = 6, 35
ONE_DAY = 1 << (_KIND_BITS + _KEY_BITS)
MOST_OPENING = 6
"""First words of a title that are kept as one."""
MOST_WORDS = 40_000
"""Of one record; PostgreSQL keeps a megabyte of them at most, and nobody looks for what only page 300 says."""


def place(day: date | None, kind: int, record: int) -> int:
    """The number of an entry: later days have greater ones, those without a day the smallest."""
    return first_of(day) | kind << _KEY_BITS | record


def first_of(day: date | None) -> int:
    """The smallest number of a day."""
    return (day.toordinal() if day else 0) * ONE_DAY


def undated(kind: int) -> int:
    """The number of a kind's record without a day is this and its key."""
    return place(None, kind, 0)


def entry_of(kind: int, found: Found) -> Entry:
    return Entry(
        id=place(found.day, kind, found.record),
        kind=kind,
        record=found.record,
        unit_id=found.unit,
        audience=found.audience,
        day=found.day,
        title=found.title,
        text=found.text,
        url=found.url,
        words=" ".join(islice(dict.fromkeys(_words_of(kind, found)), MOST_WORDS)),
    )


def scope(audience: Audience | str, *, unit: int | None = None, kind: int = 0) -> str:
    """The word that stands for who may find an entry."""
    if audience == Audience.UNIT:
        return f"_s_{unit}"
    return "_s_public" if audience == Audience.PUBLIC else f"_s_listed_{kind}"


def opening(first: Sequence[str]) -> str:
    """The word for a title that begins with these."""
    return f"_f{len(first)}_{'_'.join(first)}"


def _words_of(kind: int, found: Found) -> Iterator[str]:
    yield scope(found.audience, unit=found.unit, kind=kind)
    yield f"_k_{kind}"
    if found.type:
        yield f"_k_{kind}_{found.type}"
    if day := found.day:
        yield from (f"_y_{day.year}", f"_m_{day.year}_{day.month}", f"_d_{day.year}_{day.month}_{day.day}")
    title, names = words(found.title), words(found.names)
    if found.number is not None:
        yield f"_n_{found.number}"
        yield from (f"_a_{word}" for word in names)
    yield from (opening(title[:length]) for length in range(1, min(len(title), MOST_OPENING) + 1))
    yield from (f"_t_{word}" for word in title)
    yield from (f"_p_{one}_{two}" for one, two in pairwise(title))
    for part in (title, names, words(found.text)):
        yield from part
        yield from (f"_b_{one}_{two}" for one, two in pairwise(part))
