"""How somebody wants to be reminded: by letter, in their own calendar, or only here."""

from datetime import time

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from nennep.organisation.models import Person


class Rhythm(models.TextChoices):
    WEEKLY = "weekly", _("mỗi tuần một thư")
    DAILY = "daily", _("hằng ngày, chỉ khi có việc đến hạn")


class Weekday(models.IntegerChoices):
    MONDAY = 0, _("thứ Hai")
    TUESDAY = 1, _("thứ Ba")
    WEDNESDAY = 2, _("thứ Tư")
    THURSDAY = 3, _("thứ Năm")
    FRIDAY = 4, _("thứ Sáu")
    SATURDAY = 5, _("thứ Bảy")
    SUNDAY = 6, _("Chủ nhật")


class LetterChoice(models.Model):
    """Somebody asked for letters. Without a row nobody gets any."""

    person = models.OneToOneField(Person, on_delete=models.CASCADE, related_name="letters")
    rhythm = models.CharField(_("bao lâu một lần"), max_length=10, choices=Rhythm.choices)
    weekday = models.PositiveSmallIntegerField(_("vào ngày"), choices=Weekday.choices, default=Weekday.MONDAY)
    quiet_from = models.TimeField(_("không gửi từ"), default=time(20, 0))
    quiet_until = models.TimeField(_("đến"), default=time(6, 0))
    sent_at = models.DateTimeField(null=True, blank=True, editable=False)

    class Meta:
        verbose_name = _("lựa chọn nhận thư")
        verbose_name_plural = _("lựa chọn nhận thư")
        constraints = [models.CheckConstraint(name="letters_on_a_weekday", condition=Q(weekday__lte=6))]

    def __str__(self) -> str:
        return f"{self.person}: {self.get_rhythm_display()}"


class CalendarKey(models.Model):
    """The secret half of the address under which somebody's calendar program asks for their days; only its digest is kept."""

    person = models.OneToOneField(Person, on_delete=models.CASCADE, related_name="calendar_key")
    digest = models.CharField(max_length=64, unique=True)
    made_at = models.DateTimeField(_("lấy lúc"))

    class Meta:
        verbose_name = _("địa chỉ lịch")
        verbose_name_plural = _("địa chỉ lịch")

    def __str__(self) -> str:
        return str(self.person)
