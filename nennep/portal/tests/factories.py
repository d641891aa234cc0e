"""Articles for tests, entered as the register enters them."""

from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

from nennep.organisation.access import Operator
from nennep.organisation.models import Person
from nennep.portal.actions import record_article
from nennep.portal.models import Article, ArticlePage, ArticleState, Section

MORNING = datetime(2014, 5, 12, 9, 0, tzinfo=ZoneInfo("Asia/Ho_Chi_Minh"))


def article(author: Person, title: str, **more) -> Article:
    """A published article of the author's cell, unless its state says otherwise."""
    state = more.setdefault("state", ArticleState.PUBLISHED)
    values = {
        "unit": author.home,
        "sent_on": MORNING.date() - timedelta(days=3),
        "section": Section.LEARNING,
        "body": "Một đoạn văn.",
        "published_at": MORNING if state == ArticleState.PUBLISHED else None,
        "return_reason": "Xin bổ sung số liệu." if state == ArticleState.RETURNED else "",
    }
    return record_article(Article(author=author, title=title, **(values | more)), by=Operator(), at=MORNING)[0]


def page(author: Person, title: str, **more) -> ArticlePage:
    """The public page of a published article."""
    return article(author, title, **more).page
