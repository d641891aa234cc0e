"""Telling people. A notice is no register: it leaves no entry, and goes when it has been read and is a month old."""

from datetime import date, datetime, timedelta

from nennep.organisation.access import Doer
from nennep.organisation.models import Notice, Person

KEPT = timedelta(days=30)
FRESH = timedelta(days=31)
"""What began longer ago than this is history that is being entered, and news to nobody."""


def tell(person: Person, text: str, *, url: str = "", by: Doer, at: datetime) -> None:
    """Put a line on the person's Hôm nay; nobody is told of what they did themselves."""
    if by != person:
        Notice.objects.create(person=person, text=text[:300], url=url, at=at)


def is_news(day: date, at: datetime) -> bool:
    """Whether something that began on that day is news at that moment."""
    return at.date() - day <= FRESH


def read_all(person: Person, *, at: datetime) -> int:
    """The person has read what there was; what they read a month ago goes. Returns how many lines were new."""
    Notice.objects.filter(person=person, read_at__lt=at - KEPT).delete()
    return Notice.objects.filter(person=person, read_at__isnull=True, at__lte=at).update(read_at=at)
