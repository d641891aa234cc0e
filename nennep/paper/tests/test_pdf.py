import io
import re
from collections.abc import Iterator, Sequence

import pytest
from pypdf import PageObject, PdfReader, mult
from pypdf.generic import ArrayObject, Destination, DictionaryObject

from nennep.paper.blocks import (
    Document,
    Figure,
    Heading,
    Paragraph,
    Signature,
    Sources,
    Table,
    Text,
)
from nennep.paper.layouts import HD36_WIDE
from nennep.paper.pdf_writer import to_pdf
from nennep.paper.tests.documents import (
    PERSONS,
    TURNS,
    TURNS_AGAIN,
    document,
    paragraph,
    report,
)
from nennep.paper.tests.test_html import NASTY
from nennep.paper.typesetting import LETTERS, face

POINTS_IN_MM = 72 / 25.4


def read(pdf: bytes) -> str:
    """The words of a PDF, with the spaces that lines and hyphens leave taken as one."""
    return " ".join(" ".join(page.extract_text() for page in PdfReader(io.BytesIO(pdf)).pages).split())


@pytest.mark.parametrize(("bold", "italic"), [(False, False), (True, False), (False, True), (True, True)])
def test_every_vietnamese_letter_with_every_tone_comes_back_out(bold: bool, italic: bool) -> None:
    pdf = to_pdf(document(Paragraph(tuple(Text(f"{letter} ", bold, italic) for letter in LETTERS))))
    assert read(pdf).split() == list(LETTERS)


def test_running_text_comes_back_out_as_it_went_in() -> None:
    words = "Chi bộ Ban Quản lý các KCN học tập và làm theo tấm gương đạo đức Hồ Chí Minh, ngày 03 tháng 02 năm 2026."
    assert read(to_pdf(document(paragraph(words)))) == words


def test_one_face_sets_the_whole_text_and_every_font_is_embedded() -> None:
    reader = PdfReader(io.BytesIO(to_pdf(report())))
    fonts = [font for page in reader.pages for font in _fonts(page)]
    assert fonts
    for font in fonts:
        descendants = font["/DescendantFonts"].get_object()
        assert isinstance(descendants, ArrayObject)
        descendant = descendants[0].get_object()
        assert isinstance(descendant, DictionaryObject)
        descriptor = descendant["/FontDescriptor"].get_object()
        assert isinstance(descriptor, DictionaryObject)
        assert {"/FontFile", "/FontFile2", "/FontFile3"} & set(descriptor)
    wanted = face().family.replace(" ", "").lower()
    assert {wanted in re.sub(r"[^a-z]", "", str(font["/BaseFont"]).lower()) for font in fonts} == {True}


def _fonts(page: PageObject) -> list[DictionaryObject]:
    resources = page["/Resources"].get_object()
    assert isinstance(resources, DictionaryObject)
    fonts = resources.get("/Font", DictionaryObject()).get_object()
    return [font.get_object() for font in fonts.values()]


def test_the_page_is_a4_and_text_keeps_the_margins() -> None:
    page = PdfReader(io.BytesIO(to_pdf(document(paragraph("Đảng viên " * 900))))).pages[0]
    assert [round(float(side) / POINTS_IN_MM) for side in page.mediabox[2:]] == [210, 297]
    places: list[tuple[float, float]] = []

    def visit(text: str, page_matrix: list[float], text_matrix: list[float], *_rest: object) -> None:
        if text.strip():
            place = mult(text_matrix, page_matrix)
            places.append((place[4], place[5]))

    page.extract_text(visitor_text=visit)
    left, top, bottom = min(x for x, _ in places), max(y for _, y in places), min(y for _, y in places)
    assert left / POINTS_IN_MM == pytest.approx(30, abs=0.3)
    assert 297 - top / POINTS_IN_MM == pytest.approx(20 + 14 * 0.8 / POINTS_IN_MM, abs=0.5)
    assert bottom / POINTS_IN_MM >= 20


def test_title_language_and_outline_are_there_for_readers_of_the_file() -> None:
    reader = PdfReader(io.BytesIO(to_pdf(report())))
    assert reader.metadata is not None
    assert reader.metadata.title == "Báo cáo tổng kết 4 năm"
    assert str(reader.root_object["/Lang"]).startswith("vi")
    assert list(_titles(reader.outline)) == ["I- Kết quả", "1. Theo năm", "NGUỒN SỐ LIỆU"]


def _titles(outline: Sequence[object]) -> Iterator[str | None]:
    for entry in outline:
        if isinstance(entry, list):
            yield from _titles(entry)
        elif isinstance(entry, Destination):
            yield entry.title


def test_pages_are_numbered_from_the_second_on() -> None:
    pages = PdfReader(io.BytesIO(to_pdf(document(*[paragraph("Đảng viên.")] * 80)))).pages
    numbers = [re.findall(r"\d+", page.extract_text()) for page in pages]
    assert numbers == [[], ["2"], ["3"]]


@pytest.mark.parametrize("text", [NASTY, "= Đề mục", "- gạch", "/ mục: x", "// chú thích", "a~b--c...", "/* x */ #"])
def test_every_character_comes_out_literally(text: str) -> None:
    printed = document(paragraph(text), Heading(1, text), Paragraph((Figure(text, "a", "b"),)), title=text)
    assert read(to_pdf(printed)) == " ".join([" ".join(text.split())] * 3)


def test_equal_documents_give_equal_files() -> None:
    assert to_pdf(report()) == to_pdf(report())


def test_figures_carry_their_mark_where_a_page_of_sources_follows() -> None:
    body = Paragraph((TURNS, Text(", "), PERSONS, Text(", "), TURNS_AGAIN))
    assert read(to_pdf(document(body))) == "11 lượt, 09 người, mười một lượt"
    marked = read(to_pdf(document(body, Sources())))
    assert marked.startswith("11 lượt[1], 09 người[2], mười một lượt[1]")
    assert "NGUỒN SỐ LIỆU" in marked


def test_a_document_without_figures_has_no_page_of_sources() -> None:
    reader = PdfReader(io.BytesIO(to_pdf(document(paragraph("Không."), Sources()))))
    assert len(reader.pages) == 1


def test_a_long_table_repeats_its_head_on_every_page() -> None:
    rows = tuple(((Text(str(n)),), (Text("việc"),)) for n in range(120))
    table = Table("", ((Text("Số"),), (Text("Việc phải làm"),)), rows, ("center", "start"))
    pages = PdfReader(io.BytesIO(to_pdf(document(table)))).pages
    assert len(pages) > 2
    assert all("Việc phải làm" in page.extract_text() for page in pages)


@pytest.mark.parametrize("lines", range(28, 44, 2))
def test_a_signature_is_never_alone_on_a_page(lines: int) -> None:
    signed = Signature("T/M CHI BỘ", "BÍ THƯ", "Vũ Minh Hạnh")
    text = [paragraph("Chi bộ.")] * lines
    closing = [paragraph("Đoạn trước đoạn cuối."), paragraph("Đoạn cuối.")]
    pages = PdfReader(io.BytesIO(to_pdf(document(*text, *closing, signed)))).pages
    last = pages[-1].extract_text()
    assert "Đoạn trước đoạn cuối." in last
    assert "Đoạn cuối." in last
    assert "Vũ Minh Hạnh" in last


def test_the_foot_stands_on_every_page_from_the_first_on() -> None:
    pages = PdfReader(io.BytesIO(to_pdf(document(*[paragraph("Đảng viên.")] * 80, foot="Mã kiểm tra: 0A1B")))).pages
    assert len(pages) == 3
    assert [page.extract_text().count("Mã kiểm tra: 0A1B") for page in pages] == [1, 1, 1]


def test_a_turned_page_is_a4_lying() -> None:
    page = PdfReader(io.BytesIO(to_pdf(Document(HD36_WIDE, "", (paragraph("Sổ"),))))).pages[0]
    assert [round(float(side) / POINTS_IN_MM) for side in page.mediabox[2:]] == [297, 210]
