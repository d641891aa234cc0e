"""How articles are found: the published ones by everybody, on their public page; others that were sent by the people of the
unit. Drafts are found by nobody."""

from collections.abc import Iterator

from django.db.models import QuerySet
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from nennep.organisation.models import Person
from nennep.portal.models import Article, ArticlePage, ArticleState
from nennep.search.declaring import Found, Keys, Searchable, searchable
from nennep.search.models import Audience


def articles(records: QuerySet[Article]) -> Iterator[Found]:
    pages = {page.article_id: page for page in ArticlePage.objects.live().filter(article__in=records.values("pk"))}
    for article in records.exclude(state=ArticleState.DRAFT).select_related("author"):
        page = pages.get(article.pk) if article.state == ArticleState.PUBLISHED else None
        address = page.get_url() if page is not None else None
        text = "\n".join(part for part in (article.summary, article.body, str(article.author)) if part)
        yield Found(
            record=article.pk,
            title=article.title,
            text=text,
            url=address or article.get_absolute_url(),
            audience=Audience.PUBLIC if address else Audience.UNIT,
            unit=article.unit_id,
            day=timezone.localdate(article.published_at) if article.published_at else article.sent_on,
            type=article.state,
        )


def written_by(people: Keys) -> QuerySet[Article]:
    return Article.objects.filter(author__in=people)


searchable(
    Searchable(
        number=5,
        slug="bai-viet",
        label=_("Bài viết"),
        model=Article,
        read=articles,
        types=[choice for choice in ArticleState.choices if choice[0] != ArticleState.DRAFT],
        touched_by={Person: written_by},
    )
)
