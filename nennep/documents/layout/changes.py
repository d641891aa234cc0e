"""What can be put right in a file without touching a letter of it: sizes, styles, alignment, spacing, margins, rules."""

from collections.abc import Callable, Iterable
from copy import deepcopy
from functools import partial
from typing import Any

from docx.enum.text import WD_ALIGN_PARAGRAPH, WD_LINE_SPACING
from docx.oxml.ns import qn
from docx.oxml.parser import OxmlElement
from docx.section import Section as WordSection
from docx.shared import Mm, Pt
from docx.text.paragraph import Paragraph as WordParagraph
from docx.text.run import Run as WordRun

from nennep.documents.layout.cascade import WORDS_OWN_FONT, Element
from nennep.documents.layout.findings import Change
from nennep.documents.layout.reading import Line, Run, Section

_CENTRE = WD_ALIGN_PARAGRAPH.CENTER


def each(change: Callable[..., None], things: Iterable[Any], *values: Any) -> Change:
    """The same change for each of some runs or lines, when it is asked for."""
    return partial(_each, change, list(things), values)


def _each(change: Callable[..., None], things: list[Any], values: tuple[Any, ...]) -> None:
    for thing in things:
        change(thing, *values)


def size(run: Run, points: float) -> None:
    WordRun(run.element, None).font.size = Pt(points)


def bold(run: Run, wanted: bool) -> None:
    WordRun(run.element, None).font.bold = wanted


def italic(run: Run, wanted: bool) -> None:
    WordRun(run.element, None).font.italic = wanted


def underline(run: Run) -> None:
    WordRun(run.element, None).font.underline = True


def capitals(run: Run) -> None:
    """Shown in capitals, typed as it was."""
    WordRun(run.element, None).font.all_caps = True


def font(run: Run) -> None:
    fonts = run.element.get_or_add_rPr().get_or_add_rFonts()
    for theme in ("asciiTheme", "hAnsiTheme", "eastAsiaTheme", "cstheme"):
        fonts.attrib.pop(qn(f"w:{theme}"), None)  # a theme's font would win over the name
    for script in ("ascii", "hAnsi", "eastAsia", "cs"):
        fonts.set(qn(f"w:{script}"), WORDS_OWN_FONT)


def centred(line: Line) -> None:
    form = WordParagraph(line.element, None).paragraph_format
    form.alignment, form.first_line_indent = _CENTRE, Mm(0)


def justified(line: Line) -> None:
    WordParagraph(line.element, None).paragraph_format.alignment = WD_ALIGN_PARAGRAPH.JUSTIFY


def first_line(line: Line, millimetres: float) -> None:
    WordParagraph(line.element, None).paragraph_format.first_line_indent = Mm(millimetres)


def pitch(line: Line, points: float) -> None:
    form = WordParagraph(line.element, None).paragraph_format
    form.line_spacing_rule, form.line_spacing = WD_LINE_SPACING.EXACTLY, Pt(points)


def gap(line: Line, points: float) -> None:
    WordParagraph(line.element, None).paragraph_format.space_after = Pt(points)


def rule_under(line: Line, indent: float) -> None:
    """A low empty paragraph with a line drawn between two indents (mm), right under it."""
    below = OxmlElement("w:p")
    line.element.addnext(below)
    form = WordParagraph(below, None).paragraph_format
    form.left_indent = form.right_indent = Mm(indent)
    form.first_line_indent, form.space_before, form.space_after = Mm(0), Pt(0), Pt(4)
    form.line_spacing_rule, form.line_spacing = WD_LINE_SPACING.EXACTLY, Pt(3)
    borders, bottom = OxmlElement("w:pBdr"), OxmlElement("w:bottom")
    for name, value in (("val", "single"), ("sz", "6"), ("space", "0"), ("color", "000000")):
        bottom.set(qn(f"w:{name}"), value)
    borders.append(bottom)
    below.get_or_add_pPr().insert_element_before(
        borders, "w:shd", "w:tabs", "w:suppressAutoHyphens", "w:spacing", "w:ind", "w:jc", "w:rPr"
    )


def paper(section: Section, width: float, height: float) -> None:
    size = section.element.get_or_add_pgSz()
    size.w, size.h = Mm(width), Mm(height)


def margin(section: Section, side: str, millimetres: float) -> None:
    section.element.get_or_add_pgMar().set(qn(f"w:{side}"), str(round(millimetres / 25.4 * 1440)))


def numbers_centred(section: Section) -> None:
    if section.number is None:
        return
    properties = section.number.element.get_or_add_pPr()
    frame = properties.find(qn("w:framePr"))
    if frame is not None:
        properties.remove(frame)
    WordParagraph(section.number.element, None).paragraph_format.alignment = _CENTRE


def numbers_from_second(section: WordSection) -> None:
    """The first page has a header and a footer of its own, which are what the others have without the number."""
    section.different_first_page_header_footer = True
    for first, running in (
        (section.first_page_header, section.header),
        (section.first_page_footer, section.footer),
    ):
        root, model = first._element, running._element
        for child in list(root):
            root.remove(child)
        for child in model:
            root.append(deepcopy(child))
        _without_number(root)
        if not len(root):
            root.append(OxmlElement("w:p"))


def numbers_on_top(section: WordSection, edge: float) -> None:
    """A centred page number in the header, from the second page on."""
    section.different_first_page_header_footer = True
    section.header_distance = Mm(edge)
    paragraph = section.header.paragraphs[0] if section.header.paragraphs else section.header.add_paragraph()
    if paragraph.text.strip():
        paragraph = section.header.add_paragraph()
    paragraph.alignment = _CENTRE
    field = OxmlElement("w:fldSimple")
    field.set(qn("w:instr"), "PAGE")
    paragraph._p.append(field)


def _without_number(root: Element) -> None:
    """Fields that print the page's number taken out, whichever way they are stored."""
    for simple in list(root.iter(qn("w:fldSimple"))):
        if "PAGE" in (simple.get(qn("w:instr")) or ""):
            simple.getparent().remove(simple)
    for paragraph in list(root.iter(qn("w:p"))):
        inside = False
        for run in list(paragraph.iter(qn("w:r"))):
            kind = run.find(qn("w:fldChar"))
            state = kind.get(qn("w:fldCharType")) if kind is not None else None
            inside = inside or state == "begin"
            if inside:
                run.getparent().remove(run)
            if state == "end":
                inside = False
