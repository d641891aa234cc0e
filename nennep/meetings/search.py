"""How meetings are found: by title, date, agenda, who led and who spoke, what was said and concluded."""

from collections.abc import Iterator

from django.db.models import Q, QuerySet
from django.utils.translation import gettext_lazy as _

from nennep.meetings.models import Meeting, MeetingKind
from nennep.organisation.models import Person
from nennep.search.declaring import Found, Keys, Searchable, searchable
from nennep.search.models import Audience


def meetings(records: QuerySet[Meeting]) -> Iterator[Found]:
    rows = records.select_related("chair", "minutes_secretary").prefetch_related("agenda", "contributions__person")
    for meeting in rows:
        said = sorted(meeting.contributions.all(), key=lambda row: row.order)
        parts = [
            meeting.conclusion,
            *(f"{row.person}: {row.gist}" for row in said),
            *(item.title for item in sorted(meeting.agenda.all(), key=lambda item: item.order)),
            f"{meeting.chair}, {meeting.minutes_secretary}",
            meeting.place,
            meeting.guests,
            meeting.note,
        ]
        yield Found(
            record=meeting.pk,
            title=meeting.title,
            text="\n".join(part for part in parts if part),
            url=meeting.get_absolute_url(),
            audience=Audience.UNIT,
            unit=meeting.unit_id,
            day=meeting.held_on,
            type=meeting.kind,
        )


def naming(people: Keys) -> QuerySet[Meeting]:
    """The meetings whose minutes name one of these people."""
    named = Q(chair__in=people) | Q(minutes_secretary__in=people) | Q(contributions__person__in=people)
    return Meeting.objects.filter(named)


searchable(
    Searchable(
        number=3,
        slug="sinh-hoat",
        label=_("Sinh hoạt"),
        model=Meeting,
        read=meetings,
        types=MeetingKind.choices,
        touched_by={Person: naming},
    )
)
