"""The verb by which a cell switches the list of those who have long not spoken off, or on again."""

from datetime import date, datetime

from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _

from nennep.ledger.acts import act, refusals_in_words
from nennep.meetings.models import SpeakingView
from nennep.meetings.speaking.queries import view_of
from nennep.organisation import access
from nennep.organisation.access import Doer
from nennep.organisation.models import Unit


def switch_speaking_view(unit: Unit, *, off: bool, decided_on: date, why: str, by: Doer, at: datetime) -> SpeakingView:
    """Tắt, mở danh sách chưa phát biểu, as the cell decided on a day and for a reason. Raises ValidationError without a reason,
    or where the day has not come."""
    access.require(access.sits_on_committee, by, unit, on=at.date())
    if decided_on > at.date():
        raise ValidationError({"decided_on": _("Ngày ấy chưa tới.")})
    view = view_of(unit) or SpeakingView(unit=unit)
    view.off, view.decided_on, view.why = off, decided_on, why.strip()
    view.clean_fields(exclude=["unit"])
    with refusals_in_words(view), act("meetings.switch_speaking", by=by, at=at, on=view):
        view.save()
    return view
