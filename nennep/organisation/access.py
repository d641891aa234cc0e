"""Who may do what: predicates over office, duty, unit and date. Every room's access.py is built from these."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date

from django.utils.translation import gettext as _

from nennep.organisation.models import Duty, DutyKind, Office, Person, Term, Unit


class NotAllowed(Exception):
    """The person may not do this on that day. The message is fit to show."""


@dataclass(frozen=True)
class Operator:
    """Whoever runs commands on the machine that holds the data folder. The ledger names the machine, not a person."""

    reference: str = "operator:command-line"
    on_behalf_of: str = ""


Doer = Person | Operator
Predicate = Callable[[Person, Unit, date], bool]


def require(may: Predicate, who: Doer, unit: Unit, *, on: date) -> None:
    """Raise NotAllowed unless the predicate holds for that person, in that unit, on that day."""
    if isinstance(who, Operator):
        return
    if unit.pk is None or not may(who, unit, on):
        raise NotAllowed(_("%(who)s không có quyền làm việc này tại %(unit)s.") % {"who": who, "unit": unit})


def holds_office(who: Person, unit: Unit, on: date, *offices: Office) -> bool:
    return Term.objects.on(on).filter(person=who, unit=unit, office__in=offices or Office.values).exists()


def has_duty(who: Person, unit: Unit, on: date, *duties: DutyKind) -> bool:
    return Duty.objects.on(on).filter(person=who, unit=unit, kind__in=duties).exists()


def is_secretary(who: Person, unit: Unit, on: date) -> bool:
    """The secretary, or the deputy who stands in."""
    return holds_office(who, unit, on, Office.SECRETARY, Office.DEPUTY)


def sits_on_committee(who: Person, unit: Unit, on: date) -> bool:
    return holds_office(who, unit, on)


def keeps_the_books(who: Person, unit: Unit, on: date) -> bool:
    """Committee members, and whoever keeps the minutes: they enter what the registers hold."""
    return sits_on_committee(who, unit, on) or has_duty(who, unit, on, DutyKind.MINUTES)


def sees_sensitive(who: Person, unit: Unit, on: date) -> bool:
    """Ratings, discipline, inspections and limitations of others: the committee and the inspector (domain 7.2)."""
    return sits_on_committee(who, unit, on) or has_duty(who, unit, on, DutyKind.INSPECTOR)


def reads_the_ledger(who: Person, unit: Unit, on: date) -> bool:
    """The secretary or the deputy, and whoever inspects."""
    return is_secretary(who, unit, on) or has_duty(who, unit, on, DutyKind.INSPECTOR)
