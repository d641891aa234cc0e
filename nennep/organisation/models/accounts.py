"""A login, which may belong to a person."""

from django.contrib.auth.models import AbstractUser
from django.db import models
from django.db.models.functions import Lower
from django.utils.translation import gettext_lazy as _

from nennep.organisation.models.people import Person


class User(AbstractUser):
    """A login. What it may do follows from the person's offices and duties on the day, never from a flag here."""

    first_name = None  # type: ignore[assignment]  # the person has the name
    last_name = None  # type: ignore[assignment]
    person = models.OneToOneField(
        Person, verbose_name=_("người"), on_delete=models.PROTECT, null=True, blank=True, related_name="user"
    )

    phone = models.CharField(_("số điện thoại"), max_length=16, null=True, blank=True, unique=True)

    class Meta:
        verbose_name = _("tài khoản")
        verbose_name_plural = _("tài khoản")
        constraints = [models.UniqueConstraint(Lower("username"), name="user_one_name_in_any_case")]

    def get_full_name(self) -> str:
        return self.person.name if self.person else self.username

    def get_short_name(self) -> str:
        return self.get_full_name()
