"""Obligations about the yearly review, inspection, service, and reporting upward."""

from collections import Counter
from collections.abc import Iterator
from datetime import date
from functools import partial

from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from nennep.desk.board.grid import EMPTY, MONTHS, Cell, Row, awaited, month_period, out_of
from nennep.desk.board.learning import people
from nennep.desk.board.records import INSPECTED as INSPECTIONS
from nennep.desk.board.records import RATED, REPORT, SERVED, Noted, YearRecords
from nennep.organisation.periods import Period
from nennep.reports.facts import evidence_address
from nennep.rulebook.rules import Rule

REVIEW, REVIEWED_BY, REGIME = "review.per_year", "review.due_month", "review.regime"
INSPECTED = "inspection.members_per_year"


def oversight(records: YearRecords) -> Iterator[Row]:
    if records.rules(REVIEW):
        yield review(records)
    yield inspections(records)
    yield service(records)
    yield reports(records)


def review(records: YearRecords) -> Row:
    """Decided ratings by their month. Late only where a month is named; the regime of the year's end names the paper."""
    rows = records.of(RATED)
    when = Counter(_month_in(row, records.year) for row in rows if row.day)
    regime, due = records.rule(REGIME, 12), records.rule(REVIEWED_BY, 12)
    rule = regime or records.rule(REVIEW, 12)
    page = partial(reverse, "review:year", args=[records.unit.code, records.year])
    last = int(due.number) if due else 12
    cells = []
    for month in MONTHS:
        if when[month]:
            cells.append(Cell("done", partial(people, when[month]), page, rule))
        elif month == last and not when and records.starts <= records.ends[month]:
            state = awaited(records.ends[month], records.today)
            state = "none" if state == "late" and due is None else state
            cells.append(Cell(state, lambda: _("chưa ghi"), page, due or rule, records.ends[month]))
        else:
            cells.append(EMPTY)
    rules = tuple(found for found in (rule, due) if found is not None)
    total = out_of(sum(when.values()), len(rows)) if rows else ""
    return Row(REVIEW, _("Kiểm điểm, xếp loại năm"), tuple(cells), total, rules, _("mỗi năm một lần"), reminds=True)


def _month_in(row: Noted, year: int) -> int:
    """The month of a decision; one after the year's end stands in its December, where it was due."""
    return row.day.month if row.day is not None and row.day.year == year else 12


def inspections(records: YearRecords) -> Row:
    rule = records.rule(INSPECTED, 12)
    where = partial(evidence_address, records.unit, "oversight.inspections_planned", Period.year(records.year))
    cells = []
    for month in MONTHS:
        done = [row for row in records.of(INSPECTIONS) if row.done_on and row.done_on.month == month]
        waiting = [row for row in records.of(INSPECTIONS) if not row.done_on and row.day and row.day.month == month]
        if done:
            cells.append(Cell("done", partial(people, len(done)), where, rule))
        elif waiting:
            state = awaited(waiting[0].day or records.ends[month], records.today)
            cells.append(Cell(state, partial(people, len(waiting)), where, rule))
        else:
            cells.append(EMPTY)
    concluded = sum(row.done_on is not None for row in records.of(INSPECTIONS))
    wanted = max(int(rule.number) if rule else 0, len(records.of(INSPECTIONS)))
    asked = _members_a_year(rule) if rule else _("theo chương trình kiểm tra")
    rules = (rule,) if rule else ()
    return Row(INSPECTED, _("Kiểm tra, giám sát"), tuple(cells), out_of(concluded, wanted), rules, asked)


def _members_a_year(rule: Rule) -> str:
    return _("%(n)d đảng viên trong năm") % {"n": int(rule.number)}


def service(records: YearRecords) -> Row:
    on_time, total = Counter[int](), Counter[int]()
    for row in records.of(SERVED):
        if row.day:
            on_time[row.day.month] += row.part
            total[row.day.month] += row.whole

    def where(month: int) -> str:
        return evidence_address(records.unit, "oversight.service_on_time_percent", month_period(records.year, month))

    cells = tuple(
        Cell(
            "done" if on_time[month] == total[month] else "below",
            partial("{}/{}".format, on_time[month], total[month]),
            partial(where, month),
        )
        if month in total
        else EMPTY
        for month in MONTHS
    )
    sums = out_of(sum(on_time.values()), sum(total.values())) if total else ""
    return Row("service.on_time", _("Hồ sơ đúng hạn"), cells, sums, (), _("phục vụ nhân dân, số liệu tháng"))


def reports(records: YearRecords) -> Row:
    sent = {row.day.month: row for row in records.of(REPORT) if row.day}

    def day(of: date) -> str:
        return f"{of.day}/{of.month}"

    cells = tuple(
        Cell("done", partial(day, row.day), partial(reverse, "documents:document", args=[row.pk]))
        if (row := sent.get(month)) is not None and row.day is not None
        else EMPTY
        for month in MONTHS
    )
    total = ngettext("%(n)d báo cáo", "%(n)d báo cáo", len(sent)) % {"n": len(sent)}
    return Row("reports.sent", _("Báo cáo lên cấp trên"), cells, total, (), _("báo cáo đã ban hành trong năm"))
