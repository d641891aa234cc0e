"""What waits for somebody. Each room says it of its own work in a `todos.py`; Hôm nay, letters and the calendar ask here."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import date, timedelta

from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from nennep.organisation.models import Person, Unit
from nennep.vietnamese.dates import short_date

SOON = timedelta(days=14)


@dataclass(frozen=True)
class Todo:
    """One act that waits: what, until when, why, and the way there. `kind` names it where its content must not travel."""

    kind: str | Promise
    what: str
    due: date
    why: str
    url: str
    act: str
    word: str = ""
    """How it stands in words where "hạn 31/3" would be wrong: "chờ duyệt"."""

    def state(self, today: date) -> str:
        """The shape beside it: late, due, or still planned."""
        if self.due < today:
            return "late" if not self.word else "due"
        return "due" if self.due - today <= SOON else "plan"

    def standing(self, today: date) -> str:
        """quá hạn 23 ngày, hạn hôm nay, hạn 31/3."""
        if self.word:
            return self.word
        if self.due < today:
            days = (today - self.due).days
            return ngettext("quá hạn %(n)d ngày", "quá hạn %(n)d ngày", days) % {"n": days}
        return _("hạn hôm nay") if self.due == today else _("hạn %(day)s") % {"day": short_date(self.due)}


Question = Callable[[Person, Unit, date], Iterable[Todo]]
"""What waits for this person in this unit on this day."""

OWN: list[Question] = []
OF_OFFICE: list[Question] = []


def own_todo(question: Question) -> Question:
    """Declare what waits for people themselves, whatever they hold."""
    OWN.append(question)
    return question


def office_todo(question: Question) -> Question:
    """Declare what waits for whoever holds an office or a duty; the question looks whether they do."""
    OF_OFFICE.append(question)
    return question


def todos(person: Person, unit: Unit, today: date, *, own_only: bool = False) -> list[Todo]:
    """Everything that waits for the person, the longest overdue first."""
    questions = OWN if own_only else [*OWN, *OF_OFFICE]
    return sorted((item for question in questions for item in question(person, unit, today)), key=lambda item: item.due)
