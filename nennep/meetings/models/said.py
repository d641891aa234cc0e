"""What was said and noted: opinions, notes under each item, praise and reminders."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from nennep.meetings.models.meeting import AgendaItem, Meeting, ThemePart
from nennep.organisation.models import Person
from nennep.organisation.records import UnitRecords


class ContributionRecords(UnitRecords["Contribution"]):
    unit_field = "meeting__unit"
    day_field = "meeting__held_on"


class Contribution(models.Model):
    """Who spoke, and the gist in a line."""

    meeting = models.ForeignKey(Meeting, on_delete=models.CASCADE, related_name="contributions")
    order = models.PositiveSmallIntegerField(_("thứ tự"))
    person = models.ForeignKey(Person, verbose_name=_("người phát biểu"), on_delete=models.PROTECT, related_name="+")
    gist = models.CharField(_("ý kiến"), max_length=500)
    item = models.ForeignKey(
        AgendaItem, verbose_name=_("mục"), on_delete=models.CASCADE, related_name="contributions", null=True, blank=True
    )
    part = models.CharField(_("phần chuyên đề"), max_length=8, choices=ThemePart.Part.choices, blank=True)

    objects = ContributionRecords.as_manager()

    class Meta:
        verbose_name = _("ý kiến")
        verbose_name_plural = _("ý kiến phát biểu")
        ordering = ["meeting__held_on", "order"]
        constraints = [models.UniqueConstraint(name="contribution_one_order", fields=["meeting", "order"])]

    def __str__(self) -> str:
        return f"{self.person}: {self.gist}"

    def get_absolute_url(self) -> str:
        return self.meeting.get_absolute_url()


class Note(models.Model):
    """What the minutes hold under one item of the agenda, or under one part of the theme: a paragraph of it."""

    class Kind(models.TextChoices):
        TEXT = "text", _("nội dung")
        CONCLUSION = "conclusion", _("kết luận của chủ trì")

    meeting = models.ForeignKey(Meeting, on_delete=models.CASCADE, related_name="notes")
    order = models.PositiveSmallIntegerField(_("thứ tự"))
    item = models.ForeignKey(
        AgendaItem, verbose_name=_("mục"), on_delete=models.CASCADE, related_name="notes", null=True, blank=True
    )
    part = models.CharField(_("phần chuyên đề"), max_length=8, choices=ThemePart.Part.choices, blank=True)
    kind = models.CharField(_("loại"), max_length=10, choices=Kind.choices, default=Kind.TEXT)
    text = models.TextField(_("nội dung"))

    class Meta:
        verbose_name = _("nội dung biên bản")
        verbose_name_plural = _("nội dung biên bản")
        ordering = ["meeting", "order"]
        constraints = [models.UniqueConstraint(name="note_one_order", fields=["meeting", "order"])]

    def __str__(self) -> str:
        return self.text[:80]


class PraiseRecords(UnitRecords["Praise"]):
    unit_field = "meeting__unit"
    day_field = "meeting__held_on"


class Praise(models.Model):
    """Somebody praised or reminded at a meeting, and for what. A reminder keeps room for their answer."""

    class Kind(models.TextChoices):
        PRAISE = "praise", _("biểu dương")
        REMINDER = "reminder", _("nhắc nhở")

    meeting = models.ForeignKey(Meeting, on_delete=models.CASCADE, related_name="praises")
    order = models.PositiveSmallIntegerField(_("thứ tự"))
    kind = models.CharField(_("loại"), max_length=8, choices=Kind.choices)
    person = models.ForeignKey(Person, verbose_name=_("người"), on_delete=models.PROTECT, related_name="+")
    reason = models.CharField(_("vì việc gì"), max_length=500)

    objects = PraiseRecords.as_manager()

    class Meta:
        verbose_name = _("biểu dương, nhắc nhở")
        verbose_name_plural = _("biểu dương, nhắc nhở")
        ordering = ["meeting__held_on", "order"]
        constraints = [models.UniqueConstraint(name="praise_one_order", fields=["meeting", "order"])]

    def __str__(self) -> str:
        return f"{self.get_kind_display()}: {self.person}"

    def get_absolute_url(self) -> str:
        return self.meeting.get_absolute_url()
