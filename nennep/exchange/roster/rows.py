"""One person of a roster as read."""

from dataclasses import dataclass, field
from datetime import date
from functools import cached_property

from nennep.exchange.roster.answers import person_name
from nennep.exchange.roster.fields import Field
from nennep.exchange.roster.findings import Finding
from nennep.organisation.actions import name_order
from nennep.organisation.models import Office, Person, Standing
from nennep.vietnamese.typed_dates import TypedDate


@dataclass
class Row:
    """What the file says about one person; None and "" where it says nothing."""

    table: int
    sheet: str
    number: int
    name: str = ""
    code: str = ""
    sex: Person.Sex | None = None
    born: TypedDate | None = None
    admitted: TypedDate | None = None
    official: TypedDate | None = None
    standing: Standing | None = None
    joined: date | None = None
    offices: list[Office] = field(default_factory=list)
    office_since: date | None = None
    job: str = ""
    addresses: dict[Field, str] = field(default_factory=dict)
    typed: dict[Field, str] = field(default_factory=dict)
    findings: list[Finding] = field(default_factory=list)

    @property
    def broken(self) -> bool:
        return any(finding.blocks for finding in self.findings)

    @cached_property
    def key(self) -> str:
        """The name as the list orders and compares it: hoà and hòa are one."""
        return name_order(self.name)

    @property
    def broken_standing(self) -> bool:
        return self.is_broken_at(Field.STANDING)

    @property
    def born_on(self) -> date | None:
        return self.born.whole if self.born else None

    @property
    def where(self) -> str:
        return f"{self.sheet}, {self.number}"

    @property
    def person_name(self) -> str:
        return person_name(self.table, self.number)

    def find(
        self,
        about: Field | None,
        what: str,
        remedy: str = "",
        *,
        hint: str = "",
        blocks: bool = True,
        choices: list[tuple[str, str]] | None = None,
    ) -> None:
        """Note what is wrong with one of this row's cells, or (`about` None) with who it is."""
        address = self.addresses.get(about, "") if about is not None else ""
        typed = self.typed.get(about, "") if about is not None else ""
        self.findings.append(
            Finding(
                self.table, self.sheet, self.number, about, address, what, remedy, typed, hint, blocks, choices or []
            )
        )

    def is_broken_at(self, about: Field) -> bool:
        return any(finding.blocks and finding.about is about for finding in self.findings)
