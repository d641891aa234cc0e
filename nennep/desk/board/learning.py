"""Obligations about learning and following: plan, registration, monthly results, tasks, the Book, articles."""

from collections import Counter
from collections.abc import Iterator
from datetime import date
from functools import partial

from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from nennep.desk.board.grid import EMPTY, MONTHS, Cell, Row, State, awaited, month_period, out_of
from nennep.desk.board.records import ARTICLE, ASKED, BOOK, DUE, REPORTED, Noted, YearRecords
from nennep.organisation.models import MEMBERS
from nennep.organisation.periods import Period
from nennep.programme.models import TaskState
from nennep.reports.facts import evidence_address
from nennep.rulebook.rules import Rule

PLAN, PLANNED_BY, REGISTERED_BY, ARTICLES = (
    "plan.per_year",
    "plan.due_month",
    "registration.due_month",
    "articles.per_quarter",
)


def learning(records: YearRecords) -> Iterator[Row]:
    yield year_plan(records)
    yield registration(records)
    if records.of(ASKED):
        yield monthly_results(records)
    yield tasks(records)
    yield book(records)
    if records.rules(ARTICLES):
        yield articles(records)


def in_month(month: int, cell: Cell) -> tuple[Cell, ...]:
    return tuple(cell if number == month else EMPTY for number in MONTHS)


def month_named(rule: Rule, year: int) -> date:
    """The last day of the month that a rule names."""
    return month_period(year, int(rule.number)).ends


def by_month(rule: Rule | None) -> str:
    return _("hết tháng %(month)d") % {"month": int(rule.number)} if rule else ""


def programme(records: YearRecords) -> str:
    return reverse("programme:year", args=[records.unit.code, records.year])


def year_plan(records: YearRecords) -> Row:
    """Late only by a rule: a unit that has set no month for its plan, and of which nobody asks one, is not late."""
    name, page = _("Kế hoạch năm"), partial(programme, records)
    rule, yearly = records.rule(PLANNED_BY, 12), records.rule(PLAN, 12)
    due = month_named(rule, records.year) if rule else month_period(records.year, 12).ends if yearly else None
    rules = tuple(found for found in (yearly, rule) if found is not None)
    asked = by_month(rule) or _("mỗi năm một kế hoạch")
    document = records.plan.document if records.plan is not None else None
    if document is None:
        waiting = Cell(awaited(due, records.today), lambda: _("chưa có"), page, rule or yearly, due) if due else None
        cells = in_month(due.month, waiting) if due and waiting else (EMPTY,) * 12
        return Row(PLANNED_BY, name, cells, out_of(0, 1), rules, asked, reminds=True)
    issued = document.issued_on
    state: State = "below" if rule and due and issued > due else "done"
    text = f"{document.number:02d}-{document.symbol.partition('/')[0]}"
    cell = Cell(state, lambda: text, page, rule or yearly)
    month = issued.month if issued.year == records.year else 1
    return Row(PLANNED_BY, name, in_month(month, cell), out_of(1, 1), rules, asked, reminds=True)


def people(n: int) -> str:
    return ngettext("%(n)d người", "%(n)d người", n) % {"n": n}


def of_people(part: int, whole: int) -> str:
    return _("%(part)d/%(whole)d người") % {"part": part, "whole": whole}


def registration_due(records: YearRecords, rule: Rule | None) -> date | None:
    """The day the launch named, else the end of the rule's month, else none: nobody has said when."""
    if records.plan and records.plan.registration_due_on:
        return records.plan.registration_due_on
    return month_named(rule, records.year) if rule else None


def registration(records: YearRecords) -> Row:
    """Members asked and registered; others who registered stand beside, for nobody may ask it of them."""
    name, page = _("Đăng ký làm theo"), partial(programme, records)
    rule = records.rule(REGISTERED_BY, 12)
    due, rules = registration_due(records, rule), (rule,) if rule else ()
    asked = by_month(rule) or _("mỗi năm một lần")
    members = [row for row in records.of(ASKED) if row.word in MEMBERS]
    done = [row for row in members if row.day]
    others = sum(row.word not in MEMBERS and row.day is not None for row in records.of(ASKED))
    if not members:
        launched = records.plan is None or records.plan.launched_on
        waiting = Cell(awaited(due, records.today), lambda: _("chưa phát động"), page, rule, due) if due else None
        cells = in_month(due.month, waiting) if due and waiting and launched else (EMPTY,) * 12
        return Row(REGISTERED_BY, name, cells, "", rules, asked, reminds=True)
    when = Counter(row.day.month for row in done if row.day)
    cells = tuple(registered(when[month], due is None or month <= due.month, page, rule) for month in MONTHS)
    if due and len(done) < len(members):
        waiting = Cell(awaited(due, records.today), partial(of_people, len(done), len(members)), page, rule, due)
        cells = (*cells[: due.month - 1], waiting, *cells[due.month :])
    total = out_of(len(done), len(members))
    if others:
        total = _("%(members)s; thêm %(others)s ngoài Đảng") % {"members": total, "others": people(others)}
    return Row(REGISTERED_BY, name, cells, total, rules, asked, reminds=True)


def registered(number: int, in_time: bool, page: partial[str], rule: Rule | None) -> Cell:
    return Cell("done" if in_time else "below", partial(people, number), page, rule) if number else EMPTY


def monthly_results(records: YearRecords) -> Row:
    """How many of those who had registered wrote down what they did in the month."""
    reported = {row.day.month: row.part for row in records.of(REPORTED) if row.day}
    cells = []
    for month in MONTHS:
        starts, ends = date(records.year, month, 1), records.ends[month]
        whole = sum(joined_before(row, starts) for row in records.of(ASKED))
        part = reported.get(month, 0)
        whole = max(whole, part)
        if not whole or starts > records.today:
            cells.append(EMPTY)
            continue
        state: State = "done" if part == whole else "due" if ends >= records.today else "below"
        where = partial(evidence_address, records.unit, "programme.people_reporting", month_period(records.year, month))
        cells.append(Cell(state, partial("{}/{}".format, part, whole), where))
    full = sum(cell.state == "done" for cell in cells)
    asked = _("người đã đăng ký ghi kết quả mỗi tháng")
    judged = sum(bool(cell.state) for cell in cells)
    return Row("registration.monthly", _("Kết quả làm theo tháng"), tuple(cells), out_of(full, judged), (), asked)


def joined_before(row: Noted, day: date) -> bool:
    return row.day is not None and row.day < day


def was_on_time(row: Noted) -> bool:
    return row.word == TaskState.DONE and row.done_on is not None and row.day is not None and row.done_on <= row.day


def tasks(records: YearRecords) -> Row:
    """Tasks of the plan and of meetings by the month in which they fall due; late while open past their day."""
    cells, on_time_in_year = [], 0
    for month in MONTHS:
        this = [row for row in records.of(DUE) if row.day and row.day.month == month]
        if not this:
            cells.append(EMPTY)
            continue
        on_time = sum(was_on_time(row) for row in this)
        on_time_in_year += on_time
        open_late = any(
            row.word in (TaskState.TODO, TaskState.DOING) and row.day and row.day < records.today for row in this
        )
        state: State = "done" if on_time == len(this) else "late" if open_late else "below"
        if records.ends[month] >= records.today and state != "done":
            state = "due" if date(records.year, month, 1) <= records.today else "plan"
        where = partial(
            evidence_address, records.unit, "programme.tasks_on_time_percent", month_period(records.year, month)
        )
        cells.append(Cell(state, partial(of_tasks, on_time, len(this)), where))
    asked = _("kế hoạch năm và việc giao tại cuộc họp")
    total = out_of(on_time_in_year, len(records.of(DUE)))
    return Row("tasks.on_time", _("Việc đến hạn, xong đúng hạn"), tuple(cells), total, (), asked)


def of_tasks(part: int, whole: int) -> str:
    return _("%(part)d/%(whole)d việc") % {"part": part, "whole": whole}


def in_turns(n: int) -> str:
    return ngettext("%(n)d lượt", "%(n)d lượt", n) % {"n": n}


def book(records: YearRecords) -> Row:
    """Never late: nobody owes the Book a name each month."""
    turns = Counter(row.day.month for row in records.of(BOOK) if row.day)

    def where(month: int) -> str:
        return evidence_address(records.unit, "recognition.book_turns", month_period(records.year, month))

    cells = tuple(
        Cell("done", partial(in_turns, turns[month]), partial(where, month)) if turns[month] else EMPTY
        for month in MONTHS
    )
    asked = _("xét mỗi tháng, khi có việc đáng nêu")
    return Row("recognition.book", _("Nêu gương, ghi Sổ"), cells, in_turns(sum(turns.values())), (), asked)


def of_articles(part: int, whole: int) -> str:
    return _("%(part)d/%(whole)d bài") % {"part": part, "whole": whole}


def some_articles(n: int) -> str:
    return ngettext("%(n)d bài", "%(n)d bài", n) % {"n": n}


def articles(records: YearRecords) -> Row:
    published = Counter(row.day.month for row in records.of(ARTICLE) if row.day)
    cells = []
    for month in MONTHS:
        rule = records.rule(ARTICLES, month)
        quarter = sum(published[m] for m in range(month - 2, month + 1)) if month % 3 == 0 else 0
        if rule is not None and month % 3 == 0 and quarter < rule.number:
            days = Period(date(records.year, month - 2, 1), records.ends[month])
            state: State = "below" if days.ends < records.today else awaited(days.ends, records.today)
            where = partial(evidence_address, records.unit, "portal.articles_published", days)
            cells.append(Cell(state, partial(of_articles, quarter, int(rule.number)), where, rule))
        elif published[month]:
            days = month_period(records.year, month)
            where = partial(evidence_address, records.unit, "portal.articles_published", days)
            cells.append(Cell("done", partial(some_articles, published[month]), where, rule))
        else:
            cells.append(EMPTY)
    rules = records.rules(ARTICLES)
    wanted = int(rules[-1].number)
    asked = _("mỗi quý %(n)d bài") % {"n": wanted}
    total = out_of(sum(published.values()), 4 * wanted)
    return Row(ARTICLES, _("Bài được đăng"), tuple(cells), total, rules, asked)
