"""What is found: one document named in a text."""

from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True, slots=True)
class Citation:
    """A document named in a text. `start` and `end` are positions in the text as it came in.

    What the text does not say is None. `symbol` is written as it should be ("KH/CBBQL", "NĐ-CP", "QH15"); `issuer` is
    its second half, TW for a plenum; `year` belongs to the State's form; `term` is Roman.
    """

    start: int
    end: int
    type: str | None
    number: int
    symbol: str | None
    issuer: str | None
    date: date | None
    term: str | None
    year: int | None

    def as_json(self) -> dict[str, object]:
        """The fields as the corpus and the command write them; the date as ISO text."""
        return {
            "start": self.start,
            "end": self.end,
            "type": self.type,
            "number": self.number,
            "symbol": self.symbol,
            "issuer": self.issuer,
            "date": self.date.isoformat() if self.date else None,
            "term": self.term,
            "year": self.year,
        }
