"""Phụ lục: the figures year by year in one table, and two plain charts."""

from nennep.indicators.figures import named, plain, written
from nennep.organisation.periods import Period
from nennep.paper.blocks import Align, Block, Chart, Heading, Inlines, Series, Table, Text
from nennep.reports.facts import Facts
from nennep.reports.summary.records import Records

BY_YEAR = (
    "meetings.held",
    "meetings.theme_met",
    "meetings.theme_below",
    "meetings.theme_not_measured",
    "meetings.attendance_percent",
    "programme.registered_members_percent",
    "programme.pledge_items_kept_percent",
    "programme.tasks_on_time_percent",
    "review.rated_well_or_better_percent",
    "recognition.book_turns",
    "recognition.certificates",
    "portal.articles_by_members",
    "portal.articles_by_non_members",
    "oversight.service_on_time_percent",
    "oversight.complaints",
    "oversight.disciplined",
)


def by_year(records: Records, facts: Facts) -> list[Block]:
    """A row a figure, a column a year, the whole period last. What no record says stays "chưa có số liệu"."""
    years = [Period(max(facts.period.starts, Period.year(y).starts), Period.year(y).ends) for y in records.years]
    rows: list[tuple[Inlines, ...]] = []
    for code in BY_YEAR:
        rows.append(
            (
                (Text(f"{named(code).name} ({named(code).counts})"),),
                *((facts.figure(code, period=year, text=bare(facts, code, year), marked=False),) for year in years),
                (facts.figure(code, text=bare(facts, code, facts.period)),),
            )
        )
    head: tuple[Inlines, ...] = (
        (Text("Chỉ tiêu", bold=True),),
        *((Text(str(year.ends.year), bold=True),) for year in years),
        (Text("Cả kỳ", bold=True),),
    )
    align: tuple[Align, ...] = ("start", *(["end"] * (len(years) + 1)))  # type: ignore[arg-type]  # a literal in a list
    return [
        Heading(1, "PHỤ LỤC: SỐ LIỆU THEO NĂM"),
        Table(
            caption="",
            head=head,
            rows=tuple(rows),
            align=align,
            widths=(70, *((95 / (len(years) + 1),) * (len(years) + 1))),
        ),
        *charts(records, facts, years),
    ]


def bare(facts: Facts, code: str, period: Period) -> str | None:
    """Without the unit of counting, which stands at the head of the row."""
    value = facts.value(code, period)
    if value.number is None:
        return None
    figure = named(code)
    return written(figure, value).removesuffix(f" {figure.counts}")


def charts(records: Records, facts: Facts, years: list[Period]) -> list[Block]:
    labels = tuple(str(year.ends.year) for year in years)
    return [
        Chart(
            caption="Sinh hoạt thường kỳ theo thời lượng dành cho chuyên đề",
            labels=labels,
            series=(
                series(facts, "đủ thời lượng", "meetings.theme_met", years),
                series(facts, "chưa đủ", "meetings.theme_below", years),
                series(facts, "chưa đo", "meetings.theme_not_measured", years),
            ),
            unit="cuộc",
        ),
        Chart(
            caption="Lượt ghi Sổ Đảng viên tiêu biểu và bài được đăng",
            labels=labels,
            series=(
                series(facts, "lượt ghi Sổ", "recognition.book_turns", years),
                series(facts, "bài được đăng", "portal.articles_published", years),
            ),
        ),
    ]


def series(facts: Facts, name: str, code: str, years: list[Period]) -> Series:
    values = tuple(plain(facts.value(code, year)) for year in years)
    return Series(name, tuple(None if value is None else float(value) for value in values))
