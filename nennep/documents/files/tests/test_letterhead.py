"""What the head of a paper says is offered to whoever registers it, and nothing is entered before they send it."""

from datetime import date

import pytest
from django.conf import settings
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client

from nennep.documents.files.letterhead import Head, read_head
from nennep.documents.files.tests import making as m
from nennep.documents.models import Document
from nennep.organisation.models import User

PAPER = (
    "TỈNH ỦY HƯNG YÊN", "BAN TUYÊN GIÁO", "*", "Số 71-HD/BTGTU", "ĐẢNG CỘNG SẢN VIỆT NAM",
    "Hưng Yên, ngày 07 tháng 12 năm 2012", "HƯỚNG DẪN", "học tập chuyên đề năm 2013", "-----",
    "Thực hiện Chỉ thị số 03-CT/TW, ngày 14/5/2011",
)  # fmt: skip


def test_the_head_of_a_party_paper_is_read():
    assert read_head(PAPER) == Head(
        "guidance", "71-HD/BTGTU", "BAN TUYÊN GIÁO", date(2012, 12, 7), "học tập chuyên đề năm 2013"
    )


def test_the_head_of_a_state_paper_is_read_with_columns_side_by_side():
    lines = (
        "CHÍNH PHỦ\tCỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", "\tĐộc lập - Tự do - Hạnh phúc", "Số: 356/2025/NĐ-CP\t",
        "Hà Nội, ngày 31 tháng 12 năm 2025", "NGHỊ ĐỊNH", "Quy định chi tiết một số điều", "của Luật Bảo vệ dữ liệu cá nhân",
        "Căn cứ Luật Tổ chức Chính phủ",
    )  # fmt: skip
    assert read_head(lines) == Head(
        "decree", "356/2025/NĐ-CP", "CHÍNH PHỦ", date(2025, 12, 31),
        "Quy định chi tiết một số điều của Luật Bảo vệ dữ liệu cá nhân",
    )  # fmt: skip


def test_a_document_cited_in_the_text_is_not_the_papers_own_number():
    assert read_head(("BÁO CÁO", "tổng kết", "Thực hiện Chỉ thị số 03-CT/TW, ngày 14 tháng 5 năm 2011")).code == ""


@pytest.mark.parametrize("lines", [(), ("",), ("Kính gửi chi bộ",), ("ngày 31 tháng 02 năm 2012", "Số 5")])
def test_what_has_no_head_says_nothing(lines):
    assert read_head(lines) == Head()


@pytest.fixture
def client(cell) -> Client:
    client = Client()
    client.force_login(User.objects.create(username="bithu", person=cell.secretary))
    return client


def waiting_files():
    return [path for path in (settings.DATA.root / "files" / "van-ban-cho").glob("*") if path.is_file()]


def test_what_was_read_fills_the_form_and_the_file_waits_until_it_is_sent(cell, client):
    address = f"/van-ban/so/{cell.unit.code}/vao-so/"
    sent = {"papers": SimpleUploadedFile("a.docx", m.word(*PAPER)), "marked": "no", "read": "1"}
    page = client.post(address, sent)
    assert page.status_code == 200
    form = page.context["form"]
    assert form.initial["code"] == "71-HD/BTGTU"
    assert 'value="71-HD/BTGTU"' in page.content.decode()
    assert "chưa ghi gì vào sổ" in page.content.decode()
    assert not Document.objects.exists()
    line = {name: form.initial[name] for name in ("type", "code", "issuer", "issued_on", "about_what", "waiting")}
    answer = client.post(address, line | {"marked": "no", "role": "text"}, follow=True)
    assert "Đã vào sổ 71-HD/BTGTU." in answer.content.decode()
    document = Document.objects.get()
    assert [row.name for row in document.document_files.all()] == ["a.docx"]
    assert waiting_files() == []


def test_what_was_typed_is_not_overwritten_by_what_was_read(cell, client):
    sent = {
        "papers": SimpleUploadedFile("a.docx", m.word(*PAPER)), "marked": "no", "read": "1", "about_what": "theo bản gốc",
    }  # fmt: skip
    page = client.post(f"/van-ban/so/{cell.unit.code}/vao-so/", sent)
    assert page.context["form"].initial["about_what"] == "theo bản gốc"
    for path in waiting_files():
        path.unlink()


def test_a_marked_paper_is_not_read_for_its_head(cell, client):
    sent = {"papers": SimpleUploadedFile("a.docx", m.word(*PAPER, top="MẬT")), "marked": "no", "read": "1"}
    assert client.post(f"/van-ban/so/{cell.unit.code}/vao-so/", sent).status_code == 302
    assert waiting_files() == []
    assert cell.unit.kept_outside.count() == 1


def test_another_unit_cannot_take_a_file_that_waits(cell, client):
    sent = {"papers": SimpleUploadedFile("a.docx", m.word(*PAPER)), "marked": "no", "read": "1"}
    form = client.post(f"/van-ban/so/{cell.unit.code}/vao-so/", sent).context["form"]
    from nennep.documents.files.waiting import waiting

    assert waiting(form.initial["waiting"], "OTHER") == []
    assert waiting("made up", cell.unit.code) == []
    assert [name for name, _content in waiting(form.initial["waiting"], cell.unit.code)] == ["a.docx"]
    for path in waiting_files():
        path.unlink()
