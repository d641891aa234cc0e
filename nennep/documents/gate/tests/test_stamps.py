"""A stamp is known in any disguise; a word that only sounds like one is not taken for it."""

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from nennep.documents.gate.lines import Line
from nennep.documents.gate.looking import is_marked
from nennep.documents.gate.stamps import is_stamp, is_stamp_in_name

STAMPS = (
    "MẬT", "Mật", "TỐI MẬT", "Tối mật", "TUYỆT MẬT", "TUYỆT   MẬT", "MAT", "TOI MAT", "TUYET MAT", "M.Ậ.T", "(MẬT)", "[Tối mật]",
    "“MẬT”", "*MẬT*", "Độ mật: Mật", "Độ mật : Tối mật", "Mức độ mật: Tuyệt mật", "DẤU MẬT", "TÀI LIỆU MẬT", "CÔNG VĂN MẬT",
    "MẬT    ĐẢNG CỘNG SẢN VIỆT NAM", "TỈNH ỦY HƯNG YÊN   TỐI MẬT", "MẬT TỈNH ỦY HƯNG YÊN", "Số 12-BC/ĐU (Mật)", "Số 12-BC/ĐU   MẬT",
    "МẬТ", "ＭẬＴ", "MËT", "MAÄT", "TUYEÄT MAÄT", "CHỈ NGƯỜI CÓ TÊN MỚI ĐƯỢC BÓC BÌ", "MẬT - Bản số 05", "TỐI MẬT (A)", "TỐIMẬT",
)  # fmt: skip
NO_STAMPS = (
    "Bài thuốc bí mật gia truyền", "MẬT ONG RỪNG", "Mật khẩu: 123456", "BẢO MẬT THÔNG TIN", "QUY CHẾ BẢO VỆ BÍ MẬT NHÀ NƯỚC",
    "UY BAN MAT TRAN TO QUOC", "NGUYỄN THỊ MẬT", "Trần Văn Mật", "GAP MAT DAU XUAN", "LỄ RA MẮT", "mất", "mát", "MẶT", "MẮT KÍNH",
    "bí mật nhà nước được phân loại thành 03 độ mật, bao gồm Tuyệt mật, Tối mật và Mật, theo quy định của luật này",
)  # fmt: skip


@pytest.mark.parametrize("line", STAMPS)
def test_a_stamp_is_known(line):
    assert is_stamp(Line(line))


@pytest.mark.parametrize("line", NO_STAMPS)
def test_what_only_sounds_like_a_stamp_is_none(line):
    assert not is_stamp(Line(line))


@given(
    st.sampled_from(["MẬT", "TỐI MẬT", "TUYỆT MẬT"]),
    st.sampled_from(["", " ", ".", "-", "\u00a0", "_"]),
    st.sampled_from(["NFC", "NFD", "NFKD"]),
    st.sampled_from(["", "\u200b", "\u00ad", "\ufeff"]),
)
def test_a_stamp_spaced_out_decomposed_or_with_invisible_letters_is_known(mark, between, form, unseen):
    words = [f"{between}{unseen}".join(word) for word in mark.split()]
    assert is_stamp(Line(unicodedata.normalize(form, ("  " if between else " ").join(words))))


@given(st.text(max_size=200))
def test_any_line_and_any_name_gets_an_answer(text):
    is_stamp(Line(text))
    is_stamp(Line(text, scanned=True))
    is_stamp_in_name(text)


def test_a_stamp_set_on_several_lines_is_known():
    assert is_marked([Line("TUYỆT"), Line("MẬT"), Line("Báo cáo")])
    assert is_marked([Line("M"), Line("Ậ"), Line("T")])


def test_a_given_name_in_a_column_is_no_stamp_and_capitals_there_are_one():
    assert not is_stamp(Line("Mật", cell=True))
    assert is_stamp(Line("MẬT", cell=True))


def test_on_a_scan_a_wrongly_read_tone_is_still_a_stamp():
    assert is_stamp(Line("MẠT", scanned=True))
    assert not is_stamp(Line("Mặt trời", scanned=True))
