"""The table of pages: those of planning and registration."""

from django.urls import reverse

from nennep.programme.models import Task, YearPlan
from nennep.programme.planning.forms import OF_CLAUSE, OF_YEAR
from nennep.programme.registration import actions as registration
from nennep.programme.tests.factories import GoalFactory, PledgeItemFactory
from tests.access.kinds import COMMITTEE, Kind
from tests.access.people import MOMENT, Around
from tests.access.programme_verbs import WRITTEN, clause, pledge_of_member, task_of_plan
from tests.access.table import IN_THE_CELL, Addresses, Answer, Page, of_unit, to

THE_MEMBER, THE_HELPER = frozenset({Kind.MEMBER}), frozenset({Kind.MINUTES})


def of_the_member(name: str) -> Addresses:
    return lambda a: [reverse(name, args=[pledge_of_member(a).pk])]


def a_sending(a: Around) -> list[str]:
    sent = registration.send_registration(pledge_of_member(a), WRITTEN, by=a.member, at=MOMENT)
    return [sent.get_absolute_url()]


def an_item(*deeds: str) -> Addresses:
    def addresses(a: Around) -> list[str]:
        pledge = pledge_of_member(a)
        item = PledgeItemFactory(pledge=pledge, order=90 + pledge.items.count())
        return [reverse("programme:change-item", args=[item.pk, deed]) for deed in deeds]

    return addresses


def year_deeds(a: Around) -> list[str]:
    return [reverse("programme:change-year", args=[a.unit.code, 2014, deed]) for deed in OF_YEAR]


def a_plan_to_draft(a: Around) -> list[str]:
    plan = YearPlan.objects.filter(unit=a.unit, year=2017).first() or YearPlan.objects.create(unit=a.unit, year=2017)
    if not plan.goals.exists():
        GoalFactory(plan=plan, order=1)
    return [reverse("programme:draft-plan", args=[a.unit.code, 2017])]


def task_deeds(*deeds: str) -> Addresses:
    def addresses(a: Around) -> list[str]:
        task = Task.objects.filter(unit=a.unit, code="THU").first() or task_of_plan(a)
        return [reverse("programme:change-task", args=[task.pk, deed]) for deed in deeds]

    return addresses


def clause_deeds(a: Around) -> list[str]:
    [made] = clause(a)
    return [reverse("programme:change-clause", args=[made.pk, deed]) for deed in OF_CLAUSE]


FILLED = to(COMMITTEE, sees_as=Answer.AGAIN)

REGISTRATION_PAGES = [
    Page("programme:change-year", year_deeds, to(COMMITTEE), post=FILLED),
    Page(
        "programme:draft-plan",
        a_plan_to_draft,
        to(COMMITTEE),
        post=to(COMMITTEE, sees_as=Answer.LEADS_ON),
        names_nobody=True,
    ),
    Page("programme:change-task", task_deeds("hoan", "thoi", "chuyen"), to(COMMITTEE), post=FILLED, names_nobody=True),
    Page(
        "programme:change-task",
        task_deeds("xong"),
        to(COMMITTEE | THE_MEMBER),
        post=to(COMMITTEE | THE_MEMBER, sees_as=Answer.AGAIN),
        which="done",
        names_nobody=True,
    ),
    Page("programme:standards", of_unit("programme:standards"), IN_THE_CELL, names_nobody=True),
    Page("programme:add-clause", of_unit("programme:add-clause"), to(COMMITTEE), post=FILLED, names_nobody=True),
    Page("programme:change-clause", clause_deeds, to(COMMITTEE), post=FILLED, names_nobody=True),
    Page(
        "programme:launch",
        of_unit("programme:launch", 2014),
        to(COMMITTEE),
        post=to(COMMITTEE, sees_as=Answer.AGAIN),
        names_nobody=True,
    ),
    Page(
        "programme:write-pledge",
        of_the_member("programme:write-pledge"),
        to(THE_MEMBER),
        post=to(THE_MEMBER, sees_as=Answer.LEADS_ON),
        which="of the member",
        names_nobody=True,
    ),
    Page("programme:read-submission", a_sending, to(COMMITTEE), post=to(COMMITTEE, sees_as=Answer.LEADS_ON)),
    Page(
        "programme:midyear", of_the_member("programme:midyear"), to(COMMITTEE), post=to(COMMITTEE, sees_as=Answer.AGAIN)
    ),
    Page("programme:paper-pledge", of_the_member("programme:paper-pledge"), to(COMMITTEE | THE_MEMBER | THE_HELPER)),
    Page(
        "programme:paper-code",
        lambda a: [reverse("programme:paper-code")],
        to(THE_HELPER),
        post=to(THE_HELPER, sees_as=Answer.AGAIN),
        names_nobody=True,
    ),
    Page(
        "programme:change-item",
        an_item("doi", "tu-nhan"),
        to(THE_MEMBER),
        post=to(THE_MEMBER, sees_as=Answer.AGAIN),
        which="the person's own",
    ),
    Page(
        "programme:change-item",
        an_item("nhan-xet"),
        to(COMMITTEE),
        post=to(COMMITTEE, sees_as=Answer.AGAIN),
        which="the cell's remark",
    ),
]
