"""Reading for the public: what is published, what belongs around a page, what is found."""

from datetime import date
from typing import Any

from django.core.paginator import Paginator
from django.db.models import Case, F, IntegerField, Q, QuerySet, Value, When
from django.http import HttpRequest
from django.utils import timezone
from wagtail.models import Page

from nennep.documents.citations.annotate import annotate, no_card
from nennep.documents.citations.resolve import documents, read
from nennep.documents.models import Document
from nennep.organisation.models import Person, Unit
from nennep.portal.models import Article, ArticlePage, ArticleState, HomePage, PortalPage, SectionPage
from nennep.portal.readers import count_readers
from nennep.portal.wording import searchable, words
from nennep.search.excerpts import Stretch, excerpt
from nennep.search.words import words as spelt

PAGE_LENGTH = 20
_MOST_WORDS = 20  # a question longer than that is cut: each word costs the database one comparison per article


def published(under: Page) -> QuerySet[ArticlePage]:
    """Public articles below a page, newest first. Everything public goes through here."""
    return (
        ArticlePage.objects.live()
        .descendant_of(under)
        .filter(article__state=ArticleState.PUBLISHED)
        .select_related("article__unit")
        .order_by("-first_published_at", "-pk")
    )


def latest_articles(page: Page, limit: int) -> QuerySet[ArticlePage]:
    return published(page)[:limit]


def page_context(page: PortalPage, request: HttpRequest) -> dict[str, Any]:
    """What stands around a public page, with the section it lies in."""
    home = HomePage.objects.ancestor_of(page, inclusive=True).select_related("unit").get()
    around = surroundings(home, request)
    here = next((section for section in around["sections"] if page.url_path.startswith(section.url_path)), None)
    return {
        **around,
        "here": here,
        "latest": published(home).exclude(pk=page.pk)[:5],
        "address": request.build_absolute_uri(page.get_url(request)),
    }


def surroundings(home: HomePage, request: HttpRequest) -> dict[str, Any]:
    """What every public page shows: whose portal it is, its sections, its years, how many are reading."""
    return {
        "home": home,
        "organisation": organisation_of(home.unit),
        "sections": list(SectionPage.objects.live().child_of(home).in_menu().order_by("path")),
        "years": years(home),
        "latest": published(home)[:5],
        "address": request.build_absolute_uri(request.path),
        "readers": count_readers(request, getattr(request, "now", timezone.now())),
    }


def organisation_of(unit: Unit) -> str:
    """The organisation whose portal it is: a cell or a committee is named for it ("Chi bộ Ban Quản lý…")."""
    name = unit.name.removeprefix("Chi bộ ").removeprefix("Đảng bộ ")
    return name[:1].upper() + name[1:]


def years(home: HomePage) -> list[int]:
    """The years in which something was published, the last one first."""
    published_at = published(home).order_by().values_list("first_published_at", flat=True)
    return [year.year for year in published_at.datetimes("first_published_at", "year", order="DESC")]


def of_year(home: HomePage, year: int) -> QuerySet[ArticlePage]:
    return published(home).filter(first_published_at__year=year)


def section_context(page: SectionPage, request: HttpRequest) -> dict[str, Any]:
    return {"articles": Paginator(published(page), PAGE_LENGTH).get_page(request.GET.get("trang"))}


def article_context(page: ArticlePage) -> dict[str, Any]:
    """The article itself: its paragraphs with numbers marked, the documents in it, and what belongs to it."""
    article = page.article
    texts = [article.title, *article.paragraphs]
    cited = read(texts, article.unit, on=posted_on(article))
    known = documents(resolution for resolutions in cited for resolution in resolutions)
    return {
        "article": article,
        "paragraphs": [annotate(*each, no_card) for each in zip(texts[1:], cited[1:], strict=True)],
        "documents": known,
        "related": related_articles(page, known),
    }


def posted_on(article: Article) -> date:
    """The day it was published, or else sent. Raises ValueError for a draft, which has neither."""
    if article.published_at is not None:
        return timezone.localdate(article.published_at)
    if article.sent_on is None:
        raise ValueError(f"Article {article.pk} is a draft.")
    return article.sent_on


def register_of(unit: Unit, reader: Person | None) -> QuerySet[Article]:
    """What was sent in, newest first; before it whatever the reader is writing, which nobody else sees."""
    rows = Article.objects.of(unit).select_related("author")
    own = Q(state=ArticleState.DRAFT, author=reader) if reader is not None else Q(pk__in=[])
    return rows.filter(own | ~Q(state=ArticleState.DRAFT)).order_by(F("sent_on").desc(nulls_first=True), "-pk")


def related_articles(page: ArticlePage, documents: list[Document]) -> QuerySet[ArticlePage]:
    """Articles that speak of the same documents, most shared first, then others of the same section."""
    home = HomePage.objects.get(unit=page.article.unit)
    shared: Any = Value(0, output_field=IntegerField())
    for document in documents:
        shared = shared + Case(When(folded__contains=searchable(document.code), then=1), default=0)
    return (
        published(home)
        .exclude(pk=page.pk)
        .annotate(shared=shared)
        .filter(Q(shared__gt=0) | Q(article__section=page.article.section))
        .order_by("-shared", "-first_published_at", "-pk")[:4]
    )


def search(home: HomePage, question: str) -> QuerySet[ArticlePage]:
    """Articles that hold every word asked for, with or without tones; the words as one phrase come first.

    Characters of the folded column are compared, not the full-text index: PostgreSQL reads "03-CT/TW" as a file's path
    and would not find "03 ct tw", SQLite reads it as three words, and a portal has thousands of articles, not millions.
    So both databases answer alike.
    """
    asked = words(question)[:_MOST_WORDS]
    if not asked:
        return published(home).none()
    found = published(home)
    for word in asked:
        found = found.filter(folded__contains=f" {word} ")
    phrase = When(folded__contains=f" {' '.join(asked)} ", then=0)
    return found.annotate(scattered=Case(phrase, default=1)).order_by("scattered", "-first_published_at", "-pk")


def found_in(page: ArticlePage, question: str) -> list[Stretch]:
    """The place in the article that answers the question."""
    return excerpt(f"{page.article.summary} {page.article.body}", set(spelt(question)).__contains__)
