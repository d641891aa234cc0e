"""What still stands open in a unit that is about to end. Each room tells of its own; this one knows none of them."""

from collections.abc import Callable, Iterable
from datetime import date

from nennep.organisation.models import Unit

Question = Callable[[Unit, date], Iterable[str]]
"""Sentences about what has to be settled before the unit can end on the day before that date."""

QUESTIONS: list[Question] = []


def obstacle(question: Question) -> Question:
    """Let the decorated question be asked before a unit is merged or dissolved."""
    QUESTIONS.append(question)
    return question


def obstacles(unit: Unit, on: date) -> list[str]:
    return [sentence for question in QUESTIONS for sentence in question(unit, on)]
