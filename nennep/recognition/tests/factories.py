"""The Book, awards and drives for tests."""

from datetime import date

import factory
from factory.django import DjangoModelFactory

from nennep.organisation.tests.factories import PersonFactory, UnitFactory
from nennep.recognition.models import Award, AwardKind, AwardLevel, BookEntry, Drive, GoodPractice


class BookEntryFactory(DjangoModelFactory):
    class Meta:
        model = BookEntry

    unit = factory.SubFactory(UnitFactory)
    number = factory.Sequence(lambda n: n + 1)
    person = factory.SubFactory(PersonFactory, home=factory.SelfAttribute("..unit"))
    deed_on = date(2014, 2, 20)
    deed = "Trực trưa suốt đợt cấp phép"
    introduced_by = factory.SubFactory(PersonFactory, home=factory.SelfAttribute("..unit"))
    agreed_on = date(2014, 3, 4)


class AwardFactory(DjangoModelFactory):
    class Meta:
        model = Award

    unit = factory.SubFactory(UnitFactory)
    person = factory.SubFactory(PersonFactory, home=factory.SelfAttribute("..unit"))
    kind = AwardKind.CERTIFICATE
    level = AwardLevel.CELL
    awarded_on = date(2014, 1, 14)
    merit = "Hoàn thành xuất sắc nhiệm vụ năm 2013"


class DriveFactory(DjangoModelFactory):
    class Meta:
        model = Drive

    unit = factory.SubFactory(UnitFactory)
    name = "Thi đua học tập và làm theo"
    launched_on = date(2014, 2, 18)
    starts = date(2014, 2, 18)


class GoodPracticeFactory(DjangoModelFactory):
    class Meta:
        model = GoodPractice

    unit = factory.SubFactory(UnitFactory)
    name = factory.Sequence(lambda n: f"Một cửa không hẹn lại {n}")
    content = "Hẹn một lần, trả một lần"
    starts = date(2013, 3, 1)
