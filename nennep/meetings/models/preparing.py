"""A meeting before it is on record: prepared, then jotted down while it goes on."""

from datetime import datetime, timedelta

from django.db import models
from django.db.models import Q
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from nennep.documents.models import Document, Draft
from nennep.meetings.models.meeting import Meeting
from nennep.meetings.models.plans import PlannedMeeting
from nennep.organisation.models import Person, Unit


class Preparation(models.Model):
    """What is made ready for one line of the year's plan. Opened, it is jotted into; closed, it has become a meeting."""

    planned = models.OneToOneField(PlannedMeeting, on_delete=models.PROTECT, related_name="preparation")
    title = models.CharField(_("tiêu đề"), max_length=300)
    starts_at = models.TimeField(_("bắt đầu"))
    minutes = models.PositiveSmallIntegerField(_("thời lượng dự kiến (phút)"))
    place = models.CharField(_("địa điểm"), max_length=200)
    chair = models.ForeignKey(Person, verbose_name=_("chủ trì"), on_delete=models.PROTECT, related_name="+")
    minutes_secretary = models.ForeignKey(Person, verbose_name=_("thư ký"), on_delete=models.PROTECT, related_name="+")
    guests = models.CharField(_("khách mời"), max_length=500, blank=True)
    papers = models.ManyToManyField(Document, verbose_name=_("tài liệu"), related_name="+", blank=True)
    papers_sent_on = models.DateField(_("ngày gửi tài liệu"), null=True, blank=True)
    notice_sent_on = models.DateField(_("ngày báo họp"), null=True, blank=True)
    draft = models.ForeignKey(
        Draft, verbose_name=_("dự thảo nghị quyết"), on_delete=models.SET_NULL, related_name="+", null=True, blank=True
    )
    opened_at = models.DateTimeField(_("mở lúc"), null=True, blank=True)
    meeting = models.OneToOneField(
        Meeting, on_delete=models.PROTECT, related_name="preparation", null=True, blank=True, editable=False
    )

    class Meta:
        verbose_name = _("chuẩn bị cuộc họp")
        verbose_name_plural = _("chuẩn bị cuộc họp")
        ordering = ["planned__planned_on", "pk"]
        constraints = [
            models.CheckConstraint(
                name="preparation_on_record_only_after_opening",
                condition=Q(meeting__isnull=True) | Q(opened_at__isnull=False),
            ),
            models.CheckConstraint(
                name="preparation_lasts_some_minutes",
                violation_error_message=_("Thời lượng dự kiến từ 1 đến 600 phút."),
                condition=Q(minutes__gte=1, minutes__lte=600),
            ),
        ]

    def __str__(self) -> str:
        return self.title

    def get_absolute_url(self) -> str:
        return reverse("meetings:prepare", args=[self.planned_id])

    @property
    def unit(self) -> Unit:
        return self.planned.unit

    @property
    def is_live(self) -> bool:
        return self.opened_at is not None and self.meeting_id is None

    @property
    def should_end_at(self) -> str:
        """The time of day when it should be over, as people say it."""
        starts = datetime.combine(self.planned.planned_on, self.starts_at)
        return f"{starts + timedelta(minutes=self.minutes):%H:%M}"


class PreparedItem(models.Model):
    """A line of the agenda to be: what, how long, who presents."""

    preparation = models.ForeignKey(Preparation, on_delete=models.CASCADE, related_name="items")
    order = models.PositiveSmallIntegerField(_("thứ tự"))
    title = models.CharField(_("mục"), max_length=300)
    minutes = models.PositiveSmallIntegerField(_("số phút dự kiến"))
    is_theme = models.BooleanField(_("phần chuyên đề"), default=False)
    presenter = models.ForeignKey(
        Person, verbose_name=_("người trình bày"), on_delete=models.PROTECT, related_name="+", null=True, blank=True
    )

    class Meta:
        verbose_name = _("mục chuẩn bị")
        verbose_name_plural = _("mục chuẩn bị")
        ordering = ["preparation", "order"]
        constraints = [
            models.UniqueConstraint(name="prepared_item_one_order", fields=["preparation", "order"]),
            models.UniqueConstraint(
                name="prepared_item_one_theme",
                fields=["preparation"],
                condition=Q(is_theme=True),
                violation_error_message=_("Mỗi cuộc họp có một phần chuyên đề."),
            ),
        ]

    def __str__(self) -> str:
        return self.title


class Question(models.Model):
    """A question sent ahead to somebody, so that they come prepared to speak."""

    preparation = models.ForeignKey(Preparation, on_delete=models.CASCADE, related_name="questions")
    person = models.ForeignKey(Person, verbose_name=_("gửi"), on_delete=models.PROTECT, related_name="+")
    text = models.CharField(_("câu hỏi"), max_length=300)

    class Meta:
        verbose_name = _("câu hỏi gửi trước")
        verbose_name_plural = _("câu hỏi gửi trước")
        ordering = ["pk"]
        constraints = [models.UniqueConstraint(name="question_once", fields=["preparation", "person", "text"])]

    def __str__(self) -> str:
        return self.text


class AgendaTemplate(models.Model):
    """The agenda of a kind of meeting as the unit has settled it: a line each, "title | minutes"."""

    unit = models.ForeignKey(Unit, on_delete=models.PROTECT, related_name="agenda_templates")
    kind = models.CharField(_("loại"), max_length=12, choices=PlannedMeeting._meta.get_field("kind").choices)
    lines = models.TextField(_("các mục"), max_length=6000)

    class Meta:
        verbose_name = _("mẫu chương trình")
        verbose_name_plural = _("mẫu chương trình")
        constraints = [models.UniqueConstraint(name="agenda_template_once", fields=["unit", "kind"])]

    def __str__(self) -> str:
        return str(self.get_kind_display())


class Jotting(models.Model):
    """One thing that was written down while the meeting went on. It arrives once, whatever the network does, and is never
    changed; what the meeting is at any moment is all its jottings read in order (`nennep.meetings.live.state`)."""

    key = models.UUIDField(primary_key=True)
    preparation = models.ForeignKey(Preparation, on_delete=models.PROTECT, related_name="jottings")
    kind = models.CharField(max_length=10)
    content = models.JSONField()
    made_at = models.DateTimeField(_("ghi lúc"))
    received_at = models.DateTimeField(_("tới lúc"))
    by = models.ForeignKey(Person, verbose_name=_("người ghi"), on_delete=models.PROTECT, related_name="+")

    class Meta:
        verbose_name = _("dòng ghi tại cuộc họp")
        verbose_name_plural = _("dòng ghi tại cuộc họp")
        ordering = ["made_at", "key"]

    def __str__(self) -> str:
        return f"{self.kind} {self.made_at:%H:%M}"


class Presence(models.Model):
    """Who has the screen of the meeting open, and where they are writing, so that two see each other."""

    preparation = models.ForeignKey(Preparation, on_delete=models.CASCADE, related_name="presences")
    person = models.ForeignKey(Person, on_delete=models.CASCADE, related_name="+")
    seen_at = models.DateTimeField()

    class Meta:
        constraints = [models.UniqueConstraint(name="presence_once", fields=["preparation", "person"])]

    def __str__(self) -> str:
        return str(self.person)
