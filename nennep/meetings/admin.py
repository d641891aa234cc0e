from django.contrib import admin

from nennep.ledger.admin import ReadOnlyAdmin
from nennep.meetings.models import Meeting, PlannedMeeting


@admin.register(PlannedMeeting)
class PlannedMeetingAdmin(ReadOnlyAdmin):
    list_display = ["unit", "kind", "planned_on", "content"]
    list_filter = ["kind"]


@admin.register(Meeting)
class MeetingAdmin(ReadOnlyAdmin):
    list_display = ["held_on", "kind", "title", "chair", "minutes_signed_on"]
    list_filter = ["kind"]
