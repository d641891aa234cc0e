"""A secretary brings the workbook in through the browser: what is wrong is listed, what is right is entered once."""

from collections.abc import Callable
from pathlib import Path

import openpyxl
from playwright.sync_api import Page, expect

EXAMPLE = Path(__file__).resolve().parents[2] / "examples" / "chi-bo-mau" / "so-chi-bo.xlsx"

Visit = Callable[..., Page]


def test_a_broken_workbook_is_answered_cell_by_cell_and_a_mended_one_is_entered(visit: Visit, tmp_path: Path) -> None:
    book = openpyxl.load_workbook(EXAMPLE)
    sheet = book["Sổ tiêu biểu"]
    column = {cell.value: cell.column for cell in sheet[1]}
    right = sheet.cell(2, column["Ngày họp thống nhất"]).value
    sheet.cell(2, column["Ngày họp thống nhất"]).value = "31/02/2012"
    broken = tmp_path / "hong.xlsx"
    book.save(broken)

    page = visit("bithu", scripts=False)
    page.goto("/nhap-so/CBBQL/")
    page.set_input_files("#file", broken)
    page.check("input[name=marked][value=no]")
    page.get_by_role("button", name="Kiểm tra tệp").click()
    expect(page.locator("[role=alert]")).to_contain_text("1 chỗ phải sửa")
    expect(page.locator("main")).to_contain_text("Sổ tiêu biểu")
    expect(page.locator("main")).to_contain_text("31/02/2012")

    sheet.cell(2, column["Ngày họp thống nhất"]).value = right
    sheet.cell(2, column["Tác dụng"]).value = "Hai doanh nghiệp viết thư cảm ơn."
    mended = tmp_path / "da-sua.xlsx"
    book.save(mended)
    page.set_input_files("#file", mended)
    page.check("input[name=marked][value=no]")
    page.get_by_role("button", name="Kiểm tra tệp").click()
    expect(page.locator("main")).to_contain_text("nhập được", timeout=30_000)  # the whole book is tried first
    page.get_by_role("button", name="Ghi tất cả vào sổ").click()
    expect(page.locator("[role=status]")).to_contain_text("sửa 1 dòng")
    page.goto("/neu-guong/so/CBBQL/")
    expect(page.locator("main")).to_contain_text("Hai doanh nghiệp viết thư cảm ơn.")


def test_the_deputy_sees_an_unreadable_file_refused_in_words(visit: Visit, tmp_path: Path) -> None:
    file = tmp_path / "so.xlsx"
    file.write_bytes(b"khong phai excel")
    page = visit("phobithu")
    page.goto("/nhap-so/CBBQL/")
    page.set_input_files("#file", file)
    page.check("input[name=marked][value=no]")
    page.get_by_role("button", name="Kiểm tra tệp").click()
    expect(page.locator("main")).to_contain_text("không phải tệp .xlsx")
