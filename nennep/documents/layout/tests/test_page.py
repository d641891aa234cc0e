"""The page: choose a file, read what is wrong or take the mended copy; nothing of the file is kept."""

from datetime import date
from pathlib import Path

import pytest
from django.conf import settings
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.urls import reverse

from nennep.documents.files.tests import making
from nennep.documents.layout import check
from nennep.documents.layout import page as layout_page
from nennep.documents.layout.mending import TextChanged, all_text
from nennep.documents.layout.tests.faults import FAULTS
from nennep.documents.layout.tests.papers import CORRECT, find, report, saved, word_of
from nennep.ledger.models import Entry
from nennep.organisation import requests
from nennep.organisation.models import User

PAGE = "/van-ban/the-thuc/"
POST_BOLD = next(fault for fault in FAULTS if fault.code == "post-bold")


@pytest.fixture
def client(cell, at, monkeypatch) -> Client:
    monkeypatch.setattr(requests, "now", lambda: at)
    client = Client(enforce_csrf_checks=False)
    client.force_login(User.objects.create(username="hoivien", person=cell.member))
    return client


def sent(content: bytes, name: str = "báo cáo.docx") -> dict[str, object]:
    return {"file": SimpleUploadedFile(name, content), "marked": "no"}


def said(response) -> str:
    return response.content.decode()


def test_the_page_stands_where_the_register_leads(client, cell):
    assert reverse("documents:layout") == PAGE
    assert PAGE in said(client.get(reverse("documents:documents", args=[cell.unit.code])))
    assert "Chọn một tệp Word" in said(client.get(PAGE))


def test_a_correct_file_is_said_to_be_correct(client):
    page = client.post(PAGE, sent(CORRECT["report HD36"]()))
    assert page.status_code == 200
    assert "Không thấy chỗ nào sai thể thức." in said(page)


def test_a_finding_says_where_what_the_rule_and_its_source(client):
    page = said(client.post(PAGE, sent(POST_BOLD.planted())))
    for words in (
        "Ký tên",
        "“BÍ THƯ”",
        "chữ đậm",
        "chữ không đậm",
        "36-HD/VPTW",
        "thấy qua nguồn thứ hai",
        "báo cáo.docx",
        "nên xem lại",
    ):
        assert words in page, words


def test_the_mended_copy_comes_back_as_a_file_with_the_same_words(client):
    content = POST_BOLD.planted()
    answer = client.post(PAGE, sent(content) | {"mend": "1"})
    assert "filename*=utf-8''b%C3%A1o%20c%C3%A1o" in answer.headers["Content-Disposition"]
    assert check(answer.content).findings == ()
    assert all_text(answer.content) == all_text(content)


def test_a_file_without_a_day_asks_for_it_and_takes_the_one_that_is_given(client):
    word = word_of(report())
    for run in find(word, "Hưng Yên").runs:
        run.text = "Hưng Yên, ngày      tháng      năm"
    page = client.post(PAGE, sent(saved(word)))
    assert page.status_code == 422
    assert "Không đọc được ngày" in said(page)
    assert "05-HD/VPTW" in said(client.post(PAGE, sent(saved(word)) | {"on": "2026-06-05"}))


@pytest.mark.parametrize(
    ("data", "says"), [({"marked": "no"}, "Chưa chọn tệp."), (sent(b""), "Tệp rỗng"), (sent(making.pdf()), "tệp PDF")]
)
def test_what_is_no_word_file_is_refused_in_a_sentence(client, data, says):
    page = client.post(PAGE, data)
    assert page.status_code == 422
    assert says in said(page)


def test_a_heavy_file_is_not_even_taken_in(client, monkeypatch):
    monkeypatch.setattr(layout_page, "MAX_FILE", 1000)
    page = client.post(PAGE, sent(b"x" * 5000))
    assert page.status_code == 422
    assert "nặng quá 10 MB" in said(page)


def test_a_large_file_is_held_in_memory_and_nothing_is_left_anywhere(client, monkeypatch, tmp_path):
    monkeypatch.setattr(settings, "FILE_UPLOAD_MAX_MEMORY_SIZE", 10)
    monkeypatch.setattr(settings, "FILE_UPLOAD_TEMP_DIR", str(tmp_path))
    seen: list[str] = []
    read = layout_page.uploaded_bytes

    def watched(request, form) -> bytes:
        seen.append(type(request.FILES["file"]).__name__)
        return read(request, form)

    monkeypatch.setattr(layout_page, "uploaded_bytes", watched)
    before, entries = set(Path(settings.DATA.root).rglob("*")), Entry.objects.count()
    client.post(PAGE, sent(CORRECT["report HD36"]()))
    assert seen == ["InMemoryUploadedFile"]
    assert list(tmp_path.iterdir()) == []
    assert set(Path(settings.DATA.root).rglob("*")) == before
    assert Entry.objects.count() == entries


def test_a_copy_whose_words_would_change_is_not_given_out(client, monkeypatch):
    def changing(content, on):
        raise TextChanged

    monkeypatch.setattr(layout_page, "mend", changing)
    page = client.post(PAGE, sent(POST_BOLD.planted()) | {"mend": "1"})
    assert page.status_code == 422
    assert "không trả bản sửa" in said(page)


def test_a_marked_paper_is_not_looked_at(client, cell):
    answer = client.post(PAGE, sent(making.word(top="MẬT")))
    assert answer.status_code == 302
    assert cell.unit.kept_outside.count() == 1


def test_a_form_from_elsewhere_is_refused(cell):
    client = Client(enforce_csrf_checks=True)
    client.force_login(User.objects.create(username="ngoai", person=cell.member))
    assert client.post(PAGE, sent(CORRECT["report HD36"]())).status_code == 403


def test_an_old_paper_says_that_its_own_guidance_was_not_seen(client):
    content = CORRECT["old regulation of a cell"]()
    assert check(content).on == date(2011, 12, 1)
    assert "có trước 03/4/2018" in said(client.post(PAGE, sent(content)))
