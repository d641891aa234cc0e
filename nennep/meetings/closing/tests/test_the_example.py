"""The example cell's years on paper, sealed: their figures are those of the report, and nothing about them was guessed."""

import json
from collections import Counter
from datetime import datetime

import pytest

from nennep.desk.verifying import verify_everything
from nennep.indicators.figures import named
from nennep.ledger.models import Seal
from nennep.meetings.closing.actions.sign import seal_signed_on_paper
from nennep.meetings.models import Meeting
from nennep.organisation.access import Operator
from nennep.organisation.periods import Period
from tests.house import HANOI

pytestmark = pytest.mark.django_db

FIRST, LAST = 2011, 2014


@pytest.fixture
def sealed(example):
    seal_signed_on_paper(example, by=Operator(), at=datetime(2015, 1, 20, 9, tzinfo=HANOI))
    return [json.loads(seal.text)["shown"] for seal in Seal.objects.order_by("day")]


def regular(pages):
    years = range(FIRST, LAST + 1)
    return [page for page in pages if page["head"]["kind"] == "thường kỳ" and int(page["head"]["date"][:4]) in years]


def test_the_37_regular_meetings_of_2011_to_2014_are_sealed_pages(example, sealed):
    period = Period(Period.year(FIRST).starts, Period.year(LAST).ends)
    held = Meeting.objects.of(example).regular().within(period)
    assert held.count() == len(regular(sealed)) == named("meetings.held").value(example, period).number == 37
    assert verify_everything().whole


def test_met_below_and_not_measured_are_three_numbers_on_the_sealed_pages_and_in_the_figures(example, sealed):
    period = Period(Period.year(FIRST).starts, Period.year(LAST).ends)
    verdicts = Counter(page["theme"]["verdict"] for page in regular(sealed))
    figures = {
        verdict: named(f"meetings.theme_{name}").value(example, period).number
        for verdict, name in (("met", "met"), ("below", "below"), ("not measured", "not_measured"))
    }
    assert {verdict: verdicts[verdict] for verdict in figures} == figures == {"met": 34, "below": 1, "not measured": 2}


def test_a_page_on_which_nobody_measured_has_no_minutes_of_the_theme(sealed):
    unmeasured = [page for page in regular(sealed) if page["theme"]["verdict"] == "not measured"]
    for page in unmeasured:
        assert page["theme"]["total"] is None
        assert all(part["minutes"] is None for part in page["theme"]["parts"])
        assert all(item["taken"] is None for item in page["items"])
