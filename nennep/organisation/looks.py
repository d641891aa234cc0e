"""Reading what is sensitive about others is an act too."""

from collections.abc import Iterable
from datetime import datetime

from django.db import transaction
from django.utils.translation import gettext as _

from nennep.ledger.acts import reference_of
from nennep.ledger.chain import append
from nennep.organisation.models import Look, Membership, Person, Unit
from nennep.organisation.notices import tell


def record_look(what: str, people: Iterable[int], *, unit: Unit, by: Person, at: datetime) -> int:
    """Write down that somebody read sensitive records about these people (their keys), as one entry of the ledger.

    Each of them sees it on their own page (DESIGN 3.5). Looking at oneself is nobody's business and leaves nothing. Returns
    how many people were looked at.
    """
    others = sorted({key for key in people if key != by.pk})
    if others:
        with transaction.atomic():
            entry = append(
                "organisation.look",
                actor=by.reference,
                subject=reference_of(unit),
                at=at,
                content={"what": what, "people": others},
            )
            Look.objects.bulk_create(
                Look(person_id=key, viewer=by, unit=unit, what=what, at=at, sequence=entry.sequence) for key in others
            )
        if not Membership.objects.filter(person=by, unit=unit).exists():
            words = {"who": by, "what": what}
            for person in Person.objects.filter(pk__in=others):
                tell(person, _("%(who)s, ngoài đơn vị, đã xem %(what)s, trong đó có bạn.") % words, by=by, at=at)
    return len(others)
