"""The table of pages: each address of the house, and what each kind of person is answered there."""

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


def an_import(a: Around) -> list[str]:
    from nennep.exchange.models import RosterImport
    from nennep.exchange.roster.trace import as_json
    from nennep.organisation.enrolment import Enrolled

    nothing = {"file": "0" * 64, "added": 0, "corrected": 0, "left": as_json(Enrolled())}
    record = RosterImport.objects.create(unit=a.unit, at=MOMENT, by="operator:command-line", **nothing)
    return [reverse("exchange:roster-take-back", args=[a.unit.code, record.pk])]


IN_THE_CELL = to(CELL)
NOBODY = everybody(Answer.NOT_FOUND)
IN_CONFIDENCE = to(CONFIDENCE, own=CELL - CONFIDENCE)
OF_THE_HEADS = to(HEADS)
FILLED_BY_HEADS = to(HEADS, sees_as=Answer.AGAIN)
TO_REORGANISE = to(HEADS | {Kind.ABOVE})
FILLED_TO_REORGANISE = to(HEADS | {Kind.ABOVE}, sees_as=Answer.AGAIN)
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

PAGES = [
    Page("desk:today", fixed("desk:today"), TODAY, which="one's own desk", names_nobody=True),
    Page("desk:board", of_unit("desk:board", 2014), IN_THE_CELL),
    Page("desk:reminders", fixed("desk:reminders"), OWN_REMINDERS, post=OWN_REMINDERS_FILLED, names_nobody=True),
    Page("desk:stop-letters", fixed("desk:stop-letters"), NO_GET, post=to(PEOPLE, sees_as=Answer.LEADS_ON)),
    Page("desk:renew-calendar", fixed("desk:renew-calendar"), NO_GET, post=to(frozenset(), own=PEOPLE)),
    Page("desk:stop-calendar", fixed("desk:stop-calendar"), NO_GET, post=to(PEOPLE, sees_as=Answer.LEADS_ON)),
    Page(
        "desk:calendar",
        fixed("desk:calendar", "khong-ai-co"),
        everybody(Answer.NOT_FOUND),
        everybody(Answer.WRONG_METHOD),
        which="with a wrong key",
    ),
    Page("desk:mine", fixed("desk:mine"), ME, names_nobody=True),
    Page(
        "desk:read-notices",
        fixed("desk:read-notices"),
        NO_GET,
        post=to(PEOPLE, sees_as=Answer.LEADS_ON),
    ),
    Page("organisation:help", fixed("organisation:help"), to(frozenset({Kind.MINUTES})), post=to(frozenset())),
    Page(
        "organisation:stop-helping",
        fixed("organisation:stop-helping"),
        NO_GET,
        post=to(PEOPLE, sees_as=Answer.LEADS_ON),
    ),
    Page("desk:machine", fixed("desk:machine"), to(frozenset({Kind.IT}))),
    Page("desk:ledger", of_unit("desk:ledger"), to(HEADS | {Kind.INSPECTOR})),
    Page("account_login", fixed("account_login"), NOT_SIGNED_IN),
    Page(
        "organisation:sign-out",
        fixed("organisation:sign-out"),
        everybody(Answer.WRONG_METHOD),
        post=everybody(Answer.SIGN_IN),
    ),
    Page("mfa_authenticate", fixed("mfa_authenticate"), TO_THE_DOOR),
    Page("mfa_login_webauthn", fixed("mfa_login_webauthn"), TO_THE_DOOR),
    Page("openid_connect_login", fixed("openid_connect_login", "co-quan"), NOBODY, which="where no agency is set"),
    Page(
        "openid_connect_callback", fixed("openid_connect_callback", "co-quan"), NOBODY, which="where no agency is set"
    ),
    Page("account_reset_password", fixed("account_reset_password"), ANYBODY),
    Page("account_reset_password_done", fixed("account_reset_password_done"), ANYBODY, everybody(Answer.WRONG_METHOD)),
    Page(
        "account_reset_password_from_key_done",
        fixed("account_reset_password_from_key_done"),
        ANYBODY,
        everybody(Answer.WRONG_METHOD),
    ),
    Page(
        "account_reset_password_from_key",
        fixed("account_reset_password_from_key", "1", "mot-khoa-sai"),
        ANYBODY,
        which="with a wrong key",
    ),
    Page("account_confirm_email", fixed("account_confirm_email", "mot-khoa-sai"), ANYBODY, NOBODY, which="a wrong key"),
    Page("organisation:accept-invitation", fixed("organisation:accept-invitation"), ANYBODY),
    Page(
        "organisation:open-invitation",
        fixed("organisation:open-invitation", "KKKKQQQQNNNN"),
        everybody(Answer.LEADS_ON),
    ),
    Page("organisation:card", fixed("organisation:card"), NOT_SIGNED_IN),
    Page("organisation:open-card", fixed("organisation:open-card", "KKKKQQQQNNNN"), everybody(Answer.LEADS_ON)),
    Page("organisation:account", fixed("organisation:account"), OWN_ACCOUNT, names_nobody=True),
    Page("organisation:names", fixed("organisation:names"), CONFIRM_FIRST),
    Page("organisation:email", fixed("organisation:email"), CONFIRM_FIRST),
    Page("organisation:change-pin", fixed("organisation:change-pin"), to(frozenset(), own=BY_CARD), names_nobody=True),
    Page("organisation:end-sessions", fixed("organisation:end-sessions"), NO_GET, post=CONFIRM_FIRST),
    Page("organisation:unlink-agency", fixed("organisation:unlink-agency"), NO_GET, post=CONFIRM_FIRST),
    Page("account_change_password", fixed("account_change_password"), OWN_ACCOUNT, names_nobody=True),
    Page("account_reauthenticate", fixed("account_reauthenticate"), OWN_ACCOUNT, names_nobody=True),
    Page("mfa_reauthenticate", fixed("mfa_reauthenticate"), CONFIRM_FIRST, which="without a second factor"),
    Page(
        "mfa_reauthenticate_webauthn",
        fixed("mfa_reauthenticate_webauthn"),
        CONFIRM_FIRST,
        which="without a key",
    ),
    Page("mfa_activate_totp", fixed("mfa_activate_totp"), CONFIRM_FIRST),
    Page("mfa_deactivate_totp", fixed("mfa_deactivate_totp"), to(frozenset()), which="that is not on"),
    Page(
        "mfa_view_recovery_codes",
        fixed("mfa_view_recovery_codes"),
        to(frozenset()),
        everybody(Answer.WRONG_METHOD) | {Kind.ANONYMOUS: Answer.SIGN_IN, Kind.CARD: Answer.NOT_FOUND},
        which="that nobody made",
    ),
    Page("mfa_generate_recovery_codes", fixed("mfa_generate_recovery_codes"), CONFIRM_FIRST),
    Page("mfa_add_webauthn", fixed("mfa_add_webauthn"), CONFIRM_FIRST),
    Page("mfa_remove_webauthn", fixed("mfa_remove_webauthn", 1), CONFIRM_FIRST),
    Page("organisation:accounts", of_unit("organisation:accounts"), OF_THE_HEADS),
    Page("organisation:invite-all", of_unit("organisation:invite-all"), NO_GET, post=OF_THE_HEADS),
    Page("organisation:invite", for_somebody("organisation:invite"), OF_THE_HEADS),
    Page(
        "organisation:withdraw-invitation",
        for_somebody("organisation:withdraw-invitation"),
        NO_GET,
        post=to(HEADS, sees_as=Answer.LEADS_ON),
    ),
    Page("organisation:issue-card", for_somebody("organisation:issue-card"), OF_THE_HEADS),
    Page(
        "organisation:withdraw-card",
        for_somebody("organisation:withdraw-card"),
        everybody(Answer.WRONG_METHOD) | {Kind.ANONYMOUS: Answer.SIGN_IN},
        post=to(frozenset()),
        which="that was never issued",
    ),
    Page("organisation:me", fixed("organisation:me"), ME, names_nobody=True),
    Page("organisation:people", of_unit("organisation:people"), IN_THE_CELL),
    Page("organisation:add-person", of_unit("organisation:add-person"), OF_THE_HEADS, post=FILLED_BY_HEADS),
    Page("organisation:change-person", deeds_about_somebody, OF_THE_HEADS, post=FILLED_BY_HEADS, names_nobody=True),
    Page("organisation:unit", of_unit("organisation:unit"), WITH_FIGURES, names_nobody=True),
    Page("organisation:change-unit", reorganising, TO_REORGANISE, post=FILLED_TO_REORGANISE, names_nobody=True),
    Page(
        "organisation:change-unit",
        own_deeds,
        OF_THE_HEADS,
        post=FILLED_BY_HEADS,
        which="what is the unit's own",
        names_nobody=True,
    ),
    Page(
        "organisation:person",
        first("organisation:person", "organisation.Person", pk=lambda a: a.somebody.pk),
        IN_THE_CELL,
    ),
    Page("documents:documents", of_unit("documents:documents"), IN_THE_CELL),
    Page(
        "documents:document",
        first("documents:document", "documents.Document", register=lambda a: a.unit),
        IN_THE_CELL,
    ),
    Page("programme:year", of_unit("programme:year", 2014), IN_THE_CELL),
    Page("programme:task", first("programme:task", "programme.Task", unit=lambda a: a.unit), IN_THE_CELL),
    Page(
        "programme:pledge",
        first("programme:pledge", "programme.Pledge", person=lambda a: a.somebody),
        IN_THE_CELL,
    ),
    Page(
        "programme:report",
        first("programme:report", "programme.PledgeItem", pledge__person=lambda a: a.member, pledge__year=2014),
        everybody(Answer.WRONG_METHOD) | {Kind.ANONYMOUS: Answer.SIGN_IN},
        post=to(frozenset({Kind.MEMBER}), sees_as=Answer.AGAIN),
        which="of the member",
    ),
    Page(
        "programme:limitation",
        first("programme:limitation", "programme.Limitation", unit=lambda a: a.unit),
        IN_THE_CELL,
    ),
    Page("meetings:year", of_unit("meetings:year", 2014), IN_THE_CELL),
    Page("meetings:meeting", first("meetings:meeting", "meetings.Meeting", unit=lambda a: a.unit), IN_THE_CELL),
    Page("review:year", of_unit("review:year", 2014), IN_CONFIDENCE, looks=CONFIDENCE),
    Page("recognition:book", of_unit("recognition:book"), IN_THE_CELL),
    Page(
        "recognition:entry",
        first("recognition:entry", "recognition.BookEntry", unit=lambda a: a.unit),
        IN_THE_CELL,
    ),
    Page("oversight:year", of_unit("oversight:year", 2015), IN_CONFIDENCE, looks=CONFIDENCE),
    Page(
        "oversight:inspection",
        first("oversight:inspection", "oversight.Inspection", subject__name="Đỗ Văn Khang"),
        INSPECTED,
        which="of another",
        looks=CONFIDENCE,
    ),
    Page(
        "oversight:inspection",
        first("oversight:inspection", "oversight.Inspection", subject=lambda a: a.member),
        INSPECTED | {Kind.MEMBER: Answer.OWN},
        which="of the member",
        looks=CONFIDENCE,
    ),
    Page("indicators:figures", of_unit("indicators:figures"), WITH_FIGURES),
    Page(
        "indicators:evidence",
        evidence("recognition.book_turns"),
        WITH_NAMES_BY_GRANT,
        which="of an open figure",
        looks=frozenset({Kind.GRANTED}),
    ),
    Page(
        "indicators:evidence",
        sensitive_evidence,
        SENSITIVE_FIGURES,
        which="of every sensitive figure",
        looks=CONFIDENCE,
    ),
    Page(
        "indicators:evidence",
        evidence("review.rated"),
        SENSITIVE_FIGURES,
        which="of ratings, in the drawer",
        looks=CONFIDENCE,
        headers={"HX-Request": "true"},
    ),
    Page("reports:summary", of_unit("reports:summary"), WRITERS_OF_REPORTS),
    Page("reports:by-year", of_unit("reports:by-year"), WRITERS_OF_REPORTS),
    Page("reports:download", of_unit("reports:download", "json"), WRITERS_OF_REPORTS),
    Page("articles:articles", of_unit("articles:articles"), IN_THE_CELL),
    Page("articles:article", first("articles:article", "portal.Article", unit=lambda a: a.unit), IN_THE_CELL),
    Page("exchange:workbook", of_unit("exchange:workbook"), OF_THE_HEADS),
    Page(
        "exchange:enter",
        of_unit("exchange:enter"),
        NO_GET,
        post=to(HEADS, sees_as=Answer.LEADS_ON),
        which="a workbook that was checked",
    ),
    Page("exchange:roster", of_unit("exchange:roster"), to(BOOKS)),
    Page(
        "exchange:roster-check",
        of_unit("exchange:roster-check"),
        NO_GET,
        post=to(BOOKS),
        which="a list that was chosen",
    ),
    Page(
        "exchange:roster-enter",
        of_unit("exchange:roster-enter"),
        NO_GET,
        post=to(BOOKS, sees_as=Answer.LEADS_ON),
        which="a list that was looked through",
    ),
    Page(
        "exchange:roster-take-back",
        an_import,
        NO_GET,
        post=to(BOOKS, sees_as=Answer.LEADS_ON),
        which="a list without offices",
    ),
    Page("web:style-guide", fixed("web:style-guide"), ANYBODY),
    Page("set_language", fixed("set_language"), everybody(Answer.LEADS_ON), data={"language": "en"}),
    Page("portal:search", lambda a: [reverse("portal:search") + "?q=hoc"], ANYBODY, everybody(Answer.WRONG_METHOD)),
    Page("portal:archive", fixed("portal:archive", 2014), ANYBODY, everybody(Answer.WRONG_METHOD)),
    Page("portal:feed", fixed("portal:feed"), ANYBODY),
    Page("portal:sitemap", fixed("portal:sitemap"), ANYBODY, everybody(Answer.WRONG_METHOD)),
    Page(
        "portal:rate",
        rated_page,
        everybody(Answer.WRONG_METHOD),
        post=everybody(Answer.LEADS_ON),
        data={"co-ich": "1"},
        headers={"Sec-Fetch-Site": "same-origin"},
    ),
    Page("wagtail_serve", published_pages, ANYBODY, which="what was published"),
]
