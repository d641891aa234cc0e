"""Years side by side: the word is derived, blank stays blank, and the drawing says what the table says."""

import json
import re
from datetime import date
from fractions import Fraction
from xml.etree import ElementTree as ET

import pytest
from django.core.management import CommandError, call_command
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from hypothesis import given
from hypothesis import strategies as st

from nennep.indicators.answers import Value
from nennep.indicators.figures import all_figures, named
from nennep.indicators.views import drawn
from nennep.indicators.years import YearsRefused, changed, side_by_side
from nennep.organisation.models import Office, Term, User

TODAY = date(2015, 1, 21)
numbers = st.one_of(st.none(), st.integers(0, 1000), st.fractions(0, 100, max_denominator=40))
OPPOSITE = {
    "tốt hơn": "kém hơn",
    "kém hơn": "tốt hơn",
    "nhiều hơn": "ít hơn",
    "ít hơn": "nhiều hơn",
    "như cũ": "như cũ",
    "": "",
}


@given(numbers, numbers, st.sampled_from(["programme.tasks_late", "meetings.theme_met", "organisation.members"]))
def test_looked_at_backwards_better_is_worse(one, other, code):
    before, after = Value(one, 1), Value(other, 1)
    forward, back = changed(named(code), before, after)[0], changed(named(code), after, before)[0]
    assert back == OPPOSITE[forward]
    if one is None or other is None:
        assert forward == ""
    elif Fraction(one) == Fraction(other):
        assert forward == "như cũ"


def test_fewer_late_tasks_is_better_and_more_members_is_only_more():
    assert changed(named("programme.tasks_late"), Value(5, 5), Value(2, 2))[0] == "tốt hơn"
    assert changed(named("organisation.members"), Value(17, 17), Value(18, 18)) == ("nhiều hơn", "")


@pytest.mark.django_db
def test_the_years_of_the_example_are_those_of_its_figures(example):
    for line in side_by_side(example, [2012, 2013, 2014], all_figures(), TODAY):
        for year in line.years:
            assert year.value == line.figure.value(example, year.period)
            assert (year.text == "chưa có số liệu") == (year.value.number is None)


@pytest.mark.parametrize("years", [[2014], list(range(2004, 2015)), [2014, 2016], [1800, 2014]])
def test_years_that_cannot_stand_side_by_side_are_refused_with_a_sentence(example, years):
    with pytest.raises(YearsRefused, match="Chọn"):
        side_by_side(example, years, [named("meetings.held")], TODAY)


@pytest.mark.django_db
def test_a_year_costs_at_most_two_questions_a_figure_however_many_records_it_has(example):
    with CaptureQueriesContext(connection) as asked:
        side_by_side(example, [2011, 2012, 2013, 2014], all_figures(), TODAY)
    assert len(asked) <= 4 * 2 * len(all_figures())


@pytest.mark.django_db
def test_the_drawing_holds_the_numbers_of_its_table(example):
    [line] = side_by_side(example, range(2011, 2015), [named("meetings.theme_met")], TODAY)
    svg = ET.fromstring(drawn(line))  # noqa: S314  # our own
    told = next(part.text for part in svg if part.tag.endswith("desc"))
    for year in line.years:
        assert f"{year.year}:" in told
        if year.value.number is not None:
            assert str(year.value.number) in told


@pytest.fixture
def secretarys(example, client):
    term = Term.objects.filter(unit=example, office=Office.SECRETARY).select_related("person").first()
    client.force_login(User.objects.create(username="bithu", person=term.person))
    return client


@pytest.mark.django_db
def test_the_pages_open_each_number_and_say_what_is_wrong_with_the_years(secretarys, example):
    page = secretarys.get(reverse("indicators:years", args=[example.code]), {"tu": "2012", "den": "2014"})
    shown = page.content.decode()
    assert "tốt hơn" in shown
    assert re.search(r'href="/chi-tieu/\w+/meetings.theme_met/\?tu=2013-01-01&amp;den=2013-12-31"', shown)
    wrong = secretarys.get(reverse("indicators:years", args=[example.code]), {"tu": "2014", "den": "12"})
    assert (wrong.status_code, "bốn chữ số" in wrong.content.decode()) == (422, True)
    one = secretarys.get(
        reverse("indicators:over-years", args=[example.code, "meetings.theme_met"]), {"tu": "2012", "den": "2014"}
    )
    assert "<svg" in one.content.decode()
    assert secretarys.get(reverse("indicators:over-years", args=[example.code, "khong.co"])).status_code == 404


@pytest.mark.django_db
def test_the_command_puts_years_side_by_side(example, capsys):
    call_command("figures", "meetings.theme_met", "--unit", example.code, "--years", "2012-2014", "--json")
    answer = json.loads(capsys.readouterr().out)
    assert answer["meetings.theme_met"]["years"]["2012"]["value"] == 11
    with pytest.raises(CommandError, match="2011-2014"):
        call_command("figures", "--unit", example.code, "--years", "2014-11")
