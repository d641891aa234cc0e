"""A directive comes by post: into the register from its scan, to everybody who has to know it, and onto the red thread."""

import io
from collections.abc import Callable
from pathlib import Path

import docx
from playwright.sync_api import Page, expect

from nennep.documents.files.tests.making import word

Visit = Callable[..., Page]

PAPER = (
    "TỈNH ỦY HƯNG YÊN", "*", "Số 35-CTr/TU", "ĐẢNG CỘNG SẢN VIỆT NAM", "Hưng Yên, ngày 05 tháng 01 năm 2015",
    "CHƯƠNG TRÌNH", "xây dựng văn hóa công sở", "-----", "Tỉnh ủy yêu cầu các chi bộ:",
)  # fmt: skip


def the_paper(folder: Path, *lines: str) -> Path:
    file = folder / "35-CTr-TU.docx"
    document = docx.Document()
    for line in lines or PAPER:
        document.add_paragraph(line)
    content = io.BytesIO()
    document.save(content)
    file.write_bytes(content.getvalue())
    return file


def test_a_directive_is_registered_from_its_file_read_by_a_member_on_a_phone_and_missed_on_the_thread(
    visit: Visit, tmp_path: Path
) -> None:
    desk = visit("bithu")
    desk.goto("/van-ban/so/CBBQL/vao-so/")
    desk.set_input_files("input[type=file]", the_paper(tmp_path))
    desk.check("input[name=marked][value=no]")
    desk.click("button[name=read]")
    expect(desk.locator("main")).to_contain_text("chưa ghi gì vào sổ")
    expect(desk.locator("[name=code]")).to_have_value("35-CTr/TU")
    expect(desk.locator("[name=issued_on]")).to_have_value("2015-01-05")
    expect(desk.locator("[name=about_what]")).to_have_value("xây dựng văn hóa công sở")
    desk.select_option("[name=role]", "text")
    desk.check("input[name=marked][value=no]")
    desk.click("button.main")
    expect(desk.locator("main")).to_contain_text("Đã vào sổ 35-CTr/TU.")

    desk.click("a.docno:has-text('35-CTr/TU')")
    desk.click("text=Ai phải biết")
    desk.click("a.button:has-text('Đặt yêu cầu quán triệt')")
    desk.select_option("[name=audience]", "everyone")
    desk.fill("[name=due_on]", "2015-01-31")
    desk.click("button.main")
    expect(desk.locator("main")).to_contain_text("0/")

    phone = visit("dangvien", phone=True)
    phone.goto("/")
    phone.click("text=Mở văn bản >> nth=0")
    phone.click("text=Tôi đã đọc, đã biết văn bản này")
    expect(phone.locator("main")).to_contain_text("đã biết, ngày 21/01/2015")

    desk.reload()
    expect(desk.locator("main")).to_contain_text("1/")
    expect(desk.locator("main")).not_to_contain_text("Chu Bá Thịnh")
    desk.goto("/soi-chi-do/so/CBBQL/")
    expect(desk.locator("main")).to_contain_text("35-CTr/TU chưa có nhiệm vụ nào")


def test_a_marked_paper_is_kept_outside_and_only_the_day_is_told(visit: Visit, tmp_path: Path) -> None:
    desk = visit("bithu")
    file = tmp_path / "cong-van-la.docx"
    file.write_bytes(word(top="TỐI MẬT"))
    desk.goto("/van-ban/so/CBBQL/vao-so/")
    desk.set_input_files("input[type=file]", file)
    desk.check("input[name=marked][value=no]")
    desk.click("button[name=read]")
    expect(desk.locator("main")).to_contain_text("giữ ngoài hệ thống")
    expect(desk.locator("main")).not_to_contain_text("cong-van-la")
