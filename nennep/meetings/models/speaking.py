"""Whether the secretary is shown who has long not spoken: the cell decides."""

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from nennep.organisation.models import Unit


class SpeakingView(models.Model):
    """What a cell has decided about the list of those who have long not spoken. Without a row nobody has decided anything, and
    the secretary and the deputy see it; who is on it is never stored."""

    unit = models.OneToOneField(Unit, verbose_name=_("đơn vị"), on_delete=models.PROTECT, related_name="speaking_view")
    off = models.BooleanField(_("tắt"), default=False)
    decided_on = models.DateField(_("chi bộ quyết định ngày"))
    why = models.CharField(_("vì sao"), max_length=300)

    class Meta:
        verbose_name = _("danh sách chưa phát biểu")
        verbose_name_plural = _("danh sách chưa phát biểu")
        constraints = [
            models.CheckConstraint(
                name="speaking_view_has_a_reason",
                violation_error_message=_("Ghi lý do tắt hoặc mở danh sách."),
                condition=~Q(why=""),
            )
        ]

    def __str__(self) -> str:
        return f"{self.unit}: {_('tắt') if self.off else _('mở')}"
