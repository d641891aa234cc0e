"""Getting a conference ready: what lies on its table stands on its page, each a link to where the registers make it."""

import pytest
from django.urls import reverse

from nennep.meetings.live.tests.goings_on import GoingOn
from nennep.meetings.models import MeetingKind
from nennep.meetings.preparing.agenda import usual
from nennep.meetings.tests.visiting import client_of

KIT = 'id="bo-tai-lieu"'


@pytest.fixture
def planned(cell):
    return GoingOn(cell, opened=False, planned_kind=MeetingKind.CONFERENCE, title="Hội nghị sơ kết").preparation.planned


def test_report_comparison_awards_agenda_invitation_and_conclusion_are_at_hand(cell, planned):
    client = client_of(cell.secretary)
    shown = client.get(reverse("meetings:prepare", args=[planned.pk])).content.decode()
    assert KIT in shown
    code = cell.unit.code
    for page in (
        reverse("reports:summary", args=[code]),
        reverse("reports:by-year", args=[code]),
        reverse("indicators:years", args=[code]),
        reverse("recognition:book", args=[code]),
        reverse("recognition:criteria", args=[code, 2014]),
        reverse("meetings:agenda", args=[planned.pk]),
        reverse("meetings:change", args=[planned.pk, "giay-moi"]),
        reverse("meetings:change", args=[planned.pk, "nghi-quyet"]),
    ):
        assert f'href="{page}' in shown
        assert client.get(page).status_code == 200, page


def test_a_member_is_led_nowhere_that_is_closed_to_them(cell, planned):
    client = client_of(cell.member)
    shown = client.get(reverse("meetings:prepare", args=[planned.pk])).content.decode()
    kit = shown[shown.index(KIT) :].partition("</ul>")[0]
    pages = [part.partition('"')[0].partition("#")[0] for part in kit.split('href="')[1:]]
    assert pages
    assert {client.get(page).status_code for page in pages} == {200}


def test_a_regular_meeting_has_no_kit(cell):
    planned = GoingOn(cell, opened=False).preparation.planned
    shown = client_of(cell.secretary).get(reverse("meetings:prepare", args=[planned.pk])).content.decode()
    assert KIT not in shown


def test_its_agenda_hears_the_report_the_awards_and_the_directions(cell, today):
    titles = [line.title for line in usual(cell.unit, MeetingKind.CONFERENCE, today)]
    assert titles[1:-1] == ["Báo cáo sơ kết, tổng kết", "Thảo luận", "Khen thưởng", "Phương hướng, giao việc"]
