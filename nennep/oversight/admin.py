"""The counts. Inspections name people and open only on their own pages, to those who may see them."""

from django.contrib import admin

from nennep.ledger.admin import ReadOnlyAdmin
from nennep.oversight.models import DisciplineReturn, FeedbackMonth, ServiceMonth


@admin.register(ServiceMonth)
class ServiceMonthAdmin(ReadOnlyAdmin):
    list_display = ["month", "field", "total", "on_time", "source"]


@admin.register(FeedbackMonth)
class FeedbackMonthAdmin(ReadOnlyAdmin):
    list_display = ["month", "channel", "complaints", "denunciations", "suggestions"]


@admin.register(DisciplineReturn)
class DisciplineReturnAdmin(ReadOnlyAdmin):
    list_display = ["starts", "ends", "matter", "people", "source"]
