"""Who is in the unit's list already: everything a roster is set beside, read in four queries."""

from collections import defaultdict
from datetime import date

from nennep.organisation.models import Membership, Office, Person, Term, Unit
from nennep.vietnamese.names import split_name


class Known:
    """The people of a unit by code and by name, with what they stand as and hold."""

    def __init__(self, unit: Unit) -> None:
        self.unit = unit
        on_roll = Membership.objects.of(unit).values("person")
        people = Person.objects.filter(home=unit) | Person.objects.filter(pk__in=on_roll)
        self.people = {person.pk: person for person in people}
        self.by_code = {person.code.casefold(): person for person in people if person.home_id == unit.pk}
        self.by_name: dict[str, list[Person]] = defaultdict(list)
        for person in people:
            self.by_name[person.name_key].append(person)
        self.memberships: dict[int, list[Membership]] = defaultdict(list)
        for membership in Membership.objects.filter(person__in=people).select_related("unit").order_by("starts"):
            self.memberships[membership.person_id].append(membership)
        self.terms: dict[int, list[Term]] = defaultdict(list)
        for term in Term.objects.filter(unit=unit, ends=None):
            self.terms[term.person_id].append(term)
        self.codes = set(self.by_code)

    @property
    def secretary(self) -> Term | None:
        return next((t for terms in self.terms.values() for t in terms if t.office == Office.SECRETARY), None)

    def standing_on(self, person: Person, day: date) -> Membership | None:
        return next((m for m in self.memberships[person.pk] if m.unit_id == self.unit.pk and m.holds_on(day)), None)

    def new_code(self, name: str) -> str:
        """A code for somebody whom the file gives none: the initials, and a number where they are taken (VMH, VMH2)."""
        parts = split_name(name)
        initials = "".join(word[0] for word in str(parts).split() if word[0].isalpha()).upper()[:15] or "N"
        code, number = initials, 1
        while code.casefold() in self.codes:
            number += 1
            code = f"{initials}{number}"
        self.codes.add(code.casefold())
        return code
