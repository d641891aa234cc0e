"""All that a unit's strands are spun from, read once: a bounded number of queries, however long the thread."""

from collections import Counter, defaultdict
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from functools import cached_property
from typing import TypeVar

from django.db.models import Count, Q

from nennep.documents.citations.resolve import documents as meant
from nennep.documents.citations.resolve import read
from nennep.documents.models import Dissemination, Document, Relation
from nennep.meetings.models import Meeting, PlannedMeeting
from nennep.organisation.models import Unit
from nennep.oversight.models import Inspection
from nennep.portal.models import Article, ArticleState
from nennep.programme.models import Clause, MonthlyResult, Pledge, Programme, Task, Theme, YearPlan
from nennep.recognition.models import Award, BookEntry, Drive
from nennep.review.models import Rating

Record = TypeVar("Record")
MOST_ARTICLES = 300
"""Of older articles, those past this many are not looked through while somebody waits for the page."""


def grouped(rows: Iterable[Record], key: Callable[[Record], int | None]) -> dict[int, list[Record]]:
    found: dict[int, list[Record]] = defaultdict(list)
    for row in rows:
        place = key(row)
        if place is not None:
            found[place].append(row)
    return found


@dataclass(frozen=True)
class OfYear:
    """What a year of the unit holds, as counts that open on its pages."""

    pledges: int
    registered: int
    results: int
    meetings: int
    entries: int
    awards: int
    ratings: int


class Records:
    """The unit's registers by the document that each row hangs on."""

    def __init__(self, unit: Unit) -> None:
        self.unit = unit

    @cached_property
    def documents(self) -> dict[int, Document]:
        return {row.pk: row for row in Document.objects.of(self.unit).filter(cancelled_on__isnull=True)}

    @cached_property
    def relations(self) -> list[Relation]:
        rows = Relation.objects.filter(source__register=self.unit, kind=Relation.Kind.IMPLEMENTS)
        return list(rows.order_by("source__issued_on", "pk"))

    @cached_property
    def programmes(self) -> list[Programme]:
        return list(Programme.objects.filter(unit=self.unit))

    @cached_property
    def below(self) -> dict[int, list[int]]:
        """The documents that carry out each document: by relation, or as plan and standards of its programme."""
        found: dict[int, list[int]] = defaultdict(list)
        for row in self.relations:
            found[row.target_id].append(row.source_id)
        for programme in self.programmes:
            for part in (programme.plan_id, programme.standards_id):
                if part is not None and part not in found[programme.directive_id]:
                    found[programme.directive_id].append(part)
        return {key: [pk for pk in rows if pk in self.documents] for key, rows in found.items()}

    @cached_property
    def above(self) -> dict[int, list[int]]:
        """The other way round."""
        found: dict[int, list[int]] = defaultdict(list)
        for key, rows in self.below.items():
            for row in rows:
                found[row].append(key)
        return found

    @cached_property
    def told(self) -> dict[int, list[Dissemination]]:
        return grouped(Dissemination.objects.of(self.unit), lambda row: row.document_id)

    @cached_property
    def meetings_by_day(self) -> dict[object, Meeting]:
        return {row.held_on: row for row in Meeting.objects.of(self.unit)}

    @cached_property
    def themes(self) -> dict[int, list[Theme]]:
        rows = Theme.objects.filter(unit=self.unit).select_related("unit")
        return grouped(rows, lambda row: row.document_id)

    @cached_property
    def plans(self) -> dict[int, list[YearPlan]]:
        rows = (
            YearPlan.objects.filter(unit=self.unit, document__isnull=False)
            .select_related("unit")
            .prefetch_related("goals__tasks__owner")
        )
        return grouped(rows, lambda row: row.document_id)

    @cached_property
    def tasks(self) -> dict[int, list[Task]]:
        found: dict[int, list[Task]] = defaultdict(list)
        served = Task.objects.of(self.unit).filter(serves__isnull=False).distinct()
        for task in served.select_related("owner").prefetch_related("serves"):
            for document in task.serves.all():
                found[document.pk].append(task)
        return found

    @cached_property
    def clauses(self) -> dict[int, list[Clause]]:
        rows = Clause.objects.filter(document__register=self.unit).annotate(pledged=Count("items"))
        return grouped(rows, lambda row: row.document_id)

    @cached_property
    def planned(self) -> dict[int, list[PlannedMeeting]]:
        rows = PlannedMeeting.objects.of(self.unit).filter(added_by__isnull=False).select_related("unit")
        return grouped(rows, lambda row: row.added_by_id)

    @cached_property
    def awards(self) -> dict[int, list[Award]]:
        rows = Award.objects.filter(unit=self.unit, document__isnull=False).select_related("person", "unit")
        return grouped(rows, lambda row: row.document_id)

    @cached_property
    def drives(self) -> dict[int, list[Drive]]:
        return grouped(Drive.objects.filter(unit=self.unit).select_related("unit"), lambda row: row.document_id)

    @cached_property
    def inspections(self) -> dict[int, list[Inspection]]:
        rows = Inspection.objects.filter(unit=self.unit, document__isnull=False)
        return grouped(rows, lambda row: row.document_id)

    @cached_property
    def articles(self) -> dict[int, list[Article]]:
        """Published articles by the documents that they name beyond doubt."""
        rows = list(
            Article.objects.filter(unit=self.unit, state=ArticleState.PUBLISHED).order_by("-published_at")[
                :MOST_ARTICLES
            ]
        )
        if not rows:
            return {}
        last = max(row.sent_on for row in rows if row.sent_on is not None)
        found: dict[int, list[Article]] = defaultdict(list)
        for row, cited in zip(
            rows, read([f"{row.title}\n{row.body}" for row in rows], self.unit, on=last), strict=True
        ):
            for document in meant(cited):
                found[document.pk].append(row)
        return found

    @cached_property
    def years(self) -> dict[int, OfYear]:
        """What each year with a plan has come to."""
        unit = self.unit
        pledges = Pledge.objects.filter(unit=unit).values("year").annotate(
            n=Count("pk"), done=Count("pk", filter=Q(registered_on__isnull=False))
        )  # fmt: skip
        counted = {row["year"]: (row["n"], row["done"]) for row in pledges.order_by()}
        results = MonthlyResult.objects.of(unit).order_by().values_list("item__pledge__year").annotate(n=Count("pk"))
        meetings = Counter(day.year for day in Meeting.objects.of(unit).values_list("held_on", flat=True))
        entries = Counter(day.year for day in BookEntry.objects.filter(unit=unit).values_list("deed_on", flat=True))
        awards = Counter(day.year for day in Award.objects.filter(unit=unit).values_list("awarded_on", flat=True))
        ratings = Rating.objects.of(unit).rated().order_by().values_list("year").annotate(n=Count("pk"))
        by_result, by_rating = dict(results), dict(ratings)
        return {
            year: OfYear(
                *counted.get(year, (0, 0)),
                by_result.get(year, 0),
                meetings[year],
                entries[year],
                awards[year],
                by_rating.get(year, 0),
            )
            for year in YearPlan.objects.filter(unit=unit).values_list("year", flat=True)
        }
