"""Who asks, and what day it is: every request carries both, so that no rule reads the clock by itself."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, datetime

from django.conf import settings
from django.contrib.sessions.backends.base import SessionBase
from django.http import HttpRequest, HttpResponse
from django.utils import timezone
from django.utils.functional import cached_property

from nennep.organisation import access
from nennep.organisation.models import Membership, Person, Unit, User
from nennep.organisation.queries import unit_of

HELPING = "helping"
"""The session's mark of a helper: the key of the person for whom they enter."""
BY_CARD = "by_card"
"""The session's mark that it began with a card and a PIN; it holds the card's key."""


class Request(HttpRequest):
    """A request after `who_and_when`: `now`, `today`, the person signed in, and the unit where they stand today."""

    user: User
    now: datetime
    here: "Here"


@dataclass
class Here:
    """The person at the screen and their unit; None for whoever has no person (the machine's keeper)."""

    user: User
    now: datetime
    session: SessionBase | None = None

    @cached_property
    def own_only(self) -> bool:
        """Signed in by card: such a session sees the person's own things, whatever office they hold."""
        return self.session is not None and self.user.is_authenticated and BY_CARD in self.session

    @cached_property
    def helping(self) -> Person | None:
        """For whom the person at the screen enters, as long as they are a helper where that person stands."""
        key = self.session.get(HELPING) if self.session is not None and self.person is not None else None
        if key is None or self.own_only or self.person is None or self.unit is None:
            return None
        helped = Person.objects.filter(pk=key).first()
        if helped is None or not access.helps(self.person, self.unit, self.today):
            return None
        stands_here = Membership.objects.on(self.today).filter(person=helped, unit=self.unit).exists()
        return helped if stands_here else None

    @property
    def acting(self) -> Person | None:
        """Whose own things are entered on this page: those of the person, or of whomever they help."""
        return self.helping or self.person

    @property
    def doer(self) -> Person | access.Helping | None:
        """Who does what is done on this page: the person, or the person as somebody's helper."""
        if self.person is None or self.helping is None:
            return self.person
        return access.Helping(self.person, self.helping)

    @property
    def today(self) -> date:
        return timezone.localtime(self.now).date()

    @property
    def person(self) -> Person | None:
        return self.user.person if self.user.is_authenticated else None

    @cached_property
    def unit(self) -> Unit | None:
        return unit_of(self.person, self.today) if self.person else None


def now() -> datetime:
    """The present moment; in the demo, the present time of day on the demo's fixed day."""
    real = timezone.localtime()
    fixed = settings.DATA.today
    return real if fixed is None else real.replace(year=fixed.year, month=fixed.month, day=fixed.day)


def who_and_when(get_response: Callable[[HttpRequest], HttpResponse]) -> Callable[[HttpRequest], HttpResponse]:
    def middleware(request: HttpRequest) -> HttpResponse:
        moment = now()
        request.now = moment  # type: ignore[attr-defined]
        request.here = Here(request.user, moment, request.session)  # type: ignore[attr-defined, arg-type]
        return get_response(request)

    return middleware
