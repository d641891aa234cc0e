"""What has to be settled about meetings before a unit can end."""

from collections.abc import Iterator
from datetime import date

from django.utils.translation import gettext as _

from nennep.meetings.models import Meeting, PlannedMeeting
from nennep.organisation.models import Unit
from nennep.organisation.obstacles import obstacle
from nennep.vietnamese.dates import short_date


@obstacle
def open_meetings(unit: Unit, on: date) -> Iterator[str]:
    for meeting in Meeting.objects.of(unit).filter(minutes_signed_on__isnull=True):
        yield _("Biên bản họp ngày %(day)s chưa ký; ký xong rồi ghi lại.") % {"day": short_date(meeting.held_on)}
    for meeting in Meeting.objects.of(unit).filter(held_on__gte=on):
        yield _("Đã ghi cuộc họp ngày %(day)s, từ ngày kết thúc trở đi; chọn ngày sau đó.") % {
            "day": short_date(meeting.held_on)
        }
    for planned in PlannedMeeting.objects.of(unit).filter(planned_on__gte=on):
        yield _("Còn lịch họp ngày %(day)s; bỏ khỏi lịch hoặc chuyển sang đơn vị mới.") % {
            "day": short_date(planned.planned_on)
        }
