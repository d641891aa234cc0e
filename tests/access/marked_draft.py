"""A draft with a word in it that stands nowhere else, to be looked for wherever anybody else could look."""

from nennep.organisation.models import Person
from nennep.programme.models import Pledge
from nennep.programme.registration.actions import keep_draft
from nennep.programme.registration.content import Written
from tests.access.people import MOMENT, Around

MARK = "QUẠTNAN-8613"
PLACES = [MARK, "QUẠTNAN", "quatnan", MARK.encode("unicode_escape").decode()]


def keep_marked_draft(a: Around, author: Person) -> Pledge:
    """The author's registration of 2014, with a private draft beside it."""
    pledge = Pledge.objects.get(unit=a.unit, year=2014, person=author)
    written = [Written("weakness", f"{MARK} {number}", MARK, "2015-12-31") for number in (1, 2)]
    keep_draft(pledge, written, by=author, at=MOMENT)
    return pledge


def holds_the_mark(text: str) -> bool:
    return any(place.casefold() in text.casefold() for place in PLACES)
