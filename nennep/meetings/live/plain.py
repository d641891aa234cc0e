"""Words pasted from Word or a web page, as plain lines."""

import html
import re

import nh3

from nennep.vietnamese.folding import nfc

_PASTED = re.compile(r"<(?:!--|!\[|/?(?:p|o:p|span|div|b|i|br|font|table|td|tr|li|ul|ol|style|xml)\b)", re.IGNORECASE)
_UNSEEN = re.compile("[\u200b-\u200f\u2028-\u202e\u2060\ufeff\u00ad\x00-\x08\x0b\x0c\x0e-\x1f]")


def plain(text: str) -> str:
    """NFC, one space between words, no invisible characters; tags go where the text was pasted with its markup.

    A "<" that somebody typed ("< 5 ngày") stays.
    """
    if _PASTED.search(text):
        text = re.sub(r"(?i)</(?:p|div|li|tr)>|<br\s*/?>", "\n", text)
        text = html.unescape(nh3.clean(text, tags=set(), clean_content_tags={"style", "script", "xml"}))
    text = _UNSEEN.sub("", nfc(text.replace("\r\n", "\n").replace("\x0b", "\n")))
    lines = [re.sub(r"[ \t\u00a0]+", " ", line).strip() for line in text.splitlines()]
    return re.sub(r"\n{3,}", "\n\n", "\n".join(lines)).strip()
