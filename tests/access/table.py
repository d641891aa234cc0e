"""What a page can answer, and the ways to say whom it answers how; the rows themselves stand in `pages.py`."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from enum import Enum

from django.urls import reverse

from tests.access.kinds import BOOKS, BROWSERS, CELL, CONFIDENCE, HEADS, PEOPLE, UPPER, Kind, Kinds
from tests.access.people import MOMENT, Around

PERIOD = "?tu=2012-01-01&den=2015-01-15"


class Answer(Enum):
    """What a page answers; the value is how docs/access.md writes it."""

    SEES = "sees"
    OWN = "own only"
    NOT_FOUND = "404"
    SIGN_IN = "sign in"
    LEADS_ON = "led on"
    FIGURES = "figures"
    AGAIN = "form again"
    NOWHERE = "403"
    WRONG_METHOD = "405"


STATUS = {Answer.SEES: 200, Answer.OWN: 200, Answer.NOT_FOUND: 404, Answer.SIGN_IN: 302, Answer.LEADS_ON: 302}
STATUS |= {Answer.NOWHERE: 403, Answer.WRONG_METHOD: 405, Answer.FIGURES: 200, Answer.AGAIN: 422}
REFUSED = {Answer.NOT_FOUND, Answer.SIGN_IN, Answer.NOWHERE}

Answers = Mapping[Kind, Answer]
Addresses = Callable[[Around], list[str]]


@dataclass(frozen=True)
class Page:
    """One URL name: its addresses in the example cell, and the answers to GET and, where they differ, to POST."""

    name: str
    addresses: Addresses
    get: Answers
    post: Answers | None = None
    which: str = ""
    data: Mapping[str, str] = field(default_factory=dict)
    headers: Mapping[str, str] = field(default_factory=dict)
    names_nobody: bool = False
    """True where even those who see the page need not find anybody else's name there."""
    looks: Kinds = frozenset()
    """Who leaves an entry of having looked at others on the page."""

    @property
    def answers_to_post(self) -> Answers:
        return self.get if self.post is None else self.post

    @property
    def title(self) -> str:
        return f"{self.name}, {self.which}" if self.which else self.name


def to(sees: Kinds, own: Kinds = frozenset(), sees_as: Answer = Answer.SEES) -> Answers:
    """These see it, these their own; nobody else, and whoever is not signed in is asked to."""
    answers = dict.fromkeys(BROWSERS, Answer.NOT_FOUND)
    answers[Kind.ANONYMOUS] = Answer.SIGN_IN
    return answers | dict.fromkeys(own, Answer.OWN) | dict.fromkeys(sees, sees_as)


def everybody(answer: Answer) -> Answers:
    return dict.fromkeys(BROWSERS, answer)


def of_unit(name: str, *more: object) -> Addresses:
    return lambda a: [reverse(name, args=[a.unit.code, *more])]


def fixed(name: str, *args: object) -> Addresses:
    return lambda a: [reverse(name, args=args)]


def first(name: str, model: str, **where: object) -> Addresses:
    """The page of one record of the example cell."""
    from django.apps import apps

    def addresses(a: Around) -> list[str]:
        given = {key: value(a) if callable(value) else value for key, value in where.items()}
        record = apps.get_model(model)._default_manager.filter(**given).first()
        assert record is not None, f"the example cell has no {model} where {given}"
        return [reverse(name, args=[record.pk])]

    return addresses


def for_somebody(name: str) -> Addresses:
    return lambda a: [reverse(name, args=[a.somebody.pk])]


def evidence(*codes: str) -> Addresses:
    return lambda a: [reverse("indicators:evidence", args=[a.unit.code, code]) + PERIOD for code in codes]


def sensitive_evidence(a: Around) -> list[str]:
    from nennep.indicators.figures import all_figures

    return evidence(*[item.code for item in all_figures() if item.sensitive])(a)


def published_pages(a: Around) -> list[str]:
    from nennep.portal.models import ArticlePage, HomePage, SectionPage

    return [model.objects.live().first().get_url() for model in (HomePage, SectionPage, ArticlePage)]


def rated_page(a: Around) -> list[str]:
    from nennep.portal.models import ArticlePage

    return [reverse("portal:rate", args=[ArticlePage.objects.live().first().pk])]


def deeds_about_somebody(a: Around) -> list[str]:
    from nennep.organisation.changing.people import DEEDS

    return [reverse("organisation:change-person", args=[a.somebody.pk, word]) for word in DEEDS]


def reorganising(a: Around) -> list[str]:
    from nennep.organisation.changing.units import REORGANISING

    return [reverse("organisation:change-unit", args=[a.unit.code, word]) for word in REORGANISING]


def own_deeds(a: Around) -> list[str]:
    from nennep.organisation.changing.units import OWN

    return [reverse("organisation:change-unit", args=[a.unit.code, word]) for word in OWN]


def rule_deeds(a: Around) -> list[str]:
    from nennep.rulebook.forms import DEEDS

    return [reverse("rulebook:change", args=[a.unit.code, word]) for word in DEEDS]


def an_import(a: Around) -> list[str]:
    from nennep.exchange.models import RosterImport
    from nennep.exchange.roster.trace import as_json
    from nennep.organisation.enrolment import Enrolled

    nothing = {"file": "0" * 64, "added": 0, "corrected": 0, "left": as_json(Enrolled())}
    record = RosterImport.objects.create(unit=a.unit, at=MOMENT, by="operator:command-line", **nothing)
    return [reverse("exchange:roster-take-back", args=[a.unit.code, record.pk])]


def a_draft(name: str, *more: object) -> Addresses:
    """A draft of the cell, which its workbook has none of."""

    def addresses(a: Around) -> list[str]:
        return [reverse(name, args=[draft_of(a).pk, *more])]

    return addresses


def a_written_document(a: Around) -> list[str]:
    """A document that was a draft here."""
    from nennep.documents.models import Document

    draft = draft_of(a)
    draft.document = Document.objects.filter(register=a.unit, issued_by_register=True, draft__isnull=True).first()
    draft.save()
    return [reverse("documents:document-file", args=[draft.document.pk, "docx"])]


def draft_of(a: Around):
    from nennep.documents.tests.factories import DraftFactory

    return DraftFactory(register=a.unit, written_by=a.somebody, signatory=a.somebody.name)


IN_THE_CELL = to(CELL)
NOBODY = everybody(Answer.NOT_FOUND)
IN_CONFIDENCE = to(CONFIDENCE, own=CELL - CONFIDENCE)
OF_THE_HEADS = to(HEADS)
FILLED_BY_HEADS = to(HEADS, sees_as=Answer.AGAIN)
TO_REORGANISE = to(HEADS | {Kind.ABOVE})
FILLED_TO_REORGANISE = to(HEADS | {Kind.ABOVE}, sees_as=Answer.AGAIN)
OF_THE_BOOKS = to(BOOKS)
FILLED_BY_BOOKS = to(BOOKS, sees_as=Answer.AGAIN)
WRITERS_OF_REPORTS = to(BOOKS | {Kind.INSPECTOR})
BY_CARD = frozenset({Kind.CARD})
ANYBODY = everybody(Answer.SEES)
SIGNED_IN = dict.fromkeys(BROWSERS, Answer.LEADS_ON)
TODAY = to(CELL | UPPER | {Kind.SIBLING}, own=BY_CARD) | {Kind.FORMER: Answer.NOWHERE, Kind.IT: Answer.LEADS_ON}
WITH_FIGURES = IN_THE_CELL | dict.fromkeys(UPPER, Answer.FIGURES)
WITH_NAMES_BY_GRANT = WITH_FIGURES | {Kind.GRANTED: Answer.SEES}
ME = to(frozenset(), own=PEOPLE | BY_CARD)
OWN_ACCOUNT = to(frozenset(), own=PEOPLE | {Kind.IT})
CONFIRM_FIRST = to(PEOPLE | {Kind.IT}, sees_as=Answer.LEADS_ON)
NO_GET = everybody(Answer.WRONG_METHOD) | {Kind.ANONYMOUS: Answer.SIGN_IN, Kind.CARD: Answer.NOT_FOUND}
NOT_SIGNED_IN = SIGNED_IN | {Kind.ANONYMOUS: Answer.SEES}
TO_THE_DOOR = SIGNED_IN | {Kind.ANONYMOUS: Answer.SIGN_IN}
OWN_REMINDERS = to(frozenset(), own=PEOPLE)
OWN_REMINDERS_FILLED = to(PEOPLE, sees_as=Answer.AGAIN)
INSPECTED = to(CONFIDENCE)
SENSITIVE_FIGURES = IN_CONFIDENCE | dict.fromkeys(UPPER, Answer.FIGURES)
