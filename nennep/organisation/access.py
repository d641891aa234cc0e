"""Who may do what: predicates over office, duty, unit and date. Every room's access.py is built from these."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date

from django.contrib.auth.models import AnonymousUser
from django.utils.translation import gettext as _

from nennep.organisation.models import Duty, DutyKind, Grant, Membership, Office, Person, Term, Unit, User
from nennep.organisation.tree import above


class NotAllowed(Exception):
    """The person may not do this on that day. The message is fit to show."""


@dataclass(frozen=True)
class Operator:
    """Whoever runs commands on the machine that holds the data folder. The ledger names the machine, not a person."""

    reference: str = "operator:command-line"
    on_behalf_of: str = ""


@dataclass(frozen=True)
class Helping:
    """A named helper who enters for a person what stands on their paper. It is the person's own act, done by the helper:
    nothing that an office of either opens can be done this way."""

    helper: Person
    person: Person

    @property
    def reference(self) -> str:
        return self.helper.reference

    @property
    def on_behalf_of(self) -> str:
        return self.person.reference


Doer = Person | Operator | Helping
Predicate = Callable[[Person, Unit, date], bool]


def require(may: Predicate, who: Doer, unit: Unit, *, on: date) -> None:
    """Raise NotAllowed unless the predicate holds for that person, in that unit, on that day."""
    if isinstance(who, Operator):
        return
    if isinstance(who, Helping) or unit.pk is None or not may(who, unit, on):
        name = who.helper if isinstance(who, Helping) else who
        raise NotAllowed(_("%(who)s không có quyền làm việc này tại %(unit)s.") % {"who": name, "unit": unit})


def require_own(may: Predicate, who: Doer, person: Person, unit: Unit, *, on: date) -> None:
    """Raise NotAllowed unless it is the person's own act, or a helper's for them, or the predicate holds."""
    if who == person:
        return
    if isinstance(who, Helping):
        if who.person == person and helps(who.helper, unit, on):
            return
        raise NotAllowed(
            _("%(who)s không được nhập hộ %(person)s tại %(unit)s.")
            % {"who": who.helper, "person": person, "unit": unit}
        )
    require(may, who, unit, on=on)


def holds_office(who: Person, unit: Unit, on: date, *offices: Office) -> bool:
    return Term.objects.on(on).filter(person=who, unit=unit, office__in=offices or Office.values).exists()


def has_duty(who: Person, unit: Unit, on: date, *duties: DutyKind) -> bool:
    return Duty.objects.on(on).filter(person=who, unit=unit, kind__in=duties).exists()


def is_secretary(who: Person, unit: Unit, on: date) -> bool:
    """The secretary, or the deputy who stands in."""
    return holds_office(who, unit, on, Office.SECRETARY, Office.DEPUTY)


def sits_on_committee(who: Person, unit: Unit, on: date) -> bool:
    return holds_office(who, unit, on)


def belongs(who: Person, unit: Unit, on: date) -> bool:
    """Whoever stands in the unit that day, member or not, or holds an office in it."""
    return Membership.objects.on(on).filter(person=who, unit=unit).exists() or sits_on_committee(who, unit, on)


def keeps_the_books(who: Person, unit: Unit, on: date) -> bool:
    """Committee members, and whoever keeps the minutes: they enter what the registers hold."""
    return sits_on_committee(who, unit, on) or has_duty(who, unit, on, DutyKind.MINUTES)


def helps(who: Person, unit: Unit, on: date) -> bool:
    """The named helpers who enter for others in the unit."""
    return has_duty(who, unit, on, DutyKind.HELPER)


def keeps_the_machine(user: User | AnonymousUser) -> bool:
    """Whoever looks after the computer: a login without a person, so that no office and no content ever comes with it."""
    return isinstance(user, User) and user.is_active and user.is_staff and user.person is None


def may_reorganise(who: Person, unit: Unit, on: date) -> bool:
    """The secretary of the unit above, who decides, or of the unit itself, who records the decision."""
    return is_secretary(who, unit, on) or (unit.parent is not None and is_secretary(who, unit.parent, on))


def oversees(who: Person, unit: Unit, on: date) -> list[Unit]:
    """The units above this one, the nearest first, in which somebody sits on the committee or inspects that day."""
    return [upper for upper in above(unit, on) if sees_sensitive(who, upper, on)]


def sees_names_from_above(who: Person, unit: Unit, on: date) -> bool:
    """Whether the unit lets a level above see names that day, and somebody belongs to it by office."""
    return Grant.objects.on(on).filter(unit=unit, to__in=oversees(who, unit, on)).exists()


def sees_sensitive(who: Person, unit: Unit, on: date) -> bool:
    """Ratings, discipline, inspections and limitations of others: the committee and the inspector (domain 7.2)."""
    return sits_on_committee(who, unit, on) or has_duty(who, unit, on, DutyKind.INSPECTOR)


def reads_the_ledger(who: Person, unit: Unit, on: date) -> bool:
    """The secretary or the deputy, and whoever inspects."""
    return is_secretary(who, unit, on) or has_duty(who, unit, on, DutyKind.INSPECTOR)


@dataclass(frozen=True)
class Holding:
    """What somebody holds in a unit on a day, asked once where several predicates would ask again and again."""

    terms: tuple[Term, ...]
    duties: frozenset[str]

    @property
    def is_secretary(self) -> bool:
        return any(term.office in (Office.SECRETARY, Office.DEPUTY) for term in self.terms)

    @property
    def keeps_the_books(self) -> bool:
        return bool(self.terms) or DutyKind.MINUTES in self.duties

    @property
    def helps(self) -> bool:
        return DutyKind.HELPER in self.duties

    @property
    def reads_the_ledger(self) -> bool:
        return self.is_secretary or DutyKind.INSPECTOR in self.duties


NOTHING_HELD = Holding((), frozenset())


def holding(who: Person, unit: Unit, on: date) -> Holding:
    """Two queries for everything that the bar on top has to know."""
    terms = Term.objects.on(on).filter(person=who, unit=unit)
    duties = Duty.objects.on(on).filter(person=who, unit=unit).values_list("kind", flat=True)
    return Holding(tuple(terms), frozenset(duties))
