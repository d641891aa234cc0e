"""The document as DOCX, with Word's own styles, headings and fields, ready to be edited in an office."""

import io
import zipfile
from collections.abc import Iterator
from datetime import datetime, time
from xml.etree import ElementTree as ET

import docx
from docx.document import Document as WordDocument
from docx.enum.table import WD_TABLE_ALIGNMENT
from docx.enum.text import WD_ALIGN_PARAGRAPH, WD_LINE_SPACING
from docx.opc.constants import RELATIONSHIP_TYPE
from docx.opc.part import Part
from docx.oxml.ns import qn
from docx.oxml.parser import OxmlElement
from docx.shared import Mm, Pt
from docx.table import Table as WordTable
from docx.table import _Cell as WordCell
from docx.text.paragraph import Paragraph as WordParagraph

from nennep.paper.blocks import (
    Block,
    Chart,
    CoSigner,
    Document,
    Heading,
    Letterhead,
    ListBlock,
    PageBreak,
    Paragraph,
    Recipients,
    Signature,
    Sources,
    Table,
    Text,
    Title,
)
from nennep.paper.charts import bar_svg, described
from nennep.paper.columns import column_shares
from nennep.paper.keeping import kept_with_signature
from nennep.paper.layouts import Layout, Type
from nennep.paper.letterhead import NATIONAL, dated, heads_of
from nennep.paper.marks import marks_of, printed_blocks
from nennep.paper.typesetting import one_file, typeset
from nennep.paper.word_lines import LineWriter, add_text
from nennep.paper.word_styles import (
    BODY,
    CAPTION,
    KIND,
    LINE,
    SUBJECT,
    TABLE_TEXT,
    set_up,
)
from nennep.paper.wording import date_line, printable

FIGURES_NAMESPACE = "urn:nennep:figures:1"
_ALIGN = {
    "start": WD_ALIGN_PARAGRAPH.LEFT,
    "center": WD_ALIGN_PARAGRAPH.CENTER,
    "end": WD_ALIGN_PARAGRAPH.RIGHT,
}
_ZIP_TIME = (1980, 1, 1, 0, 0, 0)


def to_docx(document: Document, *, base_url: str = "") -> bytes:
    """The document as DOCX, on A4 in its layout. Equal documents give equal files.

    Each figure stands in a bookmark, and a part of the file that Word keeps but does not show says which code and evidence
    the bookmark stands for; records themselves are not put there, as nobody would see that they leave the house. Cited
    documents are linked when their address is complete, or becomes so with `base_url`.
    """
    word = docx.Document()
    set_up(word, document.layout, foot=document.foot)
    writer = _BlockWriter(word, document.layout, LineWriter(marks_of(document), base_url))
    writer.write(tuple(printed_blocks(document)))
    _add_figures_part(word, writer.lines)
    _set_properties(word, document)
    return _fixed_in_time(word)


class _BlockWriter:
    def __init__(self, word: WordDocument, layout: Layout, lines: LineWriter) -> None:
        self.lines = lines
        self._word = word
        self._layout = layout
        self._break_before_next = False

    def write(self, blocks: tuple[Block, ...]) -> None:
        kept = kept_with_signature(blocks)
        for place, block in enumerate(blocks):
            self._block(block)
            if place in kept and self._word.paragraphs:
                self._word.paragraphs[-1].paragraph_format.keep_with_next = True

    def _block(self, block: Block) -> None:
        match block:
            case Letterhead():
                self._letterhead(block)
            case Title():
                self._title(block)
            case Heading():
                add_text(self._paragraph(f"Heading {block.level}"), block.text)
            case Paragraph():
                paragraph = self._paragraph(BODY)
                if block.centred:
                    paragraph.alignment = WD_ALIGN_PARAGRAPH.CENTER
                if block.centred or not block.indent:
                    paragraph.paragraph_format.first_line_indent = Mm(0)
                self.lines.write(paragraph, block.inlines)
            case ListBlock():
                for place, item in enumerate(block.items, start=1):
                    opening = f"{place}. " if block.ordered else "- "
                    self.lines.write(self._paragraph(BODY), (Text(opening), *item))
            case Table():
                self._table(block)
            case Chart():
                self._chart(block)
            case Signature():
                self._signature(block)
            case Recipients():
                self._recipients(block, iter(lambda: self._paragraph(LINE), None))
            case PageBreak():
                self._break_before_next = True
            case Sources():
                raise TypeError("The page of sources is written out before it is printed.")

    def _paragraph(self, style: str) -> WordParagraph:
        paragraph = self._word.add_paragraph(style=style)
        if self._break_before_next:
            paragraph.paragraph_format.page_break_before = True
            self._break_before_next = False
        return paragraph

    def _letterhead(self, block: Letterhead) -> None:
        heads = heads_of(block, self._layout)
        left, right = self._side_by_side(heads.left, heads.right)
        for text, type_ in (
            (heads.superior, self._layout.superior),
            (heads.issuer, self._layout.issuer),
            ("*", self._layout.number),
            (block.number_line, self._layout.number),
            (block.subject, self._layout.letter_subject),
        ):
            if not text:
                continue
            line = next(left)
            line.paragraph_format.space_after = Pt(3)
            _centred(line, text, type_)
        _centred(next(right), NATIONAL, self._layout.national)
        _rule(next(right), (heads.right - heads.rule) / 2)
        _centred(next(right), date_line(block.place, block.date), self._layout.place_and_date)
        if block.subject:  # no title follows, which would bring its own air
            self._air(18)

    def _title(self, block: Title) -> None:
        add_text(self._paragraph(KIND), block.kind)
        add_text(self._paragraph(SUBJECT), block.subject)
        dashes = self._paragraph(LINE)
        dashes.paragraph_format.space_after = Pt(14)
        _centred(dashes, "-----", self._layout.body)

    def _table(self, block: Table) -> None:
        if block.caption:
            add_text(self._paragraph(CAPTION), block.caption)
        widths = [share * self._layout.text_width for share in column_shares(block)]
        table = self._grid(1 + len(block.rows), widths)
        table.style = self._word.styles["Table Grid"]
        for cell, inlines in zip(table.rows[0].cells, block.head, strict=True):
            paragraph = _first_paragraph(cell, TABLE_TEXT)
            paragraph.alignment = WD_ALIGN_PARAGRAPH.CENTER
            self.lines.write(paragraph, inlines, bold=True)
        _flag_row(table, 0, "w:tblHeader")
        for place, row in enumerate(block.rows, start=1):
            _flag_row(table, place, "w:cantSplit")
            for cell, inlines, align in zip(table.rows[place].cells, row, block.align, strict=True):
                paragraph = _first_paragraph(cell, TABLE_TEXT)
                paragraph.alignment = _ALIGN[align]
                self.lines.write(paragraph, inlines)
        self._air()

    def _chart(self, block: Chart) -> None:
        if block.caption:
            add_text(self._paragraph(CAPTION), block.caption)
        width = self._layout.text_width
        data = {"svg": bar_svg(block), "width": width}
        picture = one_file(typeset("picture.typ", data).compile(format="png", ppi=200))
        paragraph = self._paragraph(LINE)
        paragraph.paragraph_format.space_after = Pt(self._layout.paragraph_gap)
        shape = paragraph.add_run().add_picture(io.BytesIO(picture), width=Mm(width))
        for side in ("distT", "distB", "distL", "distR"):
            shape._inline.set(side, "0")  # left out, some programs take a margin of their own
        shape._inline.docPr.set("descr", printable(f"{block.caption}. {described(block)}"))

    def _signature(self, block: Signature) -> None:
        self._air(12)
        half = self._layout.text_width / 2
        left, right = self._side_by_side(half, half)
        match block.left:
            case Recipients():
                self._recipients(block.left, left)
            case CoSigner():
                self._signer(left, block.left.authority, "", block.left.name)
        self._signer(right, block.authority, block.post, block.name)

    def _signer(self, lines: Iterator[WordParagraph], authority: str, post: str, name: str) -> None:
        for text, type_ in ((authority, self._layout.authority), (post, self._layout.post)):
            if text:
                _centred(next(lines), text, type_)
        named = next(lines)
        named.paragraph_format.space_before = Mm(22)
        _centred(named, name, self._layout.name_of_signer)

    def _recipients(self, block: Recipients, paragraphs: Iterator[WordParagraph]) -> None:
        add_text(next(paragraphs), "Nơi nhận:", self._layout.recipients_title).underline = True
        for line in block.lines:
            add_text(next(paragraphs), f"- {line}", self._layout.recipients)

    def _side_by_side(self, left: float, right: float) -> tuple[Iterator[WordParagraph], Iterator[WordParagraph]]:
        table = self._grid(1, [left, right])
        _flag_row(table, 0, "w:cantSplit")
        _no_cell_margins(table)
        cells = table.rows[0].cells
        return _paragraphs_of(cells[0]), _paragraphs_of(cells[1])

    def _grid(self, rows: int, widths: list[float]) -> WordTable:
        table: WordTable = self._word.add_table(rows, len(widths))
        table.autofit = False
        table.alignment = WD_TABLE_ALIGNMENT.CENTER
        for column, width in zip(table.columns, widths, strict=True):
            column.width = Mm(width)
            for cell in column.cells:
                cell.width = Mm(width)
        return table

    def _air(self, points: float = 6) -> None:
        """A low empty line after or before a table, which has no spacing of its own; it keeps what follows with it."""
        paragraph = self._paragraph(LINE)
        paragraph.paragraph_format.keep_with_next = True
        _low(paragraph, points)


def _paragraphs_of(cell: WordCell) -> Iterator[WordParagraph]:
    yield cell.paragraphs[0]
    while True:
        yield cell.add_paragraph()


def _first_paragraph(cell: WordCell, style: str) -> WordParagraph:
    paragraph: WordParagraph = cell.paragraphs[0]
    paragraph.style = style
    return paragraph


def _centred(paragraph: WordParagraph, text: str, type_: Type) -> None:
    paragraph.alignment = WD_ALIGN_PARAGRAPH.CENTER
    add_text(paragraph, text, type_)


def _low(paragraph: WordParagraph, points: float) -> None:
    form = paragraph.paragraph_format
    form.line_spacing_rule, form.line_spacing = WD_LINE_SPACING.EXACTLY, Pt(points)


def _rule(paragraph: WordParagraph, indent: float) -> None:
    """A line across the paragraph between two indents (mm): Word has no simpler one that a secretary cannot knock over."""
    form = paragraph.paragraph_format
    form.left_indent = form.right_indent = Mm(indent)
    form.space_after = Pt(4)
    _low(paragraph, 3)
    borders, bottom = OxmlElement("w:pBdr"), OxmlElement("w:bottom")
    for name, value in (("val", "single"), ("sz", "6"), ("space", "0"), ("color", "000000")):
        bottom.set(qn(f"w:{name}"), value)
    borders.append(bottom)
    properties = paragraph._p.get_or_add_pPr()
    properties.insert_element_before(
        borders, "w:shd", "w:tabs", "w:suppressAutoHyphens", "w:spacing", "w:ind", "w:jc", "w:rPr"
    )


def _flag_row(table: WordTable, row: int, flag: str) -> None:
    table.rows[row]._tr.get_or_add_trPr().append(OxmlElement(flag))


def _no_cell_margins(table: WordTable) -> None:
    margins = OxmlElement("w:tblCellMar")
    for side in ("left", "right"):
        margin = OxmlElement(f"w:{side}")
        margin.set(qn("w:w"), "0")
        margin.set(qn("w:type"), "dxa")
        margins.append(margin)
    table._tbl.tblPr.insert_element_before(margins, "w:tblLook")


def _add_figures_part(word: WordDocument, lines: LineWriter) -> None:
    if not lines.bookmarks:
        return
    root = ET.Element("figures", {"xmlns": FIGURES_NAMESPACE})
    for name, figure in lines.bookmarks.items():
        known = {"bookmark": name, "code": printable(figure.code), "evidence": printable(figure.evidence)}
        ET.SubElement(root, "figure", known)
    blob = ET.tostring(root, encoding="utf-8", xml_declaration=True)
    part = Part(word.part.package.next_partname("/customXml/item%d.xml"), "application/xml", blob, word.part.package)
    word.part.relate_to(part, RELATIONSHIP_TYPE.CUSTOM_XML)


def _set_properties(word: WordDocument, document: Document) -> None:
    properties = word.core_properties
    properties.title = printable(document.title)[:255]
    properties.language = "vi-VN"
    properties.author = properties.last_modified_by = properties.comments = ""
    properties.revision = 1
    properties.created = properties.modified = datetime.combine(dated(document), time())


def _fixed_in_time(word: WordDocument) -> bytes:
    """The file with the clock taken out: inside a zip each member has a time, which would make equal documents differ."""
    saved, fixed = io.BytesIO(), io.BytesIO()
    word.save(saved)
    with zipfile.ZipFile(saved) as source, zipfile.ZipFile(fixed, "w", zipfile.ZIP_DEFLATED) as target:
        for name in source.namelist():
            target.writestr(zipfile.ZipInfo(name, _ZIP_TIME), source.read(name), zipfile.ZIP_DEFLATED)
    return fixed.getvalue()
