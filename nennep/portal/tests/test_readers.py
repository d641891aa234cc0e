from datetime import timedelta

import pytest
from django.test import Client, RequestFactory

from nennep.portal.models import Reader
from nennep.portal.readers import count_readers
from nennep.portal.tests.factories import page


def reader(address: str, browser: str = "Firefox"):
    return RequestFactory().get("/cong/", REMOTE_ADDR=address, headers={"User-Agent": browser})


@pytest.mark.django_db
def test_one_reader_counts_once_and_two_count_twice(at):
    count_readers(reader("10.0.0.1"), at)
    assert count_readers(reader("10.0.0.1"), at) == 1
    assert count_readers(reader("10.0.0.2"), at) == 2


@pytest.mark.django_db
def test_a_reader_is_forgotten_after_five_minutes(at):
    count_readers(reader("10.0.0.1"), at)
    assert count_readers(reader("10.0.0.2"), at + timedelta(minutes=5)) == 2
    assert count_readers(reader("10.0.0.3"), at + timedelta(minutes=5, seconds=1)) == 2
    assert count_readers(reader("10.0.0.3"), at + timedelta(minutes=20)) == 1


@pytest.mark.django_db
def test_the_same_reader_is_a_stranger_in_the_next_half_hour_and_no_address_is_kept(at):
    count_readers(reader("10.0.0.1"), at)
    [before] = Reader.objects.values_list("token", flat=True)
    count_readers(reader("10.0.0.1"), at + timedelta(minutes=31))
    [after] = Reader.objects.values_list("token", flat=True)
    assert before != after
    assert "10.0.0.1" not in before + after


def test_the_page_says_how_many_are_reading(client: Client, portal, cell):
    shown = page(cell.member, "Góc hỏi đáp")
    for number in range(10):
        answer = client.get(shown.url, REMOTE_ADDR=f"10.0.0.{number}")
    assert '<strong class="num">10</strong> người đang đọc' in answer.content.decode()
