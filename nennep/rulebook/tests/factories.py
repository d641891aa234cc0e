from datetime import date

import factory
from factory.django import DjangoModelFactory

from nennep.organisation.tests.factories import UnitFactory
from nennep.rulebook.models import CellRule, PackUse, Permission


class CellRuleFactory(DjangoModelFactory):
    class Meta:
        model = CellRule

    unit = factory.SubFactory(UnitFactory)
    key = "theme.min_minutes_per_meeting"
    value = 30
    document = "45-KH/CBBQL"
    statement = factory.LazyAttribute(lambda rule: f"Dành ít nhất {rule.value} phút cho chuyên đề.")
    starts = date(2011, 12, 1)


class PermissionFactory(DjangoModelFactory):
    class Meta:
        model = Permission

    unit = factory.SubFactory(UnitFactory)
    key = "meeting.min_minutes"
    value = 60
    given_by = "Đảng ủy cấp trên"
    document = "8-QĐ/ĐU"
    starts = date(2026, 1, 1)
    ends = date(2026, 12, 31)


class PackUseFactory(DjangoModelFactory):
    class Meta:
        model = PackUse

    unit = factory.SubFactory(UnitFactory)
    pack = "an-phu"
    document = "12-HD/ĐU"
    starts = date(2026, 1, 1)
