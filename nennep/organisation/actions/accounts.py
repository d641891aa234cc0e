"""Verbs about logins."""

from datetime import datetime

from django.contrib.auth.password_validation import validate_password
from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _

from nennep.ledger.acts import act
from nennep.organisation import access
from nennep.organisation.access import Doer
from nennep.organisation.models import Person, User
from nennep.organisation.queries import unit_of


def open_account(person: Person, username: str, password: str, *, by: Doer, at: datetime) -> User:
    """Give somebody a login. What it may do follows from the person's offices and duties, day by day.

    Raises ValidationError when the name is taken, the person has a login already, or the password is too weak.
    """
    access.require(access.is_secretary, by, unit_of(person, at.date()) or person.home, on=at.date())
    if User.objects.filter(person=person).exists():
        raise ValidationError(_("%(who)s đã có tài khoản.") % {"who": person})
    user = User(username=username, person=person)
    validate_password(password, user)
    user.set_password(password)
    user.full_clean()
    with act("organisation.open_account", by=by, at=at, on=user, content={"username": username, "person": person.pk}):
        user.save()
    return user
