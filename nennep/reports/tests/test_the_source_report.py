"""Every fact of the published report of 15 January 2015 stands in the report composed from the records (domain 0.3)."""

import re

import pytest

from nennep.paper.blocks import Document
from nennep.paper.html_writer import to_html_page
from nennep.reports.summary.composing import compose
from nennep.reports.tests.reading import line_with, text_of

pytestmark = pytest.mark.django_db


@pytest.fixture(scope="module")
def report(example, four_years, django_db_blocker) -> Document:
    with django_db_blocker.unblock():
        return compose(example, four_years).document


FACTS = {
    "the subject": "BÁO CÁO tổng kết 4 năm thực hiện Chỉ thị số 03-CT/TW",
    "the conference": "Ngày 15/01/2015, Chi bộ Ban Quản lý các KCN tỉnh Hưng Yên tổ chức Hội nghị tổng kết 4 năm",
    "its chair": "Chủ trì Hội nghị: đồng chí Vũ Minh Hạnh, Bí thư Chi bộ.",
    "the directive with day, issuer and term": "Chỉ thị số 03-CT/TW, ngày 14/5/2011 của Bộ Chính trị khóa XI",
    "the plan": "Kế hoạch số 45-KH/CBBQL, ngày 01/12/2011",
    "the plan until 2015": "tấm gương đạo đức Hồ Chí Minh đến năm 2015",
    "the standards": "Quy định số 46-QĐ/CBBQL, ngày 01/12/2011 về chuẩn mực đạo đức",
    "the launch of registration": "phát động cán bộ, đảng viên và quần chúng đăng ký làm theo",
    "the person in charge": "đã phân công 01 đồng chí chi ủy viên phụ trách công tác này",
    "the yearly plans": "xây dựng kế hoạch cụ thể theo từng chuyên đề, xác định mục tiêu, nhiệm vụ, thời gian thực hiện",
    "a meeting each month": "duy trì sinh hoạt định kỳ mỗi tháng một lần: đã họp 37 cuộc trên 37 cuộc theo lịch đặt từ đầu năm",
    "what was added from above": "bổ sung nội dung mới theo ý kiến chỉ đạo của cấp trên",
    "the thirty minutes": "Theo 45-KH/CBBQL, mỗi buổi sinh hoạt dành ít nhất 30 phút",
    "the five parts of the theme": (
        "nghiên cứu, quán triệt, kiểm điểm kết quả làm theo đối với chuyên đề đã học tập, liên hệ với công tác và sinh hoạt "
        "của mỗi cán bộ, đảng viên, rút kinh nghiệm, đề ra giải pháp cho tháng tiếp theo"
    ),
    "results as a criterion": "tiêu chí đánh giá, bình xét thi đua, khen thưởng định kỳ hằng năm hoặc đột xuất",
    "the resolution it was combined with": "Nghị quyết số 12-NQ/TW, ngày 16/01/2012 của Ban Chấp hành Trung ương khóa XI",
    "the rating": "được đánh giá, xếp loại hằng năm hoàn thành tốt nhiệm vụ trở lên",
    "the turns in the Book": "11 lượt đảng viên",
    "the certificates": "03 đảng viên được tặng 03 giấy khen của Chi bộ",
    "nobody harassed": "không có cán bộ, công chức có thái độ sách nhiễu, gây phiền hà đến mức phải xử lý kỷ luật",
    "no complaint": "không có đơn khiếu nại",
    "no denunciation": "không có đơn tố cáo đối với cán bộ, công chức thuộc cơ quan",
    "no degradation": "không có biểu hiện suy thoái về tư tưởng chính trị, đạo đức, lối sống",
    "no discipline": "không có cán bộ, đảng viên vi phạm phải xử lý kỷ luật",
    "limitation 1": "ý thức tự giác chưa cao, chưa thật sự tâm huyết với công việc",
    "limitation 2": "Số đảng viên tiêu biểu được nêu gương và khen thưởng còn ít",
    "limitation 3": "một số đảng viên chưa tích cực tham gia thảo luận, đóng góp ý kiến",
    "limitation 4": "chưa tích cực viết và đưa bài về kết quả học tập, làm theo",
    "cause 1": "chưa xác định đầy đủ vai trò, trách nhiệm của mình",
    "cause 2": "Phương pháp tổ chức triển khai, quán triệt của Chi bộ chưa phong phú, sinh động",
    "cause 3": "Một số đảng viên còn e dè",
    "cause 4": "Chưa có giải pháp hiệu quả để khuyến khích đảng viên, quần chúng",
    "the theme of 2015": (
        "“Học tập và làm theo tấm gương đạo đức Hồ Chí Minh về trung thực, trách nhiệm; gắn bó với nhân dân; đoàn kết, "
        "xây dựng Đảng trong sạch, vững mạnh”"
    ),
    "the resolution on culture": "33-NQ/TW ngày 09/6/2014",
    "the province's programme": "34-CTr/TU ngày 15/8/2014",
    "the emulation drive": "Tiếp tục phong trào thi đua “Học tập và làm theo tấm gương đạo đức Hồ Chí Minh”",
    "inspection": "Đưa việc thực hiện Chỉ thị số 03-CT/TW",
    "the superior and the cell": "ĐẢNG BỘ KHỐI CÁC CƠ QUAN TỈNH CHI BỘ BAN QUẢN LÝ CÁC KCN",
    "who signs": "T/M CHI BỘ BÍ THƯ Vũ Minh Hạnh",
}


@pytest.mark.parametrize("fact", FACTS)
def test_the_fact_stands_in_the_report(report, fact):
    assert FACTS[fact] in text_of(report)


def test_everybody_was_rated_well_or_better_out_of_a_named_number(report):
    line = line_with(report, "xếp loại hằng năm hoàn thành tốt nhiệm vụ trở lên")
    found = re.search(r"100% đảng viên trong Chi bộ \((\d+) trên (\d+) lượt xếp loại trong 4 năm\)", line)
    assert found
    assert found[1] == found[2]


def test_the_directions_are_four(report):
    text = text_of(report)
    directions = text[text.index("IV- PHƯƠNG HƯỚNG, NHIỆM VỤ NĂM 2015") : text.index("V- CHƯƠNG TRÌNH NĂM 2015")]
    assert re.findall(r"^(\w+ là): ", directions, re.MULTILINE) == ["Một là", "Hai là", "Ba là", "Bốn là"]


def test_the_limitations_are_four_and_each_has_its_cause(report):
    text = text_of(report)
    limits = text[text.index("1. Tồn tại, hạn chế") : text.index("IV- PHƯƠNG HƯỚNG")]
    assert "còn 04 hạn chế chưa khắc phục xong:" in limits
    shortcomings, causes = limits.split("2. Nguyên nhân\n")
    assert shortcomings.count("(ghi nhận từ ") == len(causes.strip().splitlines()) == 4


def test_the_report_is_honest_where_the_records_are_not_perfect(report):
    line = line_with(report, "ít nhất 30 phút")
    assert "34 cuộc đạt từ 30 phút trở lên, 01 cuộc dưới 30 phút" in line
    assert "02 cuộc chưa đo thời lượng (tháng 2/2012, tháng 7/2014)" in line


def test_the_parts_follow_each_other_as_in_a_report_of_the_party(report):
    text = text_of(report)
    parts = ["I- LÃNH ĐẠO", "II- KẾT QUẢ", "III- TỒN TẠI", "IV- PHƯƠNG HƯỚNG", "V- CHƯƠNG TRÌNH", "PHỤ LỤC"]
    assert sorted(parts, key=text.index) == parts


def test_the_page_on_the_screen_says_the_same(report):
    page = to_html_page(report)
    for part in (
        "03-CT/TW",
        "45-KH/CBBQL",
        "46-QĐ/CBBQL",
        "12-NQ/TW",
        "33-NQ/TW",
        "34-CTr/TU",
        "11 lượt",
        "03 giấy khen",
    ):
        assert part in page


def test_what_is_still_missing_is_listed_with_the_way_to_mend_it(example, four_years):
    missing = compose(example, four_years).missing
    assert {item.what for item in missing} >= {
        "Tháng 2/2012 chưa đo số phút chuyên đề.",
        "Tháng 7/2014 chưa đo số phút chuyên đề.",
        "34-CTr/TU chưa có nhiệm vụ nào trong năm 2015.",
    }
    assert all(item.url.startswith("/") for item in missing)
