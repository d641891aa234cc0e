"""Where no record speaks there is no figure: never 0, never 100 %."""

import pytest

from nennep.indicators.evidence import rows_of
from nennep.indicators.figures import NO_DATA, all_figures, as_json, written
from nennep.organisation.models import Exemption, Membership, Term
from nennep.organisation.tests.factories import UnitFactory

pytestmark = pytest.mark.django_db

every_figure = pytest.mark.parametrize("figure", all_figures(), ids=lambda figure: figure.code)


@every_figure
def test_an_empty_unit_has_no_figure(figure, four_years):
    value = figure.value(UnitFactory(), four_years)
    assert value.number is None
    assert (value.rows, value.part, value.whole) == (0, None, None)
    assert written(figure, value) == NO_DATA
    assert as_json(figure, value)["value"] is None


@every_figure
def test_the_records_of_another_unit_give_no_figure_here(example, figure, four_years):
    """The example cell's parent has no records of its own; nothing leaks up or sideways."""
    for unit in (example.parent, UnitFactory()):
        answer = figure.ask(unit, four_years)
        assert answer.value().number is None
        assert list(rows_of(answer)) == []


def test_the_example_really_has_records_to_leak(example):
    for model in (Membership, Exemption, Term):
        assert model.objects.filter(unit=example).exists()
