"""Obligations about inspection and reporting upward."""

from collections.abc import Iterator
from datetime import date

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from nennep.desk.board.grid import Cell, Row, awaited, month_period
from nennep.documents.models import Document, DocumentType
from nennep.organisation.models import Unit
from nennep.organisation.periods import Period
from nennep.oversight.models import Inspection, ServiceMonth
from nennep.reports.facts import evidence_address
from nennep.rulebook.rules import Rule, rules_in_force


def oversight(unit: Unit, year: int, today: date) -> Iterator[Row]:
    rules = rules_in_force(unit, date(year, 12, 31))
    yield inspections(unit, rules.get("inspection.members_per_year"), year, today)
    yield service(unit, year)
    yield reports(unit, year)


def inspections(unit: Unit, rule: Rule | None, year: int, today: date) -> Row:
    planned = list(Inspection.objects.of(unit).filter(year=year))
    cells = []
    for month in range(1, 13):
        done = [item for item in planned if item.concluded_on and item.concluded_on.month == month]
        waiting = [item for item in planned if not item.concluded_on and item.planned_on.month == month]
        url = evidence_address(unit, "oversight.inspections_planned", Period.year(year))
        if done:
            cells.append(Cell("done", people(len(done)), url))
        elif waiting:
            cells.append(Cell(awaited(waiting[0].planned_on, today), people(len(waiting)), url))
        else:
            cells.append(Cell())
    concluded = sum(item.concluded_on is not None for item in planned)
    wanted = max(int(rule.number) if rule else 0, len(planned))
    reason = (
        _("%(n)d đảng viên trong năm · %(source)s") % {"n": int(rule.number), "source": rule.source}
        if rule
        else _("theo chương trình kiểm tra")
    )
    return Row(
        _("Kiểm tra, giám sát"),
        reason,
        tuple(cells),
        _("%(part)d trên %(whole)d") % {"part": concluded, "whole": wanted},
    )


def people(n: int) -> str:
    return ngettext("%(n)d người", "%(n)d người", n) % {"n": n}


def service(unit: Unit, year: int) -> Row:
    months: dict[int, tuple[int, int]] = {}
    for row in ServiceMonth.objects.of(unit).within(Period.year(year)):
        on_time, total = months.get(row.month.month, (0, 0))
        months[row.month.month] = (on_time + row.on_time, total + row.total)
    cells = tuple(
        Cell(
            "done" if months[month][0] == months[month][1] else "below",
            f"{months[month][0]}/{months[month][1]}",
            evidence_address(unit, "oversight.service_on_time_percent", month_period(year, month)),
        )
        if month in months
        else Cell()
        for month in range(1, 13)
    )
    on_time, total = (sum(side) for side in zip(*months.values(), strict=True)) if months else (0, 0)
    return Row(
        _("Hồ sơ đúng hạn"),
        _("phục vụ nhân dân, số liệu tháng"),
        cells,
        _("%(part)d trên %(whole)d") % {"part": on_time, "whole": total} if months else "",
    )


def reports(unit: Unit, year: int) -> Row:
    sent = Document.objects.of(unit).own().within(Period.year(year)).filter(type=DocumentType.REPORT)
    by_month = {document.issued_on.month: document for document in sent}
    cells = tuple(
        Cell("done", f"{by_month[month].issued_on.day}/{month}", by_month[month].get_absolute_url())
        if month in by_month
        else Cell()
        for month in range(1, 13)
    )
    return Row(
        _("Báo cáo lên cấp trên"),
        _("báo cáo đã ban hành trong năm"),
        cells,
        ngettext("%(n)d báo cáo", "%(n)d báo cáo", len(by_month)) % {"n": len(by_month)},
    )
