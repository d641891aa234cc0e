"""Chương trình: from the directive to what each person does every month, and what is still lacking."""

from nennep.programme.models.limitations import Limitation, LimitationVerdict, Verdict
from nennep.programme.models.plans import Clause, Goal, Programme, Scope, Task, TaskState, Theme, YearPlan
from nennep.programme.models.pledges import Mark, MonthlyResult, Origin, Outcome, Pledge, PledgeItem

__all__ = [
    "Clause",
    "Goal",
    "Limitation",
    "LimitationVerdict",
    "Mark",
    "MonthlyResult",
    "Origin",
    "Outcome",
    "Pledge",
    "PledgeItem",
    "Programme",
    "Scope",
    "Task",
    "TaskState",
    "Theme",
    "Verdict",
    "YearPlan",
]
