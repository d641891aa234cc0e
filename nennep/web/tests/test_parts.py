from datetime import UTC, datetime

from django.core.paginator import Paginator
from django.template.loader import render_to_string
from django.test import RequestFactory

from nennep.web.templatetags.vietnamese import luc, so_hieu


def pages(number: int, address: str = "/so/?q=ke+hoach&trang=2") -> str:
    request = RequestFactory().get(address)
    return render_to_string("web/parts/pages.html", {"page": Paginator(range(341), 25).page(number)}, request)


def test_pages_keep_what_else_the_address_asks_for():
    assert 'href="?q=ke+hoach&amp;trang=7"' in pages(6)


def test_a_long_list_names_its_ends_and_the_neighbours():
    shown = pages(6)
    assert [f">{number}<" in shown for number in (1, 2, 5, 6, 7, 13, 14)] == [
        True,
        False,
        True,
        True,
        True,
        False,
        True,
    ]
    assert "126 đến 150 trong 341" in shown


def test_a_time_is_said_as_people_say_it():
    assert luc(datetime(2017, 7, 11, 2, 5, tzinfo=UTC)) == "11/07/2017, 9 giờ 05"
    assert luc(None) == ""


def test_a_number_keeps_the_word_before_it():
    assert so_hieu("Chỉ thị số 03-CT/TW <") == 'Chỉ thị số\u00a0<span class="docno">03-CT/TW</span> &lt;'
