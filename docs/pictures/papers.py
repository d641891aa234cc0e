"""Draw the pictures of docs/papers.md: `python docs/pictures/papers.py` (needs pdftoppm and Pillow; nothing else is written).

Five types at both guidances, from invented words, through the program's own composing and PDF writer.
"""

import os
import subprocess
import sys
import tempfile
from datetime import date
from pathlib import Path

HERE = Path(__file__).parent
sys.path.insert(0, str(HERE.parents[1]))
os.environ["NENNEP_DATA"] = tempfile.mkdtemp(prefix="nennep-pictures-")
os.environ["DJANGO_SETTINGS_MODULE"] = "nennep.config.settings"

import django  # noqa: E402

django.setup()

from PIL import Image  # noqa: E402

from nennep.documents.layout import check  # noqa: E402
from nennep.documents.papers.paper import Paper, compose  # noqa: E402
from nennep.paper.docx_writer import to_docx  # noqa: E402
from nennep.paper.pdf_writer import to_pdf  # noqa: E402

OLD, NEW = date(2014, 2, 3), date(2026, 6, 5)
OPENING = (
    "Thực hiện Chỉ thị số 03-CT/TW, ngày 14/5/2011 của Bộ Chính trị, chi bộ đã tổ chức quán triệt đầy đủ; phân công chi ủy "
    "viên phụ trách và kiểm điểm kết quả tại các kỳ sinh hoạt hằng tháng."
)
WORK = f"""{OPENING}
I- Kết quả
1. Về học tập
Chi bộ tổ chức 04 buổi sinh hoạt chuyên đề; mỗi buổi dành ít nhất 30 phút cho chuyên đề của năm.
2. Về làm theo
- 11 lượt đảng viên được ghi Sổ đảng viên tiêu biểu;
- 03 đảng viên được tặng giấy khen;
- hồ sơ của doanh nghiệp được giải quyết đúng hạn.
a) Hạn chế
Một số đảng viên chưa tích cực thảo luận; số bài viết gửi cổng tin còn ít.
II- Phương hướng
{OPENING}
- Quý I: hoàn thành đăng ký làm theo của từng đảng viên;
- quý II: kiểm điểm giữa năm, gắn với đánh giá đảng viên;
- quý III: tổ chức 01 buổi sinh hoạt tại cơ sở;
- quý IV: tổng kết, bình xét, đề nghị khen thưởng.
III- Tổ chức thực hiện
Chi bộ giao đồng chí chi ủy viên phụ trách theo dõi, đôn đốc, tổng hợp kết quả hằng tháng và báo cáo chi bộ cuối quý."""
DECISION = """- Căn cứ Điều lệ Đảng Cộng sản Việt Nam;
- Căn cứ kết quả bình xét của chi bộ,
CHI BỘ QUYẾT ĐỊNH:
Điều 1. Tặng giấy khen cho đồng chí Ngô Thị Lụa, đảng viên tiêu biểu trong học tập và làm theo.
Điều 2. Mức thưởng theo quy định hiện hành, chi từ quỹ của chi bộ.
Điều 3. Chi ủy và đồng chí có tên tại Điều 1 thi hành quyết định này."""
LETTER = f"""Kính gửi: Đảng ủy Khối các cơ quan tỉnh
{OPENING}
Chi bộ cử đồng chí Trịnh Công Bằng dự lớp bồi dưỡng nghiệp vụ công tác đảng.
Trân trọng báo cáo."""
MINUTES = """I- Thành phần
Có mặt 08/09 đảng viên; vắng 01 đồng chí có lý do. Chủ trì: đồng chí Vũ Minh Hạnh. Ghi biên bản: đồng chí Kiều Văn Hưng.
II- Nội dung
1. Chuyên đề của năm
Đồng chí Ngô Thị Lụa trình bày; các đồng chí liên hệ trách nhiệm của mình trong công việc được giao.
2. Nhiệm vụ tháng tới
- Hoàn thành đăng ký làm theo;
- gửi 02 bài cho cổng tin.
Biên bản được thông qua với 08/08 đảng viên có mặt tán thành.
Cuộc họp kết thúc hồi 16 giờ 30 phút cùng ngày."""
PAPERS = {
    "report": ("report", "về kết quả học tập và làm theo", WORK, 5),
    "plan": ("plan", "về học tập và làm theo trong năm", WORK, 12),
    "decision": ("decision", "về việc tặng giấy khen", DECISION, 3),
    "letter": ("letter", "về việc cử đảng viên dự lớp bồi dưỡng", LETTER, 8),
    "minutes": ("minutes", "họp chi bộ thường kỳ", MINUTES, 2),
}
WIDTH, GAP, COLOURS = 620, 8, 12


def paper(name: str, on: date) -> Paper:
    kind, subject, body, number = PAPERS[name]
    return Paper(
        type=kind,
        on=on,
        superior="ĐẢNG BỘ KHỐI CÁC CƠ QUAN TỈNH",
        issuer="CHI BỘ SỞ CÔNG THƯƠNG",
        symbol="CB",
        place="Hưng Yên",
        subject=subject,
        body=body,
        recipients="Đảng ủy Khối (báo cáo),\nCác đảng viên trong Chi bộ,\nLưu Chi bộ.",
        authority="T/M CHI BỘ",
        post="BÍ THƯ",
        signatory="Vũ Minh Hạnh",
        number=number,
        written_by="Kiều Văn Hưng",
    )


def draw(name: str, on: date, file: Path) -> None:
    """All its pages side by side, small enough for a page of documentation."""
    document = compose(paper(name, on), today=on)
    assert check(to_docx(document)).findings == (), name
    with tempfile.TemporaryDirectory() as folder:
        (Path(folder) / "paper.pdf").write_bytes(to_pdf(document))
        subprocess.run(["pdftoppm", "-r", "110", "-png", "paper.pdf", "page"], cwd=folder, check=True)
        pages = [Image.open(page).convert("L") for page in sorted(Path(folder).glob("page*.png"))]
    height = round(pages[0].height * WIDTH / pages[0].width)
    picture = Image.new("L", (WIDTH * len(pages) + GAP * (len(pages) - 1), height), 160)
    for place, page in enumerate(pages):
        picture.paste(page.resize((WIDTH, height), Image.Resampling.LANCZOS), (place * (WIDTH + GAP), 0))
    picture.quantize(COLOURS).save(file, optimize=True)


if __name__ == "__main__":
    for regime, on in (("36", OLD), ("05", NEW)):
        for name in PAPERS:
            draw(name, on, HERE / f"paper-{name}-{regime}.png")
