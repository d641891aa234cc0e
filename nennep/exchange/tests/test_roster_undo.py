"""An import is taken back from the page while nothing stands on it; its old values do not stay longer than needed."""

from datetime import date, timedelta

import pytest
from django.db import IntegrityError, transaction

from nennep.exchange.actions import CannotTakeBack, enter_roster, forget_old_values, take_back_roster
from nennep.exchange.models import KEPT, RosterImport
from nennep.exchange.roster.trace import as_json, from_json
from nennep.exchange.tests.rosters import answers, look, roster
from nennep.exchange.tests.test_roster_page import signed_in, text
from nennep.ledger.chain import verify
from nennep.ledger.models import Entry
from nennep.organisation import requests
from nennep.organisation.access import NotAllowed
from nennep.organisation.enrolment import BuiltOn
from nennep.organisation.models import Membership, Office, Person, Term
from nennep.organisation.tests.factories import a_cell
from nennep.programme.tests.factories import MeetingTaskFactory

pytestmark = pytest.mark.django_db

HEADS = ["STT", "Họ và tên", "Giới tính", "Ngày sinh", "Tư cách", "Chức vụ Đảng", "Chức vụ chuyên môn"]
LIST = roster(
    [
        HEADS,
        [1, "Lê Văn An", "nam", "28/02/1979", "chính thức", "Chi ủy viên", "Chuyên viên"],
        [2, "Ngô Thị Lụa", "nữ", "07/4/1981", "chính thức", "", "Trưởng phòng"],
        [3, "Đỗ Thị Ánh", "nam", "", "chính thức", "", ""],
    ]
)


def entered(cell, at, content=LIST, by=None) -> RosterImport:
    preview = look(content, cell, at, answers(since="01/6/2014"), by=by)
    assert preview.ready, preview.findings
    return enter_roster(cell.unit, preview.enrolments, file="0" * 64, by=by or cell.secretary, at=at)


def records(cell):
    return [list(model.objects.order_by("pk").values()) for model in (Person, Membership, Term)]


def test_entering_says_how_many_and_keeps_what_taking_back_needs(cell, at):
    record = entered(cell, at)
    assert (record.added, record.corrected) == (1, 2)
    kept = from_json(RosterImport.objects.get().left)
    assert kept.people_added == 1
    before = {item.before.get("name"): item.before for item in kept.corrected}
    assert before["Ngô Thị Lụa"]["born_on"] is None
    assert as_json(kept) == record.left


def test_taken_back_the_list_is_as_before_and_the_old_values_are_gone(cell, at):
    before = records(cell)
    record = entered(cell, at)
    assert records(cell) != before
    taken = take_back_roster(record, by=cell.secretary, at=at + timedelta(days=1))
    assert records(cell) == before
    assert RosterImport.objects.get().left is None
    assert taken.taken_back_at == at + timedelta(days=1)
    acts = list(Entry.objects.order_by("sequence").values_list("act", flat=True))
    assert acts[-1] == "exchange.take_back_roster"
    assert "organisation.list_person.undo" in acts
    assert verify().whole


def test_it_is_taken_back_once(cell, at):
    record = entered(cell, at)
    take_back_roster(record, by=cell.secretary, at=at)
    with pytest.raises(CannotTakeBack, match="đã được rút lại"):
        take_back_roster(record, by=cell.secretary, at=at)


def test_the_same_list_goes_in_again_after_it_was_taken_back(cell, at):
    take_back_roster(entered(cell, at), by=cell.secretary, at=at)
    again = entered(cell, at)
    assert (again.added, again.corrected) == (1, 2)


def test_whoever_has_other_records_by_now_is_named_and_nothing_is_taken_back(cell, at):
    record = entered(cell, at)
    MeetingTaskFactory(unit=cell.unit, owner=Person.objects.get(name="Lê Văn An"))
    before = records(cell)
    with pytest.raises(BuiltOn, match="Lê Văn An"):
        take_back_roster(record, by=cell.secretary, at=at)
    assert records(cell) == before
    assert RosterImport.objects.get().taken_back_at is None


def test_a_later_import_has_to_be_taken_back_first(cell, at):
    before = records(cell)
    first = entered(cell, at)
    second = entered(cell, at, corrected_list())
    with pytest.raises(BuiltOn, match="Lê Văn An"):
        take_back_roster(first, by=cell.secretary, at=at)
    take_back_roster(second, by=cell.secretary, at=at)
    take_back_roster(first, by=cell.secretary, at=at)
    assert records(cell) == before


def corrected_list() -> bytes:
    return roster([HEADS, [1, "Lê Văn An", "nam", "28/02/1979", "chính thức", "", "Phó phòng"]])


def test_after_thirty_days_it_stays(cell, at):
    record = entered(cell, at)
    take = at + KEPT + timedelta(seconds=1)
    with pytest.raises(CannotTakeBack, match="quá 30 ngày"):
        take_back_roster(record, by=cell.secretary, at=take)
    take_back_roster(record, by=cell.secretary, at=at + KEPT)


def test_old_values_go_with_the_next_import_after_thirty_days(cell, at):
    record = entered(cell, at)
    assert forget_old_values(at + KEPT) == 0
    later = at + KEPT + timedelta(days=1)
    entered(cell, later, corrected_list())
    record.refresh_from_db()
    assert record.left is None
    assert (record.added, record.corrected) == (1, 2)
    assert RosterImport.objects.exclude(pk=record.pk).get().left is not None


def test_the_database_itself_keeps_no_old_values_of_what_was_taken_back(cell, at):
    record = entered(cell, at)
    with pytest.raises(IntegrityError), transaction.atomic():
        RosterImport.objects.filter(pk=record.pk).update(taken_back_at=at)


def test_an_import_with_offices_is_taken_back_by_the_secretary_only(cell, at):
    record = entered(cell, at)
    for person in (cell.minutes_secretary, cell.member):
        with pytest.raises(NotAllowed):
            take_back_roster(record, by=person, at=at)
    assert Term.objects.filter(office=Office.COMMITTEE).exists()


def test_a_failure_while_entering_leaves_nothing_at_all(cell, at):
    before = records(cell)
    preview = look(LIST, cell, at, answers(since="01/6/2014"))
    with pytest.raises(NotAllowed):
        enter_roster(cell.unit, preview.enrolments, file="0" * 64, by=cell.member, at=at)
    assert records(cell) == before
    assert not RosterImport.objects.exists()
    assert not Entry.objects.exists()


def test_the_page_lists_imports_and_takes_one_back(cell, at, monkeypatch):
    monkeypatch.setattr(requests, "now", lambda: at)
    record = entered(cell, at)
    client = signed_in(cell.secretary)
    page = f"/nhap-danh-sach/{cell.unit.code}/"
    shown = text(client.get(page))
    assert "thêm 1 người, sửa 2 người" in shown
    assert "Vũ Minh Hạnh" in shown
    assert "Rút lại lần nhập này" in shown
    answer = client.post(f"{page}{record.pk}/rut-lai/", follow=True)
    assert "Đã rút lại lần nhập" in text(answer)
    assert "Rút lại lần nhập này</button>" not in text(answer)
    assert not Person.objects.filter(name="Lê Văn An").exists()


def test_the_page_says_why_it_cannot_be_taken_back(cell, at, monkeypatch):
    monkeypatch.setattr(requests, "now", lambda: at)
    record = entered(cell, at)
    MeetingTaskFactory(unit=cell.unit, owner=Person.objects.get(name="Lê Văn An"))
    client = signed_in(cell.secretary)
    answer = client.post(f"/nhap-danh-sach/{cell.unit.code}/{record.pk}/rut-lai/", follow=True)
    assert "đã có ghi chép khác về Lê Văn An" in text(answer)
    monkeypatch.setattr(requests, "now", lambda: at + timedelta(days=40))
    assert "đã quá 30 ngày" in text(client.get(f"/nhap-danh-sach/{cell.unit.code}/"))


def test_an_import_of_another_unit_is_not_taken_back_from_here(cell, at, monkeypatch):
    monkeypatch.setattr(requests, "now", lambda: at)
    other = a_cell()
    record = entered(
        other, at, roster([HEADS[:5], [1, "Lê Văn An", "nam", date(1979, 2, 28), "dự bị"]]), by=other.secretary
    )
    answer = signed_in(cell.secretary).post(f"/nhap-danh-sach/{cell.unit.code}/{record.pk}/rut-lai/")
    assert answer.status_code == 404
    assert Person.objects.filter(home=other.unit, name="Lê Văn An").exists()
