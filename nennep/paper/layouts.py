"""Page layouts of Party documents, as data.

Nearly every value here was seen second-hand only (domain: 6.3): sizes under HD 36 come from one public generator's notes,
those of HD 05 from examination material checked against the official copy. They are defaults; nothing is refused for
differing from them. `Layout.certainty` says so for each layout.
"""

from dataclasses import dataclass, field, replace
from datetime import date
from typing import Literal


@dataclass(frozen=True)
class Type:
    """Size in points and style of one element of a page."""

    size: float
    bold: bool = False
    italic: bool = False


@dataclass(frozen=True)
class Margins:
    """In millimetres, on A4."""

    top: float = 20
    bottom: float = 20
    left: float = 30
    right: float = 15


@dataclass(frozen=True)
class Layout:
    """How one regime of document style sets a page. Lengths in millimetres, type and spacing in points."""

    key: str
    name: str
    certainty: str
    body: Type
    line_pitch: float
    """Exact distance from one line to the next."""
    paragraph_gap: float
    """Extra distance between paragraphs."""
    margins: Margins = field(default_factory=Margins)
    first_line_indent: float = 10
    width: float = 210
    height: float = 297
    page_number: Literal["top", "bottom"] = "top"
    page_number_from_edge: float = 10
    """From memory, to be checked: the number stands centred, 10 mm from the edge, from page 2 on."""
    national: Type = Type(15, bold=True)
    superior: Type = Type(13)
    issuer: Type = Type(13, bold=True)
    number: Type = Type(13)
    place_and_date: Type = Type(13, italic=True)
    letter_subject: Type = Type(12, italic=True)
    """From memory, to be checked: what an official letter is about, under its number."""
    kind: Type = Type(16, bold=True)
    subject: Type = Type(14, bold=True)
    headings: tuple[Type, Type, Type] = (Type(14, bold=True), Type(14, bold=True), Type(14, bold=True, italic=True))
    table: Type = Type(12)
    caption: Type = Type(13, bold=True)
    authority: Type = Type(14, bold=True)
    post: Type = Type(14)
    name_of_signer: Type = Type(14, bold=True)
    recipients_title: Type = Type(12)
    recipients: Type = Type(11)
    foot: Type = Type(10)
    """The program's own: small enough to be told from the text."""

    @property
    def text_width(self) -> float:
        """Width of a full line, in millimetres."""
        return self.width - self.margins.left - self.margins.right


HD36 = Layout(
    key="HD36",
    name="Hướng dẫn số 36-HD/VPTW",
    certainty="second-hand, one source; line pitch and paragraph gap from practice",
    body=Type(14),
    line_pitch=18,
    paragraph_gap=6,
)

HD05 = Layout(
    key="HD05",
    name="Hướng dẫn số 05-HD/VPTW",
    certainty="second-hand for body, spacing, indent and margins; the other sizes carried over from HD 36",
    body=Type(14),
    line_pitch=20,
    paragraph_gap=6,
)

HD36_WIDE = replace(HD36, key="HD36-wide", width=297, height=210)
HD05_WIDE = replace(HD05, key="HD05-wide", width=297, height=210)
"""The same page turned, for a book whose lines are long. No guidance was seen that speaks of it."""

LAYOUTS = {layout.key: layout for layout in (HD36, HD05, HD36_WIDE, HD05_WIDE)}

HD05_FROM = date(2026, 5, 27)


def layout_on(day: date) -> Layout:
    """The layout of a document dated that day: HD 05 from 27/5/2026, HD 36 before (domain: 6.3, second-hand)."""
    return HD05 if day >= HD05_FROM else HD36


def wide_layout_on(day: date) -> Layout:
    """The layout of that day on a page turned to lie."""
    return HD05_WIDE if day >= HD05_FROM else HD36_WIDE
