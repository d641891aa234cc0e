"""No text makes the finder fail, run on, or report what is not there."""

import time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from nennep.documents.citations.find import find

PIECES = [
    "số ", "Số: ", "so", "Chỉ thị ", "nghị quyết ", "Nghị quyết Trung ương ", "NQTW", "QĐ ", "CT05", "05", "1", "2020", "/", "-", " - ",
    "–", "CT/TW", "-CT/TW", "/2020/NĐ-CP", "/QH15", "khóa XI", "(khóa XI", ")", "ngày ", "14/5/2011", "tháng 5 năm 2011", "của Bộ Chính trị",
    ", ", "; ", "và ", "đến ", "các ", "bản ", "\n", "\t", " ", "\u00ad", "\u0301", "e\u0302\u0323", "Ð", "ChØ thÞ ", "T.Ư", "&", ".", "0",
    "99999999999999999999", "İ", "\ud800", "𝟙", "१२", "Luật Đất đai ",
]  # fmt: skip


@given(st.lists(st.sampled_from(PIECES), max_size=40).map("".join))
@settings(max_examples=400)
def test_whatever_the_text_the_citations_lie_in_it_in_order_and_apart(text):
    position = 0
    for citation in find(text):
        assert position <= citation.start < citation.end <= len(text)
        assert citation.number > 0
        assert any(char.isdigit() or char.isalpha() for char in text[citation.start : citation.end])
        position = citation.end


@given(st.text(max_size=200))
def test_any_text_at_all_is_read(text):
    for citation in find(text):
        assert 0 <= citation.start < citation.end <= len(text)


@pytest.mark.parametrize(
    "piece",
    [
        "số ", "số số số 5 ", "1-1-1-1/", "-", "- - / ", "9", "5, ", "Chỉ thị 05, ", "Nghị quyết ", "Nghị quyết Trung ương 4, ",
        "05-CT/TW của Bộ ", "05-CT/TW", "05-CT/TW-", "TW-", "A&A", "05-CT/TW (", "05-CT/TW, ", "các Chỉ thị 05, 06 ", "/2020/", "Luật số ",
        "Luật a số 5/2020/QH14 ", "bản 05-QĐ/TW ", "khóa XI, ", "ngày 1/1/2020 ", "e\u0301\u00ad", "\u0301", "ChØ thÞ ", "Ð-", " ", "\n",
    ],
)  # fmt: skip
def test_a_text_that_repeats_itself_costs_no_more_than_its_length(piece):
    text = "Chỉ thị 05-CT/TW " + piece * (60_000 // len(piece))
    began = time.perf_counter()
    find(text)
    # A pattern that tries again and again needs minutes for this; even a slow machine reads it in a second or two.
    assert time.perf_counter() - began < 10
