import io
import zipfile
from dataclasses import replace

import docx
import pytest
from docx.document import Document as WordDocument
from docx.enum.section import WD_ORIENTATION
from docx.oxml.ns import qn
from docx.shared import Mm

from nennep.paper.blocks import Document, Figure, Heading, Paragraph, Sources, Text
from nennep.paper.docx_writer import FIGURES_NAMESPACE, to_docx
from nennep.paper.layouts import HD36, HD36_WIDE, LAYOUTS, Layout
from nennep.paper.tests.documents import (
    PERSONS,
    TURNS,
    TURNS_AGAIN,
    document,
    paragraph,
    report,
)
from nennep.paper.tests.test_html import NASTY
from nennep.paper.typesetting import LETTERS


def read(written: Document) -> WordDocument:
    return docx.Document(io.BytesIO(to_docx(written)))


def member(written: Document, name: str) -> str:
    with zipfile.ZipFile(io.BytesIO(to_docx(written))) as package:
        return package.read(name).decode()


@pytest.mark.parametrize(("bold", "italic"), [(False, False), (True, True)])
def test_every_vietnamese_letter_with_every_tone_comes_back_out(bold: bool, italic: bool) -> None:
    word = read(document(Paragraph((Text(LETTERS, bold, italic),))))
    assert word.paragraphs[0].text == LETTERS


def test_text_and_document_numbers_come_back_out_as_they_went_in() -> None:
    words = "Thực hiện Chỉ thị số 03-CT/TW và Chương trình số 34-CTr/TU."
    assert read(document(paragraph(words))).paragraphs[0].text == words


@pytest.mark.parametrize("layout", LAYOUTS.values(), ids=LAYOUTS.keys())
def test_page_and_margins_are_those_of_the_layout(layout: Layout) -> None:
    section = read(Document(layout, "", (paragraph("x"),))).sections[0]
    measured = [
        section.page_width, section.page_height, section.top_margin, section.bottom_margin,
        section.left_margin, section.right_margin,
    ]  # fmt: skip
    margins = layout.margins
    wanted = [layout.width, layout.height, margins.top, margins.bottom, margins.left, margins.right]
    for got, millimetres in zip(measured, wanted, strict=True):
        assert got == pytest.approx(Mm(millimetres), abs=700)  # Word counts in twentieths of a point


@pytest.mark.parametrize("layout", LAYOUTS.values(), ids=LAYOUTS.keys())
def test_body_text_is_times_new_roman_set_as_the_layout_asks(layout: Layout) -> None:
    style = read(Document(layout, "", (paragraph("x"),))).paragraphs[0].style
    assert style is not None
    fonts = style.element.rPr.rFonts
    assert {fonts.get(qn(f"w:{script}")) for script in ("ascii", "hAnsi", "eastAsia", "cs")} == {"Times New Roman"}
    assert style.font.size.pt == layout.body.size
    assert style.paragraph_format.line_spacing.pt == layout.line_pitch
    assert style.paragraph_format.space_after.pt == layout.paragraph_gap
    assert style.paragraph_format.first_line_indent.mm == pytest.approx(layout.first_line_indent, abs=0.02)


def test_headings_are_headings_for_word_too() -> None:
    word = read(document(Heading(1, "I- Kết quả"), Heading(2, "1. Ghi Sổ")))
    assert [p.style.name for p in word.paragraphs if p.style] == ["Heading 1", "Heading 2"]


def test_the_file_says_its_title_and_that_it_is_vietnamese() -> None:
    word = read(report())
    assert word.core_properties.title == "Báo cáo tổng kết 4 năm"
    assert word.core_properties.language == "vi-VN"
    assert (word.core_properties.created.year, word.core_properties.author) == (2015, "")
    assert 'w:lang w:val="vi-VN"' in member(report(), "word/styles.xml")


def test_figures_carry_their_mark_where_a_page_of_sources_follows() -> None:
    body = Paragraph((TURNS, Text(", "), PERSONS, Text(", "), TURNS_AGAIN))
    assert read(document(body)).paragraphs[0].text == "11 lượt, 09 người, mười một lượt"
    marked = read(document(body, Sources()))
    assert marked.paragraphs[0].text == "11 lượt[1], 09 người[2], mười một lượt[1]"
    assert [cell.text for cell in marked.tables[0].columns[0].cells] == ["Số", "1", "2"]


def test_a_figure_keeps_its_code_and_evidence_but_not_its_records() -> None:
    written = report()
    with zipfile.ZipFile(io.BytesIO(to_docx(written))) as package:
        names = package.namelist()
        assert len(names) == len(set(names))
        kept = [
            text for name in names if name.startswith("customXml/")
            if FIGURES_NAMESPACE in (text := package.read(name).decode())
        ]  # fmt: skip
    assert len(kept) == 1
    assert f'bookmark="so_lieu_1_1" code="{TURNS.code}" evidence="{TURNS.evidence}"' in kept[0]
    body = member(written, "word/document.xml")
    assert 'w:name="so_lieu_1_1"' in body
    assert "Trịnh Công Bằng" not in body + kept[0]


def test_a_cited_document_is_linked_only_when_its_address_works_from_a_file() -> None:
    linked = [link.address for p in read(report()).paragraphs for link in p.hyperlinks if link.address]
    assert linked == ["https://example.vn/03-ct-tw"]


def test_a_document_without_figures_has_no_page_of_sources() -> None:
    word = read(document(paragraph("Không."), Sources()))
    assert [p.text for p in word.paragraphs] == ["Không."]
    assert not word.tables


def test_every_character_comes_out_literally() -> None:
    word = read(document(paragraph(NASTY), Heading(1, NASTY), Paragraph((Figure(NASTY, "a", "b"),)), title=NASTY))
    assert [p.text for p in word.paragraphs] == [NASTY] * 3
    assert word.core_properties.title == NASTY


def test_lines_and_tabs_inside_a_text_are_lines_and_tabs_for_word() -> None:
    body = member(document(paragraph("một\nhai\tba")), "word/document.xml")
    assert "<w:t>một</w:t><w:br/><w:t>hai</w:t><w:tab/><w:t>ba</w:t>" in body


def test_control_characters_of_pasted_text_do_not_break_the_file() -> None:
    assert read(document(paragraph("một\x00 hai\x0bba"), title="\x01x")).paragraphs[0].text == "một hai\nba"


def test_a_chart_is_a_picture_that_says_its_values() -> None:
    assert 'descr="Hình 1. Ghi Sổ. 2012: Lượt chưa có; 2013: Lượt 4 lượt."' in member(report(), "word/document.xml")


def test_equal_documents_give_equal_files() -> None:
    assert to_docx(report()) == to_docx(report())


def test_table_heads_repeat_and_the_first_page_has_no_number() -> None:
    assert "<w:tblHeader/>" in member(report(), "word/document.xml")
    section = read(report()).sections[0]
    assert section.different_first_page_header_footer
    assert section.first_page_header.paragraphs[0].text == ""
    assert 'w:instr="PAGE"' in section.header.paragraphs[0]._p.xml


def test_the_foot_stands_on_the_first_page_and_on_all_others() -> None:
    section = read(document(paragraph("x"), foot="Mã kiểm tra: 0A1B-2C3D")).sections[0]
    for edge in (section.first_page_footer, section.footer):
        assert [p.text for p in edge.paragraphs] == ["Mã kiểm tra: 0A1B-2C3D"]


def test_the_foot_leaves_a_page_number_at_the_bottom_where_it_is() -> None:
    layout = replace(HD36, page_number="bottom")
    section = read(Document(layout, "", (paragraph("x"),), foot="Mã kiểm tra: 0A1B")).sections[0]
    assert [p.text for p in section.first_page_footer.paragraphs] == ["Mã kiểm tra: 0A1B"]
    number, foot = section.footer.paragraphs
    assert number._p.findall(qn("w:fldSimple"))
    assert foot.text == "Mã kiểm tra: 0A1B"


def test_a_document_without_a_foot_has_none() -> None:
    section = read(document(paragraph("x"))).sections[0]
    assert section.first_page_footer.is_linked_to_previous
    assert section.footer.is_linked_to_previous


def test_a_wide_page_is_said_to_lie() -> None:
    assert read(Document(HD36_WIDE, "", (paragraph("x"),))).sections[0].orientation == WD_ORIENTATION.LANDSCAPE
