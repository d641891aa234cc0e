"""Tasks: late, on time, open; and the documents they serve."""

from datetime import date, timedelta

import pytest

from nennep.documents.tests.factories import DirectiveFactory
from nennep.indicators.figures import named
from nennep.ledger.acts import Outcome
from nennep.ledger.models import Entry
from nennep.organisation.periods import Period
from nennep.programme.actions import assign_task, judge_limitation, record_limitation
from nennep.programme.models import Limitation, LimitationVerdict, Task, TaskState
from nennep.programme.tests.factories import LimitationFactory, MeetingTaskFactory, VerdictFactory

DUE = date(2014, 3, 31)
YEAR = Period.year(2014)


def task(cell, **more):
    return MeetingTaskFactory(unit=cell.unit, owner=cell.member, due_on=DUE, **more)


def test_a_task_done_on_its_last_day_is_on_time_and_a_day_later_is_late(cell):
    on_time = task(cell, state=TaskState.DONE, done_on=DUE)
    late = task(cell, state=TaskState.DONE, done_on=DUE + timedelta(days=1))
    assert list(Task.objects.of(cell.unit).on_time()) == [on_time]
    assert list(Task.objects.of(cell.unit).late()) == [late]


def test_a_dropped_task_is_not_in_the_base(cell):
    task(cell, state=TaskState.DONE, done_on=DUE)
    task(cell, state=TaskState.DROPPED)
    task(cell, state=TaskState.POSTPONED)
    value = named("programme.tasks_on_time_percent").value(cell.unit, YEAR)
    assert (value.part, value.whole) == (1, 2)


@pytest.mark.parametrize(
    ("state", "after", "late"),
    [
        (TaskState.TODO, 0, False),
        (TaskState.TODO, 1, True),
        (TaskState.DOING, 1, True),
        (TaskState.POSTPONED, 1, False),
        (TaskState.DROPPED, 1, False),
    ],
)
def test_only_an_open_task_past_its_day_is_late(state, after, late):
    found = MeetingTaskFactory.build(unit=None, owner=None, due_on=DUE, state=state)
    assert found.is_late_on(DUE + timedelta(days=after)) is late


def test_a_task_finished_later_was_open_on_the_days_before(cell):
    task(cell, state=TaskState.DONE, done_on=date(2014, 4, 10))
    open_on = Task.objects.of(cell.unit).open_on
    assert open_on(date(2014, 4, 9)).count() == 1
    assert open_on(date(2014, 4, 10)).count() == 0


def test_the_documents_a_task_serves_are_part_of_its_record(cell, at):
    directive = DirectiveFactory(register=cell.unit)

    def assign(*serves):
        given = MeetingTaskFactory.build(unit=cell.unit, owner=cell.member, text="Tổ chức học tập")
        return assign_task(given, by=cell.secretary, at=at, serves=serves)

    assert assign()[1] is Outcome.ADDED
    stored, outcome = assign(directive)
    assert (outcome, list(stored.serves.all())) == (Outcome.CORRECTED, [directive])
    entries = Entry.objects.count()
    assert assign(directive)[1] is Outcome.UNCHANGED
    assert Entry.objects.count() == entries


def test_a_limitation_is_open_from_the_day_it_is_found_until_it_is_overcome(cell):
    limitation = LimitationFactory(
        unit=cell.unit, owner=cell.member, found_on=date(2013, 12, 3), closed_on=date(2014, 6, 3)
    )
    open_on = Limitation.objects.of(cell.unit).open_on
    assert not open_on(date(2013, 12, 2)).exists()
    assert list(open_on(date(2013, 12, 3))) == [limitation]
    assert list(open_on(date(2014, 6, 2))) == [limitation]
    assert not open_on(date(2014, 6, 3)).exists()


def test_a_limitation_that_did_not_improve_for_two_years_is_repeated(cell):
    stuck, better = (LimitationFactory(unit=cell.unit, owner=cell.member, found_on=date(2011, 1, 1)) for _ in "ab")
    for limitation, last in ((stuck, "worse"), (better, "better")):
        VerdictFactory(limitation=limitation, year=2012, verdict="same")
        VerdictFactory(limitation=limitation, year=2013, verdict=last)
    answer = named("programme.limitations_repeated").ask(cell.unit, Period(date(2014, 1, 1), date(2014, 6, 30)))
    assert list(answer.evidence()) == [stuck]


def test_a_limitation_and_its_verdicts_are_put_on_record_once(cell, at):
    def limitation():
        return LimitationFactory.build(unit=cell.unit, owner=cell.secretary, code="HC1")

    stored, first = record_limitation(limitation(), by=cell.secretary, at=at)
    again = record_limitation(limitation(), by=cell.secretary, at=at)[1]
    verdicts = [
        judge_limitation(
            LimitationVerdict(limitation=stored, year=2013, verdict="same", ground="Sổ biên bản"),
            by=cell.secretary,
            at=at,
        )[1]
        for _ in "ab"
    ]
    assert (first, again) == (Outcome.ADDED, Outcome.UNCHANGED)
    assert verdicts == [Outcome.ADDED, Outcome.UNCHANGED]
    assert Entry.objects.count() == 2
