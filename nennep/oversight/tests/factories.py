"""Returns with their source, and inspections, for tests."""

from datetime import date

import factory
from factory.django import DjangoModelFactory

from nennep.organisation.tests.factories import PersonFactory, UnitFactory
from nennep.oversight.models import DisciplineReturn, FeedbackMonth, Inspection, Matter, ServiceMonth


class ServiceMonthFactory(DjangoModelFactory):
    class Meta:
        model = ServiceMonth

    unit = factory.SubFactory(UnitFactory)
    month = date(2014, 3, 1)
    field = "Thủ tục hành chính"
    total = 10
    on_time = 9
    source = "Sổ theo dõi hồ sơ"


class FeedbackMonthFactory(DjangoModelFactory):
    class Meta:
        model = FeedbackMonth

    unit = factory.SubFactory(UnitFactory)
    month = date(2014, 3, 1)
    channel = "Tiếp công dân"
    complaints = 0
    denunciations = 0
    suggestions = 0
    source = "Sổ tiếp công dân"


class DisciplineReturnFactory(DjangoModelFactory):
    class Meta:
        model = DisciplineReturn

    unit = factory.SubFactory(UnitFactory)
    starts = date(2013, 1, 1)
    ends = date(2013, 12, 31)
    matter = Matter.MEMBER
    people = 0
    source = "Sổ theo dõi đảng viên"


class InspectionFactory(DjangoModelFactory):
    class Meta:
        model = Inspection

    unit = factory.SubFactory(UnitFactory)
    year = 2014
    kind = Inspection.Kind.INSPECTION
    subject = factory.SubFactory(PersonFactory, home=factory.SelfAttribute("..unit"))
    content = "Thực hiện nhiệm vụ được giao"
    planned_on = date(2014, 5, 15)
