import re

from django.test import Client
from django.urls import reverse

from nennep.paper.html_writer import to_html
from nennep.paper.tests.documents import report
from nennep.web.colours import STYLE_SHEET


def parts(html: str) -> set[tuple[str, str]]:
    """Each element with its class, as a style sheet sees it."""
    tags = re.findall(r"<([a-z0-9]+)([^>]*)>", html)
    return {(tag, "".join(re.findall(r' class="([^"]*)"', attributes))) for tag, attributes in tags}


def test_the_style_guide_opens_for_everybody(client: Client, db):
    shown = client.get(reverse("web:style-guide"))
    assert shown.status_code == 200
    assert "16,3 · 14,8" in shown.content.decode()


def test_the_style_guide_shows_every_component_of_the_style_sheet(client: Client, db):
    shown = client.get(reverse("web:style-guide")).content.decode()
    style = re.sub(r"/\*.*?\*/", "", STYLE_SHEET.read_text(encoding="utf-8"), flags=re.S)
    named = set(re.findall(r"\.([a-z][a-z-]*)", re.sub(r"\{[^{}]*\}", "{}", style)))
    used = {name for names in re.findall(r'class="([^"]*)"', shown) for name in names.split()}
    elsewhere = {"phone", "stick", "only-small", "skip"}  # the frame of a page, not a part of one
    assert named - used - elsewhere == set()


def test_the_sheet_of_the_style_guide_is_what_the_paper_writes(client: Client, db):
    assert parts(to_html(report())) <= parts(client.get(reverse("web:style-guide")).content.decode())
