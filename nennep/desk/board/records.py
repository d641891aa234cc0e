"""What the registers hold of a year, read at once for one cell or for all cells under a commune."""

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date, time
from functools import cached_property
from typing import Any, NamedTuple

from django.db.models import Count, DateField, Exists, Min, OuterRef, Q, Value
from django.db.models.functions import Cast

from nennep.documents.models import Document, DocumentType
from nennep.meetings.models import AgendaItem, AttendanceStatus, Meeting, MeetingKind, PlannedMeeting
from nennep.organisation.models import Office, Term, Unit
from nennep.organisation.periods import Period
from nennep.oversight.models import Inspection, ServiceMonth
from nennep.portal.models import Article
from nennep.programme.models import MonthlyResult, Pledge, Task, YearPlan
from nennep.recognition.models import BookEntry
from nennep.review.models import Rating
from nennep.rulebook.rules import Rule, Rulebook, rulebooks_of


class Held(NamedTuple):
    """A meeting that took place; `theme_minutes` is None where nobody measured them."""

    unit: int
    pk: int
    kind: str
    held_on: date
    starts_at: time
    ends_at: time
    signed_on: date | None
    theme_minutes: int | None
    expected: int
    present: int
    unexcused: int
    had_theme: bool
    papers_sent_on: date | None

    @property
    def length(self) -> int:
        """Minutes from opening to close."""
        return (self.ends_at.hour - self.starts_at.hour) * 60 + self.ends_at.minute - self.starts_at.minute


class Noted(NamedTuple):
    """A line of any other register, with what the board needs of it: its days, a word, two numbers, and where it opens."""

    unit: int
    what: str
    day: date | None = None
    done_on: date | None = None
    word: str = ""
    part: int = 0
    whole: int = 0
    pk: int = 0


PLANNED, ASKED, REPORTED, DUE, INSPECTED = "planned", "asked", "reported", "due", "inspected"
SERVED, BOOK, ARTICLE, REPORT, RATED, FIRST = "served", "book", "article", "report", "rated", "first"
SITS, FIRST_COMMITTEE = "sits", "first-committee"


@dataclass
class YearRecords:
    """The records of one unit's year, and the rules that held in it."""

    unit: Unit
    year: int
    today: date
    book: Rulebook
    plan: YearPlan | None = None
    held: list[Held] = field(default_factory=list)
    noted: dict[str, list[Noted]] = field(default_factory=dict)

    def of(self, what: str) -> list[Noted]:
        return self.noted.get(what, [])

    @cached_property
    def regular(self) -> dict[int, Held]:
        return {row.held_on.month: row for row in self.held if row.kind == MeetingKind.REGULAR}

    @cached_property
    def thematic(self) -> dict[int, Held]:
        return {row.held_on.month: row for row in self.held if row.kind == MeetingKind.THEMATIC}

    @cached_property
    def committee(self) -> dict[int, Held]:
        return {row.held_on.month: row for row in self.held if row.kind == MeetingKind.COMMITTEE}

    def committee_sits(self, month: int) -> bool:
        """Whether anybody is on the committee beside the secretary and the deputy; a small cell has none (domain 1.2)."""
        starts, ends = date(self.year, month, 1), self.ends[month]
        return any(
            row.day is not None and row.day <= ends and (row.done_on is None or row.done_on >= starts)
            for row in self.of(SITS)
        )

    @cached_property
    def committee_starts(self) -> date:
        """The first day of which the register says anything of the committee's meetings."""
        return min((row.day for row in self.of(FIRST_COMMITTEE) if row.day), default=date.max)

    def planned(self, kind: str) -> dict[int, date]:
        """The day on which a meeting of that kind was planned, by month."""
        return {row.day.month: row.day for row in self.of(PLANNED) if row.word == kind and row.day}

    def rule(self, key: str, month: int) -> Rule | None:
        """What held at the end of a month."""
        return self.book.held(key, self.ends[month])

    def rules(self, key: str) -> tuple[Rule, ...]:
        """Every rule of the year for a key, in the order in which they held."""
        found = (self.rule(key, month) for month in range(1, 13))
        return tuple(dict.fromkeys(rule for rule in found if rule is not None))

    @cached_property
    def ends(self) -> dict[int, date]:
        return {month: Period.month(date(self.year, month, 1)).ends for month in range(1, 13)}

    @cached_property
    def starts(self) -> date:
        """The first day of which the register says anything: before it nothing is claimed to be missing."""
        return min((row.day for row in self.of(FIRST) if row.day), default=date.max)


def read_year(units: Sequence[Unit], year: int, today: date) -> list[YearRecords]:
    """The year of each unit; five questions, however many units and rows."""
    whole, keys = Period.year(year), [unit.pk for unit in units]
    books = rulebooks_of(units)
    plans = {
        plan.unit_id: plan for plan in YearPlan.objects.filter(unit__in=keys, year=year).select_related("document")
    }
    held: dict[int, list[Held]] = defaultdict(list)
    for row in meetings(keys, whole):
        held[row[0]].append(Held(*row))
    noted: dict[int, dict[str, list[Noted]]] = defaultdict(lambda: defaultdict(list))
    for row in notes(keys, year, whole):
        noted[row[0]][row[1]].append(Noted(*row))
    return [
        YearRecords(unit, year, today, books[unit.pk], plans.get(unit.pk), held[unit.pk], noted[unit.pk])
        for unit in units
    ]


def meetings(keys: list[int], year: Period) -> Any:
    rows = Meeting.objects.filter(unit__in=keys).within(year).with_theme_minutes().with_attendance()
    unexcused = Count("attendances", filter=Q(attendances__status=AttendanceStatus.UNEXCUSED), distinct=True)
    theme = AgendaItem.objects.filter(meeting=OuterRef("pk"), is_theme=True)
    return (
        rows.annotate(unexcused=unexcused, had_theme=Exists(theme))
        .order_by("held_on", "pk")
        .values_list(
            "unit_id",
            "pk",
            "kind",
            "held_on",
            "starts_at",
            "ends_at",
            "minutes_signed_on",
            "theme_minutes",
            "expected",
            "present",
            "unexcused",
            "had_theme",
            "preparation__papers_sent_on",
        )
    )


NO_DAY = Cast(Value(None), DateField())


def notes(keys: list[int], year: int, whole: Period) -> Any:
    """The lines of a dozen registers in one question; each gives the columns of `Noted` in their order."""

    def lines(
        rows: Any,
        what: str,
        *,
        unit: str = "unit_id",
        day: Any = NO_DAY,
        done_on: Any = NO_DAY,
        word: Any = Value(""),  # noqa: B008  # an expression that nothing changes
        part: Any = Value(0),  # noqa: B008
        whole: Any = Value(0),  # noqa: B008
        pk: Any = "pk",
    ) -> Any:
        return rows.order_by().values_list(unit, Value(what), day, done_on, word, part, whole, pk)

    def here(model: Any) -> Any:
        return model.objects.filter(unit__in=keys)

    of_unit = "item__pledge__unit_id"
    results = MonthlyResult.objects.filter(item__pledge__unit__in=keys, item__pledge__year=year).order_by()
    people = results.values(of_unit, "month").annotate(people=Count("item__pledge", distinct=True))
    first = here(Meeting).order_by().values("unit_id").annotate(first=Min("held_on"))
    of_committee = first.filter(kind=MeetingKind.COMMITTEE)
    sits = here(Term).filter(office=Office.COMMITTEE, starts__lte=whole.ends).exclude(ends__lt=whole.starts)
    reports = Document.objects.filter(register__in=keys, type=DocumentType.REPORT).own().within(whole)
    return lines(here(PlannedMeeting).within(whole), PLANNED, day="planned_on", word="kind").union(
        lines(here(Pledge).filter(year=year), ASKED, day="registered_on", word="standing"),
        lines(people, REPORTED, unit=of_unit, day="month", part="people", pk=Value(0)),
        lines(here(Task).within(whole).expected(), DUE, day="due_on", done_on="done_on", word="state"),
        lines(here(Inspection).filter(year=year), INSPECTED, day="planned_on", done_on="concluded_on"),
        lines(here(ServiceMonth).within(whole), SERVED, day="month", part="on_time", whole="total"),
        lines(here(BookEntry).within(whole), BOOK, day="agreed_on"),
        lines(here(Article).within(whole).published(), ARTICLE, day="sent_on"),
        lines(reports, REPORT, unit="register_id", day="issued_on"),
        lines(here(Rating).filter(year=year), RATED, day="decided_on"),
        lines(first, FIRST, day="first", pk=Value(0)),
        lines(of_committee, FIRST_COMMITTEE, day="first", pk=Value(0)),
        lines(sits, SITS, day="starts", done_on="ends"),
        all=True,
    )
