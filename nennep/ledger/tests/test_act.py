import pytest

from nennep.ledger.acts import act, content_of, reference_of
from nennep.ledger.chain import BEGINNING, commit_to
from nennep.ledger.models import Entry, Head
from nennep.organisation.models import Unit
from nennep.organisation.tests.factories import UnitFactory


def test_an_act_leaves_one_entry_that_says_who_did_what_to_which_record_and_when(unit, secretary, at):
    with act("organisation.rename", by=secretary, at=at, on=unit):
        unit.name = "Chi bộ Văn phòng"
        unit.save()
    entry = Entry.objects.get()
    assert (entry.act, entry.actor, entry.subject, entry.at) == (
        "organisation.rename",
        f"organisation.person:{secretary.pk}",
        f"organisation.unit:{unit.pk}",
        at,
    )
    assert Unit.objects.get(pk=unit.pk).name == "Chi bộ Văn phòng"


def test_the_first_entry_follows_the_beginning_and_each_later_one_the_entry_before(unit, secretary, at):
    for _ in range(3):
        with act("organisation.look_again", by=secretary, at=at, on=unit):
            pass
    first, second, third = Entry.objects.order_by("sequence")
    assert [entry.sequence for entry in (first, second, third)] == [1, 2, 3]
    assert (first.previous, second.previous, third.previous) == (BEGINNING, first.hash, second.hash)


def test_the_head_knows_the_last_entry(unit, secretary, at):
    for _ in range(2):
        with act("organisation.look_again", by=secretary, at=at, on=unit):
            pass
    head = Head.objects.get()
    assert (head.sequence, head.hash) == (2, Entry.objects.get(sequence=2).hash)


def test_when_the_block_fails_there_is_neither_change_nor_entry(unit, secretary, at):
    before = unit.name
    with pytest.raises(RuntimeError, match="power cut"), act("organisation.rename", by=secretary, at=at, on=unit):
        Unit.objects.filter(pk=unit.pk).update(name="Tên khác")
        raise RuntimeError("power cut")
    assert Unit.objects.get(pk=unit.pk).name == before
    assert not Entry.objects.exists()


def test_when_the_entry_cannot_be_written_the_change_is_taken_back(unit, secretary, at):
    before = unit.name
    unwritable = {"name": object()}
    with pytest.raises(TypeError), act("organisation.rename", by=secretary, at=at, on=unit, content=unwritable):
        Unit.objects.filter(pk=unit.pk).update(name="Tên khác")
    assert Unit.objects.get(pk=unit.pk).name == before
    assert not Entry.objects.exists()


def test_a_failed_act_leaves_no_hole_in_the_numbers(unit, secretary, at):
    with act("organisation.look_again", by=secretary, at=at, on=unit):
        pass
    with pytest.raises(RuntimeError), act("organisation.rename", by=secretary, at=at, on=unit):
        raise RuntimeError
    with act("organisation.look_again", by=secretary, at=at, on=unit):
        pass
    assert list(Entry.objects.order_by("sequence").values_list("sequence", flat=True)) == [1, 2]


def test_the_entry_commits_to_the_record_as_it_stands_after_the_act(unit, secretary, at):
    with act("organisation.rename", by=secretary, at=at, on=unit):
        unit.name = "Chi bộ Văn phòng"
        unit.save()
    entry = Entry.objects.get()
    assert entry.commitment == commit_to(content_of(Unit.objects.get(pk=unit.pk)), entry.opening.value)


def test_a_record_made_inside_the_act_is_named_by_the_key_it_got(db, operator, at):
    unit = UnitFactory.build()
    with act("organisation.found_unit", by=operator, at=at, on=unit):
        unit.save()
    assert Entry.objects.get().subject == reference_of(unit) == f"organisation.unit:{unit.pk}"


def test_a_command_on_the_machine_is_named_as_the_operator(unit, operator, at):
    with act("organisation.look_again", by=operator, at=at, on=unit):
        pass
    assert Entry.objects.get().actor == "operator:command-line"
