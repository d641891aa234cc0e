"""Cổng tin: articles that people of the unit write, and the public pages that show the published ones."""

from typing import Any, Self

from django.db import models
from django.db.models import Q
from django.http import HttpRequest
from django.urls import reverse
from django.utils.text import Truncator
from django.utils.translation import gettext_lazy as _
from wagtail.models import Page

from nennep.meetings.models import Meeting
from nennep.organisation.models import MEMBERS, Person, Standing, Unit
from nennep.organisation.records import UnitRecords
from nennep.portal.wording import searchable
from nennep.recognition.models import BookEntry


class Section(models.TextChoices):
    NEWS = "tin-tuc", _("Tin tức")
    LEARNING = "hoc-tap-va-lam-theo", _("Học tập và làm theo")
    DEEDS = "nguoi-tot-viec-tot", _("Người tốt, việc tốt")


class ArticleState(models.TextChoices):
    """A draft is its author's alone until they send it: it has no day and is in no figure."""

    DRAFT = "draft", _("bản nháp")
    PUBLISHED = "published", _("đã đăng")
    RETURNED = "returned", _("trả lại")
    WAITING = "waiting", _("chờ duyệt")


class ArticleRecords(UnitRecords["Article"]):
    day_field = "sent_on"

    def by_members(self) -> Self:
        return self.filter(author_standing__in=MEMBERS)

    def by_non_members(self) -> Self:
        return self.filter(author_standing=Standing.NON_MEMBER)

    def sent(self) -> Self:
        return self.exclude(state=ArticleState.DRAFT)

    def published(self) -> Self:
        return self.filter(state=ArticleState.PUBLISHED)


class Article(models.Model):
    """An article somebody writes or sent in, and what the editor did with it."""

    unit = models.ForeignKey(Unit, verbose_name=_("đơn vị"), on_delete=models.PROTECT, related_name="articles")
    title = models.CharField(_("tiêu đề"), max_length=300)
    author = models.ForeignKey(Person, verbose_name=_("tác giả"), on_delete=models.PROTECT, related_name="articles")
    author_standing = models.CharField(_("tư cách tác giả"), max_length=20, choices=Standing.choices)
    sent_on = models.DateField(_("ngày gửi"), null=True, blank=True)
    state = models.CharField(_("trạng thái"), max_length=10, choices=ArticleState.choices)
    published_at = models.DateTimeField(_("thời điểm đăng"), null=True, blank=True)
    section = models.CharField(_("chuyên mục"), max_length=30, choices=Section.choices)
    summary = models.TextField(_("tóm tắt"), blank=True)
    body = models.TextField(_("nội dung"), blank=True)
    return_reason = models.CharField(_("lý do trả lại"), max_length=300, blank=True)
    book_entry = models.ForeignKey(
        BookEntry,
        verbose_name=_("lượt ghi Sổ"),
        on_delete=models.PROTECT,
        related_name="articles",
        null=True,
        blank=True,
    )
    meeting = models.ForeignKey(
        Meeting,
        verbose_name=_("viết từ cuộc họp"),
        on_delete=models.PROTECT,
        related_name="articles",
        null=True,
        blank=True,
        editable=False,
    )
    useful = models.PositiveIntegerField(_("có ích"), default=0)
    not_useful = models.PositiveIntegerField(_("chưa có ích"), default=0)

    objects = ArticleRecords.as_manager()

    class Meta:
        verbose_name = _("bài viết")
        verbose_name_plural = _("bài viết")
        ordering = ["sent_on", "pk"]
        constraints = [
            models.UniqueConstraint(name="article_once", fields=["unit", "title", "author"]),
            models.CheckConstraint(
                name="article_published_has_a_time",
                condition=Q(state="published", published_at__isnull=False)
                | ~Q(state="published") & Q(published_at__isnull=True),
            ),
            models.CheckConstraint(
                name="article_returned_says_why",
                violation_error_message=_("Bài trả lại thì phải ghi lý do trả lại."),
                condition=~Q(state="returned") | ~Q(return_reason=""),
            ),
            models.CheckConstraint(
                name="article_sent_unless_a_draft",
                violation_error_message=_("Bản nháp chưa có ngày gửi; bài đã gửi thì phải có."),
                condition=Q(state="draft", sent_on__isnull=True) | ~Q(state="draft") & Q(sent_on__isnull=False),
            ),
        ]

    def __str__(self) -> str:
        return self.title

    def get_absolute_url(self) -> str:
        return reverse("articles:article", args=[self.pk])

    @property
    def paragraphs(self) -> list[str]:
        return [part.strip() for part in self.body.split("\n\n") if part.strip()]

    @property
    def lead(self) -> str:
        """What the article is about, in a sentence or two: its summary, or else how it begins."""
        return self.summary or Truncator(" ".join(self.body.split())).words(40)

    @property
    def ratings(self) -> int:
        return self.useful + self.not_useful

    @property
    def useful_percent(self) -> int | None:
        """Share of readers who found it useful, None before anybody said so."""
        return round(100 * self.useful / self.ratings) if self.ratings else None


class PortalPage(Page):
    """What all public pages share: the words of their text without tones, for `queries.search`."""

    folded = models.TextField(editable=False, blank=True)

    max_count_per_parent: int | None = None

    class Meta:
        abstract = True

    def full_clean(self, *args: Any, **kwargs: Any) -> None:
        self.folded = searchable(self.public_text())
        super().full_clean(*args, **kwargs)

    def public_text(self) -> str:
        return str(self.title)


class HomePage(PortalPage):
    """The portal's first page of one unit."""

    unit = models.OneToOneField(Unit, verbose_name=_("đơn vị"), on_delete=models.PROTECT, related_name="portal")

    template = "portal/home.html"
    subpage_types = ["portal.SectionPage"]

    def get_context(self, request: HttpRequest, *args: Any, **kwargs: Any) -> dict[str, Any]:
        from nennep.portal.queries import latest_articles, page_context

        return {
            **super().get_context(request, *args, **kwargs),
            **page_context(self, request),
            "articles": latest_articles(self, limit=20),
        }


class SectionPage(PortalPage):
    """A section of the portal with its articles, newest first."""

    template = "portal/section.html"
    parent_page_types = ["portal.HomePage"]
    subpage_types = ["portal.ArticlePage"]

    def get_context(self, request: HttpRequest, *args: Any, **kwargs: Any) -> dict[str, Any]:
        from nennep.portal.queries import page_context, section_context

        return {
            **super().get_context(request, *args, **kwargs),
            **page_context(self, request),
            **section_context(self, request),
        }


class ArticlePage(PortalPage):
    """The public face of a published article."""

    article = models.OneToOneField(Article, verbose_name=_("bài viết"), on_delete=models.PROTECT, related_name="page")

    template = "portal/article.html"
    parent_page_types = ["portal.SectionPage"]
    subpage_types: list[str] = []

    def public_text(self) -> str:
        return f"{self.article.title}\n{self.article.summary}\n{self.article.body}"

    def get_context(self, request: HttpRequest, *args: Any, **kwargs: Any) -> dict[str, Any]:
        from nennep.portal.queries import article_context, page_context

        return {
            **super().get_context(request, *args, **kwargs),
            **page_context(self, request),
            **article_context(self),
        }


class Reader(models.Model):
    """Somebody reading in the last minutes, as a token that means nothing tomorrow; see `portal.readers`."""

    token = models.CharField(max_length=32, primary_key=True)
    seen_at = models.DateTimeField(db_index=True)

    def __str__(self) -> str:
        return self.token
