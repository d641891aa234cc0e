"""A meeting made ready: agenda with a budget that cannot lie, what moves on by itself, and what cannot be."""

from datetime import date, time, timedelta

import pytest
from django.core.exceptions import ValidationError
from django.urls import reverse
from hypothesis import given
from hypothesis import strategies as st

from nennep.documents.models import Draft
from nennep.documents.tests.factories import DirectiveFactory
from nennep.ledger.models import Entry
from nennep.meetings.closing.actions.close import close_meeting
from nennep.meetings.live.actions import open_meeting
from nennep.meetings.live.tests.goings_on import AGENDA, DAY, GoingOn, at_minute
from nennep.meetings.models import AgendaTemplate, Jotting, PlannedMeeting, Preparation, Question
from nennep.meetings.preparing.actions import (
    ask_ahead,
    attach_papers,
    call_meeting,
    keep_as_template,
    move_meeting,
    prepare,
    set_agenda,
    withdraw_meeting,
)
from nennep.meetings.preparing.agenda import AgendaLine, budget, decisions_due, moved_on, read_lines, usual, written
from nennep.meetings.preparing.drafting import draft_invitation, draft_resolution
from nennep.meetings.tests.factories import DecisionFactory, MeetingFactory, PlannedMeetingFactory
from nennep.organisation import requests
from nennep.organisation.models import DutyKind, Notice, User
from nennep.organisation.tests.factories import DutyFactory
from nennep.programme.tests.factories import MeetingTaskFactory
from nennep.rulebook.tests.factories import CellRuleFactory, PackUseFactory


@pytest.fixture
def ready(cell) -> GoingOn:
    return GoingOn(cell, opened=False)


def head(cell, **more):
    people = {"chair": cell.secretary, "minutes_secretary": cell.minutes_secretary}
    return people | {"title": "Họp", "starts_at": time(14), "minutes": 60, "place": "Phòng họp"} | more


def test_the_budget_says_what_is_left_for_how_many_items():
    lines = [AgendaLine("Chuyên đề", 30, is_theme=True), *[AgendaLine(f"Việc {n}", 4) for n in range(7)]]
    assert str(budget(60, lines)).startswith("60 phút, 30 dành cho chuyên đề, còn 30 cho 7 việc.")
    assert str(budget(60, lines)).endswith("Chưa dùng 2 phút.")
    assert "quá 12 phút" in str(budget(46, lines))


@given(st.integers(1, 600), st.lists(st.tuples(st.integers(1, 60), st.booleans()), max_size=40))
def test_the_budget_always_adds_up_to_the_whole(total, rows):
    lines = [AgendaLine("x", minutes, is_theme=theme) for minutes, theme in rows]
    found = budget(total, lines)
    assert found.theme + found.others + found.left == total
    assert found.lines == sum(not theme for _minutes, theme in rows)


@given(st.lists(st.tuples(st.text("abc |*", min_size=1, max_size=20), st.integers(1, 600)), max_size=10))
def test_a_template_reads_back_as_it_was_written(rows):
    lines = [AgendaLine(title.strip(" *"), minutes) for title, minutes in rows if title.strip(" *|")]
    assert read_lines(written(lines)) == [line for line in lines if line.title]


def test_the_first_time_the_usual_agenda_comes_by_itself_with_the_cells_own_theme_length(cell):
    CellRuleFactory(unit=cell.unit, key="theme.min_minutes_per_meeting", value=35)
    planned = PlannedMeetingFactory(unit=cell.unit, planned_on=DAY)
    preparation = prepare(Preparation(planned=planned, **head(cell)), by=cell.secretary, at=at_minute(-5000))
    [theme] = preparation.items.filter(is_theme=True)
    assert theme.minutes == 35
    assert preparation.items.count() == len(usual(cell.unit, "regular", DAY))


def test_a_cell_keeps_its_own_template_and_what_moved_on_stays_out_of_it(ready, cell):
    lines = [*AGENDA, AgendaLine("Chuyển từ kỳ trước: việc cũ", 5)]
    set_agenda(ready.preparation, lines, by=cell.secretary, at=at_minute(-3000))
    keep_as_template(ready.preparation, by=cell.secretary, at=at_minute(-3000))
    assert AgendaTemplate.objects.get().lines == "Mở đầu | 5\n* Chuyên đề: cần, kiệm | 30\nKết luận | 10"
    assert usual(cell.unit, "regular", DAY) == list(AGENDA)


def test_what_a_level_above_added_and_decisions_due_come_to_the_agenda_with_their_source(cell):
    meeting = MeetingFactory(unit=cell.unit, held_on=date(2014, 4, 1), chair=cell.secretary)
    for text, due, heard in (("Niêm yết", date(2014, 5, 1), None), ("Sau này", date(2014, 9, 1), date(2014, 9, 1))):
        task = MeetingTaskFactory(unit=cell.unit, owner=cell.member, text=text, due_on=due)
        DecisionFactory(meeting=meeting, task=task, heard_in=heard)
    directive = DirectiveFactory(register=cell.unit, number=33)
    planned = PlannedMeetingFactory(unit=cell.unit, planned_on=DAY, content="Học tập nghị quyết", added_by=directive)
    titles = [line.title for line in moved_on(planned)]
    assert titles == [f"Học tập nghị quyết ({directive.code})", "Nghe kết quả việc đã giao: Niêm yết"]
    assert [row.task.text for row in decisions_due(cell.unit, DAY)] == ["Niêm yết"]


IMPOSSIBLE = {
    "a chair who is not a member": ({"chair": "colleague"}, "không phải đảng viên"),
    "no minutes at all": ({"minutes": 0}, "1 đến 600 phút"),
    "a whole day and more": ({"minutes": 2000}, "1 đến 600 phút"),
}


@pytest.mark.parametrize("what", IMPOSSIBLE)
def test_what_cannot_be_is_refused_with_a_sentence_and_nothing_is_kept(cell, what):
    changed, sentence = IMPOSSIBLE[what]
    changed = {name: getattr(cell, value) if isinstance(value, str) else value for name, value in changed.items()}
    planned = PlannedMeetingFactory(unit=cell.unit, planned_on=DAY)
    before = Entry.objects.count()
    with pytest.raises(ValidationError, match=sentence):
        prepare(Preparation(planned=planned, **head(cell, **changed)), by=cell.secretary, at=at_minute(-5000))
    assert not Preparation.objects.exists()
    assert Entry.objects.count() == before


@pytest.mark.parametrize(("starts", "clash"), [(time(14, 59), True), (time(15, 0), False), (time(13, 0), False)])
def test_two_meetings_of_a_cell_are_not_at_one_time(ready, cell, starts, clash):
    other = PlannedMeetingFactory(unit=cell.unit, planned_on=DAY, kind="ad_hoc")
    second = Preparation(planned=other, **head(cell, starts_at=starts, minutes=60))
    if clash:
        with pytest.raises(ValidationError, match="Trùng giờ"):
            prepare(second, by=cell.secretary, at=at_minute(-100))
    else:
        prepare(second, by=cell.secretary, at=at_minute(-100))


def test_three_hundred_items_are_too_many_and_the_agenda_stays_as_it_was(ready, cell):
    lines = [AgendaLine(f"Việc {n}", 1) for n in range(300)]
    with pytest.raises(ValidationError, match="300 mục là quá nhiều"):
        set_agenda(ready.preparation, lines, by=cell.secretary, at=at_minute(-100))
    assert ready.preparation.items.count() == 3


def test_a_second_theme_is_refused_and_so_is_an_empty_agenda(ready, cell):
    two = [AgendaLine("a", 5, is_theme=True), AgendaLine("b", 5, is_theme=True)]
    for lines, sentence in ((two, "một phần chuyên đề"), ([], "ít nhất một mục")):
        with pytest.raises(ValidationError, match=sentence):
            set_agenda(ready.preparation, lines, by=cell.secretary, at=at_minute(-100))


def test_once_opened_the_agenda_and_the_day_stay(cell):
    going_on = GoingOn(cell)
    with pytest.raises(ValidationError, match="chương trình giữ nguyên"):
        set_agenda(going_on.preparation, AGENDA, by=cell.secretary, at=at_minute(1))
    going_on.say("step", 0, step=going_on.step("Mở đầu"))
    with pytest.raises(ValidationError, match="không đổi ngày"):
        later = DAY + timedelta(days=3)
        move_meeting(going_on.preparation.planned, to=later, why="x", by=cell.secretary, at=at_minute(1))
    with pytest.raises(ValidationError, match="không bỏ khỏi lịch"):
        withdraw_meeting(going_on.preparation.planned, why="x", by=cell.secretary, at=at_minute(1))


def test_calling_tells_everybody_once_and_papers_go_only_where_there_are_any(ready, cell):
    with pytest.raises(ValidationError, match="Chưa có tài liệu"):
        call_meeting(ready.preparation, with_papers=True, by=cell.secretary, at=at_minute(-2000))
    attach_papers(ready.preparation, [DirectiveFactory(register=cell.unit)], by=cell.secretary, at=at_minute(-2000))
    told = call_meeting(ready.preparation, with_papers=True, by=cell.secretary, at=at_minute(-1440))
    assert told == 7
    assert Notice.objects.filter(person=cell.member).count() == 1
    assert not Notice.objects.filter(person=cell.secretary).exists()
    ready.preparation.refresh_from_db()
    assert ready.preparation.papers_sent_on == DAY - timedelta(days=1)


def test_whoever_was_called_is_told_of_another_day(ready, cell):
    call_meeting(ready.preparation, with_papers=False, by=cell.secretary, at=at_minute(-2000))
    later = DAY + timedelta(days=2)
    move_meeting(ready.preparation.planned, to=later, why="bí thư đi công tác", by=cell.secretary, at=at_minute(-1000))
    assert Notice.objects.filter(person=cell.member, text__contains="bí thư đi công tác").exists()
    assert PlannedMeeting.objects.get().planned_on == later


def test_a_question_sent_ahead_reaches_the_person_and_nobody_else_sees_it(ready, cell, client, monkeypatch):
    question = Question(preparation=ready.preparation, person=cell.member, text="Vì sao hẹn lại dân?")
    ask_ahead(question, by=cell.secretary, at=at_minute(-1000))
    assert Notice.objects.filter(person=cell.member, text__contains="Vì sao hẹn lại dân?").exists()
    monkeypatch.setattr(requests, "now", lambda: at_minute(-900))
    page = reverse("meetings:prepare", args=[ready.preparation.planned_id])
    for person, sees in ((cell.member, True), (cell.other_member, False), (cell.secretary, True)):
        client.force_login(User.objects.create_user(person.code, person=person))
        assert ("Vì sao hẹn lại dân?" in client.get(page).content.decode()) is sees


def test_withdrawn_it_leaves_the_plan_and_the_ledger_keeps_why(ready, cell):
    key = ready.preparation.planned_id
    withdraw_meeting(ready.preparation.planned, why="gộp vào kỳ sau", by=cell.secretary, at=at_minute(-100))
    assert not PlannedMeeting.objects.exists()
    assert Entry.objects.filter(act="meetings.withdraw", subject=f"meetings.plannedmeeting:{key}").exists()


def test_invitation_and_resolution_are_drafts_in_the_documents_room(ready, cell):
    invitation = draft_invitation(ready.preparation, by=cell.secretary, at=at_minute(-100))
    assert "Thời gian: 14 giờ 00, ngày 03 tháng 6 năm 2014." in invitation.body
    first = draft_resolution(ready.preparation, by=cell.secretary, at=at_minute(-100))
    assert draft_resolution(ready.preparation, by=cell.secretary, at=at_minute(-90)) == first
    assert Draft.objects.count() == 2


def test_the_page_says_what_is_ready_and_the_calendar_file_has_time_and_place(ready, cell, client, monkeypatch):
    monkeypatch.setattr(requests, "now", lambda: at_minute(-900))
    client.force_login(User.objects.create_user("bithu", person=cell.secretary))
    shown = client.get(reverse("meetings:prepare", args=[ready.preparation.planned_id])).content.decode()
    for words in ("60 phút, 30 dành cho chuyên đề, còn 30 cho 2 việc.", "chưa báo", "chưa gửi", "chưa soạn"):
        assert words in shown
    calendar = client.get(reverse("meetings:calendar-file", args=[ready.preparation.planned_id])).content.decode()
    assert "DTSTART;TZID=Asia/Ho_Chi_Minh:20140603T140000" in calendar
    assert "LOCATION:Phòng họp tầng 2" in calendar


def test_the_agenda_is_changed_line_by_line_and_comes_back_as_it_was_typed_when_refused(
    ready, cell, client, monkeypatch
):
    monkeypatch.setattr(requests, "now", lambda: at_minute(-900))
    client.force_login(User.objects.create_user("bithu", person=cell.secretary))
    page = reverse("meetings:agenda", args=[ready.preparation.planned_id])
    sent = {
        "title_1": "Mở đầu",
        "minutes_1": "",
        "order_1": "1",
        "title_2": "Việc mới",
        "minutes_2": "20",
        "order_2": "2",
    }
    refused = client.post(page, sent | {"theme": ""})
    assert refused.status_code == 422
    assert "Việc mới" in refused.content.decode()
    client.post(page, sent | {"minutes_1": "5", "order_1": "9", "theme": "2"})
    kept = list(ready.preparation.items.order_by("order").values_list("title", "minutes", "is_theme"))
    assert kept == [("Việc mới", 20, True), ("Mở đầu", 5, False)]


FOCUS_PACK = """
[pack]
name = "Xã Thử"
level = "commune"
issued_by = "Đảng ủy xã Thử"
valid_from = 2026-01-01

[[rule]]
key = "meeting.focus"
table = { office = ["cải cách hành chính", "đạo đức công vụ"], residential = ["việc của thôn"] }
source = "1-HD/ĐU"
certainty = "local"
statement = "Trọng tâm theo loại hình."
"""


def test_the_steps_of_the_guidance_and_the_focus_of_the_cells_kind_stand_beside_the_agenda(
    cell, client, monkeypatch, settings, tmp_path
):
    day = date(2026, 3, 3)
    cell.unit.cell_kind = "office"
    cell.unit.save()
    planned = PlannedMeetingFactory(unit=cell.unit, planned_on=day)
    moment = at_minute(0).replace(year=2026, month=3, day=1)
    prepare(Preparation(planned=planned, **head(cell)), by=cell.secretary, at=moment)
    monkeypatch.setattr(requests, "now", lambda: moment)
    client.force_login(User.objects.create_user("bithu", person=cell.secretary))
    page = reverse("meetings:prepare", args=[planned.pk])
    shown = client.get(page).content.decode()
    assert "tình hình đảng phí" in shown
    assert "gói quy tắc chưa có" in shown
    settings.RULE_PACKS = tmp_path
    (tmp_path / "thu.toml").write_text(FOCUS_PACK, encoding="utf-8")
    PackUseFactory(unit=cell.unit, pack="thu", starts=date(2026, 1, 1))
    shown = client.get(page).content.decode()
    assert "đạo đức công vụ" in shown
    assert "việc của thôn" not in shown


@pytest.mark.parametrize("deed", ["giay-moi", "nghi-quyet"])
def test_a_draft_that_was_begun_is_opened_to_go_on_with(ready, cell, client, monkeypatch, deed):
    monkeypatch.setattr(requests, "now", lambda: at_minute(-900))
    client.force_login(User.objects.create_user("bithu", person=cell.secretary))
    answer = client.post(reverse("meetings:change", args=[ready.preparation.planned_id, deed]))
    assert answer.headers["location"] == Draft.objects.get().get_absolute_url()


def test_a_helper_enters_the_paper_sheet_days_later_and_the_books_close_it(ready, cell, client, monkeypatch):
    later = at_minute(3 * 24 * 60)
    monkeypatch.setattr(requests, "now", lambda: later)
    DutyFactory(unit=cell.unit, person=cell.member, kind=DutyKind.HELPER)
    client.force_login(User.objects.create_user("nhapho", person=cell.member))
    client.post(reverse("organisation:help"), {"person": cell.minutes_secretary.pk})
    place = [ready.preparation.planned_id]
    opened = client.post(reverse("meetings:change", args=[*place, "mo"]), follow=True)
    assert "Nhập từ phiếu giấy" in opened.content.decode()
    write = reverse("meetings:write", args=place)
    for step, clock in (("Mở đầu", "14:00"), ("study", "14:05"), ("Kết luận", "14:40")):
        client.post(write, {"kind": "step", "step": ready.step(step), "clock": clock})
    client.post(write, {"kind": "step", "step": "end", "clock": "14:50"})
    client.post(write, {"kind": "rest"})
    client.post(write, {"kind": "conclusion", "text": "Thống nhất."})
    assert {jotting.by for jotting in Jotting.objects.all()} == {cell.member}
    meeting = close_meeting(ready.preparation, by=cell.secretary, at=later)
    assert (meeting.held_on, meeting.length) == (DAY, 50)
    assert dict(meeting.theme_parts.values_list("part", "minutes")) == {"study": 35}


def test_opened_on_another_day_than_planned_the_clock_asks_for_the_right_day_and_the_plan_can_follow(cell):
    going_on = GoingOn(cell, opened=False)
    tomorrow = at_minute(24 * 60)
    open_meeting(going_on.preparation, by=cell.minutes_secretary, at=tomorrow)
    refused = going_on.say("step", 24 * 60, step=going_on.step("Mở đầu"))
    assert "đổi ngày trong lịch" in str(refused.refused)
    move_meeting(
        going_on.preparation.planned, to=tomorrow.date(), why="họp thật ngày này", by=cell.secretary, at=tomorrow
    )
    assert not going_on.say("step", 24 * 60, step=going_on.step("Mở đầu")).refused
