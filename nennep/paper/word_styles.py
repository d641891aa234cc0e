"""The page and the styles of a Word document in Party layout.

Everything is set through Word's own named styles, so that a secretary who edits the file gets the same look for what is
added, and the navigation pane shows the headings.
"""

from docx.document import Document as WordDocument
from docx.enum.section import WD_ORIENTATION
from docx.enum.style import WD_STYLE_TYPE
from docx.enum.text import WD_ALIGN_PARAGRAPH, WD_LINE_SPACING
from docx.oxml.ns import qn
from docx.oxml.parser import OxmlElement
from docx.shared import Mm, Pt, RGBColor
from docx.styles.style import ParagraphStyle

from nennep.paper.layouts import Layout, Type
from nennep.paper.word_lines import add_text

FONT = "Times New Roman"
BODY, LINE, TABLE_TEXT, CAPTION, KIND, SUBJECT = (
    "Body Text",
    "Normal",
    "Chữ trong bảng",
    "Caption",
    "Title",
    "Subtitle",
)


def set_up(word: WordDocument, layout: Layout, *, foot: str = "") -> None:
    """Page, margins, page number, foot and styles of a new document."""
    _page(word, layout)
    _styles(word, layout)
    _language(word)
    _page_number(word, layout)
    if foot:
        _foot(word, layout, foot)


def _page(word: WordDocument, layout: Layout) -> None:
    section = word.sections[0]
    section.page_width, section.page_height = Mm(layout.width), Mm(layout.height)
    if layout.width > layout.height:
        section.orientation = WD_ORIENTATION.LANDSCAPE
    section.top_margin, section.bottom_margin = Mm(layout.margins.top), Mm(layout.margins.bottom)
    section.left_margin, section.right_margin = Mm(layout.margins.left), Mm(layout.margins.right)
    section.header_distance = section.footer_distance = Mm(layout.page_number_from_edge)


def _styles(word: WordDocument, layout: Layout) -> None:
    normal = _style(word, LINE, layout.body)
    normal.paragraph_format.space_before = normal.paragraph_format.space_after = Pt(0)
    normal.paragraph_format.line_spacing = 1.0

    body = _style(word, BODY, layout.body)
    form = body.paragraph_format
    form.alignment = WD_ALIGN_PARAGRAPH.JUSTIFY
    form.first_line_indent = Mm(layout.first_line_indent)
    form.line_spacing_rule, form.line_spacing = WD_LINE_SPACING.EXACTLY, Pt(layout.line_pitch)
    form.space_before, form.space_after = Pt(0), Pt(layout.paragraph_gap)
    form.widow_control = True

    for level, type_ in enumerate(layout.headings, start=1):
        heading = _style(word, f"Heading {level}", type_)
        form = heading.paragraph_format
        form.space_before, form.space_after = Pt(layout.paragraph_gap + 3), Pt(layout.paragraph_gap)
        form.line_spacing = 1.0
        form.keep_with_next = form.keep_together = True

    for name, type_ in ((KIND, layout.kind), (SUBJECT, layout.subject), (CAPTION, layout.caption)):
        centred = _style(word, name, type_)
        form = centred.paragraph_format
        form.alignment = WD_ALIGN_PARAGRAPH.CENTER
        form.space_before = form.space_after = Pt(0)
        form.line_spacing = 1.0
        form.keep_with_next = True
    _style(word, KIND, layout.kind).paragraph_format.space_before = Pt(20)
    subject = _style(word, SUBJECT, layout.subject).paragraph_format
    subject.left_indent = subject.right_indent = Mm(10)
    caption = _style(word, CAPTION, layout.caption).paragraph_format
    caption.space_before = caption.space_after = Pt(layout.paragraph_gap)

    word.styles.add_style(TABLE_TEXT, WD_STYLE_TYPE.PARAGRAPH).style_id = "TableText"
    form = _style(word, TABLE_TEXT, layout.table).paragraph_format
    form.space_before = form.space_after = Pt(2)
    _style(word, "Header", layout.body)
    _style(word, "Footer", layout.body)


def _style(word: WordDocument, name: str, type_: Type) -> ParagraphStyle:
    style = word.styles[name]
    if not isinstance(style, ParagraphStyle):
        raise TypeError(f"{name} is no paragraph style.")
    font = style.font
    font.name, font.size = FONT, Pt(type_.size)
    font.bold, font.italic = type_.bold, type_.italic
    font.color.rgb = RGBColor(0, 0, 0)
    properties = style.element.get_or_add_rPr()
    fonts = properties.get_or_add_rFonts()
    for theme in ("asciiTheme", "hAnsiTheme", "eastAsiaTheme", "cstheme"):
        fonts.attrib.pop(qn(f"w:{theme}"), None)  # a theme's font would win over the name
    for script in ("ascii", "hAnsi", "eastAsia", "cs"):
        fonts.set(qn(f"w:{script}"), FONT)
    for spacing in properties.findall(qn("w:spacing")) + properties.findall(qn("w:kern")):
        properties.remove(spacing)
    for border in style.element.get_or_add_pPr().findall(qn("w:pBdr")):
        style.element.pPr.remove(border)
    return style


def _language(word: WordDocument) -> None:
    defaults = word.styles.element.find(f"{qn('w:docDefaults')}/{qn('w:rPrDefault')}/{qn('w:rPr')}")
    for language in defaults.findall(qn("w:lang")):
        defaults.remove(language)
    language = OxmlElement("w:lang")
    for script in ("val", "eastAsia", "bidi"):
        language.set(qn(f"w:{script}"), "vi-VN")
    defaults.append(language)


def _page_number(word: WordDocument, layout: Layout) -> None:
    section = word.sections[0]
    section.different_first_page_header_footer = True
    edge = section.header if layout.page_number == "top" else section.footer
    paragraph = edge.paragraphs[0]
    paragraph.alignment = WD_ALIGN_PARAGRAPH.CENTER
    field = OxmlElement("w:fldSimple")
    field.set(qn("w:instr"), "PAGE")
    paragraph._p.append(field)


def _foot(word: WordDocument, layout: Layout, foot: str) -> None:
    """On every page: the first one has a foot of its own."""
    section = word.sections[0]
    numbered = layout.page_number == "bottom"
    for edge in (section.first_page_footer, section.footer):
        paragraph = edge.add_paragraph() if numbered and edge is section.footer else edge.paragraphs[0]
        paragraph.alignment = WD_ALIGN_PARAGRAPH.LEFT
        add_text(paragraph, foot, layout.foot)
