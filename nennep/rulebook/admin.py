from django.contrib import admin

from nennep.ledger.admin import ReadOnlyAdmin
from nennep.rulebook.models import CellRule


@admin.register(CellRule)
class CellRuleAdmin(ReadOnlyAdmin):
    list_display = ["unit", "key", "value", "starts", "ends", "document"]
    list_filter = ["key"]
