"""How somebody was there, or was not (domain 1.4)."""

from django.db import models
from django.utils.translation import gettext_lazy as _


class AttendanceStatus(models.TextChoices):
    PRESENT = "present", _("có mặt")
    LATE = "late", _("đến muộn")
    EXCUSED = "excused", _("vắng có lý do")
    UNEXCUSED = "unexcused", _("vắng không lý do")
    EXEMPT = "exempt", _("miễn sinh hoạt")
    ELSEWHERE = "elsewhere", _("sinh hoạt tạm thời nơi khác")


PRESENT = [AttendanceStatus.PRESENT, AttendanceStatus.LATE]
COUNTED = [*PRESENT, AttendanceStatus.EXCUSED, AttendanceStatus.UNEXCUSED]
