from nennep.paper.blocks import Heading, PageBreak, Paragraph, Sources, Table, Text
from nennep.paper.marks import marks_of, printed_blocks, source_rows
from nennep.paper.tests.documents import (
    PERSONS,
    TURNS,
    TURNS_2013,
    TURNS_AGAIN,
    document,
    paragraph,
    report,
)


def test_figures_are_numbered_in_the_order_in_which_they_first_appear() -> None:
    marks = marks_of(document(Paragraph((PERSONS, Text(", "), TURNS)), Paragraph((PERSONS, TURNS_2013))))
    assert [marks.of(figure) for figure in (PERSONS, TURNS, TURNS_2013)] == [1, 2, 3]


def test_the_same_question_with_the_same_evidence_is_one_source_however_it_is_printed() -> None:
    marks = marks_of(document(Paragraph((TURNS, TURNS_AGAIN))))
    assert marks.of(TURNS) == marks.of(TURNS_AGAIN) == 1


def test_the_same_question_over_another_period_is_a_source_of_its_own() -> None:
    marks = marks_of(document(Paragraph((TURNS, TURNS_2013))))
    assert marks.of(TURNS) != marks.of(TURNS_2013)


def test_figures_in_tables_and_lists_are_counted_too() -> None:
    assert len(marks_of(report()).numbers) == 3


def test_marks_are_shown_only_where_a_page_of_sources_explains_them() -> None:
    assert marks_of(document(Paragraph((TURNS,)), Sources())).shown
    assert not marks_of(document(Paragraph((TURNS,)))).shown


def test_a_source_lists_every_way_its_figure_was_printed() -> None:
    turns, *_ = source_rows(report())
    assert turns.printed == ("11 lượt", "mười một lượt")
    assert turns.source.name == "Lượt đảng viên được ghi Sổ"


def test_a_figure_that_nobody_described_says_so() -> None:
    assert [row.source.name for row in source_rows(document(Paragraph((PERSONS,))))] == ["chưa mô tả"]


def test_the_page_of_sources_begins_a_page_and_has_a_line_for_each_mark() -> None:
    *_, page_break, heading, _, table = printed_blocks(report())
    assert isinstance(page_break, PageBreak)
    assert heading == Heading(1, "NGUỒN SỐ LIỆU")
    assert isinstance(table, Table)
    assert len(table.rows) == 3


def test_a_document_without_figures_has_no_page_of_sources() -> None:
    words = paragraph("Không có số liệu nào.")
    assert list(printed_blocks(document(words, Sources()))) == [words]
