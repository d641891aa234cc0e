"""What a person's days in the registers add up to, in the order in which they began."""

from dataclasses import dataclass
from datetime import date
from typing import Any

from django.utils.translation import gettext as _

from nennep.organisation.models import Away, Duty, Exemption, Membership, Person, Suspension, Term


@dataclass(frozen=True)
class Stretch:
    """From a day until a day: what it was, where, why it began and ended. `ground` is for few (domain 7.2)."""

    starts: date
    ends: date | None
    what: str
    where: str
    why: str = ""
    document: str = ""
    ground: str = ""


def timeline(person: Person) -> list[Stretch]:
    """Standings, offices, duties and absences together, the first begun first; six queries, whatever their number."""
    found = [
        *(standing(row) for row in of(Membership, person)),
        *(held(row, row.get_office_display()) for row in of(Term, person)),
        *(held(row, row.get_kind_display()) for row in of(Duty, person)),
        *(
            absence(row, _("miễn công tác và sinh hoạt"), row.reason, row.rule, row.decided_by)
            for row in of(Exemption, person)
        ),
        *(absence(row, _("đình chỉ sinh hoạt"), row.decided_by) for row in of(Suspension, person)),
        *(absence(row, _("sinh hoạt tạm thời tại %(place)s") % {"place": row.to}) for row in of(Away, person)),
    ]
    return sorted(found, key=lambda stretch: stretch.starts)


def of(model: Any, person: Person) -> Any:
    return model._default_manager.filter(person=person).select_related("unit")


def standing(row: Membership) -> Stretch:
    what = _("%(standing)s, sinh hoạt tạm thời") if row.temporary else "%(standing)s"
    words = [row.get_came_display() or row.reason, row.get_went_display()]
    why = " → ".join(str(word) for word in words if word)
    place = row.unit.called_on(row.starts) if row.went == "reorganised" or row.came == "reorganised" else row.unit.name
    return Stretch(row.starts, row.ends, what % {"standing": row.get_standing_display()}, place, why, row.document)


def held(row: Term | Duty, what: Any) -> Stretch:
    return Stretch(row.starts, row.ends, str(what), row.unit.name, row.ended_by, row.document)


def absence(row: Exemption | Suspension | Away, what: str, *ground: str) -> Stretch:
    words = "; ".join(word for word in ground if word)
    return Stretch(row.starts, row.ends, what, row.unit.name, document=row.document, ground=words)
