"""Chương trình: from the directive to what each person does every month, and what is still lacking."""

from nennep.programme.models.limitations import Limitation, LimitationVerdict, Verdict
from nennep.programme.models.plans import Clause, Goal, Programme, Scope, Task, TaskChange, TaskState, Theme, YearPlan
from nennep.programme.models.pledges import Mark, MonthlyResult, Origin, Outcome, Pledge, PledgeItem
from nennep.programme.models.registration import ItemChange, PledgeDraft, Submission, SubmissionState

__all__ = [
    "Clause",
    "Goal",
    "ItemChange",
    "Limitation",
    "LimitationVerdict",
    "Mark",
    "MonthlyResult",
    "Origin",
    "Outcome",
    "Pledge",
    "PledgeDraft",
    "PledgeItem",
    "Programme",
    "Scope",
    "Submission",
    "SubmissionState",
    "Task",
    "TaskChange",
    "TaskState",
    "Theme",
    "Verdict",
    "YearPlan",
]
