"""What is found in our own sentences: `own-corpus.jsonl`, in the format of the shared corpus, reviewed by hand."""

import json
from datetime import date
from pathlib import Path

import pytest

from nennep.documents.citations.find import find
from nennep.documents.citations.tests.prose import lines, ordinary

CORPUS = [json.loads(line) for line in (Path(__file__).parent / "own-corpus.jsonl").open(encoding="utf-8")]


@pytest.mark.parametrize("passage", CORPUS, ids=[passage["id"] for passage in CORPUS])
def test_each_sentence_is_read_as_a_careful_person_reads_it(passage):
    assert [citation.as_json() for citation in find(passage["text"])] == passage["citations"]


def test_the_corpus_is_large_and_holds_hard_sentences_without_any_citation():
    assert len(CORPUS) >= 150
    assert sum(not passage["citations"] for passage in CORPUS) >= 30


def test_less_than_one_line_in_a_thousand_of_general_text_is_taken_for_a_citation():
    found = [line for line in lines(50_000) if find(line)]
    assert len(found) < 50, found[:20]


def test_ordinary_paragraphs_hold_no_citation():
    assert [text for text in ordinary(2000) if find(text)] == []


def test_a_citation_says_what_it_names_in_words_of_the_register():
    [citation] = find("Thực hiện Quy định số 46- QĐ/CBBQL của chi bộ ngày 01/12/2011.")
    assert (citation.type, citation.number, citation.symbol, citation.issuer) == ("quy định", 46, "QĐ/CBBQL", "CBBQL")
    assert citation.date == date(2011, 12, 1)
    assert (citation.term, citation.year) == (None, None)


@pytest.mark.parametrize(
    "counted", ["15 người", "3 mức", "02 lần", "6 tháng đầu năm", "120 triệu đồng", "4/5 ý kiến", "7,5 điểm"]
)
@pytest.mark.parametrize("word", ["Hướng dẫn", "quy định", "Báo cáo", "kế hoạch", "Thông báo", "kết luận"])
def test_a_type_word_before_a_count_is_no_citation(word, counted):
    assert find(f"{word} {counted}.") == []


@pytest.mark.parametrize("typed", ["chỉ thị", "Chỉ thị", "CHỈ THỊ", "Chỉ Thị", "chi thi", "CHI THI"])
@pytest.mark.parametrize("said", [" số ", " số: ", " số. ", " số:", " ", " so ", "  SỐ  ", "\nsố\t", " số"])
def test_type_and_number_are_one_in_every_case_and_over_every_space(typed, said):
    text = f"Theo {typed}{said}05-CT/TW, họp"
    [citation] = find(text)
    assert text[citation.start : citation.end] == f"{typed}{said}05-CT/TW"
    assert citation.type == "chỉ thị"
