"""The table of pages: those of registration."""

from django.urls import reverse

from nennep.programme.registration import actions as registration
from nennep.programme.tests.factories import PledgeItemFactory
from tests.access.kinds import COMMITTEE, Kind
from tests.access.people import MOMENT, Around
from tests.access.programme_verbs import WRITTEN, pledge_of_member
from tests.access.table import Addresses, Answer, Page, of_unit, to

THE_MEMBER, THE_HELPER = frozenset({Kind.MEMBER}), frozenset({Kind.MINUTES})


def of_the_member(name: str) -> Addresses:
    return lambda a: [reverse(name, args=[pledge_of_member(a).pk])]


def a_sending(a: Around) -> list[str]:
    sent = registration.send_registration(pledge_of_member(a), WRITTEN, by=a.member, at=MOMENT)
    return [sent.get_absolute_url()]


def an_item(*deeds: str) -> Addresses:
    def addresses(a: Around) -> list[str]:
        pledge = pledge_of_member(a)
        item = PledgeItemFactory(pledge=pledge, order=90 + pledge.items.count())
        return [reverse("programme:change-item", args=[item.pk, deed]) for deed in deeds]

    return addresses


REGISTRATION_PAGES = [
    Page(
        "programme:launch",
        of_unit("programme:launch", 2014),
        to(COMMITTEE),
        post=to(COMMITTEE, sees_as=Answer.AGAIN),
        names_nobody=True,
    ),
    Page(
        "programme:write-pledge",
        of_the_member("programme:write-pledge"),
        to(THE_MEMBER),
        post=to(THE_MEMBER, sees_as=Answer.LEADS_ON),
        which="of the member",
        names_nobody=True,
    ),
    Page("programme:read-submission", a_sending, to(COMMITTEE), post=to(COMMITTEE, sees_as=Answer.LEADS_ON)),
    Page(
        "programme:midyear", of_the_member("programme:midyear"), to(COMMITTEE), post=to(COMMITTEE, sees_as=Answer.AGAIN)
    ),
    Page("programme:paper-pledge", of_the_member("programme:paper-pledge"), to(COMMITTEE | THE_MEMBER | THE_HELPER)),
    Page(
        "programme:paper-code",
        lambda a: [reverse("programme:paper-code")],
        to(THE_HELPER),
        post=to(THE_HELPER, sees_as=Answer.AGAIN),
        names_nobody=True,
    ),
    Page(
        "programme:change-item",
        an_item("doi", "tu-nhan"),
        to(THE_MEMBER),
        post=to(THE_MEMBER, sees_as=Answer.AGAIN),
        which="the person's own",
    ),
    Page(
        "programme:change-item",
        an_item("nhan-xet"),
        to(COMMITTEE),
        post=to(COMMITTEE, sees_as=Answer.AGAIN),
        which="the cell's remark",
    ),
]
