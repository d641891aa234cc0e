"""What is offered when somebody writes a registration, and which passages they have read somewhere before."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from difflib import SequenceMatcher

from django.utils.translation import gettext as _

from nennep.programme.models import Clause, Limitation, Outcome, Pledge, PledgeItem, Programme, Task, TaskState
from nennep.programme.registration.content import Written
from nennep.rulebook.rules import rule
from nennep.vietnamese.folding import fold

ALIKE, LONG_ENOUGH = 0.8, 25


@dataclass(frozen=True)
class Offer:
    """Something to take over with one press: where it comes from, and what it would put into the registration."""

    key: str
    why: str
    written: Written


def offers(pledge: Pledge) -> Iterator[Offer]:
    """Last year's items that were not kept, limitations the person answers for, their open tasks. Four queries."""
    before = PledgeItem.objects.filter(
        pledge__unit=pledge.unit, pledge__person=pledge.person, pledge__year=pledge.year - 1
    )
    for item in before.filter(outcome__in=[Outcome.PARTLY, Outcome.MISSED]):
        why = _("năm trước %(outcome)s") % {"outcome": item.get_outcome_display()}
        yield Offer(
            f"viec-{item.pk}", why, Written(item.origin, item.action, item.measure, "", item.clause_id, item.standard)
        )
    for limitation in Limitation.objects.of(pledge.unit).filter(owner=pledge.person, closed_on__isnull=True):
        yield Offer(f"han-che-{limitation.pk}", _("hạn chế còn mở"), Written("weakness", limitation.remedy[:500]))
    mine = Task.objects.of(pledge.unit).filter(owner=pledge.person, state__in=[TaskState.TODO, TaskState.DOING])
    for task in mine.filter(due_on__year__gte=pledge.year):
        written = Written("duty", task.text, task.output[:300], task.due_on.isoformat())
        yield Offer(f"nhiem-vu-{task.pk}", _("việc được giao"), written)


@dataclass(frozen=True)
class Against:
    """What can be registered against: clauses of the unit's own standards, and the Centre's standards of the day."""

    clauses: list[Clause]
    standards: dict[str, str]


def against(pledge: Pledge, on: date) -> Against:
    """What holds for the unit on that day; before the Centre had standards, only the unit's own."""
    documents = Programme.objects.filter(unit=pledge.unit, standards__isnull=False).values("standards")
    clauses = Clause.objects.filter(document__in=documents, until__isnull=True).select_related("document")
    ethics = rule("ethics.standards", unit=pledge.unit, on=on)
    table = ethics.value if ethics is not None and isinstance(ethics.value, dict) else {}
    return Against(list(clauses), {key: str(words) for key, words in table.items()})


@dataclass(frozen=True)
class Passage:
    """A passage like one that stands elsewhere; only its author is told."""

    order: int
    text: str
    where: str


def passages(pledge: Pledge, items: list[Written]) -> list[Passage]:
    """What in these items reads like the person's own of another year, or like a colleague's registered in this one. Whose
    it was is not said: the point is the author's own words. Two queries."""
    registered = PledgeItem.objects.filter(pledge__unit=pledge.unit, pledge__registered_on__isnull=False)
    own = registered.filter(pledge__person=pledge.person).exclude(pledge=pledge).values_list("action", "pledge__year")
    others = registered.filter(pledge__year=pledge.year).exclude(pledge__person=pledge.person)
    known = [(text, _("giống việc bạn đăng ký năm %(year)d") % {"year": year}) for text, year in own]
    known += [(text, _("giống một bản đã đăng ký trong chi bộ")) for text in others.values_list("action", flat=True)]
    found = []
    for order, item in enumerate(items, start=1):
        for text, where in known:
            if len(item.action) >= LONG_ENOUGH and alike(item.action, text):
                found.append(Passage(order, item.action, where))
                break
    return found


def alike(one: str, other: str) -> bool:
    """Whether two texts are the same but for a few words; tones and case do not count."""
    first, second = fold(one), fold(other)
    matcher = SequenceMatcher(None, first, second, autojunk=False)
    return matcher.real_quick_ratio() >= ALIKE and matcher.quick_ratio() >= ALIKE and matcher.ratio() >= ALIKE
