"""Who has to know a document, who knows it, and who may see who does not."""

from datetime import date, timedelta

import pytest
from django.core.exceptions import ValidationError
from django.test import Client

from nennep.documents import actions
from nennep.documents.models import Dissemination, Document, Reader
from nennep.documents.tests.factories import DirectiveFactory
from nennep.indicators.figures import named
from nennep.organisation.access import Helping, NotAllowed
from nennep.organisation.models import DutyKind, User
from nennep.organisation.periods import Period
from nennep.organisation.tests.factories import DutyFactory, on_roll
from nennep.organisation.todos import todos

DUE = date(2014, 6, 30)


@pytest.fixture
def directive(cell) -> Document:
    return DirectiveFactory(register=cell.unit, number=3)


@pytest.fixture
def requirement(cell, directive, at):
    return actions.require_knowledge(directive, "everyone", DUE, by=cell.secretary, at=at)


def reader_of(requirement, person) -> Reader:
    return requirement.readers.get(person=person)


def client_of(person) -> Client:
    client = Client()
    client.force_login(User.objects.create(username=f"u{person.pk}", person=person))
    return client


def test_everybody_on_the_roll_but_the_exempt_has_to_know(cell, requirement):
    people = {reader.person for reader in requirement.readers.all()}
    assert cell.exempt not in people
    assert {cell.secretary, cell.member, cell.probationary, cell.colleague} <= people


def test_members_and_committee_are_narrower(cell, directive, at):
    members = actions.require_knowledge(directive, "members", DUE, by=cell.secretary, at=at)
    assert cell.colleague not in {reader.person for reader in members.readers.all()}
    other = DirectiveFactory(register=cell.unit, number=4)
    committee = actions.require_knowledge(other, "committee", DUE, by=cell.secretary, at=at)
    assert [reader.person for reader in committee.readers.all()] == [cell.secretary]


def test_what_is_to_be_known_waits_at_hom_nay_until_it_is_known(cell, requirement, directive, at):
    [waiting] = [todo for todo in todos(cell.member, cell.unit, at.date()) if directive.code in todo.what]
    assert waiting.due == DUE
    actions.know(reader_of(requirement, cell.member), by=cell.member, at=at)
    assert not [todo for todo in todos(cell.member, cell.unit, at.date()) if directive.code in todo.what]


def test_said_twice_the_first_day_stays(cell, requirement, at):
    reader = reader_of(requirement, cell.member)
    actions.know(reader, by=cell.member, at=at)
    actions.know(reader, by=cell.member, at=at + timedelta(days=3))
    assert reader_of(requirement, cell.member).known_on == at.date()


def test_nobody_says_it_for_another_but_a_named_helper(cell, requirement, at):
    reader = reader_of(requirement, cell.other_member)
    with pytest.raises(NotAllowed):
        actions.know(reader, by=cell.member, at=at)
    DutyFactory(unit=cell.unit, person=cell.member, kind=DutyKind.HELPER)
    actions.know(reader, by=Helping(cell.member, cell.other_member), at=at)
    assert reader_of(requirement, cell.other_member).known_on == at.date()


def test_a_meeting_is_also_a_time_at_which_the_unit_was_told(cell, requirement, at):
    there = [cell.member, cell.colleague]
    noted = actions.note_known(requirement, there, date(2014, 6, 2), "meeting", by=cell.minutes_secretary, at=at)
    assert {reader.person for reader in noted} == set(there)
    told = Dissemination.objects.get()
    assert (told.held_on, told.due_on) == (date(2014, 6, 2), DUE)
    actions.take_back_known(noted[0], by=cell.secretary, at=at)
    assert requirement.readers.knowing(at.date()).count() == 1


def test_a_meeting_to_come_is_not_noted(cell, requirement, at):
    with pytest.raises(ValidationError, match="chưa tới"):
        actions.note_known(requirement, [cell.member], date(2014, 6, 4), "meeting", by=cell.secretary, at=at)
    assert not Dissemination.objects.exists()


def test_somebody_who_came_later_is_added(cell, requirement, at):
    newcomer = on_roll(cell.unit, "Cao Thị Thu", starts=date(2014, 6, 1))
    actions.add_reader(requirement, newcomer, by=cell.secretary, at=at)
    with pytest.raises(ValidationError):
        actions.add_reader(requirement, newcomer, by=cell.secretary, at=at)


def test_one_requirement_stands_at_a_time(cell, requirement, directive, at):
    with pytest.raises(ValidationError, match="đã có yêu cầu"):
        actions.require_knowledge(directive, "members", DUE, by=cell.secretary, at=at)
    actions.withdraw_requirement(requirement, by=cell.secretary, at=at)
    actions.require_knowledge(directive, "members", DUE, by=cell.secretary, at=at)


def test_share_reached_counts_those_on_the_roll_at_the_end_and_names_nobody(cell, requirement, at):
    for person in (cell.member, cell.colleague):
        actions.know(reader_of(requirement, person), by=person, at=at)
    actions.know(reader_of(requirement, cell.other_member), by=cell.other_member, at=at + timedelta(days=40))
    base = requirement.readers.count()
    cell.probationary.memberships.update(ends=date(2014, 6, 15))
    answer = named("documents.reached_percent").question(cell.unit, Period(date(2014, 6, 1), date(2014, 6, 30)))
    value = answer.value()
    assert (value.part, value.whole) == (2, base - 1)


def test_only_the_secretary_sees_who_has_not_read(cell, requirement, directive):
    address = f"/van-ban/{directive.pk}/quan-triet/"
    assert cell.other_member.name in client_of(cell.secretary).get(address).content.decode()
    for person in (cell.member, cell.minutes_secretary):
        page = client_of(person).get(address).content.decode()
        assert "người đang trong danh sách" in page
        assert cell.other_member.name not in page


def test_a_member_reads_and_says_so_on_a_page_of_their_own(cell, requirement):
    reader, client = reader_of(requirement, cell.member), client_of(cell.member)
    assert client.get(f"/quan-triet/{reader.pk}/doc/").status_code == 200
    assert client.post(f"/quan-triet/{reader.pk}/doc/").status_code == 302
    assert "đã biết, ngày" in client.get(f"/quan-triet/{reader.pk}/doc/").content.decode()
    other = reader_of(requirement, cell.other_member)
    assert client.get(f"/quan-triet/{other.pk}/doc/").status_code == 404


def test_the_list_on_paper_tells_nobody_who_has_read(cell, requirement, at):
    client = client_of(cell.secretary)
    before = client.get(f"/quan-triet/{requirement.pk}/danh-sach/").content.decode()
    actions.know(reader_of(requirement, cell.member), by=cell.member, at=at)
    after = client.get(f"/quan-triet/{requirement.pk}/danh-sach/").content.decode()
    assert cell.member.name in after
    table = slice(before.index("<tbody>"), before.index("</tbody>"))
    assert before[table] == after[table]


def test_the_secretary_ticks_who_signed(cell, requirement):
    client = client_of(cell.secretary)
    chosen = [reader_of(requirement, cell.member).pk, reader_of(requirement, cell.colleague).pk]
    answer = client.post(
        f"/quan-triet/{requirement.pk}/da-biet/", {"on": "2014-06-02", "how": "reading", "readers": chosen}
    )
    assert answer.status_code == 302
    assert requirement.readers.filter(known_on=date(2014, 6, 2), form="reading").count() == 2
