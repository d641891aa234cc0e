"""A whole list goes in at once, or nothing of it; and comes out again while nothing stands on it."""

from datetime import date

import pytest
from django.core.exceptions import ValidationError
from django.db import connection
from django.test.utils import CaptureQueriesContext

from nennep.ledger.chain import verify
from nennep.ledger.models import Entry
from nennep.organisation.access import NotAllowed
from nennep.organisation.actions import join, list_person
from nennep.organisation.enrolment import BuiltOn, Enrolment, enrol, take_back
from nennep.organisation.models import Membership, Office, Person, Standing, Term, User
from nennep.organisation.tests.factories import MembershipFactory, PersonFactory, TermFactory, UnitFactory, on_roll

SINCE = date(2014, 1, 1)


def newcomer(unit, code="AN", name="Nguyễn Văn An", office=None, **more) -> Enrolment:
    person = Person(home=unit, code=code, name=name, sex="m", **more)
    membership = Membership(person=person, unit=unit, standing=Standing.FULL, starts=SINCE)
    terms = (Term(person=person, unit=unit, office=office, starts=SINCE),) if office else ()
    return Enrolment(person, (membership,), terms)


def rows_of(unit):
    people = Person.objects.filter(home=unit).order_by("pk").values()
    standings = Membership.objects.filter(unit=unit).order_by("pk").values()
    return list(people), list(standings), list(Term.objects.filter(unit=unit).order_by("pk").values())


def acts():
    return list(Entry.objects.order_by("sequence").values_list("act", flat=True))


def corrected(person: Person, **more) -> Enrolment:
    copy = Person.objects.get(pk=person.pk)
    for name, value in more.items():
        setattr(copy, name, value)
    return Enrolment(copy)


def test_people_their_standing_and_their_offices_go_in_with_an_entry_each(cell, at):
    done = enrol(
        cell.unit,
        [newcomer(cell.unit, born_on=date(1979, 3, 5)), newcomer(cell.unit, "BI", "Lê Thị Bình", Office.COMMITTEE)],
        by=cell.secretary,
        at=at,
    )
    person = Person.objects.get(home=cell.unit, code="AN")
    assert (person.name, person.born_on) == ("Nguyễn Văn An", date(1979, 3, 5))
    assert Membership.objects.get(person=person).starts == SINCE
    assert Term.objects.get(person__code="BI").office == Office.COMMITTEE
    assert acts() == ["organisation.list_person"] * 2 + ["organisation.join"] * 2 + ["organisation.appoint"]
    assert (done.people_added, done.changed, done.last_entry) == (2, 5, 5)
    assert verify().whole


def test_they_stand_where_their_given_names_belong(cell, at):
    enrol(
        cell.unit,
        [newcomer(cell.unit, "C", "Lê Văn Ước"), newcomer(cell.unit, "D", "Trần Ân")],
        by=cell.secretary,
        at=at,
    )
    names = list(Person.objects.filter(home=cell.unit).order_by("name_key").values_list("name", flat=True))
    assert names[0] == "Đỗ Thị Ánh"
    assert names[1] == "Trần Ân"
    assert names[-1] == "Lê Văn Ước"


def test_what_is_there_is_corrected_and_what_is_equal_leaves_no_entry(cell, at):
    done = enrol(
        cell.unit, [corrected(cell.member, job="Trưởng phòng"), corrected(cell.other_member)], by=cell.secretary, at=at
    )
    assert Person.objects.get(pk=cell.member.pk).job == "Trưởng phòng"
    assert acts() == ["organisation.list_person.correct"]
    assert [item.before["job"] for item in done.corrected] == [""]


def test_a_standing_that_ends_makes_room_for_the_next(cell, at):
    old = Membership.objects.get(person=cell.probationary)
    old.ends = date(2014, 5, 31)
    new = Membership(person=cell.probationary, unit=cell.unit, standing=Standing.FULL, starts=date(2014, 6, 1))
    enrol(cell.unit, [Enrolment(cell.probationary, (old, new))], by=cell.secretary, at=at)
    assert Membership.objects.on(at.date()).get(person=cell.probationary).standing == Standing.FULL
    assert Membership.objects.on(date(2014, 5, 31)).get(person=cell.probationary).standing == Standing.PROBATIONARY


@pytest.mark.parametrize("who", ["member", "colleague", "exempt"])
def test_whoever_keeps_no_books_enters_nobody(cell, at, who):
    with pytest.raises(NotAllowed):
        enrol(cell.unit, [newcomer(cell.unit)], by=getattr(cell, who), at=at)
    assert not Person.objects.filter(code="AN").exists()


def test_the_minutes_secretary_enters_people_but_no_offices(cell, at):
    with pytest.raises(NotAllowed):
        enrol(cell.unit, [newcomer(cell.unit, office=Office.DEPUTY)], by=cell.minutes_secretary, at=at)
    enrol(cell.unit, [newcomer(cell.unit)], by=cell.minutes_secretary, at=at)
    assert Person.objects.filter(code="AN").exists()


def test_somebody_listed_by_another_unit_is_not_corrected_from_here(cell, at):
    stranger = PersonFactory(home=UnitFactory())
    with pytest.raises(NotAllowed):
        enrol(cell.unit, [corrected(stranger, job="Khác")], by=cell.secretary, at=at)
    with pytest.raises(ValidationError, match="chỉ ghi được người của"):
        enrol(cell.unit, [newcomer(UnitFactory())], by=cell.secretary, at=at)
    assert not Entry.objects.exists()


@pytest.mark.parametrize(
    ("spoil", "says"),
    [
        (lambda cell: [newcomer(cell.unit), newcomer(cell.unit, name="Người Khác")], "Mã AN đã có người dùng"),
        (lambda cell: [newcomer(cell.unit), newcomer(cell.unit, cell.member.code)], "đã có người dùng"),
        (lambda cell: [newcomer(cell.unit), newcomer(cell.unit, "BI", office=Office.SECRETARY)], "đã có bí thư"),
        (
            lambda cell: [newcomer(cell.unit), Enrolment(cell.member, newcomer(cell.unit).memberships)],
            "không được chồng nhau",
        ),
        (lambda cell: [newcomer(cell.unit), newcomer(cell.unit, "BI", "x" * 200)], "120"),
    ],
)
def test_one_row_that_cannot_be_takes_all_of_them_back(cell, at, spoil, says):
    before = rows_of(cell.unit)
    with pytest.raises(ValidationError, match=says):
        enrol(cell.unit, spoil(cell), by=cell.secretary, at=at)
    assert rows_of(cell.unit) == before
    assert not Entry.objects.exists()


def test_a_long_list_costs_hardly_more_statements_than_a_short_one(cell, at):
    def cost(count, letter):
        rows = [newcomer(cell.unit, f"{letter}{n}", f"Nguyễn Văn {letter}") for n in range(count)]
        with CaptureQueriesContext(connection) as queries:
            enrol(cell.unit, rows, by=cell.secretary, at=at)
        return len(queries)

    assert cost(400, "B") - cost(4, "A") <= 400 / 16  # the index of the search among them


def test_taken_back_everything_is_as_before_and_the_ledger_tells_both(cell, at):
    before = rows_of(cell.unit)
    rows = [
        newcomer(cell.unit, office=Office.COMMITTEE),
        corrected(cell.member, job="Trưởng phòng", born_on=date(1980, 1, 1)),
    ]
    done = enrol(cell.unit, rows, by=cell.secretary, at=at)
    take_back(cell.unit, done, by=cell.secretary, at=at)
    assert rows_of(cell.unit) == before
    assert acts()[4:] == [
        "organisation.appoint.undo",
        "organisation.join.undo",
        "organisation.list_person.undo",
        "organisation.list_person.undo",
    ]
    assert verify().whole


def test_a_standing_that_was_ended_is_open_again_after_taking_back(cell, at):
    before = rows_of(cell.unit)
    old = Membership.objects.get(person=cell.probationary)
    old.ends = date(2014, 5, 31)
    new = Membership(person=cell.probationary, unit=cell.unit, standing=Standing.FULL, starts=date(2014, 6, 1))
    done = enrol(cell.unit, [Enrolment(cell.probationary, (old, new))], by=cell.secretary, at=at)
    take_back(cell.unit, done, by=cell.secretary, at=at)
    assert rows_of(cell.unit) == before


def login(cell, person, at):
    User.objects.create(username="an", person=person)


def office(cell, person, at):
    TermFactory(unit=cell.unit, person=person)


def later_correction(cell, person, at):
    person.job = "Chuyên viên"
    list_person(person, by=cell.secretary, at=at)


def later_standing(cell, person, at):
    Membership.objects.filter(person=person).update(ends=date(2014, 5, 1))
    join(
        MembershipFactory.build(person=person, unit=cell.unit, starts=SINCE, ends=date(2014, 4, 1)),
        by=cell.secretary,
        at=at,
    )


@pytest.mark.parametrize("build", [login, office, later_correction, later_standing])
def test_what_others_stand_on_is_not_taken_back_and_the_person_is_named(cell, at, build):
    done = enrol(cell.unit, [newcomer(cell.unit), newcomer(cell.unit, "BI", "Lê Thị Bình")], by=cell.secretary, at=at)
    build(cell, Person.objects.get(code="AN", home=cell.unit), at)
    before = rows_of(cell.unit)
    with pytest.raises(BuiltOn, match="về Nguyễn Văn An,"):
        take_back(cell.unit, done, by=cell.secretary, at=at)
    assert rows_of(cell.unit) == before


def test_a_correction_that_was_corrected_again_is_not_taken_back(cell, at):
    done = enrol(cell.unit, [corrected(cell.member, job="Trưởng phòng")], by=cell.secretary, at=at)
    later_correction(cell, Person.objects.get(pk=cell.member.pk), at)
    with pytest.raises(BuiltOn, match="Ngô Thị Lụa"):
        take_back(cell.unit, done, by=cell.secretary, at=at)
    assert Person.objects.get(pk=cell.member.pk).job == "Chuyên viên"


def test_offices_are_taken_back_by_the_secretary_only(cell, at):
    done = enrol(cell.unit, [newcomer(cell.unit, office=Office.DEPUTY)], by=cell.secretary, at=at)
    with pytest.raises(NotAllowed):
        take_back(cell.unit, done, by=cell.minutes_secretary, at=at)
    with pytest.raises(NotAllowed):
        take_back(cell.unit, done, by=cell.member, at=at)
    assert Term.objects.filter(person__code="AN").exists()


def test_people_of_other_imports_stay(cell, at):
    kept = on_roll(cell.unit, "Tạ Thị Xuân")
    done = enrol(cell.unit, [newcomer(cell.unit)], by=cell.secretary, at=at)
    take_back(cell.unit, done, by=cell.secretary, at=at)
    assert Person.objects.filter(pk=kept.pk).exists()
