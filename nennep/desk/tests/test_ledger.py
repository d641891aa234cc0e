"""Sổ cái: who did what to which record, for the secretary, the deputy and the inspector of the unit."""

import re
from datetime import datetime, timedelta

import pytest
from django.core.paginator import Paginator
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from nennep.desk.ledger.lines import PATHS, entries_about, lines_of
from nennep.desk.ledger.words import WORDS, said
from nennep.ledger.chain import append
from nennep.ledger.models import Entry
from nennep.organisation.models import DutyKind, Office, Person, Unit, User
from nennep.organisation.tests.factories import Cell, DutyFactory, TermFactory, UnitFactory, a_cell, on_roll
from nennep.recognition.tests.factories import BookEntryFactory

pytestmark = pytest.mark.django_db


def signed_in(person: Person) -> Client:
    client = Client()
    client.force_login(User.objects.create(username=f"u{person.pk}", person=person))
    return client


def address(cell: Cell, **asked: str) -> str:
    query = "&".join(f"{name}={value}" for name, value in asked.items())
    return f"/so-cai/{cell.unit.code}/?{query}"


def page(cell: Cell, **asked: str) -> str:
    return signed_in(cell.secretary).get(address(cell, **asked)).content.decode()


def write(act: str, subject: object, at: datetime, actor: str = "operator:command-line", **more: str) -> Entry:
    reference = subject if isinstance(subject, str) else f"{subject._meta.label_lower}:{subject.pk}"
    return append(act, actor=actor, subject=reference, at=at, content={}, **more)


def numbers(shown: str) -> list[int]:
    return [int(number) for number in re.findall(r'<th scope="row" class="n">(\d+)</th>', shown)]


def test_the_secretary_the_deputy_and_the_inspector_open_the_ledger(cell):
    TermFactory(unit=cell.unit, person=cell.member, office=Office.DEPUTY)
    DutyFactory(unit=cell.unit, person=cell.other_member, kind=DutyKind.INSPECTOR)
    for person in (cell.secretary, cell.member, cell.other_member):
        assert signed_in(person).get(address(cell)).status_code == 200


def test_for_members_committee_members_minutes_secretaries_and_outsiders_there_is_no_such_page(cell):
    TermFactory(unit=cell.unit, person=cell.other_member, office=Office.COMMITTEE)
    elsewhere = a_cell()
    for person in (cell.member, cell.other_member, cell.minutes_secretary, elsewhere.secretary):
        assert signed_in(person).get(address(cell)).status_code == 404
    assert Client().get(address(cell)).status_code == 302


def test_an_inspector_of_another_unit_does_not_read_this_one(cell):
    DutyFactory(unit=UnitFactory(), person=cell.member, kind=DutyKind.INSPECTOR)
    assert signed_in(cell.member).get(address(cell)).status_code == 404


def test_a_line_says_when_who_did_what_to_which_record_and_opens_it_without_its_content(cell, at):
    entry = BookEntryFactory(unit=cell.unit, person=cell.member, deed="Trực trưa cả tuần")
    write("recognition.enter_in_book.correct", entry, at, cell.secretary.reference)
    shown = page(cell)
    for words in ("Vũ Minh Hạnh", "03/06/2014, 14 giờ 00", "ghi Sổ Đảng viên tiêu biểu, sửa lại"):
        assert words in shown
    assert f'<a href="{entry.get_absolute_url()}">lượt ghi Sổ {entry.pk}</a>' in shown
    assert "Trực trưa" not in shown


def test_the_operator_is_named_in_words_and_whoever_somebody_stands_in_for_is_named_too(cell, at):
    write("organisation.found_unit", cell.unit, at)
    write("organisation.join", cell.unit, at, cell.secretary.reference, on_behalf_of=cell.member.reference)
    shown = page(cell)
    assert "người quản trị máy" in shown
    assert "làm thay Ngô Thị Lụa" in shown


def test_what_has_no_words_no_person_and_no_record_any_more_shows_its_reference(cell, at):
    write("harvest.count", "harvest.field:7", at, "organisation.person:999999")
    shown = page(cell)
    for words in ("harvest.count", "harvest.field:7", "organisation.person:999999"):
        assert words in shown


def test_the_newest_line_stands_first_fifty_on_a_page(cell, at):
    for minute in range(60):
        write("organisation.found_unit", cell.unit, at + timedelta(minutes=minute))
    assert numbers(page(cell)) == list(range(60, 10, -1))
    client = Client()
    client.force_login(User.objects.get(person=cell.secretary))
    assert numbers(client.get(address(cell, trang="2")).content.decode()) == list(range(10, 0, -1))


def test_one_act_is_chosen_with_its_corrections(cell, at):
    for act in ("organisation.join", "organisation.appoint", "organisation.join.correct"):
        write(act, cell.unit, at)
    assert numbers(page(cell, viec="organisation.join")) == [3, 1]


def test_days_are_chosen_as_the_clock_of_hanoi_tells_them_both_ends_included(cell, at):
    midnight = at.replace(hour=0, minute=0)
    for moment in (
        midnight - timedelta(seconds=1),
        midnight,
        midnight + timedelta(hours=23),
        midnight + timedelta(days=1),
    ):
        write("organisation.found_unit", cell.unit, moment)
    assert numbers(page(cell, tu="2014-06-03", den="2014-06-03")) == [3, 2]


def test_a_choice_that_nothing_fits_says_so(cell, at):
    write("organisation.found_unit", cell.unit, at)
    assert "Không có dòng nào như vậy." in page(cell, tu="2015-01-01")


@pytest.mark.parametrize("day", ["2014-02-30", "hôm qua", "0001-01-01", "9999-12-31"])
def test_a_day_that_cannot_be_meant_is_not_found(cell, day):
    assert signed_in(cell.secretary).get(address(cell, tu=day)).status_code == 404


def test_with_one_cell_on_the_machine_every_line_is_its_own_records_that_are_gone_too(cell, at):
    write("organisation.found_unit", cell.parent, at)
    write("recognition.enter_in_book", "recognition.bookentry:999999", at)
    shown = page(cell)
    assert numbers(shown) == [2, 1]
    assert "lượt ghi Sổ 999999" in shown
    assert "nhiều đơn vị" not in shown


def test_with_several_cells_only_lines_about_the_units_own_records_are_shown_and_the_page_says_so(cell, at):
    other = a_cell()
    mine = BookEntryFactory(unit=cell.unit, person=cell.member)
    write("recognition.enter_in_book", mine, at)
    write("recognition.enter_in_book", BookEntryFactory(unit=other.unit, person=other.member), at)
    write("organisation.list_person", cell.member, at)
    write("organisation.list_person", other.member, at)
    write("recognition.enter_in_book", "recognition.bookentry:999999", at)
    shown = page(cell)
    assert numbers(shown) == [3, 1]
    assert "nhiều đơn vị" in shown


def test_a_record_of_another_unit_is_never_linked(cell, at):
    other = a_cell()
    written = write("recognition.enter_in_book", BookEntryFactory(unit=other.unit, person=other.member), at)
    assert [line.url for line in lines_of([written], cell.unit)] == [""]


def test_every_kind_of_record_in_the_example_leads_to_a_unit_and_every_act_has_words(example):
    entries = Entry.objects.all()
    assert {entry.subject.partition(":")[0] for entry in entries} <= set(PATHS)
    assert {entry.act.removesuffix(".correct") for entry in entries} <= set(WORDS)


def test_in_the_example_only_what_belongs_to_the_levels_above_is_not_about_the_unit(example):
    strangers = Entry.objects.exclude(sequence__in=entries_about(example).values("sequence"))
    above = {f"organisation.unit:{unit.pk}" for unit in Unit.objects.exclude(pk=example.pk)}
    assert set(strangers.values_list("subject", flat=True)) == above


def test_what_was_taken_back_says_so():
    assert said("organisation.join.undo") == "ghi tư cách, rút lại"


def test_an_act_without_words_keeps_its_code():
    assert said("harvest.count.correct") == "harvest.count.correct"


def test_the_queries_are_the_same_for_three_lines_and_for_fifty(cell, at):
    client = signed_in(cell.secretary)
    a_cell()

    def opened() -> int:
        with CaptureQueriesContext(connection) as queries:
            assert client.get(address(cell)).status_code == 200
        return len(queries)

    def more(count: int) -> None:
        for _ in range(count):
            entry = BookEntryFactory(unit=cell.unit, person=cell.member)
            write("recognition.enter_in_book", entry, at, on_roll(cell.unit, "Mai Thị Hòa").reference)
            write("organisation.list_person", cell.member, at)

    more(2)
    few = opened()
    more(40)
    assert opened() == few
    assert few < 17


def test_a_page_with_every_kind_of_record_costs_one_query_a_kind_at_most(example):
    latest = {entry.subject.partition(":")[0]: entry for entry in Entry.objects.all()}
    with CaptureQueriesContext(connection) as queries:
        lines = lines_of(list(latest.values()), example)
    assert len(lines) == len(latest) > 15
    assert len(queries) <= 1 + len(latest)
    everything = Paginator(entries_about(example), 50).get_page(1)
    with CaptureQueriesContext(connection) as queries:
        lines_of(list(everything), example)
    assert len(queries) <= 1 + len(PATHS)
