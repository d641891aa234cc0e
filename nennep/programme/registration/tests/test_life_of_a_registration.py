"""From the private draft to the register and the look back: who may do what, and what stays."""

from datetime import date, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from django.core.exceptions import ValidationError
from django.urls import reverse
from hypothesis import given
from hypothesis import strategies as st

from nennep.ledger.models import Entry
from nennep.organisation import requests
from nennep.organisation.access import Helping, NotAllowed, Operator
from nennep.organisation.models import DutyKind, User
from nennep.organisation.tests.factories import DutyFactory
from nennep.programme.models import Clause, ItemChange, Pledge, PledgeDraft, PledgeItem, Submission
from nennep.programme.registration.actions import (
    change_item,
    enter_registration,
    give_back,
    keep_draft,
    look_back_midyear,
    mark_own_year,
    read_draft,
    remark_on_item,
    send_registration,
)
from nennep.programme.registration.content import Written
from nennep.programme.registration.offers import offers, passages
from nennep.programme.registration.private import opened, sealed
from nennep.programme.registration.sheets import LETTERS, code_of, read_code, sheets_of
from nennep.programme.tests.factories import (
    LimitationFactory,
    MeetingTaskFactory,
    PledgeFactory,
    PledgeItemFactory,
)

ONE = Written("duty", "Trả kết quả đúng hẹn ở bộ phận một cửa", "không quá 2 lần hẹn lại mỗi tháng", "2014-12-31")
OTHER = Written("weakness", "Phát biểu trong mỗi buổi chuyên đề", "10 trên 12 buổi", "2014-12-15")


@pytest.fixture
def pledge(cell):
    return PledgeFactory(unit=cell.unit, year=2014, person=cell.member, due_on=date(2014, 6, 30), registered_on=None)


@pytest.fixture
def helper(cell):
    DutyFactory(unit=cell.unit, person=cell.other_member, kind=DutyKind.HELPER)
    return Helping(cell.other_member, cell.member)


def sign_in(client, person):
    client.force_login(User.objects.create(username=f"u{person.pk}", person=person))
    return client


def test_a_draft_is_kept_overnight_and_only_its_author_reads_it(cell, pledge, helper, at):
    keep_draft(pledge, [Written(action="Chưa xong")], by=cell.member, at=at)
    assert read_draft(pledge, by=cell.member) == [Written(action="Chưa xong")]
    for other in (cell.secretary, cell.colleague, helper, Operator()):
        with pytest.raises(NotAllowed):
            read_draft(pledge, by=other)
        with pytest.raises(NotAllowed):
            keep_draft(pledge, [ONE], by=other, at=at)


def test_a_draft_leaves_no_entry_and_sending_takes_it_away(cell, pledge, at):
    before = Entry.objects.count()
    keep_draft(pledge, [ONE], by=cell.member, at=at)
    assert Entry.objects.count() == before
    send_registration(pledge, [ONE], by=cell.member, at=at)
    assert not PledgeDraft.objects.exists()
    assert Entry.objects.count() == before + 1


def test_what_is_sealed_for_one_author_no_other_author_opens(cell):
    from cryptography.fernet import InvalidToken

    text = sealed([{"action": "Riêng"}], cell.member)
    assert "Riêng" not in text
    assert opened(text, cell.member) == [{"action": "Riêng"}]
    with pytest.raises(InvalidToken):
        opened(text, cell.secretary)


@pytest.mark.parametrize(
    ("items", "told"),
    [
        ([], "Chưa viết việc nào"),
        ([Written(action="Việc")], "Việc thứ 1 còn thiếu: thước đo, hạn"),
        ([ONE, Written("duty", "Việc", "1 lần", "")], "Việc thứ 2 còn thiếu: hạn"),
    ],
)
def test_what_is_not_finished_is_not_sent_and_the_draft_stays(cell, pledge, at, items, told):
    keep_draft(pledge, [OTHER], by=cell.member, at=at)
    with pytest.raises(ValidationError, match=told):
        send_registration(pledge, items, by=cell.member, at=at)
    assert read_draft(pledge, by=cell.member) == [OTHER]


def test_one_that_waits_is_not_sent_again(cell, pledge, at):
    send_registration(pledge, [ONE], by=cell.member, at=at)
    with pytest.raises(ValidationError, match="đang chờ đọc"):
        send_registration(pledge, [ONE, OTHER], by=cell.member, at=at)
    assert Submission.objects.count() == 1


def test_given_back_with_a_comment_it_is_the_authors_private_draft_again(cell, pledge, at):
    sending = send_registration(pledge, [ONE, OTHER], by=cell.member, at=at)
    give_back(sending, comment="Nói rõ tính từ ngày nào.", by=cell.secretary, at=at)
    assert read_draft(pledge, by=cell.member) == [ONE, OTHER]
    assert cell.member.notices.get().text == "Bản đăng ký năm 2014 được trả lại kèm góp ý."
    again = send_registration(pledge, [ONE], by=cell.member, at=at + timedelta(days=1))
    enter_registration(again, by=cell.secretary, at=at + timedelta(days=2))
    assert [row.state for row in pledge.submissions.all()] == ["returned", "registered"]


def test_what_was_begun_while_it_waited_is_not_lost_when_it_comes_back(cell, pledge, at):
    sending = send_registration(pledge, [ONE], by=cell.member, at=at)
    keep_draft(pledge, [OTHER], by=cell.member, at=at)
    give_back(sending, comment="Thêm thước đo.", by=cell.secretary, at=at)
    assert read_draft(pledge, by=cell.member) == [ONE, OTHER]


def test_a_helper_who_presses_enter_keeps_nothing_and_loses_nothing(cell, pledge, helper, client):
    sign_in(client, cell.other_member)
    client.post(reverse("organisation:help"), {"person": cell.member.pk})
    answer = client.post(reverse("programme:write-pledge", args=[pledge.pk]), filled(ONE, act="giu"))
    assert (answer.status_code, ONE.action in answer.content.decode()) == (200, True)
    assert not PledgeDraft.objects.exists()
    assert not Submission.objects.exists()


def test_giving_back_without_a_word_is_refused(cell, pledge, at):
    sending = send_registration(pledge, [ONE], by=cell.member, at=at)
    with pytest.raises(ValidationError, match="Trả lại thì phải góp ý"):
        give_back(sending, comment="", by=cell.secretary, at=at)
    sending.refresh_from_db()
    assert sending.state == "waiting"


def test_entered_it_becomes_items_of_the_register_after_those_there(cell, pledge, at):
    PledgeItemFactory(pledge=pledge, order=1)
    sending = send_registration(pledge, [ONE, OTHER], by=cell.member, at=at)
    enter_registration(sending, comment="Rõ ràng.", by=cell.secretary, at=at)
    pledge.refresh_from_db()
    assert pledge.registered_on == at.date()
    items = list(pledge.items.all())
    assert [(item.order, item.action) for item in items[1:]] == [(2, ONE.action), (3, OTHER.action)]
    assert cell.member.notices.get().text == "Bản đăng ký năm 2014 đã vào sổ. Rõ ràng."


def test_two_readers_at_once_read_it_once(cell, pledge, at):
    sending = send_registration(pledge, [ONE], by=cell.member, at=at)
    same = Submission.objects.get(pk=sending.pk)
    enter_registration(sending, by=cell.secretary, at=at)
    with pytest.raises(ValidationError, match="đã được đọc trước đó"):
        give_back(same, comment="Chậm", by=cell.secretary, at=at)
    assert pledge.items.count() == 1


def test_a_helper_sends_what_stands_on_paper_and_the_person_is_told_who_typed_it(cell, pledge, helper, at):
    sending = send_registration(pledge, [ONE], by=helper, at=at)
    assert sending.helper == cell.other_member
    assert "đã nhập hộ bạn bản đăng ký năm 2014" in cell.member.notices.get().text
    entry = Entry.objects.last()
    assert (entry.actor, entry.on_behalf_of) == (cell.other_member.reference, cell.member.reference)


def test_a_change_keeps_how_it_stood_with_the_reason(cell, pledge, at):
    item = PledgeItemFactory(pledge=pledge, order=1, action="Cũ", measure="5 lần", due_on=date(2014, 9, 30))
    change_item(
        item, action="Mới", measure="3 lần", due_on=date(2014, 10, 31), why="Đổi bộ phận", by=cell.member, at=at
    )
    item.refresh_from_db()
    assert (item.action, item.measure) == ("Mới", "3 lần")
    before = ItemChange.objects.get()
    assert (before.action, before.measure, before.due_on, before.why) == (
        "Cũ",
        "5 lần",
        date(2014, 9, 30),
        "Đổi bộ phận",
    )
    with pytest.raises(NotAllowed):
        change_item(item, action="x", measure="x", due_on=at.date(), why="x", by=cell.secretary, at=at)


def test_the_year_is_looked_back_on_by_the_person_and_by_the_cell_side_by_side(cell, pledge, at):
    item = PledgeItemFactory(pledge=pledge, order=1)
    look_back_midyear(pledge, remark="Nửa năm đều.", by=cell.secretary, at=at)
    mark_own_year(item, own_outcome="partly", own_words="Còn 3 lần hẹn lại.", by=cell.member, at=at)
    remark_on_item(item, outcome="kept", remark="Ít hẹn lại nhất bộ phận.", by=cell.secretary, at=at)
    item.refresh_from_db()
    assert (item.own_outcome, item.outcome) == ("partly", "kept")
    assert pledge.midyear_on == at.date()


def test_last_years_unkept_items_open_limitations_and_tasks_are_offered(cell, pledge):
    last = PledgeFactory(unit=cell.unit, year=2013, person=cell.member)
    PledgeItemFactory(pledge=last, order=1, action="Chưa làm được", outcome="missed")
    PledgeItemFactory(pledge=last, order=2, action="Làm được rồi", outcome="kept")
    LimitationFactory(unit=cell.unit, owner=cell.member, remedy="Nhắc lịch từng tuần")
    MeetingTaskFactory(unit=cell.unit, owner=cell.member, text="Lập bảng theo dõi", due_on=date(2014, 8, 1))
    LimitationFactory(unit=cell.unit, owner=cell.secretary, code="HC9")
    assert [offer.written.action for offer in offers(pledge)] == [
        "Chưa làm được",
        "Nhắc lịch từng tuần",
        "Lập bảng theo dõi",
    ]


def test_what_reads_like_another_text_is_pointed_out_without_saying_whose(cell, pledge):
    theirs = PledgeFactory(unit=cell.unit, year=2014, person=cell.secretary, registered_on=date(2014, 2, 1))
    PledgeItemFactory(pledge=theirs, order=1, action="Tra ket qua đúng hẹn ở bộ phận Một cửa.")
    [found] = passages(pledge, [OTHER, ONE])
    assert (found.order, found.where) == (2, "giống một bản đã đăng ký trong chi bộ")
    assert cell.secretary.name not in str(found)


@given(st.integers(1, 10**8), st.integers(1, 20))
def test_every_code_is_read_back_and_a_wrong_letter_is_seen(key, page):
    pledge = Pledge(pk=key)
    code = code_of(pledge, page)
    assert read_code(f" {code.lower()} ") == (key, page)
    for letter in set(LETTERS) - {code[-1]}:
        assert read_code(code[:-1] + letter) is None


@given(st.text(max_size=20))
def test_whatever_is_typed_as_a_code_is_a_page_or_nothing(text):
    assert read_code(text) is None or isinstance(read_code(text), tuple)


def test_a_paper_form_has_a_code_on_each_page_and_room_to_write(cell, pledge):
    assert [(sheet.number, sheet.of, len(sheet.items)) for sheet in sheets_of(pledge)] == [(1, 2, 2), (2, 2, 2)]
    for order in (1, 2, 3):
        PledgeItemFactory(pledge=pledge, order=order)
    assert [len(sheet.items) for sheet in sheets_of(pledge)] == [2, 1]
    assert len({sheet.code for sheet in sheets_of(pledge)}) == 2


def filled(*items, act="gui"):
    data = {"act": act}
    for number, item in enumerate(items, start=1):
        for name in ("origin", "action", "measure", "due_on"):
            data[f"viec-{number}-{name}"] = getattr(item, name)
    return data


def test_ten_thousand_letters_come_back_with_a_sentence_and_nothing_lost(cell, pledge, client):
    page = reverse("programme:write-pledge", args=[pledge.pk])
    long = Written("duty", "a" * 10_000, "1 lần", "2014-12-31")
    answer = sign_in(client, cell.member).post(page, filled(long, OTHER, act="giu"))
    shown = answer.content.decode()
    assert answer.status_code == 422
    assert "Dài 10000 chữ cái, nhiều nhất 500" in shown
    assert "a" * 10_000 in shown
    assert OTHER.action in shown
    assert not PledgeDraft.objects.exists()


def test_the_pages_lead_from_draft_to_register(cell, pledge, client):
    page = reverse("programme:write-pledge", args=[pledge.pk])
    sign_in(client, cell.member)
    assert client.post(page, filled(ONE, act="giu"), follow=True).status_code == 200
    assert ONE.action in client.get(page).content.decode()
    assert client.post(page, filled(ONE)).status_code == 302
    sending = Submission.objects.get()
    assert client.get(sending.get_absolute_url()).status_code == 404
    client.force_login(User.objects.create(username="bithu", person=cell.secretary))
    assert ONE.action in client.get(sending.get_absolute_url()).content.decode()
    answer = client.post(sending.get_absolute_url(), {"act": "vao-so", "comment": ""}, follow=True)
    assert "Đã vào sổ 1 việc." in answer.content.decode()
    assert PledgeItem.objects.get().action == ONE.action


def test_an_offer_is_taken_over_without_losing_what_was_typed(cell, pledge, client):
    limitation = LimitationFactory(unit=cell.unit, owner=cell.member, remedy="Nhắc lịch từng tuần")
    page = reverse("programme:write-pledge", args=[pledge.pk])
    answer = sign_in(client, cell.member).post(page, filled(OTHER, act=f"lay:han-che-{limitation.pk}"))
    shown = answer.content.decode()
    assert OTHER.action in shown
    assert shown.count("Nhắc lịch từng tuần") >= 1


def test_launching_with_a_day_before_the_launch_is_refused(cell, client):
    page = reverse("programme:launch", args=[cell.unit.code, 2014])
    answer = sign_in(client, cell.secretary).post(page, {"launched_on": "2014-02-18", "due_on": "2014-02-01"})
    assert answer.status_code == 422
    assert "Hạn gửi không thể trước ngày phát động" in answer.content.decode()
    client.post(page, {"launched_on": "2014-02-18", "due_on": "2014-02-28"})
    assert Pledge.objects.filter(unit=cell.unit, year=2014).exists()


def test_clauses_of_the_units_own_standards_can_be_chosen(cell, pledge, client):
    assert not Clause.objects.exists()
    assert (
        "viec-1-clause"
        not in sign_in(client, cell.member).get(reverse("programme:write-pledge", args=[pledge.pk])).content.decode()
    )


def test_once_the_centre_has_standards_they_are_offered_and_kept_with_the_item(cell, client, monkeypatch):
    """144-QĐ/TW is of 9/5/2024: in 2014 nobody could register against it."""
    now = datetime(2025, 1, 10, 8, 0, tzinfo=ZoneInfo("Asia/Ho_Chi_Minh"))
    monkeypatch.setattr(requests, "now", lambda: now)
    pledge = PledgeFactory(unit=cell.unit, year=2025, person=cell.member, due_on=date(2025, 2, 28), registered_on=None)
    page = reverse("programme:write-pledge", args=[pledge.pk])
    shown = sign_in(client, cell.member).get(page).content.decode()
    assert "3. Cần, kiệm, liêm, chính, chí công vô tư" in shown
    data = filled(Written("duty", "Tiết kiệm điện", "20 số mỗi tháng", "2025-12-31")) | {"viec-1-standard": "3"}
    client.post(page, data)
    enter_registration(Submission.objects.get(), by=cell.secretary, at=now)
    assert PledgeItem.objects.get().standard == "3"
    monkeypatch.setattr(requests, "now", lambda: now.replace(year=2024, month=3))
    assert "viec-1-standard" not in client.get(page).content.decode()


def test_a_member_reports_three_months_one_line_each_and_looks_back(cell, pledge, client, monkeypatch):
    item = PledgeItemFactory(pledge=pledge, order=1)
    sign_in(client, cell.member)
    for month in (3, 4, 5):
        now = datetime(2014, month, 20, 18, 0, tzinfo=ZoneInfo("Asia/Ho_Chi_Minh"))
        monkeypatch.setattr(requests, "now", lambda now=now: now)
        page = reverse("programme:report", args=[item.pk])
        line = {"month": f"2014-{month:02d}-01", "done": f"Việc tháng {month}", "mark": "kept"}
        client.post(page, {f"viec-{item.pk}-{name}": value for name, value in line.items()})
    client.post(
        reverse("programme:change-item", args=[item.pk, "tu-nhan"]), {"own_outcome": "kept", "own_words": "Đều tay."}
    )
    shown = client.get(pledge.get_absolute_url()).content.decode()
    for words in ("Việc tháng 3", "Việc tháng 4", "Việc tháng 5", "Đều tay."):
        assert words in shown
