"""A stretch of days, both ends included, as people say it: from 14/5/2011 to 15/01/2015."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True)
class Period:
    starts: date
    ends: date

    def __post_init__(self) -> None:
        if self.ends < self.starts:
            raise ValueError(f"A period cannot end ({self.ends}) before it starts ({self.starts}).")

    @classmethod
    def year(cls, year: int) -> "Period":
        return cls(date(year, 1, 1), date(year, 12, 31))

    @classmethod
    def month(cls, first: date) -> "Period":
        after = date(first.year + first.month // 12, first.month % 12 + 1, 1)
        return cls(first.replace(day=1), date.fromordinal(after.toordinal() - 1))

    def __contains__(self, day: date) -> bool:
        return self.starts <= day <= self.ends

    def years(self) -> Iterator["Period"]:
        """The calendar years of the period, the first and the last cut to it."""
        for year in range(self.starts.year, self.ends.year + 1):
            yield Period(max(self.starts, date(year, 1, 1)), min(self.ends, date(year, 12, 31)))

    def whole_years(self) -> list[int]:
        """The years whose last day lies in the period: what is judged at a year's end belongs to them."""
        return [part.ends.year for part in self.years() if (part.ends.month, part.ends.day) == (12, 31)]
