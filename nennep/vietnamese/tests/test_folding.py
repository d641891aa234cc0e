import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from nennep.vietnamese.folding import fold, nfc


@given(st.text())
def test_folding_twice_changes_nothing(text: str) -> None:
    assert fold(fold(text)) == fold(text)


@given(st.text(alphabet=st.characters(min_codepoint=0x41, max_codepoint=0x1EF9)))
def test_every_unicode_form_of_a_text_folds_alike(text: str) -> None:
    assert fold(unicodedata.normalize("NFD", text)) == fold(unicodedata.normalize("NFC", text))


@pytest.mark.parametrize(
    ("written", "folded"),
    [
        ("Đảng viên", "dang vien"),
        ("hoà", "hoa"),
        ("hòa", "hoa"),
        ("  Chỉ thị\u00a0số \t03\u2013CT/TW ", "chi thi so 03-ct/tw"),
        ("nêu\u200b gư\u00adơng\ufeff", "neu guong"),
        ("ƯỚC NGUYỆN", "uoc nguyen"),
        ("một \u2014 hai \u2212 ba \u2011 bốn", "mot - hai - ba - bon"),
    ],
)
def test_text_folds_to_its_bare_letters(written: str, folded: str) -> None:
    assert fold(written) == folded


def test_stored_text_has_one_code_point_for_each_letter() -> None:
    assert nfc("e\u0323\u0302") == "ệ"
