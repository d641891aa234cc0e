"""The workbook speaks Vietnamese, also where an English page is the first to load its vocabulary."""

import pytest
from django.utils import translation

from nennep.exchange.workbook.columns import choice
from nennep.organisation.models import Standing


def test_a_column_loaded_on_an_english_screen_reads_vietnamese_words(english_catalogue):
    with translation.override("en"):
        assert str(Standing.FULL.label) == "full member"
        assert choice(Standing)("Chính thức") is Standing.FULL


@pytest.mark.parametrize("language", ["vi", "en"])
def test_a_word_is_read_whatever_the_screen_speaks(language, english_catalogue):
    read = choice(Standing)
    with translation.override(language):
        assert read("dự bị") is Standing.PROBATIONARY
