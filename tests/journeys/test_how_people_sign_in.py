"""The ways in, as people go them: a sheet of paper and a phone, a code of the phone, a key in the machine, a card and a PIN."""

import re
from collections.abc import Callable

from playwright.sync_api import Browser, Page, expect

from nennep.organisation.accounts.tests.conftest import code_of
from tests.journeys.conftest import Demo

Visit = Callable[..., Page]

PASSWORD = "bon tu khong lien quan"  # pragma: allowlist secret


def printed(visit: Visit, name: str, paper: str) -> Page:
    """The secretary prints somebody's paper; the page as it lies in the printer."""
    page = visit("bithu")
    page.goto("/to-chuc/CBBQL/")
    page.get_by_role("link", name="Tài khoản, giấy mời, thẻ").click()
    page.get_by_role("row", name=name).get_by_role("link", name=paper).click()
    page.locator("main .button.main").click()
    return page


def fits(page: Page) -> bool:
    return bool(page.evaluate("document.documentElement.scrollWidth <= innerWidth"))


def test_a_member_opens_the_sheet_on_a_phone_and_turns_on_codes_without_any_script(visit: Visit) -> None:
    sheet = printed(visit, "Ngô Thị Lụa", "in giấy mời")
    expect(sheet.locator(".handout svg")).to_be_visible()
    code = sheet.locator(".handout .code").inner_text()

    phone = visit(phone=True, scripts=False)
    phone.goto(f"/moi/{code.replace(' ', '')}/")
    assert code.replace(" ", "") not in phone.url
    expect(phone.locator("h1")).to_have_text("Mời Ngô Thị Lụa")
    expect(phone.locator("#id_username")).to_have_value("luant")
    assert fits(phone)
    phone.fill("#id_password", PASSWORD)
    phone.fill("#id_password2", "khac han")
    phone.get_by_role("button", name="Vào Nền Nếp").click()
    expect(phone.locator(".errorlist")).to_contain_text("không giống nhau")
    phone.fill("#id_password", PASSWORD)
    phone.fill("#id_password2", PASSWORD)
    phone.get_by_role("button", name="Vào Nền Nếp").click()
    expect(phone.locator("h1")).to_contain_text("Hôm nay có")

    phone.get_by_role("link", name="Đăng nhập và bảo mật").click()
    assert fits(phone)
    phone.get_by_role("link", name="Bật", exact=True).click()
    expect(phone.locator(".qr svg")).to_be_visible()
    secret = phone.locator(".code").inner_text().replace(" ", "")
    phone.fill("#id_code", code_of(secret))
    phone.get_by_role("button", name="Bật").click()
    expect(phone.locator("li.code")).to_have_count(10)
    assert fits(phone)
    spare = re.sub(r"\D", "", phone.locator("li.code").first.inner_text())
    phone.get_by_role("link", name="Đã in, xong").click()
    expect(phone.locator("main")).to_contain_text("còn 10 mã chưa dùng")

    phone.goto("/toi/")
    phone.locator("main").get_by_role("button", name="Ra khỏi máy này").click()
    for typed, answer in (("000000", "Mã chưa đúng"), (code_of(secret, steps=1), "Hôm nay có")):
        phone.goto("/dang-nhap/")
        if phone.locator("#id_username").count():
            phone.fill("#id_username", "luant")
            phone.fill("#id_password", PASSWORD)
            phone.get_by_role("button", name="Vào", exact=True).click()
        phone.fill("#id_code", typed)
        phone.get_by_role("button", name="Vào", exact=True).click()
        expect(phone.locator("main")).to_contain_text(answer)

    elsewhere = visit(scripts=False)
    elsewhere.goto("/dang-nhap/")
    elsewhere.fill("#id_username", "LUANT")
    elsewhere.fill("#id_password", PASSWORD)
    elsewhere.get_by_role("button", name="Vào", exact=True).click()
    elsewhere.fill("#id_code", spare)
    elsewhere.get_by_role("button", name="Vào", exact=True).click()
    expect(elsewhere.locator("h1")).to_contain_text("Hôm nay có")

    used = visit(phone=True)
    used.goto(f"/moi/{code.replace(' ', '')}/")
    expect(used.locator("[role=alert]")).to_contain_text("đã dùng rồi")


def test_a_key_in_the_machine_opens_the_account_without_a_password(browser: Browser, demo: Demo) -> None:
    # Browsers give keys to names, not to numbers: 127.0.0.1 has none.
    context = browser.new_context(base_url=demo.address.replace("127.0.0.1", "localhost"), locale="vi-VN")
    page = context.new_page()
    machine = context.new_cdp_session(page)
    machine.send("WebAuthn.enable")
    options = {"protocol": "ctap2", "transport": "internal", "hasResidentKey": True, "hasUserVerification": True}
    options |= {"isUserVerified": True, "automaticPresenceSimulation": True}
    machine.send("WebAuthn.addVirtualAuthenticator", {"options": options})

    page.goto("/dang-nhap/")
    page.fill("#id_username", "chiuy")
    page.fill("#id_password", demo.password)
    page.get_by_role("button", name="Vào", exact=True).click()
    page.goto("/tai-khoan/khoa/them/")
    page.fill("#id_name", "máy ở cơ quan")
    page.get_by_role("button", name="Thêm khóa").click()
    expect(page.locator("li.code")).to_have_count(10)
    page.goto("/tai-khoan/")
    expect(page.locator("main")).to_contain_text("máy ở cơ quan")
    expect(page.locator("main")).to_contain_text("Thêm khóa")
    page.goto("/toi/")
    page.locator("main").get_by_role("button", name="Ra khỏi máy này").click()

    page.get_by_role("button", name="Dùng khóa").click()
    expect(page.locator("h1")).to_contain_text("Hôm nay")

    # As a second step after the password, too.
    page.goto("/toi/")
    page.locator("main").get_by_role("button", name="Ra khỏi máy này").click()
    page.fill("#id_username", "chiuy")
    page.fill("#id_password", demo.password)
    page.get_by_role("button", name="Vào", exact=True).click()
    page.get_by_role("button", name="Dùng khóa thay cho mã").click()
    expect(page.locator("h1")).to_contain_text("Hôm nay")

    page.goto("/tai-khoan/")
    page.get_by_role("link", name="Bỏ", exact=True).click()
    page.get_by_role("button", name="Bỏ", exact=True).click()
    expect(page.locator("main")).to_contain_text("Chưa bật")
    context.close()


def test_without_a_key_the_button_is_not_there_for_a_browser_without_scripts(visit: Visit) -> None:
    page = visit(scripts=False)
    page.goto("/dang-nhap/")
    expect(page.get_by_role("button", name="Dùng khóa")).to_be_hidden()
    expect(page.get_by_role("link", name="Dùng thẻ")).to_be_visible()


def test_an_old_member_comes_in_with_card_and_pin_sets_an_own_pin_and_leaves(visit: Visit) -> None:
    paper = printed(visit, "Trần Đình Khoát", "cấp thẻ")
    code, slip = paper.locator(".handout .code").all_inner_texts()

    shared = visit(scripts=False)
    shared.goto("/dang-nhap/")
    shared.get_by_role("link", name="Dùng thẻ").click()
    expect(shared.locator("#id_code")).to_be_focused()
    shared.keyboard.type(code.lower())
    shared.keyboard.press("Tab")
    shared.keyboard.type("000001")
    shared.keyboard.press("Enter")
    expect(shared.locator("[role=alert]")).to_contain_text("Còn 4 lần thử")
    shared.fill("#id_pin", slip.replace(" ", ""))
    shared.keyboard.press("Enter")

    expect(shared.locator("h1")).to_have_text("Đổi mã PIN")
    shared.fill("#id_pin", "260391")
    shared.fill("#id_pin2", "260391")
    shared.keyboard.press("Enter")
    expect(shared.locator("main")).to_contain_text("Bạn vào bằng thẻ")

    answer = shared.goto("/to-chuc/CBBQL/")
    assert answer is not None
    assert answer.status == 404
    shared.goto("/")
    shared.get_by_role("button", name="Xong, ra khỏi máy này").click()
    expect(shared.locator("h1")).to_have_text("Đăng nhập")


def test_every_page_of_signing_in_fits_a_phone_and_a_keyboard(visit: Visit) -> None:
    outside = visit(phone=True)
    for address in ("/dang-nhap/", "/quen-mat-khau/", "/quen-mat-khau/da-gui/", "/moi/", "/the/"):
        outside.goto(address)
        assert fits(outside), address
    inside = visit("phobithu", phone=True)
    own = ["/tai-khoan/", "/tai-khoan/ten/", "/tai-khoan/thu/", "/tai-khoan/mat-khau/", "/tai-khoan/ma-mot-lan/"]
    for address in [*own, "/tai-khoan/khoa/them/", "/to-chuc/CBBQL/tai-khoan/"]:
        answer = inside.goto(address)
        assert answer is not None
        assert answer.status == 200, address
        assert fits(inside), address
