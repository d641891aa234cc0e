"""A rating is a level or the reason why there is none."""

from datetime import date

import pytest
from django.core.exceptions import ValidationError
from django.db import IntegrityError, transaction

from nennep.indicators.figures import named
from nennep.ledger.acts import Outcome
from nennep.ledger.models import Entry
from nennep.organisation.access import NotAllowed
from nennep.organisation.periods import Period
from nennep.review.actions import record_rating
from nennep.review.models import Rating, RatingLevel
from nennep.review.tests.factories import RatingFactory


@pytest.mark.django_db
@pytest.mark.parametrize(
    "impossible",
    [{"level": "", "reason_not_rated": ""}, {"level": "well", "reason_not_rated": "mới kết nạp"}],
    ids=["neither level nor reason", "both"],
)
def test_the_database_refuses_a_rating_that_is_not_one_of_the_two(impossible):
    with pytest.raises(IntegrityError, match="rating_level_or_reason"), transaction.atomic():
        RatingFactory(**impossible)


@pytest.mark.django_db
def test_the_database_refuses_two_ratings_of_a_person_for_a_year():
    first = RatingFactory()
    with pytest.raises(IntegrityError), transaction.atomic():
        RatingFactory(unit=first.unit, person=first.person, year=first.year)
    assert RatingFactory(unit=first.unit, person=first.person, year=first.year + 1).pk


def test_a_year_counts_only_when_it_ends_within_the_period(cell):
    RatingFactory(unit=cell.unit, person=cell.member, year=2013)
    RatingFactory(unit=cell.unit, person=cell.member, year=2014)
    ask = named("review.rated").value
    assert ask(cell.unit, Period(date(2013, 1, 1), date(2014, 12, 30))).number == 1
    assert ask(cell.unit, Period(date(2013, 1, 1), date(2014, 12, 31))).number == 2


def test_whoever_was_not_rated_is_outside_the_base_and_counted_apart(cell):
    RatingFactory(unit=cell.unit, person=cell.member, level=RatingLevel.COMPLETED)
    RatingFactory(unit=cell.unit, person=cell.secretary, level=RatingLevel.EXCELLENT)
    RatingFactory(unit=cell.unit, person=cell.probationary, level="", reason_not_rated="mới kết nạp dưới 6 tháng")
    year = Period.year(2013)
    share = named("review.rated_well_or_better_percent").value(cell.unit, year)
    assert (share.part, share.whole) == (1, 2)
    assert named("review.not_rated").value(cell.unit, year).number == 1


def test_when_nobody_was_rated_there_is_no_percentage(cell):
    RatingFactory(unit=cell.unit, person=cell.probationary, level="", reason_not_rated="mới kết nạp")
    assert named("review.rated_well_or_better_percent").value(cell.unit, Period.year(2013)).number is None


def rating(cell, **more):
    return Rating(unit=cell.unit, year=2013, person=cell.member, ground="Biên bản", **more)


def test_a_rating_is_recorded_once_and_a_changed_one_is_a_correction(cell, at):
    outcomes = [
        record_rating(rating(cell, level=level), by=cell.secretary, at=at)[1] for level in ("well", "well", "excellent")
    ]
    assert outcomes == [Outcome.ADDED, Outcome.UNCHANGED, Outcome.CORRECTED]
    assert Rating.objects.get().level == "excellent"
    assert Entry.objects.count() == 2


def test_a_level_outside_the_four_is_refused(cell, at):
    with pytest.raises(ValidationError):
        record_rating(rating(cell, level="superb"), by=cell.secretary, at=at)
    assert not Rating.objects.exists()


def test_the_minutes_secretary_does_not_rate(cell, at):
    with pytest.raises(NotAllowed):
        record_rating(rating(cell, level="well"), by=cell.minutes_secretary, at=at)
    assert not Rating.objects.exists()
