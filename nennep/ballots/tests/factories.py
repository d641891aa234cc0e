"""Votes for tests."""

from datetime import date

import factory
from factory.django import DjangoModelFactory

from nennep.ballots.models import ShowOfHands
from nennep.organisation.tests.factories import UnitFactory


class ShowOfHandsFactory(DjangoModelFactory):
    class Meta:
        model = ShowOfHands

    unit = factory.SubFactory(UnitFactory)
    held_on = date(2014, 3, 4)
    matter = "Thông qua kết luận"
    entitled = 9
    present = 9
    in_favour = 9
    against = 0
    abstaining = 0
    rule = "> 1/2"
