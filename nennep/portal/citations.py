"""Which documents of the register an article speaks of, and where in its text."""

import re
from collections.abc import Container, Iterator
from datetime import date

from django.db.models import Q
from django.utils.html import format_html
from django.utils.safestring import SafeString, mark_safe

from nennep.documents.models import Document
from nennep.organisation.models import Unit
from nennep.vietnamese.folding import fold
from nennep.web.templatetags.vietnamese import held

# "03-CT/TW", and as people type it: "46- QĐ/CBBQL", "45 – KH / CBBQL" (domain 6.2).
_NUMBER = re.compile(
    r"\b([0-9]{1,5})\s*[-‐-―]\s*([A-ZĐ][A-Za-zĐđ]{0,4}\s*/\s*[A-ZĐ][0-9A-Za-zĐđ]*(?:[-/.][0-9A-ZĐ]+)*)"
)

Key = tuple[int, str]


def cited_documents(text: str, unit: Unit, by: date) -> dict[Key, Document]:
    """Documents of the unit's register whose number stands in the text, in the order of their first mention.

    A number comes back in every term and for every type, so the latest document issued until the day of the article is
    meant.
    """
    mentioned = dict.fromkeys(_key(match) for match in _NUMBER.finditer(text))
    if not mentioned:
        return {}
    numbers = Q(number__in={number for number, _symbol in mentioned})
    known: dict[Key, Document] = {}
    for document in Document.objects.of(unit).filter(numbers, issued_on__lte=by).order_by("issued_on", "pk"):
        known[document.number, fold(document.symbol)] = document
    return {key: known[key] for key in mentioned if key in known}


def marked(text: str, known: Container[Key]) -> SafeString:
    """The text with each number as one word without stray spaces; known documents as `<cite>`."""
    return mark_safe("".join(_pieces(text, known)))  # noqa: S308  # every piece is escaped below


def _pieces(text: str, known: Container[Key]) -> Iterator[str]:
    position = 0
    for match in _NUMBER.finditer(text):
        yield format_html("{}", held(text[position : match.start()]))
        tag = "cite" if _key(match) in known else "span"
        yield format_html('<{} class="docno">{}</{}>', tag, "".join(match[0].split()), tag)
        position = match.end()
    yield format_html("{}", text[position:])


def _key(match: re.Match[str]) -> Key:
    return int(match[1]), fold("".join(match[2].split()))
