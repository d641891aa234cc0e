"""A name and a password: the one way of Django's own to tell who comes."""

from typing import Any

from django.contrib.auth.backends import ModelBackend
from django.http import HttpRequest

from nennep.organisation.accounts.names import user_named
from nennep.organisation.models import User


class ByLoginName(ModelBackend):
    """Takes any of somebody's login names. A name that nobody has costs as much time as a wrong password."""

    def authenticate(
        self, request: HttpRequest | None, username: str | None = None, password: str | None = None, **more: Any
    ) -> User | None:
        if not username or password is None:
            return None
        user = user_named(username)
        if user is None:
            User().set_password(password)
            return None
        return user if user.check_password(password) and self.user_can_authenticate(user) else None
