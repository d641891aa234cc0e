from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from nennep.paper.links import absolute, safe
from nennep.paper.wording import Piece, date_line, pieces, printable


def test_a_document_number_is_one_word() -> None:
    assert list(pieces("Chỉ thị số 03-CT/TW, ngày 14/5/2011")) == [
        Piece("Chỉ thị số ", False),
        Piece("03-CT/TW", True),
        Piece(", ngày 14/5/2011", False),
    ]


@pytest.mark.parametrize(
    "number", ["02-BC/CBBQL", "34-CTr/TU", "46-QĐ/CBBQL", "11-QĐi/TW", "12-NQ/ĐU", "36-HD/VPTW", "4-TB/ĐUK-VP"]
)
def test_numbers_of_every_kind_are_recognised(number: str) -> None:
    assert [piece.text for piece in pieces(f"số {number}.") if piece.is_number] == [number]


@given(st.text())
def test_cutting_a_text_into_pieces_loses_nothing(text: str) -> None:
    assert "".join(piece.text for piece in pieces(text)) == printable(text)


def test_control_characters_from_pasted_text_are_left_out() -> None:
    assert printable("một\x00\x07 hai\r\nba\x0bbốn\tnăm\ufffe") == "một hai\nba\nbốn\tnăm"


def test_an_undated_draft_leaves_room_for_the_date() -> None:
    assert date_line("Hưng Yên", date(2015, 1, 15)) == "Hưng Yên, ngày 15 tháng 01 năm 2015"
    assert date_line("Hưng Yên", None).startswith("Hưng Yên, ngày   ")


def test_only_addresses_that_can_be_followed_are_linked() -> None:
    assert safe("/van-ban/1/") == "/van-ban/1/"
    assert safe("javascript:alert(1)") is None
    assert safe("data:text/html,x") is None
    assert safe("") is None
    assert absolute("/van-ban/1/", "") is None
    assert absolute("/van-ban/1/", "https://chibo.vn/") == "https://chibo.vn/van-ban/1/"
    assert absolute("https://example.vn/03", "") == "https://example.vn/03"
    assert absolute("http://[", "https://chibo.vn/") is None
