"""Correct papers to look at: types × both guidances × the ways in which offices set them."""

import io
from collections.abc import Callable
from copy import deepcopy
from dataclasses import replace
from datetime import date

import docx
from docx.document import Document as WordDocument
from docx.oxml.ns import qn
from docx.text.paragraph import Paragraph as WordParagraph

from nennep.documents.layout import changes
from nennep.documents.layout.reading import Line, read
from nennep.paper.blocks import (
    Block,
    CoSigner,
    Document,
    Heading,
    Letterhead,
    ListBlock,
    PageBreak,
    Paragraph,
    Recipients,
    Signature,
    Table,
    Text,
    Title,
)
from nennep.paper.docx_writer import to_docx
from nennep.paper.layouts import HD36, Layout, Type, layout_on

BEFORE, AFTER = date(2026, 2, 3), date(2026, 6, 5)
LONG = (
    "Chi bộ đã tổ chức quán triệt đầy đủ các chỉ thị, nghị quyết của cấp trên; phân công chi ủy viên phụ trách từng mặt "
    "công tác và kiểm điểm kết quả thực hiện tại các kỳ sinh hoạt hàng tháng."
)
TO = Recipients(("Đảng ủy Khối (báo cáo),", "Các đảng viên,", "Lưu Chi bộ."))


def line(text: str, **more: bool) -> Paragraph:
    return Paragraph((Text(text),), **more)


def head(
    symbol: str, day: date, *, number: int | None = 5, place: str = "Hưng Yên", about: str = "", **names: str
) -> Letterhead:
    issuer = names.get("issuer", "CHI BỘ SỞ CÔNG THƯƠNG")
    superior = names.get("superior", "ĐẢNG BỘ KHỐI CÁC CƠ QUAN TỈNH")
    said = f"Số {number:02d}-{symbol}/CB" if number else f"Số        -{symbol}/CB"
    return Letterhead(superior, issuer, said if symbol else "", place, day, about)


def text(*, ends: str = "") -> tuple[Block, ...]:
    return (
        line(LONG),
        Heading(1, "I- Kết quả"),
        Heading(2, "1. Về học tập"),
        line(LONG),
        ListBlock(((Text("Việc thứ nhất đã làm xong;"),), (Text("việc thứ hai đang làm."),))),
        Heading(3, "a) Hạn chế"),
        line(LONG),
        line(ends or "Chi bộ sẽ tiếp tục theo dõi."),
    )


def signed(authority: str = "T/M CHI BỘ", post: str = "BÍ THƯ", name: str = "Vũ Minh Hạnh") -> Signature:
    return Signature(authority, post, name, TO)


def paper(
    kind: str, symbol: str, day: date, subject: str = "về việc học tập và làm theo năm 2026", **more: str
) -> Document:
    """A paper of a type that prints its name."""
    blocks = (head(symbol, day, **more), Title(kind, subject), *text(), signed())
    return Document(layout_on(day), kind, blocks)


def report(day: date = BEFORE, **more: str) -> Document:
    return paper("BÁO CÁO", "BC", day, **more)


def letter(day: date = BEFORE) -> Document:
    blocks = (
        head("CV", day, about="Về việc cử đảng viên dự lớp bồi dưỡng"),
        line("Kính gửi: Đảng ủy Khối các cơ quan tỉnh,", centred=True),
        line(LONG),
        line("Trân trọng."),
        signed(),
    )
    return Document(layout_on(day), "Công văn", blocks)


def decision(day: date = BEFORE) -> Document:
    blocks = (
        head("QĐ", day),
        Title("QUYẾT ĐỊNH", "về việc tặng giấy khen"),
        line("- Căn cứ Điều lệ Đảng Cộng sản Việt Nam;"),
        line("- Xét thành tích của đảng viên,"),
        Paragraph((Text("CHI BỘ QUYẾT ĐỊNH:", bold=True),), centred=True),
        Paragraph((Text("Điều 1.", bold=True), Text(f" {LONG}"))),
        Paragraph((Text("Điều 2.", bold=True), Text(" Quyết định có hiệu lực từ ngày ký."))),
        signed(post="PHÓ BÍ THƯ", name="Đào Quang Vinh"),
    )
    return Document(layout_on(day), "Quyết định", blocks)


def minutes(day: date = BEFORE) -> Document:
    blocks = (
        head("", day),
        Title("BIÊN BẢN", "họp chi bộ tháng 02 năm 2026"),
        *text(ends="Cuộc họp kết thúc hồi 16 giờ 30 phút cùng ngày."),
        Signature("CHỦ TRÌ", "", "Vũ Minh Hạnh", CoSigner("NGƯỜI GHI BIÊN BẢN", "Kiều Văn Hưng")),
    )
    return Document(layout_on(day), "Biên bản", blocks)


def invitation(day: date = BEFORE) -> Document:
    blocks = (
        head("", day),
        Title("GIẤY MỜI", "dự hội nghị tổng kết năm 2026"),
        line("Kính mời: đồng chí Ngô Thị Lụa,", centred=True),
        line(LONG),
        signed(),
    )
    return Document(layout_on(day), "Giấy mời", blocks)


def long_report(day: date = BEFORE) -> Document:
    blocks = (head("BC", day), Title("BÁO CÁO", "về việc tổng kết năm"), *text() * 6, signed())
    return Document(layout_on(day), "Báo cáo", blocks)


def with_table_and_appendix(day: date = BEFORE) -> Document:
    table = Table(
        "Bảng 1. Kết quả", ((Text("Năm"),), (Text("Lượt"),)), (((Text("2025"),), (Text("11"),)),), ("center", "end")
    )
    blocks = (*report(day).blocks[:-1], table, line("Số liệu tính đến ngày báo cáo."), signed())
    return Document(layout_on(day), "Báo cáo", (*blocks, PageBreak(), Heading(1, "Phụ lục"), line("Danh sách.")))


SMALL = replace(HD36, body=Type(13), line_pitch=17)
ANNEX = replace(
    HD36, superior=Type(14), issuer=Type(14, bold=True), number=Type(14), place_and_date=Type(14, italic=True),
    recipients_title=Type(14), recipients=Type(12), national=Type(15, bold=True), subject=Type(15, bold=True), body=Type(15),
)  # fmt: skip
"""The sizes of the table in Annex 3 of HD 36, as a legal portal quotes it."""


def in_layout(document: Document, layout: Layout) -> Document:
    return replace(document, layout=layout)


def word_of(document: Document) -> WordDocument:
    return docx.Document(io.BytesIO(to_docx(document)))


def saved(word: WordDocument) -> bytes:
    content = io.BytesIO()
    word.save(content)
    return content.getvalue()


def paragraphs(word: WordDocument) -> list[WordParagraph]:
    """Every paragraph, those of tables too, in order."""
    return [WordParagraph(element, word._body) for element in word.element.body.iter(qn("w:p"))]


def find(word: WordDocument, begins: str) -> WordParagraph:
    """The first paragraph that begins so, in whatever case."""
    return next(p for p in paragraphs(word) if shown(p).casefold().startswith(begins.casefold()))


def shown(paragraph: WordParagraph) -> str:
    return paragraph.text.replace("\u2011", "-")


def remove(paragraph: WordParagraph) -> None:
    paragraph._p.getparent().remove(paragraph._p)


def retype(paragraph: WordParagraph, words: str) -> None:
    """Other words in the same type."""
    first, *others = paragraph.runs
    for run in others:
        run._r.getparent().remove(run._r)
    first.text = words


def with_drawn_rule(document: Document) -> bytes:
    """A line under the subject instead of dashes."""
    word = word_of(document)
    dashes = find(word, "-----")
    subject = next(line for line in read(saved(word)).lines if line.style == "Subtitle")
    remove(dashes)
    changes.rule_under(replace_element(subject, find(word, subject.text)), 60)
    return saved(word)


def with_issuer_in_two_paragraphs(document: Document) -> bytes:
    word = word_of(document)
    issuer = find(word, "CHI BỘ")
    second = deepcopy(issuer._p)
    issuer._p.addnext(second)
    retype(issuer, "CHI BỘ BAN QUẢN LÝ")
    retype(WordParagraph(second, issuer._parent), "CÁC KHU CÔNG NGHIỆP")
    return saved(word)


def with_name_underlined(document: Document) -> bytes:
    """The Party's name underlined by hand instead of a drawn line."""
    word = word_of(document)
    national = find(word, "ĐẢNG CỘNG SẢN")
    national.runs[0].underline = True
    national._p.getparent().remove(national._p.getnext())
    return saved(word)


def with_styles_only(document: Document) -> bytes:
    """The same look from styles alone: the letterhead's sizes and bold moved from the runs to styles of their own."""
    word = word_of(document)
    for place, paragraph in enumerate(paragraphs(word)):
        if len(paragraph.runs) != 1 or not paragraph._p.xpath("ancestor::w:tc"):
            continue
        run = paragraph.runs[0]
        style = word.styles.add_style(f"Dau {place}", 1)
        style.base_style = word.styles["Normal"]
        middle = word.styles.add_style(f"Giua {place}", 1)
        middle.base_style = style
        style.font.size, style.font.bold, style.font.italic = run.font.size, run.bold, run.italic
        middle.font.underline = run.underline
        run.font.size = run.bold = run.italic = run.underline = None
        paragraph.style = middle
    return saved(word)


def with_theme_font_overridden(document: Document) -> bytes:
    """Defaults and Normal name another face; each run names Times New Roman itself, as text pasted from elsewhere does."""
    word = word_of(document)
    for paragraph in paragraphs(word):
        for run in paragraph.runs:
            run.font.name = "Times New Roman"
    for name in ("Normal", "Body Text"):
        word.styles[name].font.name = "Arial"
    return saved(word)


def with_air_as_paragraphs(document: Document) -> bytes:
    """Empty lines between the parts, as people who fear spacing type them."""
    word = word_of(document)
    find(word, "BÁO CÁO").insert_paragraph_before("")
    find(word, "I- Kết quả").insert_paragraph_before("")
    return saved(word)


def replace_element(line: Line, paragraph: WordParagraph) -> Line:
    """A line that was read in one copy of a file, standing for the same paragraph of another."""
    return replace(line, element=paragraph._p)


CORRECT: dict[str, Callable[[], bytes]] = {}
for _day, _name in ((BEFORE, "HD36"), (AFTER, "HD05")):
    for _key, _made in {
        "report": report,
        "letter": letter,
        "decision": decision,
        "minutes": minutes,
        "invitation": invitation,
        "long-report": long_report,
        "table-and-appendix": with_table_and_appendix,
        "plan": lambda day: paper("KẾ HOẠCH", "KH", day),
        "resolution": lambda day: paper("NGHỊ QUYẾT", "NQ", day, "họp chi bộ tháng 02 năm 2026"),
        "notice": lambda day: paper("THÔNG BÁO", "TB", day, place="Thành phố Hồ Chí Minh"),
        "submission": lambda day: paper(
            "TỜ TRÌNH", "TTr", day, superior="ĐẢNG BỘ SỞ NÔNG NGHIỆP VÀ MÔI TRƯỜNG THÀNH PHỐ"
        ),
        "programme": lambda day: paper(
            "CHƯƠNG TRÌNH", "CTr", day, superior="", issuer="CHI BỘ BAN QUẢN LÝ\nCÁC KHU CÔNG NGHIỆP"
        ),
        "conclusion-draft": lambda day: paper("KẾT LUẬN", "KL", day, number=None),
    }.items():
        CORRECT[f"{_key} {_name}"] = lambda made=_made, day=_day: to_docx(made(day))
CORRECT |= {
    "old regulation of a cell": lambda: to_docx(paper("QUY ĐỊNH", "QĐ", date(2011, 12, 1))),
    "old regulation as QĐi": lambda: to_docx(paper("QUY ĐỊNH", "QĐi", date(2019, 12, 1))),
    "13 points": lambda: to_docx(in_layout(report(), SMALL)),
    "sizes of Annex 3": lambda: to_docx(in_layout(report(), ANNEX)),
    "drawn rule": lambda: with_drawn_rule(report()),
    "drawn rule HD05": lambda: with_drawn_rule(report(AFTER)),
    "issuer in two paragraphs": lambda: with_issuer_in_two_paragraphs(report()),
    "name underlined": lambda: with_name_underlined(report()),
    "styles only": lambda: with_styles_only(report()),
    "styles only HD05": lambda: with_styles_only(decision(AFTER)),
    "face named in each run": lambda: with_theme_font_overridden(report()),
    "empty lines": lambda: with_air_as_paragraphs(report()),
}
