"""What a paragraph looks like, whatever way its formatting is stored; and files that cannot be read."""

import io
import re
import zipfile
from datetime import date

import docx
import pytest
from docx.enum.style import WD_STYLE_TYPE
from docx.enum.text import WD_ALIGN_PARAGRAPH, WD_LINE_SPACING
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls, qn
from docx.oxml.parser import OxmlElement
from docx.shared import Mm, Pt
from hypothesis import given, settings
from hypothesis import strategies as st

from nennep.documents.layout import NotReadable, Undated, check, mend
from nennep.documents.layout.reading import Line, read
from nennep.documents.layout.tests.papers import find, report, saved, word_of
from nennep.documents.layout.tests.test_faults import CORRECT


def only(word) -> Line:
    [line] = [line for line in read(saved(word)).lines if line.text]
    return line


def test_a_style_based_on_another_gives_what_neither_the_run_nor_the_style_says():
    word = docx.Document()
    root = word.styles.add_style("Gốc", WD_STYLE_TYPE.PARAGRAPH)
    root.font.name, root.font.size, root.font.bold = "Arial", Pt(15), True
    root.paragraph_format.alignment = WD_ALIGN_PARAGRAPH.CENTER
    middle = word.styles.add_style("Giữa", WD_STYLE_TYPE.PARAGRAPH)
    middle.base_style, middle.font.size = root, Pt(13)
    word.add_paragraph("Một dòng", style="Giữa")
    line = only(word)
    [run] = line.runs
    assert (run.font, run.size, run.bold, line.align) == ("Arial", 13, True, "center")


def test_direct_formatting_wins_over_the_style_and_a_character_style_turns_bold_round():
    word = docx.Document()
    strong = word.styles.add_style("Nhấn", WD_STYLE_TYPE.CHARACTER)
    strong.font.bold = True
    paragraph = word.add_paragraph(style="Heading 1")
    paragraph.add_run("một ").font.bold = False
    paragraph.add_run("hai ")
    paragraph.add_run("ba", style="Nhấn")
    assert [run.bold for run in only(word).runs] == [False, True, False]


def test_a_font_may_come_from_the_theme_and_the_script_of_vietnamese_letters_counts():
    word = docx.Document()
    word.add_paragraph("theo chủ đề")
    assert only(word).runs[0].font not in ("", "Times New Roman")
    word = docx.Document()
    run = word.add_paragraph().add_run("tiếng Việt")
    run.font.name = "Times New Roman"
    run._r.rPr.rFonts.set(qn("w:hAnsi"), "Arial")
    assert only(word).runs[0].font == "Arial"


def test_spacing_indents_and_tables_are_measured():
    word = docx.Document()
    paragraph = word.add_table(1, 2).rows[0].cells[1].paragraphs[0]
    paragraph.add_run("trong bảng")
    form = paragraph.paragraph_format
    form.line_spacing_rule, form.line_spacing = WD_LINE_SPACING.EXACTLY, Pt(18)
    form.space_before, form.space_after, form.first_line_indent = Pt(2), Pt(4), Mm(-5)
    line = only(word)
    assert (line.cell, line.exact, line.pitch, line.space) == ((1, 0, 1), True, 18, 6)
    assert line.first_line == pytest.approx(-5, abs=0.05)


def test_what_stands_in_a_text_box_is_read_once_and_what_was_struck_out_not_at_all():
    word = docx.Document()
    box = f"""<w:r {nsdecls("w")} xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"
      xmlns:v="urn:schemas-microsoft-com:vml"><mc:AlternateContent>
      <mc:Choice Requires="wps"><w:drawing><w:txbxContent><w:p><w:r><w:t>trong khung</w:t></w:r></w:p></w:txbxContent></w:drawing></mc:Choice>
      <mc:Fallback><w:pict><v:textbox><w:txbxContent><w:p><w:r><w:t>trong khung</w:t></w:r></w:p></w:txbxContent></v:textbox></w:pict></mc:Fallback>
      </mc:AlternateContent></w:r>"""
    paragraph = word.add_paragraph("ngoài")
    paragraph._p.append(parse_xml(box))
    struck = OxmlElement("w:del")
    struck.append(parse_xml(f"<w:r {nsdecls('w')}><w:delText>đã bỏ</w:delText></w:r>"))
    paragraph._p.append(struck)
    assert [line.text for line in read(saved(word)).lines if line.text] == ["ngoài", "trong khung"]


def test_a_page_number_that_word_wrote_as_a_field_of_several_runs_in_a_frame_is_seen():
    word = word_of(report())
    header = word.sections[0].header
    for field in list(header._element.iter(qn("w:fldSimple"))):
        field.getparent().remove(field)
    paragraph = header.paragraphs[0]
    paragraph.alignment = None
    frame = OxmlElement("w:framePr")
    frame.set(qn("w:xAlign"), "center")
    paragraph._p.get_or_add_pPr().insert(0, frame)
    for kind in ("begin", "instr", "end"):
        run = paragraph.add_run()
        part = OxmlElement("w:instrText" if kind == "instr" else "w:fldChar")
        part.text = " PAGE \\* MERGEFORMAT " if kind == "instr" else None
        if kind != "instr":
            part.set(qn("w:fldCharType"), kind)
        run._r.append(part)
    [section] = read(saved(word)).sections
    assert section.number is not None
    assert (section.number.align, section.on_first_page) == ("center", False)
    assert check(saved(word)).findings == ()


def test_a_number_of_several_runs_on_the_first_page_is_taken_off_there_alone():
    word = word_of(report())
    section = word.sections[0]
    section.different_first_page_header_footer = False
    mended = docx.Document(io.BytesIO(mend(saved(word)).content)).sections[0]
    assert mended.different_first_page_header_footer
    assert list(mended.header._element.iter(qn("w:fldSimple")))
    assert not list(mended.first_page_header._element.iter(qn("w:fldSimple")))


def zipped(**members: str) -> bytes:
    content = io.BytesIO()
    with zipfile.ZipFile(content, "w") as package:
        for name, text in members.items():
            package.writestr(name.replace("__", "/"), text)
    return content.getvalue()


@pytest.mark.parametrize(
    ("content", "says"),
    [
        (b"", "Tệp trống"),
        (b"x" * (10 * 1024 * 1024 + 1), "nặng quá 10 MB"),
        (bytes.fromhex("d0cf11e0a1b11ae1") + b"x" * 600, "kiểu cũ .*mật khẩu"),
        (b"%PDF-1.7 x", "tệp PDF"),
        ("Chỉ là chữ".encode(), "không phải tệp Word"),
        (b"PK\x03\x04 nothing", "bị hỏng"),
        (zipped(readme="x"), "không có phần chữ"),
        (zipped(word__document_xml="x", **{"word/document.xml": "<w:p"}), "bị hỏng"),
        (CORRECT["report HD36"]()[:3000], "bị hỏng"),
    ],
    ids=["empty", "heavy", "old", "pdf", "text", "cut", "other-zip", "broken-xml", "half"],
)
def test_a_file_that_is_no_word_document_is_refused_in_a_sentence(content: bytes, says: str):
    with pytest.raises(NotReadable, match=says):
        check(content)


def test_a_file_that_bursts_when_it_is_opened_is_not_opened():
    bomb = io.BytesIO()
    with zipfile.ZipFile(bomb, "w", zipfile.ZIP_DEFLATED) as package:
        package.writestr("word/document.xml", b"0" * (101 * 1024 * 1024))
    with pytest.raises(NotReadable, match="quá lớn"):
        check(bomb.getvalue())


@pytest.mark.parametrize(
    "part", ["word/document.xml", "word/styles.xml", "[Content_Types].xml", "word/_rels/document.xml.rels"]
)
def test_a_damaged_part_is_said_to_be_damaged(part: str):
    source, damaged = io.BytesIO(CORRECT["report HD36"]()), io.BytesIO()
    with zipfile.ZipFile(source) as given, zipfile.ZipFile(damaged, "w") as made:
        for name in given.namelist():
            content = given.read(name)
            made.writestr(name, content[: len(content) // 2] if name == part else content)
    with pytest.raises(NotReadable, match="bị hỏng"):
        check(damaged.getvalue())


def test_a_paper_without_a_day_asks_for_one():
    word = word_of(report())
    for run in find(word, "Hưng Yên").runs:
        run.text = "Hưng Yên, ngày      tháng      năm"
    with pytest.raises(Undated, match="Không đọc được ngày"):
        check(saved(word))


def test_a_word_file_with_nothing_on_it_is_no_crash():
    codes = {finding.code for finding in check(saved(docx.Document()), on=date(2026, 6, 5)).findings}
    assert {"national-missing", "kind-missing", "signature-missing"} <= codes


DIGITS = re.compile(rb'"[^"]{1,12}"')


@settings(max_examples=60, deadline=None)
@given(st.data())
def test_a_file_with_nonsense_in_it_is_read_or_refused_and_never_crashes(data: st.DataObject):
    part = data.draw(
        st.sampled_from(["word/document.xml", "word/styles.xml", "word/header1.xml", "word/numbering.xml"])
    )
    source, made = io.BytesIO(CORRECT["report HD36"]()), io.BytesIO()
    with zipfile.ZipFile(source) as given_, zipfile.ZipFile(made, "w") as written:
        for name in given_.namelist():
            content = given_.read(name)
            if name == part:
                places = [match.span() for match in DIGITS.finditer(content)]
                for begin, end in sorted(data.draw(st.sets(st.sampled_from(places), max_size=6)), reverse=True):
                    content = (
                        content[:begin]
                        + data.draw(st.sampled_from([b'"x"', b'""', b'"-9"', b'"99999999999"']))
                        + content[end:]
                    )
            written.writestr(name, content)
    try:
        mend(made.getvalue(), on=date(2026, 2, 3))
    except NotReadable as refused:
        assert str(refused)
