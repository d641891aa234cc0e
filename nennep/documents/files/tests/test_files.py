"""Files of a document: kept once, versions counted, served to whoever may see the document, taken away when hung by mistake."""

import pytest
from django.core.exceptions import ValidationError
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client

from nennep.documents.actions import attach_file, remove_file
from nennep.documents.files.admission import Admitted, admit
from nennep.documents.files.reading.reading import Kind, Reading
from nennep.documents.files.store import folder, path_of
from nennep.documents.files.tests import making as m
from nennep.documents.models import DocumentFile, StoredFile
from nennep.documents.tests.factories import DirectiveFactory, DocumentFactory
from nennep.ledger.models import Entry
from nennep.organisation.models import User
from nennep.vietnamese.folding import fold


def txt(words: str) -> Admitted:
    return Admitted("thu.txt", words.encode(), Reading(Kind.TEXT))


@pytest.fixture
def document(cell):
    return DocumentFactory(register=cell.unit, number=12, symbol="KH/CB", issued_on="2014-03-01")


@pytest.fixture(autouse=True)
def swept():
    """What a test's documents brought in goes again with them."""
    yield
    for path in folder().rglob("*") if folder().exists() else []:
        if path.is_file():
            path.unlink()


def client_of(person) -> Client:
    client = Client()
    client.force_login(User.objects.create(username=f"u{person.pk}", person=person))
    return client


def test_the_same_file_on_two_documents_is_kept_once(cell, document, at):
    other = DocumentFactory(register=cell.unit, number=13)
    first = attach_file(document, txt("Một"), "text", by=cell.secretary, at=at)
    second = attach_file(other, txt("Một"), "signed", by=cell.secretary, at=at)
    assert first.file == second.file
    assert [path.read_bytes() for path in folder().rglob("*") if path.is_file()] == ["Một".encode()]


def test_a_newer_file_of_the_same_role_is_the_next_version(cell, document, at):
    for words in ("Một", "Hai", "Ba"):
        attach_file(document, txt(words), "text", by=cell.secretary, at=at)
    attach_file(document, txt("Bốn"), "scan", by=cell.secretary, at=at)
    versions = [(row.role, row.version) for row in document.document_files.all()]
    assert versions == [("scan", 1), ("text", 3), ("text", 2), ("text", 1)]


def test_a_document_has_each_file_once(cell, document, at):
    attach_file(document, txt("Một"), "text", by=cell.secretary, at=at)
    with pytest.raises(ValidationError, match="đã có đúng tệp ấy"):
        attach_file(document, txt("Một"), "scan", by=cell.secretary, at=at)
    assert DocumentFile.objects.count() == 1


def test_a_file_goes_when_no_document_has_it_any_more(cell, document, at, django_capture_on_commit_callbacks):
    other = DocumentFactory(register=cell.unit, number=13)
    first = attach_file(document, txt("Một"), "text", by=cell.secretary, at=at)
    second = attach_file(other, txt("Một"), "text", by=cell.secretary, at=at)
    path = path_of(first.file.digest)
    with django_capture_on_commit_callbacks(execute=True):
        remove_file(first, "Đính nhầm", by=cell.secretary, at=at)
    assert path.exists()
    with django_capture_on_commit_callbacks(execute=True):
        remove_file(second, "Đính nhầm", by=cell.secretary, at=at)
    assert not path.exists()
    assert not StoredFile.objects.exists()
    assert Entry.objects.filter(act="documents.remove_file").count() == 2


def test_a_file_whose_record_fails_leaves_no_bytes(cell, document, at):
    with pytest.raises(ValueError):
        attach_file(document, txt("Một"), "no such role", by=cell.secretary, at=at)
    assert not [path for path in folder().rglob("*") if path.is_file()]


def test_the_words_of_a_file_are_kept_for_search(cell, document, at):
    [admitted] = admit("a.docx", m.word("Ngày hội đại đoàn kết"), says_marked=False)
    attached = attach_file(document, admitted, "text", by=cell.secretary, at=at)
    assert "Ngày hội đại đoàn kết" in attached.file.text
    assert (attached.file.kind, attached.file.unread) == ("docx", 0)


def test_a_scanned_page_is_read(cell, document, at):
    [admitted] = admit("a.png", m.picture(""), says_marked=False)
    attached = attach_file(document, admitted, "scan", by=cell.secretary, at=at)
    assert "chi bo da hop va giao viec" in fold(attached.file.text)


def test_the_files_of_a_letter_come_in_and_the_letter_does_not(cell, document):
    client = client_of(cell.secretary)
    content = m.letter(("Báo cáo.docx", m.word("Một")), ("Phụ lục.xlsx", m.sheet("Hai")))
    sent = {"papers": SimpleUploadedFile("thu.eml", content), "role": "annex", "marked": "no"}
    assert client.post(f"/van-ban/{document.pk}/tep/", sent).status_code == 302
    assert sorted(row.name for row in document.document_files.all()) == ["Báo cáo.docx", "Phụ lục.xlsx"]


def test_a_document_comes_in_with_its_file_and_is_read_in_the_browser(cell):
    client = client_of(cell.minutes_secretary)
    line = {
        "type": "decree", "code": "356/2025/NĐ-CP", "issuer": "Chính phủ", "issued_on": "2025-12-31",
        "about_what": "quy định chi tiết Luật Bảo vệ dữ liệu cá nhân", "role": "signed", "marked": "no",
        "papers": [SimpleUploadedFile("nd.pdf", m.pdf("Nghị định")), SimpleUploadedFile("../nd.docx", m.word())],
    }  # fmt: skip
    answer = client.post(f"/van-ban/so/{cell.unit.code}/vao-so/", line, follow=True)
    assert "Đã vào sổ 356/2025/NĐ-CP." in answer.content.decode()
    document = cell.unit.documents.get()
    assert (document.code, document.number_year, document.issued_by_register) == ("356/2025/NĐ-CP", 2025, False)
    card = client.get(document.get_absolute_url()).content.decode()
    pdf = document.document_files.get(name="nd.pdf")
    assert pdf.get_absolute_url() in card
    answer = client.get(pdf.get_absolute_url())
    assert answer["Content-Type"] == "application/pdf"
    assert "sandbox" in answer["Content-Security-Policy"]
    assert b"".join(answer.streaming_content).startswith(b"%PDF-")
    word = client.get(document.document_files.get(name="nd.docx").get_absolute_url())
    assert word["Content-Disposition"].startswith("attachment")


def test_a_refused_file_brings_the_form_back_filled(cell):
    client = client_of(cell.secretary)
    line = {
        "type": "plan", "code": "45-KH/TU", "issuer": "Tỉnh ủy", "issued_on": "2014-02-03", "about_what": "về việc học tập",
        "role": "text", "marked": "no", "papers": SimpleUploadedFile("a.docx", b"PK\x03\x04 broken"),
    }  # fmt: skip
    answer = client.post(f"/van-ban/so/{cell.unit.code}/vao-so/", line)
    page = answer.content.decode()
    assert answer.status_code == 422
    assert "Tệp hỏng" in page
    assert 'value="về việc học tập"' in page
    assert not cell.unit.documents.exists()


def test_what_a_file_names_is_linked_on_the_card(cell, document, at):
    directive = DirectiveFactory(register=cell.unit, number=3)
    words = "Thực hiện Chỉ thị số 03-CT/TW, ngày 14/5/2011 của Bộ Chính trị."
    attach_file(document, Admitted("a.txt", b"x", admit("a.txt", words.encode(), says_marked=False)[0].reading), "text",
                by=cell.secretary, at=at)  # fmt: skip
    page = client_of(cell.member).get(document.get_absolute_url()).content.decode()
    assert "Trong tệp có nhắc" in page
    assert directive.get_absolute_url() in page
