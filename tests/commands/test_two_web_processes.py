"""Two web processes share the database and the data folder and nothing else: whoever came in at one is in at the other."""

import re
import subprocess
import sys
from collections.abc import Iterator
from http.client import HTTPConnection
from http.cookiejar import CookieJar
from pathlib import Path
from urllib.error import HTTPError
from urllib.parse import urlencode, urlsplit
from urllib.request import HTTPCookieProcessor, Request, build_opener

import pytest

from tests.database import environment, run_nennep
from tests.journeys.conftest import wait_until_it_answers
from tests.postgres import free_port

PASSWORD = "hai may chung mot so"  # pragma: allowlist secret
MAKE = f"""
from nennep.organisation.models import User
from nennep.organisation.tests.factories import a_cell
user = User(username="hanh", person=a_cell().secretary)
user.set_password("{PASSWORD}")
user.save()
"""


@pytest.fixture
def two(tmp_path: Path, own_database: str | None) -> Iterator[list[str]]:
    """Two servers over one data folder and one database."""
    run_nennep("prepare", data=tmp_path, database=own_database)
    run_nennep("shell", "--no-imports", "--command", MAKE, data=tmp_path, database=own_database)
    ports = [free_port(), free_port()]
    servers = [
        subprocess.Popen(
            [sys.executable, "-m", "nennep", "serve", "--port", str(port)], env=environment(tmp_path, own_database)
        )
        for port in ports
    ]
    addresses = [f"http://127.0.0.1:{port}" for port in ports]
    try:
        for address, server in zip(addresses, servers, strict=True):
            wait_until_it_answers(address, server)
        yield addresses
    finally:
        for server in servers:
            server.terminate()
        for server in servers:
            server.wait(timeout=20)


class Browser:
    """Keeps cookies without their port, as browsers do."""

    def __init__(self) -> None:
        self.opener = build_opener(HTTPCookieProcessor(CookieJar()))

    def get(self, address: str) -> tuple[int, str]:
        return self.send(Request(address))

    def post(self, address: str, *, to: str = "", **fields: str) -> tuple[int, str]:
        """Fill in the form of the page; `to` where the form leads elsewhere."""
        token = re.search(r'name="csrfmiddlewaretoken" value="([^"]+)"', self.get(address)[1])
        assert token is not None
        body = urlencode(fields | {"csrfmiddlewaretoken": token[1]}).encode()
        return self.send(Request(to or address, data=body, headers={"Referer": address}))

    def send(self, request: Request) -> tuple[int, str]:
        try:
            with self.opener.open(request, timeout=30) as answer:
                return answer.status, answer.read().decode()
        except HTTPError as refused:
            return refused.code, refused.read().decode()


def test_a_session_begun_at_one_process_is_known_at_the_other_and_ends_at_both(two: list[str]) -> None:
    one, other = two
    browser = Browser()
    browser.post(f"{one}/dang-nhap/", login="hanh", password=PASSWORD)
    assert "Vũ Minh Hạnh" in browser.get(f"{other}/")[1]
    assert browser.get(f"{other}/so-cai/CBKHONG/")[0] == 404
    browser.post(f"{other}/toi/", to=f"{other}/dang-xuat/")
    for address in two:
        assert "Vũ Minh Hạnh" not in browser.get(f"{address}/toi/")[1]


def test_pages_left_open_do_not_shut_out_who_comes_next(two: list[str]) -> None:
    place = urlsplit(two[0]).netloc
    left_open = [HTTPConnection(place, timeout=10) for _visitor in range(30)]
    for visitor in left_open:
        visitor.request("GET", "/dang-nhap/")
        assert visitor.getresponse().read()
    assert Browser().get(f"{two[0]}/dang-nhap/")[0] == 200
    for visitor in left_open:
        visitor.close()


def test_guesses_are_counted_across_both_processes(two: list[str]) -> None:
    stranger, said = Browser(), []
    for number in range(40):
        said.append(stranger.post(f"{two[number % 2]}/dang-nhap/", login="hanh", password=f"doan-mo-{number}")[1])
        if "phút" in said[-1]:
            break
    assert "phút" in said[-1], "the guesses were never stopped"
    for address in two:
        again = stranger.post(f"{address}/dang-nhap/", login="hanh", password="doan-nua")  # pragma: allowlist secret
        assert "phút" in again[1]
