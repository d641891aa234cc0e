"""Text in the encodings of before Unicode is read; text in Unicode never changes."""

import unicodedata

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from nennep.vietnamese.legacy import (
    TCVN3,
    VNI,
    Encoding,
    decode,
    detect,
    encoding_of_font,
    from_legacy,
    has_strange_signs,
    prevailing,
)
from nennep.vietnamese.syllables import RIMES, TONES, is_syllable

WRITTEN = "b c ch d đ g gh gi h k kh l m n ng ngh nh p ph qu r s t th tr v x"
ONSETS = ["", *WRITTEN.split()]
VOWELS = "aăâeêioôơuưy"


def toned(rime: str, tone: str) -> str:
    """The tone on one of the vowels; which one does not matter to an encoding."""
    last = max((rime.find(vowel) for vowel in rime if vowel in VOWELS), default=0)
    return unicodedata.normalize("NFC", rime[: last + 1] + tone + rime[last + 1 :])


syllables = st.builds(
    lambda onset, rime, tone: onset + toned(rime, tone),
    st.sampled_from(ONSETS),
    st.sampled_from(sorted(RIMES)),
    st.sampled_from(["", *sorted(TONES)]),
).filter(is_syllable)
names = st.lists(syllables, min_size=2, max_size=5).map(" ".join)

TO_TCVN3 = {letter: code for code, letter in TCVN3.items()}
TO_VNI = {letter: code for code, letter in sorted(VNI.items(), key=lambda item: item[0].islower() or item[0].isupper())}


def in_tcvn3(text: str) -> str:
    return "".join(TO_TCVN3.get(char, char) for char in text)


def in_vni(text: str) -> str:
    return "".join(TO_VNI.get(char, char) for char in text)


LISTED = """Nguyễn Văn Hùng, Trần Thị Thu Hà, Lê Quang Vinh, Phạm Đức Lộc, Hoàng Thị Ngọc Ánh, Huỳnh Tấn Phát, Phan Văn Đạt,
Vũ Minh Hạnh, Võ Thị Sáu Mười, Đặng Thùy Trâm, Bùi Xuân Phương, Đỗ Thị Quế, Hồ Ngọc Thụy, Ngô Thị Lụa, Dương Văn Thưởng,
Lý Thị Huyền, Kiều Văn Hưng, Mai Thị Hòa, Trịnh Công Bằng, Đào Quang Vịnh, Lưu Thị Nga, Tạ Thị Xuân, Đinh Thị Nhuần"""
LISTED_NAMES = [" ".join(name.split()) for name in LISTED.split(",")]


def small(name: str) -> str:
    """TCVN3 has no capitals with a tone: they come out small."""
    return "".join(char if char.isascii() or char in TCVN3.values() else char.lower() for char in name)


@pytest.mark.parametrize("name", LISTED_NAMES)
def test_a_name_in_tcvn3_is_read(name: str) -> None:
    assert from_legacy(in_tcvn3(small(name))) == small(name)


@pytest.mark.parametrize("name", LISTED_NAMES)
def test_a_name_in_vni_is_read(name: str) -> None:
    assert from_legacy(in_vni(name)) == name
    assert from_legacy(in_vni(name.upper())) == name.upper()


@pytest.mark.parametrize(
    ("old", "read"),
    [
        ("NguyÔn V¨n An", "Nguyễn Văn An"),
        ("NGUYÔN V¡N AN", "NGUYỄN VĂN AN"),
        ("PH¹M THÞ H\xadêNG", "PHẠM THỊ HƯỜNG"),
        ("Phã Gi¸m ®èc Së", "Phó Giám đốc Sở"),
        ("§/c NguyÔn V¨n An, PCT H§ND x·", "Đ/c Nguyễn Văn An, PCT HĐND xã"),
        ("Nguyeãn Vaên Huøng", "Nguyễn Văn Hùng"),
        ("ÑOÃ THÒ AÙNH", "ĐỖ THỊ ÁNH"),
        ("Aùnh Nguyeät", "Ánh Nguyệt"),
        ("Traàn Thò Lyù", "Trần Thị Lý"),
    ],
)
def test_lists_from_the_nineties_are_read(old: str, read: str) -> None:
    assert from_legacy(old) == read


@given(names)
def test_whatever_tcvn3_and_vni_hold_comes_back_when_the_font_says_so(name: str) -> None:
    assert decode(in_tcvn3(name), Encoding.TCVN3) == name
    assert decode(in_vni(name), Encoding.VNI) == name


@given(names)
def test_found_without_a_hint_or_left_alone_but_never_read_wrong(name: str) -> None:
    for write in (in_tcvn3, in_vni):
        old = write(name)
        assert from_legacy(old) in (name, unicodedata.normalize("NFC", old))


@given(names)
def test_a_vietnamese_name_in_unicode_never_changes(name: str) -> None:
    for written in (name, name.title(), name.upper(), unicodedata.normalize("NFD", name)):
        assert from_legacy(written) == unicodedata.normalize("NFC", written)


@given(names, st.sampled_from(Encoding))
def test_a_letter_that_the_old_encodings_lack_proves_unicode_whatever_the_hint(name: str, hint: Encoding) -> None:
    assume(any(char > "\xff" for char in name))
    assert from_legacy(name, hint) == name


@given(st.text(alphabet=st.characters(min_codepoint=0x100, exclude_categories=["Cs"]), min_size=1))
def test_text_beyond_western_letters_never_changes(text: str) -> None:
    assert from_legacy(text) == unicodedata.normalize("NFC", text)


@pytest.mark.parametrize(
    "text",
    ["José", "François Hollande", "Müller", "Noël", "Muñoz", "Saúl Núñez", "Zoë", "Hélène", "naïve café", "José María"]
    + ["Đỗ Thị Ánh", "Lê Bá Hà", "Hà Thị Thủy", "Lò Thị Hoà", "H'Hen Niê", "Y Blôk Êban", "K'Brơi", "Siu Blêh", "A Xíu"]
    + ["Nguyen Van An", "Head of Office", "§ 5", "© 2014", "5 µm", "37°C", "100 m²", "±5", ""],
)
def test_foreign_names_english_and_signs_stay(text: str) -> None:
    assert detect(text) is None
    assert from_legacy(text) == text


def test_what_reads_both_ways_follows_the_hint() -> None:
    assert from_legacy("Vò Tó") == "Vò Tó"
    assert from_legacy("Vò Tó", Encoding.TCVN3) == "Vũ Tú"
    assert from_legacy("Sôn", Encoding.VNI) == "Sơn"


def test_a_hint_does_not_read_what_its_encoding_cannot_hold() -> None:
    assert from_legacy("Hà", Encoding.TCVN3) == "Hà"


def test_a_font_says_which_encoding_it_draws() -> None:
    assert encoding_of_font(".VnTimeH") is encoding_of_font(".VnArial") is Encoding.TCVN3
    assert encoding_of_font("VNI-Times") is Encoding.VNI
    assert encoding_of_font("Times New Roman") is None


def test_a_column_shows_what_its_unclear_cells_are() -> None:
    assert prevailing(["NguyÔn V¨n Hïng", "Vò Tó", "Lª Hµ"]) is Encoding.TCVN3
    assert prevailing(["Nguyễn Văn Hùng", "Vò Tó"]) is None
    assert prevailing(["Nguyễn Văn Hùng", "NguyÔn V¨n Hïng"]) is None
    assert prevailing([]) is None


def test_signs_inside_words_betray_what_could_not_be_read() -> None:
    assert has_strange_signs("K'Br¬i")
    assert has_strange_signs("Tr\xadëng")
    assert not has_strange_signs("Đỗ Thị Ánh, José")
