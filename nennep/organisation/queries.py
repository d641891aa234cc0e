"""Reading: who is where, and what they hold, on a day."""

from datetime import date

from django.db.models import QuerySet

from nennep.organisation.models import Duty, DutyKind, Membership, Office, Person, Term, Unit


def roll(unit: Unit, on: date) -> QuerySet[Membership]:
    """Everybody on the unit's roll that day, in the order of names."""
    return Membership.objects.of(unit).on(on).select_related("person").order_by("person__name_key")


def unit_of(person: Person, on: date) -> Unit | None:
    """The unit where a person stands on the roll that day."""
    membership = Membership.objects.on(on).filter(person=person).select_related("unit__parent").first()
    return membership.unit if membership else None


def secretary_of(unit: Unit, on: date) -> Person | None:
    term = Term.objects.on(on).filter(unit=unit, office=Office.SECRETARY).select_related("person").first()
    return term.person if term else None


def charged_with(unit: Unit, kind: DutyKind, on: date) -> QuerySet[Duty]:
    return Duty.objects.on(on).filter(unit=unit, kind=kind).select_related("person")
