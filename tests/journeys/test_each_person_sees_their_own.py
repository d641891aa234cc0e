"""What a plain member and a colleague may open, and what answers as if it were not there."""

from collections.abc import Callable

import pytest
from playwright.sync_api import Page, expect

Visit = Callable[..., Page]


def test_a_wrong_password_comes_back_with_the_name_still_typed(visit: Visit) -> None:
    page = visit()
    page.goto("/dang-nhap/")
    page.fill("#id_username", "bithu")
    page.fill("#id_password", "khong-phai")
    page.click("main button")
    expect(page.locator(".notice[role=alert]")).to_contain_text("Chưa vào được")
    expect(page.locator("#id_username")).to_have_value("bithu")


def test_the_secretary_finds_what_to_do_and_goes_there_with_the_keyboard_alone(visit: Visit) -> None:
    page = visit("bithu")
    expect(page.locator("h1")).to_contain_text("Hôm nay có")
    page.keyboard.press("Tab")
    expect(page.locator(".skip")).to_be_focused()
    page.keyboard.press("Enter")
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    expect(page).not_to_have_url("/")


@pytest.mark.parametrize("who", ["dangvien", "quanchung"])
@pytest.mark.parametrize("address", ["/bao-cao/CBBQL/tong-ket/", "/nhap-so/CBBQL/", "/may/", "/cong-quan-tri/"])
def test_a_member_without_office_does_not_reach_what_is_not_theirs(visit: Visit, who: str, address: str) -> None:
    page = visit(who)
    answer = page.goto(address)
    assert answer is not None
    assert answer.status in (403, 404) or "login" in page.url


def test_a_member_sees_the_share_of_ratings_and_only_the_own_level(visit: Visit) -> None:
    page = visit("dangvien")
    page.goto("/danh-gia/so/CBBQL/2014/")
    expect(page.locator("main")).to_contain_text("hoàn thành tốt nhiệm vụ trở lên")
    expect(page.locator("main .lines:not(.years) li")).to_have_count(1)
    page.goto("/chi-tieu/CBBQL/review.rated_well_or_better_percent/?tu=2011-05-14&den=2015-01-15")
    expect(page.locator("#so")).to_contain_text("chỉ chi ủy")
    expect(page.locator("#so tbody tr")).to_have_count(0)


def test_nobody_signed_in_is_asked_to_sign_in(visit: Visit) -> None:
    page = visit()
    for address in ("/", "/van-ban/so/CBBQL/", "/chi-tieu/CBBQL/", "/bang/CBBQL/2014/"):
        page.goto(address)
        expect(page.locator("#id_username")).to_be_visible()


PAGES = [
    "/",
    "/bang/CBBQL/2014/",
    "/chuong-trinh/so/CBBQL/2014/",
    "/sinh-hoat/so/CBBQL/2014/",
    "/van-ban/so/CBBQL/",
    "/van-ban/so/CBBQL/vao-so/",
    "/van-ban/so/CBBQL/danh-muc/",
    "/soi-chi-do/so/CBBQL/",
    "/soi-chi-do/1/",
    "/danh-gia/so/CBBQL/2014/",
    "/neu-guong/so/CBBQL/",
    "/kiem-tra/so/CBBQL/2014/",
    "/bao-cao/CBBQL/tong-ket/?tu=2011-05-14&den=2015-01-15",
    "/chi-tieu/CBBQL/?tu=2011-05-14&den=2015-01-15",
    "/to-chuc/CBBQL/",
    "/to-chuc/CBBQL/tai-khoan/",
    "/to-chuc/CBBQL/them-nguoi/",
    "/nhap-danh-sach/CBBQL/",
    "/don-vi/CBBQL/",
    "/don-vi/CBBQL/ghi/tach/",
    "/so-cai/CBBQL/",
    "/toi/",
    "/toi/nhac/",
    "/toi/so-cai/",
    "/tai-khoan/",
    "/thiet-ke/",
    "/cong/",
]


def test_no_page_is_wider_than_a_phone(visit: Visit) -> None:
    page = visit("bithu", phone=True)
    for address in PAGES:
        answer = page.goto(address)
        assert answer is not None
        assert answer.status == 200, address
        assert page.evaluate("document.documentElement.scrollWidth <= innerWidth"), address


def test_on_a_phone_the_contents_unfold_without_scripts(visit: Visit) -> None:
    page = visit("bithu", phone=True, scripts=False)
    expect(page.get_by_role("link", name="Văn bản", exact=True)).to_be_hidden()
    page.get_by_text("Mục lục").click()
    page.get_by_role("link", name="Văn bản", exact=True).click()
    expect(page.locator("h1")).to_contain_text("Sổ văn bản")
