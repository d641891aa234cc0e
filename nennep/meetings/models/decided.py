"""What a meeting decided and how it voted."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from nennep.ballots.models import ShowOfHands
from nennep.meetings.models.meeting import Meeting
from nennep.organisation.records import UnitRecords
from nennep.programme.models import Task


class DecisionRecords(UnitRecords["Decision"]):
    unit_field = "meeting__unit"
    day_field = "meeting__held_on"


class Decision(models.Model):
    """What a meeting decided; the task that carries it out is the programme's."""

    meeting = models.ForeignKey(Meeting, on_delete=models.PROTECT, related_name="decisions")
    task = models.OneToOneField(Task, on_delete=models.PROTECT, related_name="decision")
    heard_in = models.DateField(_("nghe kết quả tại kỳ họp tháng"), null=True, blank=True)

    objects = DecisionRecords.as_manager()

    class Meta:
        verbose_name = _("việc được giao tại cuộc họp")
        verbose_name_plural = _("việc giao")
        ordering = ["meeting__held_on", "pk"]

    def __str__(self) -> str:
        return str(self.task)

    def get_absolute_url(self) -> str:
        return self.meeting.get_absolute_url()


class Vote(models.Model):
    """A show of hands at a meeting: about what, counted as the ballots' room counts."""

    class About(models.TextChoices):
        AGENDA = "agenda", _("chương trình")
        CONCLUSION = "conclusion", _("kết luận, nghị quyết")
        SCORE = "score", _("phiếu tự chấm")
        MINUTES = "minutes", _("biên bản")
        OTHER = "other", _("việc khác")

    meeting = models.ForeignKey(Meeting, on_delete=models.CASCADE, related_name="votes")
    hands = models.OneToOneField(ShowOfHands, on_delete=models.PROTECT, related_name="vote")
    about = models.CharField(_("về việc"), max_length=10, choices=About.choices)
    order = models.PositiveSmallIntegerField(_("thứ tự"))

    class Meta:
        verbose_name = _("biểu quyết")
        verbose_name_plural = _("biểu quyết")
        ordering = ["meeting", "order"]
        constraints = [models.UniqueConstraint(name="vote_one_order", fields=["meeting", "order"])]

    def __str__(self) -> str:
        return str(self.hands)
