"""Mô hình: named, followed by year, ended with a reason; what it was stays."""

from datetime import date

import pytest
from django.core.exceptions import ValidationError
from django.urls import reverse

from nennep.organisation.models import User
from nennep.recognition.actions import end_practice, follow_practice, name_practice
from nennep.recognition.models import GoodPractice, PracticeYear
from nennep.recognition.tests.factories import GoodPracticeFactory

pytestmark = pytest.mark.django_db


@pytest.fixture
def practice(cell):
    return GoodPracticeFactory(unit=cell.unit, name="Một cửa không hẹn lại")


def test_a_year_outside_its_life_is_refused_and_one_within_is_corrected_when_written_again(cell, practice, at):
    with pytest.raises(ValidationError, match="có từ 2013 đến 2014"):
        follow_practice(PracticeYear(practice=practice, year=2012, result="x"), by=cell.secretary, at=at)
    follow_practice(PracticeYear(practice=practice, year=2013, result="5 lần hẹn lại"), by=cell.secretary, at=at)
    follow_practice(PracticeYear(practice=practice, year=2013, result="4 lần hẹn lại"), by=cell.secretary, at=at)
    assert [row.result for row in practice.years.all()] == ["4 lần hẹn lại"]


def test_it_ends_with_a_reason_or_not_at_all(cell, practice, at):
    with pytest.raises(ValidationError, match="phải ghi vì sao"):
        end_practice(practice, ends=date(2014, 5, 31), why="", by=cell.secretary, at=at)
    end_practice(practice, ends=date(2014, 5, 31), why="Thành nền nếp chung", by=cell.secretary, at=at)
    practice.refresh_from_db()
    assert (practice.ends, practice.why_ended) == (date(2014, 5, 31), "Thành nền nếp chung")


def test_naming_it_again_corrects_it(cell, practice, at):
    again = GoodPractice(unit=cell.unit, name=practice.name, content="Khác", starts=practice.starts)
    name_practice(again, by=cell.secretary, at=at)
    assert GoodPractice.objects.get().content == "Khác"


def test_the_page_names_follows_and_ends(cell, client):
    client.force_login(User.objects.create(username="bithu", person=cell.secretary))
    page = reverse("recognition:add-practice", args=[cell.unit.code])
    client.post(page, {"name": "Sổ tay việc nhỏ", "content": "Mỗi tuần một việc", "starts": "2014-01-01"})
    made = GoodPractice.objects.get()
    client.post(reverse("recognition:change-practice", args=[made.pk, "ket-qua"]), {"year": 2014, "result": "22 việc"})
    ended = {"ends": "2014-12-31", "why": "Hết năm"}
    client.post(reverse("recognition:change-practice", args=[made.pk, "thoi"]), ended)
    shown = client.get(reverse("recognition:book", args=[cell.unit.code])).content.decode()
    for words in ("Sổ tay việc nhỏ", "22 việc", "Hết năm"):
        assert words in shown
