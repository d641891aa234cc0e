"""Two pieces of paper with a code on them: the sheet that opens an account, and the card of a shared computer."""

from datetime import datetime
from typing import Self

from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

WRONG_PINS_ALLOWED = 5


class InvitationState(models.TextChoices):
    """How a sheet stands at a moment."""

    OPEN = "open", _("còn dùng được")
    USED = "used", _("đã dùng")
    WITHDRAWN = "withdrawn", _("đã thu hồi")
    EXPIRED = "expired", _("đã hết hạn")


class Invitations(models.QuerySet["Invitation"]):
    def open_at(self, at: datetime) -> Self:
        return self.filter(used_at__isnull=True, withdrawn_at__isnull=True, expires_at__gt=at)


class Invitation(models.Model):
    """A printed sheet with which one person opens an account, or sets a new password. Only the code's digest is kept."""

    person = models.ForeignKey(
        "organisation.Person", verbose_name=_("người"), on_delete=models.PROTECT, related_name="invitations"
    )
    digest = models.CharField(max_length=64, unique=True, editable=False)
    clears_factors = models.BooleanField(_("gỡ bước xác nhận đã mất"), default=False)
    made_by = models.ForeignKey(
        "organisation.Person",
        verbose_name=_("người in"),
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="+",
    )
    made_at = models.DateTimeField(_("in lúc"))
    expires_at = models.DateTimeField(_("hết hạn lúc"))
    used_at = models.DateTimeField(_("dùng lúc"), null=True, blank=True)
    withdrawn_at = models.DateTimeField(_("thu hồi lúc"), null=True, blank=True)

    objects = Invitations.as_manager()

    class Meta:
        verbose_name = _("giấy mời")
        verbose_name_plural = _("giấy mời")
        ordering = ["-made_at", "-pk"]
        constraints = [
            models.CheckConstraint(name="invitation_ends_after_start", condition=Q(expires_at__gt=F("made_at"))),
            models.CheckConstraint(
                name="invitation_used_or_withdrawn", condition=Q(used_at__isnull=True) | Q(withdrawn_at__isnull=True)
            ),
            models.UniqueConstraint(
                name="invitation_one_open_a_person",
                fields=["person"],
                condition=Q(used_at__isnull=True, withdrawn_at__isnull=True),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.person}, {self.made_at:%d/%m/%Y}"

    def state_at(self, at: datetime) -> InvitationState:
        if self.used_at is not None:
            return InvitationState.USED
        if self.withdrawn_at is not None:
            return InvitationState.WITHDRAWN
        return InvitationState.EXPIRED if self.expires_at <= at else InvitationState.OPEN


class Card(models.Model):
    """A printed card that together with a PIN signs its owner in at a shared computer, to their own things only."""

    person = models.ForeignKey(
        "organisation.Person", verbose_name=_("người"), on_delete=models.PROTECT, related_name="cards"
    )
    digest = models.CharField(max_length=64, unique=True, editable=False)
    pin_hash = models.CharField(max_length=128, editable=False)
    pin_was_printed = models.BooleanField(_("mã PIN do máy đặt, phải đổi"), default=False)
    wrong_tries = models.PositiveSmallIntegerField(_("số lần gõ sai"), default=0)
    issued_by = models.ForeignKey(
        "organisation.Person",
        verbose_name=_("người cấp"),
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="+",
    )
    issued_at = models.DateTimeField(_("cấp lúc"))
    withdrawn_at = models.DateTimeField(_("thu hồi lúc"), null=True, blank=True)

    class Meta:
        verbose_name = _("thẻ")
        verbose_name_plural = _("thẻ")
        ordering = ["-issued_at", "-pk"]
        constraints = [
            models.CheckConstraint(
                name="card_void_after_wrong_pins",
                condition=Q(wrong_tries__lt=WRONG_PINS_ALLOWED) | Q(withdrawn_at__isnull=False),
            ),
            models.UniqueConstraint(
                name="card_one_valid_a_person", fields=["person"], condition=Q(withdrawn_at__isnull=True)
            ),
        ]

    def __str__(self) -> str:
        return f"{self.person}, {self.issued_at:%d/%m/%Y}"

    @property
    def is_void(self) -> bool:
        return self.withdrawn_at is not None
