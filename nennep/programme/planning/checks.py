"""What does not fit together in a programme is refused with a sentence that says what it collides with."""

from django.core.exceptions import ValidationError
from django.db.models import Q
from django.utils.translation import gettext as _

from nennep.programme.models.plans import Programme, Task, Theme, YearPlan
from nennep.vietnamese.dates import short_date


def check_theme(theme: Theme) -> None:
    """Two themes of one scope never hold in the same year; one of the Centre and one of the cell may stand side by side in
    a term and its years."""
    first, last = theme.year, theme.last_year or theme.year
    others = Theme.objects.filter(unit=theme.unit, scope=theme.scope).exclude(year=theme.year)
    clash = others.filter(
        Q(last_year__isnull=True, year__gte=first, year__lte=last)
        | Q(last_year__isnull=False, year__lte=last, last_year__gte=first)
    ).first()
    if clash is not None:
        told = {"scope": clash.get_scope_display(), "years": clash.years, "short": clash.short}
        raise ValidationError(
            {
                "year": _("Đã có chuyên đề của %(scope)s cho %(years)s: “%(short)s”. Sửa năm, hoặc chọn phạm vi khác.")
                % told
            }
        )


def check_plan(plan: YearPlan) -> None:
    """A plan carries out a programme, so that it is not older than the directive its programme began with."""
    programme = Programme.objects.filter(unit=plan.unit).order_by("starts").first()
    if programme is not None and plan.document is not None and plan.document.issued_on < programme.starts:
        told = {"day": short_date(plan.document.issued_on), "starts": short_date(programme.starts)}
        raise ValidationError(
            {
                "document": _(
                    "Kế hoạch đề ngày %(day)s, trước khi chương trình bắt đầu (%(starts)s). "
                    "Chọn văn bản khác, hoặc sửa ngày của chương trình."
                )
                % told
            }
        )


def check_due(task: Task) -> None:
    """A task of a plan falls due while the programme runs."""
    if task.goal is None:
        return
    running = Programme.objects.filter(unit=task.unit).order_by("starts")
    if not running.exists() or running.filter(Q(ends__isnull=True) | Q(ends__gte=task.due_on), starts__lte=task.due_on):
        return
    programme = running.last()
    assert programme is not None  # noqa: S101  # one exists
    ends = short_date(programme.ends) if programme.ends else _("nay")
    told = {"day": short_date(task.due_on), "starts": short_date(programme.starts), "ends": ends}
    raise ValidationError({"due_on": _("Hạn %(day)s nằm ngoài chương trình, từ %(starts)s đến %(ends)s.") % told})
