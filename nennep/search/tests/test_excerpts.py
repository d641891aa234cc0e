import pytest

from nennep.search.asking import read_question
from nennep.search.excerpts import excerpt, marked
from nennep.search.words import words


def text_of(text, question):
    return "".join(stretch.text for stretch in excerpt(text, set(words(question)).__contains__))


def hits_in(text, question):
    return [stretch.text for stretch in marked(text, read_question(question).hits()) if stretch.is_hit]


def test_an_excerpt_begins_near_the_hit():
    long = f"{'mở ' * 100}Chi bộ họp về chuyên đề {'kết ' * 100}"
    shown = text_of(long, "chuyen de")
    assert shown.startswith("… Chi bộ họp về chuyên đề")
    assert shown.endswith(" …")
    assert len(shown.split()) < 40


def test_an_excerpt_prefers_the_place_where_most_words_stand():
    text = f"Một cửa. {'xa ' * 60}Không hẹn lại ở một cửa."
    assert "Không hẹn lại ở một cửa." in text_of(text, "một cửa không hẹn lại")


def test_a_text_without_the_words_shows_how_it_begins():
    assert text_of("Bài rất ngắn.", "khác") == "Bài rất ngắn."
    assert excerpt("", lambda word: True) == []


@pytest.mark.parametrize(
    ("text", "question", "hits"),
    [
        ("Chỉ thị số 03-CT/TW, ngày 14/5/2011", "chi thi 3 ct tw", ["Chỉ thị", "03-CT/TW"]),
        ("Hoà giải ở cơ sở", "hòa giải", ["Hoà giải"]),
        ("Nghị quyết về lý luận", "nghi quy", ["Nghị quyết"]),
        ("Quyết định 46QĐ", "46 qd", ["46QĐ"]),
        ("Sinh hoạt tháng 3/2014", "3/2014", ["3/2014"]),
        ("Sổ của chi bộ", "của chi bộ", ["chi bộ"]),
        ("12 điều", "không có", []),
        ("…", "gì", []),
    ],
)
def test_the_words_asked_for_are_marked_as_they_were_written(text, question, hits):
    assert hits_in(text, question) == hits


def test_nothing_of_a_title_is_lost_however_it_is_written():
    for title in ("Hội nghị", "  (Tổng) kết — 2014…", "½ ngày", "\u0130stanbul", "A\u0301nh"):
        shown = "".join(stretch.text for stretch in marked(title, {"hoi", "ket", "anh"}.__contains__))
        assert shown == title.replace("A\u0301", "Á")
