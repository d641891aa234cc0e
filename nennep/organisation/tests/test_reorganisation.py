"""Renaming, moving, merging, splitting and dissolving: dated, by a document, and the cell stays the same cell."""

from datetime import date, timedelta

import pytest
from django.core.exceptions import ValidationError

from nennep.ledger.models import Entry
from nennep.organisation import actions
from nennep.organisation.access import NotAllowed
from nennep.organisation.models import (
    Coming,
    DutyKind,
    Exemption,
    Going,
    Level,
    Membership,
    Office,
    Person,
    Succession,
    Term,
    Unit,
)
from nennep.organisation.obstacles import QUESTIONS
from nennep.organisation.queries import unit_of
from nennep.organisation.tests.factories import DutyFactory, TermFactory, UnitFactory, a_cell, on_roll
from nennep.organisation.tree import above, under

DAY = timedelta(days=1)
ON = date(2014, 5, 1)
PAPER = "QĐ 12-QĐ/ĐUK ngày 25/4/2014"


@pytest.fixture
def other(cell):
    """A second cell under the same level above."""
    return a_cell_under(cell.parent)


def a_cell_under(parent):
    found = a_cell()
    Unit.objects.filter(pk=found.unit.pk).update(parent=parent)
    found.unit.states.update(parent=parent)
    found.unit.refresh_from_db()
    return found


@pytest.fixture
def upper(cell):
    """The secretary of the level above."""
    person = on_roll(cell.parent, "Bùi Văn Đạt")
    TermFactory(unit=cell.parent, person=person, office=Office.SECRETARY)
    return person


def rename(unit, by, at, on=ON, **more):
    named = {"name": "Chi bộ Sở Công Thương", "letterhead": "CHI BỘ SỞ CÔNG THƯƠNG", "symbol": "CBSCT"}
    return actions.rename_unit(unit, **{**named, "place": "Hưng Yên"} | more, on=on, document=PAPER, by=by, at=at)


def people_of(unit, day):
    return {row.person for row in Membership.objects.of(unit).on(day)}


def test_a_renamed_cell_is_the_same_cell_and_answers_to_the_name_of_each_day(cell, at):
    before = cell.unit.name
    unit = rename(cell.unit, cell.secretary, at)
    assert unit.pk == cell.unit.pk
    assert (unit.called_on(ON - DAY), unit.called_on(ON)) == (before, "Chi bộ Sở Công Thương")
    assert unit.on(ON - DAY).symbol == cell.unit.symbol
    assert Unit.objects.get(pk=unit.pk).symbol == "CBSCT"
    assert (Entry.objects.last().act, Entry.objects.last().subject) == (
        "organisation.rename_unit",
        f"organisation.unit:{unit.pk}",
    )


def test_who_was_above_this_cell_on_a_day_and_what_it_was_called_is_one_call(cell, at, django_assert_num_queries):
    old, new = cell.parent, UnitFactory(level=Level.COMMUNE, name="Đảng ủy phường Phố Hiến")
    unit = actions.move_unit(cell.unit, to=new, on=ON, document=PAPER, by=cell.secretary, at=at)
    with django_assert_num_queries(1):
        assert unit.on(ON - DAY).parent == old
    with django_assert_num_queries(1):
        state = unit.on(ON)
        assert (state.parent, state.name, state.document) == (new, cell.unit.name, PAPER)
    assert above(unit, ON - DAY) == [old]
    assert above(unit, ON) == [new]
    assert unit in under(new, ON)
    assert unit not in under(old, ON)


def test_before_it_was_founded_and_after_its_end_a_unit_has_no_state(cell):
    assert cell.unit.on(cell.unit.starts - DAY) is None
    assert cell.unit.on(cell.unit.starts) is not None


def test_the_secretary_above_may_reorganise_and_a_member_may_not(cell, upper, at):
    rename(cell.unit, upper, at)
    with pytest.raises(NotAllowed):
        rename(cell.unit, cell.member, at, on=ON + DAY, name="Chi bộ Khác")


@pytest.mark.parametrize(
    ("more", "says"),
    [
        ({"on": date(2014, 6, 4)}, "chưa tới"),
        ({"on": date(2005, 1, 1)}, "Lần sắp xếp gần nhất"),
        ({"name": "", "letterhead": ""}, "không được để trắng"),
    ],
)
def test_a_day_or_a_name_that_cannot_be_is_refused_and_nothing_changes(cell, at, more, says):
    with pytest.raises(ValidationError, match=says):
        rename(cell.unit, cell.secretary, at, **more)
    assert cell.unit.states.count() == 1
    assert not Entry.objects.exists()


def test_a_change_without_a_document_or_without_a_change_is_refused(cell, at):
    with pytest.raises(ValidationError, match="số và ngày của quyết định"):
        actions.move_unit(cell.unit, to=UnitFactory(), on=ON, document=" ", by=cell.secretary, at=at)
    with pytest.raises(ValidationError, match="Không có gì khác"):
        actions.move_unit(cell.unit, to=cell.parent, on=ON, document=PAPER, by=cell.secretary, at=at)


def test_a_circle_in_the_tree_is_refused_with_both_names(cell, upper, at):
    with pytest.raises(ValidationError, match=f"{cell.unit} đang trực thuộc {cell.parent}"):
        actions.move_unit(cell.parent, to=cell.unit, on=ON, document=PAPER, by=upper, at=at)
    with pytest.raises(ValidationError, match="chính nó"):
        actions.move_unit(cell.parent, to=cell.parent, on=ON, document=PAPER, by=upper, at=at)
    assert cell.parent.states.count() == 1


def test_a_circle_that_would_only_close_later_is_refused_too(cell, upper, at):
    """A stands free on 1 May; on 10 May A went under B. Putting B under A from 5 May would close a circle on the 10th."""
    free, b = UnitFactory(level=Level.COMMUNE), cell.parent
    person = on_roll(free, "Cao Thị Dung")
    TermFactory(unit=free, person=person, office=Office.SECRETARY)
    actions.move_unit(free, to=b, on=date(2014, 5, 10), document=PAPER, by=person, at=at)
    with pytest.raises(ValidationError, match="trực thuộc"):
        actions.move_unit(b, to=free, on=date(2014, 5, 5), document=PAPER, by=upper, at=at)


def test_a_merged_cell_ends_and_its_people_go_on_in_the_other(cell, other, upper, at):
    source, target = other.unit, cell.unit
    before = people_of(source, ON - DAY)
    actions.merge_units([source], into=target, on=ON, document=PAPER, by=upper, at=at)
    source.refresh_from_db()
    assert source.ends == ON - DAY
    assert people_of(source, ON - DAY) == before
    assert people_of(source, ON) == set()
    assert before < people_of(target, ON)
    assert not before & people_of(target, ON - DAY)
    row = Membership.objects.get(person=other.member, starts=ON)
    assert (row.came, row.document, row.standing) == (Coming.REORGANISED, PAPER, "full")
    assert Membership.objects.get(person=other.member, ends=ON - DAY).went == Going.REORGANISED
    assert Succession.objects.get().target == target
    assert Entry.objects.filter(act="organisation.merge_units").count() == 1


def test_offices_and_duties_of_a_merged_cell_end_with_it_and_exemptions_go_on(cell, other, upper, at):
    actions.merge_units([other.unit], into=cell.unit, on=ON, document=PAPER, by=upper, at=at)
    term = Term.objects.get(person=other.secretary)
    assert (term.ends, term.ended_by) == (ON - DAY, PAPER)
    assert list(other.minutes_secretary.duties.values_list("ends", flat=True)) == [ON - DAY]
    assert Exemption.objects.on(ON).get(person=other.exempt).unit == cell.unit
    assert Exemption.objects.on(ON - DAY).get(person=other.exempt).unit == other.unit
    assert other.exempt not in {row.person for row in Membership.objects.attending(cell.unit, ON)}


def test_a_merged_level_above_takes_its_units_along(cell, upper, at):
    commune = UnitFactory(level=Level.COMMUNE)
    TermFactory(unit=commune, person=upper, office=Office.SECRETARY)
    Term.objects.filter(unit=cell.parent, person=upper).update(office=Office.DEPUTY)
    actions.merge_units([cell.parent], into=commune, on=ON, document=PAPER, by=upper, at=at)
    assert above(Unit.objects.get(pk=cell.unit.pk), ON) == [commune]
    assert above(cell.unit, ON - DAY) == [cell.parent]


def test_a_merge_with_something_open_is_refused_with_what_is_open(cell, other, upper, at):
    unsigned = "Biên bản họp ngày 18/4/2014 chưa ký."
    QUESTIONS.append(lambda unit, on: [unsigned] if unit == other.unit else [])
    try:
        with pytest.raises(ValidationError) as refusal:
            actions.merge_units([other.unit], into=cell.unit, on=ON, document=PAPER, by=upper, at=at)
    finally:
        QUESTIONS.pop()
    assert refusal.value.messages[1:] == [unsigned]
    assert Unit.objects.get(pk=other.unit.pk).ends is None
    assert not Succession.objects.exists()


def test_a_cell_is_not_merged_into_what_stands_under_it_or_into_itself(cell, upper, at):
    with pytest.raises(ValidationError, match="trực thuộc"):
        actions.merge_units([cell.parent], into=cell.unit, on=ON, document=PAPER, by=upper, at=at)
    with pytest.raises(ValidationError, match="đơn vị khác"):
        actions.merge_units([cell.unit], into=cell.unit, on=ON, document=PAPER, by=upper, at=at)


def test_only_who_may_reorganise_both_may_merge(cell, other, at):
    with pytest.raises(NotAllowed):
        actions.merge_units([other.unit], into=cell.unit, on=ON, document=PAPER, by=cell.secretary, at=at)


def test_somebody_who_joined_after_the_day_of_the_merge_is_named_and_nothing_moves(cell, other, upper, at):
    late = on_roll(other.unit, "Mai Văn Muộn", starts=ON + DAY)
    with pytest.raises(ValidationError, match="Mai Văn Muộn vào danh sách"):
        actions.merge_units([other.unit], into=cell.unit, on=ON, document=PAPER, by=upper, at=at)
    assert unit_of(late, at.date()) == other.unit
    assert unit_of(other.member, at.date()) == other.unit


def test_a_split_cell_keeps_who_stays_and_its_history(cell, at):
    DutyFactory(unit=cell.unit, person=cell.member, kind=DutyKind.EDITOR)
    new = UnitFactory.build(code="CBMOI", name="Chi bộ Mới")
    leaving = [cell.member, cell.colleague]
    made = actions.split_unit(cell.unit, new=new, people=leaving, on=ON, document=PAPER, by=cell.secretary, at=at)
    assert people_of(made, ON) == set(leaving)
    assert not people_of(cell.unit, ON) & set(leaving)
    assert set(leaving) < people_of(cell.unit, ON - DAY)
    assert above(made, ON) == [cell.parent]
    assert Succession.objects.get().kind == Succession.Kind.SPLIT
    assert cell.member.duties.get().ends == ON - DAY
    assert cell.secretary.terms.get().ends is None


def test_a_split_that_leaves_nobody_or_takes_a_stranger_is_refused(cell, other, at):
    def split(people):
        new = UnitFactory.build(code="CBMOI")
        actions.split_unit(cell.unit, new=new, people=people, on=ON, document=PAPER, by=cell.secretary, at=at)

    with pytest.raises(ValidationError, match="Không ai ở lại"):
        split(people_of(cell.unit, ON))
    with pytest.raises(ValidationError, match="đang trong danh sách"):
        split([other.member])
    assert not Unit.objects.filter(code="CBMOI").exists()


def test_a_cell_with_people_is_not_dissolved_and_an_empty_one_is(cell, upper, at):
    with pytest.raises(ValidationError, match="Còn 7 người"):
        actions.dissolve_unit(cell.unit, on=ON, document=PAPER, by=upper, at=at)
    empty = UnitFactory(parent=cell.parent)
    actions.dissolve_unit(empty, on=ON, document=PAPER, by=upper, at=at)
    assert Unit.objects.get(pk=empty.pk).ends == ON - DAY
    assert empty.on(ON) is None
    with pytest.raises(ValidationError, match="đã kết thúc"):
        rename(empty, upper, at, on=ON + DAY)


def test_a_workbook_that_says_how_the_cell_began_does_not_undo_its_renaming(cell, at, operator):
    began = Unit.objects.get(pk=cell.unit.pk)
    rename(cell.unit, cell.secretary, at)
    began.pk = None
    stored, outcome = actions.found_unit(began, by=operator, at=at)
    assert outcome.value == "unchanged"
    assert Unit.objects.get(pk=cell.unit.pk).name == "Chi bộ Sở Công Thương"


def test_a_correction_of_the_entry_is_no_reorganisation(cell, at):
    unit = Unit.objects.get(pk=cell.unit.pk)
    unit.pk, unit.place = None, "Phố Nối"
    actions.found_unit(unit, by=cell.secretary, at=at)
    assert [state.place for state in cell.unit.states.all()] == ["Phố Nối"]


def test_the_party_code_has_its_fourteen_digits_in_five_groups(cell, at, operator):
    unit = UnitFactory.build(code="MOI", parent=cell.parent, party_code="38.168.053.000.001")
    actions.found_unit(unit, by=operator, at=at)
    with pytest.raises(ValidationError, match="2.3.3.3.3"):
        actions.found_unit(UnitFactory.build(code="SAI", party_code="38.168.053"), by=operator, at=at)
    assert not Unit.objects.filter(code="SAI").exists()
    assert not Person.objects.filter(home__code="SAI").exists()
