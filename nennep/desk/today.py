"""Hôm nay: its title, the next meeting and the last, and the year to show."""

from collections.abc import Sequence
from datetime import date

from django.utils.translation import get_language, ngettext
from django.utils.translation import gettext as _

from nennep.meetings.models import Meeting, PlannedMeeting
from nennep.organisation.models import Unit
from nennep.organisation.todos import Todo
from nennep.vietnamese.numbers import in_words


def title_for(items: Sequence[Todo]) -> str:
    """ "Hôm nay có bốn việc"."""
    if not items:
        return _("Hôm nay chưa có việc nào đến hạn")
    count = in_words(len(items)) if get_language() == "vi" else str(len(items))
    return ngettext("Hôm nay có %(n)s việc", "Hôm nay có %(n)s việc", len(items)) % {"n": count}


def next_meeting(unit: Unit, today: date) -> PlannedMeeting | None:
    return PlannedMeeting.objects.of(unit).filter(planned_on__gte=today).order_by("planned_on").first()


def last_meeting(unit: Unit, today: date) -> Meeting | None:
    return Meeting.objects.of(unit).filter(held_on__lte=today).prefetch_related("agenda").last()


def year_to_show(unit: Unit, today: date) -> int:
    """The year of the board: this one, or until its first regular meeting the one that has just closed."""
    last = Meeting.objects.of(unit).regular().filter(held_on__lte=today).last()
    return max(last.held_on.year, today.year - 1) if last else today.year
