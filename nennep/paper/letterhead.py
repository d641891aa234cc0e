"""How a letterhead shares the line between issuer and Party, worked out once for every printed format."""

import json
from dataclasses import asdict, dataclass
from datetime import date

from nennep.paper.blocks import Document, Letterhead
from nennep.paper.layouts import Layout, Type
from nennep.paper.typesetting import typeset
from nennep.paper.wording import date_line, printable

NATIONAL = "ĐẢNG CỘNG SẢN VIỆT NAM"
UNDATED = date(2000, 1, 1)
"""Stands in a file's properties when the document has no date: a clock there would make equal documents differ."""

_AIR = 3.0
_RIGHT_AT_MOST = 0.6


@dataclass(frozen=True)
class Heads:
    """The two columns of a letterhead and the rule under the Party's name, as long as the words over it (millimetres);
    the names on the left with their line breaks."""

    left: float
    right: float
    rule: float
    superior: str
    issuer: str


def heads_of(letterhead: Letterhead, layout: Layout) -> Heads:
    """Halves, while every line fits into its half; else the side with the longer line is given what it needs.

    A letterhead whose lines break is the first thing a Party office sends back. A name too long even so is broken into two
    lines of like length; a break that its author made is kept.
    """
    superior, issuer = printable(letterhead.superior), printable(letterhead.issuer)
    names = [(superior, layout.superior), (issuer, layout.issuer)]
    place_and_date = printable(date_line(letterhead.place, letterhead.date))
    rule, dated_width, *names_width = _widths(
        [(NATIONAL, layout.national), (place_and_date, layout.place_and_date), *names]
    )
    line = layout.text_width
    left_needs, right_needs = max(names_width) + _AIR, max(dated_width, rule) + _AIR
    if max(left_needs, right_needs) <= line / 2:
        right = line / 2
    elif right_needs > line / 2:
        right = min(right_needs, line * _RIGHT_AT_MOST)
    else:
        right = max(right_needs, line - left_needs)
    left = line - right
    superior, issuer = (
        text if width <= left else _in_two(text) for text, width in zip((superior, issuer), names_width, strict=True)
    )
    return Heads(left, right, rule, superior, issuer)


def dated(document: Document) -> date:
    """The date a document bears on its letterhead, for the properties of its file."""
    dates = (block.date for block in document.blocks if isinstance(block, Letterhead) and block.date)
    return next(dates, UNDATED)


def _in_two(name: str) -> str:
    """Broken at the space nearest to the middle, unless its author broke it already."""
    spaces = [place for place, char in enumerate(name) if char == " "]
    if "\n" in name or not spaces:
        return name
    middle = min(spaces, key=lambda place: abs(2 * place - len(name)))
    return f"{name[:middle]}\n{name[middle + 1 :]}"


def _widths(lines: list[tuple[str, Type]]) -> list[float]:
    """Each text's longest line, in millimetres."""
    data = {"texts": [{"lines": text.split("\n"), **asdict(style)} for text, style in lines]}
    widths: list[float] = json.loads(typeset("measure.typ", data).query("<widths>", field="value", one=True))
    return widths
