"""The file measured: pages, and every paragraph as the reader sees it, whatever way its formatting is stored."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Literal

from docx.document import Document as WordDocument
from docx.oxml.ns import qn
from lxml import etree

from nennep.documents.layout.cascade import Cascade, Element, Layers, RunLayers, attribute, elements
from nennep.documents.layout.opening import UNREADABLE, NotReadable, damaged, open_word
from nennep.vietnamese.folding import fold, nfc

Align = Literal["left", "center", "right", "justify"]
_ALIGN: dict[str, Align] = {"center": "center", "right": "right", "end": "right", "both": "justify"}
_ALIGN |= {"distribute": "justify", "left": "left", "start": "left"}
PAGE_FIELD = re.compile(r"\bPAGE\b")
_WPS_LINE = re.compile(r'prst="(?:line|straightConnector1)"|<v:line')
_NAMES = {"v": "urn:schemas-microsoft-com:vml"}


@dataclass(frozen=True)
class Run:
    """A stretch of letters set alike."""

    text: str
    font: str
    size: float
    bold: bool
    italic: bool
    underline: bool
    capitals: bool
    raised: bool
    element: Element = field(compare=False, repr=False)

    @property
    def shown(self) -> str:
        return self.text.upper() if self.capitals else self.text


@dataclass(frozen=True, eq=False)
class Line:
    """One paragraph: its words, and how it is set. Lengths in millimetres, spacing in points. Two paragraphs that say the same
    are two."""

    runs: tuple[Run, ...]
    align: Align
    exact: bool
    """Whether the distance between its lines is fixed; `pitch` is then in points, else a multiple of the letters' own."""
    pitch: float
    space: float
    """Before and after it, together."""
    first_line: float
    numbered: bool
    style: str
    cell: tuple[int, int, int] | None
    """Which table, row and column it stands in."""
    ruled: bool
    """A line is drawn under it: a border, or a drawing."""
    pictures: int
    breaks_page: bool
    element: Element = field(compare=False, repr=False)

    @property
    def text(self) -> str:
        """As it is shown, in one line."""
        return " ".join(nfc("".join(run.shown for run in self.runs)).split())

    @property
    def typed(self) -> str:
        """As it is shown, with its tabs and breaks."""
        return nfc("".join(run.shown for run in self.runs))

    @property
    def folded(self) -> str:
        return fold(self.text)

    @property
    def visible(self) -> tuple[Run, ...]:
        """The runs that put ink on paper, the small raised numbers left out."""
        return tuple(run for run in self.runs if run.text.strip() and not run.raised)


@dataclass(frozen=True)
class PageNumber:
    """Where a section prints its page number."""

    align: Align
    element: Element = field(compare=False, repr=False)


@dataclass(frozen=True)
class Section:
    """The paper and its margins (millimetres), and the page number."""

    width: float
    height: float
    margins: dict[str, float]
    number: PageNumber | None
    on_first_page: bool
    """Whether its first page prints the number too."""
    element: Element = field(compare=False, repr=False)


@dataclass(frozen=True)
class Reading:
    """A whole file as it is shown."""

    word: WordDocument = field(compare=False, repr=False)
    sections: tuple[Section, ...]
    lines: tuple[Line, ...]


def read(content: bytes) -> Reading:
    """Measure a file. Raises NotReadable."""
    word = open_word(content)
    try:
        reader = _Reader(word)
        return Reading(word, tuple(reader.sections()), tuple(reader.lines()))
    except (*UNREADABLE, RecursionError) as error:
        raise NotReadable(damaged()) from error


class _Reader:
    def __init__(self, word: WordDocument) -> None:
        self._word = word
        self._cascade = Cascade(word)
        self._tables = 0

    def lines(self) -> Iterator[Line]:
        yield from self._stories(self._word.element.body, None, None)

    def _stories(self, root: Element, cell: tuple[int, int, int] | None, table: str | None) -> Iterator[Line]:
        for child in root:
            if child.tag == qn("w:p"):
                yield self._line(child, cell, table)
                for box in elements(child, "w:txbxContent"):
                    yield from self._stories(box, None, None)
            elif child.tag == qn("w:tbl"):
                yield from self._table(child)
            elif child.tag in (qn("w:sdt"), qn("w:sdtContent"), qn("w:ins"), qn("w:smartTag"), qn("w:customXml")):
                yield from self._stories(child, cell, table)

    def _table(self, root: Element) -> Iterator[Line]:
        self._tables += 1
        number = self._tables
        named = root.find(f"{qn('w:tblPr')}/{qn('w:tblStyle')}")
        style = named.get(qn("w:val")) if named is not None else None
        for row, line in enumerate(root.iter(qn("w:tr"))):
            if next(line.iterancestors(qn("w:tbl"))) is root:
                for column, box in enumerate(line.iter(qn("w:tc"))):
                    if next(box.iterancestors(qn("w:tr"))) is line:
                        yield from self._stories(box, (number, row, column), style)

    def _line(self, paragraph: Element, cell: tuple[int, int, int] | None, table: str | None) -> Line:
        layers = self._cascade.of_paragraph(paragraph, table)
        rule = attribute(layers, "spacing", "lineRule")
        line = attribute(layers, "spacing", "line")
        exact = rule is not None and rule[1] == "exact"
        least = rule is not None and rule[1] == "atLeast"
        pitch = float(line[1]) if line else 240.0
        own = list(_own(paragraph))
        return Line(
            runs=tuple(self._run(run, paragraph, table) for run in own),
            align=_ALIGN.get((attribute(layers, "jc", "val") or ("", ""))[1], "left"),
            exact=exact,
            pitch=pitch / 20 if exact or least else pitch / 240,
            space=sum(_number(attribute(layers, "spacing", name)) for name in ("before", "after")) / 20,
            first_line=_first_line(layers),
            numbered=any(layer.find(qn("w:numPr")) is not None for layer in layers),
            style=self._cascade.name_of(paragraph),
            cell=cell,
            ruled=_ruled(layers, own),
            pictures=sum(1 for run in own for _ in elements(run, "pic:pic"))
            + sum(1 for run in own for part in run.iter() if part.tag == f"{{{_NAMES['v']}}}imagedata"),
            breaks_page=any(layer.find(qn("w:pageBreakBefore")) is not None for layer in layers)
            or any(run.find(f"{qn('w:br')}[@{qn('w:type')}='page']") is not None for run in own),
            element=paragraph,
        )

    def _run(self, run: Element, paragraph: Element, table: str | None) -> Run:
        layers: RunLayers = self._cascade.of_run(run, paragraph, table)
        size = layers.value("sz")
        return Run(
            text="".join(_letters(run)),
            font=self._cascade.font(layers.all),
            size=float(size) / 2 if size else 10.0,
            bold=layers.on("b"),
            italic=layers.on("i"),
            underline=layers.value("u") not in (None, "none", ""),
            capitals=layers.on("caps"),
            raised=layers.value("vertAlign") in ("superscript", "subscript"),
            element=run,
        )

    def sections(self) -> Iterator[Section]:
        edges: dict[tuple[str, str], Element] = {}  # a section without a header of its own goes on with the one before
        for section in self._word.sections:
            for reference in section._sectPr:
                if reference.tag in (qn("w:headerReference"), qn("w:footerReference")):
                    part = self._word.part.related_parts[reference.get(qn("r:id"))]
                    edges[reference.tag, reference.get(qn("w:type"))] = part.element
            running = [edge for (_tag, kind), edge in edges.items() if kind == "default"]
            first = [edge for (_tag, kind), edge in edges.items() if kind == "first"]
            number = next(filter(None, map(self._page_number, running)), None)
            apart = section.different_first_page_header_footer
            margins = {name: getattr(section, f"{name}_margin") for name in ("top", "bottom", "left", "right")}
            yield Section(
                width=section.page_width.mm if section.page_width else 0,
                height=section.page_height.mm if section.page_height else 0,
                margins={name: length.mm if length is not None else 25.4 for name, length in margins.items()},
                number=number,
                on_first_page=any(map(self._page_number, first)) if apart else number is not None,
                element=section._sectPr,
            )

    def _page_number(self, edge: Element) -> PageNumber | None:
        for paragraph in edge.iter(qn("w:p")):
            fields = [simple.get(qn("w:instr")) or "" for simple in paragraph.iter(qn("w:fldSimple"))]
            fields.append("".join(part.text or "" for part in paragraph.iter(qn("w:instrText"))))
            if any(PAGE_FIELD.search(instruction) for instruction in fields):
                layers = self._cascade.of_paragraph(paragraph, None)
                framed = attribute(layers, "framePr", "xAlign")
                said = framed or attribute(layers, "jc", "val") or ("", "")
                return PageNumber(_ALIGN.get(said[1], "left"), paragraph)
        return None


def _own(paragraph: Element) -> Iterator[Element]:
    """The paragraph's runs; not those of a text box that hangs on it, nor what a tracked change took out."""
    for run in elements(paragraph, "w:r"):
        ancestors = {parent.tag for parent in _until(run, paragraph)}
        if qn("w:txbxContent") not in ancestors and not ancestors & {qn("w:del"), qn("w:moveFrom")}:
            yield run


def _until(element: Element, root: Element) -> Iterator[Element]:
    for parent in element.iterancestors():
        if parent is root:
            return
        yield parent


def _letters(run: Element) -> Iterator[str]:
    for part in run:
        if part.tag == qn("w:t"):
            yield part.text or ""
        elif part.tag in (qn("w:tab"), qn("w:ptab")):
            yield "\t"
        elif part.tag in (qn("w:br"), qn("w:cr")):
            yield "\n" if part.get(qn("w:type")) in (None, "textWrapping") else ""
        elif part.tag == qn("w:noBreakHyphen"):
            yield "-"


def _number(found: tuple[str, str] | None) -> float:
    return float(found[1]) if found else 0.0


def _first_line(layers: Layers) -> float:
    found = attribute(layers, "ind", "hanging", "firstLine")
    # A hanging of nothing, as LibreOffice writes it beside a first line, says nothing.
    if found and found[0] == "hanging" and float(found[1]) == 0:
        found = attribute(layers, "ind", "firstLine")
    if not found:
        return 0.0
    length = float(found[1]) / 1440 * 25.4
    return -length if found[0] == "hanging" else length


def _ruled(layers: Layers, runs: list[Element]) -> bool:
    border = next((edge for layer in reversed(layers) if (edge := layer.find(qn("w:pBdr"))) is not None), None)
    bottom = border.find(qn("w:bottom")) if border is not None else None
    if bottom is not None and bottom.get(qn("w:val")) not in (None, "nil", "none"):
        return True
    drawn = (part for run in runs for part in run if part.tag != qn("w:t") and len(part))
    return any(_WPS_LINE.search(etree.tostring(part, encoding="unicode")) for part in drawn)
