import json
from typing import get_args

import pytest
from hypothesis import given
from hypothesis import strategies as st

from nennep.paper.blocks import (
    Block,
    Chart,
    Document,
    Figure,
    FigureSource,
    Heading,
    Inline,
    Series,
    Table,
)
from nennep.paper.json_writer import NotADocument, from_json, to_json
from nennep.paper.layouts import LAYOUTS
from nennep.paper.tests.documents import document, paragraph, report

words = st.text(max_size=20)
finite = st.floats(allow_nan=False, allow_infinity=False, min_value=0)
st.register_type_strategy(
    Figure,
    st.builds(Figure, words, words, words, st.one_of(st.none(), st.booleans(), st.integers(), finite, words)),
)
inlines = st.lists(st.one_of(*map(st.from_type, get_args(Inline))), max_size=3).map(tuple)


@st.composite
def tables(draw: st.DrawFn) -> Table:
    columns = draw(st.integers(1, 3))
    row = st.tuples(*[inlines] * columns)
    aligns = st.tuples(*[st.sampled_from(("start", "center", "end"))] * columns)
    rows = draw(st.lists(row, max_size=2).map(tuple))
    return Table(draw(words), draw(row), rows, draw(aligns), draw(st.none() | st.tuples(*[finite] * columns)))


@st.composite
def charts(draw: st.DrawFn) -> Chart:
    labels = draw(st.lists(words, max_size=3).map(tuple))
    values = st.tuples(*[st.none() | finite] * len(labels))
    return Chart(draw(words), labels, draw(st.lists(st.builds(Series, words, values), max_size=2).map(tuple)))


st.register_type_strategy(Table, tables())
st.register_type_strategy(Chart, charts())
documents = st.builds(
    Document,
    st.sampled_from(list(LAYOUTS.values())),
    words,
    st.lists(st.one_of(*map(st.from_type, get_args(Block))), max_size=5).map(tuple),
    st.lists(st.from_type(FigureSource), max_size=2).map(tuple),
    words,
)


@given(documents)
def test_every_document_comes_back_equal(written: Document) -> None:
    assert from_json(to_json(written)) == written


def test_a_whole_report_comes_back_equal() -> None:
    assert from_json(to_json(report())) == report()


def test_equal_documents_are_written_alike() -> None:
    assert to_json(report()) == to_json(report())


@pytest.mark.parametrize(
    "text",
    [
        "",
        "[]",
        "{}",
        '{"format": "nennep/paper/2"}',
        '{"format": "nennep/paper/1", "type": "PageBreak"}',
        '{"format": "nennep/paper/1", "type": "Popen", "args": ["ls"]}',
        '{"format": "nennep/paper/1", "type": "Document", "layout": "HD99", "title": "", "blocks": []}',
        '{"format": "nennep/paper/1", "type": "Document", "layout": "HD36", "title": "", "blocks": [{"text": "x"}]}',
        '{"format": "nennep/paper/1", "type": "Document", "layout": "HD36", "title": "", "blocks": ["x"]}',
        '{"format": "nennep/paper/1", "type": "Document", "layout": "HD36", "title": 1, "blocks": []}',
        '{"format": "nennep/paper/1", "type": "Document", "layout": "HD36", "blocks": []}',
        '{"format": "nennep/paper/1", "type": "Document", "layout": "HD36", "title": "", "blocks": "PageBreak"}',
        '{"format": "nennep/paper/1", "type": "Document", "layout": "HD36", "title": "", "blocks": [{"type": "Text"}]}',
    ],
)
def test_anything_else_is_refused(text: str) -> None:
    with pytest.raises(NotADocument):
        from_json(text)


def test_a_heading_of_a_level_that_does_not_exist_is_refused() -> None:
    with pytest.raises(NotADocument):
        from_json(to_json(document(Heading(2, "Kết quả"))).replace('"level": 2', '"level": 9'))


def test_a_table_with_a_torn_row_is_refused_on_reading_too() -> None:
    tree = json.loads(to_json(report()))
    table = next(block for block in tree["blocks"] if block["type"] == "Table")
    table["rows"][0].pop()
    with pytest.raises(NotADocument):
        from_json(json.dumps(tree))


def test_letters_are_kept_readable_in_the_file() -> None:
    assert "Đảng viên" in to_json(document(paragraph("Đảng viên")))


def test_a_document_kept_before_pages_had_a_foot_is_read_without_one() -> None:
    tree = json.loads(to_json(document(paragraph("x"))))
    del tree["foot"]
    assert from_json(json.dumps(tree)) == document(paragraph("x"))
