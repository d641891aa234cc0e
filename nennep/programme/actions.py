"""Verbs about the programme. The ones the workbook needs: each puts a record into its register."""

from collections.abc import Iterable
from datetime import date, datetime

from django.utils.translation import gettext as _

from nennep.documents.models import Document
from nennep.ledger.acts import Outcome, act, put
from nennep.organisation import access
from nennep.organisation.access import Doer, Helping
from nennep.organisation.models import Membership, Person, Standing, Unit
from nennep.organisation.notices import is_news, tell
from nennep.programme.models import (
    Clause,
    Goal,
    Limitation,
    LimitationVerdict,
    MonthlyResult,
    Pledge,
    PledgeItem,
    Programme,
    Task,
    Theme,
    YearPlan,
)
from nennep.programme.planning.checks import check_due, check_plan, check_theme
from nennep.vietnamese.dates import month_name, short_date

OWN_WORDS = ("standard", "own_outcome", "own_words")
"""What only the person says of an item: a workbook that is read again leaves it as it stands."""
CARRIED = ("carried_from", "passage")
"""What only the pages say of a task."""


def start_programme(programme: Programme, *, by: Doer, at: datetime) -> tuple[Programme, Outcome]:
    """Answer a directive with a plan and own standards, over a period."""
    access.require(access.sits_on_committee, by, programme.unit, on=at.date())
    return put(programme, key=["unit", "directive"], act_name="programme.start", by=by, at=at)


def set_theme(theme: Theme, *, by: Doer, at: datetime) -> tuple[Theme, Outcome]:
    """The theme of a year or a term. Raises ValidationError where one of the same scope already holds in those years."""
    access.require(access.sits_on_committee, by, theme.unit, on=at.date())
    check_theme(theme)
    return put(theme, key=["unit", "year"], act_name="programme.set_theme", by=by, at=at)


def write_clause(clause: Clause, *, by: Doer, at: datetime) -> tuple[Clause, Outcome]:
    """A clause of the unit's own standards."""
    access.require(access.sits_on_committee, by, clause.document.register, on=at.date())
    return put(clause, key=["document", "number", "until"], act_name="programme.write_clause", by=by, at=at)


def adopt_year_plan(plan: YearPlan, *, by: Doer, at: datetime) -> tuple[YearPlan, Outcome]:
    """The plan of a year, carried by a document. Launching registration makes a pledge for everybody on the roll."""
    access.require(access.sits_on_committee, by, plan.unit, on=at.date())
    check_plan(plan)
    stored, outcome = put(
        plan, key=["unit", "year"], act_name="programme.adopt_year_plan", by=by, at=at, keep=["draft"]
    )
    if outcome is not Outcome.UNCHANGED and stored.launched_on and stored.registration_due_on:
        launch_registration(
            stored.unit, stored.year, launched_on=stored.launched_on, due_on=stored.registration_due_on, by=by, at=at
        )
    return stored, outcome


def begin_year_plan(unit: Unit, year: int, *, by: Doer, at: datetime) -> YearPlan:
    """Begin to plan a year before any document carries it. Raises ValidationError where there is a plan already."""
    access.require(access.sits_on_committee, by, unit, on=at.date())
    plan = YearPlan(unit=unit, year=year)
    plan.validate_constraints()
    with act("programme.begin_year_plan", by=by, at=at, on=plan):
        plan.save()
    return plan


def set_launch(plan: YearPlan, *, launched_on: date, due_on: date, by: Doer, at: datetime) -> None:
    """The day on which registration was launched, and until when it is asked, in the plan of the year."""
    access.require(access.sits_on_committee, by, plan.unit, on=at.date())
    plan.launched_on, plan.registration_due_on = launched_on, due_on
    with act("programme.set_launch", by=by, at=at, on=plan):
        plan.save(update_fields=["launched_on", "registration_due_on"])


def launch_registration(unit: Unit, year: int, *, launched_on: date, due_on: date, by: Doer, at: datetime) -> int:
    """Phát động: everybody required on the day of launch has a registration to fill. Returns how many were added.

    May be done again: whoever has one keeps it, with the day as it was. Exempt members are not asked (domain 1.4);
    non-members may register, and are never counted against the base.
    """
    access.require(access.sits_on_committee, by, unit, on=at.date())
    roll = Membership.objects.attending(unit, launched_on).select_related("person")
    known = set(Pledge.objects.of(unit).filter(year=year).values_list("person_id", flat=True))
    new = [
        Pledge(unit=unit, year=year, person=membership.person, standing=membership.standing, due_on=due_on)
        for membership in roll
        if membership.person_id not in known
    ]
    if new:
        with act("programme.launch_registration", by=by, at=at, on=unit, content={"year": year, "people": len(new)}):
            Pledge.objects.bulk_create(new)
    return len(new)


def set_goal(goal: Goal, *, by: Doer, at: datetime) -> tuple[Goal, Outcome]:
    """A goal of the year's plan."""
    access.require(access.sits_on_committee, by, goal.plan.unit, on=at.date())
    return put(goal, key=["plan", "order"], act_name="programme.set_goal", by=by, at=at)


def assign_task(task: Task, *, by: Doer, at: datetime, serves: Iterable[Document] = ()) -> tuple[Task, Outcome]:
    """Give somebody a task of the plan, or one that a meeting decided."""
    access.require(access.keeps_the_books, by, task.unit, on=at.date())
    check_due(task)
    key = ["unit", "given_on", "text", "owner"] if task.goal is None else ["unit", "code"]
    stored, outcome = put(task, key=key, act_name="programme.assign_task", by=by, at=at, keep=CARRIED)
    if outcome is Outcome.ADDED and is_news(stored.given_on or at.date(), at) and stored.due_on >= at.date():
        words = {"task": stored.text, "day": short_date(stored.due_on)}
        told = _("Bạn được giao việc, hạn %(day)s: %(task)s") % words
        tell(stored.owner, told, url=stored.get_absolute_url(), by=by, at=at)
    return stored, link(stored, "serves", serves, outcome, by=by, at=at)


def register_item(
    item: PledgeItem, *, person: Person, unit: Unit, year: int, registered_on: date, by: Doer, at: datetime
) -> tuple[PledgeItem, Outcome]:
    """Đăng ký: one item of a person's registration for a year.

    Somebody who was not on the roll at the launch (a transfer in, say) gets a registration now.
    """
    access.require_own(access.keeps_the_books, by, person, unit, on=at.date())
    pledge = Pledge.objects.filter(unit=unit, year=year, person=person).first()
    if pledge is None:
        standing = Membership.objects.of(unit).on(registered_on).filter(person=person).first()
        pledge = Pledge(
            unit=unit,
            year=year,
            person=person,
            standing=standing.standing if standing else Standing.NON_MEMBER,
            due_on=registered_on,
        )
    if pledge.registered_on is None or registered_on < pledge.registered_on:
        pledge.registered_on = registered_on
        pledge, _ = put(pledge, key=["unit", "year", "person"], act_name="programme.register", by=by, at=at)
    item.pledge = pledge
    return put(item, key=["pledge", "order"], act_name="programme.register_item", by=by, at=at, keep=OWN_WORDS)


def report_month(result: MonthlyResult, *, by: Doer, at: datetime) -> tuple[MonthlyResult, Outcome]:
    """One line about an item for a month."""
    pledge = result.item.pledge
    access.require_own(access.keeps_the_books, by, pledge.person, pledge.unit, on=at.date())
    stored, outcome = put(result, key=["item", "month"], act_name="programme.report_month", by=by, at=at)
    if isinstance(by, Helping) and outcome is not Outcome.UNCHANGED:
        words = _("%(helper)s đã nhập hộ bạn kết quả %(month)s.") % {
            "helper": by.helper,
            "month": month_name(stored.month),
        }
        tell(pledge.person, words, url=stored.get_absolute_url(), by=by, at=at)
    return stored, outcome


def record_limitation(
    limitation: Limitation, *, by: Doer, at: datetime, tasks: Iterable[Task] = ()
) -> tuple[Limitation, Outcome]:
    """A limitation with its cause, its remedy and whoever answers for it."""
    access.require(access.sits_on_committee, by, limitation.unit, on=at.date())
    stored, outcome = put(limitation, key=["unit", "code"], act_name="programme.record_limitation", by=by, at=at)
    return stored, link(stored, "tasks", tasks, outcome, by=by, at=at)


def judge_limitation(verdict: LimitationVerdict, *, by: Doer, at: datetime) -> tuple[LimitationVerdict, Outcome]:
    """How a limitation stands at the end of a year."""
    access.require(access.sits_on_committee, by, verdict.limitation.unit, on=at.date())
    return put(verdict, key=["limitation", "year"], act_name="programme.judge_limitation", by=by, at=at)


def link(
    record: Task | Limitation, name: str, others: Iterable[Document | Task], outcome: Outcome, *, by: Doer, at: datetime
) -> Outcome:
    """Let the record's many-to-many links be exactly these; an act of its own when they were not."""
    wanted = {other.pk for other in others}
    manager = getattr(record, name)
    if set(manager.values_list("pk", flat=True)) == wanted:
        return outcome
    with act(f"programme.link_{name}", by=by, at=at, on=record, content={name: sorted(wanted)}):
        manager.set(wanted)
    return Outcome.CORRECTED if outcome is Outcome.UNCHANGED else outcome
