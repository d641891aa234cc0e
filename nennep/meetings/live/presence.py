"""Who else has the screen of the meeting open. It is no act: nothing of it is kept when the meeting is over."""

from datetime import datetime, timedelta

from nennep.meetings.models import Preparation, Presence
from nennep.organisation.models import Person

HERE = timedelta(seconds=45)
"""How long somebody counts as being at the screen after it was last heard of."""


def note_presence(preparation: Preparation, *, by: Person, at: datetime) -> list[Person]:
    """Note that somebody is at the screen; returns who else is."""
    Presence.objects.update_or_create(preparation=preparation, person=by, defaults={"seen_at": at})
    return others_at(preparation, than=by, at=at)


def others_at(preparation: Preparation, *, than: Person, at: datetime) -> list[Person]:
    rows = Presence.objects.filter(preparation=preparation, seen_at__gte=at - HERE).exclude(person=than)
    return [row.person for row in rows.select_related("person").order_by("person__name_key")]
