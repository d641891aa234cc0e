"""Bảng nền nếp: each cell is a fact with its evidence; an empty cell means that nothing was due."""

from datetime import date

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from nennep.desk.board import Board, Row, board_of
from nennep.organisation.models import Office, Term, Unit, User

pytestmark = pytest.mark.django_db

AFTER = date(2015, 1, 21)


def row(board: Board, name: str) -> Row:
    return next(row for group in board.groups for row in group.rows if row.name.startswith(name))


def test_a_theme_of_24_minutes_is_below_and_one_nobody_measured_is_said_to_be_so(example: Unit) -> None:
    theme = row(board_of(example, 2014, AFTER), "Phần chuyên đề")
    assert (theme.cells[2].state, theme.cells[2].text) == ("below", "24 phút")
    assert (theme.cells[6].state, theme.cells[6].text) == ("none", "chưa đo")
    assert (theme.cells[0].state, theme.cells[0].text) == ("done", "34 phút")
    assert theme.total == "10 trên 12"


def test_every_regular_meeting_stands_in_its_month_and_opens_its_minutes(example: Unit) -> None:
    meetings = row(board_of(example, 2014, AFTER), "Sinh hoạt thường kỳ")
    assert [cell.text for cell in meetings.cells[:3]] == ["14/1", "18/2", "11/3"]
    assert all(cell.url for cell in meetings.cells)
    assert "Điều lệ Đảng" in meetings.why


def test_before_its_day_a_planned_meeting_is_planned_in_its_month_due_and_after_it_late(example: Unit) -> None:
    for meeting in example.meetings.filter(held_on__year=2014, held_on__month=12):
        meeting.decisions.all().delete()
        meeting.delete()

    def december(today: date) -> str:
        return row(board_of(example, 2014, today), "Sinh hoạt thường kỳ").cells[11].state

    assert december(date(2014, 11, 3)) == "plan"
    assert december(date(2014, 12, 1)) == "due"
    assert december(date(2014, 12, 31)) == "late"


def test_minutes_signed_after_the_cells_own_seven_days_are_below(example: Unit) -> None:
    signed = row(board_of(example, 2014, AFTER), "Biên bản đã ký")
    assert signed.cells[8].state == "below"
    assert signed.total == "11 trên 12"


def test_an_empty_cell_is_something_nobody_had_to_do(example: Unit) -> None:
    plan = row(board_of(example, 2014, AFTER), "Kế hoạch năm")
    assert [cell.state for cell in plan.cells].count("done") == 1
    assert (plan.cells[5].state, plan.cells[5].url) == ("", "")
    assert plan.cells[5].word == "không phải làm"


def test_a_quarter_with_one_article_of_two_is_below_in_its_last_month(example: Unit) -> None:
    articles = row(board_of(example, 2014, AFTER), "Bài được đăng")
    assert (articles.cells[2].state, articles.cells[2].text) == ("below", "1/2 bài")
    assert articles.total == "6 trên 8"


def test_a_year_without_records_claims_nothing(example: Unit) -> None:
    board = board_of(example, 2009, AFTER)
    states = {cell.state for group in board.groups for row in group.rows for cell in row.cells}
    assert states <= {"", "late"}


def test_the_board_asks_a_fixed_number_of_questions(example: Unit) -> None:
    def questions(year: int) -> int:
        with CaptureQueriesContext(connection) as asked:
            board_of(example, year, AFTER)
        return len(asked)

    # The rows of a year are hundreds; 2014 also has a rule about articles, and asks for them.
    assert [questions(2012), questions(2013), questions(2014)] == [5, 5, 5]


def test_a_unit_that_has_set_no_month_is_not_late_with_its_plan_or_its_registration(example: Unit) -> None:
    example.own_rules.filter(key__in=["plan.due_month", "registration.due_month"]).delete()
    for name in ("Kế hoạch năm", "Đăng ký làm theo"):
        assert {cell.state for cell in row(board_of(example, 2009, AFTER), name).cells} == {""}
    assert row(board_of(example, 2013, AFTER), "Kế hoạch năm").cells[2].state == "done"


def test_its_page_costs_at_most_twelve_questions(example: Unit, client: Client) -> None:
    secretary = Term.objects.filter(unit=example, office=Office.SECRETARY).select_related("person").first()
    assert secretary is not None
    client.force_login(User.objects.create(username="bithu", person=secretary.person))
    url = reverse("desk:board", args=[example.code, 2014])
    client.get(url)
    with CaptureQueriesContext(connection) as asked:
        page = client.get(url)
    assert "Vì sao phải làm các việc này" in page.content.decode()
    assert len(asked) <= 12
