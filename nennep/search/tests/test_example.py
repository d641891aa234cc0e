"""The example cell, which came in through the ledger's acts alone, is found whole, by whoever could open it."""

from datetime import date, datetime

import pytest

from nennep.organisation import guards
from nennep.organisation.models import Person, Unit, User
from nennep.organisation.requests import Here
from nennep.search.access import reach_of, units_seen
from nennep.search.keeping import differences, index_is_whole
from nennep.search.models import Entry
from tests.house import HANOI

pytestmark = pytest.mark.django_db


def test_the_example_cell_is_indexed_by_its_acts_alone(example):
    assert list(differences()) == []
    assert index_is_whole()
    assert Entry.objects.filter(unit=example).count() > 100


def test_who_sees_a_units_pages_finds_in_it_and_nobody_else(example):
    class Asked:
        def __init__(self, here):
            self.here = here

    today = date(2015, 1, 21)
    for person in Person.objects.filter(memberships__unit=example).distinct()[:8]:
        here = Here(User(username="x", person=person), datetime(2015, 1, 21, 9, tzinfo=HANOI))
        own = here.unit.pk if here.unit else None
        seen = {unit.pk for unit in Unit.objects.all() if guards.sees(Asked(here), unit)}
        assert set(units_seen(person, today, own)) == seen
        assert set(reach_of(here).units) == seen
