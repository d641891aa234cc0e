"""The table of pages: those of a meeting, from its preparation to its papers."""

from datetime import timedelta

from django.urls import reverse

from nennep.meetings.closing.forms import OF_MEETING
from nennep.meetings.papers.views import PAPERS
from nennep.meetings.preparing.forms import OF_BOOKS, OF_COMMITTEE
from nennep.portal.drafting import draft_news_from_meeting
from nennep.portal.forms import OF_DRAFT
from tests.access.kinds import BOOKS, CELL, COMMITTEE, HEADS, PEOPLE, UPPER, Kind
from tests.access.meetings_verbs import SIGNERS, addendum, conference, opened, over, planned, praised, prepared, sealed
from tests.access.people import MOMENT, TODAY, Around
from tests.access.table import ANYBODY, IN_THE_CELL, Addresses, Answer, Page, everybody, fixed, of_unit, to

ROSTERED = (PEOPLE - UPPER - {Kind.SIBLING}) | {Kind.CARD}
"""Who has lines of their own here: whoever is or was on the unit's list."""


def of_prepared(name: str, *more: object) -> Addresses:
    return lambda a: [reverse(name, args=[prepared(a).planned_id, *more])]


def of_live(name: str) -> Addresses:
    return lambda a: [reverse(name, args=[opened(a).planned_id])]


def planned_deeds(*deeds: str) -> Addresses:
    return lambda a: [reverse("meetings:change", args=[prepared(a).planned_id, deed]) for deed in deeds]


def fresh_deeds(*deeds: str) -> Addresses:
    """About a line of the plan for which nothing is ready."""
    return lambda a: [
        reverse("meetings:change", args=[planned(a, TODAY + timedelta(days=9)).pk, deed]) for deed in deeds
    ]


def over_deeds(*deeds: str) -> Addresses:
    return lambda a: [reverse("meetings:after", args=[over(a).pk, deed]) for deed in deeds]


def an_addendum(a: Around) -> list[str]:
    written = over(a).addenda.first() or addendum(a)
    return [reverse("meetings:sign-addendum", args=[written.pk])]


def after_the_seal(a: Around) -> list[str]:
    return [reverse("meetings:after", args=[sealed(a).pk, "dinh-chinh"])]


def papers(a: Around) -> list[str]:
    return [reverse("meetings:paper", args=[over(a).pk, paper]) for paper in PAPERS]


def paper_files(a: Around) -> list[str]:
    return [reverse("meetings:paper-file", args=[over(a).pk, paper, "docx"]) for paper in PAPERS]


MEETING_HERE = (CELL - {Kind.COLLEAGUE}) | {Kind.CARD}


def praised_page(a: Around) -> list[str]:
    return [reverse("recognition:enter-praised", args=[praised(a).pk])]


def a_draft_of_news(a: Around) -> list[str]:
    """The editor's own draft about the conference."""
    article = draft_news_from_meeting(conference(a), by=a.people[Kind.EDITOR], at=MOMENT)
    return [reverse("articles:change", args=[article.pk, deed]) for deed in OF_DRAFT]


THE_EDITOR = frozenset({Kind.EDITOR})
AGAIN, LED = Answer.AGAIN, Answer.LEADS_ON
BOOKS_DEEDS = set(OF_BOOKS) - {"mo", "bao-hop", "giay-moi", "nghi-quyet"}
DIRECT = {"bao-hop", "giay-moi", "nghi-quyet"}
"""Deeds without a field that has to be filled in: sending the empty form does them."""

MEETING_PAGES = [
    Page(
        "meetings:plan", of_unit("meetings:plan"), to(COMMITTEE), post=to(COMMITTEE, sees_as=AGAIN), names_nobody=True
    ),
    Page("meetings:prepare", of_prepared("meetings:prepare"), IN_THE_CELL),
    Page(
        "meetings:change",
        fresh_deeds(*[deed for deed in OF_COMMITTEE if deed != "mau"]),
        to(COMMITTEE),
        post=to(COMMITTEE, sees_as=AGAIN),
        names_nobody=True,
    ),
    Page(
        "meetings:change",
        planned_deeds("mau"),
        to(COMMITTEE),
        post=to(COMMITTEE, sees_as=LED),
        which="keeps as template",
        names_nobody=True,
    ),
    Page(
        "meetings:change",
        planned_deeds("hoi"),
        to(BOOKS),
        post=to(BOOKS, sees_as=AGAIN),
        which="asks ahead",
    ),
    Page(
        "meetings:change",
        planned_deeds("tai-lieu", *sorted(DIRECT)),
        to(BOOKS),
        post=to(BOOKS, sees_as=LED),
        which="papers and notice",
        names_nobody=True,
    ),
    Page(
        "meetings:change",
        planned_deeds("mo"),
        to(BOOKS),
        post=to(BOOKS, sees_as=LED),
        which="opens",
        names_nobody=True,
    ),
    Page("meetings:agenda", of_prepared("meetings:agenda"), to(BOOKS), post=to(BOOKS, sees_as=AGAIN)),
    Page("meetings:calendar-file", of_prepared("meetings:calendar-file"), IN_THE_CELL, names_nobody=True),
    Page("meetings:running-sheet", of_prepared("meetings:running-sheet"), IN_THE_CELL),
    Page("meetings:worker", fixed("meetings:worker"), ANYBODY, everybody(Answer.WRONG_METHOD), names_nobody=True),
    Page("meetings:live", of_live("meetings:live"), to(BOOKS)),
    Page(
        "meetings:write", of_live("meetings:write"), to(BOOKS, sees_as=Answer.WRONG_METHOD), post=to(BOOKS, sees_as=LED)
    ),
    Page("meetings:wall", of_live("meetings:wall"), to(BOOKS), names_nobody=True),
    Page(
        "meetings:here",
        of_live("meetings:here"),
        to(MEETING_HERE),
        post=to(MEETING_HERE, sees_as=LED),
        names_nobody=True,
    ),
    Page("meetings:close", of_live("meetings:close"), to(BOOKS), post=to(BOOKS, sees_as=AGAIN), names_nobody=True),
    Page(
        "meetings:after",
        over_deeds(*[deed for deed in OF_MEETING if deed not in ("ky", "sua", "cham", "dinh-chinh", "nghi-quyet")]),
        to(BOOKS),
        post=to(BOOKS, sees_as=AGAIN),
        names_nobody=True,
    ),
    Page(
        "meetings:after",
        over_deeds("sua"),
        to(BOOKS),
        post=to(BOOKS, sees_as=AGAIN),
        which="amends",
        names_nobody=True,
    ),
    Page(
        "meetings:after",
        over_deeds("cham", "nghi-quyet"),
        to(BOOKS),
        post=to(BOOKS, sees_as=LED),
        which="scores, drafts",
        names_nobody=True,
    ),
    Page(
        "meetings:after",
        over_deeds("ky"),
        to(SIGNERS),
        post=to(SIGNERS, sees_as=AGAIN),
        which="signs",
        names_nobody=True,
    ),
    Page(
        "meetings:after",
        after_the_seal,
        to(BOOKS),
        post=to(BOOKS, sees_as=AGAIN),
        which="corrects beside",
        names_nobody=True,
    ),
    Page(
        "meetings:seal-years",
        of_unit("meetings:seal-years"),
        to(BOOKS),
        post=to(BOOKS, sees_as=AGAIN),
        names_nobody=True,
    ),
    Page("meetings:sign-addendum", an_addendum, to(HEADS), post=to(HEADS, sees_as=AGAIN), names_nobody=True),
    Page(
        "meetings:check-code", fixed("meetings:check-code"), ANYBODY, everybody(Answer.WRONG_METHOD), names_nobody=True
    ),
    Page("meetings:paper", papers, IN_THE_CELL, names_nobody=True),
    Page("meetings:paper-file", paper_files, IN_THE_CELL, names_nobody=True),
    Page("meetings:book", of_unit("meetings:book", 2014), IN_THE_CELL),
    Page("meetings:book-file", of_unit("meetings:book-file", 2014, "docx"), IN_THE_CELL, names_nobody=True),
    Page(
        "meetings:after",
        lambda a: [reverse("meetings:after", args=[conference(a).pk, "muc-tieu"])],
        to(COMMITTEE),
        post=to(COMMITTEE, sees_as=AGAIN),
        which="takes up as goals",
        names_nobody=True,
    ),
    Page("recognition:enter", of_unit("recognition:enter"), to(BOOKS), post=to(BOOKS, sees_as=AGAIN)),
    Page("recognition:enter-praised", praised_page, to(BOOKS), post=to(BOOKS, sees_as=AGAIN)),
    Page(
        "articles:from-meeting",
        of_unit("articles:from-meeting"),
        to(BOOKS | THE_EDITOR),
        post=to(BOOKS | THE_EDITOR, sees_as=AGAIN),
        names_nobody=True,
    ),
    Page(
        "articles:change",
        a_draft_of_news,
        to(THE_EDITOR),
        post=to(THE_EDITOR, sees_as=AGAIN),
        which="of the editor",
        names_nobody=True,
    ),
    Page("meetings:mine", of_unit("meetings:mine"), to(ROSTERED), names_nobody=True),
    Page("meetings:mine-of-year", of_unit("meetings:mine-of-year", 2014), to(ROSTERED), names_nobody=True),
    Page("meetings:speaking", of_unit("meetings:speaking"), to(HEADS)),
    Page(
        "meetings:switch-speaking",
        of_unit("meetings:switch-speaking"),
        to(COMMITTEE),
        post=to(COMMITTEE, sees_as=AGAIN),
        names_nobody=True,
    ),
]
