"""Reading: who is where, and what they hold, on a day."""

from datetime import date
from typing import Any

from django.db.models import Count, Min, OuterRef, Prefetch, Q, QuerySet, Subquery

from nennep.organisation.models import (
    Away,
    Duty,
    DutyKind,
    Exemption,
    Look,
    Membership,
    Office,
    Person,
    Suspension,
    Term,
    Unit,
)


def roll(unit: Unit, on: date) -> QuerySet[Membership]:
    """Everybody on the unit's roll that day, in the order of names."""
    return Membership.objects.of(unit).on(on).select_related("person").order_by("person__name_key")


def unit_of(person: Person, on: date) -> Unit | None:
    """The unit where a person stands on the roll that day."""
    standing = Membership.objects.on(on).filter(person=person, temporary=False)
    membership = standing.select_related("unit__parent").first()
    return membership.unit if membership else None


def last_unit_of(person: Person, on: date) -> Unit:
    """The unit whose register somebody stands in on that day: where they are, else were last, else were first listed."""
    rows = person.memberships.filter(temporary=False, starts__lte=on).select_related("unit__parent")
    last = rows.order_by("starts").last()
    return last.unit if last is not None else person.home


def secretary_of(unit: Unit, on: date) -> Person | None:
    term = Term.objects.on(on).filter(unit=unit, office=Office.SECRETARY).select_related("person").first()
    return term.person if term else None


def charged_with(unit: Unit, kind: DutyKind, on: date) -> QuerySet[Duty]:
    return Duty.objects.on(on).filter(unit=unit, kind=kind).select_related("person")


def on_the_list(unit: Unit, on: date) -> QuerySet[Membership]:
    """Everybody on the roll and everybody with the unit for a time, with what they hold and what keeps them away that day."""
    held: dict[str, Any] = {
        "terms": Term,
        "duties": Duty,
        "exemptions": Exemption,
        "suspensions": Suspension,
        "aways": Away,
    }
    rows = Membership.objects.filter(unit=unit).on(on).select_related("person").order_by("person__name_key")
    return rows.prefetch_related(
        *(
            Prefetch(f"person__{name}", queryset=model._default_manager.on(on).filter(unit=unit), to_attr=f"{name}_now")
            for name, model in held.items()
        )
    )


def former_people(unit: Unit, on: date) -> QuerySet[Person]:
    """Whoever was on the unit's roll before that day and is not any more, with their last day here."""
    here = Membership.objects.of(unit)
    gone = Person.objects.filter(pk__in=here.filter(ends__lt=on).values("person"))
    gone = gone.exclude(pk__in=here.filter(Q(ends__isnull=True) | Q(ends__gte=on)).values("person"))
    last_day = here.filter(person=OuterRef("pk")).order_by("-ends").values("ends")[:1]
    return gone.annotate(last_day=Subquery(last_day)).order_by("name_key")


def looks_from_outside(unit: Unit) -> QuerySet[Look, Any]:
    """The last times that somebody who does not belong to the unit read what it holds about people: who, what, when."""
    own = Membership.objects.of(unit).values("person")
    looks = Look.objects.filter(unit=unit).exclude(viewer__in=own).values("sequence", "at", "what")
    return looks.annotate(who=Min("viewer__name"), people=Count("person")).order_by("-sequence")[:20]


def named_or_only_cell(code: str | None) -> Unit:
    """The unit a command names, or the only cell there is. Raises LookupError with what to type."""
    if code is not None:
        unit = Unit.objects.filter(code=code).first()
        if unit is None:
            raise LookupError(f"Không có đơn vị mã {code}.")
        return unit
    cells = list(Unit.objects.exclude(cell_kind="")[:2])
    if len(cells) != 1:
        raise LookupError("Thêm --unit và mã đơn vị, ví dụ --unit CBBQL.")
    return cells[0]
