"""The steps of a meeting, in the order in which "next" walks through them: each item of the agenda, the theme as its parts."""

from dataclasses import dataclass

from nennep.meetings.models import Preparation, PreparedItem, ThemePart

PAUSE, END = "pause", "end"
"""Two marks of the clock that are no step: nothing runs after them."""


@dataclass(frozen=True)
class Step:
    """One stretch of the meeting with a clock of its own. `minutes` are planned; the parts of a theme share their item's."""

    key: str
    title: str
    item: PreparedItem
    part: str = ""

    @property
    def minutes(self) -> int:
        return self.item.minutes


def steps_of(preparation: Preparation) -> list[Step]:
    steps: list[Step] = []
    for item in preparation.items.select_related("presenter").order_by("order"):
        if item.is_theme:
            steps += [Step(f"theme-{part}", str(label), item, part) for part, label in ThemePart.Part.choices]
        else:
            steps.append(Step(f"item-{item.pk}", item.title, item))
    return steps


def following(steps: list[Step], current: str) -> Step | None:
    """The step after the current one; the first where none has begun; None after the last."""
    keys = [step.key for step in steps]
    if current not in keys:
        return steps[0] if steps else None
    place = keys.index(current) + 1
    return steps[place] if place < len(steps) else None
