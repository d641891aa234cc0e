import pytest
from django.test import Client

from nennep.portal.models import ArticleState
from nennep.portal.queries import search
from nennep.portal.tests.factories import MORNING, article, page

CONFERENCE = (
    "Ngày 15/01/2015, Chi bộ tổ chức hội nghị tổng kết việc thực hiện Chỉ thị số 03-CT/TW. Đồng chí bí thư chủ trì."
)


@pytest.mark.parametrize(
    "question",
    [
        "hoi nghi tong ket 03 ct tw",
        "Hội nghị tổng kết 03-CT/TW",
        "HỘI NGHỊ TỔNG KẾT",
        "dong chi bi thu",
        "tổng kết",
        "bon nam",
        "03-ct/tw",
    ],
)
def test_an_article_is_found_without_tones_in_any_case(portal, cell, question):
    found = page(cell.member, "Bốn năm làm theo", body=CONFERENCE)
    page(cell.member, "Ghi công tơ sáng thứ Hai")
    assert list(search(portal, question)) == [found]


def test_every_word_must_be_there_and_whole(portal, cell):
    page(cell.member, "Bác nắm bàn tay than bụi")
    assert not search(portal, "bac ho")
    assert not search(portal, "ba")


def test_the_words_as_one_phrase_come_before_the_words_apart(portal, cell):
    phrase = page(cell.member, "Một cửa không hẹn lại", published_at=MORNING.replace(year=2012))
    apart = page(cell.member, "Cửa hàng một năm sau", published_at=MORNING)
    assert list(search(portal, "mot cua")) == [phrase, apart]


def test_the_place_found_is_shown_as_it_was_written(client: Client, portal, cell):
    page(cell.member, "Bốn năm làm theo", body=f"{'Lời mở đầu. ' * 40}{CONFERENCE}")
    shown = client.get("/cong/tim-kiem/", {"q": "hoi nghi tong ket 03 ct tw"}).content.decode()
    assert "<mark>hội nghị tổng kết</mark>" in shown
    assert "<mark>03-CT/TW</mark>" in shown
    assert "1</strong> bài có" in shown


def test_nothing_found_says_so_and_an_empty_question_finds_nothing(client: Client, portal, cell):
    page(cell.member, "Góc hỏi đáp")
    assert "Không có bài nào có đủ các chữ" in client.get("/cong/tim-kiem/", {"q": "tàu vũ trụ"}).content.decode()
    shown = client.get("/cong/tim-kiem/", {"q": " - "})
    assert shown.status_code == 200
    assert not shown.context["results"]


@pytest.mark.parametrize("question", ["100%", "_", "<script>", "' OR 1=1 --", "\x00", "a" * 5000])
def test_whatever_is_typed_is_taken_as_words(client: Client, portal, cell, question):
    page(cell.member, "Góc hỏi đáp")
    answer = client.get("/cong/tim-kiem/", {"q": question})
    assert answer.status_code == 200
    assert "<script>" not in answer.content.decode()


def test_an_article_that_waits_is_not_found(portal, cell):
    article(cell.member, "Cuốn sổ lệnh xe", state=ArticleState.WAITING)
    assert not search(portal, "so lenh xe")
