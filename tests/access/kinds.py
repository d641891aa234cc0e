"""The kinds of people who come to a page or do a verb, as docs/access.md names them."""

from enum import Enum


class Kind(Enum):
    """One kind of person; the value is its heading in the tables."""

    ANONYMOUS = "not signed in"
    COLLEAGUE = "colleague"
    MEMBER = "member"
    MINUTES = "minutes secretary"
    EDITOR = "editor"
    INSPECTOR = "inspector"
    COMMITTEE = "committee"
    DEPUTY = "deputy"
    SECRETARY = "secretary"  # pragma: allowlist secret
    FORMER = "former member"
    SIBLING = "secretary beside"
    ABOVE = "secretary above"
    GRANTED = "secretary far above, granted"
    CARD = "secretary, by card"
    IT = "machine's keeper"
    OPERATOR = "command line"


Kinds = frozenset[Kind]

HEADS = frozenset({Kind.SECRETARY, Kind.DEPUTY})
COMMITTEE = HEADS | {Kind.COMMITTEE}
BOOKS = COMMITTEE | {Kind.MINUTES}
CONFIDENCE = COMMITTEE | {Kind.INSPECTOR}
CELL = BOOKS | {Kind.INSPECTOR, Kind.EDITOR, Kind.MEMBER, Kind.COLLEAGUE}

UPPER = frozenset({Kind.ABOVE, Kind.GRANTED})
PEOPLE = CELL | UPPER | {Kind.FORMER, Kind.SIBLING}
BROWSERS = PEOPLE | {Kind.ANONYMOUS, Kind.CARD, Kind.IT}
DOERS = PEOPLE | {Kind.OPERATOR}


def in_order(kinds: Kinds) -> list[Kind]:
    return [kind for kind in Kind if kind in kinds]
