"""What the style guide shows: colours with their measured contrast, and one document with a block of every kind."""

from dataclasses import dataclass
from datetime import date

from nennep.paper.blocks import (
    Chart,
    Citation,
    Document,
    Figure,
    FigureSource,
    Gap,
    Heading,
    Letterhead,
    ListBlock,
    PageBreak,
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
from nennep.web.colours import colours

# Each colour, what it is for, and the ground it must be read on ("" where nothing is read on or in it).
USES = (
    ("paper", "giấy, nền trang", ""),
    ("sheet", "tờ văn bản, ô nhập", ""),
    ("ink", "chữ", "paper"),
    ("muted", "chữ phụ, chưa đo", "paper"),
    ("line", "kẻ mảnh, chỉ để ngăn", ""),
    ("edge", "viền nút, viền ô", "paper"),
    ("red", "đường dẫn, quá hạn, dưới mức", "paper"),
    ("seal", "nút chính; số đo là của chữ trên nút", "on-red"),
    ("gold", "đến hạn, số thứ tự", "paper"),
    ("gilt", "gạch con số, vạch lúc này", "paper"),
    ("gold-wash", "tháng này, mục đang họp", ""),
    ("mark", "con số đang mở, chữ tìm thấy", ""),
    ("unsourced", "số gõ tay, chỗ thiếu", ""),
    ("ok", "đã làm", "paper"),
    ("focus", "vòng chọn", "paper"),
)


@dataclass(frozen=True)
class Swatch:
    name: str
    use: str
    contrast: str


def swatches() -> list[Swatch]:
    known = colours()
    return [
        Swatch(name, use, " · ".join(f"{value:.1f}".replace(".", ",") for value in known[name].contrast(known[ground])))
        if ground
        else Swatch(name, use, "")
        for name, use, ground in USES
    ]


def sheet() -> Document:
    """A report with everything a report can hold. People and figures are invented."""
    turns = Figure("11 lượt", "recognition.book_turns", "#so", 11)
    return Document(
        layout_on(date(2015, 1, 15)),
        "Báo cáo mẫu",
        (
            Letterhead(
                "ĐẢNG BỘ KHỐI CÁC CƠ QUAN TỈNH",
                "CHI BỘ BAN QUẢN LÝ CÁC KCN",
                "Số 02-BC/CBBQL",
                "Hưng Yên",
                date(2015, 1, 15),
            ),
            Title("BÁO CÁO", "tổng kết 4 năm thực hiện Chỉ thị số 03-CT/TW"),
            Heading(1, "I- Kết quả"),
            Heading(2, "1. Nêu gương"),
            Paragraph(
                (
                    Text("Một là: ", bold=True),
                    Text("thực hiện "),
                    Citation("Chỉ thị số 03-CT/TW", "#sheet"),
                    Text(", có "),
                    turns,
                    Text(" đảng viên được ghi Sổ; hướng dẫn trực tiếp doanh nghiệp: "),
                    Gap("oversight.guided", "#sheet"),
                    Text("."),
                )
            ),
            Heading(3, "Việc làm thường xuyên"),
            ListBlock(
                (
                    (Text("Dành từ 30 phút cho chuyên đề trong mỗi buổi sinh hoạt."),),
                    (Text("Nghe lại việc đã giao ở buổi trước."),),
                )
            ),
            Paragraph((Text("Đoạn không lùi đầu dòng, dùng sau bảng và trước chữ ký."),), indent=False),
            Table(
                "Bảng 1: So sánh qua các năm",
                ((Text("Nội dung"),), (Text("2013"),), (Text("2014"),)),
                (
                    ((Text("Lượt ghi Sổ"),), (Text("04"),), (Text("05"),)),
                    ((Text("Bài đăng Cổng tin"),), (Text("02"),), (Gap("portal.articles", "#sheet"),)),
                ),
                ("start", "end", "end"),
            ),
            Chart(
                "Hình 1: Lượt ghi Sổ và bài viết",
                ("Năm 2012", "Năm 2013", "Năm 2014"),
                (
                    Series("Lượt ghi Sổ", (3, 4, 5)),
                    Series("Bài viết", (2, None, 7)),
                    Series("Giấy khen", (1, 1, 0)),
                ),
            ),
            Signature(
                "T/M CHI BỘ",
                "BÍ THƯ",
                "Vũ Minh Hạnh",
                left=Recipients(("Đảng ủy Khối (báo cáo),", "Các đảng viên,", "Lưu Chi bộ.")),
            ),
            PageBreak(),
            Recipients(("Các chi ủy viên,", "Lưu Chi bộ.")),
            Sources(),
        ),
        (
            FigureSource(
                turns.code, turns.evidence, "Lượt đảng viên được ghi Sổ", "Đếm lượt ghi Sổ trong 4 năm.", "lượt", 11
            ),
        ),
    )
