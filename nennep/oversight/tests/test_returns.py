"""A zero stands with its source; what nobody returned is not zero."""

from datetime import date
from fractions import Fraction

import pytest
from django.db import IntegrityError, transaction

from nennep.indicators.figures import named
from nennep.ledger.acts import Outcome
from nennep.ledger.models import Entry
from nennep.organisation.access import NotAllowed
from nennep.organisation.models import DutyKind
from nennep.organisation.periods import Period
from nennep.organisation.tests.factories import DutyFactory
from nennep.oversight.actions import record_inspection, return_discipline, return_feedback, return_service
from nennep.oversight.models import DisciplineReturn, FeedbackMonth, Inspection, Matter, ServiceMonth
from nennep.oversight.tests.factories import (
    DisciplineReturnFactory,
    FeedbackMonthFactory,
    InspectionFactory,
    ServiceMonthFactory,
)

YEAR = Period.year(2014)


def test_a_month_that_says_zero_makes_a_zero_and_no_month_makes_nothing(unit):
    ask = named("oversight.complaints").value
    assert ask(unit, YEAR).number is None
    FeedbackMonthFactory(unit=unit)
    assert (ask(unit, YEAR).number, ask(unit, YEAR).rows) == (0, 1)


def test_no_discipline_is_said_only_about_the_matter_that_was_returned(unit):
    DisciplineReturnFactory(unit=unit, matter=Matter.MEMBER)
    period = Period.year(2013)
    assert named("oversight.disciplined").value(unit, period).number == 0
    assert named("oversight.harassment").value(unit, period).number is None
    assert named("oversight.degradation").value(unit, period).number is None


def test_files_on_time_are_a_share_of_files_and_not_of_months(unit):
    ServiceMonthFactory(unit=unit, month=date(2014, 1, 1), total=1, on_time=0)
    ServiceMonthFactory(unit=unit, month=date(2014, 2, 1), total=99, on_time=99)
    value = named("oversight.service_on_time_percent").value(unit, YEAR)
    assert (value.number, value.part, value.whole, value.rows) == (Fraction(99), 99, 100, 2)


def test_months_without_a_single_file_give_no_percentage(unit):
    ServiceMonthFactory(unit=unit, total=0, on_time=0)
    value = named("oversight.service_on_time_percent").value(unit, YEAR)
    assert (value.number, value.rows) == (None, 1)
    assert named("oversight.service_files").value(unit, YEAR).number == 0


def test_only_findings_that_ask_for_something_are_in_the_base_of_what_was_mended(cell):
    values = {"unit": cell.unit, "conclusion": "Có khuyết điểm", "started_on": date(2014, 5, 15)}
    people = iter([cell.member, cell.other_member, cell.probationary])
    for more in ({}, {"to_mend": "ghi nhật ký"}, {"to_mend": "báo cáo", "mended_on": date(2014, 7, 1)}):
        InspectionFactory(subject=next(people), concluded_on=date(2014, 6, 1), **values, **more)
    value = named("oversight.findings_mended_percent").value(cell.unit, YEAR)
    assert (value.part, value.whole) == (1, 2)


@pytest.mark.parametrize(
    ("verb", "make", "model"),
    [
        (return_service, ServiceMonthFactory, ServiceMonth),
        (return_feedback, FeedbackMonthFactory, FeedbackMonth),
        (return_discipline, DisciplineReturnFactory, DisciplineReturn),
    ],
)
def test_a_return_is_entered_once_and_a_changed_one_is_a_correction(cell, at, verb, make, model):
    outcomes = [
        verb(make.build(unit=cell.unit, source=source), by=cell.secretary, at=at)[1]
        for source in ("Sổ", "Sổ", "Sổ khác")
    ]
    assert outcomes == [Outcome.ADDED, Outcome.UNCHANGED, Outcome.CORRECTED]
    assert (model.objects.get().source, Entry.objects.count()) == ("Sổ khác", 2)


def test_an_inspection_follows_its_way_in_one_record(cell, at):
    def inspection(**more):
        return InspectionFactory.build(unit=cell.unit, subject=cell.member, **more)

    begun = {"started_on": date(2014, 5, 15)}
    done = begun | {"concluded_on": date(2014, 6, 2), "conclusion": "Thực hiện đúng"}
    outcomes = [
        record_inspection(inspection(**stage), by=cell.secretary, at=at)[1] for stage in ({}, begun, done, done)
    ]
    assert outcomes == [Outcome.ADDED, Outcome.CORRECTED, Outcome.CORRECTED, Outcome.UNCHANGED]
    assert Inspection.objects.get().conclusion == "Thực hiện đúng"


def test_discipline_and_inspections_are_for_the_committee_and_the_inspector(cell, at):
    DutyFactory(unit=cell.unit, person=cell.other_member, kind=DutyKind.INSPECTOR)
    with pytest.raises(NotAllowed):
        return_discipline(DisciplineReturnFactory.build(unit=cell.unit), by=cell.minutes_secretary, at=at)
    with pytest.raises(NotAllowed):
        record_inspection(InspectionFactory.build(unit=cell.unit, subject=cell.member), by=cell.member, at=at)
    assert not DisciplineReturn.objects.exists()
    assert not Inspection.objects.exists()
    assert (
        return_discipline(DisciplineReturnFactory.build(unit=cell.unit), by=cell.other_member, at=at)[1]
        is Outcome.ADDED
    )


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("make", "values", "name"),
    [
        (ServiceMonthFactory, {"total": 10, "on_time": 11}, "service_on_time_within_total"),
        (ServiceMonthFactory, {"month": date(2014, 3, 2)}, "service_month_first_of_month"),
        (FeedbackMonthFactory, {"month": date(2014, 3, 31)}, "feedback_month_first_of_month"),
        (DisciplineReturnFactory, {"ends": date(2012, 12, 31)}, "discipline_return_ends_after_start"),
        (InspectionFactory, {"concluded_on": date(2014, 6, 1)}, "inspection_concluded_has_a_conclusion"),
        (InspectionFactory, {"conclusion": "Đúng"}, "inspection_concluded_has_a_conclusion"),
        (
            InspectionFactory,
            {"started_on": date(2014, 6, 2), "concluded_on": date(2014, 6, 1), "conclusion": "Đúng"},
            "inspection_concluded_after_start",
        ),
    ],
)
def test_the_database_refuses_a_return_that_cannot_be(make, values, name):
    with pytest.raises(IntegrityError, match=name), transaction.atomic():
        make(**values)


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("make", "shared"),
    [
        (ServiceMonthFactory, ["unit", "month", "field"]),
        (FeedbackMonthFactory, ["unit", "month", "channel"]),
        (DisciplineReturnFactory, ["unit", "starts", "matter", "form"]),
        (InspectionFactory, ["unit", "year", "kind", "subject", "planned_on"]),
    ],
    ids=lambda value: value.__name__ if isinstance(value, type) else "",
)
def test_the_same_return_is_not_there_twice(make, shared):
    first = make()
    with pytest.raises(IntegrityError, match="(?i)unique"), transaction.atomic():
        make(**{name: getattr(first, name) for name in shared})
