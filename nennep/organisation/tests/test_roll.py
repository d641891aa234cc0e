"""Who is on the roll on a day, in the order of names, and whose presence counts."""

from datetime import date, timedelta

import pytest
from django.core.exceptions import ValidationError

from nennep.ledger.acts import Outcome
from nennep.ledger.models import Entry
from nennep.organisation.actions import join
from nennep.organisation.models import Membership, Person, Standing
from nennep.organisation.queries import roll, secretary_of, unit_of
from nennep.organisation.tests.factories import ExemptionFactory, MembershipFactory, TermFactory, a_cell, on_roll

DAY = timedelta(days=1)


def names(unit, day):
    return [membership.person.name for membership in roll(unit, day)]


def test_the_roll_lists_everybody_by_given_name_then_family_name(cell, today):
    on_roll(cell.unit, "Đỗ Thị Anh")
    on_roll(cell.unit, "Bùi Văn Đạt")
    on_roll(cell.unit, "Cao Thị Dung")
    assert names(cell.unit, today) == [
        "Đỗ Thị Anh",
        "Đỗ Thị Ánh",
        "Trịnh Công Bằng",
        "Cao Thị Dung",
        "Bùi Văn Đạt",
        "Vũ Minh Hạnh",
        "Kiều Văn Hưng",
        "Trần Đình Khoát",
        "Ngô Thị Lụa",
        "Lưu Thị Nga",
    ]


def test_the_order_of_names_is_the_databases_own(cell):
    """The key is text of plain digits and letters, so that no collation can change it."""
    listed = [
        "Lê Văn Ái",
        "Lê Ân",
        "Lê Bê",
        "Lê Chi",
        "Lê Đa",
        "Lê Em",
        "Lê Oanh",
        "Lê Ôn",
        "Lê Ơn",
        "Lê Ưng",
        "Lê Yến",
    ]
    for name in reversed(listed):
        on_roll(cell.unit, name)
    found = Person.objects.filter(name__in=listed).order_by("name_key")
    assert [person.name for person in found] == listed
    assert all(set(person.name_key) <= set("0123456789abcdef") for person in found)


def test_a_shorter_name_comes_before_a_longer_one_that_begins_with_it(cell):
    listed = ["Lê An", "Lê Văn An", "Lê Văn Anh"]
    for name in reversed(listed):
        on_roll(cell.unit, name)
    assert list(Person.objects.filter(name__in=listed).order_by("name_key").values_list("name", flat=True)) == listed


def test_somebody_is_on_the_roll_from_the_first_day_to_the_last_and_not_a_day_more(cell):
    starts, ends = date(2012, 3, 1), date(2013, 6, 30)
    person = on_roll(cell.unit, "Mai Thị Hòa", starts=starts, ends=ends)
    present = {day: person.name in names(cell.unit, day) for day in (starts - DAY, starts, ends, ends + DAY)}
    assert present == {starts - DAY: False, starts: True, ends: True, ends + DAY: False}


def test_another_cells_people_are_not_on_the_roll(cell, today):
    other = a_cell()
    assert not set(roll(cell.unit, today).values_list("person", flat=True)) & set(
        roll(other.unit, today).values_list("person", flat=True)
    )


def test_an_exempt_member_is_on_the_roll_and_not_required(cell, today):
    required = Membership.objects.attending(cell.unit, today).members()
    assert {membership.person for membership in required} == cell.required
    assert cell.exempt.name in names(cell.unit, today)


def test_an_exemption_counts_only_while_it_holds(cell, today):
    ExemptionFactory(unit=cell.unit, person=cell.member, starts=date(2013, 1, 1), ends=today - DAY)
    attending = Membership.objects.attending
    assert cell.member in {membership.person for membership in attending(cell.unit, today)}
    assert cell.member not in {membership.person for membership in attending(cell.unit, today - DAY)}


def test_two_standings_that_overlap_are_refused_with_the_day_of_the_other(cell, at):
    again = Membership(person=cell.member, unit=cell.unit, standing=Standing.FULL, starts=date(2012, 1, 1))
    with pytest.raises(ValidationError, match="Ngô Thị Lụa đã có tư cách chính thức từ ngày 01/01/2008"):
        join(again, by=cell.secretary, at=at)
    assert Membership.objects.filter(person=cell.member).count() == 1
    assert not Entry.objects.exists()


@pytest.mark.parametrize(
    ("starts", "ends"),
    [
        (date(2011, 1, 1), date(2012, 1, 1)),
        (date(2012, 12, 31), None),
        (date(2011, 1, 1), None),
        (date(2012, 5, 1), date(2012, 6, 1)),
    ],
)
def test_overlap_is_refused_on_either_side_of_a_closed_standing(cell, at, starts, ends):
    person = on_roll(cell.unit, "Mai Thị Hòa", starts=date(2012, 1, 1), ends=date(2012, 12, 31))
    with pytest.raises(ValidationError, match="không được chồng nhau"):
        join(
            Membership(person=person, unit=cell.unit, standing=Standing.FULL, starts=starts, ends=ends),
            by=cell.secretary,
            at=at,
        )


def test_a_probationary_member_becomes_a_full_one_the_day_after(cell, at):
    person = on_roll(cell.unit, "Mai Thị Hòa", Standing.PROBATIONARY, starts=date(2012, 1, 1), ends=date(2012, 12, 31))
    after = Membership(person=person, unit=cell.unit, standing=Standing.FULL, starts=date(2013, 1, 1))
    assert join(after, by=cell.secretary, at=at)[1] is Outcome.ADDED
    standing = Membership.objects.of(cell.unit).filter(person=person)
    assert standing.on(date(2012, 12, 31)).get().standing == Standing.PROBATIONARY
    assert standing.on(date(2013, 1, 1)).get().standing == Standing.FULL


def test_a_person_belongs_to_the_unit_of_that_day(cell, today):
    other = a_cell()
    Membership.objects.filter(person=cell.member).update(ends=today - DAY)
    MembershipFactory(unit=other.unit, person=cell.member, starts=today)
    assert unit_of(cell.member, today - DAY) == cell.unit
    assert unit_of(cell.member, today) == other.unit
    assert unit_of(cell.member, date(2000, 1, 1)) is None


def test_the_secretary_is_whoever_holds_the_office_that_day(cell, today):
    cell.secretary.terms.update(ends=today - DAY)
    TermFactory(unit=cell.unit, person=cell.member, office="secretary", starts=today)
    assert secretary_of(cell.unit, today - DAY) == cell.secretary
    assert secretary_of(cell.unit, today) == cell.member
    assert secretary_of(cell.unit, date(2000, 1, 1)) is None
