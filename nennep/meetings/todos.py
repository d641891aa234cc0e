"""What meetings ask of whoever keeps the books: minutes that nobody has signed yet."""

from collections.abc import Iterator
from datetime import date, timedelta

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from nennep.meetings.models import Meeting
from nennep.meetings.queries import SIGNING_RULE
from nennep.organisation import access
from nennep.organisation.models import Person, Unit
from nennep.organisation.todos import Todo, office_todo
from nennep.rulebook.rules import rule


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
