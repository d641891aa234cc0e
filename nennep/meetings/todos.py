"""What meetings ask of whoever keeps the books: one to prepare, one to close, minutes that nobody has signed yet."""

from collections.abc import Iterator
from datetime import date, timedelta

from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from nennep.meetings.models import Meeting, PlannedMeeting, Preparation
from nennep.meetings.queries import SIGNING_RULE
from nennep.organisation import access
from nennep.organisation.models import Person, Unit
from nennep.organisation.todos import Todo, office_todo
from nennep.rulebook.rules import rule
from nennep.vietnamese.dates import short_date


@office_todo
def minutes_to_sign(person: Person, unit: Unit, today: date) -> Iterator[Todo]:
    if not access.keeps_the_books(person, unit, today):
        return
    for meeting in Meeting.objects.of(unit).filter(minutes_signed_on__isnull=True, held_on__lte=today):
        signing = rule(SIGNING_RULE, unit=unit, on=meeting.held_on)
        why = _("chưa ký")
        if signing:
            why = _("trong %(n)d ngày, theo %(source)s") % {"n": int(signing.number), "source": signing.source}
        yield Todo(
            gettext_lazy("biên bản chờ ký"),
            _("Ký biên bản: %(title)s") % {"title": meeting.title},
            meeting.held_on + timedelta(days=int(signing.number) if signing else 0),
            why,
            meeting.get_absolute_url(),
            _("Xem biên bản"),
        )


SOON = timedelta(days=7)
"""How long before its day a meeting asks to be prepared."""


@office_todo
def meetings_to_prepare(person: Person, unit: Unit, today: date) -> Iterator[Todo]:
    if not access.sits_on_committee(person, unit, today):
        return
    coming = PlannedMeeting.objects.of(unit).filter(planned_on__gte=today, planned_on__lte=today + SOON)
    for planned in coming.filter(preparation__isnull=True):
        yield Todo(
            gettext_lazy("cuộc họp cần chuẩn bị"),
            _("Chuẩn bị cuộc họp %(kind)s ngày %(day)s")
            % {"kind": planned.get_kind_display(), "day": short_date(planned.planned_on)},
            planned.planned_on,
            planned.content,
            reverse("meetings:prepare", args=[planned.pk]),
            _("Chuẩn bị"),
        )


@office_todo
def meetings_to_close(person: Person, unit: Unit, today: date) -> Iterator[Todo]:
    if not access.keeps_the_books(person, unit, today):
        return
    live = Preparation.objects.filter(planned__unit=unit, opened_at__isnull=False, meeting__isnull=True)
    for preparation in live.select_related("planned"):
        yield Todo(
            gettext_lazy("cuộc họp chưa kết thúc"),
            _("Kết thúc, đưa vào sổ: %(title)s") % {"title": preparation.title},
            preparation.planned.planned_on,
            _("đang mở"),
            reverse("meetings:live", args=[preparation.planned_id]),
            _("Vào phòng họp"),
        )
