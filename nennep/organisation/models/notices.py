"""What a person is told in the program."""

from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from nennep.organisation.models.people import Person


class Notice(models.Model):
    """One line of news for one person, with the way to what it tells of. It stays until they have read it."""

    person = models.ForeignKey(Person, verbose_name=_("người nhận"), on_delete=models.CASCADE, related_name="notices")
    at = models.DateTimeField(_("lúc"))
    text = models.CharField(_("tin"), max_length=300)
    url = models.CharField(_("mở"), max_length=300, blank=True)
    read_at = models.DateTimeField(_("đã đọc lúc"), null=True, blank=True)

    class Meta:
        verbose_name = _("tin báo")
        verbose_name_plural = _("tin báo")
        ordering = ["-at", "-pk"]
        indexes = [models.Index(name="notice_unread", fields=["person"], condition=Q(read_at__isnull=True))]
        constraints = [
            models.CheckConstraint(
                name="notice_read_after_it_came", condition=Q(read_at__isnull=True) | Q(read_at__gte=F("at"))
            )
        ]

    def __str__(self) -> str:
        return self.text
