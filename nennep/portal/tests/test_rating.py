import pytest
from django.test import Client

from nennep.ledger.models import Entry
from nennep.portal.models import Article, ArticleState, Reader
from nennep.portal.tests.factories import article, page

OURS = {"Origin": "http://testserver"}


@pytest.fixture
def checking() -> Client:
    """A client that checks for forged requests, as a browser's request is checked."""
    return Client(enforce_csrf_checks=True)


def test_a_rating_changes_the_per_cent(checking: Client, portal, cell):
    shown = page(cell.member, "Góc hỏi đáp", useful=1)
    answer = checking.post(f"/cong/danh-gia/{shown.pk}/", {"co-ich": "0"}, headers=OURS)
    assert answer.status_code == 302
    thanks = checking.get(answer["Location"]).content.decode()
    assert "50%</strong> có ích, 2 lượt" in thanks
    assert "Cảm ơn bạn đọc" in thanks


def test_nobody_is_stored_with_a_rating(checking: Client, portal, cell):
    shown = page(cell.member, "Góc hỏi đáp")
    entries, readers = Entry.objects.count(), Reader.objects.count()
    answer = checking.post(f"/cong/danh-gia/{shown.pk}/", {"co-ich": "1"}, headers=OURS)
    assert not answer.cookies
    assert (Entry.objects.count(), Reader.objects.count()) == (entries, readers)
    changed = Article.objects.values().get(pk=shown.article_id)
    assert changed["useful"] == 1


@pytest.mark.parametrize(
    "headers",
    [
        {},
        {"Origin": "http://example.com"},
        {"Origin": "null"},
        {"Sec-Fetch-Site": "cross-site", "Origin": "http://testserver"},
        {"Sec-Fetch-Site": "same-site"},
    ],
)
def test_a_form_on_another_site_cannot_rate(checking: Client, portal, cell, headers):
    shown = page(cell.member, "Góc hỏi đáp")
    assert checking.post(f"/cong/danh-gia/{shown.pk}/", {"co-ich": "1"}, headers=headers).status_code == 403
    assert Article.objects.get(pk=shown.article_id).ratings == 0


def test_an_empty_answer_counts_nothing_and_a_link_cannot_rate(checking: Client, portal, cell):
    shown = page(cell.member, "Góc hỏi đáp")
    assert checking.post(f"/cong/danh-gia/{shown.pk}/", headers=OURS).status_code == 302
    assert checking.get(f"/cong/danh-gia/{shown.pk}/?co-ich=1").status_code == 405
    assert Article.objects.get(pk=shown.article_id).ratings == 0


def test_an_article_taken_back_is_not_rated(checking: Client, portal, cell):
    shown = page(cell.member, "Góc hỏi đáp")
    article(cell.member, "Góc hỏi đáp", state=ArticleState.WAITING)
    assert checking.post(f"/cong/danh-gia/{shown.pk}/", {"co-ich": "1"}, headers=OURS).status_code == 404


def test_an_article_nobody_rated_has_no_per_cent(client: Client, portal, cell):
    assert "Bạn đọc đánh giá" not in client.get(page(cell.member, "Góc hỏi đáp").url).content.decode()


def test_the_workbook_never_takes_readers_ratings_back(checking: Client, portal, cell):
    shown = page(cell.member, "Góc hỏi đáp", useful=3)
    checking.post(f"/cong/danh-gia/{shown.pk}/", {"co-ich": "1"}, headers=OURS)
    article(cell.member, "Góc hỏi đáp", useful=3)
    assert Article.objects.get(pk=shown.article_id).useful == 4
