"""Programme, plans, tasks, pledges and limitations for tests."""

from datetime import date

import factory
from factory.django import DjangoModelFactory

from nennep.documents.tests.factories import DirectiveFactory, DocumentFactory
from nennep.organisation.tests.factories import PersonFactory, UnitFactory
from nennep.programme.models import (
    Clause,
    Goal,
    Limitation,
    LimitationVerdict,
    MonthlyResult,
    Origin,
    Pledge,
    PledgeItem,
    Programme,
    Scope,
    Task,
    TaskState,
    Theme,
    Verdict,
    YearPlan,
)


class ProgrammeFactory(DjangoModelFactory):
    class Meta:
        model = Programme

    unit = factory.SubFactory(UnitFactory)
    name = "Học tập và làm theo"
    directive = factory.SubFactory(DirectiveFactory, register=factory.SelfAttribute("..unit"))
    starts = date(2011, 5, 14)


class ThemeFactory(DjangoModelFactory):
    class Meta:
        model = Theme

    unit = factory.SubFactory(UnitFactory)
    year = 2014
    wording = "về nêu cao tinh thần trách nhiệm"
    short = "tinh thần trách nhiệm"
    scope = Scope.CELL


class ClauseFactory(DjangoModelFactory):
    class Meta:
        model = Clause

    document = factory.SubFactory(DocumentFactory)
    number = factory.Sequence(lambda n: str(n + 1))
    text = "Có trách nhiệm với việc được giao"


class YearPlanFactory(DjangoModelFactory):
    class Meta:
        model = YearPlan

    unit = factory.SubFactory(UnitFactory)
    year = 2014
    document = factory.SubFactory(DocumentFactory, register=factory.SelfAttribute("..unit"))


class GoalFactory(DjangoModelFactory):
    class Meta:
        model = Goal

    plan = factory.SubFactory(YearPlanFactory)
    order = factory.Sequence(lambda n: n + 1)
    text = "Nâng cao tinh thần phục vụ"


class MeetingTaskFactory(DjangoModelFactory):
    """A task that a meeting gave."""

    class Meta:
        model = Task

    unit = factory.SubFactory(UnitFactory)
    given_on = date(2014, 3, 4)
    text = factory.Sequence(lambda n: f"Lập bảng theo dõi số {n}")
    owner = factory.SubFactory(PersonFactory, home=factory.SelfAttribute("..unit"))
    due_on = date(2014, 3, 31)
    state = TaskState.TODO


class PlanTaskFactory(MeetingTaskFactory):
    """A task of the year's plan."""

    given_on = None
    code = factory.Sequence(lambda n: f"2014.{n}")
    goal = factory.SubFactory(GoalFactory, plan__unit=factory.SelfAttribute("...unit"))


class PledgeFactory(DjangoModelFactory):
    class Meta:
        model = Pledge

    unit = factory.SubFactory(UnitFactory)
    person = factory.SubFactory(PersonFactory, home=factory.SelfAttribute("..unit"))
    year = 2014
    standing = "full"
    due_on = date(2014, 2, 28)


class PledgeItemFactory(DjangoModelFactory):
    class Meta:
        model = PledgeItem

    pledge = factory.SubFactory(PledgeFactory)
    order = factory.Sequence(lambda n: n + 1)
    origin = Origin.WEAKNESS
    action = "Ký, trả văn bản trong ngày"
    measure = "Không quá 3 văn bản để sang ngày sau"
    due_on = date(2014, 12, 31)


class MonthlyResultFactory(DjangoModelFactory):
    class Meta:
        model = MonthlyResult

    item = factory.SubFactory(PledgeItemFactory)
    month = date(2014, 3, 1)
    done = "Không còn văn bản nào để sang ngày sau"


class LimitationFactory(DjangoModelFactory):
    class Meta:
        model = Limitation

    unit = factory.SubFactory(UnitFactory)
    code = factory.Sequence(lambda n: f"HC{n}")
    text = "Còn ít người phát biểu"
    found_on = date(2013, 12, 3)
    cause = "Còn e dè"
    remedy = "Gửi câu hỏi trước kỳ họp"
    owner = factory.SubFactory(PersonFactory, home=factory.SelfAttribute("..unit"))


class VerdictFactory(DjangoModelFactory):
    class Meta:
        model = LimitationVerdict

    limitation = factory.SubFactory(LimitationFactory)
    year = 2014
    verdict = Verdict.SAME
    ground = "Sổ biên bản"
