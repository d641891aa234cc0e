"""The rules as data: how each part is set under each guidance, and how numbers, dates, names and signatures are written.

Values from nennep/paper/layouts.py widened to what the sources allow (domain 6.3). For HD 36 the table of its Annex 3, as a
legal portal quotes it, and the sizes of one public generator differ by a point; a file is right by either.
"""

from dataclasses import dataclass, replace
from datetime import date

from django.utils.translation import gettext_lazy as _

from nennep.documents.layout.findings import Rule, Words
from nennep.paper.layouts import HD05, HD36, Layout, layout_on

PAGE, RIGHT, LEFT = _("Trang giấy"), _("Đầu văn bản, bên phải"), _("Đầu văn bản, bên trái")
TITLE, TEXT, FOOT = _("Tên loại, trích yếu"), _("Nội dung"), _("Ký tên")
RECIPIENTS, WHOLE = _("Nơi nhận"), _("Cả văn bản")
PARTS = (PAGE, WHOLE, LEFT, RIGHT, TITLE, TEXT, RECIPIENTS, FOOT)


@dataclass(frozen=True)
class Setting:
    """How one part is set: sizes from … to …, and what is fixed about its letters; None is free."""

    part: Words
    name: Words
    sizes: tuple[float, float]
    bold: bool | None = False
    italic: bool = False
    capitals: bool = False
    centred: bool = True
    certainty: str = "S2"


@dataclass(frozen=True)
class Regime:
    """The rules of one guidance."""

    layout: Layout
    source: Words
    settings: dict[str, Setting]
    body_sizes: tuple[float, float]
    indent: tuple[float, float]
    pitch: tuple[float, float] | None
    """Exact distance between lines; None where no rule was seen."""
    gap: float | None


_SETTINGS = {
    "national": Setting(RIGHT, _("Dòng “ĐẢNG CỘNG SẢN VIỆT NAM”"), (15, 16), bold=True, capitals=True),
    "superior": Setting(LEFT, _("Tên cấp trên"), (13, 14), capitals=True),
    "issuer": Setting(LEFT, _("Tên tổ chức ban hành"), (13, 14), bold=True, capitals=True),
    "number": Setting(LEFT, _("Số và ký hiệu"), (13, 14)),
    "date": Setting(RIGHT, _("Địa danh và ngày"), (13, 14), italic=True),
    "kind": Setting(TITLE, _("Tên loại"), (15, 16), bold=True, capitals=True),
    "subject": Setting(TITLE, _("Trích yếu"), (13, 15), bold=True),
    "authority": Setting(FOOT, _("Thẩm quyền ký"), (13, 14), bold=True, capitals=True),
    "post": Setting(FOOT, _("Chức vụ người ký"), (13, 14), capitals=True),
    "name": Setting(FOOT, _("Họ tên người ký"), (13, 14), bold=True),
    "recipients-title": Setting(RECIPIENTS, _("Chữ “Nơi nhận”"), (12, 14), bold=None, centred=False),
    "recipients-list": Setting(RECIPIENTS, _("Danh sách nơi nhận"), (11, 12), centred=False),
}

REGIMES = {
    HD36.key: Regime(
        HD36, _("Hướng dẫn số 36-HD/VPTW, ngày 03/4/2018"), _SETTINGS, (13, 15), (10, 12.7), pitch=None, gap=None
    ),
    # Only body, spacing, indent and margins of HD 05 were seen; the other sizes are carried over from HD 36.
    HD05.key: Regime(
        HD05,
        _("Hướng dẫn số 05-HD/VPTW, ngày 27/5/2026"),
        {name: replace(setting, certainty="I") for name, setting in _SETTINGS.items()},
        (14, 14),
        (10, 10),
        pitch=(18, 22),
        gap=6,
    ),
}


def regime_on(day: date) -> Regime:
    return REGIMES[layout_on(day).key]


FORMS = {
    rule.code: rule
    for rule in (
        # the page
        Rule("page-size", PAGE, _("Khổ giấy A4, 210 × 297 mm."), certainty="S"),
        Rule("margin-top", PAGE, _("Lề trên 20 mm.")),
        Rule("margin-bottom", PAGE, _("Lề dưới 20 mm.")),
        Rule("margin-left", PAGE, _("Lề trái 30 mm.")),
        Rule("margin-right", PAGE, _("Lề phải 15 mm.")),
        Rule("page-number-missing", PAGE, _("Văn bản từ hai trang trở lên có số trang."), certainty="M"),
        Rule("page-number-first", PAGE, _("Trang đầu không in số trang."), certainty="M"),
        Rule("page-number-place", PAGE, _("Số trang ở giữa."), certainty="M"),
        Rule(
            "encoding",
            WHOLE,
            _("Chữ Việt theo bộ mã Unicode (TCVN 6909:2001)."),
            _("Chuyển cả văn bản sang Unicode bằng bộ gõ, rồi chọn phông Times New Roman."),
            "S",
        ),
        Rule("font", WHOLE, _("Phông chữ Times New Roman.")),
        # the head, on the right
        Rule(
            "national-missing",
            RIGHT,
            _("Góc phải đầu trang có dòng “ĐẢNG CỘNG SẢN VIỆT NAM”."),
            _("Thêm dòng ấy vào bên phải, ngang với tên cấp trên."),
        ),
        Rule(
            "national-state",
            RIGHT,
            _("Văn bản của Đảng dùng tiêu đề “ĐẢNG CỘNG SẢN VIỆT NAM”, không dùng quốc hiệu."),
            _("Thay quốc hiệu và tiêu ngữ bằng “ĐẢNG CỘNG SẢN VIỆT NAM”."),
        ),
        Rule("national-rule", RIGHT, _("Dưới tiêu đề có đường kẻ dài bằng dòng chữ.")),
        Rule(
            "date-missing",
            RIGHT,
            _("Dưới tiêu đề có địa danh và ngày, tháng, năm."),
            _("Thêm một dòng như “Hưng Yên, ngày 03 tháng 02 năm 2026”."),
        ),
        Rule("date-place", RIGHT, _("Trước ngày có địa danh và dấu phẩy."), _("Viết địa danh trước chữ “ngày”.")),
        Rule(
            "date-form",
            RIGHT,
            _("Ngày viết bằng chữ “ngày … tháng … năm …”."),
            _("Viết như “ngày 03 tháng 02 năm 2026”."),
        ),
        Rule("date-zero-day", RIGHT, _("Ngày 1 đến 9 viết thêm số 0 ở trước."), _("Thêm số 0 trước ngày.")),
        Rule(
            "date-zero-month",
            RIGHT,
            _("Chỉ tháng 1 và tháng 2 viết thêm số 0 ở trước."),
            _("Viết 01, 02 với tháng 1, tháng 2; từ tháng 3 viết 3, 4, 5…"),
        ),
        Rule("date-wrong", RIGHT, _("Ngày, tháng, năm phải có trong lịch."), _("Đối chiếu lịch rồi viết lại."), "S"),
        # the head, on the left
        Rule(
            "issuer-missing",
            LEFT,
            _("Góc trái đầu trang có tên tổ chức ban hành."),
            _("Thêm tên chi bộ, in hoa, chữ đậm, dưới tên cấp trên."),
        ),
        Rule("star-missing", LEFT, _("Dưới tên tổ chức ban hành có dấu sao (*)."), _("Thêm một dòng chỉ có dấu *.")),
        Rule(
            "number-missing",
            LEFT,
            _("Dưới dấu sao có số và ký hiệu."),
            _("Thêm một dòng như “Số 05-BC/CB”."),
        ),
        Rule("number-word", LEFT, _("Trước số có chữ “Số”."), _("Viết như “Số 05-BC/CB”.")),
        Rule("number-colon", LEFT, _("Sau chữ “Số” không có dấu hai chấm."), _("Xóa dấu hai chấm.")),
        Rule("number-zero", LEFT, _("Số dưới 10 viết thêm số 0 ở trước."), _("Thêm số 0 trước số.")),
        Rule(
            "number-form",
            LEFT,
            _("Sau số là gạch nối, tên loại viết tắt, gạch chéo, tên tổ chức: “05-BC/CB”."),
            _("Viết như “Số 05-BC/CB”; kiểu “05/BC-…” là của cơ quan nhà nước."),
        ),
        Rule("number-spaces", LEFT, _("Trong số và ký hiệu không có dấu cách."), _("Xóa dấu cách quanh gạch nối.")),
        Rule(
            "number-type",
            LEFT,
            _("Chữ viết tắt trong ký hiệu là của đúng tên loại văn bản."),
            _("Sửa ký hiệu theo tên loại, hoặc tên loại theo ký hiệu."),
        ),
        Rule("uy-spelling", WHOLE, _("Viết “ỦY” (dấu hỏi trên chữ U), như “ĐẢNG ỦY”."), _("Thay “UỶ” bằng “ỦY”.")),
        # the title
        Rule(
            "kind-missing",
            TITLE,
            _("Văn bản (trừ công văn) có tên loại in hoa ở giữa trang."),
            _("Thêm tên loại, ví dụ BÁO CÁO, dưới phần đầu văn bản."),
        ),
        Rule("letter-kind", TITLE, _("Công văn không in tên loại."), _("Xóa dòng tên loại.")),
        Rule(
            "letter-subject-missing",
            LEFT,
            _("Công văn có trích yếu dưới số và ký hiệu."),
            _("Thêm một dòng như “Về việc …” dưới số."),
        ),
        Rule("subject-missing", TITLE, _("Dưới tên loại có trích yếu."), _("Thêm một dòng nói văn bản về việc gì.")),
        Rule(
            "subject-capitals",
            TITLE,
            _("Trích yếu viết chữ thường."),
            _("Gõ lại trích yếu bằng chữ thường."),
        ),
        Rule("subject-rule", TITLE, _("Dưới trích yếu có năm gạch nối hoặc đường kẻ.")),
        Rule(
            "type-authority",
            TITLE,
            _("Chi bộ chỉ ban hành các loại văn bản thuộc thẩm quyền."),
            source=_("Quy định số 399-QĐ/TW, ngày 09/01/2026 của Ban Bí thư"),
        ),
        # the text
        Rule("body-size", TEXT, _("Nội dung: cỡ chữ %(sizes)s.")),
        Rule("body-align", TEXT, _("Nội dung căn đều hai bên.")),
        Rule("body-indent", TEXT, _("Dòng đầu đoạn lùi vào %(indent)s mm.")),
        Rule("body-pitch", TEXT, _("Khoảng cách dòng cố định (Exactly) %(pitch)s pt.")),
        Rule("body-gap", TEXT, _("Các đoạn cách nhau từ 6 pt.")),
        Rule(
            "heading-form",
            TEXT,
            _("Đề mục đánh số I-, rồi 1., rồi a), rồi gạch đầu dòng (-)."),
            _("Viết lại dấu sau số của đề mục."),
        ),
        Rule("end-slash", TEXT, _("Hết nội dung là dấu chấm (.), không viết “./.”."), _("Thay “./.” bằng dấu chấm.")),
        Rule("end-stop", TEXT, _("Hết nội dung là dấu chấm."), _("Thêm dấu chấm ở cuối.")),
        # the recipients and the signature
        Rule(
            "recipients-missing",
            RECIPIENTS,
            _("Văn bản có nơi nhận."),
            _("Thêm “Nơi nhận:” ở góc trái cuối văn bản, dòng cuối “- Lưu Chi bộ.”"),
        ),
        Rule("recipients-underline", RECIPIENTS, _("Chữ “Nơi nhận” có gạch chân.")),
        Rule("recipients-empty", RECIPIENTS, _("Dưới “Nơi nhận” ghi từng nơi."), _("Ghi mỗi nơi nhận một dòng.")),
        Rule(
            "recipients-keep",
            RECIPIENTS,
            _("Dòng cuối của nơi nhận là nơi lưu, ví dụ “- Lưu Chi bộ.”"),
            _("Thêm dòng “- Lưu Chi bộ.” ở cuối."),
        ),
        Rule(
            "signature-missing",
            FOOT,
            _("Cuối văn bản có thẩm quyền ký, chức vụ và họ tên người ký."),
            _("Thêm “T/M CHI BỘ”, chức vụ và họ tên ở bên phải."),
        ),
        Rule(
            "authority-missing",
            FOOT,
            _("Trên chức vụ có thẩm quyền ký: “T/M CHI BỘ”."),
            _("Thêm dòng “T/M CHI BỘ” trên chức vụ."),
        ),
        Rule(
            "authority-form",
            FOOT,
            _("Thay mặt viết “T/M”, thừa lệnh viết “T/L”."),
            _("Viết “T/M CHI BỘ”; kiểu “TM.” là của cơ quan nhà nước."),
        ),
        Rule(
            "authority-for-one",
            FOOT,
            _("Cấp ủy, chi bộ ký thay mặt tập thể (T/M), không ký thay (K/T)."),
            _("Viết “T/M CHI BỘ”, dưới ghi chức vụ của người ký, ví dụ PHÓ BÍ THƯ."),
        ),
        Rule("post-missing", FOOT, _("Dưới thẩm quyền ký có chức vụ."), _("Thêm chức vụ, ví dụ BÍ THƯ.")),
        Rule(
            "seal",
            FOOT,
            _("Chi bộ không có con dấu."),
            _("Xóa hình con dấu; người ký ký bằng mực xanh."),
        ),
        Rule(
            "minutes-writer",
            FOOT,
            _("Biên bản có người ghi biên bản ký bên trái."),
            _("Thêm “NGƯỜI GHI BIÊN BẢN” và họ tên ở bên trái."),
        ),
        Rule(
            "minutes-chair",
            FOOT,
            _("Biên bản có người chủ trì ký bên phải."),
            _("Thêm “CHỦ TRÌ” và họ tên ở bên phải."),
        ),
        Rule(
            "minutes-sides",
            FOOT,
            _("Người ghi biên bản ký bên trái, chủ trì ký bên phải."),
            _("Đổi chỗ hai người ký."),
        ),
    )
}


def rule_of_setting(name: str, setting: Setting, what: str) -> Rule:
    """The rule about one property of a part: "national-size", "post-bold"."""
    lowest, highest = setting.sizes
    sizes = f"{lowest:g}" if lowest == highest else f"{lowest:g}–{highest:g}"
    said = {
        "size": _("%(name)s: cỡ chữ %(sizes)s."),
        "bold": _("%(name)s: chữ đậm.") if setting.bold else _("%(name)s: chữ không đậm."),
        "italic": _("%(name)s: chữ nghiêng.") if setting.italic else _("%(name)s: chữ đứng."),
        "capitals": _("%(name)s: in hoa."),
        "align": _("%(name)s: căn giữa."),
    }[what]
    says = str(said) % {"name": setting.name, "sizes": sizes}
    return Rule(f"{name}-{what}", setting.part, says, certainty=setting.certainty)
