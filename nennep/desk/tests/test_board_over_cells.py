"""A commune sees how its cells keep their year: sums by month, the same questions however many cells, nobody's name."""

from datetime import date

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from nennep.desk.board import board_of
from nennep.desk.board.cells import grid_over
from nennep.meetings.tests.factories import MeetingFactory, ThemePartFactory
from nennep.organisation.models import Level, Office, Unit, User
from nennep.organisation.tests.factories import PersonFactory, TermFactory, UnitFactory
from nennep.rulebook.tests.factories import CellRuleFactory

pytestmark = pytest.mark.django_db

TODAY = date(2014, 6, 3)


@pytest.fixture
def commune() -> Unit:
    return UnitFactory(code="XA", level=Level.COMMUNE, cell_kind="", starts=date(2010, 1, 1))


def a_cell_that_met(commune: Unit, code: str, minutes: int | None = None) -> Unit:
    unit = UnitFactory(code=code, parent=commune, starts=date(2010, 1, 1))
    meeting = MeetingFactory(unit=unit, held_on=date(2014, 1, 14))
    if minutes is not None:
        ThemePartFactory(meeting=meeting, minutes=minutes)
    return unit


def test_each_cell_is_a_row_and_each_month_says_how_many_of_its_duties_it_met(commune: Unit) -> None:
    CellRuleFactory(unit=commune)
    a_cell_that_met(commune, "A", 35)
    a_cell_that_met(commune, "B", 20)
    UnitFactory(code="NGOAI")
    grid = grid_over(commune, 2014, TODAY)
    assert [line.unit.code for line in grid.lines] == ["A", "B"]
    theme = grid_over(commune, 2014, TODAY, "theme.min_minutes_per_meeting")
    assert [(line.months[0].state, line.months[0].met, line.months[0].asked) for line in theme.lines] == [
        ("done", 1, 1),
        ("below", 0, 1),
    ]
    assert theme.title == "Phần chuyên đề, từ 30 phút"


def test_the_sums_are_those_of_each_cells_own_board(commune: Unit) -> None:
    CellRuleFactory(unit=commune)
    unit = a_cell_that_met(commune, "A", 20)
    [line] = grid_over(commune, 2014, TODAY).lines
    rows = list(board_of(unit, 2014, TODAY).rows)
    for month, summed in enumerate(line.months):
        states = [row.cells[month].state for row in rows if row.cells[month].state not in ("", "plan")]
        assert (summed.met, summed.asked) == (states.count("done"), len(states))


def test_a_hundred_cells_cost_the_questions_of_one(commune: Unit) -> None:
    def questions() -> int:
        with CaptureQueriesContext(connection) as asked:
            grid_over(commune, 2014, TODAY)
        return len(asked)

    a_cell_that_met(commune, "C000")
    one = questions()
    for number in range(1, 30):
        a_cell_that_met(commune, f"C{number:03d}")
    assert questions() == one == 6


def test_a_month_before_the_first_meeting_of_a_cell_is_not_its_debt(commune: Unit) -> None:
    UnitFactory(code="MOI", parent=commune, starts=date(2010, 1, 1))
    [line] = grid_over(commune, 2014, TODAY, "meeting.per_month").lines
    assert {month.state for month in line.months} == {""}


def test_the_commune_sees_sums_and_no_name_and_whoever_stands_beside_sees_nothing(client, commune: Unit) -> None:
    unit = a_cell_that_met(commune, "A")
    secretary = PersonFactory(home=commune)
    TermFactory(person=secretary, unit=commune, office=Office.SECRETARY, starts=date(2010, 1, 1))
    client.force_login(User.objects.create(username="bithuxa", person=secretary))
    shown = client.get(reverse("desk:cells", args=["XA", 2014]))
    assert shown.status_code == 200
    assert unit.name in shown.content.decode()
    assert client.get(reverse("desk:cells", args=["XA", 1])).status_code == 404
    stranger = PersonFactory(home=UnitFactory(code="KHAC"))
    client.force_login(User.objects.create(username="nguoila", person=stranger))
    assert client.get(reverse("desk:cells", args=["XA", 2014])).status_code == 404
