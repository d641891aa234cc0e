"""Hôm nay: each person finds what waits for them, and only that."""

from datetime import date

import pytest

from nennep.desk import today as desk
from nennep.organisation.models import DutyKind, Office, Person, Unit
from nennep.organisation.todos import todos

pytestmark = pytest.mark.django_db

DAY = date(2015, 1, 21)


def holder(unit: Unit, office: Office) -> Person:
    return unit.terms.get(office=office, ends=None).person


def test_the_secretary_finds_articles_that_wait_and_the_own_registration(example: Unit) -> None:
    secretary = holder(example, Office.SECRETARY)
    found = [item.what for item in todos(secretary, example, DAY)]
    assert any(what.startswith("Duyệt bài") for what in found)
    assert "Đăng ký làm theo năm 2015" in found


def test_a_member_finds_own_things_and_nobody_elses(example: Unit) -> None:
    office_holders = example.terms.values("person")
    with_duties = example.duties.values("person")
    member = Person.objects.filter(memberships__unit=example, memberships__ends=None, memberships__standing="full")
    plain = member.exclude(pk__in=office_holders).exclude(pk__in=with_duties).first()
    assert plain is not None
    found = todos(plain, example, DAY)
    assert found
    assert not any(item.what.startswith(("Duyệt", "Ký biên bản")) for item in found)
    assert {task.owner for task in example.tasks.filter(text__in=[item.what for item in found])} <= {plain}


def test_minutes_left_unsigned_wait_for_whoever_keeps_them_with_the_rule_beside(example: Unit) -> None:
    example.meetings.filter(held_on=date(2014, 12, 16)).update(minutes_signed_on=None)
    keeper = example.duties.get(kind=DutyKind.MINUTES, ends=None).person
    waiting = [item for item in todos(keeper, example, DAY) if item.what.startswith("Ký biên bản")]
    assert len(waiting) == 1
    assert waiting[0].standing(DAY) == "quá hạn 29 ngày"
    assert "45-KH/CBBQL" in waiting[0].why


def test_the_title_counts_in_words(example: Unit) -> None:
    secretary = holder(example, Office.SECRETARY)
    items = todos(secretary, example, DAY)
    assert desk.title_for(items[:4]) == "Hôm nay có bốn việc"
    assert desk.title_for([]) == "Hôm nay chưa có việc nào đến hạn"


def test_until_the_first_meeting_of_the_year_the_board_shows_the_year_that_closed(example: Unit) -> None:
    assert desk.year_to_show(example, DAY) == 2014
    assert desk.year_to_show(example, date(2014, 10, 16)) == 2014
    assert desk.year_to_show(example, date(2026, 11, 23)) == 2025
