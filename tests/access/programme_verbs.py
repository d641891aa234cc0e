"""The table of verbs: those of planning and registration. A draft is its author's; what was sent is the committee's to read."""

from collections.abc import Callable
from datetime import date
from typing import Any

from nennep.documents.tests.factories import DocumentFactory
from nennep.programme import actions as programme
from nennep.programme.models import Clause, Goal, Pledge, PledgeItem, Submission, Task, YearPlan
from nennep.programme.planning import actions as planning
from nennep.programme.registration import actions as registration
from nennep.programme.registration.content import Written
from nennep.programme.tests.factories import ClauseFactory, PlanTaskFactory, PledgeItemFactory
from tests.access.doing import BOOKS_MAY, BY_HAND, COMMITTEE_MAY, Verb
from tests.access.kinds import Kind
from tests.access.people import MOMENT, NEW_DAY, Around

THE_MEMBER = frozenset({Kind.MEMBER})
WRITTEN = [Written("duty", "Trả kết quả đúng hẹn", "0 lần chậm", "2014-12-31")]


def pledge_of_member(a: Around) -> Pledge:
    return Pledge.objects.get(unit=a.unit, year=2014, person=a.member)


def own(*more: Any) -> Callable[[Around], tuple[Any, ...]]:
    return lambda a: (pledge_of_member(a), *more)


def sent(a: Around) -> tuple[Submission]:
    return (registration.send_registration(pledge_of_member(a), WRITTEN, by=a.member, at=MOMENT),)


def item(a: Around) -> tuple[PledgeItem]:
    return (PledgeItemFactory(pledge=pledge_of_member(a), order=99),)


def a_plan(a: Around) -> tuple[YearPlan | None]:
    return (YearPlan.objects.filter(unit=a.unit).first(),)


def task_of_plan(a: Around) -> Task:
    """An open task of the example's plan of 2014, due long enough ago."""
    goal = Goal.objects.filter(plan__unit=a.unit, plan__year=2014).first()
    return PlanTaskFactory(unit=a.unit, goal=goal, owner=a.member, code="THU", due_on=date(2014, 12, 15))


def goal_of_2015(a: Around) -> Goal:
    goal = Goal.objects.filter(plan__unit=a.unit, plan__year=2015).first()
    assert goal is not None
    return goal


def clause(a: Around) -> tuple[Clause]:
    return (ClauseFactory(document=DocumentFactory(register=a.unit), number="99"),)


PROGRAMME_VERBS = [
    Verb(programme.begin_year_plan, COMMITTEE_MAY, lambda a: (a.unit, 2017)),
    Verb(
        planning.finish_task,
        BOOKS_MAY | THE_MEMBER,
        lambda a: (task_of_plan(a),),
        lambda a: {"done_on": NEW_DAY},
    ),
    Verb(
        planning.postpone_task,
        COMMITTEE_MAY,
        lambda a: (task_of_plan(a),),
        lambda a: {"due_on": date(2015, 3, 31), "why": "Chờ"},
    ),
    Verb(planning.drop_task, COMMITTEE_MAY, lambda a: (task_of_plan(a),), lambda a: {"why": "Thôi"}),
    Verb(
        planning.carry_over,
        COMMITTEE_MAY,
        lambda a: (task_of_plan(a), goal_of_2015(a)),
        lambda a: {"due_on": date(2015, 3, 31), "why": "Chờ"},
    ),
    Verb(planning.reword_clause, COMMITTEE_MAY, clause, lambda a: {"text": "Lời mới", "since": NEW_DAY}),
    Verb(planning.remove_clause, COMMITTEE_MAY, clause),
    Verb(programme.set_launch, COMMITTEE_MAY, a_plan, lambda a: {"launched_on": NEW_DAY, "due_on": NEW_DAY}),
    Verb(
        programme.launch_registration,
        COMMITTEE_MAY,
        lambda a: (a.unit, 2016),
        lambda a: {"launched_on": NEW_DAY, "due_on": NEW_DAY},
    ),
    Verb(registration.keep_draft, THE_MEMBER, own(WRITTEN), private=True),
    Verb(registration.send_registration, THE_MEMBER | BY_HAND, own(WRITTEN)),
    Verb(registration.give_back, COMMITTEE_MAY, sent, lambda a: {"comment": "Nói rõ thước đo."}),
    Verb(registration.enter_registration, COMMITTEE_MAY, sent),
    Verb(
        registration.change_item,
        THE_MEMBER | BY_HAND,
        item,
        lambda a: {"action": "Việc khác", "measure": "1 lần", "due_on": NEW_DAY, "why": "Đổi việc"},
    ),
    Verb(registration.mark_own_year, THE_MEMBER | BY_HAND, item, lambda a: {"own_outcome": "kept", "own_words": "Đủ."}),
    Verb(registration.remark_on_item, COMMITTEE_MAY, item, lambda a: {"outcome": "kept", "remark": "Đúng."}),
    Verb(registration.look_back_midyear, COMMITTEE_MAY, own(), lambda a: {"remark": "Giữ nhịp."}),
]
