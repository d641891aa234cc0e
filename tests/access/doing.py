"""What a row of the table of verbs says; the rows themselves stand in `verbs.py`."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from tests.access.kinds import BOOKS, CELL, COMMITTEE, HEADS, Kind, Kinds
from tests.access.people import Around

Act = Callable[..., Any]


@dataclass(frozen=True)
class Verb:
    """A verb, who may do it in the example cell, and what it takes: positional arguments, then named ones."""

    act: Act
    may: Kinds
    takes: Callable[[Around], tuple[Any, ...]]
    named: Callable[[Around], dict[str, Any]] = lambda a: {}
    which: str = ""
    private: bool = False
    """True for what nobody else may know of, so that not even the ledger says that it was done (decision 0018)."""

    @property
    def name(self) -> str:
        return name_of(self.act)

    @property
    def title(self) -> str:
        return f"{self.name}, {self.which}" if self.which else self.name


def name_of(act: Act) -> str:
    return f"{act.__module__.split('.')[1]}.{act.__name__}"


def new(factory: Any, *, of: str = "unit", **values: Any) -> Callable[[Around], tuple[Any, ...]]:
    """A record of the cell that is not yet in its register; what depends on the cell is a function of it."""

    def takes(a: Around) -> tuple[Any, ...]:
        given = {name: value(a) if callable(value) else value for name, value in values.items()}
        return (factory.build(**{of: a.unit}, **given) if of else factory.build(**given),)

    return takes


BY_HAND = frozenset({Kind.OPERATOR})
CELL_MAY = CELL | BY_HAND
HEADS_MAY, COMMITTEE_MAY, BOOKS_MAY = HEADS | BY_HAND, COMMITTEE | BY_HAND, BOOKS | BY_HAND
