import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from nennep.vietnamese.names import Name, name_key, split_name, tidy_name

names = st.text(alphabet="aăâbcdđeêghikloôơuưyáàảãạệỹÁĐ ", max_size=12)


@pytest.mark.parametrize(
    ("full", "parts"),
    [
        ("Vũ Minh Hạnh", Name("Vũ", "Minh", "Hạnh")),
        ("Nguyễn Thị Thu  Hà", Name("Nguyễn", "Thị Thu", "Hà")),
        ("Hồ Nguyên", Name("Hồ", "", "Nguyên")),
        ("Lụa", Name("", "", "Lụa")),
        ("", Name("", "", "")),
    ],
)
def test_a_name_is_family_middle_and_given(full: str, parts: Name) -> None:
    assert split_name(full) == parts


def test_people_are_listed_by_given_name_then_family_then_middle() -> None:
    listed = ["Trần Văn An", "Nguyễn Thị Ánh", "Lê Văn Bình", "Trần An Bình", "Trần Văn Bình", "Đỗ Duy", "Vũ Đức"]
    backwards = listed[::-1]
    assert sorted(backwards, key=name_key) == listed


def test_letters_with_a_mark_are_letters_of_their_own() -> None:
    listed = ["Dung", "Duyên", "Đan", "Em", "Êm", "Oanh", "Ôn", "Ơn", "Uyên", "Ước"]
    backwards = listed[::-1]
    assert sorted(backwards, key=name_key) == listed


def test_tones_order_names_that_share_their_letters() -> None:
    listed = ["Ha", "Hà", "Hả", "Hã", "Há", "Hạ", "Hai"]
    backwards = listed[::-1]
    assert sorted(backwards, key=name_key) == listed


@given(names, names)
def test_two_different_names_never_tie(one: str, other: str) -> None:
    same = str(split_name(one)) == str(split_name(other))
    assert (name_key(one) == name_key(other)) is same
    assert (name_key(one) < name_key(other)) + (name_key(other) < name_key(one)) == (not same)


@given(st.lists(st.text(max_size=20)))
def test_the_order_of_a_list_does_not_depend_on_how_it_came(full_names: list[str]) -> None:
    decomposed = [unicodedata.normalize("NFD", name) for name in reversed(full_names)]
    assert [str(split_name(n)) for n in sorted(full_names, key=name_key)] == [
        str(split_name(n)) for n in sorted(decomposed, key=name_key)
    ]


@pytest.mark.parametrize(
    ("typed", "tidy"),
    [
        ("NGUYỄN VĂN AN", "Nguyễn Văn An"),
        ("nguyễn  văn an", "Nguyễn Văn An"),
        ("Nguyễn văn AN", "Nguyễn Văn An"),
        ("đỗ thị ánh", "Đỗ Thị Ánh"),
        ("K'BRƠI", "K'Brơi"),
        ("h’hen niê", "H'Hen Niê"),
        ("Y NGUYÊN", "Y Nguyên"),
        ("ĐIỂU K'BÔI", "Điểu K'Bôi"),
        ("ĐiỂu K'Bôi", "Điểu K'Bôi"),
        ("JEAN-PIERRE", "Jean-Pierre"),
        ("Charles de Gaulle", "Charles de Gaulle"),
        ("O'Brien McDonald", "O'Brien McDonald"),
        ("NGUYỄN VĂN AN (B)", "Nguyễn Văn An (B)"),
        ("", ""),
    ],
)
def test_a_name_gets_its_capitals_back(typed: str, tidy: str) -> None:
    assert tidy_name(typed) == tidy


@given(names)
def test_a_tidy_name_is_left_alone(name: str) -> None:
    assert tidy_name(tidy_name(name)) == tidy_name(name)
