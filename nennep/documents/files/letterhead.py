"""What the head of a paper says about itself: type, number, day, issuer, subject line. Offered to whoever registers it,
never taken as said: a scan is read with mistakes."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from nennep.documents.citations.find import find
from nennep.documents.citations.resolve import TYPES
from nennep.vietnamese.dates import parse_date
from nennep.vietnamese.folding import fold, nfc

HEAD = 40
"""Lines in which a head ends, whatever the layout."""
_MOST_OF_A_SUBJECT = 4
_NUMBER = re.compile(r"[sS][ốôo]\s*:?\s*([0-9].{3,40})")
_TYPES = {fold(name): kind for name, kind in TYPES.items()}
_DAY = re.compile(r"ngày\s+([0-9]{1,2})\s+tháng\s+([0-9]{1,2})\s+năm\s+([0-9]{4})", re.IGNORECASE)
_PARTY = "dang cong san viet nam"
_STATE = "cong hoa xa hoi chu nghia viet nam"
_NO_ISSUER = (_PARTY, _STATE, "doc lap")


@dataclass(frozen=True)
class Head:
    """What was read; empty where the head does not say it."""

    type: str = ""
    code: str = ""
    issuer: str = ""
    issued_on: date | None = None
    subject: str = ""


def read_head(lines: Sequence[str]) -> Head:
    """The head of a paper from its first lines, in the order in which they were read."""
    head = [nfc(line).strip() for line in lines[:HEAD] if line.strip()]
    place = _place_of_type(head)
    above = head if place is None else head[:place]
    kind = "" if place is None else str(_TYPES[_bare(head[place])].value)
    return Head(kind, _code(above), _issuer(above), _day(above), "" if place is None else _subject(head[place + 1 :]))


def _parts(head: Sequence[str]) -> Iterator[str]:
    """What stands in the lines, side by side columns apart."""
    for line in head:
        yield from (part.strip("* ") for part in re.split(r"\t+|\s{3,}", line))


def _code(head: Sequence[str]) -> str:
    for part in _parts(head):
        if match := _NUMBER.match(part):
            found = find(f"số {match[1]}")
            if found and found[0].symbol and found[0].start <= len("số "):
                return f"số {match[1]}"[found[0].start : found[0].end].removeprefix("số ").strip(" ,.;")
    return ""


def _day(head: Sequence[str]) -> date | None:
    for line in head:
        if match := _DAY.search(line):
            try:
                return parse_date("/".join(match.groups()))
            except ValueError:
                continue
    return None


def _place_of_type(head: Sequence[str]) -> int | None:
    return next((place for place, line in enumerate(head) if line.isupper() and _bare(line) in _TYPES), None)


def _bare(line: str) -> str:
    return fold(line.strip("*-_ "))


def _subject(after: Sequence[str]) -> str:
    """The lines under the type, up to the rule or the first line of the text itself."""
    taken: list[str] = []
    for line in after[:_MOST_OF_A_SUBJECT]:
        if not any(char.isalpha() for char in line) or fold(line).startswith(
            ("can cu", "kinh gui", "thuc hien ", "i-", "1.")
        ):
            break
        taken.append(line)
        if line.endswith("."):
            break
    return " ".join(taken).rstrip(".")


def _issuer(head: Sequence[str]) -> str:
    """The last name in capitals above the star or the number: the office under its superior."""
    names: list[str] = []
    for part in _parts(head):
        if not part or _NUMBER.match(part):
            if names:
                break
        elif part.isupper() and not fold(part).startswith(_NO_ISSUER):
            names.append(part)
    return names[-1] if names else ""
