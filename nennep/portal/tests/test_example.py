"""The example cell's portal, as it comes out of its workbook."""

from django.test import Client
from wagtail.models import Site


def test_the_conference_is_found_without_tones(client: Client, example, db):
    Site.clear_site_root_paths_cache()
    shown = client.get("/cong/tim-kiem/", {"q": "hoi nghi tong ket 03 ct tw"})
    assert [hit.article.title[:42] for hit, _excerpt in shown.context["results"]] == [
        "Tổng kết 4 năm thực hiện Chỉ thị số 03-CT/"
    ]
    article = client.get(shown.context["results"][0][0].url).content.decode()
    for words in (
        "Đăng ngày <time",
        "20/01/2015",
        "100%</strong> có ích, 12 lượt",
        "45-KH/CBBQL</cite>",
        "11/07/2017, 9 giờ 00",
    ):
        assert words in article
