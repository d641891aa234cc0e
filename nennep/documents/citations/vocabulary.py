"""The words of the field: types of documents and their symbols, issuers, and the words that tell a number from a count.

Types and symbols of Party papers: domain 6.1 (399-QĐ/TW); of the State: Decree 30/2020/NĐ-CP and daily use.
"""

import unicodedata
from dataclasses import dataclass
from enum import Enum


class Alone(Enum):
    """Whether a type word and a number, without a symbol, already name a document ("Chỉ thị 05")."""

    NAMES = "names"  # "nghị định 90": hardly ever counts things
    MAY_COUNT = "may count"  # also a verb or a plan of something: "quy định 3 mức", "kế hoạch 5 năm"
    NEVER = "never"  # "luật 15", "dự án 4"


@dataclass(frozen=True)
class Kind:
    """A type of document: its name, the symbols that stand for it, and what often stands between name and number."""

    name: str
    symbols: tuple[str, ...]
    alone: Alone = Alone.NEVER
    with_words: tuple[str, ...] = ()


KINDS = (
    Kind("chỉ thị", ("CT",), Alone.NAMES),
    Kind("nghị quyết", ("NQ", "NQCĐ"), Alone.NAMES, ("chuyên đề", "đại hội", "hội nghị")),
    Kind("nghị quyết liên tịch", ("NQLT",), Alone.NAMES),
    Kind(
        "quyết định",
        ("QĐ", "QĐNS", "QĐKT", "QĐCB", "QĐKL", "QĐCY"),
        Alone.MAY_COUNT,
        ("khen thưởng", "kỷ luật", "chuẩn y", "kiểm tra", "giám sát", "thành lập", "bổ nhiệm", "phê duyệt"),
    ),
    Kind("quy định", ("QĐ", "QĐi", "QyĐ"), Alone.MAY_COUNT, ("tạm thời",)),
    Kind("kết luận", ("KL",), Alone.MAY_COUNT, ("kiểm tra", "giám sát", "thanh tra")),
    Kind(
        "quy chế",
        ("QC", "QCPH", "QyC"),
        Alone.NAMES,
        ("làm việc", "phối hợp", "hoạt động", "bầu cử", "phối hợp công tác", "công tác", "chi tiêu nội bộ"),
    ),
    Kind("thông tri", ("TT",), Alone.NAMES, ("triệu tập",)),
    Kind(
        "hướng dẫn",
        ("HD", "HDLT", "HDLN"),
        Alone.MAY_COUNT,
        ("liên ngành", "liên tịch", "thực hiện", "kiểm tra", "nghiệp vụ", "công tác"),
    ),
    Kind("thông báo", ("TB", "TBKL"), Alone.MAY_COUNT, ("kết luận", "kết quả", "ý kiến", "kết luận kiểm tra")),
    Kind(
        "báo cáo",
        ("BC",),
        Alone.MAY_COUNT,
        ("chính trị", "tổng kết", "sơ kết", "kết quả", "giải trình", "thẩm tra", "thẩm định", "tổng hợp", "công tác"),
    ),
    Kind(
        "kế hoạch",
        ("KH", "KHLT", "KHLN", "KHPH"),
        Alone.MAY_COUNT,
        ("hành động", "công tác", "phối hợp", "kiểm tra", "giám sát", "kiểm tra, giám sát", "liên tịch", "liên ngành"),
    ),
    Kind(
        "chương trình",
        ("CTr", "CTHĐ", "CTrHĐ", "CTPH", "CTrPH", "CTrLT"),
        Alone.MAY_COUNT,
        ("hành động", "công tác", "phối hợp", "kiểm tra, giám sát", "kiểm tra", "giám sát", "làm việc", "toàn khóa"),
    ),
    Kind("đề án", ("ĐA",), Alone.MAY_COUNT, ("nhân sự",)),
    Kind("phương án", ("PA",), Alone.NEVER, ("nhân sự",)),
    Kind("tờ trình", ("TTr",), Alone.NAMES),
    Kind("công văn", ("CV",), Alone.NAMES, ("hỏa tốc", "khẩn", "chỉ đạo", "hướng dẫn")),
    Kind("biên bản", ("BB",), Alone.MAY_COUNT, ("họp", "hội nghị", "làm việc", "kiểm tra", "kiểm phiếu")),
    Kind("nghị định", ("NĐ",), Alone.NAMES),
    Kind("thông tư", ("TT",), Alone.NAMES),
    Kind("thông tư liên tịch", ("TTLT", "TTLN"), Alone.NAMES),
    Kind("luật", ()),
    Kind("bộ luật", ()),
    Kind("pháp lệnh", ("PL",), Alone.NAMES),
    Kind("lệnh", ("L",)),
    Kind("sắc lệnh", ("SL",), Alone.NAMES),
    Kind("công điện", ("CĐ",), Alone.NAMES, ("khẩn", "hỏa tốc")),
    Kind("văn bản hợp nhất", ("VBHN",), Alone.NAMES),
    Kind("quy hoạch", ("QH",)),
    Kind("chiến lược", ("CL",)),
    Kind("dự án", ("DA",)),
    Kind("thông cáo", ("TC",)),
    Kind("tuyên bố", ("TBo",)),
    Kind("quy trình", ("QTr",)),
    Kind("đề cương", ("ĐC",)),
    Kind("thể lệ", ("TL",)),
    Kind("giấy mời", ("GM",)),
    Kind("giấy giới thiệu", ("GGT",)),
)

NAMED = {kind.name: kind for kind in KINDS}
BY_SYMBOL: dict[str, tuple[Kind, ...]] = {}
for _kind in KINDS:
    for _symbol in _kind.symbols:
        BY_SYMBOL[_symbol] = (*BY_SYMBOL.get(_symbol, ()), _kind)

# Too short or too common in other trades to stand without a type word before them ("04-CL/…", "2-DA/…").
NEEDS_WORD = frozenset({"CL", "DA", "TC", "TBo", "TL", "L", "SL", "QH", "PL", "GM", "CĐ"})
# Between type and number only a word: "KL 50", "TB 8" are weights and marks as often as documents.
SHORT_ALONE = frozenset(
    {"CT", "NQ", "QĐ", "KL", "HD", "KH", "TT", "TTr", "CV", "NĐ", "BC", "TB", "CTr", "TTLT", "QyĐ", "QĐi"}
)


# Between type and number these may belong to the type's name, or lead on to another document: "Báo cáo kết quả số 45-KH/CB".
_ABOUT = """
    kết quả|thực hiện|công tác|kiểm tra|giám sát|kiểm tra, giám sát|ý kiến|giải trình|thẩm tra|thẩm định|tổng hợp|nghiệp vụ
    |thanh tra|phê duyệt|chỉ đạo|hướng dẫn
"""
ABOUT = frozenset(word.strip() for word in _ABOUT.split("|"))


def toneless(text: str) -> str:
    """As typed without a Vietnamese keyboard: no marks, đ as d. Case stays."""
    bare = "".join(char for char in unicodedata.normalize("NFD", text) if not unicodedata.combining(char))
    return bare.replace("đ", "d").replace("Đ", "D")


SYMBOLS = {symbol.upper(): symbol for symbol in BY_SYMBOL} | {"DA": "ĐA"}
for _symbol in list(BY_SYMBOL):
    SYMBOLS.setdefault(toneless(_symbol).upper(), _symbol)
"""Each symbol as it may be typed (in capitals, without Đ), and how it is written. A bare DA is a đề án typed without Đ."""


def _heads() -> dict[str, tuple[tuple[str, str], ...]]:
    """Names of types by their last word, the longest first: ("thông tư liên tịch", "thông tư liên tịch")."""
    phrases: dict[str, str] = {}
    for kind in KINDS:
        for phrase in (kind.name, *(f"{kind.name} {words}" for words in kind.with_words)):
            phrases.setdefault(phrase, kind.name)
            phrases.setdefault(toneless(phrase), kind.name)
    found: dict[str, tuple[tuple[str, str], ...]] = {}
    for phrase in sorted(phrases, key=len, reverse=True):
        last = phrase.rsplit(" ", 1)[-1]
        found[last] = (*found.get(last, ()), (phrase, phrases[phrase]))
    return found


HEADS = _heads()
SHORT_HEADS = {symbol.upper(): symbol for symbol in BY_SYMBOL if symbol not in NEEDS_WORD and len(symbol) > 1}
SHORT_HEADS |= {toneless(symbol).upper(): symbol for symbol in SHORT_HEADS.values()}
"""Shortened types as they stand before a number ("QĐ 46", "HD số 42-HD/BTCTW")."""

# State offices that write letters as number/OFFICE-DEPARTMENT, without a type.
STATE_OFFICES = ("UBND", "HĐND", "VPCP", "TTg", "CP", "TTCP", "KTNN", "NHNN", "TANDTC", "VKSNDTC", "UBTVQH", "BHXH")
# Old papers of the Government carry the office alone: "Nghị định 64/CP", "Chỉ thị 200-TTg".
OFFICES_ALONE = frozenset({"CP", "TTg", "HĐBT", "CT", "TW", "TU", "HU", "ĐU", "QU", "CB", "UBND", "HĐND", "TTLB"})

# A number after one of these is a form, a contract, a thing; not a document of the register.
OTHER_NUMBERED = (
    "mẫu", "biểu", "phiếu", "hợp đồng", "hóa đơn", "hoá đơn", "giấy phép", "giấy chứng nhận", "phụ lục", "biển", "biển số",
    "mã", "hàng", "lô", "hồ sơ", "thẻ", "chứng chỉ", "tài khoản", "vận đơn",
    "mau", "bieu", "phieu", "hop dong", "hoa don", "giay phep",
)  # fmt: skip
# Buildings, cars, pictures: "tòa CT05", "xe HD65", "chụp CT 64".
_LETTERED = """
    tòa toà nhà xe phòng lô khu máy mã ô đường tuyến cư phim hình chụp model dòng điểm nặng lượng quét dầm căn hộ
"""
OTHER_LETTERED = frozenset(_LETTERED.split())

_COUNTED = """
    năm tháng ngày tuần quý giờ phút giây lần lượt người đồng đảng cán bước mức trang bản nội nhiệm giải điểm điều
    khoản mục chương phần tiêu chỉ nhóm loại hình trường đơn cơ tổ chi xã phường huyện tỉnh thành hộ cặp câu chữ từ
    vấn việc công danh dự lớp buổi cuộc hội phiếu bài tin ảnh suất kg km m ha tấn tạ lít triệu tỷ tỉ nghìn ngàn trăm
    chục usd vnđ không nguyên yếu chức vị môn tiết sinh giáo bộ cuốn quyển tờ máy chiếc cái con cây khâu quy thủ hồ
    phương kịch kênh tài cột chặng giai đợt kỳ vòng cấp trên lát cm mm mb gb kb độ cổ đề chuyên đoàn thôn ấp làng khu
    cụm hạng sản mặt quyền nghĩa tuổi hạn phòng nhà lĩnh mô cách biện ban tốt đầu giá ý thông chủ mốc mẫu ô tuyến
    đường cầu doanh gia em cháu bà ông anh chị cô thầy cụ đại nhân vạch nam thang ngay nguoi lan buoi noi dãy chỗ vé
    bát kiện thùng hộp gói xe tàu phím ca điện cử viên sào liên trụ khối nút ngành nghề lao mũi dòng tổng quả món bậc
    hàng dạng cơn trận bàn hiệp cân lạng cuốc ghế trạm kiến bao lá thư tập hòm ngăn tủ chai lon bình nồi khay rổ bó
    khóm luống vườn ao thửa mảnh miếng hạt trái bông cành ngọn nấc phân khách bệnh vận nghệ chiến nông hợp di lễ trò
    tác đứa thợ kỹ bác lãnh phó trưởng nguồn kho bãi chợ cửa sân căn lô gian vùng nước châu đám mâm đôi đàn mẻ gốc bụi
    khổ kỷ chân bữa
"""
COUNTED = frozenset(_COUNTED.split()) | {"học sinh", "học viên", "học kỳ", "học phần"}
"""First words of what is counted: "quy định 3 mức", "báo cáo 6 tháng", "thông báo 2 lần"."""

_GOES_ON = """
    của và về được đã là thì do với cũng học ở trong cho đến hay hoặc có khóa khoá nhắc nêu yêu tức sau xong chưa thay
    hết theo gắn tại khi để mà nói ghi cùng như vẫn sẽ phải này đang nhưng rồi nên vì cua va ve duoc da la thi voi
    khoa lên xuống đâu mất cần hôm vừa mới ra quán còn tiếp đều bị đó ấy nữa nay vào sang bằng thôi nhằm từng xem gồm bắt
"""
_TWO_WORDS = {
    "ban hành",
    "ban bố",
    "bổ sung",
    "chỉ rõ",
    "chỉ đạo",
    "chỉ ra",
    "công bố",
    "đề ra",
    "đề cập",
    "đề nghị",
    "điều chỉnh",
    "giải thích",
    "giao cho",
    "hợp nhất",
    "kế thừa",
    "liên quan",
    "ngày nào",
    "ngày ấy",
    "ngày đó",
    "phân công",
    "phân cấp",
    "tổ chức",
    "từ khi",
}
GOES_ON = frozenset(_GOES_ON.split()) | _TWO_WORDS
"""Words after which a sentence goes on when the number was a document's: "Quy định 144 của", "Hướng dẫn 43 thì"."""

NAMES_NO_DOCUMENT = frozenset(
    {("chương trình", 30), ("chương trình", 134), ("chương trình", 135), ("chương trình", 327), ("chương trình", 661)}
)
"""National programmes known by a number that is part of their name (Chương trình 135)."""

WORDED = {
    "một": 1, "nhất": 1, "hai": 2, "nhì": 2, "ba": 3, "bốn": 4, "tư": 4, "năm": 5, "sáu": 6, "bảy": 7, "bẩy": 7, "tám": 8,
    "chín": 9, "mười": 10, "mười một": 11, "mười hai": 12, "mười ba": 13, "mười bốn": 14, "mười lăm": 15,
}  # fmt: skip
WORDED |= {toneless(word): number for word, number in WORDED.items()}
"""Plenums are counted to fifteen and no further, in figures and in words."""
