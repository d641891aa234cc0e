"""A real server with the demo's cell, and a real browser: what people do daily, as they do it."""

import os
import shutil
import socket
import subprocess
import sys
import urllib.error
import urllib.request
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, sync_playwright

ROOT = Path(__file__).resolve().parents[2]
CHROMIUM = [
    "--no-sandbox",
    "--disable-gpu",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
]


@dataclass(frozen=True)
class Demo:
    """The demo as it was started: its address, its folder, and the passphrase of its accounts."""

    address: str
    folder: Path

    @property
    def password(self) -> str:
        return (self.folder / "keys" / "demo_password").read_text()


@pytest.fixture(scope="session")
def demo(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Demo]:
    folder = tmp_path_factory.mktemp("demo")
    (folder / "settings.toml").write_text("demo = true\ntoday = 2015-01-21\n")
    environment = {key: value for key, value in os.environ.items() if not key.startswith(("NENNEP_", "DJANGO_"))}
    environment["PYTHONPATH"] = str(ROOT)
    nennep = [sys.executable, "-m", "nennep", "--data", str(folder)]
    subprocess.run([*nennep, "demo"], env=environment, check=True, capture_output=True)
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = probe.getsockname()[1]
    server = subprocess.Popen([*nennep, "serve", "--port", str(port)], env=environment)
    address = f"http://127.0.0.1:{port}"
    try:
        wait_until_it_answers(address, server)
        yield Demo(address, folder)
    finally:
        server.terminate()
        server.wait(timeout=20)


def wait_until_it_answers(address: str, server: "subprocess.Popen[bytes]") -> None:
    for _attempt in range(200):
        try:
            urllib.request.urlopen(f"{address}/dang-nhap/", timeout=5)
            return
        except urllib.error.URLError:
            try:
                server.wait(timeout=0.2)
            except subprocess.TimeoutExpired:
                continue
            raise RuntimeError("The server ended before it answered.") from None
    raise RuntimeError("The server did not answer.")


# Playwright keeps an event loop running while it is open, in which Django refuses to touch a database: it has to be
# closed before the tests of the rooms that follow in this process.
@pytest.fixture(scope="package")
def browser() -> Iterator[Browser]:
    path = next(filter(None, map(shutil.which, ("chromium", "chromium-browser", "google-chrome"))), None)
    with sync_playwright() as playwright:
        opened = playwright.chromium.launch(executable_path=path, args=CHROMIUM)
        yield opened
        opened.close()


@pytest.fixture
def visit(browser: Browser, demo: Demo) -> Iterator[Callable[..., Page]]:
    """Open the site as somebody (signed in) or nobody, on a desk or a phone, with or without scripts."""
    contexts: list[BrowserContext] = []

    def open_as(username: str = "", *, phone: bool = False, scripts: bool = True) -> Page:
        width, height = (360, 740) if phone else (1280, 900)
        context = browser.new_context(
            base_url=demo.address,
            viewport={"width": width, "height": height},
            java_script_enabled=scripts,
            locale="vi-VN",
        )
        contexts.append(context)
        page = context.new_page()
        if username:
            page.goto("/dang-nhap/")
            page.fill("#id_username", username)
            page.fill("#id_password", demo.password)
            page.click("main button")
        return page

    yield open_as
    for context in contexts:
        context.close()
