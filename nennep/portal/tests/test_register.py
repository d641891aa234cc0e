"""The register of articles, for the people of the unit."""

from datetime import date

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from nennep.organisation.models import DutyKind, Person, User
from nennep.organisation.tests.factories import DutyFactory, on_roll
from nennep.portal.models import ArticleState
from nennep.portal.tests.factories import article


def signed_in(person: Person) -> Client:
    client = Client()
    client.force_login(User.objects.create(username=f"u{person.pk}", person=person))
    return client


def test_the_register_lists_articles_of_the_unit_with_their_state(cell):
    article(cell.member, "Góc hỏi đáp")
    article(cell.other_member, "Cuốn sổ lệnh xe", state=ArticleState.WAITING)
    shown = signed_in(cell.member).get(f"/bai-viet/so/{cell.unit.code}/").content.decode()
    for words in ("Góc hỏi đáp", "Cuốn sổ lệnh xe", "chờ duyệt", "đã đăng", "12/05/2014"):
        assert words in shown


def test_an_outsider_sees_neither_the_register_nor_an_article(cell):
    written = article(cell.member, "Góc hỏi đáp")
    outsider = signed_in(on_roll(cell.parent, "Người Ngoài"))
    assert outsider.get(f"/bai-viet/so/{cell.unit.code}/").status_code == 404
    assert outsider.get(f"/bai-viet/{written.pk}/").status_code == 404
    assert Client().get(f"/bai-viet/{written.pk}/").status_code == 302


def test_why_an_article_went_back_is_for_its_author_the_editor_and_the_committee(cell):
    written = article(cell.member, "Hồ sơ tồn", state=ArticleState.RETURNED, return_reason="Nêu tên người chưa đồng ý.")
    editor = on_roll(cell.unit, "Biên Tập")
    DutyFactory(unit=cell.unit, person=editor, kind=DutyKind.EDITOR, starts=date(2010, 1, 1))
    for person, sees in (
        (cell.member, True),
        (editor, True),
        (cell.secretary, True),
        (cell.other_member, False),
        (cell.colleague, False),
    ):
        shown = signed_in(person).get(f"/bai-viet/{written.pk}/").content.decode()
        assert ("Nêu tên người chưa đồng ý." in shown) is sees, person


@pytest.mark.parametrize(("state", "leads"), [(ArticleState.PUBLISHED, True), (ArticleState.WAITING, False)])
def test_a_published_article_leads_to_its_public_page(portal, cell, state, leads):
    written = article(cell.member, "Góc hỏi đáp", state=state)
    shown = signed_in(cell.member).get(f"/bai-viet/{written.pk}/").content.decode()
    assert ("/cong/hoc-tap-va-lam-theo/goc-hoi-dap/" in shown) is leads


def test_queries_of_the_register_do_not_grow(cell, django_assert_num_queries):
    client, address = signed_in(cell.member), f"/bai-viet/so/{cell.unit.code}/"
    article(cell.member, "Bài đầu")
    with CaptureQueriesContext(connection) as few:
        client.get(address)
    for number in range(10):
        article(cell.member, f"Bài {number}")
    with django_assert_num_queries(len(few)):
        client.get(address)
