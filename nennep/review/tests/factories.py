import factory
from factory.django import DjangoModelFactory

from nennep.organisation.tests.factories import PersonFactory, UnitFactory
from nennep.review.models import Rating, RatingLevel


class RatingFactory(DjangoModelFactory):
    class Meta:
        model = Rating

    unit = factory.SubFactory(UnitFactory)
    year = 2013
    person = factory.SubFactory(PersonFactory, home=factory.SelfAttribute("..unit"))
    level = RatingLevel.WELL
    ground = "Biên bản kiểm điểm"
