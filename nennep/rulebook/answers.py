"""What the rulebook answers: a value, where it comes from, how sure that is, and the layers that led there."""

from dataclasses import dataclass, field
from datetime import date
from fractions import Fraction

from nennep.rulebook.values import Threshold, Value

OWN = "own"
PERMITTED = "permitted"


@dataclass(frozen=True)
class Step:
    """One layer's word on the way to what holds: who says what by which paper, and whether it counted."""

    layer: str
    value: Value
    source: str
    certainty: str
    counted: bool


@dataclass(frozen=True)
class Rule:
    """A rule as it holds for a unit on a day.

    `certainty` is "seen", "second-hand" (to be compared with the original), "local", "inferred" (it may remind, never
    refuse), "own" for a unit's own value, "permitted" for what a committee above let it do less strictly. `layers` are all
    who spoke, the Centre first.
    """

    key: str
    value: Value
    statement: str
    source: str
    certainty: str
    pack: str
    valid_from: date
    valid_to: date | None = None
    article: str = ""
    layers: tuple[Step, ...] = field(default=(), compare=False)

    def holds_on(self, day: date) -> bool:
        return self.valid_from <= day and (self.valid_to is None or day <= self.valid_to)

    @property
    def number(self) -> Fraction:
        """The value of a rule that is a number. Raises TypeError for any other."""
        if isinstance(self.value, Fraction):
            return self.value
        raise TypeError(f"{self.key} is not a number: {self.value!r}")

    @property
    def threshold(self) -> Threshold:
        if isinstance(self.value, Threshold):
            return self.value
        raise TypeError(f"{self.key} is not a threshold of votes: {self.value!r}")

    @property
    def to_check(self) -> bool:
        """Whether the original has to be read before anybody relies on it."""
        return self.certainty in ("second-hand", "inferred")

    @property
    def cited(self) -> str:
        """The source with its article, as a person looks it up."""
        return f"{self.article}, {self.source}" if self.article else self.source
