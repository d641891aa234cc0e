"""What only the database refuses, and what only a reference gets wrong, comes back as a sentence at its row."""

from datetime import datetime

import pytest

from nennep.exchange.tests.breaking import Broken, put, refused_as

pytestmark = pytest.mark.django_db

CASES = {
    "minutes signed before the meeting": Broken(
        put("Sinh hoạt", "Ngày ký biên bản", datetime(2000, 1, 1)),
        "Sinh hoạt",
        "Ngày",
        "Biên bản không thể ký trước ngày họp.",
    ),
    "a day that does not exist in a reference": Broken(
        put("Quán triệt", "Văn bản", "45-KH/CBBQL ngày 99/99/2011"),
        "Quán triệt",
        "Văn bản",
        "Không có tháng 99.",
    ),
    "a standing that ends before it starts": Broken(
        put("Tư cách", "Đến ngày", datetime(1950, 1, 1)),
        "Tư cách",
        "Họ và tên",
        "Đến ngày không thể trước từ ngày.",
    ),
}


@pytest.mark.parametrize("broken", CASES.values(), ids=CASES.keys())
def test_it_is_refused_in_words_that_a_secretary_knows(broken: Broken) -> None:
    refused_as(broken)
