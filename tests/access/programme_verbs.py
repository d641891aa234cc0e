"""The table of verbs: those of registration. A draft is its author's; what was sent is the committee's to read."""

from collections.abc import Callable
from typing import Any

from nennep.programme import actions as programme
from nennep.programme.models import Pledge, PledgeItem, Submission, YearPlan
from nennep.programme.registration import actions as registration
from nennep.programme.registration.content import Written
from nennep.programme.tests.factories import PledgeItemFactory
from tests.access.doing import BY_HAND, COMMITTEE_MAY, Verb
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


PROGRAMME_VERBS = [
    Verb(programme.set_launch, COMMITTEE_MAY, a_plan, lambda a: {"launched_on": NEW_DAY, "due_on": NEW_DAY}),
    Verb(
        programme.launch_registration,
        COMMITTEE_MAY,
        lambda a: (a.unit, 2016),
        lambda a: {"launched_on": NEW_DAY, "due_on": NEW_DAY},
    ),
    Verb(registration.keep_draft, THE_MEMBER, own(WRITTEN)),
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
