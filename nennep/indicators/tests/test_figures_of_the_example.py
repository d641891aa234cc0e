"""Every figure over the example cell: what it counts and the rows it shows are the same rows."""

from collections.abc import Iterator
from datetime import date
from fractions import Fraction

import pytest

from nennep.indicators.answers import Count, Distinct, Share, Total, TotalShare
from nennep.indicators.evidence import EvidenceRow, looked_through, rows_of
from nennep.indicators.figures import all_figures, named, written
from nennep.organisation.models import Unit
from nennep.organisation.periods import Period

pytestmark = pytest.mark.django_db

FIGURES = all_figures()
every_figure = pytest.mark.parametrize("figure", FIGURES, ids=lambda figure: figure.code)


@pytest.fixture
def asked(example, four_years, figure) -> Iterator[tuple]:
    """The answer of a figure, its value, and its rows as people read them."""
    answer = figure.ask(example, four_years)
    yield answer, answer.value(), list(rows_of(answer))


def test_there_are_at_least_sixty_figures_from_every_room_that_has_records():
    assert len(FIGURES) >= 60
    assert {figure.code.partition(".")[0] for figure in FIGURES} == {
        "organisation",
        "documents",
        "programme",
        "meetings",
        "review",
        "recognition",
        "oversight",
        "portal",
    }


@every_figure
def test_a_figure_says_what_it_counts_out_of_what_and_when(figure):
    assert figure.name[:1].isupper()
    assert figure.counts
    assert figure.base
    assert figure.period_kind in {"during", "at_end", "by_year"}


@every_figure
def test_the_value_follows_from_the_rows_that_are_shown(asked):
    answer, value, rows = asked
    assert all(isinstance(row, EvidenceRow) for row in rows)
    assert value.rows == len(rows)
    match answer:
        case Count():
            assert value.number in (len(rows), None)
            assert value.number is not None or not rows
        case Distinct():
            assert value.number is None or 0 <= value.number <= len(rows)
            assert (value.number == 0) is (value.number is not None and not rows)
        case Total():
            assert value.number == (sum(row.amount for row in rows) if rows else None)
        case Share():
            assert value.whole == (len(rows) or None)
            assert value.part == (sum(row.counted for row in rows) if rows else None)
            assert value.number == (Fraction(100 * value.part, value.whole) if rows else None)
        case TotalShare():
            assert value.part == sum(row.amount for row in rows)
            assert value.number == Fraction(100 * value.part, value.whole)
        case other:
            raise AssertionError(f"an answer of a kind this test does not know: {other}")


@every_figure
def test_the_counted_rows_of_a_share_all_lie_in_its_base(example, four_years, figure):
    answer = figure.ask(example, four_years)
    if isinstance(answer, Share):
        counted = set(answer.rows.values_list("pk", flat=True))
        base = set(answer.base.values_list("pk", flat=True))
        assert counted <= base
        assert len(base) == answer.base.count(), "a row of the base is listed twice"
    else:
        found = list(answer.evidence().values_list("pk", flat=True))
        assert len(found) == len(set(found)), "a row is listed twice"


@every_figure
def test_what_was_looked_through_holds_the_rows_that_were_found(example, four_years, figure):
    """A zero is said only when there was something to look through; so the found must lie among it."""
    answer = figure.ask(example, four_years)
    among = getattr(answer, "among", None)
    if among is not None and among.model is answer.rows.model:
        assert set(answer.rows.values_list("pk", flat=True)) <= set(among.values_list("pk", flat=True))
    assert answer.value().number is not None, "the example cell has records for every figure"


@every_figure
def test_every_row_says_what_it_is_and_the_way_to_its_record(asked):
    for row in asked[2]:
        assert row.what.strip()
        assert row.what == row.what.strip()
        assert isinstance(row.day, date | None)


@every_figure
def test_the_rows_cost_one_query_or_two_however_many_there_are(example, four_years, figure, django_assert_num_queries):
    """One for the rows; a share asks in another which of them count. A query for each row would show at the first row."""
    answer = figure.ask(example, four_years)
    with django_assert_num_queries(2 if isinstance(answer, Share) else 1):
        list(rows_of(answer))


@every_figure
def test_the_value_costs_a_few_queries(example, four_years, figure, django_assert_max_num_queries):
    answer = figure.ask(example, four_years)
    with django_assert_max_num_queries(2):
        answer.value()


@every_figure
def test_the_value_is_written_with_its_unit_and_never_as_a_bare_nothing(asked, figure):
    words = written(figure, asked[1])
    if asked[1].number is None:
        assert words == "chưa có số liệu"
    elif figure.counts == "%":
        assert words.endswith("%")
    else:
        assert words.endswith(f" {figure.counts}")
        assert words[0].isdigit()


KNOWN = {
    "recognition.book_turns": 11,
    "recognition.book_persons": 9,
    "recognition.certificates": 3,
    "review.rated_well_or_better_percent": 100,
    "oversight.complaints": 0,
    "oversight.denunciations": 0,
    "oversight.disciplined": 0,
    "oversight.harassment": 0,
    "oversight.degradation": 0,
    "organisation.in_charge": 1,
    "meetings.held": 37,
    "meetings.planned": 37,
    "meetings.theme_met": 34,
    "meetings.theme_below": 1,
    "meetings.theme_not_measured": 2,
    "meetings.conferences": 1,
}


@pytest.mark.parametrize("code", KNOWN)
def test_the_figures_of_the_source_report_come_out_of_the_records(example, four_years, code):
    assert named(code).value(example, four_years).number == KNOWN[code]


def test_the_hundred_percent_of_the_report_says_of_how_many(example, four_years):
    value = named("review.rated_well_or_better_percent").value(example, four_years)
    assert (value.part, value.whole) == (value.whole, value.rows)
    assert value.whole > 60


def test_the_three_honest_numbers_make_up_all_meetings(example, four_years):
    codes = ("meetings.theme_met", "meetings.theme_below", "meetings.theme_not_measured")
    assert sum(named(code).value(example, four_years).number for code in codes) == KNOWN["meetings.held"]


def test_a_zero_opens_the_rows_that_were_gone_through(example: Unit) -> None:
    """One meeting of 2011 was held under the cell's rule, and it was long enough: nought below is a fact with a row."""
    answer = named("meetings.theme_below").ask(example, Period(date(2011, 5, 14), date(2011, 12, 31)))
    assert answer.value().number == 0
    [row] = looked_through(answer)
    assert not row.counted
    assert row.day is not None
    assert row.day.year == 2011
