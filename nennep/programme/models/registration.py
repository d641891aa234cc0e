"""What happens to a registration before it is registered, and to its items after: drafts, sendings, changes."""

from typing import Self

from django.db import models
from django.db.models import Q
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from nennep.organisation.models import Person
from nennep.organisation.records import UnitRecords
from nennep.programme.models.pledges import Pledge, PledgeItem


class PledgeDraft(models.Model):
    """What somebody has begun to write, unreadable to everybody else: one encrypted text, opened for its author only.

    No entry of the ledger, no search, no export and no count knows of it (decision 0018).
    """

    pledge = models.OneToOneField(Pledge, verbose_name=_("bản đăng ký"), on_delete=models.CASCADE, related_name="draft")
    sealed = models.TextField(_("nội dung đã khóa"))

    class Meta:
        verbose_name = _("nháp riêng")
        verbose_name_plural = _("nháp riêng")

    def __str__(self) -> str:
        return str(_("nháp riêng"))


class SubmissionState(models.TextChoices):
    WAITING = "waiting", _("chờ đọc")
    RETURNED = "returned", _("trả lại")
    REGISTERED = "registered", _("đã vào sổ")


class SubmissionRecords(UnitRecords["Submission"]):
    unit_field = "pledge__unit"

    def waiting(self) -> Self:
        return self.filter(state=SubmissionState.WAITING)


class Submission(models.Model):
    """One sending of a registration to the committee: what was written, who read it, and what they said."""

    pledge = models.ForeignKey(
        Pledge, verbose_name=_("bản đăng ký"), on_delete=models.PROTECT, related_name="submissions"
    )
    items = models.JSONField(_("các việc"))
    sent_at = models.DateTimeField(_("gửi lúc"))
    helper = models.ForeignKey(
        Person, verbose_name=_("người nhập hộ"), on_delete=models.PROTECT, related_name="+", null=True, blank=True
    )
    state = models.CharField(_("trạng thái"), max_length=12, choices=SubmissionState.choices)
    read_by = models.ForeignKey(
        Person, verbose_name=_("người đọc"), on_delete=models.PROTECT, related_name="+", null=True, blank=True
    )
    read_at = models.DateTimeField(_("đọc lúc"), null=True, blank=True)
    comment = models.CharField(_("góp ý"), max_length=1000, blank=True)

    objects = SubmissionRecords.as_manager()

    class Meta:
        verbose_name = _("lần gửi đăng ký")
        verbose_name_plural = _("các lần gửi đăng ký")
        ordering = ["pledge", "sent_at"]
        constraints = [
            models.UniqueConstraint(
                name="submission_one_waiting", fields=["pledge"], condition=Q(state=SubmissionState.WAITING)
            ),
            models.CheckConstraint(
                name="submission_read_has_a_moment",
                condition=Q(state=SubmissionState.WAITING) | Q(read_at__isnull=False),
            ),
            models.CheckConstraint(
                name="submission_given_back_with_a_comment",
                condition=~Q(state=SubmissionState.RETURNED) | ~Q(comment=""),
                violation_error_message=_("Trả lại thì phải góp ý: sửa chỗ nào, vì sao."),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.pledge}: {self.get_state_display()}"

    def get_absolute_url(self) -> str:
        return reverse("programme:read-submission", args=[self.pk])


class ItemChange(models.Model):
    """How a registered item stood before it was changed, when and why."""

    item = models.ForeignKey(
        PledgeItem, verbose_name=_("việc đăng ký"), on_delete=models.PROTECT, related_name="changes"
    )
    action = models.CharField(_("việc làm trước đó"), max_length=500)
    measure = models.CharField(_("thước đo trước đó"), max_length=300)
    due_on = models.DateField(_("hạn trước đó"))
    changed_at = models.DateTimeField(_("đổi lúc"))
    why = models.CharField(_("vì sao"), max_length=300)

    class Meta:
        verbose_name = _("lần đổi việc đăng ký")
        verbose_name_plural = _("các lần đổi việc đăng ký")
        ordering = ["item", "changed_at"]

    def __str__(self) -> str:
        return self.why
