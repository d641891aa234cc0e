"""J7: "Where does this number come from?" Two taps to the rows, with or without scripts, on a desk and on a phone."""

from collections.abc import Callable

import pytest
from playwright.sync_api import Page, expect

REPORT = "/bao-cao/CBBQL/tong-ket/?tu=2011-05-14&den=2015-01-15"

Visit = Callable[..., Page]


@pytest.mark.parametrize("phone", [False, True])
def test_eleven_turns_open_into_eleven_rows_of_nine_people_in_the_drawer(visit: Visit, phone: bool) -> None:
    page = visit("bithu", phone=phone)
    page.goto(REPORT)
    page.locator("a.fact[data-code='recognition.book_turns']").first.click()
    drawer = page.locator("#so")
    expect(drawer.locator("h2")).to_contain_text("11 lượt")
    expect(drawer.locator("tbody tr")).to_have_count(11)
    expect(drawer).to_contain_text("9 người")
    drawer.locator("tbody a").first.click()
    expect(page.locator("h1")).to_contain_text("Ngô Thị Lụa")


def test_without_scripts_the_same_figure_opens_the_same_rows_as_a_page(visit: Visit) -> None:
    page = visit("bithu", scripts=False)
    page.goto(REPORT)
    page.locator("a.fact[data-code='recognition.book_turns']").first.click()
    expect(page.locator("#so tbody tr")).to_have_count(11)


def test_a_share_shows_both_its_sides_and_a_zero_shows_its_months(visit: Visit) -> None:
    page = visit("bithu")
    page.goto(REPORT)
    page.locator("a.fact[data-code='review.rated_well_or_better_percent']").first.click()
    expect(page.locator("#so")).to_contain_text("68 trên 68")
    page.locator("a.fact[data-code='oversight.complaints']").first.click()
    expect(page.locator("#so h2")).to_contain_text("Đơn khiếu nại")
    expect(page.locator("#so tbody tr")).to_have_count(43)


def test_every_figure_of_the_report_on_screen_opens(visit: Visit) -> None:
    """Its rows, or where the report says that there is no record, that there is none."""
    page = visit("bithu")
    page.goto(REPORT)
    expect(page.get_by_text("PHỤ LỤC: SỐ LIỆU THEO NĂM")).to_be_visible()  # it comes after the page, on its own
    written = page.eval_on_selector_all(
        "article.sheet a.fact[data-code]", "links => Object.fromEntries(links.map(a => [a.href, a.textContent]))"
    )
    assert len(written) > 90
    for address, text in written.items():
        answer = page.request.get(address)
        assert answer.status == 200, address
        told = "chưa có bản ghi nào" if text == "chưa có số liệu" else "<tbody><tr"
        assert told in answer.text(), address


def test_months_not_measured_are_said_in_the_margin_and_lead_to_their_minutes(visit: Visit) -> None:
    page = visit("bithu")
    page.goto(REPORT)
    page.get_by_text("Tháng 7/2014 chưa đo số phút chuyên đề.").get_by_role("link").click()
    expect(page.locator("h1")).to_contain_text("tháng 7/2014")
    expect(page.locator("main")).to_contain_text("chưa đo")


def test_each_cell_of_the_board_opens_its_evidence(visit: Visit) -> None:
    page = visit("bithu")
    page.goto("/bang/CBBQL/2014/")
    page.get_by_role("link", name="24 phút").click()
    expect(page.locator("h1")).to_contain_text("tháng 3/2014")
    page.go_back()
    links = page.eval_on_selector_all(".board td a", "cells => [...new Set(cells.map(cell => cell.href))]")
    assert len(links) > 40
    for link in links:
        assert page.request.get(link).status == 200, link
