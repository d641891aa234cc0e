"""Verbs about the portal."""

from datetime import datetime

from django.core.exceptions import ValidationError
from django.db import transaction
from django.db.models import F
from django.utils import translation
from django.utils.text import slugify
from django.utils.translation import gettext as _
from wagtail.models import Page, Site

from nennep.ledger.acts import Outcome, act, put
from nennep.organisation import access
from nennep.organisation.access import Doer
from nennep.organisation.models import Membership, Standing, Unit
from nennep.portal.access import edits_the_portal
from nennep.portal.models import Article, ArticlePage, ArticleState, HomePage, Section, SectionPage
from nennep.portal.wording import words
from nennep.vietnamese.folding import fold

SLUG_LENGTH = 80


def record_article(article: Article, *, by: Doer, at: datetime) -> tuple[Article, Outcome]:
    """Enter an article and what became of it. A published one gets its public page, any other loses it.

    What readers said since stays: the register's counts never fall below those on the page. Raises ValidationError for an
    article that nobody sent yet.
    """
    access.require(edits_the_portal, by, article.unit, on=at.date())
    if article.sent_on is None:
        raise ValidationError({"sent_on": _("Bài chưa gửi thì chưa vào sổ; cần ngày gửi.")})
    known = Article.objects.filter(unit=article.unit, title=article.title, author=article.author).first()
    if known is not None:
        article.useful = max(article.useful, known.useful)
        article.not_useful = max(article.not_useful, known.not_useful)
    standing = Membership.objects.of(article.unit).on(article.sent_on).filter(person=article.author).first()
    article.author_standing = standing.standing if standing else Standing.NON_MEMBER
    with transaction.atomic():
        key, name = ["unit", "title", "author"], "portal.record_article"
        stored, outcome = put(article, key=key, act_name=name, by=by, at=at, keep=["meeting"])
        if outcome is not Outcome.UNCHANGED:
            (publish if stored.state == ArticleState.PUBLISHED else withdraw)(stored, by=by, at=at)
    return stored, outcome


def publish(article: Article, *, by: Doer, at: datetime) -> ArticlePage:
    """Put the article's page on the public site, under the day it was published, or refresh it."""
    page = ArticlePage.objects.filter(article=article).first()
    section = section_page(article)
    if page is None:
        page = ArticlePage(article=article, title=article.title, slug=free_slug(article))
        section.add_child(instance=page)
    elif not page.is_child_of(section):
        page.move(section, pos="last-child")
        page = ArticlePage.objects.get(pk=page.pk)
    with act("portal.publish", by=by, at=at, on=article):
        page.title = article.title
        page.first_published_at = page.last_published_at = article.published_at
        page.live = True
        page.full_clean()
        page.save()
    return page


def withdraw(article: Article, *, by: Doer, at: datetime) -> None:
    """Take the article's page, if it has one, off the public site."""
    page = ArticlePage.objects.live().filter(article=article).first()
    if page is not None:
        with act("portal.withdraw", by=by, at=at, on=article):
            page.live = False
            page.save()


def free_slug(article: Article) -> str:
    """A toneless address that says what the page is about."""
    slug = "-".join(words(article.title)) or str(article.pk)
    if len(slug) > SLUG_LENGTH:
        slug = slug[: SLUG_LENGTH + 1].rpartition("-")[0] or slug[:SLUG_LENGTH]
    taken = ArticlePage.objects.filter(slug=slug).exclude(article=article).exists()
    return f"{slug}-{article.pk}" if taken else slug


def section_title(section: str) -> str:
    """The section's name as the portal keeps it: in Vietnamese, whatever language the editor's screen speaks."""
    with translation.override("vi"):
        return str(Section(section).label)


def section_page(article: Article) -> SectionPage:
    home = open_portal(article.unit)
    page = SectionPage.objects.child_of(home).filter(slug=article.section).first()
    if page is None:
        page = SectionPage(title=section_title(article.section), slug=article.section, show_in_menus=True)
        home.add_child(instance=page)
    return page


def open_portal(unit: Unit) -> HomePage:
    """The unit's portal. The first one opened on an installation is the site's front."""
    home = HomePage.objects.filter(unit=unit).first()
    if home is None:
        home = HomePage(unit=unit, title=unit.name, slug=slugify(fold(unit.code)))
        Page.objects.get(depth=1).add_child(instance=home)
        Site.objects.filter(is_default_site=True).exclude(root_page__in=HomePage.objects.exclude(pk=home.pk)).update(
            root_page=home, site_name=unit.name
        )
        Site.clear_site_root_paths_cache()
    return home


def rate(page: ArticlePage, useful: bool) -> None:
    """A reader says whether the article was useful. Nobody is remembered; only two counters grow."""
    column = "useful" if useful else "not_useful"
    Article.objects.filter(pk=page.article_id).update(**{column: F(column) + 1})
