"""The portal's feed, for readers who follow it in their own program."""

from datetime import datetime

from django.contrib.syndication.views import Feed
from django.http import HttpRequest
from django.utils.translation import gettext as _

from nennep.portal.models import ArticlePage, HomePage
from nennep.portal.queries import latest_articles, organisation_of
from nennep.portal.sites import portal_of


class LatestArticles(Feed[ArticlePage, HomePage]):
    language = "vi"

    def get_object(self, request: HttpRequest) -> HomePage:
        home = portal_of(request)
        home.asked = request
        return home

    def title(self, obj: HomePage) -> str:
        return _("Cổng Thông tin điện tử, %(organisation)s") % {"organisation": organisation_of(obj.unit)}

    def description(self, obj: HomePage) -> str:
        return _("Bài mới đăng trên Cổng Thông tin điện tử.")

    def link(self, obj: HomePage) -> str:
        return str(obj.url)

    def items(self, obj: HomePage) -> list[ArticlePage]:
        """With their addresses: asked for through the request, the site they lie under is looked up once for all."""
        articles = list(latest_articles(obj, limit=20))
        for article in articles:
            article.address = article.get_url(obj.asked)
        return articles

    def item_title(self, item: ArticlePage) -> str:
        return item.article.title

    def item_description(self, item: ArticlePage) -> str:
        return item.article.lead

    def item_link(self, item: ArticlePage) -> str:
        return str(item.address)

    def item_pubdate(self, item: ArticlePage) -> datetime | None:
        return item.article.published_at

    def item_categories(self, item: ArticlePage) -> list[str]:
        return [item.article.get_section_display()]
