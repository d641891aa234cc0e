"""The plan's nouns. What people register and report stands only on their own pages."""

from django.contrib import admin

from nennep.ledger.admin import ReadOnlyAdmin
from nennep.programme.models import Programme, Task, Theme, YearPlan


@admin.register(Programme)
class ProgrammeAdmin(ReadOnlyAdmin):
    list_display = ["name", "unit", "directive", "starts", "ends"]


@admin.register(Theme)
class ThemeAdmin(ReadOnlyAdmin):
    list_display = ["unit", "year", "short", "scope"]


@admin.register(YearPlan)
class YearPlanAdmin(ReadOnlyAdmin):
    list_display = ["unit", "year", "document", "due_on"]


@admin.register(Task)
class TaskAdmin(ReadOnlyAdmin):
    list_display = ["text", "owner", "due_on", "state", "done_on"]
    list_filter = ["state"]
