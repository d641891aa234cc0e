"""Figures about articles."""

from django.utils.translation import gettext_lazy as _

from nennep.indicators.answers import Count, Distinct
from nennep.indicators.evidence import EvidenceRow, shown_as
from nennep.indicators.figures import figure
from nennep.organisation.models import Unit
from nennep.organisation.periods import Period
from nennep.portal.models import Article, ArticleState


@shown_as(Article, "author")
def article(row: Article) -> EvidenceRow:
    # What was sent back, and why, is between the author and the editor.
    state = f" ({row.get_state_display()})" if row.state == ArticleState.PUBLISHED else ""
    return EvidenceRow(row.sent_on, row.author.name, f"{row.title}{state}")


SENT = _("bài gửi Cổng thông tin, theo ngày gửi")


@figure("portal.articles_sent", _("Bài đã gửi"), counts="bài", base=SENT)
def sent(unit: Unit, period: Period) -> Count:
    return Count(Article.objects.of(unit).within(period))


@figure("portal.articles_published", _("Bài được đăng"), better="more", counts="bài", base=SENT)
def published(unit: Unit, period: Period) -> Count:
    every = Article.objects.of(unit).within(period)
    return Count(every.published(), among=every)


@figure("portal.articles_returned", _("Bài trả lại để sửa"), counts="bài", base=SENT, sensitive=True)
def returned(unit: Unit, period: Period) -> Count:
    every = Article.objects.of(unit).within(period)
    return Count(every.filter(state=ArticleState.RETURNED), among=every)


@figure("portal.articles_by_members", _("Bài của đảng viên được đăng"), counts="bài", base=SENT)
def by_members(unit: Unit, period: Period) -> Count:
    every = Article.objects.of(unit).within(period)
    return Count(every.published().by_members(), among=every)


@figure("portal.articles_by_non_members", _("Bài của quần chúng được đăng"), counts="bài", base=SENT)
def by_non_members(unit: Unit, period: Period) -> Count:
    every = Article.objects.of(unit).within(period)
    return Count(every.published().by_non_members(), among=every)


@figure("portal.authors", _("Người có bài được đăng"), counts="người", base=SENT)
def authors(unit: Unit, period: Period) -> Distinct:
    every = Article.objects.of(unit).within(period)
    return Distinct(every.published(), of="author", among=every)
