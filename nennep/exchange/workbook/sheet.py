"""A register of the workbook: its sheet name, its columns, what makes a row unique, and the verb each row becomes."""

from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any

from nennep.exchange.workbook.book import Book
from nennep.exchange.workbook.columns import Column
from nennep.ledger.acts import Outcome


@dataclass(frozen=True)
class Row:
    """One record as read: values by name (each as its column promises), and where each cell stands."""

    sheet: str
    number: int
    values: dict[str, Any]
    cells: dict[str, str] = field(default_factory=dict)

    def __getattr__(self, name: str) -> Any:
        # Any: what a value is follows from its column's reader.
        try:
            return self.values[name]
        except KeyError:
            raise AttributeError(name) from None

    def only(self, *names: str) -> dict[str, Any]:
        return {name: self.values[name] for name in names}

    def cell(self, name: str) -> str:
        return self.cells.get(name, f"A{self.number}")


Put = Callable[[Row, Book], Outcome]


@dataclass(frozen=True)
class Sheet:
    """How one sheet is read and entered. `key` names the values that two rows may not share."""

    name: str
    columns: tuple[Column, ...]
    key: tuple[str, ...]
    put: Put

    @property
    def by_heading(self) -> dict[str, Column]:
        return {column.heading: column for column in self.columns}
