"""A marked paper stays outside and leaves nothing; a harmless one gets in (domain 7.2)."""

import hashlib
import os
import re
import tempfile
import uuid
from pathlib import Path

import pytest
from django.conf import settings
from django.core.files.uploadedfile import SimpleUploadedFile
from django.core.management import CommandError, call_command
from django.db import connection
from django.test import Client

from nennep.documents.files.store import path_of
from nennep.documents.files.tests import making
from nennep.documents.files.tests.marked import marked_papers, scanned_papers
from nennep.documents.models import Document, DocumentFile, KeptOutside
from nennep.documents.tests.factories import DocumentFactory
from nennep.ledger.models import Entry
from nennep.organisation.models import User


@pytest.fixture
def trace(monkeypatch) -> str:
    """Stands in the name and the text of each paper of one test, so that whatever is left of it, and of no other, is found."""
    token = f"zq{uuid.uuid4().hex[:12]}"
    monkeypatch.setattr(making, "BODY", (f"Báo cáo tình hình tháng {token}", making.BODY[1]))
    return token


def held_anywhere(*traces: bytes) -> list[str]:
    """Where any of the bytes stand: files of the data folder and of the one for temporary files, rows of the database."""
    any_of = re.compile(b"|".join(re.escape(trace) for trace in traces))
    places = []
    # os.walk passes over folders that other processes take away meanwhile.
    for folder in (settings.DATA.root, tempfile.gettempdir()):
        for place, _folders, names in os.walk(folder):
            for path in (Path(place, name) for name in names):
                try:
                    if any_of.search(path.name.encode()) or (path.is_file() and any_of.search(path.read_bytes())):
                        places.append(str(path))
                except OSError:  # another process's file that went meanwhile
                    continue
    if connection.vendor == "sqlite":
        # Also pages that were not written to the file yet.
        return places + (["database"] if any_of.search(connection.connection.serialize()) else [])
    with connection.cursor() as cursor:
        for table in connection.introspection.table_names():
            cursor.execute(f'SELECT r::text FROM "{table}" AS r')
            places += [table for [row] in cursor.fetchall() if any_of.search(row.encode())]
    return places


def traced(name: str, trace: str) -> str:
    stem, dot, ending = name.rpartition(".")
    return f"{stem} {trace}{dot}{ending}"


@pytest.fixture
def client(cell) -> Client:
    client = Client()
    client.force_login(User.objects.create(username="bithu", person=cell.secretary))
    return client


def send(client, address: str, name: str, content: bytes, marked: str = "no", field: str = "papers", **more: str):
    return client.post(address, {field: SimpleUploadedFile(name, content), "marked": marked, **more})


def left_of(papers: list[tuple[str, str, bytes]], trace: str) -> list[str]:
    hashes = [hashlib.sha256(content) for _what, _name, content in papers]
    return held_anywhere(trace.encode(), *(h.hexdigest().encode() for h in hashes), *(h.digest() for h in hashes))


def test_nothing_is_left_of_what_was_stopped(cell, client, caplog, long, trace):
    document = DocumentFactory(register=cell.unit, number=12)
    papers = marked_papers() + scanned_papers()
    papers = papers if long else papers[:: len(papers) // 12]
    for _what, name, content in papers:
        assert (
            send(client, f"/van-ban/{document.pk}/tep/", traced(name, trace), content, role="text").status_code == 302
        )
    assert left_of(papers, trace) == []
    assert trace not in caplog.text
    assert not DocumentFile.objects.exists()
    assert KeptOutside.objects.of(cell.unit).count() == len(papers)
    assert Entry.objects.order_by("sequence").last().act == "documents.keep_outside"


def test_the_look_for_what_is_left_finds_what_is_there(cell, client, trace):
    document = DocumentFactory(register=cell.unit, number=12)
    content = making.text(*making.BODY)
    assert send(client, f"/van-ban/{document.pk}/tep/", "a.txt", content, role="text").status_code == 302
    digest = hashlib.sha256(content).hexdigest()
    assert {"database", str(path_of(digest))} <= set(held_anywhere(trace.encode())) or connection.vendor != "sqlite"
    assert held_anywhere(digest.encode())
    path_of(digest).unlink()


def in_a_cell(words: str):
    def change(book) -> None:
        book.active["C9"] = words

    return change


@pytest.mark.parametrize(
    ("address", "name", "make"),
    [
        ("/nhap-so/{code}/", "so.xlsx", lambda trace: making.sheet("TỐI MẬT", change=in_a_cell(trace))),
        ("/nhap-danh-sach/{code}/", "ds.xlsx", lambda trace: making.sheet("TỐI MẬT", change=in_a_cell(trace))),
        ("/nhap-danh-sach/{code}/", "ds.csv", lambda trace: making.text("Họ và tên", "MẬT", trace)),
    ],
)
def test_the_gate_stands_before_imports_too(cell, client, trace, address, name, make):
    content = make(trace)
    assert send(client, address.format(code=cell.unit.code), name, content, field="file").status_code == 302
    assert left_of([("", name, content)], trace) == []
    assert KeptOutside.objects.of(cell.unit).count() == 1


def test_the_command_that_imports_stops_a_marked_workbook(cell, tmp_path):
    file = tmp_path / "so.xlsx"
    file.write_bytes(making.sheet("TUYỆT MẬT"))
    with pytest.raises(CommandError, match="giữ ngoài hệ thống"):
        call_command("import", str(file), unit=cell.unit.code)


def test_who_answers_that_it_is_marked_keeps_it_outside(cell, client, trace):
    document = DocumentFactory(register=cell.unit, number=12)
    content = making.word()
    answer = send(client, f"/van-ban/{document.pk}/tep/", "a.docx", content, marked="yes", role="text")
    assert answer.status_code == 302
    assert left_of([("", "a.docx", content)], trace) == []
    page = client.get(f"/van-ban/so/{cell.unit.code}/").content.decode()
    assert "Có văn bản được giữ ngoài hệ thống, ngày" in page


def test_a_paper_about_which_nobody_answered_waits(cell, client):
    document = DocumentFactory(register=cell.unit, number=12)
    answer = client.post(
        f"/van-ban/{document.pk}/tep/", {"papers": SimpleUploadedFile("a.docx", making.word()), "role": "text"}
    )
    assert answer.status_code == 422
    assert "Xem kỹ văn bản rồi chọn một câu trả lời." in answer.content.decode()
    assert not DocumentFile.objects.exists()


def test_a_mark_typed_into_the_register_keeps_the_line_out(cell, client, trace):
    line = {"type": "report", "code": "05-BC/ĐU", "issuer": "Đảng ủy xã", "issued_on": "2014-03-05", "marked": "no"}
    answer = client.post(f"/van-ban/so/{cell.unit.code}/vao-so/", line | {"about_what": f"{trace} (Tối mật)"})
    assert answer.status_code == 302
    assert held_anywhere(trace.encode()) == []
    assert not Document.objects.of(cell.unit).exists()
