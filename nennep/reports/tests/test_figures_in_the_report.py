"""Every number of the report is a figure with its rows, or comes from a record; none is written in code."""

import re
from urllib.parse import parse_qs, urlsplit

import pytest
from django.urls import resolve

from nennep.indicators.figures import named, plain
from nennep.organisation.periods import Period
from nennep.organisation.tests.factories import UnitFactory
from nennep.paper.blocks import Document, Figure, Gap, Paragraph, Text
from nennep.reports.summary.composing import compose
from nennep.reports.tests.reading import lines, parts, words

pytestmark = pytest.mark.django_db


@pytest.fixture(scope="module")
def report(example, four_years, django_db_blocker) -> Document:
    with django_db_blocker.unblock():
        return compose(example, four_years).document


def asked(figure: Figure) -> Period:
    query = parse_qs(urlsplit(figure.evidence).query)
    from datetime import date

    return Period(date.fromisoformat(query["tu"][0]), date.fromisoformat(query["den"][0]))


def test_every_figure_has_its_source_with_the_rows_behind_it(report):
    sources = {(source.code, source.evidence): source for source in report.sources}
    figures = parts(report, Figure)
    assert len(figures) > 60
    for figure in figures:
        source = sources[(figure.code, figure.evidence)]
        assert source.rows == len(source.records)
        assert source.records or figure.value == 0, figure
        assert all(len(row) == len(source.head) for row in source.records)


def test_no_source_stands_there_without_a_figure(report):
    used = {(figure.code, figure.evidence) for figure in parts(report, Figure)}
    assert {(source.code, source.evidence) for source in report.sources} == used


def test_every_figure_prints_what_the_records_answer(report, example):
    for figure in parts(report, Figure):
        assert figure.value == plain(named(figure.code).value(example, asked(figure))), figure.code


def test_a_figure_and_its_rows_agree(report):
    by_evidence = {(source.code, source.evidence): source for source in report.sources}
    for figure in parts(report, Figure):
        source = by_evidence[(figure.code, figure.evidence)]
        if named(figure.code).counts not in ("%", "người", "phút") and source.records:
            amounts = [row[-1] for row in source.records]
            counted = sum(int(one) for one in amounts) if amounts[0].isdecimal() else amounts.count("có")
            assert counted >= figure.value, figure.code


def test_every_figure_leads_to_the_page_of_its_rows(report, example):
    for figure in parts(report, Figure) + parts(report, Gap):
        address = getattr(figure, "evidence", None) or figure.url
        match = resolve(urlsplit(address).path)
        assert match.view_name == "indicators:evidence"
        assert match.kwargs == {"code": example.code, "figure": figure.code}


def without_dates(text: str) -> str:
    """The text without days, months, years, document numbers and the names of periods."""
    text = re.sub(r"\d{1,2}/\d{1,2}/\d{4}|\d{1,2}/\d{4}|\b(19|20)\d\d\b", " ", text)
    return re.sub(r"\b\d+-[\w/]+", " ", text)


def test_a_unit_without_records_gets_a_report_without_a_number(four_years):
    """What is written in code shows here: nothing of it may be a number, but for the years of the period."""
    unit = UnitFactory(code="TRONG", name="Chi bộ Trống", letterhead="CHI BỘ TRỐNG")
    document = compose(unit, four_years).document
    prose = [line for line in lines(document) if not re.match(r"(BÁO CÁO|\d\. |PHỤ LỤC|Chỉ tiêu)", line)]
    assert [line for line in prose if re.search(r"\d", without_dates(line))] == []
    assert "%" not in "".join(part.text for part in parts(document, Figure))
    assert not parts(document, Figure)
    assert len(parts(document, Gap)) > 16


def test_numbers_in_the_words_between_figures_come_from_the_records(report, example, four_years):
    """Beside figures, prose holds the two sides of a share, the cell's own rule, and the minutes of a named meeting."""
    known = {len(four_years.whole_years()), 30}
    for figure in parts(report, Figure):
        value = named(figure.code).value(example, asked(figure))
        known |= {value.part, value.whole, value.rows}
    from nennep.meetings.models import Meeting

    known |= set(Meeting.objects.of(example).with_theme_minutes().values_list("theme_minutes", flat=True))
    first_parts = report.blocks[
        : next(i for i, block in enumerate(report.blocks) if getattr(block, "text", "").startswith("III-"))
    ]
    for block in first_parts:
        if isinstance(block, Paragraph):
            plain_words = without_dates(words([inline for inline in block.inlines if isinstance(inline, Text)]))
            assert {int(number) for number in re.findall(r"\d+", plain_words)} <= known, plain_words


def test_composing_costs_the_same_queries_however_many_records_there_are(
    example, four_years, django_assert_max_num_queries
):
    """Four years and over a thousand records; two queries a figure and its rows, a handful for the registers."""
    with django_assert_max_num_queries(420):
        compose(example, four_years)
