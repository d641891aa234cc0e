"""What the reader of a preview says: which column is what, what stands in a red cell, who is meant, since when."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

from nennep.exchange.roster.fields import Field

SINCE, REST = "tu-ngay", "con-lai"
_COLUMN = re.compile(r"cot-(\d{1,3})-([A-Z]{1,3})")
_CELL = re.compile(r"o-(\d{1,3})-(\d{1,5})-([a-z-]+)")
_PERSON = re.compile(r"ai-(\d{1,3})-(\d{1,5})")
_SHEET = re.compile(r"bo-(\d{1,3})")
_LONGEST = 200

CHOSEN_FROM = {Field.SEX, Field.STANDING}
"""Fields answered from a list: nothing chosen there is no answer."""
LEAVE_OUT, SOMEBODY_NEW = "bo", "moi"


@dataclass
class Answers:
    """Everything said on the page, by sheet and row. It travels with the form, and nothing of it is stored."""

    columns: dict[int, dict[str, Field | None]] = field(default_factory=dict)
    cells: dict[tuple[int, int, Field], str] = field(default_factory=dict)
    people: dict[tuple[int, int], str] = field(default_factory=dict)
    skipped: set[int] = field(default_factory=set)
    since: str = ""
    rest: str = ""

    @classmethod
    def from_form(cls, form: Mapping[str, str]) -> "Answers":
        """Read the form; names that it does not know are nobody's, and are passed over."""
        said = cls(since=form.get(SINCE, "").strip()[:_LONGEST], rest=form.get(REST, ""))
        for name in form:
            value = form[name].strip()[:_LONGEST]
            if match := _COLUMN.fullmatch(name):
                chosen = Field(value) if value in Field.values else None
                said.columns.setdefault(int(match[1]), {})[match[2]] = chosen
            elif match := _CELL.fullmatch(name):
                if match[3] in Field.values and (value or match[3] not in CHOSEN_FROM):
                    said.cells[int(match[1]), int(match[2]), Field(match[3])] = value
            elif match := _PERSON.fullmatch(name):
                if value:
                    said.people[int(match[1]), int(match[2])] = value
            elif (match := _SHEET.fullmatch(name)) and value:
                said.skipped.add(int(match[1]))
        return said

    def cell(self, table: int, row: int, wanted: Field) -> str | None:
        """What was put there instead; "" when the cell was emptied, None when nothing was said about it."""
        return self.cells.get((table, row, wanted))

    def person(self, table: int, row: int) -> str:
        return self.people.get((table, row), "")

    def kept(self, shown: set[str]) -> Iterator[tuple[str, str]]:
        """Earlier answers whose fields are not on the page this time: name and value, to travel on unseen."""
        for (table, row, wanted), value in self.cells.items():
            if (name := cell_name(table, row, wanted)) not in shown:
                yield name, value
        for (table, row), value in self.people.items():
            if (name := person_name(table, row)) not in shown:
                yield name, value

    @property
    def count(self) -> int:
        return len(self.cells) + len(self.people)


def cell_name(table: int, row: int, wanted: Field) -> str:
    """The name of the input that mends one cell."""
    return f"o-{table}-{row}-{wanted.value}"


def person_name(table: int, row: int) -> str:
    return f"ai-{table}-{row}"
