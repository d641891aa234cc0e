from datetime import date

import factory
from factory.django import DjangoModelFactory

from nennep.organisation.tests.factories import UnitFactory
from nennep.rulebook.models import CellRule


class CellRuleFactory(DjangoModelFactory):
    class Meta:
        model = CellRule

    unit = factory.SubFactory(UnitFactory)
    key = "theme.min_minutes_per_meeting"
    value = 30
    document = "45-KH/CBBQL"
    statement = factory.LazyAttribute(lambda rule: f"Dành ít nhất {rule.value} phút cho chuyên đề.")
    starts = date(2011, 12, 1)
