"""An invented cell's papers, people, meetings and tasks, and what people type to find each: (typed, what it should find)."""

from datetime import date

from nennep.documents.tests.factories import DocumentFactory
from nennep.meetings.tests.factories import MeetingFactory
from nennep.organisation.tests.factories import Cell, on_roll
from nennep.programme.tests.factories import MeetingTaskFactory

# (key, type, number, symbol, issuer, day, subject); issuer "" is the cell itself.
DOCUMENTS = (
    ("ct03", "directive", 3, "CT/TW", "Bộ Chính trị", date(2011, 5, 14), "tiếp tục đẩy mạnh việc học tập và làm theo tấm gương đạo đức Hồ Chí Minh"),
    ("ct05", "directive", 5, "CT/TW", "Bộ Chính trị", date(2016, 5, 15), "đẩy mạnh học tập và làm theo tư tưởng, đạo đức, phong cách Hồ Chí Minh"),
    ("ct50", "directive", 50, "CT/TW", "Ban Bí thư", date(2025, 7, 23), "tiếp tục nâng cao chất lượng sinh hoạt chi bộ"),
    ("hd12a", "guidance", 12, "HD/BTCTW", "Ban Tổ chức Trung ương", date(2018, 7, 6), "một số vấn đề về nâng cao chất lượng sinh hoạt chi bộ"),
    ("hd12b", "guidance", 12, "HD/BTCTW", "Ban Tổ chức Trung ương", date(2022, 3, 17), "nghiệp vụ công tác đảng viên"),
    ("hd42", "guidance", 42, "HD/BTCTW", "Ban Tổ chức Trung ương", date(2025, 10, 28), "thực hiện Chỉ thị số 50-CT/TW"),
    ("qd366", "regulation", 366, "QĐ/TW", "Bộ Chính trị", date(2025, 8, 30), "kiểm điểm và đánh giá, xếp loại chất lượng tập thể, cá nhân"),
    ("qd399", "regulation", 399, "QĐ/TW", "Ban Bí thư", date(2026, 1, 9), "thể loại, thẩm quyền ban hành và thể thức văn bản của Đảng"),
    ("nq33", "resolution", 33, "NQ/TW", "Ban Chấp hành Trung ương", date(2014, 6, 9), "xây dựng và phát triển văn hóa, con người Việt Nam"),
    ("ctr34", "programme", 34, "CTr/TU", "Ban Thường vụ Tỉnh ủy", date(2014, 8, 15), "hành động thực hiện Nghị quyết số 33-NQ/TW"),
    ("nd30", "decree", 30, "NĐ-CP", "Chính phủ", date(2020, 3, 5), "công tác văn thư"),
    ("kh45", "plan", 45, "KH/CBBQL", "", date(2011, 12, 1), "học tập và làm theo tấm gương đạo đức Hồ Chí Minh đến năm 2015"),
    ("qd46", "regulation", 46, "QĐ/CBBQL", "", date(2011, 12, 1), "chuẩn mực đạo đức của cán bộ, đảng viên"),
    ("kh03", "plan", 3, "KH/CBBQL", "", date(2012, 2, 2), "học tập và làm theo năm 2012"),
    ("kh12", "plan", 12, "KH/CBBQL", "", date(2014, 2, 10), "học tập và làm theo năm 2014"),
    ("kh15", "plan", 15, "KH/CBBQL", "", date(2014, 2, 24), "kiểm tra, giám sát của chi bộ năm 2014"),
    ("qd40", "decision", 40, "QĐ/CBBQL", "", date(2014, 11, 18), "tặng giấy khen đồng chí Chu Bá Thịnh có thành tích đột xuất"),
    ("qd08", "decision", 8, "QĐ/CBBQL", "", date(2014, 1, 14), "tặng giấy khen đồng chí Hồ Sĩ Nguyên hoàn thành xuất sắc nhiệm vụ"),
    ("tb25", "notice", 25, "TB/CBBQL", "", date(2014, 6, 20), "kết luận giám sát đảng viên sáu tháng đầu năm"),
    ("bc44", "report", 44, "BC/CBBQL", "", date(2014, 12, 24), "kết quả học tập và làm theo năm 2014"),
    ("bc36", "report", 36, "BC/CBBQL", "", date(2014, 10, 20), "kết quả học tập và làm theo quý III năm 2014"),
    ("cv07", "letter", 7, "CV/CBBQL", "", date(2013, 4, 9), "cử đảng viên dự lớp bồi dưỡng lý luận chính trị"),
    ("nq02", "resolution", 2, "NQ/CBBQL", "", date(2013, 7, 3), "phòng cháy, chữa cháy tại các khu công nghiệp"),
    ("qc01", "rules", 1, "QC/CBBQL", "", date(2010, 9, 15), "làm việc của chi ủy nhiệm kỳ 2010–2015"),
    ("ttr06", "submission", 6, "TTr/CBBQL", "", date(2013, 10, 8), "đề nghị công nhận đảng viên chính thức"),
)  # fmt: skip
PEOPLE = (
    ("thinh", "Chu Bá Thịnh"), ("nguyen", "Hồ Sĩ Nguyên"), ("hoa", "Mai Thị Hòa"), ("thuy", "Lý Thúy Quỳnh"),
    ("duong", "Đặng Đức Dương"), ("khoat", "Tạ Đình Khoát"),
)  # fmt: skip
MEETINGS = (
    ("m1403", date(2014, 3, 4), "Sinh hoạt chuyên đề về nêu gương của cấp ủy"),
    ("m1409", date(2014, 9, 16), "Quán triệt Nghị quyết 33 và thảo luận xây dựng nông thôn mới"),
    ("m1206", date(2012, 6, 5), "Góp ý quy chế tiếp công dân"),
)
TASKS = (
    ("t1", "Viết bốn bài cho Cổng thông tin điện tử", date(2014, 12, 31)),
    ("t2", "Rà soát thủ tục cấp giấy chứng nhận đầu tư", date(2013, 5, 31)),
    ("t3", "Tổ chức kể chuyện về Bác tại cơ quan", date(2013, 9, 30)),
    ("t4", "Hỗ trợ gia đình chính sách ở xã Tân Quang", date(2014, 7, 27)),
)

QUERIES = (
    # numbers in any dress
    ("03-CT/TW", "ct03"), ("03-ct/tw", "ct03"), ("ct 03 tw", "ct03"), ("chi thi 03", "ct03"), ("chỉ thị số 03-CT/TW", "ct03"),
    ("chỉ thị 05", "ct05"), ("CT 05", "ct05"), ("05 ct tw 2016", "ct05"), ("50-CT/TW", "ct50"), ("chi thi 50", "ct50"),
    ("46-QĐ/CBBQL", "qd46"), ("46 qd cbbql 2011", "qd46"), ("46- QĐ/CBBQL", "qd46"), ("46qd/cbbql", "qd46"),
    ("quy dinh 46", "qd46"), ("quy định số 46", "qd46"), ("45-KH/CBBQL", "kh45"), ("45 kh cbbql", "kh45"), ("ke hoach 45", "kh45"),
    ("kế hoạch 12 2014", "kh12"), ("12-KH/CBBQL", "kh12"), ("kh 03 cbbql", "kh03"), ("03-KH/CBBQL", "kh03"),
    ("12-HD/BTCTW 2018", "hd12a"), ("hd 12 btctw 2022", "hd12b"), ("hướng dẫn 42", "hd42"), ("42-HD/BTCTW", "hd42"),
    ("366-QĐ/TW", "qd366"), ("quy định 366", "qd366"), ("366", "qd366"), ("399", "qd399"), ("399 qd tw", "qd399"),
    ("33-NQ/TW", "nq33"), ("nghi quyet 33 tw", "nq33"), ("34-CTr/TU", "ctr34"), ("chương trình 34", "ctr34"), ("34 ctr tu", "ctr34"),
    ("30/2020/NĐ-CP", "nd30"), ("nghị định 30", "nd30"), ("nd 30 2020", "nd30"), ("40-QĐ/CBBQL", "qd40"), ("quyết định 40", "qd40"),
    ("08-QĐ/CBBQL", "qd08"), ("qd 8 cbbql", "qd08"), ("25-TB/CBBQL", "tb25"), ("thong bao 25", "tb25"), ("44 bc", "bc44"),
    ("báo cáo 36", "bc36"), ("36-BC/CBBQL", "bc36"), ("công văn 07", "cv07"), ("cv 7", "cv07"), ("02-NQ/CBBQL", "nq02"),
    ("quy chế 01", "qc01"), ("tờ trình 6", "ttr06"), ("06-TTr/CBBQL", "ttr06"),
    # words, with tones and without, old and new tone places
    ("sinh hoat chi bo chat luong", "ct50"), ("tư tưởng, đạo đức, phong cách", "ct05"), ("van hoa con nguoi", "nq33"),
    ("văn hoá con người", "nq33"), ("the thuc van ban", "qd399"), ("thẩm quyền ban hành", "qd399"), ("công tác văn thư", "nd30"),
    ("chuẩn mực đạo đức", "qd46"), ("chuan muc", "qd46"), ("phòng cháy chữa cháy", "nq02"), ("phong chay", "nq02"),
    ("bồi dưỡng lí luận", "cv07"), ("boi duong ly luan chinh tri", "cv07"), ("kiểm tra giám sát 2014", "kh15"),
    ("kết luận giám sát", "tb25"), ("nghiep vu cong tac dang vien", "hd12b"), ("xếp loại chất lượng", "qd366"),
    ("quy che lam viec chi uy", "qc01"), ("công nhận đảng viên chính thức", "ttr06"), ("thành tích đột xuất", "qd40"),
    ('"thành tích đột xuất"', "qd40"), ('"giấy khen" nguyên', "qd08"), ('"chữa cháy" khu', "nq02"),
    # dates
    ("14/5/2011", "ct03"), ("ngày 28/10/2025", "hd42"), ("tháng 10/2014", "bc36"), ("9/4/2013", "cv07"),
    # people
    ("Chu Ba Thinh", "thinh"), ("Hồ Sĩ Nguyên", "nguyen"), ("mai thi hoa", "hoa"), ("Mai Thị Hoà", "hoa"), ("ly thuy quynh", "thuy"),
    ("Lí Thuý Quỳnh", "thuy"), ("dang duc duong", "duong"), ("Đặng Đức Dương", "duong"), ("ta dinh kho", "khoat"),
    # meetings and tasks
    ("nêu gương của cấp ủy", "m1403"), ("neu guong cap uy", "m1403"), ("nông thôn mới", "m1409"), ("tiếp công dân", "m1206"),
    ("tiep cong dan", "m1206"), ("cổng thông tin điện tử", "t1"), ("viet bon bai", "t1"), ("giấy chứng nhận đầu tư", "t2"),
    ("ra soat thu tuc", "t2"), ("kể chuyện về Bác", "t3"), ("ke chuyen", "t3"), ("gia đình chính sách", "t4"), ("tân quang", "t4"),
)  # fmt: skip


def written(cell: Cell) -> dict[str, tuple[str, int]]:
    """Make the records; returns for each key the kind of the record and its own key."""
    made: dict[str, tuple[str, int]] = {}
    for key, kind, number, symbol, issuer, day, subject in DOCUMENTS:
        record = DocumentFactory(
            register=cell.unit, type=kind, number=number, symbol=symbol, issuer=issuer or cell.unit.name,
            issued_on=day, subject=subject, number_year=day.year if symbol == "NĐ-CP" else None,
        )  # fmt: skip
        made[key] = ("van-ban", record.pk)
    for key, name in PEOPLE:
        made[key] = ("nguoi", on_roll(cell.unit, name).pk)
    for key, day, conclusion in MEETINGS:
        made[key] = ("sinh-hoat", MeetingFactory(unit=cell.unit, held_on=day, conclusion=conclusion).pk)
    for key, text, due in TASKS:
        task = MeetingTaskFactory(unit=cell.unit, owner=cell.member, text=text, due_on=due)
        made[key] = ("nhiem-vu", task.pk)
    return made
