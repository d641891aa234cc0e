from nennep.portal.wording import searchable


def test_words_have_no_tones_and_numbers_fall_into_words():
    assert searchable("Đồng chí: 03-CT/TW!") == " dong chi 03 ct tw "
