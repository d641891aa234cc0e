from datetime import date

import pytest

from nennep.paper.blocks import Letterhead
from nennep.paper.layouts import HD36
from nennep.paper.letterhead import Heads, heads_of

LONG = "ĐẢNG BỘ SỞ NÔNG NGHIỆP VÀ MÔI TRƯỜNG THÀNH PHỐ"


def heads(superior: str = "ĐẢNG BỘ XÃ", place: str = "Hưng Yên") -> Heads:
    return heads_of(Letterhead(superior, "CHI BỘ THÔN", "Số 02-BC/CB", place, date(2015, 1, 15)), HD36)


def test_both_sides_are_alike_while_everything_fits() -> None:
    assert heads().left == heads().right == HD36.text_width / 2


def test_the_side_with_the_longer_line_is_given_what_it_needs() -> None:
    assert heads(superior="ĐẢNG BỘ CÁC CƠ QUAN ĐẢNG TỈNH HÀ NAM").left > HD36.text_width / 2
    assert heads(place="Thành phố Hồ Chí Minh").right > HD36.text_width / 2


@pytest.mark.parametrize("superior", ["ĐẢNG BỘ XÃ", LONG, ""])
def test_the_rule_is_as_long_as_the_words_over_it_and_both_sides_fill_the_line(superior: str) -> None:
    worked_out = heads(superior)
    assert worked_out.left + worked_out.right == pytest.approx(HD36.text_width)
    assert worked_out.rule == pytest.approx(73, abs=3)
    assert worked_out.rule < worked_out.right


def test_a_name_too_long_for_its_side_is_broken_into_two_lines_of_like_length() -> None:
    assert heads(LONG).superior == "ĐẢNG BỘ SỞ NÔNG NGHIỆP\nVÀ MÔI TRƯỜNG THÀNH PHỐ"


def test_a_break_that_its_author_made_is_kept() -> None:
    broken = LONG.replace(" VÀ ", "\nVÀ ")
    assert heads(broken).superior == broken
