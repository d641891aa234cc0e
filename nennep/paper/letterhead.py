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
class Columns:
    """In millimetres: the two columns, and the rule under the Party's name, as long as the words over it."""

    left: float
    right: float
    rule: float


def columns_of(letterhead: Letterhead, layout: Layout) -> Columns:
    """Halves, while every line fits into its half; else the side with the longer line is given what it needs.

    A letterhead whose lines break is the first thing a Party office sends back.
    """
    superior = _widest(letterhead.superior, layout.superior)
    issuer = _widest(letterhead.issuer, layout.issuer)
    dated = date_line(letterhead.place, letterhead.date)
    *left, place_and_date, rule = _widths(
        [superior, issuer, (dated, layout.place_and_date), (NATIONAL, layout.national)]
    )
    line = layout.text_width
    left_needs, right_needs = max(left) + _AIR, max(place_and_date, rule) + _AIR
    if max(left_needs, right_needs) <= line / 2:
        right = line / 2
    elif right_needs > line / 2:
        right = min(right_needs, line * _RIGHT_AT_MOST)
    else:
        right = max(right_needs, line - left_needs)
    return Columns(left=line - right, right=right, rule=rule)


def dated(document: Document) -> date:
    """The date a document bears on its letterhead, for the properties of its file."""
    dates = (block.date for block in document.blocks if isinstance(block, Letterhead) and block.date)
    return next(dates, UNDATED)


def _widest(text: str, style: Type) -> tuple[str, Type]:
    return max(printable(text).split("\n"), key=len), style


def _widths(lines: list[tuple[str, Type]]) -> list[float]:
    data = {"lines": [{"text": printable(text), **asdict(style)} for text, style in lines]}
    widths: list[float] = json.loads(typeset("measure.typ", data).query("<widths>", field="value", one=True))
    return widths
