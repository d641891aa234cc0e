"""A regular month, from the plan to the sealed page, by keyboard: one page filled once yields everything."""

import re
from collections.abc import Callable
from pathlib import Path

from playwright.sync_api import Page, expect

Visit = Callable[..., Page]
CEILING = 45


class Typist:
    """Somebody at the keyboard; every field that is filled in and every choice made is counted."""

    def __init__(self, page: Page) -> None:
        self.page, self.fields, self.typed = page, 0, list[str]()

    def fill(self, field: str, words: str) -> None:
        self.page.locator(field).fill(words)
        self.fields += 1
        self.typed.append(words)

    def choose(self, field: str, value: str) -> None:
        self.page.locator(field).select_option(value)
        self.fields += 1

    def press(self, name: str, within: str = "main") -> None:
        self.page.locator(within).get_by_role("button", name=name, exact=True).last.focus()
        self.page.keyboard.press("Enter")

    def unfold(self, form: str) -> None:
        summary = self.page.locator(f"details:has({form}) > summary").last
        if not self.page.locator(form).is_visible():
            summary.focus()
            self.page.keyboard.press("Enter")

    def settled(self) -> None:
        expect(self.page.locator("#giu")).to_be_hidden()


def prepared(secretary: Page) -> str:
    secretary.goto("/sinh-hoat/so/CBBQL/them/")
    secretary.get_by_label("Loại").select_option(label="thường kỳ")
    secretary.get_by_label("Ngày dự kiến").fill("2015-01-21")
    secretary.get_by_label("Nội dung chính").fill("Kỳ tháng 01")
    secretary.get_by_role("button", name="Ghi vào sổ").click()
    secretary.get_by_role("link", name="Chuẩn bị cuộc họp").click()
    for label, words in (("Bắt đầu", "16:00"), ("Thời lượng (phút)", "105"), ("Địa điểm", "Phòng họp tầng 2")):
        secretary.get_by_label(label).fill(words)
    secretary.get_by_label("Chủ trì").select_option(label="Vũ Minh Hạnh")
    secretary.get_by_label("Người ghi biên bản").select_option(label="Nguyễn Thị Thu Hằng")
    secretary.get_by_role("button", name="Ghi vào sổ").click()
    expect(secretary.get_by_text("105 phút, 30 dành cho chuyên đề, còn 75 cho 7 việc.")).to_be_visible()
    secretary.get_by_role("link", name="Báo họp").click()
    secretary.get_by_role("button", name="Ghi vào sổ").click()
    expect(secretary.get_by_text("Đã báo họp cho 22 người.")).to_be_visible()
    return secretary.url


def test_a_regular_month_closes_by_keyboard_with_at_most_45_fields_and_everything_falls_out(
    visit: Visit, tmp_path: Path
) -> None:
    secretary, page = visit("bithu"), visit("thuky")
    page.goto(prepared(secretary))
    hand = Typist(page)
    page.get_by_role("link", name="Mở cuộc họp").focus()
    page.keyboard.press("Enter")
    hand.fill("[name=since]", "00:00")
    hand.press("Ghi vào sổ")
    for name, status, field, words in (
        ("Lưu Thị Nga", "excused", "reason", "đi công tác"),
        ("Đoàn Văn Quý", "excused", "reason", "nghỉ ốm"),
        ("Chu Bá Thịnh", "late", "minutes_late", "10"),
    ):
        seat = f"#mat li:has(summary:has-text('{name}'))"
        page.locator(f"{seat} summary").focus()
        page.keyboard.press("Enter")
        page.locator(f"{seat} input[value={status}]").check(force=True)
        hand.fields += 1
        hand.fill(f"{seat} [name={field}]", words)
        hand.press("Ghi", seat)
        hand.settled()
    hand.press("Những người còn lại có mặt", "#mat")
    expect(page.get_by_text("Điểm danh: 16 trên 18 có mặt")).to_be_visible()
    hand.unfold("#viec-dues")
    hand.fill("#viec-dues [name=paid]", "18")
    hand.fill("#viec-dues [name=owing]", "0")
    hand.press("Ghi", "#viec-dues")
    hand.settled()
    for spoken, words in (
        ("Hồ Sĩ Nguyên", "kết quả quý IV: 3 hồ sơ trễ hẹn"),
        ("Ngô Thị Lụa", "hai lần hẹn lại dân, nhận khắc phục"),
        ("Trịnh Công Bằng", "đề nghị niêm yết thời hạn tại phòng chờ"),
        ("Mai Thị Hòa", "đọc phần nghiên cứu"),
        ("Phan Đức Lộc", "xin thêm tài liệu trước ba ngày"),
        ("Bùi Thị Minh Nguyệt", "nhận hướng dẫn đồng nghiệp mới"),
    ):
        hand.press("Sang mục tiếp theo")
        hand.unfold("#viec-spoke")
        hand.fill("#viec-spoke [name=person]", spoken)
        hand.fill("#viec-spoke [name=gist]", words)
        hand.press("Ghi ý kiến", "#viec-spoke")
        hand.settled()
    for task, owner, day in (
        ("Niêm yết thời hạn giải quyết của 12 thủ tục", "Trịnh Công Bằng", "2015-02-10"),
        ("Gửi tài liệu chuyên đề trước ba ngày", "Mai Thị Hòa", "2015-02-12"),
    ):
        hand.unfold("#viec-decision")
        hand.fill("#viec-decision [name=text]", task)
        hand.fill("#viec-decision [name=person]", owner)
        hand.fill("#viec-decision [name=due_on]", day)
        hand.press("Ghi quyết định", "#viec-decision")
        hand.settled()
    hand.unfold("#viec-conclusion")
    hand.fill("#viec-conclusion [name=text]", "Thống nhất các việc đã bàn, tháng sau nghe kết quả niêm yết.")
    hand.press("Ghi kết luận", "#viec-conclusion")
    hand.settled()
    hand.unfold("#viec-vote")
    hand.choose("#viec-vote [name=about]", "conclusion")
    for name, number in (("in_favour", "15"), ("against", "0"), ("abstaining", "1")):
        hand.fill(f"#viec-vote [name={name}]", number)
    hand.press("Ghi biểu quyết", "#viec-vote")
    hand.settled()
    for _step in range(5):
        page.locator(".stick button").focus()
        page.keyboard.press("Enter")
        hand.settled()
    page.get_by_role("link", name="Kết thúc cuộc họp").click()
    hand.press("Kết thúc, ghi vào sổ")
    expect(page.get_by_text("Cuộc họp đã vào sổ.")).to_be_visible()
    assert hand.fields <= CEILING, f"{hand.fields} fields were filled in"
    print(f"fields typed for 20 people: {hand.fields}")

    address = page.url
    shown = page.locator("main").inner_text()
    for words in hand.typed:
        if len(words) > 12:
            assert words in shown, words
    assert "15/16" in shown
    for paper in ("bien-ban", "thong-bao", "giao-viec", "bao-cao"):
        for ending in ("docx", "pdf"):
            answer = page.request.get(f"{address}giay/{paper}.{ending}")
            assert answer.ok, (paper, ending)
            assert len(answer.body()) > 5000

    page.get_by_role("link", name="Đọc rồi ký biên bản").click()
    page.get_by_label("Tôi đã đọc biên bản này và ký").check()
    page.get_by_role("button", name="Ghi vào sổ").click()
    expect(page.get_by_text("Đã ký.")).to_be_visible()
    secretary.goto(address)
    secretary.get_by_role("link", name="Đọc rồi ký biên bản").click()
    secretary.get_by_label("Tôi đã đọc biên bản này và ký").check()
    secretary.get_by_role("button", name="Ghi vào sổ").click()
    expect(secretary.get_by_text("đã khóa", exact=True)).to_be_visible()
    code = re.search(r"\b[0-9A-Z]{4}-[0-9A-Z]{4}-[0-9A-Z]{4}\b", secretary.locator("main").inner_text())
    assert code is not None
    anybody = visit()
    anybody.goto("/kiem-tra-ma/")
    anybody.get_by_label("Mã kiểm tra, ở chân trang").fill(code[0].lower())
    anybody.get_by_role("button", name="Kiểm tra").click()
    expect(anybody.get_by_text("Trang thật")).to_be_visible()

    member = visit("dangvien")
    member.goto("/")
    expect(member.get_by_text("Chu Bá Thịnh")).to_be_visible()
    owner = visit("chiuy")
    owner.goto("/")
    expect(owner.get_by_text("Gửi tài liệu chuyên đề trước ba ngày").first).to_be_visible()
