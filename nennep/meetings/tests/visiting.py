"""Pages opened by people, for tests: signed in by name, or by card, on a day that the test chooses."""

from datetime import datetime

from django.test import Client

from nennep.organisation.accounts.models import Card
from nennep.organisation.accounts.sessions import CARD_USED
from nennep.organisation.models import Person, User
from nennep.organisation.requests import BY_CARD


def client_of(person: Person) -> Client:
    client = Client()
    user, _made = User.objects.get_or_create(username=f"u{person.pk}", defaults={"person": person})
    client.force_login(user)
    return client


def by_card(person: Person, at: datetime) -> Client:
    """A session that began with a card: its owner's own things alone."""
    client = client_of(person)
    card, _made = Card.objects.get_or_create(person=person, defaults={"digest": person.code, "issued_at": at})
    session = client.session
    session[BY_CARD], session[CARD_USED] = card.pk, at.timestamp()
    session.save()
    return client
