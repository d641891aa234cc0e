from nennep.portal.wording import excerpt, searchable, words


def text_of(text, question):
    return "".join(stretch.text for stretch in excerpt(text, words(question)))


def test_words_have_no_tones_and_numbers_fall_into_words():
    assert searchable("Đồng chí: 03-CT/TW!") == " dong chi 03 ct tw "


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
    assert excerpt("", ["khac"]) == []
