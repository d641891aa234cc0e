"""What a paper says, for tests."""

import re
from html import unescape

from nennep.paper.blocks import Document
from nennep.paper.html_writer import to_html


def words(sheet: Document) -> str:
    """Without its markup, spaces taken as one."""
    html = re.sub(r"</?span\b[^>]*>", "", to_html(sheet).replace("<li>", " - "))
    return " ".join(unescape(re.sub(r"<[^>]+>", " ", html)).split())
