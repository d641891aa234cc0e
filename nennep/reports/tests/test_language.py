"""A report is a Vietnamese document, whatever language the screen of whoever composes it speaks."""

import pytest
from django.utils import translation

from nennep.indicators.figures import named
from nennep.reports.summary.composing import compose, compose_appendix

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("english_catalogue")]


@pytest.mark.parametrize("for_screen", [False, True])
def test_a_report_composed_on_an_english_screen_is_the_vietnamese_one(example, four_years, for_screen):
    with translation.override("vi"):
        vietnamese = compose(example, four_years, for_screen=for_screen)
    with translation.override("en"):
        assert str(named("organisation.members").name) == "Party members"
        english = compose(example, four_years, for_screen=for_screen)
        assert english == vietnamese
    assert english == vietnamese


def test_the_appendix_too(example, four_years):
    with translation.override("vi"):
        vietnamese = compose_appendix(example, four_years)
    with translation.override("en"):
        assert compose_appendix(example, four_years) == vietnamese
