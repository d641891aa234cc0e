"""General Vietnamese text for measuring: invented sentences full of numbers that are no documents' numbers.

Lines are made from templates and word lists with a seed, so that a measurement can be repeated. Type words of documents
stand in them on purpose, as the verbs and nouns that they also are.
"""

import random
from collections.abc import Iterator

_NAMES = "Hoa Bình Lụa Kháng Thoa Cường Mận Tiến Sen Đạt Hạnh Phúc Nhàn Quyết Yên Thắm Vinh Duyên Khôi Liễu"
_PLACES = "Phố Nối|Đồng Mai|Bến Tắm|Cầu Ràm|Xuân Lũng|Đình Cao|Tân Kỳ|Hồng Thái|Minh Khai|Yên Phú"
_THINGS = (
    "người|hộ|đồng chí|đảng viên|cán bộ|lượt|lần|bước|mức|trang|bản|nội dung|nhiệm vụ|giải pháp|tiêu chí|chỉ tiêu|nhóm|buổi|tháng|"
    "năm|ngày|tuần|phút|giờ|lớp|phiếu|bài|học sinh|học viên|giáo viên|km|kg|ha|tấn|triệu đồng|tỷ đồng|phòng|nhà|xe|máy|"
    "cuốn|thùng|bàn|ghế|câu hỏi|vấn đề|việc|hình thức|trường hợp|đơn vị|chi bộ|xã|phường|thôn|tổ|ý kiến|kiến nghị|mẫu|đợt|vòng|"
    "cấp|loại|nguyên tắc|điều kiện|bậc|điểm|suất quà|bao gạo|cây xanh|sản phẩm|công trình|dự án|hồ sơ|thủ tục|giai đoạn|chặng|"
    "môn|tiết|đề mục|chương|điều|khoản|cột|dòng|tờ|ảnh|tin|cuộc|ca|khâu|lĩnh vực|mô hình|nhóm hộ|cụm|trạm|tuyến"
)
_TYPES = (
    "báo cáo|kế hoạch|quy định|hướng dẫn|thông báo|kết luận|chương trình|quyết định|đề án|phương án|biên bản|tờ trình|công văn|"
    "nghị quyết|chỉ thị|quy chế|thông tư|nghị định"
)
_CAPS = "CT NQ QĐ KL HD KH TT CV BC TB BB QC"
NAMES, CAPS = _NAMES.split(), _CAPS.split()
PLACES, THINGS, TYPES = _PLACES.split("|"), _THINGS.split("|"), _TYPES.split("|")
TEMPLATES = (
    "{Type} {n} {thing} đã gửi các tổ từ tuần trước.",
    "Mọi người {type} {n} {thing} cho tổ trưởng trong buổi sáng.",
    "Theo {type}, mỗi nhà góp {n} {thing}, ai khó thì góp sau.",
    "{Type} số lượng {thing} là {n}, chênh {m} so với đầu năm.",
    "{Type} số hóa {n} {thing} trong quý {q}.",
    "{Type} số {thing} tối thiểu: {n}; tối đa: {m}.",
    "{Type} trong {n} {thing}, mỗi {thing} {m} phút.",
    "So với kế hoạch {n}, thực hiện {m}, đạt {p}%.",
    "Kế hoạch năm {y} giao {n} {thing}, đến nay được {m}.",
    "Báo cáo {n} tháng đầu năm {y} nêu {m} {thing}.",
    "Kế hoạch {n} năm {y}-{y2} có {m} {thing}.",
    "Chương trình {n} ngày rèn luyện thu hút {m} {thing}.",
    "Tỷ số trận chung kết là {a}-{b}, hiệp một {b}-{a}.",
    "Tỷ lệ đồng ý {a}/{b}, không đồng ý {c}/{b}.",
    "Gọi 0{d3}.{d4}.{d3} hoặc 09{d1} {d3} {d4}, máy lẻ {d3}.",
    "Số điện thoại của bác {name}: 0{d2}-{d4}-{d3}.",
    "Ngày {d}/{mo}/{y}, {n} {thing} có mặt lúc {h} giờ {mi}.",
    "Họp ngày {d}-{mo}-{y} tại phòng {d3}, nhà {L}{a}.",
    "Từ {d}/{mo} đến {d}/{mo}, chợ {place} nghỉ {n} {thing}.",
    "Phòng {d3}-{L}{a} giao cho tổ {b}, phòng {d2}-{L}{c} làm kho.",
    "Khổ giấy {d3}x{d3} mm, lề {d2}-{d2}-{d2}, chữ cỡ {a}{b}.",
    "Mẫu {d2}-KNĐ, mẫu {a}-KNĐ, biểu số {d2}/BC-{L}{L} phát kèm.",
    "Mẫu số {d2}-BC/{L}{L} dùng cho {n} {thing}.",
    "Hợp đồng số {d2}/{y}/HĐ-{L}{L} trị giá {n} triệu đồng.",
    "Hóa đơn số {d4}{d3} ngày {d}/{mo} ghi {n} {thing}.",
    "Biển số {d2}{L}-{d3}.{d2} đỗ trước cổng {place}.",
    "Mã hàng {cap}-{d4}/{L}{L} và {cap}-{d2}/{L} là của kho.",
    "Quốc lộ {a} qua {place} dài {n} km, đường tỉnh {d3} dài {m} km.",
    "Km {d2}+{d3} có {n} {thing} đang sửa.",
    "Năm học {y}-{y2} trường có {n} {thing}, {m} {thing}.",
    "Nhiệm kỳ {y} - {y2}, tổ có {n} {thing}.",
    "Bài kiểm tra TB {a},{b}; xi măng KL {n} kg; xe {d2} CV; màn hình HD {d3}p.",
    "Nhiệt độ {d2},{a} độ, độ ẩm {p}%, gió cấp {a}-{b}.",
    "Giá {d2}.{d3} đồng một cân, {n} cân là {d3}.{d3} đồng.",
    "Kinh phí {n},{a} tỷ, chia {b} đợt {a}0/{b}0.",
    "Điều {a} khoản {b} điểm c, mục {a}.{b} phần II, phụ lục {c}.",
    "Tiêu chuẩn TCVN {d4}:{y}, ISO {d4}:{y} in ở trang {n}.",
    "Ngõ {d2}/{d2}, đường Nguyễn Văn {name}, tổ dân phố số {a}.",
    "Lớp {a}{L} có {n} {thing}, lớp {b}{L} có {m} {thing}.",
    "Đội {place} đứng thứ {a}/{d2}, hơn đội sau {b} điểm.",
    "Tòa {cap}{a} cao {n} tầng, thang số {b} đang sửa.",
    "Ban KH-KT, phòng TC-KT và tổ {a} KT-CT họp chung lúc {h}h{mi}.",
    "Hồ sơ {d3}.{d2}.{d2}.H{d2}-{d4}{d2}-{d4} trả đúng hẹn.",
    "Bác {name} {type} rằng {n} {thing} là đủ, thêm {m} {thing} thì thừa.",
    "{Type} chỉ có {n} {thing}, {type} sau có {m} {thing}.",
    "Ai cần {type} thì đến phòng {d3}, lấy số {n}, chờ {m} phút.",
    "Tổ {a} làm {type} trước ngày {d}/{mo}, tổ {b} làm sau.",
    "Hội nghị Trung ương {a} họp {b} ngày, Hội nghị Trung ương {c} họp {a} ngày.",
    "Nghị quyết Đại hội lần thứ {a} của hợp tác xã có {n} {thing}.",
    "Nghị quyết tháng {mo}, nghị quyết quý {q} và nghị quyết năm {y} để chung một cặp.",
    "Luật Đất đai năm {y} có {n} điều, luật cũ có {m} điều.",
    "Khóa {a} của trường khai giảng ngày {d}/{mo} với {n} {thing}.",
    "Mưa từ đêm, ruộng {place} ngập {n} {thing}, bà con đắp bờ đến sáng.",
    "Chị {name} kể chuyện làng, ai nghe cũng cười, không ai nhắc đến con số nào.",
    "Trường {place} sơn lại {n} {thing}; {type} dán ở bảng tin số {a}.",
    "Xin {type} lại sau {n} {thing} nữa, nhóm {name} còn bận.",
    "{Type} lần {a} khác {type} lần {b} ở {n} chỗ.",
    "Quét mã, nhập {d4}-{d4}-{d4}, chờ {n} giây.",
    "Chương trình 135 và chương trình 30a về {place} từ năm {y}.",
    "Tàu SE{a} chạy lúc {h}:{mi}, tàu SE{b} chạy sau {n} phút, toa {c}, ghế {d2}.",
    "Trang {n}/{m} in mờ, đề nghị in lại {a} bản.",
    "Công văn đến {n}, công văn đi {m}; tờ trình {a} bản, biên bản {b} bản.",
)


_WHO = (
    "Chi ủy|Bà con|Tổ trưởng|Mấy bác cao tuổi|Nhóm trẻ|Cả xóm|Người phụ trách|Hội đồng nhân dân|Thầy cô|Ban điều hành"
)
_DOES = (
    "bàn lại cách làm|giữ nếp họp đều|nghe từng nhà nói|ghi chép cẩn thận|giúp nhau lúc mùa vụ|sửa dần chỗ còn yếu|"
    "đọc kỹ quy định chung|làm theo hướng dẫn của cấp trên|chuẩn bị báo cáo cuối kỳ|nhắc nhau việc chung"
)
_WHY = (
    "để ai cũng rõ phần mình|vì việc ấy lâu nay hay chậm|cho kịp trước mùa mưa|nên công việc đỡ chồng chéo|mà không phiền tới ai|"
    "theo đúng tinh thần đã thống nhất|và rút kinh nghiệm ngay tại chỗ|dù thời gian không nhiều|bằng cách hỏi thẳng người làm"
)


def ordinary(count: int, seed: int = 7) -> Iterator[str]:
    """Paragraphs as reports and articles hold them: a number every two hundred letters or so, and no citation."""
    chance = random.Random(seed)
    who, does, why = _WHO.split("|"), _DOES.split("|"), _WHY.split("|")
    for _paragraph in range(count):
        plain = [f"{chance.choice(who)} {chance.choice(does)} {chance.choice(why)}." for _ in range(6)]
        yield " ".join((*plain[:3], _filled(chance.choice(TEMPLATES), chance), *plain[3:]))


def lines(count: int, seed: int = 20260) -> Iterator[str]:
    """So many lines of general text; none cites a document."""
    chance = random.Random(seed)
    for _line in range(count):
        yield _filled(chance.choice(TEMPLATES), chance)


def _filled(template: str, chance: random.Random) -> str:
    out = []
    for index, part in enumerate(template.split("{")):
        if not index:
            out.append(part)
            continue
        slot, rest = part.split("}", 1)
        out += (_word(slot, chance), rest)
    return "".join(out)


def _word(slot: str, chance: random.Random) -> str:
    match slot:
        case "n" | "m":
            number = chance.choice((chance.randint(1, 9), chance.randint(10, 99), chance.randint(100, 999)))
            return f"{number:02d}" if chance.random() < 0.5 else str(number)
        case "a" | "b" | "c":
            return str(chance.randint(1, 9))
        case "d1" | "d2" | "d3" | "d4":
            return "".join(chance.choice("0123456789") for _ in range(int(slot[1])))
        case "d" | "mo" | "h" | "mi" | "p" | "q":
            top = {"d": 28, "mo": 12, "h": 23, "mi": 59, "p": 99, "q": 4}[slot]
            return str(chance.randint(1, top))
        case "y" | "y2":
            return str(chance.randint(1990, 2030))
        case "L":
            return chance.choice("ABCDGHKLMNPQRSTVX")
        case _:
            words = {"name": NAMES, "place": PLACES, "thing": THINGS, "type": TYPES, "Type": TYPES, "cap": CAPS}[slot]
            word = chance.choice(words)
            return word[:1].upper() + word[1:] if slot == "Type" else word
