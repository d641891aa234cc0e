"""Each criterion of the year's rules with tick, cross or no record; nobody is proposed."""

from datetime import date

import pytest
from django.urls import reverse

from nennep.organisation.models import User
from nennep.programme.tests.factories import (
    LimitationFactory,
    MeetingTaskFactory,
    PledgeFactory,
    PledgeItemFactory,
)
from nennep.recognition.criteria import criteria
from nennep.review.tests.factories import RatingFactory
from nennep.rulebook.tests.factories import CellRuleFactory

pytestmark = pytest.mark.django_db


def of(unit, year, person=None):
    return {row.title: (row.met, row.evidence) for row in criteria(unit, year, person)}


@pytest.fixture
def criterion_of_the_cell(unit):
    CellRuleFactory(unit=unit, key="commend.results_are_criterion", value=1, statement="Là tiêu chí.")


def test_before_any_rule_nothing_is_asked_but_the_rating_of_the_regime(cell):
    assert set(of(cell.unit, 2014, cell.member)) == {"Xếp loại năm: hoàn thành xuất sắc"}
    assert of(cell.unit, 2014) == {}


def test_what_somebody_registered_and_kept_is_a_tick_and_what_was_missed_a_cross(cell, criterion_of_the_cell):
    assert of(cell.unit, 2014, cell.member)["Đã đăng ký làm theo"] == (None, "0/0")
    pledge = PledgeFactory(unit=cell.unit, year=2014, person=cell.member, registered_on=date(2014, 2, 1))
    item = PledgeItemFactory(pledge=pledge, outcome="")
    assert of(cell.unit, 2014, cell.member)["Việc đăng ký đạt kết quả"] == (None, "chưa việc nào được nhận xét")
    item.outcome = "kept"
    item.save()
    assert of(cell.unit, 2014, cell.member)["Việc đăng ký đạt kết quả"] == (True, "1/1 (100%) việc đạt")
    PledgeItemFactory(pledge=pledge, outcome="missed")
    assert of(cell.unit, 2014, cell.member)["Việc đăng ký đạt kết quả"][0] is False
    assert of(cell.unit, 2014)["Đã đăng ký làm theo"] == (True, "1/1 (100%)")


def test_under_366_tasks_on_time_and_old_limitations_are_asked(cell):
    MeetingTaskFactory(
        unit=cell.unit, owner=cell.member, due_on=date(2026, 3, 1), state="done", done_on=date(2026, 3, 1)
    )
    LimitationFactory(unit=cell.unit, owner=cell.member, found_on=date(2025, 1, 1))
    found = of(cell.unit, 2026, cell.member)
    assert found["Nhiệm vụ đúng tiến độ"] == (True, "1/1 (100%) việc đúng hạn")
    assert found["Hạn chế cũ đã khắc phục"] == (False, "0/1 (0%) hạn chế cũ đã hết")
    assert "Nhiệm vụ đúng tiến độ" not in of(cell.unit, 2024, cell.member)


def test_five_years_running_is_no_until_it_is_known(cell):
    for year in (2022, 2023, 2024):
        RatingFactory(unit=cell.unit, person=cell.member, year=year, level="excellent")
    assert of(cell.unit, 2024, cell.member)["Xuất sắc 5 năm liền"][0] is None
    RatingFactory(unit=cell.unit, person=cell.member, year=2021, level="well")
    assert of(cell.unit, 2024, cell.member)["Xuất sắc 5 năm liền"][0] is False


def test_ones_own_is_open_to_oneself_and_anothers_only_in_confidence(cell, client):
    client.force_login(User.objects.create(username="dangvien", person=cell.member))
    own = client.get(reverse("recognition:criteria-of", args=[cell.unit.code, 2014, cell.member.pk]))
    assert "không đề nghị ai" in own.content.decode()
    other = reverse("recognition:criteria-of", args=[cell.unit.code, 2014, cell.secretary.pk])
    assert client.get(other).status_code == 404
