"""J9: the public reader, on a phone, without scripts: finds, reads, rates; no cookie is set."""

from collections.abc import Callable

from playwright.sync_api import Page, expect

Visit = Callable[..., Page]


def test_the_reader_finds_the_conference_without_tones_reads_and_rates_it(visit: Visit) -> None:
    page = visit(phone=True, scripts=False)
    page.goto("/cong/tim-kiem/?q=hoi+nghi+tong+ket+03+ct+tw")
    page.get_by_role("link", name="Tổng kết 4 năm thực hiện Chỉ thị").first.click()
    expect(page.locator("h1")).to_contain_text("Tổng kết 4 năm")
    expect(page.locator("main")).to_contain_text("Đăng ngày 20/01/2015")
    expect(page.locator("main")).to_contain_text("100%")
    expect(page.locator("body")).to_contain_text("11/07/2017, 9 giờ 00")
    expect(page.locator("body")).to_contain_text("người đang đọc")
    page.get_by_role("button", name="Có ích", exact=True).click()
    expect(page.locator("main")).to_contain_text("13 lượt")
    assert page.context.cookies() == []


def test_a_returned_article_is_nowhere_public(visit: Visit) -> None:
    page = visit()
    page.goto("/cong/")
    titles = page.locator("main").inner_text()
    assert "Nghe trước, hẹn sau" not in titles
    assert page.request.get("/cong/rss/").status == 200
    assert page.request.get("/cong/sitemap.xml").status == 200
