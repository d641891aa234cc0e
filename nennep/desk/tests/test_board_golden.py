"""The board of the source report's years, month by month, read and explained; and how other years differ from them."""

import json
from datetime import date

import pytest
from django.core.management import CommandError, call_command

from nennep.desk.board import board_of
from nennep.desk.tests.golden_board import FILE, YEARS, written
from nennep.organisation.models import Unit

pytestmark = pytest.mark.django_db


def test_every_month_of_2011_to_2014_is_as_it_was_read(example: Unit) -> None:
    """The file was read against the workbook. Of 37 regular meetings none fell out; February 2012 and July 2014 were not
    measured, March 2014 had 24 minutes. Minutes were signed late in February 2012, February 2013 and September 2014. The
    thematic meeting planned for December 2013 was never held. Plans came in February, March and February. One member of
    17 did not register in 2012 and one in 2013, so that their February stays late; whoever came in October 2014
    registered after the day. In 2011 nobody asked for a plan or a registration yet. Nobody owes the Book a name.
    The workbook holds no meeting of the committee, so that its row is not measured in any month.
    """
    assert written(example) == FILE.read_text(encoding="utf-8")


def test_every_cell_that_says_something_opens_its_evidence_and_says_what_asked_for_it(example: Unit) -> None:
    for year in YEARS:
        for row in board_of(example, year, date(2015, 1, 21)).rows:
            assert row.why, row.key
            for cell in row.cells:
                assert bool(cell.state) == bool(cell.text) == bool(cell.url), (year, row.key)


ASKED = {
    2014: {"meeting.learning_item", "theme.min_minutes_per_meeting", "articles.per_quarter"},
    2019: {"meeting.min_minutes", "meeting.attendance_target"},
    2024: {"meeting.min_minutes", "meeting.attendance_target"},
    2026: {"meeting.min_minutes", "meeting.attendance_target", "meeting.thematic_min_per_quarter"},
}
REGIMES = {2014: "27-HD/BTCTW", 2019: "132-QĐ/TW", 2024: "124-QĐ/TW", 2026: "366-QĐ/TW"}


@pytest.mark.parametrize("year", ASKED)
def test_what_is_asked_follows_the_rules_of_the_year(example: Unit, year: int) -> None:
    rows = {row.key: row for row in board_of(example, year, date(2026, 11, 25)).rows}
    assert ASKED[year] <= set(rows)
    for other in set(ASKED) - {year}:
        only_there = ASKED[other] - ASKED[year] - {"theme.min_minutes_per_meeting", "meeting.thematic_min_per_quarter"}
        assert not only_there & set(rows), (year, other)
    assert rows["review.per_year"].source.startswith(REGIMES[year])


def test_four_years_have_four_different_grids(example: Unit) -> None:
    grids = {tuple((row.key, row.source) for row in board_of(example, year, date(2026, 11, 25)).rows) for year in ASKED}
    assert len(grids) == 4


def test_in_the_year_in_which_a_rule_begins_only_its_months_are_asked(example: Unit) -> None:
    """HD 42 asks a thematic meeting each quarter from 28/10/2025: three quarters of that year are nobody's debt."""
    rows = {row.key: row for row in board_of(example, 2025, date(2026, 11, 25)).rows}
    states = [cell.state for cell in rows["meeting.thematic_min_per_quarter"].cells]
    assert states == [""] * 11 + ["late"]
    assert rows["meeting.attendance_target"].why == "12-HD/BTCTW · 42-HD/BTCTW, từ 28/10/2025"


def test_the_command_prints_what_the_page_shows(example: Unit, capsys: pytest.CaptureFixture[str]) -> None:
    call_command("board", "--unit", example.code, "--year", "2014", "--on", "2015-01-21", "--json")
    answer = json.loads(capsys.readouterr().out)
    theme = next(row for row in answer["rows"] if row["key"] == "theme.min_minutes_per_meeting")
    assert (theme["title"], theme["source"]) == ("Phần chuyên đề, từ 30 phút", "45-KH/CBBQL")
    assert [cell["state"] for cell in theme["cells"]].count("not measured") == 1
    assert theme["cells"][2]["state"] == "below"
    assert theme["cells"][2]["evidence"].startswith("/")
    assert {cell["month"] for cell in theme["cells"]} == set(range(1, 13))


@pytest.mark.parametrize(
    ("options", "told"), [(("--unit=XYZ", "--year=2014"), "Không có đơn vị mã XYZ"), (("--year=14",), "bốn chữ số")]
)
def test_a_wrong_unit_or_year_is_said(example: Unit, options: tuple[str, ...], told: str) -> None:
    with pytest.raises(CommandError, match=told):
        call_command("board", *options)
