"""What a conference concluded becomes goals of a year's plan: chosen by the committee, each once, none written over."""

from datetime import date

import pytest
from django.core.exceptions import ValidationError
from django.urls import reverse

from nennep.ledger.models import Entry
from nennep.meetings.closing.actions.goals import directions_of, take_up_as_goals
from nennep.meetings.models import Meeting, MeetingKind, Note
from nennep.meetings.tests.factories import AgendaItemFactory, MeetingFactory
from nennep.meetings.tests.visiting import client_of
from nennep.organisation.access import NotAllowed
from nennep.organisation.models import DutyKind
from nennep.organisation.tests.factories import DutyFactory, on_roll
from nennep.programme.models import Goal, YearPlan

CONCLUSION = """1. Tiếp tục học tập và làm theo theo chủ đề năm 2015.
2. Viết bài gửi Cổng tin đều mỗi quý.

- Duy trì việc ghi Sổ tại các kỳ sinh hoạt hằng tháng."""
LINES = [
    "Tiếp tục học tập và làm theo theo chủ đề năm 2015.",
    "Viết bài gửi Cổng tin đều mỗi quý.",
    "Duy trì việc ghi Sổ tại các kỳ sinh hoạt hằng tháng.",
]


@pytest.fixture
def conference(cell) -> Meeting:
    return MeetingFactory(
        unit=cell.unit,
        kind=MeetingKind.CONFERENCE,
        held_on=date(2014, 5, 15),
        title="Hội nghị tổng kết",
        chair=cell.secretary,
        conclusion=CONCLUSION,
    )


def goals(year: int) -> list[tuple[int, str]]:
    return list(Goal.objects.filter(plan__year=year).order_by("order").values_list("order", "text"))


def test_lines_are_read_without_their_numbers_and_with_what_the_chair_concluded_under_an_item(conference):
    item = AgendaItemFactory(meeting=conference, title="Phương hướng")
    Note.objects.create(meeting=conference, order=1, item=item, kind=Note.Kind.CONCLUSION, text="Trả hồ sơ đúng hẹn.")
    Note.objects.create(meeting=conference, order=2, item=item, kind=Note.Kind.TEXT, text="Chi ủy trình bày.")
    assert directions_of(conference) == [*LINES, "Trả hồ sơ đúng hẹn."]


def test_chosen_lines_begin_the_plan_in_the_order_in_which_they_were_concluded(conference, cell, at):
    plan, added = take_up_as_goals(conference, [LINES[2], LINES[0]], year=2015, by=cell.secretary, at=at)
    assert (plan.unit, plan.year, len(added)) == (cell.unit, 2015, 2)
    assert goals(2015) == [(1, LINES[0]), (2, LINES[2])]
    assert [entry.act for entry in Entry.objects.order_by("pk")] == [
        "programme.begin_year_plan",
        "programme.set_goal",
        "programme.set_goal",
        "meetings.take_up_as_goals",
    ]


def test_goals_that_are_there_stay_as_they_are_and_a_line_becomes_a_goal_once(conference, cell, at):
    plan = YearPlan.objects.create(unit=cell.unit, year=2015)
    Goal.objects.create(plan=plan, order=3, text="Mục tiêu đã có")
    for _time in "ab":
        take_up_as_goals(conference, LINES[:2], year=2015, by=cell.secretary, at=at)
    assert goals(2015) == [(3, "Mục tiêu đã có"), (4, LINES[0]), (5, LINES[1])]
    assert YearPlan.objects.count() == 1
    assert Entry.objects.filter(act="meetings.take_up_as_goals").count() == 1


def test_what_it_did_not_conclude_and_what_no_conference_concluded_is_refused(conference, cell, at):
    for lines in ([], ["Một câu không có trong biên bản"]):
        with pytest.raises(ValidationError, match="ít nhất một dòng"):
            take_up_as_goals(conference, lines, year=2015, by=cell.secretary, at=at)
    regular = MeetingFactory(unit=cell.unit, conclusion=CONCLUSION)
    with pytest.raises(ValidationError, match="hội nghị"):
        take_up_as_goals(regular, LINES, year=2015, by=cell.secretary, at=at)
    assert not YearPlan.objects.exists()


def test_only_the_committee_makes_goals_of_it(conference, cell, at):
    with pytest.raises(NotAllowed):
        take_up_as_goals(conference, LINES, year=2015, by=cell.minutes_secretary, at=at)
    page = reverse("meetings:after", args=[conference.pk, "muc-tieu"])
    inspector = on_roll(cell.unit, "Thanh Tra")
    DutyFactory(unit=cell.unit, person=inspector, kind=DutyKind.INSPECTOR)
    for person in (cell.member, cell.minutes_secretary, inspector, on_roll(cell.parent, "Người Ngoài")):
        assert client_of(person).get(page).status_code == 404
        shown = client_of(person).get(conference.get_absolute_url())
        assert page not in shown.content.decode()
    assert page in client_of(cell.secretary).get(conference.get_absolute_url()).content.decode()


def test_a_regular_meeting_has_no_such_deed(cell):
    regular = MeetingFactory(unit=cell.unit, chair=cell.secretary)
    page = reverse("meetings:after", args=[regular.pk, "muc-tieu"])
    client = client_of(cell.secretary)
    assert client.get(page).status_code == 404
    assert page not in client.get(regular.get_absolute_url()).content.decode()


def test_the_page_offers_next_year_and_leads_to_the_plan_with_its_goals(conference, cell):
    client = client_of(cell.secretary)
    page = reverse("meetings:after", args=[conference.pk, "muc-tieu"])
    form = client.get(page).context["form"]
    assert form.initial["year"] == 2015
    assert [line for line, _label in form.fields["lines"].choices] == LINES
    assert client.post(page, {"year": 2015}).status_code == 422
    answer = client.post(page, {"year": 2015, "lines": LINES[:2]})
    assert answer.url == reverse("programme:year", args=[cell.unit.code, 2015])
    assert LINES[1] in client.get(answer.url).content.decode()
    again = client.post(page, {"year": 2015, "lines": LINES}, follow=True).content.decode()
    assert "Đã thêm 1 mục tiêu vào kế hoạch năm 2015. 2 dòng đã là mục tiêu." in again


def test_a_conference_of_january_sets_the_directions_of_its_own_year(conference, cell):
    Meeting.objects.filter(pk=conference.pk).update(held_on=date(2015, 1, 15))
    page = reverse("meetings:after", args=[conference.pk, "muc-tieu"])
    assert client_of(cell.secretary).get(page).context["form"].initial["year"] == 2015
