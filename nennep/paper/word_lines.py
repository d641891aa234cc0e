"""What stands inside a line of a Word document: runs, links, bookmarks."""

from collections.abc import Iterable, Iterator
from itertools import count

from docx.opc.constants import RELATIONSHIP_TYPE
from docx.oxml.ns import qn
from docx.oxml.parser import OxmlElement
from docx.oxml.text.run import CT_R
from docx.oxml.xmlchemy import BaseOxmlElement
from docx.shared import Pt
from docx.text.paragraph import Paragraph as WordParagraph
from docx.text.run import Run

from nennep.paper.blocks import Citation, Figure, Gap, Inline, Mark, Text
from nennep.paper.layouts import Type
from nennep.paper.links import absolute
from nennep.paper.marks import Marks
from nennep.paper.wording import pieces


class LineWriter:
    """Writes inlines into paragraphs of one document, and remembers the bookmark it gave to each figure."""

    def __init__(self, marks: Marks, base_url: str) -> None:
        self.bookmarks: dict[str, Figure] = {}
        self._marks = marks
        self._base_url = base_url
        self._ids: Iterator[int] = count(1)

    def write(self, paragraph: WordParagraph, inlines: Iterable[Inline], *, bold: bool = False) -> None:
        for inline in inlines:
            match inline:
                case Text():
                    run = add_text(paragraph, inline.text, bold=bold or inline.bold, italic=inline.italic)
                    run.underline = True if inline.underline else None
                case Figure():
                    self._figure(paragraph, inline, bold=bold)
                case Citation():
                    self._citation(paragraph, inline, bold=bold)
                case Gap():
                    run = add_text(paragraph, inline.text, bold=bold)
                    _dotted(run)
                case Mark():
                    run = add_text(paragraph, str(inline.number), bold=bold)
                    self._bookmark(run._r, _source_anchor(inline.number))

    def _figure(self, paragraph: WordParagraph, figure: Figure, *, bold: bool) -> None:
        number = self._marks.of(figure)
        run = add_text(paragraph, figure.text, bold=bold)
        name = f"so_lieu_{number}_{len(self.bookmarks) + 1}"
        self._bookmark(run._r, name)
        self.bookmarks[name] = figure
        if self._marks.shows(figure):
            raised = add_text(paragraph, f"[{number}]")
            raised.font.superscript = True
            link = OxmlElement("w:hyperlink")
            link.set(qn("w:anchor"), _source_anchor(number))
            _wrap(raised._r, link)

    def _citation(self, paragraph: WordParagraph, citation: Citation, *, bold: bool) -> None:
        run = add_text(paragraph, citation.text, bold=bold)
        url = absolute(citation.url, self._base_url)
        if url is not None:
            link = OxmlElement("w:hyperlink")
            link.set(qn("r:id"), paragraph.part.relate_to(url, RELATIONSHIP_TYPE.HYPERLINK, is_external=True))
            _wrap(run._r, link)

    def _bookmark(self, run: CT_R, name: str) -> None:
        start, end = OxmlElement("w:bookmarkStart"), OxmlElement("w:bookmarkEnd")
        number = str(next(self._ids))
        start.set(qn("w:id"), number)
        start.set(qn("w:name"), name)
        end.set(qn("w:id"), number)
        run.addprevious(start)
        run.addnext(end)


def add_text(
    paragraph: WordParagraph, text: str, type_: Type | None = None, *, bold: bool = False, italic: bool = False
) -> Run:
    """A run of literal text, with a type of its own where the paragraph's style is not enough."""
    run = paragraph.add_run()
    if type_ is not None:
        run.font.size = Pt(type_.size)
        bold, italic = bold or type_.bold, italic or type_.italic
    run.bold, run.italic = bold or None, italic or None
    for piece in pieces(text):
        if not piece.is_number:
            _add_lines(run, piece.text)
            continue
        # Word breaks a line after a hyphen; a document's number is one word.
        for position, part in enumerate(piece.text.split("-")):
            if position:
                run._r.append(OxmlElement("w:noBreakHyphen"))
            run.add_text(part)
    return run


def _add_lines(run: Run, text: str) -> None:
    for position, line in enumerate(text.split("\n")):
        if position:
            run.add_break()
        for column, part in enumerate(line.split("\t")):
            if column:
                run.add_tab()
            if part:
                run.add_text(part)


def _dotted(run: Run) -> None:
    underline = OxmlElement("w:u")
    underline.set(qn("w:val"), "dotted")
    run._r.get_or_add_rPr().append(underline)


def _wrap(run: CT_R, link: BaseOxmlElement) -> None:
    run.addprevious(link)
    link.append(run)


def _source_anchor(number: int) -> str:
    return f"so_{number}"
