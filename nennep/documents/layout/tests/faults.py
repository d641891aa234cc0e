"""Faults planted one by one in files that are otherwise correct: each with the code that has to find it."""

import base64
import io
from collections.abc import Callable
from dataclasses import dataclass

from docx.document import Document as WordDocument
from docx.enum.text import WD_ALIGN_PARAGRAPH, WD_LINE_SPACING
from docx.oxml.ns import qn
from docx.shared import Mm, Pt
from docx.text.paragraph import Paragraph as WordParagraph

from nennep.documents.layout.tests import papers
from nennep.documents.layout.tests.papers import AFTER, BEFORE, find, remove, retype, saved, word_of
from nennep.paper.blocks import Document

SEAL = base64.b64decode(
    "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mP8z8BQDwAEhQGAhKmMIQAAAABJRU5ErkJggg=="  # pragma: allowlist secret
)
Plant = Callable[[WordDocument], None]


@dataclass(frozen=True)
class Fault:
    code: str
    plant: Plant
    paper: Callable[[], Document] = papers.report
    mendable: bool = True
    which: str = ""

    @property
    def name(self) -> str:
        return f"{self.code} {self.which}".strip()

    def planted(self) -> bytes:
        word = word_of(self.paper())
        self.plant(word)
        return saved(word)


def at(begins: str, do: Callable[[WordParagraph], None]) -> Plant:
    return lambda word: do(find(word, begins))


def run(begins: str, **values: object) -> Plant:
    """Other formatting of the letters of one paragraph: size, bold, italic, underline, name."""

    def plant(word: WordDocument) -> None:
        for one in find(word, begins).runs:
            for name, value in values.items():
                setattr(one.font, name, value)

    return plant


def words(begins: str, said: str) -> Plant:
    return at(begins, lambda paragraph: retype(paragraph, said))


def gone(begins: str) -> Plant:
    return at(begins, remove)


def both(*plants: Plant) -> Plant:
    """Several changes that are one fault."""

    def plant(word: WordDocument) -> None:
        for one in plants:
            one(word)

    return plant


def aside(begins: str, to: WD_ALIGN_PARAGRAPH = WD_ALIGN_PARAGRAPH.LEFT) -> Plant:
    return at(begins, lambda paragraph: setattr(paragraph, "alignment", to))


def margin(side: str, length: float) -> Plant:
    return lambda word: setattr(word.sections[0], f"{side}_margin", Mm(length))


def form(begins: str, **values: object) -> Plant:
    def plant(word: WordDocument) -> None:
        for name, value in values.items():
            setattr(find(word, begins).paragraph_format, name, value)

    return plant


def as_it_is(word: WordDocument) -> None:
    """The paper itself is the fault."""


def no_rule_under_the_name(word: WordDocument) -> None:
    national = find(word, "ĐẢNG CỘNG SẢN")._p
    national.getparent().remove(national.getnext())


def without_page_number(word: WordDocument) -> None:
    for field in list(word.sections[0].header._element.iter(qn("w:fldSimple"))):
        field.getparent().remove(field)


def sealed(word: WordDocument) -> None:
    find(word, "T/M").add_run().add_picture(io.BytesIO(SEAL), width=Mm(30))


def across(word: WordDocument) -> None:
    word.sections[0].page_width, word.sections[0].page_height = Mm(215.9), Mm(279.4)


def swapped(word: WordDocument) -> None:
    writer, chair = find(word, "NGƯỜI GHI"), find(word, "CHỦ TRÌ")
    retype(writer, "CHỦ TRÌ")
    retype(chair, "NGƯỜI GHI BIÊN BẢN")


def no_recipients(word: WordDocument) -> None:
    for begins in ("Nơi nhận", "- Đảng ủy", "- Các đảng viên", "- Lưu"):
        paragraph = find(word, begins)
        if begins == "- Lưu":
            for one in paragraph.runs:
                one.text = ""
        else:
            remove(paragraph)


def nobody_named(word: WordDocument) -> None:
    for begins in ("- Đảng ủy", "- Các đảng viên", "- Lưu"):
        remove(find(word, begins))


def no_signature(word: WordDocument) -> None:
    for begins in ("T/M CHI BỘ", "BÍ THƯ"):
        remove(find(word, begins))
    for one in find(word, "Vũ Minh Hạnh").runs:
        one.text = ""


def titled(word: WordDocument) -> None:
    find(word, "Kính gửi").insert_paragraph_before("CÔNG VĂN").alignment = WD_ALIGN_PARAGRAPH.CENTER


def stars(begins: str) -> Plant:
    """A bullet of another kind before an item."""

    def plant(word: WordDocument) -> None:
        item = find(word, begins)
        item.runs[0].text = "+ "

    return plant


def body_style(**values: object) -> Plant:
    """A fault of the whole text, stored in its style."""

    def plant(word: WordDocument) -> None:
        style = word.styles["Body Text"]
        for name, value in values.items():
            where = style.font if name in ("size", "name") else style.paragraph_format
            setattr(where, name, value)

    return plant


def at_both(code: str, plant: Plant, which: str = "", mendable: bool = True) -> list[Fault]:
    return [
        Fault(code, plant, lambda: papers.report(BEFORE), mendable, f"{which} HD36".strip()),
        Fault(code, plant, lambda: papers.report(AFTER), mendable, f"{which} HD05".strip()),
    ]


def by_hand(code: str, plant: Plant, paper: Callable[[], Document] = papers.report, which: str = "") -> Fault:
    """Only a person can put it right."""
    return Fault(code, plant, paper, mendable=False, which=which)


LONG = papers.LONG[:20]
NAME, SUBJECT, DATE = "ĐẢNG CỘNG SẢN", "về việc", "Hưng Yên, ngày"

FAULTS: list[Fault] = [
    Fault("page-size", across),
    *at_both("margin-top", margin("top", 25)),
    Fault("margin-bottom", margin("bottom", 25)),
    Fault("margin-left", margin("left", 35)),
    Fault("margin-right", margin("right", 20), papers.decision),
    Fault("page-number-missing", without_page_number, papers.long_report),
    Fault("page-number-first", lambda w: setattr(w.sections[0], "different_first_page_header_footer", False)),
    Fault(
        "page-number-place", lambda w: setattr(w.sections[0].header.paragraphs[0], "alignment", None), papers.minutes
    ),
    *at_both("font", run(LONG, name="Arial")),
    Fault("font", body_style(name="Calibri"), papers.decision, which="in a style"),
    by_hand("encoding", run(LONG, name=".VnTime")),
    by_hand("encoding", run("CHI BỘ", name="VNI-Times"), which="VNI"),
    by_hand("national-missing", both(no_rule_under_the_name, gone(NAME))),
    by_hand("national-state", words(NAME, "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM")),
    Fault("national-size", run(NAME, size=Pt(13))),
    Fault("national-bold", run(NAME, bold=False)),
    Fault("national-italic", run(NAME, italic=True)),
    Fault("national-capitals", words(NAME, "Đảng Cộng sản Việt Nam")),
    Fault("national-align", aside(NAME)),
    *at_both("national-rule", no_rule_under_the_name),
    Fault("superior-size", run("ĐẢNG BỘ", size=Pt(11))),
    Fault("superior-bold", run("ĐẢNG BỘ", bold=True)),
    Fault("superior-capitals", words("ĐẢNG BỘ", "Đảng bộ Khối các cơ quan tỉnh")),
    by_hand("issuer-missing", both(gone("ĐẢNG BỘ"), gone("CHI BỘ"))),
    Fault("issuer-size", run("CHI BỘ", size=Pt(16))),
    *at_both("issuer-bold", run("CHI BỘ", bold=None)),
    Fault("issuer-align", aside("CHI BỘ")),
    by_hand("star-missing", gone("*")),
    by_hand("number-missing", gone("Số 05")),
    by_hand("number-word", words("Số 05", "05-BC/CB")),
    by_hand("number-colon", words("Số 05", "Số: 05-BC/CB")),
    by_hand("number-zero", words("Số 05", "Số 5-BC/CB")),
    by_hand("number-form", words("Số 05", "Số 05/BC-CB")),
    by_hand("number-spaces", words("Số 05", "Số 05 - BC/CB")),
    by_hand("number-type", words("Số 05", "Số 05-KH/CB")),
    by_hand("number-type", words("Số 05", "Số 05-QĐi/CB"), papers.decision, "QĐi is a regulation"),
    Fault("number-size", run("Số 05", size=Pt(12))),
    Fault("number-bold", run("Số 05", bold=True)),
    by_hand("date-missing", gone(DATE)),
    by_hand("date-place", words(DATE, "ngày 03 tháng 02 năm 2026")),
    by_hand("date-form", words(DATE, "Hưng Yên, 03/02/2026")),
    by_hand("date-zero-day", words(DATE, "Hưng Yên, ngày 3 tháng 02 năm 2026")),
    by_hand("date-zero-month", words(DATE, "Hưng Yên, ngày 03 tháng 2 năm 2026")),
    by_hand("date-zero-month", words(DATE, "Hưng Yên, ngày 13 tháng 06 năm 2026"), lambda: papers.report(AFTER), "06"),
    by_hand("date-wrong", words(DATE, "Hưng Yên, ngày 31 tháng 02 năm 2026")),
    Fault("date-italic", run(DATE, italic=None)),
    Fault("date-size", run(DATE, size=Pt(11))),
    by_hand("uy-spelling", words("ĐẢNG BỘ", "ĐẢNG UỶ KHỐI CÁC CƠ QUAN TỈNH")),
    by_hand("kind-missing", both(gone("BÁO CÁO"), gone(SUBJECT), gone("-----"))),
    *at_both("kind-size", run("BÁO CÁO", size=Pt(14))),
    Fault("kind-bold", run("BÁO CÁO", bold=False)),
    Fault("kind-capitals", words("BÁO CÁO", "Báo cáo")),
    Fault("kind-align", aside("BÁO CÁO")),
    by_hand("letter-kind", titled, papers.letter),
    by_hand("letter-subject-missing", gone("Về việc"), papers.letter),
    by_hand("subject-missing", gone(SUBJECT)),
    Fault("subject-size", run(SUBJECT, size=Pt(12))),
    Fault("subject-bold", run(SUBJECT, bold=False)),
    Fault("subject-italic", run(SUBJECT, italic=True)),
    Fault("subject-align", aside(SUBJECT)),
    by_hand("subject-capitals", words(SUBJECT, "VỀ VIỆC HỌC TẬP VÀ LÀM THEO")),
    *at_both("subject-rule", gone("-----")),
    by_hand("type-authority", as_it_is, lambda: papers.paper("QUY ĐỊNH", "QĐ", AFTER)),
    by_hand("type-authority", as_it_is, lambda: papers.paper("CHỈ THỊ", "CT", BEFORE), "directive"),
    by_hand("type-authority", as_it_is, lambda: papers.paper("THÔNG TRI", "TT", BEFORE), "circular"),
    by_hand("type-authority", as_it_is, lambda: papers.paper("HƯỚNG DẪN", "HD", BEFORE), "guidance"),
    by_hand("type-authority", as_it_is, lambda: papers.paper("LỜI KÊU GỌI", "LKG", BEFORE), "appeal"),
    *at_both("body-size", run(LONG, size=Pt(12))),
    Fault("body-size", body_style(size=Pt(13)), lambda: papers.report(AFTER), which="13 under HD05"),
    Fault("body-align", form(LONG, alignment=WD_ALIGN_PARAGRAPH.LEFT), papers.report),
    Fault("body-align", body_style(alignment=WD_ALIGN_PARAGRAPH.LEFT), papers.minutes, which="in the style"),
    *at_both("body-indent", form(LONG, first_line_indent=Mm(0))),
    Fault("body-indent", body_style(first_line_indent=Mm(12.7)), lambda: papers.report(AFTER), which="12.7 under HD05"),
    Fault("body-pitch", body_style(line_spacing=1.5), lambda: papers.report(AFTER)),
    Fault(
        "body-pitch",
        form(LONG, line_spacing_rule=WD_LINE_SPACING.EXACTLY, line_spacing=Pt(25)),
        lambda: papers.report(AFTER),
        which="too wide",
    ),
    Fault("body-gap", body_style(space_after=Pt(0)), lambda: papers.report(AFTER)),
    by_hand("heading-form", words("I- ", "I. Kết quả")),
    by_hand("heading-form", words("1. ", "1) Về học tập"), which="1)"),
    by_hand("heading-form", words("a) ", "a. Hạn chế"), which="a."),
    by_hand("heading-form", stars("- Việc thứ"), which="+"),
    by_hand("end-slash", words("Chi bộ sẽ", "Chi bộ sẽ tiếp tục theo dõi./.")),
    by_hand("end-stop", words("Chi bộ sẽ", "Chi bộ sẽ tiếp tục theo dõi")),
    by_hand("recipients-missing", no_recipients),
    Fault("recipients-underline", run("Nơi nhận", underline=None)),
    Fault("recipients-title-size", run("Nơi nhận", size=Pt(10)), papers.letter),
    Fault("recipients-title-italic", run("Nơi nhận", italic=True)),
    Fault("recipients-list-size", run("- Đảng ủy", size=Pt(14))),
    by_hand("recipients-empty", nobody_named),
    by_hand("recipients-keep", gone("- Lưu")),
    by_hand("signature-missing", no_signature),
    by_hand("authority-missing", gone("T/M")),
    by_hand("authority-form", words("T/M", "TM. CHI BỘ")),
    by_hand("authority-for-one", words("T/M", "K/T BÍ THƯ"), papers.decision),
    Fault("authority-bold", run("T/M", bold=None)),
    Fault("authority-size", run("T/M", size=Pt(12))),
    by_hand("post-missing", gone("BÍ THƯ")),
    *at_both("post-bold", run("BÍ THƯ", bold=True)),
    Fault("post-capitals", words("BÍ THƯ", "Bí thư")),
    *at_both("name-bold", run("Vũ Minh Hạnh", bold=None)),
    Fault("name-align", aside("Vũ Minh Hạnh", WD_ALIGN_PARAGRAPH.RIGHT)),
    by_hand("seal", sealed),
    by_hand("minutes-writer", gone("NGƯỜI GHI"), papers.minutes),
    by_hand("minutes-chair", gone("CHỦ TRÌ"), papers.minutes),
    by_hand("minutes-sides", swapped, papers.minutes),
]
