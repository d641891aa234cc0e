"""Impossible states of plans, tasks, pledges and limitations are refused by the database itself."""

from datetime import date

import pytest
from django.db import IntegrityError, transaction

from nennep.programme.models import TaskState
from nennep.programme.tests.factories import (
    ClauseFactory,
    GoalFactory,
    LimitationFactory,
    MeetingTaskFactory,
    MonthlyResultFactory,
    PlanTaskFactory,
    PledgeFactory,
    PledgeItemFactory,
    ProgrammeFactory,
    ThemeFactory,
    VerdictFactory,
    YearPlanFactory,
)

pytestmark = pytest.mark.django_db


def refused(name):
    return pytest.raises(IntegrityError, match=name)


def test_a_task_done_has_a_day():
    with refused("task_done_has_a_day"), transaction.atomic():
        MeetingTaskFactory(state=TaskState.DONE, done_on=None)


@pytest.mark.parametrize("state", [state for state in TaskState if state != TaskState.DONE])
def test_a_task_not_done_has_no_day_of_doing(state):
    with refused("task_done_has_a_day"), transaction.atomic():
        MeetingTaskFactory(state=state, done_on=date(2014, 3, 20))


def test_a_task_comes_from_a_plan_or_from_a_meeting():
    with refused("task_from_a_plan_or_a_meeting"), transaction.atomic():
        MeetingTaskFactory(given_on=None)


def test_a_task_does_not_come_from_both():
    with refused("task_from_a_plan_or_a_meeting"), transaction.atomic():
        PlanTaskFactory(given_on=date(2014, 3, 4))


def test_two_tasks_of_a_unit_do_not_share_a_code():
    first = PlanTaskFactory(code="2014.1")
    with refused("code"), transaction.atomic():
        PlanTaskFactory(unit=first.unit, goal=first.goal, code="2014.1")


def test_tasks_without_a_code_do_not_hinder_each_other():
    first = MeetingTaskFactory(code="")
    assert MeetingTaskFactory(unit=first.unit, code="").pk != first.pk


def test_a_meeting_gives_one_person_the_same_task_once():
    first = MeetingTaskFactory()
    with refused("(?i)unique"), transaction.atomic():
        MeetingTaskFactory(unit=first.unit, text=first.text, owner=first.owner)


def test_a_limitation_is_not_overcome_before_it_is_found():
    with refused("limitation_closed_after_found"), transaction.atomic():
        LimitationFactory(found_on=date(2014, 1, 2), closed_on=date(2014, 1, 1))


def test_a_month_is_written_as_its_first_day():
    with refused("monthly_result_first_of_month"), transaction.atomic():
        MonthlyResultFactory(month=date(2014, 3, 2))


def test_a_programme_does_not_end_before_it_starts():
    with refused("ends_after_start"), transaction.atomic():
        ProgrammeFactory(ends=date(2011, 5, 13))


@pytest.mark.parametrize(
    ("make", "shared"),
    [
        (ProgrammeFactory, ["unit", "directive"]),
        (ThemeFactory, ["unit", "year"]),
        (ClauseFactory, ["document", "number"]),
        (YearPlanFactory, ["unit", "year"]),
        (GoalFactory, ["plan", "order"]),
        (PledgeFactory, ["unit", "year", "person"]),
        (PledgeItemFactory, ["pledge", "order"]),
        (MonthlyResultFactory, ["item", "month"]),
        (LimitationFactory, ["unit", "code"]),
        (VerdictFactory, ["limitation", "year"]),
    ],
    ids=lambda value: value.__name__ if isinstance(value, type) else "",
)
def test_the_same_place_in_a_register_is_not_taken_twice(make, shared):
    first = make()
    with refused("(?i)unique"), transaction.atomic():
        make(**{name: getattr(first, name) for name in shared})
