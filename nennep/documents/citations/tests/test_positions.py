"""Positions always refer to the text as it came in, whatever had to be taken out or put together to read it."""

import json
import unicodedata
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from nennep.documents.citations.find import find
from nennep.documents.citations.normalise import normalise
from nennep.vietnamese import legacy

SENTENCES = [
    passage["text"]
    for passage in map(json.loads, (Path(__file__).parent / "own-corpus.jsonl").open(encoding="utf-8"))
    if passage["citations"]
]
INVISIBLE = "\u00ad\u200b\u200d\u2060\ufeff"


def facts(text):
    """What was found, and the words at the positions as a reader sees them."""
    return [
        (seen(text[found.start : found.end]), found.type, found.number, found.symbol, found.date)
        for found in find(text)
    ]


def seen(text):
    return unicodedata.normalize("NFC", "".join(char for char in text if char not in INVISIBLE))


@given(st.sampled_from(SENTENCES))
def test_decomposed_letters_change_nothing(text):
    assert facts(unicodedata.normalize("NFD", text)) == facts(text)


@given(st.sampled_from(SENTENCES), st.lists(st.tuples(st.integers(0, 200), st.sampled_from(INVISIBLE)), max_size=12))
def test_invisible_signs_anywhere_change_nothing(text, signs):
    strewn = text
    for position, sign in signs:
        position = min(position, len(strewn))
        strewn = strewn[:position] + sign + strewn[position:]
    assert facts(strewn) == facts(text)


@given(st.sampled_from(SENTENCES), st.integers(0, 200), st.sampled_from(INVISIBLE))
def test_decomposed_and_strewn_at_once(text, position, sign):
    bare = unicodedata.normalize("NFD", text)
    # Not between a letter and its mark: there the sign belongs to neither.
    while position < len(bare) and unicodedata.combining(bare[position]):
        position += 1
    assert facts(bare[:position] + sign + bare[position:]) == facts(text)


def test_a_soft_hyphen_in_text_without_marks_is_no_letter_of_an_old_encoding():
    text = "De an so \u00ad06-DA/HU, Quyet dinh 117-QD/DU"
    assert [text[found.start : found.end] for found in find(text)] == [
        "De an so \u00ad06-DA/HU",
        "Quyet dinh 117-QD/DU",
    ]


def test_what_is_invisible_before_and_after_belongs_to_no_citation():
    text = "Theo \u200bChỉ thị số 05-CT/TW\u200b, họp"
    [citation] = find(text)
    assert text[citation.start : citation.end] == "Chỉ thị số 05-CT/TW"


def test_an_invisible_sign_between_a_citation_and_a_decomposed_letter_is_of_neither():
    text = "Nghị quyết Trung ương 4 (khóa XI)\u200b" + unicodedata.normalize("NFD", "ở đây")
    [citation] = find(text)
    assert text[citation.start : citation.end] == "Nghị quyết Trung ương 4 (khóa XI)"


@pytest.mark.parametrize("dash", "-‐‑‒–—−")
@pytest.mark.parametrize("space", ["", " ", "\u00a0", "\u2009", "\u202f"])
def test_every_dash_and_every_space_is_read_and_left_in_its_place(dash, space):
    text = f"các số 46{space}{dash}{space}QĐ/CBBQL."
    [citation] = find(text)
    assert text[citation.start : citation.end] == f"số 46{space}{dash}{space}QĐ/CBBQL"


def test_clean_text_is_read_as_it_is():
    for text in ("Chỉ thị số 05-CT/TW", "Chi thi so 05-CT/TW"):
        reading = normalise(text)
        assert reading.text is text or reading.text == text
        assert not reading.here


def in_tcvn3(text):
    codes = {letter: code for code, letter in legacy.TCVN3.items()}
    return "".join(codes.get(char, char) for char in text)


def in_vni(text):
    codes = {letter: code for code, letter in reversed(legacy.VNI.items())}
    return "".join(codes.get(char, char) for char in text)


OLD = "Thực hiện Chỉ thị số 05-CT/TW ngày 15/5/2016, chi bộ có Quyết định số 46-QĐ/CBBQL và kế hoạch số 12-KH/ĐU."


@pytest.mark.parametrize("encode", [in_tcvn3, in_vni])
def test_text_in_an_old_encoding_is_read_and_its_own_positions_reported(encode):
    text = encode(OLD)
    assert text != OLD
    found = find(text)
    assert [text[citation.start : citation.end] for citation in found] == [
        encode("Chỉ thị số 05-CT/TW"),
        encode("Quyết định số 46-QĐ/CBBQL"),
        encode("kế hoạch số 12-KH/ĐU"),
    ]
    assert [(citation.type, citation.symbol) for citation in found] == [
        ("chỉ thị", "CT/TW"),
        ("quyết định", "QĐ/CBBQL"),
        ("kế hoạch", "KH/ĐU"),
    ]


def test_an_old_encoding_with_the_dashes_and_quotes_of_a_word_processor():
    text = f"“{in_tcvn3(OLD)}”".replace("-", "–")
    assert [citation.symbol for citation in find(text)] == ["CT/TW", "QĐ/CBBQL", "KH/ĐU"]
