"""A named helper enters for somebody: every page says for whom, the ledger says both, the person is told."""

from datetime import date, timedelta

import pytest
from django.test import Client
from django.urls import reverse

from nennep.ledger.models import Entry
from nennep.organisation import requests
from nennep.organisation.access import Helping, NotAllowed
from nennep.organisation.actions import charge
from nennep.organisation.models import Duty, DutyKind, User
from nennep.organisation.tests.factories import DutyFactory, a_cell
from nennep.programme.actions import report_month
from nennep.programme.models import MonthlyResult
from nennep.programme.tests.factories import MonthlyResultFactory, PledgeFactory, PledgeItemFactory

DAY = timedelta(days=1)


@pytest.fixture
def helper(cell):
    DutyFactory(unit=cell.unit, person=cell.other_member, kind=DutyKind.HELPER)
    return cell.other_member


@pytest.fixture
def item(cell):
    return PledgeItemFactory(pledge=PledgeFactory(unit=cell.unit, person=cell.member, year=2014))


@pytest.fixture
def browser(helper, at, monkeypatch):
    monkeypatch.setattr(requests, "now", lambda: at)
    client = Client()
    client.force_login(User.objects.create(username="helper", person=helper))
    return client


def begin(browser, person):
    return browser.post(reverse("organisation:help"), {"person": person.pk})


def send(browser, item, **more):
    filled = {"month": "2014-06-01", "done": "Trả lời 12 hồ sơ trong ngày"} | more
    named = {f"viec-{item.pk}-{name}": value for name, value in filled.items()}
    return browser.post(reverse("programme:report", args=[item.pk]), named)


def test_the_ledger_names_the_helper_and_for_whom(helper, item, cell, at):
    result = MonthlyResultFactory.build(item=item, month=date(2014, 6, 1))
    report_month(result, by=Helping(helper, cell.member), at=at)
    entry = Entry.objects.last()
    assert (entry.actor, entry.on_behalf_of) == (helper.reference, cell.member.reference)


@pytest.mark.parametrize("whose", ["not a helper", "another person's paper", "duty ended"])
def test_only_a_helper_enters_and_only_for_whom_the_paper_is(helper, item, cell, at, whose):
    by = Helping(helper, cell.member)
    if whose == "not a helper":
        by = Helping(cell.probationary, cell.member)
    elif whose == "another person's paper":
        by = Helping(helper, cell.secretary)
    else:
        helper.duties.update(ends=at.date() - DAY)
    with pytest.raises(NotAllowed):
        report_month(MonthlyResultFactory.build(item=item, month=date(2014, 6, 1)), by=by, at=at)
    assert not MonthlyResult.objects.exists()
    assert not Entry.objects.exists()


def test_helping_the_secretary_opens_nothing_that_the_secretary_may(helper, cell, at):
    duty = Duty(unit=cell.unit, person=cell.member, kind=DutyKind.TELLER, starts=at.date())
    with pytest.raises(NotAllowed, match="Trịnh Công Bằng"):
        charge(duty, by=Helping(helper, cell.secretary), at=at)


def test_from_the_choice_of_a_name_to_the_line_on_record_every_page_says_for_whom(browser, helper, item, cell):
    assert begin(browser, cell.member).status_code == 302
    for page in ("/", reverse("organisation:people", args=[cell.unit.code]), item.pledge.get_absolute_url()):
        assert "Đang nhập hộ <strong>Ngô Thị Lụa</strong>" in browser.get(page).content.decode()
    assert send(browser, item).status_code == 302
    assert MonthlyResult.objects.get().done == "Trả lời 12 hồ sơ trong ngày"
    assert Entry.objects.last().on_behalf_of == cell.member.reference
    assert item.pledge.get_absolute_url() in browser.get("/").content.decode()
    browser.post(reverse("organisation:stop-helping"))
    assert "Đang nhập hộ" not in browser.get("/").content.decode()
    assert send(browser, item, done="Thêm").status_code == 404


def test_the_person_is_told_and_finds_it_in_their_own_ledger(browser, item, cell):
    begin(browser, cell.member)
    send(browser, item)
    client = Client()
    client.force_login(User.objects.create(username="lua", person=cell.member))
    today = client.get("/").content.decode()
    assert "Trịnh Công Bằng đã nhập hộ bạn kết quả tháng 6/2014." in today
    mine = client.get(reverse("desk:mine")).content.decode()
    assert "làm thay Ngô Thị Lụa" in mine
    client.post(reverse("desk:read-notices"))
    assert "đã nhập hộ bạn" not in client.get("/").content.decode()


def test_a_line_left_empty_comes_back_with_what_was_typed_and_says_what_is_missing(browser, item, cell):
    begin(browser, cell.member)
    answer = send(browser, item, done=" ", evidence="Sổ theo dõi")
    assert answer.status_code == 422
    assert "Chưa ghi gì vào sổ" in answer.content.decode()
    assert 'value="Sổ theo dõi"' in answer.content.decode()
    assert not MonthlyResult.objects.exists()


def test_the_helpers_own_things_wait_while_they_help(browser, helper, cell):
    own = PledgeItemFactory(pledge=PledgeFactory(unit=cell.unit, person=helper, year=2014))
    begin(browser, cell.member)
    assert send(browser, own).status_code == 404


def test_somebody_of_another_unit_cannot_be_chosen(browser, cell):
    assert begin(browser, a_cell().member).status_code == 404


def test_when_the_duty_ends_the_help_ends_at_the_next_page(browser, helper, cell, at):
    begin(browser, cell.member)
    helper.duties.update(ends=at.date() - DAY)
    assert "Đang nhập hộ" not in browser.get("/").content.decode()
    assert browser.get(reverse("organisation:help")).status_code == 404


def test_a_helper_who_is_secretary_too_does_nothing_of_the_office_while_helping(cell, at, monkeypatch):
    monkeypatch.setattr(requests, "now", lambda: at)
    DutyFactory(unit=cell.unit, person=cell.secretary, kind=DutyKind.HELPER)
    client = Client()
    client.force_login(User.objects.create(username="bithu", person=cell.secretary))
    of_the_office = [
        "organisation:add-person",
        "organisation:accounts",
        "exchange:workbook",
        "exchange:roster",
        "desk:ledger",
    ]
    pages = [reverse(name, args=[cell.unit.code]) for name in of_the_office]
    pages.append(reverse("organisation:invite", args=[cell.member.pk]))
    assert [client.get(page).status_code for page in pages] == [200] * len(pages)
    begin(client, cell.member)
    assert [client.get(page).status_code for page in pages] == [404] * len(pages)
