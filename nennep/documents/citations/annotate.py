"""A text for the page: each document's number as one word, and each document that is known as a link to its card."""

import re
from collections.abc import Callable, Iterator, Sequence
from datetime import date

from django.utils.html import conditional_escape, format_html
from django.utils.safestring import SafeString, mark_safe

from nennep.documents.citations.resolve import Resolution, read
from nennep.documents.models import Document
from nennep.organisation.models import Unit
from nennep.web.templatetags.vietnamese import held

_FIGURE = re.compile("[0-9]")
_STRAY = re.compile("[\\s\u00ad\u200b-\u200d\u2060\ufeff]+")

Address = Callable[[Document], str | None]


def card(document: Document) -> str | None:
    """Where the people of the unit find the document."""
    return document.get_absolute_url()


def no_card(document: Document) -> str | None:
    """The public sees which documents are cited, and has no way into the register."""
    return None


def linked(texts: Sequence[str], unit: Unit, on: date) -> list[SafeString]:
    """Texts of one page for the unit's own people, on the day of the texts; one query for all of them."""
    return [annotate(*each) for each in zip(texts, read(texts, unit, on=on), strict=True)]


def annotate(text: str, resolutions: Sequence[Resolution], address: Address = card) -> SafeString:
    """The text as HTML. `resolutions` are of this text, in its order (`resolve.read`).

    Nothing is left out or added but stray spaces inside a number ("46- QĐ/CBBQL" is shown as "46-QĐ/CBBQL").
    """
    return mark_safe("".join(_pieces(text, resolutions, address)))  # noqa: S308  # every piece is escaped below


def _pieces(text: str, resolutions: Sequence[Resolution], address: Address) -> Iterator[str]:
    position = 0
    for resolution in resolutions:
        start, end = _word(text, resolution)
        yield conditional_escape(held(text[position:start]))
        yield _marked(text[start:end], resolution, address)
        position = end
    yield conditional_escape(text[position:])


def _word(text: str, resolution: Resolution) -> tuple[int, int]:
    """The number with its symbol; where there is no symbol, all of "Chỉ thị 05" or "Nghị quyết Trung ương 4 khóa XI"."""
    citation = resolution.citation
    if citation.symbol is None and citation.year is None:
        return citation.start, citation.end
    figure = _FIGURE.search(text, citation.start, citation.end)
    return (figure.start() if figure else citation.start), citation.end


def _marked(written: str, resolution: Resolution, address: Address) -> str:
    document = resolution.document
    whole = resolution.citation.symbol is not None or resolution.citation.year is not None
    shown = _STRAY.sub("", written) if whole else written
    kind = mark_safe(' class="docno"') if whole else ""  # noqa: S308
    if document is None:
        return format_html("<span{}>{}</span>", kind, shown) if whole else conditional_escape(shown)
    url = address(document)
    if url is None:
        return format_html("<cite{}>{}</cite>", kind, shown)
    return format_html('<a{} href="{}">{}</a>', kind, url, shown)
