"""Units and people for tests. `a_cell()` builds a whole cell in one line."""

from dataclasses import dataclass
from datetime import date

import factory
from factory.django import DjangoModelFactory

from nennep.organisation.actions import name_order
from nennep.organisation.models import (
    CELLS,
    Away,
    CellKind,
    Duty,
    DutyKind,
    Exemption,
    Grant,
    Level,
    Membership,
    Office,
    Person,
    Standing,
    Suspension,
    Term,
    Unit,
    UnitState,
)

FOUNDED = date(2005, 1, 1)


class UnitFactory(DjangoModelFactory):
    class Meta:
        model = Unit
        skip_postgeneration_save = True

    code = factory.Sequence(lambda n: f"CB{n}")
    name = factory.LazyAttribute(lambda unit: f"Chi bộ {unit.code}")
    letterhead = factory.LazyAttribute(lambda unit: f"CHI BỘ {unit.code}")
    level = Level.GRASSROOTS_CELL
    cell_kind = factory.LazyAttribute(lambda unit: CellKind.OFFICE if unit.level in CELLS else "")
    symbol = factory.SelfAttribute("code")
    place = "Hưng Yên"
    starts = FOUNDED

    @factory.post_generation
    def states(unit, create, extracted, **_more):
        """Written to the database, a unit has the state it was founded in."""
        if create:
            UnitState.objects.create(
                unit=unit, starts=unit.starts, ends=unit.ends, cause=UnitState.Cause.FOUNDED, **unit.dress()
            )


class PersonFactory(DjangoModelFactory):
    class Meta:
        model = Person

    home = factory.SubFactory(UnitFactory)
    code = factory.Sequence(lambda n: f"N{n}")
    name = factory.Sequence(lambda n: f"Nguyễn Văn Người {n}")
    name_key = factory.LazyAttribute(lambda person: name_order(person.name))
    sex = Person.Sex.MALE


class MembershipFactory(DjangoModelFactory):
    class Meta:
        model = Membership

    unit = factory.SubFactory(UnitFactory)
    person = factory.SubFactory(PersonFactory, home=factory.SelfAttribute("..unit"))
    standing = Standing.FULL
    starts = date(2008, 1, 1)


class ExemptionFactory(DjangoModelFactory):
    class Meta:
        model = Exemption

    unit = factory.SubFactory(UnitFactory)
    person = factory.SubFactory(PersonFactory, home=factory.SelfAttribute("..unit"))
    decided_by = "Chi bộ"
    reason = "Tuổi cao, sức khỏe yếu"
    starts = date(2014, 1, 1)


class SuspensionFactory(DjangoModelFactory):
    class Meta:
        model = Suspension

    unit = factory.SubFactory(UnitFactory)
    person = factory.SubFactory(PersonFactory, home=factory.SelfAttribute("..unit"))
    decided_by = "Đảng ủy cấp trên"
    document = "QĐ 8-QĐ/ĐUK ngày 02/01/2014"
    starts = date(2014, 1, 5)


class AwayFactory(DjangoModelFactory):
    class Meta:
        model = Away

    unit = factory.SubFactory(UnitFactory)
    person = factory.SubFactory(PersonFactory, home=factory.SelfAttribute("..unit"))
    to = "Chi bộ Trường Chính trị tỉnh"
    decided_by = "Chi bộ"
    starts = date(2014, 1, 5)


class TermFactory(DjangoModelFactory):
    class Meta:
        model = Term

    unit = factory.SubFactory(UnitFactory)
    person = factory.SubFactory(PersonFactory, home=factory.SelfAttribute("..unit"))
    office = Office.COMMITTEE
    starts = date(2010, 6, 18)


class DutyFactory(DjangoModelFactory):
    class Meta:
        model = Duty

    unit = factory.SubFactory(UnitFactory)
    person = factory.SubFactory(PersonFactory, home=factory.SelfAttribute("..unit"))
    kind = DutyKind.MINUTES
    starts = date(2010, 6, 18)


class GrantFactory(DjangoModelFactory):
    class Meta:
        model = Grant

    unit = factory.SubFactory(UnitFactory)
    to = factory.SubFactory(UnitFactory, level=Level.COMMUNE)
    starts = date(2015, 1, 1)
    ends = date(2015, 1, 31)
    document = "CV 15-CV/TU ngày 28/12/2014"
    purpose = "Kiểm tra việc học tập và làm theo"


@dataclass(frozen=True)
class Cell:
    """A cell of seven people, by what each of them is for a test."""

    unit: Unit
    parent: Unit
    secretary: Person
    minutes_secretary: Person
    member: Person
    other_member: Person
    probationary: Person
    exempt: Person
    colleague: Person

    @property
    def required(self) -> set[Person]:
        """Everybody whose attendance counts."""
        return {self.secretary, self.minutes_secretary, self.member, self.other_member, self.probationary}


def on_roll(unit: Unit, name: str, standing: Standing = Standing.FULL, **more) -> Person:
    """Somebody of that name on the unit's roll."""
    return MembershipFactory(unit=unit, person__name=name, standing=standing, **more).person


def a_cell(**more) -> Cell:
    """A cell on 3 June 2014: secretary, minutes secretary, two members, one probationary, one exempt, one colleague."""
    parent = UnitFactory(level=Level.BLOC)
    unit = UnitFactory(parent=parent, **more)
    cell = Cell(
        unit=unit,
        parent=parent,
        secretary=on_roll(unit, "Vũ Minh Hạnh"),
        minutes_secretary=on_roll(unit, "Kiều Văn Hưng"),
        member=on_roll(unit, "Ngô Thị Lụa"),
        other_member=on_roll(unit, "Trịnh Công Bằng"),
        probationary=on_roll(unit, "Đỗ Thị Ánh", Standing.PROBATIONARY, starts=date(2014, 2, 1)),
        exempt=on_roll(unit, "Trần Đình Khoát"),
        colleague=on_roll(unit, "Lưu Thị Nga", Standing.NON_MEMBER),
    )
    TermFactory(unit=unit, person=cell.secretary, office=Office.SECRETARY)
    DutyFactory(unit=unit, person=cell.minutes_secretary, kind=DutyKind.MINUTES)
    ExemptionFactory(unit=unit, person=cell.exempt)
    return cell
