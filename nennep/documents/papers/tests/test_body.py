"""What is typed is what is printed: every word, in its place."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from nennep.documents.papers.body import blocks_of, lines_of
from nennep.paper.blocks import Heading, ListBlock, Paragraph, Text


def said(block) -> list[str]:
    """What a block prints, line by line."""
    match block:
        case Heading():
            return [block.text]
        case Paragraph():
            return ["".join(inline.text for inline in block.inlines)]
        case ListBlock():
            return [f"- {''.join(inline.text for inline in item)}" for item in block.items]
    raise AssertionError(block)


openings = st.sampled_from(
    ["", "I- ", "II. ", "1. ", "2) ", "a) ", "- ", "– ", "+ ", "Điều 1. ", "Điều 12:", "Kính gửi: ", "\t"]
)
words = st.text(alphabet="aăâđêôơư BCĐÊ.,:;-–)(1I\t\u00a0", max_size=140)
typed = st.lists(st.tuples(openings, words).map("".join), max_size=12).map("\n".join)


@given(typed | st.text(max_size=200))
def test_no_word_is_lost_and_none_changes_its_place(text: str):
    assert [line for block in blocks_of(text) for line in said(block)] == lines_of(text)


@given(typed | st.text(max_size=200))
def test_the_lines_are_those_that_were_typed_but_for_the_air(text: str):
    from nennep.paper.wording import printable

    assert " ".join(lines_of(text)).split() == printable(text).split()


@pytest.mark.parametrize(
    ("line", "block"),
    [
        ("I- Kết quả", Heading(1, "I- Kết quả")),
        ("II. Hạn chế", Heading(1, "II. Hạn chế")),
        ("1. Về học tập", Heading(2, "1. Về học tập")),
        ("1.1. Về học tập", Heading(2, "1.1. Về học tập")),
        ("a) Hạn chế", Heading(3, "a) Hạn chế")),
        ("1. Đảng viên đăng ký làm theo.", Paragraph((Text("1. Đảng viên đăng ký làm theo."),))),
        ("Điều 1. Tặng giấy khen.", Paragraph((Text("Điều 1.", bold=True), Text(" Tặng giấy khen.")))),
        ("CHI BỘ QUYẾT ĐỊNH:", Paragraph((Text("CHI BỘ QUYẾT ĐỊNH:", bold=True),), centred=True)),
        ("Kính gửi: Đảng ủy Khối,", Paragraph((Text("Kính gửi: Đảng ủy Khối,"),), centred=True)),
        ("Năm 2014 là năm thứ tư", Paragraph((Text("Năm 2014 là năm thứ tư"),))),
        ("- việc thứ nhất;", ListBlock(((Text("việc thứ nhất;"),),))),
    ],
)
def test_a_line_becomes_what_its_beginning_says(line: str, block):
    assert blocks_of(line) == (block,)


def test_items_that_follow_each_other_are_one_list():
    assert [
        len(block.items) for block in blocks_of("- một;\n\n- hai.\nhết\n- ba.") if isinstance(block, ListBlock)
    ] == [2, 1]


def test_an_empty_text_has_no_blocks():
    assert blocks_of(" \n\t\n") == ()
