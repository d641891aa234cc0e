"""A document as a small tree of typed blocks.

Rooms build this tree and never touch a file format; the writers of this room turn it into DOCX, PDF, HTML and JSON. All
parts are frozen and compare by value, so a document that was frozen can be compared with a later one.
"""

from dataclasses import dataclass
from datetime import date
from typing import Literal

from nennep.paper.layouts import Layout

Value = str | int | float | bool | None
"""What a figure is worth, as JSON can hold it; a share keeps its two sides as text ("68/69")."""

Align = Literal["start", "center", "end"]


# Inlines: what stands inside a line.


@dataclass(frozen=True)
class Text:
    """Words, literally: no character in them is ever read as markup."""

    text: str
    bold: bool = False
    italic: bool = False
    underline: bool = False


@dataclass(frozen=True)
class Figure:
    """A printed figure that opens into the records it was counted from.

    `text` is what is printed ("11 lượt"), `code` the question ("recognition.book_turns"), `evidence` the relative address
    of its records. The same code with the same evidence is the same figure, wherever it is printed. One that is not
    `marked` opens on screen and carries no [n] on paper: a cell of a table whose row is marked once.
    """

    text: str
    code: str
    evidence: str
    value: Value = None
    marked: bool = True


@dataclass(frozen=True)
class Citation:
    """A document named in the text ("Chỉ thị số 03-CT/TW") and where it can be read."""

    text: str
    url: str


@dataclass(frozen=True)
class Gap:
    """A figure that nobody has recorded yet. It is said aloud, never left blank; `url` leads to the act that mends it."""

    code: str
    url: str
    text: str = "chưa có số liệu"


@dataclass(frozen=True)
class Mark:
    """The number of a source on the page of sources; what the small [n] beside a figure points to."""

    number: int


Inline = Text | Figure | Citation | Gap | Mark
Inlines = tuple[Inline, ...]


# Blocks: what stands under one another.


@dataclass(frozen=True)
class Letterhead:
    """Superior and issuer on the left, the Party's name with place and date on the right (domain: 6.3, second-hand).

    `number_line` is printed as given ("Số 02-BC/CBBQL"; a draft leaves the number blank; an invitation has none). Without a
    date, room is left to write one. A line break in a name is kept. Under the number an official letter, which prints no
    name of its type, says what it is about (`subject`).
    """

    superior: str
    issuer: str
    number_line: str
    place: str
    date: date | None
    subject: str = ""


@dataclass(frozen=True)
class Title:
    """The type in capitals ("BÁO CÁO") and the subject (trích yếu), closed by a line of five dashes."""

    kind: str
    subject: str


@dataclass(frozen=True)
class Heading:
    """A section heading, with its own number ("I- Lãnh đạo, chỉ đạo"); level 1 to 3."""

    level: Literal[1, 2, 3]
    text: str


@dataclass(frozen=True)
class Paragraph:
    inlines: Inlines
    indent: bool = True
    centred: bool = False
    """A line by itself in the middle: "Kính gửi: …", "QUYẾT ĐỊNH:"."""


@dataclass(frozen=True)
class ListBlock:
    """Items of their own line, opened by "-" or, when ordered, by "1.", "2."."""

    items: tuple[Inlines, ...]
    ordered: bool = False


@dataclass(frozen=True)
class Table:
    """A table whose head is repeated on every page. `widths` are proportions; without them, the contents decide."""

    caption: str
    head: tuple[Inlines, ...]
    rows: tuple[tuple[Inlines, ...], ...]
    align: tuple[Align, ...]
    widths: tuple[float, ...] | None = None

    def __post_init__(self) -> None:
        columns = len(self.head)
        if any(len(row) != columns for row in self.rows):
            raise ValueError(f"Every row of the table {self.caption!r} needs {columns} cells, as its head has.")
        if len(self.align) != columns or (self.widths is not None and len(self.widths) != columns):
            raise ValueError(
                f"The table {self.caption!r} needs an alignment and a width for each of {columns} columns."
            )


@dataclass(frozen=True)
class Series:
    """One measure over all labels of a chart; None is not measured, which is not zero."""

    name: str
    values: tuple[float | None, ...]


@dataclass(frozen=True)
class Chart:
    """A plain bar chart of counts or shares, none below zero."""

    caption: str
    labels: tuple[str, ...]
    series: tuple[Series, ...]
    unit: str = ""
    kind: Literal["bar"] = "bar"

    def __post_init__(self) -> None:
        for series in self.series:
            if len(series.values) != len(self.labels):
                raise ValueError(f"The series {series.name!r} of {self.caption!r} needs {len(self.labels)} values.")
            if any(value is not None and not 0 <= value < float("inf") for value in series.values):
                raise ValueError(f"The series {series.name!r} of {self.caption!r} has a value that no bar can show.")


@dataclass(frozen=True)
class Recipients:
    """Nơi nhận: who gets the document, each on a line; custom asks that the last be "Lưu Chi bộ." (domain: 6.3)."""

    lines: tuple[str, ...]


@dataclass(frozen=True)
class CoSigner:
    """Who signs beside the other: in minutes "NGƯỜI GHI BIÊN BẢN" on the left of "CHỦ TRÌ" (domain: 6.3, second-hand)."""

    authority: str
    name: str


@dataclass(frozen=True)
class Signature:
    """Who signs: "T/M CHI BỘ", "BÍ THƯ", a name; the recipients or another signer stand to its left. Without a name, room is
    left for one."""

    authority: str
    post: str
    name: str
    left: Recipients | CoSigner | None = None


@dataclass(frozen=True)
class PageBreak:
    pass


@dataclass(frozen=True)
class Sources:
    """The page of sources, on a page of its own: one line for each figure of the document, in the order of its mark.

    Where this block stands, figures carry their small [n]; a document without it is the clean copy. Without any figure
    nothing is printed. `note` says what holds for all of them, such as the days they were counted over.
    """

    caption: str = "NGUỒN SỐ LIỆU"
    note: str = ""


Block = (
    Letterhead | Title | Heading | Paragraph | ListBlock | Table | Chart | Recipients | Signature | PageBreak | Sources
)


@dataclass(frozen=True)
class FigureSource:
    """What stands behind one figure: its name, the question it answers, and the records counted.

    `rows` is how many records there are (None: not known); `head` and `records` are those records as people read them, for
    the copy that leaves the house and must still show its evidence.
    """

    code: str
    evidence: str
    name: str
    question: str
    unit: str = ""
    rows: int | None = None
    head: tuple[str, ...] = ()
    records: tuple[tuple[str, ...], ...] = ()


@dataclass(frozen=True)
class Document:
    """A whole document: how it is laid out, what it is called in a file's properties, its blocks, and its sources.

    `foot` is a line at the foot of every page, such as the code by which a printed page is checked.
    """

    layout: Layout
    title: str
    blocks: tuple[Block, ...]
    sources: tuple[FigureSource, ...] = ()
    foot: str = ""
