"""Documents to print in tests, each in one line."""

from datetime import date

from nennep.paper.blocks import (
    Block,
    Chart,
    Citation,
    Document,
    Figure,
    FigureSource,
    Gap,
    Heading,
    Letterhead,
    ListBlock,
    Paragraph,
    Recipients,
    Series,
    Signature,
    Sources,
    Table,
    Text,
    Title,
)
from nennep.paper.layouts import layout_on

TURNS = Figure("11 lượt", "recognition.book_turns", "/so-lieu/so/2011-2014/", 11)
PERSONS = Figure("09 người", "recognition.book_persons", "/so-lieu/so/2011-2014/", 9)
TURNS_2013 = Figure("04 lượt", "recognition.book_turns", "/so-lieu/so/2013/", 4)
TURNS_AGAIN = Figure("mười một lượt", "recognition.book_turns", "/so-lieu/so/2011-2014/", 11)

TURNS_SOURCE = FigureSource(
    TURNS.code,
    TURNS.evidence,
    name="Lượt đảng viên được ghi Sổ",
    question="Đếm lượt ghi Sổ Đảng viên tiêu biểu trong 4 năm.",
    unit="lượt",
    rows=11,
    head=("Ngày họp", "Người"),
    records=(("06/3/2012", "Ngô Thị Lụa"), ("05/6/2012", "Trịnh Công Bằng")),
)


def document(
    *blocks: Block,
    on: date = date(2015, 1, 15),
    title: str = "Báo cáo",
    sources: tuple[FigureSource, ...] = (),
    foot: str = "",
) -> Document:
    return Document(layout_on(on), title, blocks, sources, foot)


def paragraph(text: str) -> Paragraph:
    return Paragraph((Text(text),))


def report() -> Document:
    """A report with one block of every kind, as a cell would send it."""
    return document(
        Letterhead(
            "ĐẢNG BỘ KHỐI CÁC CƠ QUAN TỈNH",
            "CHI BỘ BAN QUẢN LÝ CÁC KCN",
            "Số 02-BC/CBBQL",
            "Hưng Yên",
            date(2015, 1, 15),
        ),
        Title("BÁO CÁO", "tổng kết 4 năm thực hiện Chỉ thị số 03-CT/TW"),
        Heading(1, "I- Kết quả"),
        Paragraph(
            (
                Text("Thực hiện "),
                Citation("Chỉ thị số 03-CT/TW", "https://example.vn/03-ct-tw"),
                Text(", có "),
                TURNS,
                Text(" đảng viên, gồm "),
                PERSONS,
                Text(". "),
                Text("Một là:", bold=True),
                Text(" hướng dẫn "),
                Gap("oversight.guided", "/thieu/2/"),
                Text("."),
            )
        ),
        Heading(2, "1. Theo năm"),
        Table(
            "Bảng 1. Ghi Sổ theo năm",
            head=((Text("Năm"),), (Text("Lượt"),)),
            rows=(((Text("2013"),), (TURNS_2013,)), ((Text("cả bốn năm"),), (TURNS_AGAIN,))),
            align=("center", "end"),
        ),
        Chart("Hình 1. Ghi Sổ", ("2012", "2013"), (Series("Lượt", (None, 4)),), "lượt"),
        ListBlock(((Text("Việc thứ nhất;"),), (Text("việc thứ hai."),))),
        Signature("T/M CHI BỘ", "BÍ THƯ", "Vũ Minh Hạnh", Recipients(("Đảng ủy Khối (báo cáo),", "Lưu Chi bộ."))),
        Sources(),
        title="Báo cáo tổng kết 4 năm",
        sources=(TURNS_SOURCE,),
    )
