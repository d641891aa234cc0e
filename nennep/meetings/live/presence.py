"""Who else has the screen of the meeting open. It is no act: nothing of it is kept when the meeting is over."""

from datetime import datetime, timedelta

from nennep.meetings.models import Preparation, Presence
from nennep.organisation.models import Person

HERE = timedelta(seconds=45)
"""How long somebody counts as being at the screen after it was last heard of."""


def note_presence(preparation: Preparation, *, by: Person, at: datetime) -> list[Person]:
    """Note that somebody is at the screen; returns who else is. Whoever was heard of a moment ago is not written down again."""
    seen = heard_of(preparation, at)
    if not any(row.person_id == by.pk and at - row.seen_at < HERE / 3 for row in seen):
        Presence.objects.update_or_create(preparation=preparation, person=by, defaults={"seen_at": at})
    return [row.person for row in seen if row.person_id != by.pk]


def others_at(preparation: Preparation, *, than: Person, at: datetime) -> list[Person]:
    return [row.person for row in heard_of(preparation, at) if row.person_id != than.pk]


def heard_of(preparation: Preparation, at: datetime) -> list[Presence]:
    rows = Presence.objects.filter(preparation=preparation, seen_at__gte=at - HERE)
    return list(rows.select_related("person").order_by("person__name_key"))
