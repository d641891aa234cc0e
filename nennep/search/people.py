"""People may be found. Their registers stand above this room, so it declares them itself."""

from collections.abc import Iterable, Iterator
from datetime import date

from django.db.models import BigIntegerField, OuterRef, Q, QuerySet, Subquery
from django.db.models.functions import Coalesce
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from nennep.organisation.models import Membership, Person
from nennep.search.declaring import Found, Searchable, searchable
from nennep.search.models import Audience


def people(records: QuerySet[Person]) -> Iterator[Found]:
    """Somebody whose name was erased is not to be found by any other word either."""
    for person in records.filter(erased_on__isnull=True):
        yield Found(
            record=person.pk,
            title=person.name,
            text="; ".join(part for part in (person.job, person.code) if part),
            url=reverse("organisation:person", args=[person.pk]),
            audience=Audience.LISTED,
        )


def seen_people(reader: Person, today: date, units: Iterable[int]) -> QuerySet[Person]:
    """Whose page is open to the reader: their own, and those of people whose last unit by today is one of these.

    Asked for each time and not kept: a transfer that was written down ahead counts from its day on.
    """
    units = list(units)
    standing = Membership.objects.filter(temporary=False, starts__lte=today)
    last = standing.filter(person=OuterRef("pk")).order_by("-starts").values("unit")[:1]
    around = Person.objects.filter(Q(home__in=units) | Q(pk__in=standing.filter(unit__in=units).values("person")))
    inside = around.annotate(last=Coalesce(Subquery(last), "home", output_field=BigIntegerField())).filter(
        last__in=units
    )
    return Person.objects.filter(Q(pk=reader.pk) | Q(pk__in=inside.values("pk")))


searchable(Searchable(number=1, slug="nguoi", label=_("Con người"), model=Person, read=people, listed=seen_people))
