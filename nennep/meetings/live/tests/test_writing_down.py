"""What is written down while a meeting goes on: kept once, in time, with a sentence for what cannot be."""

import re
import uuid
from datetime import time, timedelta

import pytest
from django.core.exceptions import ValidationError
from django.urls import reverse

from nennep.ledger.models import Entry
from nennep.meetings.live.actions import Sent, check_in, open_meeting
from nennep.meetings.live.state import state_of
from nennep.meetings.live.tests.goings_on import TWO, GoingOn, at_minute
from nennep.meetings.models import Jotting
from nennep.organisation import requests
from nennep.organisation.access import Helping, NotAllowed
from nennep.organisation.models import DutyKind, User
from nennep.organisation.tests.factories import DutyFactory


@pytest.fixture
def going_on(cell) -> GoingOn:
    return GoingOn(cell)


def told(received) -> list[str]:
    return [sentence for sentences in received.refused.values() for sentence in sentences]


def state(going_on):
    return state_of(Jotting.objects.filter(preparation=going_on.preparation))


def test_the_same_thing_sent_three_times_is_kept_once_and_written_into_the_ledger_once(going_on):
    sent = Sent(str(uuid.uuid4()), "note", {"step": going_on.step("Mở đầu"), "text": "khai mạc"}, at_minute(1))
    before = Entry.objects.count()
    for minute in (1, 2, 3):
        assert going_on.send([sent], minute).accepted == [sent.key]
    assert Jotting.objects.count() == 1
    assert Entry.objects.count() == before + 1


def test_a_device_ten_minutes_fast_is_put_right_by_its_own_clock(going_on):
    fast = timedelta(minutes=10)
    sent = Sent(str(uuid.uuid4()), "step", {"step": going_on.step("Mở đầu")}, at_minute(3) + fast)
    going_on.send([sent], 5, clock=at_minute(5) + fast)
    assert state(going_on).began == at_minute(3)


def test_a_time_that_cannot_be_becomes_the_nearest_that_can(going_on):
    early = Sent(str(uuid.uuid4()), "step", {"step": going_on.step("Mở đầu")}, TWO - timedelta(days=1))
    going_on.send([early], 5)
    assert state(going_on).began == at_minute(-1)


REFUSED = {
    "somebody who is not on the list": (
        "spoke",
        {"person": "Nguyễn Văn Lạ", "gist": "x", "step": ""},
        "Danh sách hôm nay không có “Nguyễn Văn Lạ”",
    ),
    "nobody": ("spoke", {"person": "", "gist": "x", "step": ""}, "Ghi tên người"),
    "more hands than people": (
        "vote",
        {"about": "conclusion", "in_favour": 9, "against": 0, "abstaining": 0},
        "9 người giơ tay, nhiều hơn 4 đảng viên chính thức có mặt",
    ),
    "an excuse without a reason": ("roll", {"person": "Ngô Thị Lụa", "status": "excused"}, "ghi lý do"),
    "minutes late of somebody present": (
        "roll",
        {"person": "Ngô Thị Lụa", "status": "present", "minutes_late": 5},
        "Chỉ người đến muộn",
    ),
    "a task due before the meeting": (
        "decision",
        {"text": "x", "person": "Ngô Thị Lụa", "due_on": "2014-06-01"},
        "Hạn không thể trước ngày họp",
    ),
    "an item that is not on the agenda": ("note", {"text": "x", "step": "item-0"}, "không còn mục này"),
    "something nobody knows": ("dance", {}, "Không rõ đây là việc gì"),
    "a correction without a reason": ("clock", {"step": "theme-study", "minutes": 30, "reason": ""}, ""),
}


@pytest.mark.parametrize("what", REFUSED)
def test_what_cannot_be_is_refused_with_a_sentence_and_stays_with_the_sender(going_on, what):
    kind, fields, sentence = REFUSED[what]
    going_on.say("rest", 0)
    received = going_on.say(kind, 1, **fields)
    assert received.accepted == []
    assert sentence in " ".join(told(received))
    assert Jotting.objects.count() == 1


def test_a_name_is_found_without_tones_and_by_its_last_words(going_on, cell):
    for typed in ("ngo thi lua", "Lụa", "NGÔ THỊ LỤA", str(cell.member.pk)):
        going_on.say("spoke", 1, person=typed, gist="ý", step="")
    assert [line.content["person"] for line in state(going_on).of_kind("spoke")] == [cell.member.pk] * 4


def test_text_pasted_from_word_loses_its_markup_and_keeps_its_words(going_on):
    pasted = "<!--[if gte mso 9]><xml>x</xml><![endif]--><p class=MsoNormal>Một <b>là</b>&nbsp;làm\u200b đúng</p><p>Hai < 5 ngày</p>"
    going_on.say("note", 1, step=going_on.step("Mở đầu"), text=pasted)
    assert state(going_on).lines[0].content["text"].split("\n")[0] == "Một là làm đúng"
    going_on.say("note", 2, step=going_on.step("Mở đầu"), text="trễ < 5 ngày & hẹn lại")
    assert state(going_on).lines[1].content["text"] == "trễ < 5 ngày & hẹn lại"


def test_only_those_who_write_the_minutes_write(going_on, cell):
    with pytest.raises(NotAllowed):
        going_on.say("rest", 1, by=cell.member)
    DutyFactory(unit=cell.unit, person=cell.member, kind=DutyKind.HELPER)
    helper = Helping(cell.member, cell.minutes_secretary)
    going_on.say("step", 90, by=helper, step=going_on.step("Mở đầu"), clock="14:05")
    assert state(going_on).began == at_minute(5)
    assert Jotting.objects.get().by == cell.member


@pytest.fixture
def at_the_screen(client, cell, monkeypatch):
    monkeypatch.setattr(requests, "now", lambda: at_minute(20))
    client.force_login(User.objects.create_user("thuky", person=cell.minutes_secretary))
    return client


def test_without_a_script_a_form_writes_and_leads_back(going_on, at_the_screen):
    write = reverse("meetings:write", args=[going_on.preparation.planned_id])
    answer = at_the_screen.post(write, {"kind": "step", "step": going_on.step("study")}, follow=True)
    assert "Chuyên đề: cần, kiệm" in answer.content.decode()
    key = str(uuid.uuid4())
    spoke = {"kind": "spoke", "key": key, "step": "theme-study", "person": "Lụa", "gist": "gửi tài liệu sớm"}
    for _twice in "ab":
        at_the_screen.post(write, spoke)
    assert len(state(going_on).of_kind("spoke")) == 1


def test_a_refused_form_comes_back_as_it_was_typed(going_on, at_the_screen):
    write = reverse("meetings:write", args=[going_on.preparation.planned_id])
    answer = at_the_screen.post(write, {"kind": "spoke", "step": "", "person": "Người Lạ", "gist": "một ý dài"})
    shown = answer.content.decode()
    assert answer.status_code == 422
    assert "một ý dài" in shown
    assert "Danh sách hôm nay không có" in shown


def test_a_browser_sends_all_it_kept_and_hears_what_became_of_each(going_on, at_the_screen):
    write = reverse("meetings:write", args=[going_on.preparation.planned_id])
    good, bad = str(uuid.uuid4()), str(uuid.uuid4())
    sending = {
        "clock": at_minute(20).isoformat(),
        "jottings": [
            {
                "key": good,
                "kind": "note",
                "made_at": at_minute(15).isoformat(),
                "fields": {"step": "theme-self", "text": "ý"},
            },
            {
                "key": bad,
                "kind": "spoke",
                "made_at": at_minute(16).isoformat(),
                "fields": {"person": "Lạ", "gist": "x"},
            },
        ],
    }
    answer = at_the_screen.post(write, sending, content_type="application/json").json()
    assert answer["accepted"] == [good]
    assert list(answer["refused"]) == [bad]
    assert 'id="dong-ho"' in answer["parts"]


def test_only_the_parts_that_changed_come_back(going_on, at_the_screen, cell):
    write = reverse("meetings:write", args=[going_on.preparation.planned_id])
    had: dict[str, str] = {}

    def parts(*jottings: dict) -> set[str]:
        sending = {"clock": at_minute(20).isoformat(), "had": dict(had), "jottings": jottings}
        html = at_the_screen.post(write, sending, content_type="application/json").json()["parts"]
        had.update(re.findall(r'id="(\w+)" data-version="(\d+)"', html))
        return {part for part in ("dong-ho", "dong", "mat") if f'id="{part}"' in html}

    def jotting(kind: str, **fields: str) -> dict:
        return {"key": str(uuid.uuid4()), "kind": kind, "made_at": at_minute(15).isoformat(), "fields": fields}

    assert parts() == {"dong-ho", "dong", "mat"}
    assert parts() == {"dong-ho"}
    assert parts(jotting("step", step="theme-self")) == {"dong-ho"}
    assert parts(jotting("spoke", person="Lụa", gist="ý", step="")) == {"dong-ho", "dong"}
    assert parts(jotting("rest")) == {"dong-ho", "mat"}
    going_on.say("note", 16, step=going_on.step("self"), text="người kia ghi", by=cell.secretary)
    assert parts() == {"dong-ho", "dong"}


def test_without_a_script_the_server_opens_the_forms_of_one_line_or_one_person(going_on, at_the_screen, cell):
    going_on.say("spoke", 1, person="Lụa", gist="gửi tài liệu sớm", step="")
    live = reverse("meetings:live", args=[going_on.preparation.planned_id])
    line = state(going_on).lines[0].key
    assert f'name="line" value="{line}"' not in at_the_screen.get(live).content.decode()
    opened = at_the_screen.get(live, {"mo": line}).content.decode()
    assert f'name="line" value="{line}"' in opened
    assert ">gửi tài liệu sớm</textarea>" in opened
    called = at_the_screen.get(live, {"mo": cell.member.pk}).content.decode()
    assert f'name="person" value="{cell.member.pk}"' in called
    assert "<legend>Ngô Thị Lụa</legend>" in called


def test_two_at_the_screen_see_each_other(going_on, at_the_screen, cell, client):
    live = reverse("meetings:live", args=[going_on.preparation.planned_id])
    beat = {"clock": at_minute(20).isoformat(), "jottings": []}
    at_the_screen.post(reverse("meetings:write", args=[going_on.preparation.planned_id]), beat, "application/json")
    client.force_login(User.objects.create_user("bithu", person=cell.secretary))
    assert "Đang cùng ghi: Kiều Văn Hưng" in " ".join(client.get(live).content.decode().split())


@pytest.mark.parametrize("body", [" ", "[]", '{"clock": "x"}', '{"clock": "2014-06-03T14:00:00", "jottings": []}'])
def test_a_sending_that_no_page_of_ours_made_is_a_bad_request(going_on, at_the_screen, body):
    write = reverse("meetings:write", args=[going_on.preparation.planned_id])
    assert at_the_screen.post(write, body, content_type="application/json").status_code == 400


def test_a_screen_opened_late_says_when_people_really_began(cell):
    going_on = GoingOn(cell, opened=False)
    open_meeting(going_on.preparation, since=time(14, 0), by=cell.minutes_secretary, at=at_minute(12))
    assert state(going_on).began == at_minute(0)
    late = GoingOn(cell, opened=False, planned_kind="ad_hoc")
    with pytest.raises(ValidationError, match="Giờ ấy chưa tới"):
        open_meeting(late.preparation, since=time(15, 0), by=cell.minutes_secretary, at=at_minute(12))


def test_somebody_says_on_their_own_phone_that_they_are_there_once(going_on, cell, client, monkeypatch):
    monkeypatch.setattr(requests, "now", lambda: at_minute(2))
    client.force_login(User.objects.create_user("dangvien", person=cell.member))
    page = reverse("meetings:here", args=[going_on.preparation.planned_id])
    assert "Tôi có mặt" in client.get(page).content.decode()
    for _twice in "ab":
        client.post(page)
    assert state(going_on).roll[cell.member.pk]["status"] == "present"
    assert Jotting.objects.count() == 1


def test_whoever_was_called_absent_does_not_call_themselves_present(going_on, cell):
    going_on.say("roll", 1, person=cell.member.pk, status="unexcused")
    assert check_in(going_on.preparation, by=cell.member, at=at_minute(2)) == "unexcused"
    with pytest.raises(NotAllowed):
        check_in(going_on.preparation, by=cell.exempt, at=at_minute(2))


def test_a_meeting_is_not_opened_days_ahead_of_its_day(cell):
    going_on = GoingOn(cell, opened=False)
    with pytest.raises(ValidationError, match="đổi ngày trong lịch"):
        open_meeting(going_on.preparation, by=cell.minutes_secretary, at=at_minute(-2 * 24 * 60))
