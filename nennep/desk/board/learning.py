"""Obligations about learning and following: plan, registration, the Book, articles, tasks."""

from collections import Counter
from collections.abc import Iterator
from datetime import date

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from nennep.desk.board.grid import Cell, Row, State, awaited, month_period
from nennep.organisation.models import Unit
from nennep.organisation.periods import Period
from nennep.portal.models import Article
from nennep.programme.models import Pledge, Task, TaskState, YearPlan
from nennep.recognition.models import BookEntry
from nennep.reports.facts import evidence_address
from nennep.rulebook.rules import Rule, rules_in_force

QUARTER_ENDS = (3, 6, 9, 12)


def learning(unit: Unit, year: int, today: date) -> Iterator[Row]:
    rules = rules_in_force(unit, date(year, 12, 31))
    plan = YearPlan.objects.filter(unit=unit, year=year).select_related("document").first()
    yield year_plan(plan, rules.get("plan.due_month"), year, today)
    yield registration(unit, plan, rules.get("registration.due_month"), year, today)
    yield tasks(unit, year, today)
    yield book(unit, year)
    articles = rules.get("articles.per_quarter")
    if articles is not None:
        yield articles_sent(unit, articles, year, today)


def in_month(month: int, cell: Cell) -> tuple[Cell, ...]:
    return tuple(cell if number == month else Cell() for number in range(1, 13))


def year_plan(plan: YearPlan | None, rule: Rule | None, year: int, today: date) -> Row:
    """Late only by a rule: a unit that has set no month for its plan has only a plan or none."""
    due = month_period(year, int(rule.number)).ends if rule else None
    reason = (
        _("hết tháng %(month)d · %(source)s") % {"month": int(rule.number), "source": rule.source}
        if rule
        else _("mỗi năm một kế hoạch")
    )
    if plan is None:
        cells = in_month(due.month, Cell(awaited(due, today), _("chưa có"))) if due else (Cell(),) * 12
        return Row(_("Kế hoạch năm"), reason, cells, _("%(part)d trên %(whole)d") % {"part": 0, "whole": 1})
    issued = plan.document.issued_on
    state: State = "below" if due and issued > due else "done"
    month = issued.month if issued.year == year else 1
    text = f"{plan.document.number:02d}-{plan.document.symbol.partition('/')[0]}"
    return Row(
        _("Kế hoạch năm"),
        reason,
        in_month(month, Cell(state, text, plan.get_absolute_url())),
        _("%(part)d trên %(whole)d") % {"part": 1, "whole": 1},
    )


def registration(unit: Unit, plan: YearPlan | None, rule: Rule | None, year: int, today: date) -> Row:
    asked = list(Pledge.objects.of(unit).filter(year=year).members())
    done = [pledge for pledge in asked if pledge.registered_on]
    due = registration_due(plan, rule, year)
    reason = (
        _("hết tháng %(month)d · %(source)s") % {"month": int(rule.number), "source": rule.source}
        if rule
        else _("mỗi năm một lần")
    )
    if not asked:
        launched = plan is None or plan.launched_on
        cells = (
            in_month(due.month, Cell(awaited(due, today), _("chưa phát động"))) if due and launched else (Cell(),) * 12
        )
        return Row(_("Đăng ký làm theo"), reason, cells, "")
    url = plan.get_absolute_url() if plan else ""
    when = Counter(pledge.registered_on.month for pledge in done if pledge.registered_on)
    cells = tuple(registered(when[month], due is None or month <= due.month, url) for month in range(1, 13))
    if due and not when[due.month] and len(done) < len(asked):
        left = len(asked) - len(done)
        words = ngettext("còn %(n)d người", "còn %(n)d người", left) % {"n": left}
        waiting = Cell(awaited(due, today), words, url)
        cells = (*cells[: due.month - 1], waiting, *cells[due.month :])
    return Row(
        _("Đăng ký làm theo"), reason, cells, _("%(part)d trên %(whole)d") % {"part": len(done), "whole": len(asked)}
    )


def registration_due(plan: YearPlan | None, rule: Rule | None, year: int) -> date | None:
    """The day the launch named, else the end of the rule's month, else none: nobody has said when."""
    if plan and plan.registration_due_on:
        return plan.registration_due_on
    return month_period(year, int(rule.number)).ends if rule else None


def registered(people: int, in_time: bool, url: str) -> Cell:
    words = ngettext("%(n)d người", "%(n)d người", people) % {"n": people}
    return Cell("done" if in_time else "below", words, url) if people else Cell()


def tasks(unit: Unit, year: int, today: date) -> Row:
    due = list(Task.objects.of(unit).within(Period.year(year)).expected())
    cells = []
    on_time_in_year = 0
    for month in range(1, 13):
        this = [task for task in due if task.due_on.month == month]
        on_time = [
            task for task in this if task.state == TaskState.DONE and task.done_on and task.done_on <= task.due_on
        ]
        on_time_in_year += len(on_time)
        if not this:
            cells.append(Cell())
            continue
        url = evidence_address(unit, "programme.tasks_on_time_percent", month_period(year, month))
        open_now = any(task.is_late_on(today) for task in this)
        state: State = "done" if len(on_time) == len(this) else "late" if open_now else "below"
        if month_period(year, month).ends >= today and state != "done":
            state = "due" if month_period(year, month).starts <= today else "plan"
        cells.append(Cell(state, _("%(part)d/%(whole)d việc") % {"part": len(on_time), "whole": len(this)}, url))
    return Row(
        _("Việc đến hạn, xong đúng hạn"),
        _("kế hoạch năm và việc giao tại cuộc họp"),
        tuple(cells),
        _("%(part)d trên %(whole)d") % {"part": on_time_in_year, "whole": len(due)},
    )


def book(unit: Unit, year: int) -> Row:
    turns = Counter(entry.agreed_on.month for entry in BookEntry.objects.of(unit).within(Period.year(year)))
    cells = tuple(
        Cell(
            "done",
            in_turns(turns[month]),
            evidence_address(unit, "recognition.book_turns", month_period(year, month)),
        )
        if turns[month]
        else Cell()
        for month in range(1, 13)
    )
    return Row(
        _("Nêu gương, ghi Sổ"),
        _("xét mỗi tháng, khi có việc đáng nêu"),
        cells,
        in_turns(sum(turns.values())),
    )


def in_turns(n: int) -> str:
    return ngettext("%(n)d lượt", "%(n)d lượt", n) % {"n": n}


def articles_sent(unit: Unit, rule: Rule, year: int, today: date) -> Row:
    published = Counter(
        article.sent_on.month for article in Article.objects.of(unit).within(Period.year(year)).published()
    )
    wanted = int(rule.number)
    cells = []
    for month in range(1, 13):
        quarter = sum(published[m] for m in range(month - 2, month + 1)) if month in QUARTER_ENDS else 0
        quarter_days = Period(date(year, max(1, month - 2), 1), month_period(year, month).ends)
        if month in QUARTER_ENDS and quarter < wanted:
            url = evidence_address(unit, "portal.articles_published", quarter_days)
            state: State = "below" if quarter_days.ends < today else awaited(quarter_days.ends, today)
            cells.append(Cell(state, _("%(part)d/%(whole)d bài") % {"part": quarter, "whole": wanted}, url))
        elif published[month]:
            url = evidence_address(unit, "portal.articles_published", month_period(year, month))
            words = ngettext("%(n)d bài", "%(n)d bài", published[month]) % {"n": published[month]}
            cells.append(Cell("done", words, url))
        else:
            cells.append(Cell())
    total = sum(published.values())
    return Row(
        _("Bài được đăng"),
        _("mỗi quý %(n)d bài · %(source)s") % {"n": wanted, "source": rule.source},
        tuple(cells),
        _("%(part)d trên %(whole)d") % {"part": total, "whole": 4 * wanted},
    )
