"""A meeting of three jottings and one of three hundred cost the database the same."""

import uuid

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from nennep.meetings.live.tests.goings_on import GoingOn, at_minute
from nennep.meetings.models import Jotting
from nennep.organisation import requests
from nennep.organisation.models import User


@pytest.fixture
def going_on(cell, client, monkeypatch) -> GoingOn:
    """A meeting that goes on, at the twentieth minute, with its minutes secretary at the screen."""
    monkeypatch.setattr(requests, "now", lambda: at_minute(20))
    client.force_login(User.objects.create_user("thuky", person=cell.minutes_secretary))
    going_on = GoingOn(cell)
    going_on.say("step", 0, step=going_on.step("self"))
    going_on.say("rest", 0)
    going_on.say("conclusion", 0, text="Thống nhất các việc đã bàn.")
    return going_on


def written_down(going_on: GoingOn, number: int) -> None:
    """So many more lines, of every kind that the minutes have, by different people."""
    people = (going_on.cell.member.pk, going_on.cell.other_member.pk, going_on.cell.probationary.pk)
    step = going_on.step("self")
    contents = [
        ("spoke", {"step": step, "gist": "một ý"}),
        ("note", {"step": step, "text": "nội dung", "note": "text"}),
        ("praise", {"praise": "praise", "reason": "hẹn đúng"}),
        ("decision", {"text": "niêm yết", "due_on": "2014-07-01"}),
        ("vote", {"about": "other", "matter": "việc khác", "in_favour": 3, "against": 0, "abstaining": 0}),
        ("roll", {"status": "late", "minutes_late": 5, "reason": ""}),
    ]
    rows = []
    for place in range(number):
        kind, content = contents[place % len(contents)]
        who = {"person": people[place % len(people)]}
        rows.append(
            Jotting(
                key=uuid.uuid4(),
                preparation=going_on.preparation,
                kind=kind,
                content={**content, **who},
                made_at=at_minute(1 + place / 100),
                received_at=at_minute(1 + place / 100),
                by=going_on.cell.minutes_secretary,
            )
        )
    Jotting.objects.bulk_create(rows)


def queries(do) -> int:
    with CaptureQueriesContext(connection) as asked:
        do()
    return len(asked)


def sending(going_on: GoingOn, client, number: int) -> None:
    """So many votes, each of which asks who may vote."""
    fields = {"about": "minutes", "matter": "", "in_favour": "3", "against": "0", "abstaining": "0"}
    rows = [
        {"key": str(uuid.uuid4()), "kind": "vote", "made_at": at_minute(19).isoformat(), "fields": fields}
        for _place in range(number)
    ]
    said = {"clock": at_minute(20).isoformat(), "jottings": rows}
    write = reverse("meetings:write", args=[going_on.preparation.planned_id])
    answer = client.post(write, said, content_type="application/json").json()
    assert len(answer["accepted"]) == number


def test_the_live_page_asks_as_much_for_three_as_for_three_hundred(going_on, client):
    live = reverse("meetings:live", args=[going_on.preparation.planned_id])
    client.get(live)
    few = queries(lambda: client.get(live))
    written_down(going_on, 297)
    assert queries(lambda: client.get(live)) == few <= 25


def test_a_sending_into_three_asks_as_much_as_one_into_three_hundred(going_on, client):
    sending(going_on, client, 1)
    few = queries(lambda: sending(going_on, client, 1))
    written_down(going_on, 297)
    assert queries(lambda: sending(going_on, client, 1)) == few <= 32


def test_a_hundred_things_kept_without_a_network_ask_as_much_as_three(going_on, client):
    sending(going_on, client, 1)
    few = queries(lambda: sending(going_on, client, 3))
    assert queries(lambda: sending(going_on, client, 100)) == few


def test_a_plain_form_into_three_asks_as_much_as_one_into_three_hundred(going_on, client):
    write = reverse("meetings:write", args=[going_on.preparation.planned_id])
    tap = {"kind": "roll", "person": going_on.cell.member.pk, "status": "present"}
    client.post(write, tap)
    few = queries(lambda: client.post(write, tap))
    written_down(going_on, 297)
    assert queries(lambda: client.post(write, tap)) == few <= 28
