"""Figures about the yearly rating."""

from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from nennep.indicators.answers import Count, Share
from nennep.indicators.evidence import EvidenceRow, shown_as
from nennep.indicators.figures import figure
from nennep.organisation.models import Unit
from nennep.organisation.periods import Period
from nennep.review.models import Rating, RatingLevel


@shown_as(Rating, "person", "unit")
def rating(row: Rating) -> EvidenceRow:
    what = str(row.get_level_display()) or gettext("không xếp loại: %(reason)s") % {"reason": row.reason_not_rated}
    return EvidenceRow(row.decided_on, row.person.name, gettext("năm %(year)s") % {"year": row.year} + f": {what}")


RATED = _("lượt đảng viên được xếp loại các năm kết thúc trong kỳ")


@figure(
    "review.rated",
    _("Lượt đảng viên được xếp loại"),
    counts="lượt",
    base=_("danh sách xếp loại"),
    period_kind="by_year",
    sensitive=True,
)
def rated(unit: Unit, period: Period) -> Count:
    every = Rating.objects.of(unit).within(period)
    return Count(every.rated(), among=every)


@figure(
    "review.rated_well_or_better_percent",
    _("Đảng viên hoàn thành tốt nhiệm vụ trở lên"),
    better="more",
    counts="%",
    base=RATED,
    period_kind="by_year",
    sensitive=True,
)
def rated_well_or_better(unit: Unit, period: Period) -> Share:
    every = Rating.objects.of(unit).within(period).rated()
    return Share(every.well_or_better(), base=every)


@figure(
    "review.excellent",
    _("Lượt hoàn thành xuất sắc nhiệm vụ"),
    counts="lượt",
    base=RATED,
    period_kind="by_year",
    sensitive=True,
)
def excellent(unit: Unit, period: Period) -> Count:
    every = Rating.objects.of(unit).within(period).rated()
    return Count(every.filter(level=RatingLevel.EXCELLENT), among=every)


@figure(
    "review.not_rated",
    _("Lượt không xếp loại"),
    counts="lượt",
    base=_("danh sách xếp loại"),
    period_kind="by_year",
    sensitive=True,
)
def not_rated(unit: Unit, period: Period) -> Count:
    every = Rating.objects.of(unit).within(period)
    return Count(every.not_rated(), among=every)
