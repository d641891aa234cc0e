"""The pages of a draft: written with a preview, refused kindly, taken as a file, signed; what was typed is never lost."""

import io
from datetime import date

import docx
import pytest
from django.test import Client
from django.urls import reverse

from nennep.documents.layout import check
from nennep.documents.models import Document, Draft
from nennep.documents.papers.paper import BLANK
from nennep.documents.tests.factories import DraftFactory
from nennep.organisation import actions, requests
from nennep.organisation.models import CommitteeTerm, User

FILLED = {
    "type": "plan",
    "about_what": "về việc học tập và làm theo năm 2014",
    "intended_on": "2014-06-02",
    "place": "Hưng Yên",
    "body": "I- Mục tiêu\n- Mỗi đảng viên đăng ký một việc.\nChi bộ theo dõi hằng tháng.",
    "recipients": "Đảng ủy Khối (báo cáo),\nLưu Chi bộ.",
    "authority": "T/M CHI BỘ",
    "post": "BÍ THƯ",
    "signatory": "Vũ Minh Hạnh",
    "minuted_by": "",
    "version": "0",
}


@pytest.fixture(autouse=True)
def now(cell, at, monkeypatch):
    monkeypatch.setattr(requests, "now", lambda: at)
    CommitteeTerm.objects.create(unit=cell.unit, name="2010–2015", starts=date(2010, 6, 18))


def client_of(person) -> Client:
    client = Client()
    client.force_login(User.objects.create(username=f"n{person.pk}", person=person))
    return client


@pytest.fixture
def keeper(cell) -> Client:
    return client_of(cell.minutes_secretary)


@pytest.fixture
def head(cell) -> Client:
    return client_of(cell.secretary)


def new(cell) -> str:
    return reverse("documents:new-draft", args=[cell.unit.code])


def said(response) -> str:
    return response.content.decode()


def test_a_draft_begins_with_what_the_units_papers_usually_say(cell, keeper):
    page = said(keeper.get(new(cell)))
    for words in ("T/M CHI BỘ", "Vũ Minh Hạnh", "Lưu Chi bộ.", "Chọn loại văn bản để xem trước."):
        assert words in page, words
    assert not Draft.objects.exists()


def test_it_is_written_down_and_listed_on_the_register_for_those_who_keep_the_books(cell, keeper):
    assert keeper.post(new(cell), FILLED).status_code == 302
    draft = Draft.objects.get()
    register = reverse("documents:documents", args=[cell.unit.code])
    assert draft.subject in said(keeper.get(register))
    assert draft.subject not in said(client_of(cell.member).get(register))


def test_the_preview_shows_what_is_typed_and_writes_nothing(cell, keeper):
    page = keeper.post(new(cell), FILLED | {"preview": "1"})
    assert page.status_code == 200
    for words in ('<article class="sheet"', "KẾ HOẠCH", "I- Mục tiêu", "chưa ghi"):
        assert words in said(page), words
    assert not Draft.objects.exists()


def test_what_is_typed_is_shown_as_words_never_as_markup(cell, keeper):
    page = said(keeper.post(new(cell), FILLED | {"preview": "1", "body": "<script>alert(1)</script>"}))
    assert "<script>alert" not in page
    assert page.count("&lt;script&gt;alert(1)") == 2


def test_a_refused_form_keeps_all_that_was_typed(cell, keeper):
    page = keeper.post(new(cell), FILLED | {"about_what": ""})
    assert page.status_code == 422
    assert "Mỗi đảng viên đăng ký một việc." in said(page)
    assert not Draft.objects.exists()


def test_whoever_saves_second_keeps_their_words_sees_the_others_and_can_save_again(cell, keeper, head):
    keeper.post(new(cell), FILLED)
    page = Draft.objects.get().get_absolute_url()
    head.post(page, FILLED | {"body": "Của bí thư.", "version": "1"})
    refused = keeper.post(page, FILLED | {"body": "Của thư ký.", "version": "1"})
    assert refused.status_code == 422
    for words in ("Vũ Minh Hạnh đã ghi dự thảo này", "Của thư ký.", "Của bí thư.", 'name="version" value="2"'):
        assert words in said(refused), words
    assert Draft.objects.get().body == "Của bí thư."
    assert keeper.post(page, FILLED | {"body": "Của cả hai.", "version": "2"}).status_code == 302
    assert Draft.objects.get().body == "Của cả hai."


def test_a_signed_draft_leads_to_its_document_which_offers_the_numbered_file(cell, keeper, head):
    keeper.post(new(cell), FILLED)
    draft = Draft.objects.get()
    sign = reverse("documents:sign-draft", args=[draft.pk])
    assert f"01-KH/{cell.unit.symbol}" in said(head.get(sign))
    assert head.post(sign, {"on": "2014-06-02"}).status_code == 422
    assert head.post(sign, {"on": "2014-06-02", "sure": "on"}).status_code == 302
    document = Document.objects.get()
    assert head.get(draft.get_absolute_url()).headers["Location"] == document.get_absolute_url()
    word = reverse("documents:document-file", args=[document.pk, "docx"])
    assert word in said(client_of(cell.member).get(document.get_absolute_url()))
    answer = head.get(word)
    assert f"01-kh-{cell.unit.symbol.lower()}.docx" in answer.headers["Content-Disposition"]
    checked = check(answer.content)
    assert checked.findings == ()
    assert checked.parts.number.text == f"Số 01-KH/{cell.unit.symbol}"
    assert head.get(reverse("documents:document-file", args=[document.pk, "pdf"])).content.startswith(b"%PDF")
    assert head.get(reverse("documents:document-file", args=[document.pk, "exe"])).status_code == 404


def test_the_draft_as_a_file_leaves_room_for_its_number(cell, keeper):
    draft = DraftFactory(register=cell.unit)
    content = keeper.get(reverse("documents:draft-file", args=[draft.pk, "docx"])).content
    words = [p.text for p in docx.Document(io.BytesIO(content)).tables[0].rows[0].cells[0].paragraphs]
    assert words[-1] == f"Số {BLANK}-BC/{cell.unit.symbol}"
    assert keeper.get(reverse("documents:draft-file", args=[draft.pk, "pdf"])).content.startswith(b"%PDF")


def test_a_paper_bears_the_names_of_its_day_after_a_renaming(cell, head, at):
    draft = DraftFactory(register=cell.unit, intended_on=date(2014, 6, 1))
    actions.rename_unit(
        cell.unit, name="Chi bộ Mới", letterhead="CHI BỘ MỚI", symbol="CBM", place="Hưng Yên", on=date(2014, 6, 2),
        document="QĐ 1-QĐ/ĐUK", by=cell.secretary, at=at,
    )  # fmt: skip
    assert "CHI BỘ MỚI" not in said(head.get(draft.get_absolute_url()))
    Draft.objects.update(intended_on=date(2014, 6, 3))
    assert "CHI BỘ MỚI" in said(head.get(draft.get_absolute_url()))


def test_a_type_that_a_cell_does_not_issue_any_more_is_explained_and_not_forbidden(cell, keeper):
    today = FILLED | {"type": "regulation", "preview": "1"}
    assert "không ban hành" not in said(keeper.post(new(cell), today))
    page = keeper.post(new(cell), today | {"intended_on": "2026-02-03"})
    assert page.status_code == 200
    for words in ("Từ 09/01/2026 chi bộ không ban hành quy định.", "quy chế", "399-QĐ/TW"):
        assert words in said(page), words


def test_a_draft_is_thrown_away_only_when_it_is_meant(cell, keeper):
    draft = DraftFactory(register=cell.unit)
    page = reverse("documents:discard-draft", args=[draft.pk])
    assert keeper.post(page).status_code == 422
    assert Draft.objects.exists()
    assert keeper.post(page, {"sure": "on"}).status_code == 302
    assert not Draft.objects.exists()


def test_the_register_asks_no_more_of_the_database_for_many_drafts(cell, keeper, django_assert_max_num_queries):
    register = reverse("documents:documents", args=[cell.unit.code])
    DraftFactory(register=cell.unit, written_by=cell.secretary)
    from django.db import connection
    from django.test.utils import CaptureQueriesContext

    with CaptureQueriesContext(connection) as few:
        keeper.get(register)
    DraftFactory.create_batch(12, register=cell.unit, written_by=cell.secretary)
    with django_assert_max_num_queries(len(few)):
        keeper.get(register)
