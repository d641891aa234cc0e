import unicodedata

import pytest

from nennep.vietnamese.syllables import is_vietnamese

RIGHT = "Nguyễn hoà hòa HOÀ Quỳnh quý Giang giữa giếng gì gìn Nghiêm ghế khuỷu xoong An ơn yêu Ý thuở quốc Huỳnh Lưu"
WRONG = "NguyÔn José Blôk Niê cê kà nghà ngê gên ghà quô mác2 đ hàk cáć cạ̀ bàt tÒn hOà Schmidt"


@pytest.mark.parametrize("word", RIGHT.split())
def test_words_as_they_are_spelt(word: str) -> None:
    assert is_vietnamese(word)
    assert is_vietnamese(unicodedata.normalize("NFD", word))


@pytest.mark.parametrize("word", [*WRONG.split(), ""])
def test_words_that_no_vietnamese_spells(word: str) -> None:
    assert not is_vietnamese(word)
