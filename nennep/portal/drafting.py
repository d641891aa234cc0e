"""Writing an article: begun as a draft that only its author sees, from a conference where there was one, then sent in."""

import re
from collections.abc import Iterator, Mapping
from datetime import date, datetime
from typing import Any

from django.core.exceptions import ValidationError
from django.db.models import Q
from django.utils.translation import gettext as _

from nennep.ledger.acts import act, refusals_in_words
from nennep.meetings.models import Meeting, MeetingKind
from nennep.meetings.papers.page import page_of
from nennep.organisation import access
from nennep.organisation.models import Membership, Person, Standing, Unit
from nennep.portal.access import edits_the_portal
from nennep.portal.models import Article, ArticleState, Section

NEWSWORTHY = (MeetingKind.CONFERENCE, MeetingKind.THEMATIC)
_SENTENCE_ENDS = re.compile(r"(?<=[.!?;…])\s+")


def draft_news_from_meeting(meeting: Meeting, *, by: Person, at: datetime) -> Article:
    """A draft of the author about a conference or a thematic meeting: when, where, who chaired, how many came, what it
    concluded. Whoever began one goes on with it, and nothing is written over. Nothing is published by it.

    Raises ValidationError for any other kind of meeting.
    """
    access.require(edits_the_portal, by, meeting.unit, on=at.date())
    if meeting.kind not in NEWSWORTHY:
        raise ValidationError(_("Chỉ viết tin từ hội nghị và kỳ sinh hoạt chuyên đề."))
    begun = Article.objects.filter(meeting=meeting, author=by).first()
    if begun is not None:
        return begun
    told = list(news_of(meeting))
    article = Article(
        unit=meeting.unit,
        title=free_title(meeting, by),
        author=by,
        author_standing=standing_of(by, meeting.unit, at.date()),
        state=ArticleState.DRAFT,
        section=Section.NEWS,
        summary=told[0],
        body="\n\n".join(told),
        meeting=meeting,
    )
    with refusals_in_words(article), act("portal.draft_news", by=by, at=at, on=article):
        article.save()
    return article


def news_of(meeting: Meeting) -> Iterator[str]:
    """Its paragraphs, Vietnamese whatever language the screen speaks: first the lead, then the conclusion. A sentence that
    names anybody but the chair stays out, whether they were there or not."""
    shown, _code = page_of(meeting)
    head, frame, count = shown["head"], shown["frame"], shown["count"]
    title = f"{head['title'][:1].lower()}{head['title'][1:]}"
    lead = [
        f"Ngày {meeting.held_on:%d/%m/%Y}, tại {frame['place']}, {head['cell']} đã tổ chức {title}.",
        f"Chủ trì: đồng chí {frame['chair']}.",
    ]
    if count:
        lead.append(f"Dự họp có {count['present']} trên {count['expected']} đảng viên.")
    yield " ".join(lead)
    concluded = list(unnamed(shown["conclusion"], names_in(meeting)))
    if concluded:
        yield "Kết luận:"
        yield from concluded


def names_in(meeting: Meeting) -> list[str]:
    """Everybody whom the unit's list or the meeting's roll names, but the chair."""
    listed = Q(memberships__unit=meeting.unit) | Q(pk__in=meeting.attendances.values("person"))
    people = Person.objects.filter(listed).exclude(pk=meeting.chair_id).distinct()
    return [name.casefold() for name in people.values_list("name", flat=True)]


def unnamed(text: str, names: list[str]) -> Iterator[str]:
    """The lines of a text without the sentences in which one of the names stands."""
    for line in text.splitlines():
        kept = [
            part for part in _SENTENCE_ENDS.split(line.strip()) if not any(name in part.casefold() for name in names)
        ]
        if any(kept):
            yield " ".join(kept)


def free_title(meeting: Meeting, author: Person) -> str:
    """The meeting's title; with its day where the author has an article of that title already."""
    taken = Article.objects.filter(unit=meeting.unit, title=meeting.title, author=author).exists()
    day = f", {meeting.held_on:%d/%m/%Y}"
    return f"{meeting.title[: 300 - len(day)]}{day}" if taken else meeting.title


def standing_of(author: Person, unit: Unit, on: date) -> str:
    row = Membership.objects.of(unit).on(on).filter(person=author).first()
    return row.standing if row is not None else Standing.NON_MEMBER


def edit_draft(article: Article, words: Mapping[str, Any], *, by: Person, at: datetime) -> None:
    """Title, section, summary and body as the author now has them."""
    still_being_written(article, by)
    for name in ("title", "section", "summary", "body"):
        setattr(article, name, words[name])
    article.clean_fields(exclude=["unit", "author", "book_entry", "meeting"])
    with refusals_in_words(article), act("portal.edit_draft", by=by, at=at, on=article):
        article.save(update_fields=["title", "section", "summary", "body"])


def send_article(article: Article, *, by: Person, at: datetime) -> None:
    """The author sends it in; from then on it waits for the editor, and the register has it under this day."""
    still_being_written(article, by)
    if not article.body.strip():
        raise ValidationError(_("Bài chưa có nội dung."))
    article.state, article.sent_on = ArticleState.WAITING, at.date()
    article.author_standing = standing_of(by, article.unit, at.date())
    with refusals_in_words(article), act("portal.send_article", by=by, at=at, on=article):
        article.save(update_fields=["state", "sent_on", "author_standing"])


def still_being_written(article: Article, by: Person) -> None:
    """Raises NotAllowed for anybody but its author, ValidationError once it was sent."""
    if article.author != by:
        raise access.NotAllowed(_("Bản nháp chỉ người viết sửa và gửi."))
    if article.state != ArticleState.DRAFT:
        raise ValidationError(_("Bài này đã gửi."))
