"""Reading: what was praised at meetings and is not in the Book yet."""

from datetime import date

from django.db.models import Exists, OuterRef, QuerySet

from nennep.meetings.models import Praise
from nennep.organisation.models import Unit
from nennep.recognition.models import BookEntry


def praised_not_entered(unit: Unit, today: date) -> QuerySet[Praise]:
    """Praise of the last twelve months that no entry came from, the latest first. Of an entry that names no praise, and so was
    written by hand or came with a list, the month in which it was agreed tells that it is the same turn."""
    since = date(today.year - 1, today.month, 1)
    by_hand = BookEntry.objects.filter(
        unit=unit,
        praise__isnull=True,
        person=OuterRef("person"),
        agreed_on__year=OuterRef("meeting__held_on__year"),
        agreed_on__month=OuterRef("meeting__held_on__month"),
    )
    rows = Praise.objects.of(unit).filter(kind=Praise.Kind.PRAISE, book_entries__isnull=True)
    return (
        rows.filter(~Exists(by_hand), meeting__held_on__gte=since, meeting__held_on__lte=today)
        .select_related("person", "meeting")
        .order_by("-meeting__held_on", "order")
    )
