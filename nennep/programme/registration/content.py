"""What a person writes in a registration: some things to do, each with how it is measured and until when."""

from dataclasses import asdict, dataclass
from datetime import date
from typing import Any

from nennep.programme.models import Clause, Origin, Pledge, PledgeItem


@dataclass(frozen=True)
class Written:
    """One thing as it was written, perhaps not finished: anything may still be blank."""

    origin: str = ""
    action: str = ""
    measure: str = ""
    due_on: str = ""
    clause: int | None = None
    standard: str = ""
    """Which of the Centre's standards of the day, by its number in the rulebook's table."""

    @property
    def is_blank(self) -> bool:
        return not (self.action or self.measure or self.due_on)

    def as_item(self, pledge: Pledge, order: int) -> PledgeItem:
        """The item it becomes when it is registered."""
        return PledgeItem(
            pledge=pledge,
            order=order,
            origin=self.origin or Origin.DUTY,
            action=self.action,
            measure=self.measure,
            due_on=date.fromisoformat(self.due_on),
            clause=Clause.objects.filter(pk=self.clause).first() if self.clause else None,
            standard=self.standard,
        )


def as_content(items: list[Written]) -> list[dict[str, Any]]:
    return [asdict(item) for item in items]


def from_content(content: list[dict[str, Any]]) -> list[Written]:
    return [Written(**row) for row in content]
