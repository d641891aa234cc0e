"""A real installation from nothing: first secretary, roster, invitation sheet, a phone with one-time codes, a hand-over."""

import os
import re
import subprocess
import sys
from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest
from allauth.mfa.totp.internal.auth import hotp_value, yield_hotp_counters_from_time
from playwright.sync_api import Browser, Page, expect

from tests.journeys.conftest import ROOT, wait_until_it_answers
from tests.journeys.test_the_roster_comes_in import the_list
from tests.postgres import free_port

SECRETARY, HEIR = "Vũ Minh Hạnh", "Nguyễn Đình Bảo"
PASSWORD, HEIRS_PASSWORD = "buoi toi dau tien 2026", "nang len tren dong lua"  # pragma: allowlist secret
CELL = [
    *("--unit", "CBTHU", "--login", "bithu", "--name", "Chi bộ Trung tâm Giống cây trồng"),
    *("--letterhead", "CHI BỘ TRUNG TÂM GIỐNG CÂY TRỒNG", "--symbol", "CB", "--place", "Hưng Yên"),
    *("--level", "chi bộ cơ sở", "--kind", "cơ quan, đơn vị sự nghiệp", "--since", "01/01/2004"),
    *("--secretary", SECRETARY, "--sex", "nữ", "--joined", "15/03/2004", "--elected", "10/06/2025"),
]


@pytest.fixture(scope="module")
def address(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """A folder that is no demo, the commands that a secretary types on the first evening, and the server."""
    folder = tmp_path_factory.mktemp("real")
    environment = {key: value for key, value in os.environ.items() if not key.startswith(("NENNEP_", "DJANGO_"))}
    environment["PYTHONPATH"] = str(ROOT)
    nennep = [sys.executable, "-m", "nennep", "--data", str(folder)]
    subprocess.run([*nennep, "prepare"], env=environment, check=True)
    subprocess.run([*nennep, "first-secretary", *CELL], env=environment, check=True, input=f"{PASSWORD}\n", text=True)
    port = free_port()
    server = subprocess.Popen([*nennep, "serve", "--port", str(port)], env=environment)
    try:
        wait_until_it_answers(f"http://127.0.0.1:{port}", server)
        yield f"http://127.0.0.1:{port}"
    finally:
        server.terminate()
        server.wait(timeout=20)


def open_page(browser: Browser, address: str, *, width: int = 1280) -> Page:
    context = browser.new_context(base_url=address, viewport={"width": width, "height": 740}, locale="vi-VN")
    return context.new_page()


def sign_in(page: Page, name: str, password: str) -> None:
    page.goto("/dang-nhap/")
    page.get_by_label("Tên đăng nhập").fill(name)
    page.get_by_label("Mật khẩu").fill(password)
    page.get_by_role("button", name="Vào", exact=True).click()


def one_time_code(key: str) -> str:
    return f"{hotp_value(key, next(iter(yield_hotp_counters_from_time()))):06d}"


def fits(page: Page) -> bool:
    return bool(page.evaluate("document.documentElement.scrollWidth <= innerWidth"))


def test_from_an_empty_machine_to_an_office_handed_on(browser: Browser, address: str, tmp_path: Path) -> None:
    desk = open_page(browser, address)
    sign_in(desk, "bithu", PASSWORD)
    expect(desk.locator(".who")).to_contain_text(SECRETARY)

    # The list as it lies in Excel.
    desk.goto("/nhap-danh-sach/CBTHU/")
    desk.set_input_files("#file", the_list(tmp_path / "danh-sach.xlsx"))
    desk.check("input[name=marked][value=no]")
    desk.get_by_role("button", name="Xem trước").click()
    desk.get_by_label("Danh sách, ô D8: Ngày sinh").fill("28/02/1972")
    desk.get_by_label("Danh sách, ô C9: Giới tính").select_option(label="nam")
    desk.get_by_label("Từ ngày nào danh sách này có hiệu lực").fill("01/01/2026")
    desk.get_by_role("button", name="Xem lại").click()
    desk.get_by_role("button", name="Ghi vào danh sách").click()
    expect(desk.locator("[role=status]")).to_contain_text("thêm 22 người")

    # One sheet of paper.
    desk.goto("/to-chuc/CBTHU/tai-khoan/")
    desk.get_by_role("row", name=HEIR).get_by_role("link", name="in giấy mời").click()
    desk.get_by_role("button", name="In giấy mời").click()
    expect(desk.locator(".handout .qr svg")).to_be_visible()
    code = desk.locator(".handout .code").inner_text()

    # The phone of the one who got it.
    phone = open_page(browser, address, width=360)
    phone.goto("/moi/")
    phone.get_by_role("textbox").first.fill(code)
    phone.locator("main form button").first.click()
    expect(phone.locator("h1")).to_contain_text(HEIR)
    assert fits(phone)
    phone.get_by_label("Tên đăng nhập").fill("baonguyen")
    for field in phone.locator("input[type=password]").all():
        field.fill(HEIRS_PASSWORD)
    phone.get_by_role("button", name="Vào Nền Nếp").click()
    phone.goto("/tai-khoan/ma-mot-lan/")
    if phone.locator("#id_password").count():  # who has just come in may be asked once more
        phone.fill("#id_password", HEIRS_PASSWORD)
        phone.locator("main form button").first.click()
        phone.goto("/tai-khoan/ma-mot-lan/")
    key = re.sub(r"\s", "", phone.locator(".code").inner_text())
    assert fits(phone)
    phone.get_by_label("Mã 6 chữ số").fill(one_time_code(key))
    phone.get_by_role("button", name="Bật", exact=True).click()
    phone.goto("/toi/")
    phone.get_by_role("button", name="Ra khỏi máy này").last.click()
    sign_in(phone, "baonguyen", HEIRS_PASSWORD)
    expect(phone.locator("h1")).to_contain_text("Bước xác nhận thứ hai")
    assert fits(phone)
    phone.get_by_label("Mã 6 chữ số").fill(one_time_code(key))
    phone.get_by_role("button", name="Vào", exact=True).click()
    expect(phone.locator("h1")).to_contain_text("Hôm nay")
    assert phone.goto("/so-cai/CBTHU/").status == 404  # type: ignore[union-attr]

    # The office goes to them today.
    desk.goto("/to-chuc/CBTHU/")
    desk.get_by_role("link", name=SECRETARY).first.click()
    desk.get_by_text("Ghi thay đổi").click()
    desk.get_by_role("link", name="Bàn giao chức vụ").click()
    desk.get_by_label("Chức vụ bàn giao").select_option(index=1)
    desk.get_by_label("Người nhận").select_option(label=HEIR)
    desk.get_by_label("Người mới giữ từ ngày").fill(date.today().isoformat())
    desk.get_by_label("Theo văn bản").fill("QĐ 7-QĐ/ĐU ngày 20/11/2026")
    desk.get_by_label("Đã đối chiếu").check()
    desk.get_by_role("button", name="Ghi vào sổ").click()
    expect(desk.locator("[role=status]")).to_contain_text(f"{HEIR} giữ chức bí thư")

    # At the very next page the one sees no more than a member, and the other sees what the office opens.
    for closed in ("/so-cai/CBTHU/", "/to-chuc/CBTHU/tai-khoan/", "/to-chuc/CBTHU/them-nguoi/", "/nhap-so/CBTHU/"):
        assert desk.goto(closed).status == 404, closed  # type: ignore[union-attr]
        assert phone.goto(closed).status == 200, closed  # type: ignore[union-attr]
    assert desk.goto("/to-chuc/CBTHU/").status == 200  # type: ignore[union-attr]
    phone.goto("/so-cai/CBTHU/")
    expect(phone.locator("main")).to_contain_text("ghi chức vụ")
    for page in (desk, phone):
        page.context.close()
