"""The summary report as one document: head, parts I to V, signature, appendix, sources."""

from dataclasses import dataclass

from django.urls import reverse
from django.utils import translation

from nennep.organisation.models import Unit
from nennep.organisation.periods import Period
from nennep.paper.blocks import Block, Document, Letterhead, PageBreak, Recipients, Signature, Sources, Title
from nennep.paper.layouts import layout_on
from nennep.reports.facts import Facts
from nennep.reports.summary.appendix import by_year
from nennep.reports.summary.directions import coming_programme, directions
from nennep.reports.summary.leading import leading, opening, years_said
from nennep.reports.summary.limits import limits
from nennep.reports.summary.records import Records
from nennep.reports.summary.results import results
from nennep.rulebook.rules import rules_read_once
from nennep.vietnamese.dates import month_name, short_date


@dataclass(frozen=True)
class Missing:
    """One thing the report cannot say yet, and where to mend it."""

    what: str
    remedy: str
    url: str


@dataclass(frozen=True)
class Report:
    """A composed report and what is still missing in it."""

    document: Document
    missing: tuple[Missing, ...]
    figures: int


def compose(unit: Unit, period: Period, *, for_screen: bool = False) -> Report:
    """Write the summary report of a unit over a period from its records.

    A file that leaves the house carries the appendix and the rows behind each figure. On screen each figure fetches
    its own rows when it is opened, and the appendix is a page beside (`compose_appendix`). The report is in Vietnamese
    whatever language the screen speaks.
    """
    with translation.override("vi"), rules_read_once():
        return _compose(unit, period, for_screen=for_screen)


def _compose(unit: Unit, period: Period, *, for_screen: bool) -> Report:
    records, facts = Records(unit, period), Facts(unit, period)
    subject = f"tổng kết {years_said(records)}"
    if records.programme:
        subject += f" thực hiện Chỉ thị số {records.programme.directive.code}"
    blocks: list[Block] = [
        Letterhead(
            superior=unit.parent.letterhead if unit.parent else "",
            issuer=unit.letterhead,
            number_line=f"Số        -BC/{unit.symbol}",
            place=unit.place,
            date=period.ends,
        ),
        Title("BÁO CÁO", subject),
        *opening(records),
        *leading(records, facts),
        *results(records, facts),
        *limits(records, facts),
        *directions(records),
        *coming_programme(records),
        Signature("T/M CHI BỘ", "BÍ THƯ", records.secretary_name, recipients(unit)),
    ]
    if not for_screen:
        days = f"Tính từ {short_date(period.starts)} đến {short_date(period.ends)}, trừ dòng ghi ngày khác."
        blocks += [PageBreak(), *by_year(records, facts), Sources(note=days)]
    sources = () if for_screen else facts.sources()
    document = Document(layout_on(period.ends), f"Báo cáo {subject}", tuple(blocks), sources)
    return Report(document, tuple(missing(records, facts)), len(facts.used))


def compose_appendix(unit: Unit, period: Period) -> Document:
    """The figures year by year and the two charts, for the screen."""
    with translation.override("vi"), rules_read_once():
        blocks = by_year(Records(unit, period), Facts(unit, period))
    return Document(layout_on(period.ends), "Số liệu theo năm", tuple(blocks))


def recipients(unit: Unit) -> Recipients:
    above = (f"{unit.parent.name} (báo cáo),",) if unit.parent else ()
    return Recipients((*above, "Các đảng viên trong Chi bộ,", "Lưu Chi bộ."))


def missing(records: Records, facts: Facts) -> list[Missing]:
    """What nobody has entered: months not measured, documents without a task, figures without a record."""
    found = [
        Missing(
            f"{month_name(meeting.held_on)[:1].upper()}{month_name(meeting.held_on)[1:]} chưa đo số phút chuyên đề.",
            "Xem biên bản",
            meeting.get_absolute_url(),
        )
        for meeting in records.months_not_measured
    ]
    if records.goals:
        found += [
            Missing(
                f"{document.code} chưa có nhiệm vụ nào trong năm {records.next_year}.",
                "Xem kế hoạch năm",
                reverse("programme:year", args=[records.unit.code, records.next_year]),
            )
            for document in records.without_tasks
        ]
    if records.conference is None:
        found.append(
            Missing(
                "Chưa ghi hội nghị tổng kết.",
                "Xem sổ sinh hoạt",
                reverse("meetings:year", args=[records.unit.code, records.period.ends.year]),
            )
        )
    from nennep.indicators.figures import named

    found += [
        Missing(
            f"{named(code).name}: chưa có số liệu.",
            "Xem chỉ tiêu",
            reverse("indicators:figures", args=[records.unit.code]),
        )
        for (code, period), value in facts.asked.items()
        if value.number is None and period == facts.period
    ]
    return found
