from django.contrib import admin

from nennep.ledger.admin import ReadOnlyAdmin
from nennep.recognition.models import Award, BookEntry, Drive


@admin.register(BookEntry)
class BookEntryAdmin(ReadOnlyAdmin):
    list_display = ["number", "unit", "person", "deed", "agreed_on"]


@admin.register(Award)
class AwardAdmin(ReadOnlyAdmin):
    list_display = ["person", "kind", "level", "awarded_on"]
    list_filter = ["kind", "level"]


@admin.register(Drive)
class DriveAdmin(ReadOnlyAdmin):
    list_display = ["name", "unit", "launched_on"]
