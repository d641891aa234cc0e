"""The network goes away in the middle of a meeting: what is typed stays on the phone, and arrives once when it is back."""

from collections.abc import Callable

from playwright.sync_api import Page, expect

from tests.journeys.conftest import Demo

Visit = Callable[..., Page]


def planned(secretary: Page, kind: str, content: str, starts: str) -> str:
    """A meeting of today, ready to be opened; returns the address of its page."""
    secretary.goto("/sinh-hoat/so/CBBQL/them/")
    secretary.get_by_label("Loại").select_option(label=kind)
    secretary.get_by_label("Ngày dự kiến").fill("2015-01-21")
    secretary.get_by_label("Nội dung chính").fill(content)
    secretary.get_by_role("button", name="Ghi vào sổ").click()
    secretary.get_by_role("link", name="Chuẩn bị cuộc họp").click()
    secretary.get_by_label("Bắt đầu").fill(starts)
    secretary.get_by_label("Thời lượng (phút)").fill("60")
    secretary.get_by_label("Địa điểm").fill("Phòng họp tầng 2")
    secretary.get_by_label("Chủ trì").select_option(label="Vũ Minh Hạnh")
    secretary.get_by_label("Người ghi biên bản").select_option(label="Nguyễn Thị Thu Hằng")
    secretary.get_by_role("button", name="Ghi vào sổ").click()
    expect(secretary.get_by_role("heading", name="Đã sẵn sàng chưa")).to_be_visible()
    return secretary.url


def say(page: Page, what: str, name: str, words: str, button: str) -> None:
    form = page.locator(f"#viec-{what}")
    if not form.is_visible():
        page.locator(f"details:has(#viec-{what}) > summary").click()
    if name:
        form.locator("[name=person]").fill(name)
    form.locator("textarea").first.fill(words)
    form.get_by_role("button", name=button).click()


def test_what_is_typed_without_a_network_is_there_after_a_reload_and_arrives_once(visit: Visit) -> None:
    address = planned(visit("bithu"), "bất thường", "Họp khi mất mạng", "08:00")
    page = visit("thuky", phone=True)
    page.goto(address)
    page.get_by_role("link", name="Mở cuộc họp").click()
    page.get_by_role("button", name="Ghi vào sổ").click()
    live = page.url
    page.wait_for_selector("[data-kept=yes]", state="attached")
    page.get_by_role("button", name="Bắt đầu mục đầu tiên").click()
    expect(page.locator("[data-twin][aria-current=step]")).to_contain_text("Mở đầu")

    page.context.set_offline(True)
    page.clock.install()
    for minute in range(5):
        say(page, "spoke", "Ngô Thị Lụa", f"ý kiến khi mất mạng, phút {minute}", "Ghi ý kiến")
        say(page, "note", "", f"nội dung khi mất mạng, phút {minute}", "Ghi nội dung")
        page.clock.fast_forward(60_000)
    expect(page.get_by_text("Cứ ghi tiếp: 10 dòng đang giữ trên máy này")).to_be_visible()
    page.get_by_role("button", name="Sang mục tiếp theo").click()
    page.locator("#viec-note textarea").fill("đang gõ dở thì tải lại trang")

    page.reload()
    expect(page.locator("#dang-giu > li")).to_have_count(10)
    expect(page.locator("#viec-note textarea")).to_have_value("đang gõ dở thì tải lại trang")
    context = page.context
    page.close()
    again = context.new_page()
    again.goto(live)
    expect(again.locator("#dang-giu > li")).to_have_count(10)
    say(again, "spoke", "Mai Thị Hòa", "sau khi mở lại", "Ghi ý kiến")

    for words in ("Thống nhất A.", "Thống nhất A và B."):
        again.locator("#viec-conclusion textarea").fill(words) if words.endswith("B.") else say(
            again, "conclusion", "", words, "Ghi kết luận"
        )
    again.locator("#viec-conclusion").get_by_role("button", name="Ghi kết luận").click()
    again.get_by_role("button", name="Tạm dừng").click()
    expect(again.locator(".stick button")).to_have_text("Họp tiếp")

    context.set_offline(False)
    expect(again.locator("#giu")).to_be_hidden(timeout=20_000)
    again.goto(live)
    lines = again.locator("#dong > ul > li")
    expect(lines).to_have_count(11)
    for minute in range(5):
        expect(lines.filter(has_text=f"ý kiến khi mất mạng, phút {minute}")).to_have_count(1)
        expect(lines.filter(has_text=f"nội dung khi mất mạng, phút {minute}")).to_have_count(1)
    expect(again.locator("#viec-conclusion textarea")).to_have_value("Thống nhất A và B.")
    again.get_by_role("button", name="Họp tiếp").click()
    expect(again.locator("[data-twin][aria-current=step]")).not_to_contain_text("Mở đầu")


def test_a_session_that_ended_says_so_and_what_was_typed_waits_for_its_writer(visit: Visit, demo: Demo) -> None:
    address = planned(visit("bithu"), "chi ủy", "Họp khi hết phiên", "18:00")
    page = visit("thuky", phone=True)
    page.goto(address)
    page.get_by_role("link", name="Mở cuộc họp").click()
    page.get_by_role("button", name="Ghi vào sổ").click()
    live = page.url
    page.get_by_role("button", name="Bắt đầu mục đầu tiên").click()
    page.context.clear_cookies()
    say(page, "spoke", "Ngô Thị Lụa", "gõ khi phiên đã hết", "Ghi ý kiến")
    expect(page.get_by_text("Phiên đăng nhập đã hết.")).to_be_visible()
    for username, arrived in (("bithu", 0), ("thuky", 1)):
        page.goto("/dang-nhap/")
        page.fill("#id_username", username)
        page.fill("#id_password", demo.password)
        page.click("main button")
        expect(page.locator("main h1")).to_contain_text("Hôm nay")
        page.goto(live)
        expect(page.locator("#giu")).to_be_hidden()
        expect(page.locator("#dong > ul > li", has_text="gõ khi phiên đã hết")).to_have_count(arrived)
        page.goto("about:blank")
        page.context.clear_cookies()


def test_two_who_write_at_once_see_each_other_and_lose_nothing(visit: Visit) -> None:
    address = planned(visit("bithu"), "kiểm điểm", "Họp hai người ghi", "10:00")
    one, two = visit("thuky"), visit("bithu", phone=True)
    one.goto(address)
    one.get_by_role("link", name="Mở cuộc họp").click()
    one.get_by_role("button", name="Ghi vào sổ").click()
    one.get_by_role("button", name="Bắt đầu mục đầu tiên").click()
    two.goto(one.url)
    expect(two.get_by_text("Đang cùng ghi: Nguyễn Thị Thu Hằng")).to_be_visible()
    say(one, "note", "", "dòng của thư ký", "Ghi nội dung")
    say(two, "note", "", "dòng của bí thư", "Ghi nội dung")
    for page in (one, two):
        page.reload()
        expect(page.locator("#dong > ul > li")).to_have_count(2)
    for page, words in ((one, "lời mới của thư ký"), (two, "lời mới của bí thư")):
        line = page.locator("#dong > ul > li", has_text="dòng của thư ký")
        line.locator("summary").click()
        line.locator("form[data-jot=amend] textarea").fill(words)
    for page in (one, two):
        page.locator("form[data-jot=amend]:visible").get_by_role("button", name="Ghi lời mới").click()
        expect(page.locator("#giu")).to_be_hidden()
    one.reload()
    expect(one.locator("#dong > ul > li", has_text="lời mới của thư ký")).to_have_count(1)
    expect(one.locator("#dong > ul > li", has_text="lời mới của bí thư")).to_have_count(1)
    expect(one.get_by_text("hai người cùng sửa, giữ cả hai")).to_be_visible()

    seat = one.locator("#mat li", has_text="Ngô Thị Lụa")
    seat.locator("summary").click()
    seat.get_by_role("group", name="Ngô Thị Lụa").get_by_text("đến muộn").click()
    seat.get_by_label("Muộn mấy phút").fill("7")
    seat.get_by_role("button", name="Ghi").click()
    expect(one.locator("#mat li", has_text="Ngô Thị Lụa")).to_contain_text("muộn 7 phút")
    line = one.locator("#dong > ul > li", has_text="dòng của bí thư")
    line.locator("summary").click()
    line.get_by_role("button", name="Bỏ dòng này").click()
    expect(one.locator("#dong > ul > li", has_text="dòng của bí thư")).to_have_count(0)


def test_without_scripts_plain_forms_do_the_same(visit: Visit) -> None:
    address = planned(visit("bithu"), "hội nghị", "Họp không có mã lệnh", "14:00")
    page = visit("thuky", phone=True, scripts=False)
    page.goto(f"{address}chuong-trinh/")
    for field in ("order_1", "title_1", "minutes_1", "theme"):
        expect(page.locator(f"[name={field}]").first).to_be_visible()
    page.goto(address)
    page.get_by_role("link", name="Mở cuộc họp").click()
    page.get_by_role("button", name="Ghi vào sổ").click()
    page.get_by_role("button", name="Bắt đầu mục đầu tiên").click()
    say(page, "spoke", "lụa", "ghi bằng biểu mẫu thường", "Ghi ý kiến")
    expect(page.locator("#dong > ul > li")).to_contain_text("Ngô Thị Lụa")
    page.get_by_role("button", name="Những người còn lại có mặt").click()
    expect(page.get_by_text("18 trên 18 có mặt")).to_be_visible()
    say(page, "spoke", "Người Lạ", "chưa ghi được", "Ghi ý kiến")
    expect(page.locator("#viec-spoke textarea")).to_have_value("chưa ghi được")
