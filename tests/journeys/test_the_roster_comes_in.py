"""The secretary's first evening: the list as it lies in Excel comes in, two red cells mended on the page, and out again."""

from collections.abc import Callable
from pathlib import Path

from openpyxl import Workbook
from playwright.sync_api import Page, expect

Visit = Callable[..., Page]

MEMBERS = """Nguyễn Đình Bảo, Trần Thị Cẩm, Lê Hữu Dũng, Phạm Thị Giang, Hoàng Minh Hải, Vũ Thị Hoài, Đặng Quốc Khải, Bùi Thị Liên,
Đỗ Trọng Lâm, Ngô Thị Mận, Dương Văn Nhân, Lý Thị Oanh, Đào Xuân Phúc, Mai Thị Quyên, Tạ Đức Sơn, Kiều Thị Thắm, K'Brơi, Hồ Thị Ý"""
COLLEAGUES = "Trịnh Văn Ước, Lưu Thị Vân, Chu Đức Xuyên, Quách Thị Yến"
LIST = "/nhap-danh-sach/CBBQL/"


def the_list(file: Path) -> Path:
    """18 members and 4 colleagues under titles, in capitals, every date as text; two cells that cannot be."""
    book = Workbook()
    sheet = book.worksheets[0]
    sheet.title = "Danh sách"
    for line in (["CHI BỘ BAN QUẢN LÝ"], [], ["DANH SÁCH ĐẢNG VIÊN, QUẦN CHÚNG"], []):
        sheet.append(line)
    sheet.append(["STT", "HỌ VÀ TÊN", "GIỚI TÍNH", "NGÀY SINH", "NGÀY VÀO ĐẢNG", "NGÀY CHÍNH THỨC", "SỐ THẺ ĐẢNG"])
    sheet.append(["I", "ĐẢNG VIÊN"])
    number = 0
    for group, names in (("", MEMBERS), ("QUẦN CHÚNG", COLLEAGUES)):
        if group:
            sheet.append(["II", group])
        for name in names.split(","):
            number += 1
            sex = "Nữ" if "Thị" in name else "Nam"
            days = ["", ""] if group else [f"03/02/20{number % 10:02d}", f"03/02/20{number % 10 + 1:02d}"]
            born = f"{number:02d}/{number % 12 + 1}/{1970 + number}"
            sheet.append([number, " ".join(name.split()).upper(), sex, born, *days, "87.001" if days[0] else ""])
    sheet["D8"].value = "31/02/1972"
    sheet["C9"].value = None
    sheet.append(["", "Tổng cộng: 22 người"])
    sheet.append(["", "", "", "Hưng Yên, ngày 20 tháng 01 năm 2015"])
    book.save(file)
    return file


def test_twenty_two_people_come_in_go_out_and_come_in_again(visit: Visit, tmp_path: Path) -> None:
    file = the_list(tmp_path / "danh-sach.xlsx")
    page = visit("bithu", scripts=False)
    page.goto("/")
    page.get_by_role("link", name="Nhập danh sách").click()

    def looked_through() -> None:
        page.set_input_files("#file", file)
        page.check("input[name=marked][value=no]")
        page.get_by_role("button", name="Xem trước").click()
        expect(page.locator("main")).to_contain_text("2 chỗ phải sửa")
        page.get_by_label("Danh sách, ô D8: Ngày sinh").fill("28/02/1972")
        page.get_by_label("Danh sách, ô C9: Giới tính").select_option(label="nam")
        page.get_by_label("Từ ngày nào danh sách này có hiệu lực").fill("01/01/2015")
        page.get_by_role("button", name="Xem lại").click()
        expect(page.locator("main")).to_contain_text("22 người mới")
        expect(page.locator("main")).not_to_contain_text("phải sửa")

    looked_through()
    page.get_by_text("Cột nào là gì").click()
    expect(page.locator("main")).to_contain_text("cố ý không lấy")
    page.get_by_role("button", name="Ghi vào danh sách").click()
    expect(page.locator("[role=status]")).to_contain_text("thêm 22 người, sửa 0 người")
    for name in ("Nguyễn Đình Bảo", "K'Brơi", "Trịnh Văn Ước"):
        expect(page.locator("main")).to_contain_text(name)

    take_back(page)
    page.goto("/to-chuc/CBBQL/")
    expect(page.locator("main")).not_to_contain_text("Nguyễn Đình Bảo")

    page.goto(LIST)
    looked_through()
    page.get_by_role("button", name="Ghi vào danh sách").click()
    expect(page.locator("main")).to_contain_text("Nguyễn Đình Bảo")
    take_back(page)  # the other journeys find the cell as it was


def take_back(page: Page) -> None:
    page.goto(LIST)
    page.get_by_role("button", name="Rút lại lần nhập này").first.click()
    expect(page.locator("[role=status]")).to_contain_text("Đã rút lại lần nhập")


def test_on_a_phone_the_red_cells_are_within_reach(visit: Visit, tmp_path: Path) -> None:
    page = visit("thuky", phone=True)
    page.goto(LIST)
    page.set_input_files("#file", the_list(tmp_path / "danh-sach.xlsx"))
    page.check("input[name=marked][value=no]")
    page.get_by_role("button", name="Xem trước").click()
    expect(page.get_by_label("Danh sách, ô D8: Ngày sinh")).to_have_value("31/02/1972")
    assert page.evaluate("document.documentElement.scrollWidth") <= 360
    button = page.get_by_role("button", name="Xem lại").bounding_box()
    assert button is not None
    assert button["height"] >= 44
