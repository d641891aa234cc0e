"""One login for each kind of person, around the example cell on 20 January 2015."""

from dataclasses import dataclass
from datetime import date, datetime

from nennep.organisation.access import Doer, Operator
from nennep.organisation.accounts.models import Card
from nennep.organisation.models import DutyKind, Office, Person, Unit, User
from nennep.organisation.tests.factories import DutyFactory, GrantFactory, TermFactory, UnitFactory, on_roll
from tests.access.kinds import PEOPLE, Kind
from tests.house import HANOI

MOMENT = datetime(2015, 1, 20, 9, 0, tzinfo=HANOI)
TODAY = MOMENT.date()
NEW_DAY = date(2015, 1, 5)

# As they stand in the example workbook. The member was inspected in 2015 and rated in 2014.
NAMED = {
    Kind.COLLEAGUE: "Lê Thu Thảo",
    Kind.MEMBER: "Phan Đức Lộc",
    Kind.MINUTES: "Nguyễn Thị Thu Hằng",
    Kind.EDITOR: "Lưu Thị Nga",
    Kind.INSPECTOR: "Tạ Thị Xuân",
    Kind.COMMITTEE: "Mai Thị Hòa",
    Kind.DEPUTY: "Đào Quang Vinh",
    Kind.SECRETARY: "Vũ Minh Hạnh",  # pragma: allowlist secret
    Kind.FORMER: "Kiều Văn Hưng",
}
SOMEBODY = "Ngô Thị Lụa"


@dataclass(frozen=True)
class Around:
    """The example cell, whoever comes to it, and every name that its lists hold."""

    unit: Unit
    parent: Unit
    people: dict[Kind, Person]
    users: dict[Kind, User]
    names: frozenset[str]

    @property
    def member(self) -> Person:
        return self.people[Kind.MEMBER]

    @property
    def somebody(self) -> Person:
        """A member of the cell who is none of those who try."""
        return Person.objects.get(home=self.unit, name=SOMEBODY)

    def doer(self, kind: Kind) -> Doer:
        return Operator() if kind is Kind.OPERATOR else self.people[kind]

    def names_of_others(self, kind: Kind) -> frozenset[str]:
        return self.names - {self.people[kind].name} if kind in self.people else self.names


def around(unit: Unit) -> Around:
    """People of every kind, each with a login; only the inspector's duty and the units beside and above are made up."""
    parent = unit.parent
    assert parent is not None
    names = frozenset(Person.objects.filter(home=unit).values_list("name", flat=True))
    people = {kind: Person.objects.get(home=unit, name=name) for kind, name in NAMED.items()}
    DutyFactory(unit=unit, person=people[Kind.INSPECTOR], kind=DutyKind.INSPECTOR)
    sibling = UnitFactory(parent=parent, code="CBBEN")
    far_above = parent.parent
    assert far_above is not None
    GrantFactory(unit=unit, to=far_above)
    for kind, place, name in (
        (Kind.SIBLING, sibling, "Bí Thư Bên Cạnh"),
        (Kind.ABOVE, parent, "Bí Thư Cấp Trên"),
        (Kind.GRANTED, far_above, "Bí Thư Cấp Trên Nữa"),
    ):
        people[kind] = on_roll(place, name)
        TermFactory(unit=place, person=people[kind], office=Office.SECRETARY)
    users = {kind: User.objects.create(username=kind.name.lower(), person=person) for kind, person in people.items()}
    users[Kind.IT] = User.objects.create(username="it", is_staff=True)
    assert set(people) == PEOPLE
    # At a shared computer the secretary is nobody's secretary: the session sees their own things alone.
    Card.objects.create(person=people[Kind.SECRETARY], digest="around", issued_at=MOMENT)
    people[Kind.CARD], users[Kind.CARD] = people[Kind.SECRETARY], users[Kind.SECRETARY]
    return Around(unit, parent, people, users, names)
