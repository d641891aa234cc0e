"""A plan is written, seen as it will print, signed into the register, found again, and held against the layout rules."""

from collections.abc import Callable
from pathlib import Path

from playwright.sync_api import Page, expect

Visit = Callable[..., Page]

BODY = """Thực hiện Chỉ thị số 03-CT/TW, ngày 14/5/2011 của Bộ Chính trị, chi bộ đề ra:
I- Mục tiêu
- Mỗi đảng viên có một việc làm theo cụ thể.
II- Tổ chức thực hiện
Chi ủy theo dõi, báo cáo chi bộ hằng tháng."""


def test_from_an_empty_page_to_a_signed_plan_that_passes_its_own_layout_check(visit: Visit, tmp_path: Path) -> None:
    desk = visit("bithu")
    desk.goto("/don-vi/CBBQL/ghi/nhiem-ky/")
    desk.fill("[name=name]", "2015–2020")
    desk.fill("[name=starts]", "2015-01-16")
    if desk.locator("[name=sure]").count():
        desk.check("[name=sure]")
    desk.click("button.main")
    expect(desk.locator("main")).to_contain_text("Nhiệm kỳ 2015–2020 bắt đầu")

    desk.goto("/van-ban/so/CBBQL/")
    desk.click("text=Soạn văn bản")
    desk.select_option("[name=type]", "plan")
    desk.fill("[name=about_what]", "giữ gìn công sở xanh, sạch")
    desk.fill("[name=intended_on]", "2015-01-20")
    desk.fill("[name=body]", BODY)
    desk.click("button[name=preview]")
    expect(desk.locator("#xem")).to_contain_text("KẾ HOẠCH")
    expect(desk.locator("#xem")).to_contain_text("Bản xem trước, chưa ghi.")
    desk.click("text=Ghi dự thảo")
    expect(desk.locator("main")).to_contain_text("Đã ghi dự thảo.")
    desk.locator("#xem").get_by_role("link", name="Ký, cấp số văn bản").click()
    expect(desk.locator("main")).to_contain_text("01-KH/CBBQL")
    desk.check("[name=sure]")
    desk.click("button.main")
    expect(desk.locator("main")).to_contain_text("Đã cấp số 01-KH/CBBQL.")

    with desk.expect_download() as taken:
        desk.click("text=Tải Word")
    file = tmp_path / "ke-hoach.docx"
    taken.value.save_as(file)
    desk.goto("/van-ban/the-thuc/")
    desk.set_input_files("input[type=file]", file)
    desk.check("input[name=marked][value=no]")
    desk.click("main button.main")
    expect(desk.locator("main")).to_contain_text("Không thấy chỗ nào sai thể thức.")

    desk.goto("/tim/?q=cong+so+xanh+sach")
    expect(desk.locator(".found mark", has_text="công sở xanh").first).to_be_visible()
    expect(desk.locator(".found li").first).to_contain_text("01-KH/CBBQL")
