"""Registration: a member on a phone writes, keeps it overnight, sends; the secretary reads and comments; a helper types
what somebody wrote with a pen. With the keyboard alone, and without scripts, too."""

from collections.abc import Callable

import pytest
from playwright.sync_api import Page, expect

Visit = Callable[..., Page]
ACTION = "Phát biểu ít nhất một lần trong mỗi buổi chuyên đề"


def fill_item(page: Page, number: int, action: str, measure: str, day: str) -> None:
    page.locator(f"#id_viec-{number}-action").fill(action)
    page.locator(f"#id_viec-{number}-measure").fill(measure)
    page.locator(f"#id_viec-{number}-due_on").fill(day)


def test_a_member_writes_on_a_phone_is_read_and_reports_the_month(visit: Visit) -> None:
    member = visit("dangvien", phone=True)
    member.get_by_role("link", name="Viết đăng ký").click()
    expect(member.get_by_text("chỉ mình bạn đọc được")).to_be_visible()
    fill_item(member, 1, ACTION, "10 trên 12 buổi", "2015-12-15")
    member.locator("#id_viec-2-action").fill("Còn nghĩ tiếp")
    member.get_by_role("button", name="Giữ nháp, thêm việc").click()
    expect(member.get_by_text("Đã giữ nháp. Chỉ mình bạn đọc được.")).to_be_visible()
    expect(member.locator("#id_viec-1-action")).to_have_value(ACTION)
    member.get_by_role("button", name="Gửi chi ủy").click()
    expect(member.get_by_role("alert")).to_contain_text("Việc thứ 2 còn thiếu: thước đo, hạn.")
    expect(member.locator("#id_viec-2-action")).to_have_value("Còn nghĩ tiếp")
    member.locator("#id_viec-2-action").fill("")
    member.get_by_role("button", name="Gửi chi ủy").click()
    expect(member.get_by_text("chờ đọc")).to_be_visible()

    secretary = visit("bithu")
    secretary.get_by_role("link", name="Đọc", exact=True).first.click()
    expect(secretary.get_by_role("heading", name=ACTION)).to_be_visible()
    secretary.get_by_label("Góp ý").fill("Ghi rõ tính từ tháng nào.")
    secretary.get_by_role("button", name="Trả lại kèm góp ý").click()
    expect(secretary.get_by_text("Đã trả lại kèm góp ý.")).to_be_visible()

    member.goto("/")
    member.get_by_role("link", name="Viết đăng ký").click()
    expect(member.get_by_text("Ghi rõ tính từ tháng nào.")).to_be_visible()
    member.locator("#id_viec-1-measure").fill("10 trên 12 buổi, từ tháng 02")
    member.get_by_role("button", name="Gửi chi ủy").click()
    secretary.goto("/")
    secretary.get_by_role("link", name="Đọc", exact=True).first.click()
    secretary.get_by_role("button", name="Cho vào sổ").click()
    expect(secretary.get_by_text("Đã vào sổ 1 việc.")).to_be_visible()

    member.goto("/")
    member.get_by_role("link", name="Ghi kết quả", exact=True).first.click()
    member.get_by_text("Ghi kết quả tháng", exact=True).click()
    member.get_by_label("Đã làm gì").fill("Đã đăng ký phát biểu buổi 17/02.")
    member.get_by_role("button", name="Ghi vào sổ").click()
    expect(member.get_by_text("Đã đăng ký phát biểu buổi 17/02.")).to_be_visible()


@pytest.mark.parametrize(("who", "scripts"), [("phobithu", True), ("chiuy", False)])
def test_with_the_keyboard_alone_a_draft_is_kept(visit: Visit, who: str, scripts: bool) -> None:
    page = visit(who, scripts=scripts)
    page.get_by_role("link", name="Viết đăng ký").click()
    for _press in range(60):
        page.keyboard.press("Tab")
        if page.evaluate("document.activeElement.id") == "id_viec-1-action":
            break
    page.keyboard.insert_text("Ký, trả văn bản trong ngày")
    page.keyboard.press("Tab")
    page.keyboard.insert_text("0 văn bản để sang ngày sau")
    page.keyboard.press("Enter")
    expect(page.get_by_text("Đã giữ nháp.")).to_be_visible()
    expect(page.locator("#id_viec-1-action")).to_have_value("Ký, trả văn bản trong ngày")


def test_a_helper_types_the_code_of_a_paper_form_and_enters_it_without_scripts(visit: Visit) -> None:
    helper = visit("thuky", scripts=False)
    helper.goto("/chuong-trinh/dang-ky/72/phieu/")
    code = helper.locator(".code").first.inner_text()
    helper.goto("/nhap-ho/")
    helper.get_by_role("link", name="Gõ mã trên phiếu giấy").click()
    helper.get_by_label("Mã trên phiếu").fill(code[:-1] + "Z")
    helper.get_by_role("button", name="Mở").click()
    expect(helper.get_by_role("alert")).to_contain_text("Không có phiếu mang mã này.")
    helper.get_by_label("Mã trên phiếu").fill(code.lower())
    helper.get_by_role("button", name="Mở").click()
    expect(helper.get_by_text("nhập hộ từ phiếu giấy")).to_be_visible()
    fill_item(helper, 1, "Tự học quy định đất đai mới", "đọc xong 6 chương", "2015-10-31")
    helper.get_by_role("button", name="Gửi chi ủy thay người viết").click()
    expect(helper.get_by_text("chờ đọc")).to_be_visible()
    person = visit("quanchung")
    expect(person.get_by_text("đã nhập hộ bạn bản đăng ký năm 2015")).to_be_visible()
    secretary = visit("bithu")
    secretary.get_by_role("link", name="Đọc", exact=True).first.click()
    expect(secretary.get_by_text("nhập hộ", exact=False).first).to_be_visible()
    secretary.get_by_role("button", name="Cho vào sổ").click()


def test_the_secretary_launches_again_and_prints(visit: Visit) -> None:
    secretary = visit("bithu")
    secretary.goto("/chuong-trinh/so/CBBQL/2015/")
    expect(secretary.get_by_text("đã đăng ký.", exact=False).first).to_be_visible()
    secretary.get_by_role("link", name="Phát động lại, thêm người").click()
    secretary.get_by_label("Ngày phát động").fill("2015-01-15")
    secretary.get_by_label("Hạn gửi").fill("2015-02-28")
    secretary.get_by_role("button", name="Ghi vào sổ").click()
    expect(secretary.get_by_text("Đã phát động:", exact=False)).to_be_visible()
