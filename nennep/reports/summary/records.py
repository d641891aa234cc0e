"""The records that the summary report reads, fetched once and handed to every part."""

from dataclasses import dataclass
from datetime import date
from functools import cached_property

from nennep.documents.models import Document, Relation
from nennep.meetings.models import Meeting, MeetingKind
from nennep.meetings.queries import THEME_RULE, not_measured, theme_below
from nennep.organisation.models import Term, Unit
from nennep.organisation.periods import Period
from nennep.organisation.queries import secretary_of
from nennep.programme.models import Goal, Limitation, Programme, Task, Theme, YearPlan
from nennep.rulebook.models import CellRule
from nennep.rulebook.rules import Rule, rule

CRITERION_RULE = "commend.results_are_criterion"


@dataclass
class Records:
    """Everything in the registers of one unit that concerns a period and the year after it."""

    unit: Unit
    period: Period

    @property
    def next_year(self) -> int:
        """The year the directions are for: the one in which the period ends when it ends early in it."""
        whole = self.period.whole_years()
        return (whole[-1] if whole else self.period.ends.year) + 1

    @property
    def years(self) -> list[int]:
        return self.period.whole_years() or [self.period.ends.year]

    @cached_property
    def programme(self) -> Programme | None:
        return (
            Programme.objects.filter(unit=self.unit, starts__lte=self.period.ends)
            .select_related("directive", "plan", "standards")
            .order_by("-starts", "pk")
            .first()
        )

    @cached_property
    def documents(self) -> list[Document]:
        return list(Document.objects.of(self.unit).filter(issued_on__lte=self.period.ends))

    @cached_property
    def year_plans(self) -> list[YearPlan]:
        plans = YearPlan.objects.filter(unit=self.unit, year__in=self.years, document__issued_on__lte=self.period.ends)
        return list(plans.select_related("document").order_by("year", "pk"))

    @cached_property
    def plans_have_tasks(self) -> bool:
        """Whether each of these plans has at least one task of its own."""
        with_tasks = Task.objects.of(self.unit).planned().values_list("goal__plan", flat=True)
        return {plan.pk for plan in self.year_plans} <= set(with_tasks)

    @cached_property
    def themes(self) -> dict[int, Theme]:
        years = [*self.years, self.next_year]
        return {theme.year: theme for theme in Theme.objects.filter(unit=self.unit, year__in=years)}

    @cached_property
    def combined(self) -> list[Document]:
        """Documents that the unit's work was combined with, other than through the next year's plan."""
        relations = (
            Relation.objects.filter(source__register=self.unit, kind=Relation.Kind.COMBINED)
            .filter(source__issued_on__lte=self.period.ends)
            .exclude(source__plans__year=self.next_year)
            .select_related("target")
            .order_by("target__issued_on", "pk")
        )
        return list({relation.target_id: relation.target for relation in relations}.values())

    @cached_property
    def conference(self) -> Meeting | None:
        return (
            Meeting.objects.of(self.unit)
            .within(self.period)
            .filter(kind=MeetingKind.CONFERENCE)
            .select_related("chair")
            .last()
        )

    def office_of_chair(self) -> Term | None:
        if self.conference is None:
            return None
        terms = Term.objects.on(self.conference.held_on).filter(unit=self.unit, person=self.conference.chair)
        return terms.first()

    @cached_property
    def theme_rule(self) -> Rule | None:
        return rule(THEME_RULE, unit=self.unit, on=self.period.ends)

    @cached_property
    def criterion(self) -> CellRule | None:
        """The unit's own rule that results count in emulation and commendation."""
        return CellRule.objects.on(self.period.ends).filter(unit=self.unit, key=CRITERION_RULE).first()

    @cached_property
    def months_below(self) -> list[Meeting]:
        return list(theme_below(self.unit).within(self.period))

    @cached_property
    def months_not_measured(self) -> list[Meeting]:
        return list(not_measured(self.unit).within(self.period))

    @cached_property
    def limitations(self) -> list[Limitation]:
        found = Limitation.objects.of(self.unit).open_on(self.period.ends)
        return list(found.select_related("owner").prefetch_related("verdicts", "tasks"))

    @cached_property
    def closed_limitations(self) -> list[Limitation]:
        found = Limitation.objects.of(self.unit)
        return list(found.filter(closed_on__gte=self.period.starts, closed_on__lte=self.period.ends))

    @cached_property
    def goals(self) -> list[Goal]:
        """The goals of the year that the directions are for."""
        goals = Goal.objects.filter(plan__unit=self.unit, plan__year=self.next_year)
        return list(goals.select_related("plan__document").order_by("order", "pk"))

    @cached_property
    def coming_tasks(self) -> list[Task]:
        tasks = Task.objects.of(self.unit).filter(goal__in=self.goals)
        return list(
            tasks.select_related("owner", "goal").prefetch_related("serves").order_by("goal__order", "due_on", "pk")
        )

    @cached_property
    def without_tasks(self) -> list[Document]:
        """Documents from above that the cell must carry out and that no task of the coming year serves."""
        served = {document.pk for task in self.coming_tasks for document in task.serves.all()}
        last_year = date(self.period.ends.year - 1, 1, 1)
        recent = (
            Document.objects.of(self.unit)
            .from_above()
            .filter(issued_on__gte=last_year, issued_on__lte=self.period.ends)
        )
        return [document for document in recent if document.pk not in served]

    @cached_property
    def secretary_name(self) -> str:
        secretary = secretary_of(self.unit, self.period.ends)
        return secretary.name if secretary else ""
