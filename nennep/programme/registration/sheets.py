"""The paper form: large type, tick boxes, and a code on each page that says whose it is and which page."""

from dataclasses import dataclass

from nennep.programme.models import Pledge, PledgeItem

LETTERS = "ACDEFHKLMNPRTXY"
"""Letters that a pen writes unmistakably."""
ITEMS_ON_A_PAGE = 2


@dataclass(frozen=True)
class Sheet:
    """One page with its code; `items` are those of the register for the months' results, blank lines otherwise."""

    code: str
    number: int
    of: int
    items: tuple[PledgeItem | None, ...]


def code_of(pledge: Pledge, page: int) -> str:
    """ "128-2-K": the registration, the page, and a letter by which a slip of the pen is seen."""
    return f"{pledge.pk}-{page}-{_check(pledge.pk, page)}"


def _check(key: int, page: int) -> str:
    total = sum(place * int(digit) for place, digit in enumerate(f"{key:09d}{page}", start=1))
    return LETTERS[total % len(LETTERS)]


def read_code(text: str) -> tuple[int, int] | None:
    """The registration's key and the page; None where the letter does not fit."""
    parts = text.strip().upper().replace(" ", "").replace("–", "-").split("-")
    if len(parts) != 3 or not (parts[0].isdecimal() and parts[1].isdecimal() and len(parts[0]) < 10):
        return None
    key, page = int(parts[0]), int(parts[1])
    return (key, page) if page < 100 and parts[2] == _check(key, page) else None


def sheets_of(pledge: Pledge) -> list[Sheet]:
    """Pages with the registered items, or with room to write where nothing is registered yet."""
    items: list[PledgeItem | None] = list(pledge.items.all()) or [None] * 4
    pages = [tuple(items[start : start + ITEMS_ON_A_PAGE]) for start in range(0, len(items), ITEMS_ON_A_PAGE)]
    return [Sheet(code_of(pledge, n), n, len(pages), page) for n, page in enumerate(pages, start=1)]
