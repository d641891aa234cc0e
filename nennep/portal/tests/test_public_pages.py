from datetime import timedelta

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from nennep.documents.tests.factories import DirectiveFactory
from nennep.portal.models import ArticleState, Section
from nennep.portal.tests.factories import MORNING, article, page
from nennep.web.colours import STYLE_SHEET


def public_addresses(page) -> list[str]:
    return [
        "/cong/",
        f"/cong/{page.article.section}/",
        page.url,
        f"{page.url}?in=1",
        "/cong/tim-kiem/?q=goc",
        "/cong/luu-tru/2014/",
        "/cong/rss/",
        "/cong/sitemap.xml",
        "/cong/khong-co-trang-nay/",
    ]


def test_every_public_page_opens_without_signing_in_and_sets_no_cookie(client: Client, portal, cell):
    for address in public_addresses(page(cell.member, "Góc hỏi đáp")):
        answer = client.get(address)
        assert answer.status_code == (404 if "khong-co" in address else 200), address
        assert not answer.cookies, address


def test_a_page_stays_light(client: Client, portal, cell):
    for number in range(25):
        page(cell.member, f"Bài số {number}", body="Một đoạn dài. " * 400, summary="Tóm tắt. " * 20)
    style = len(STYLE_SHEET.read_bytes())
    for address in public_addresses(page(cell.member, "Góc hỏi đáp", body="Một đoạn dài. " * 400)):
        assert style + len(client.get(address).content) < 60_000, address


@pytest.mark.parametrize("state", [ArticleState.WAITING, ArticleState.RETURNED])
def test_an_article_not_published_is_nowhere_public(client: Client, portal, cell, state):
    shown = page(cell.member, "Góc hỏi đáp")
    article(cell.other_member, "Cuốn sổ lệnh xe, góc khác", state=state)
    for address in public_addresses(shown):
        assert "lệnh xe" not in client.get(address).content.decode(), address


def test_an_article_taken_back_disappears(client: Client, portal, cell):
    shown = page(cell.member, "Cuốn sổ lệnh xe")
    kept = page(cell.member, "Góc hỏi đáp")
    article(cell.member, "Cuốn sổ lệnh xe", state=ArticleState.RETURNED)
    assert client.get(shown.url).status_code == 404
    for address in public_addresses(kept):
        assert "lệnh xe" not in client.get(address).content.decode(), address


def test_the_latest_news_come_first_with_day_and_time(client: Client, portal, cell):
    page(cell.member, "Bài cũ", published_at=MORNING - timedelta(days=400))
    page(cell.member, "Bài giữa", published_at=MORNING)
    page(cell.member, "Bài mới", published_at=MORNING.replace(year=2017, month=7, day=11))
    shown = client.get("/cong/").content.decode()
    assert shown.index("Bài mới") < shown.index("Bài giữa") < shown.index("Bài cũ")
    assert "11/07/2017, 9 giờ 00" in shown


def test_the_archive_holds_one_year_and_knows_no_empty_one(client: Client, portal, cell):
    page(cell.member, "Bài năm nay")
    # Half past midnight on New Year's Day in Hanoi is still the old year in London.
    page(cell.member, "Bài đầu năm", published_at=MORNING.replace(year=2013, month=1, day=1, hour=0, minute=30))
    shown = client.get("/cong/luu-tru/2013/").context["articles"]
    assert [entry.article.title for entry in shown] == ["Bài đầu năm"]
    assert client.get("/cong/luu-tru/2012/").status_code == 404


def test_a_section_is_paginated_and_holds_only_its_own(client: Client, portal, cell):
    for number in range(23):
        page(cell.member, f"Bài {number}", section=Section.NEWS)
    page(cell.member, "Bài khác")
    shown = client.get("/cong/tin-tuc/?trang=2").context["articles"]
    assert len(shown) == 3
    assert shown.paginator.count == 23


def test_related_articles_share_documents_or_the_section(client: Client, portal, cell):
    DirectiveFactory(register=cell.unit, number=3)
    told = page(cell.member, "Bài nói về chỉ thị", body="Thực hiện 03-CT/TW.", section=Section.DEEDS)
    same_section = page(cell.member, "Bài cùng mục")
    page(cell.member, "Bài không liên quan", section=Section.NEWS)
    shown = client.get(page(cell.member, "Bài đang đọc", body="Chỉ thị số 03 -CT/TW.").url)
    assert list(shown.context["related"]) == [told, same_section]


def test_what_a_search_engine_and_a_shared_link_show(client: Client, portal, cell):
    shown = client.get(page(cell.member, "Góc hỏi đáp", summary='Hỏi "nhanh" & đáp').url).content.decode()
    assert '<meta property="og:title" content="Góc hỏi đáp">' in shown
    assert '<meta name="description" content="Hỏi &quot;nhanh&quot; &amp; đáp">' in shown
    assert '<meta property="article:published_time" content="2014-05-12T09:00:00+07:00">' in shown


def test_the_feed_and_the_sitemap_name_every_article(client: Client, portal, cell):
    shown = page(cell.member, "Góc hỏi đáp")
    for address in ("/cong/rss/", "/cong/sitemap.xml"):
        assert f"http://testserver{shown.url}" in client.get(address).content.decode()


def test_what_is_not_there_is_answered_by_the_portal_itself(client: Client, portal):
    answer = client.get("/cong/xa-la/")
    assert answer.status_code == 404
    assert "Tìm trong các bài đã đăng" in answer.content.decode()


def test_without_a_portal_there_is_no_public_page(client: Client, cell):
    for address in ("/cong/", "/cong/tim-kiem/", "/cong/rss/"):
        assert client.get(address).status_code == 404


def test_queries_do_not_grow_with_articles(client: Client, portal, cell):
    first = page(cell.member, "Bài số 0, góc")
    addresses = [address for address in public_addresses(first) if "khong-co" not in address]
    few = [queries_of(client, address) for address in addresses]
    for number in range(1, 16):
        page(cell.member, f"Bài số {number}, góc")
    assert [queries_of(client, address) for address in addresses] == few
    assert max(few) <= 25


def queries_of(client: Client, address: str) -> int:
    client.get(address)  # what is remembered after the first reader is not counted
    with CaptureQueriesContext(connection) as queries:
        client.get(address)
    return len(queries)
