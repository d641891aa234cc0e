"""Which documents of a unit's register the citations of a text mean, on the day the text was written.

A number comes back in every term, so what the text leaves open stays open: several documents that fit are candidates, and
none is chosen. Only the text itself can choose: by type, symbol, date and term, or by having named one of them before.
"""

import tomllib
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from functools import lru_cache
from pathlib import Path

from nennep.documents.citations.citation import Citation
from nennep.documents.citations.find import find
from nennep.documents.models import Document, DocumentType
from nennep.organisation.models import Unit
from nennep.vietnamese.folding import fold

TYPES = {
    "chỉ thị": DocumentType.DIRECTIVE,
    "nghị quyết": DocumentType.RESOLUTION,
    "quyết định": DocumentType.DECISION,
    "quy định": DocumentType.REGULATION,
    "kết luận": DocumentType.CONCLUSION,
    "quy chế": DocumentType.RULES,
    "thông tri": DocumentType.CIRCULAR,
    "hướng dẫn": DocumentType.GUIDANCE,
    "thông báo": DocumentType.NOTICE,
    "báo cáo": DocumentType.REPORT,
    "kế hoạch": DocumentType.PLAN,
    "chương trình": DocumentType.PROGRAMME,
    "đề án": DocumentType.SCHEME,
    "phương án": DocumentType.OPTION_PLAN,
    "tờ trình": DocumentType.SUBMISSION,
    "công văn": DocumentType.LETTER,
    "biên bản": DocumentType.MINUTES,
    "luật": DocumentType.LAW,
    "bộ luật": DocumentType.LAW,
    "pháp lệnh": DocumentType.ORDINANCE,
    "nghị định": DocumentType.DECREE,
    "thông tư": DocumentType.STATE_CIRCULAR,
    "thông tư liên tịch": DocumentType.JOINT_CIRCULAR,
}
"""The types that a register knows, by the name that a citation carries."""

# QĐ is the symbol of both, and many papers call the one by the other's name ("Quyết định 366-QĐ/TW").
_EITHER = frozenset({DocumentType.DECISION, DocumentType.REGULATION})
_SAME_SIGN = {"qdi": "qd", "qyd": "qd"}  # ways to write quy định that differ by time and place (domain 6.1)


@dataclass(frozen=True, slots=True)
class Alias:
    """A name without the number that it stands for, with where we know it from and how sure that is."""

    number: int
    symbol: str
    type: str
    issued_on: date
    source: str
    certainty: str


@dataclass(frozen=True)
class Resolution:
    """What a citation means in a register: the one document, or several that may be meant, or none."""

    citation: Citation
    candidates: tuple[Document, ...] = ()
    aliases: tuple[Alias, ...] = ()
    named_before: bool = False
    """The text had named the document in full before; this is its short form."""

    @property
    def document(self) -> Document | None:
        """The document, where only one can be meant."""
        return self.candidates[0] if len(self.candidates) == 1 else None

    @property
    def ambiguous(self) -> bool:
        return len(self.candidates) > 1


@lru_cache(maxsize=1)
def _plenums() -> tuple[tuple[int, str, Alias], ...]:
    rows = tomllib.loads((Path(__file__).parent / "aliases.toml").read_text(encoding="utf-8"))["plenum"]
    return tuple(
        (row["number"], row["term"], Alias(**row["stands_for"], source=row["source"], certainty=row["certainty"]))
        for row in rows
    )


def aliases_of(citation: Citation, on: date) -> tuple[Alias, ...]:
    """What a plenum's resolution may stand for, of what had been issued by then; without a term, every term's."""
    if citation.issuer != "TW" or citation.symbol or citation.type != "nghị quyết":
        return ()
    return tuple(
        alias
        for number, term, alias in _plenums()
        if number == citation.number and citation.term in (None, term) and alias.issued_on <= on
    )


def read(texts: Sequence[str], unit: Unit, on: date) -> list[list[Resolution]]:
    """The citations of texts that belong together (an article's paragraphs), each with what it means in the register.

    One query, however many texts and citations. `on` is the day of the texts: what was issued later is not meant.
    """
    found = [find(text) for text in texts]
    resolved = iter(resolve([citation for citations in found for citation in citations], unit, on))
    return [[next(resolved) for _citation in citations] for citations in found]


def resolve(citations: Sequence[Citation], unit: Unit, on: date) -> list[Resolution]:
    """Each citation with the documents of the unit's register that it may mean, in the order given."""
    aliases = [aliases_of(citation, on) for citation in citations]
    numbers = {citation.number for citation in citations} | {alias.number for row in aliases for alias in row}
    if not numbers:
        return []
    known = Document.objects.of(unit).filter(number__in=numbers, issued_on__lte=on).order_by("-issued_on", "-pk")
    by_number: dict[int, list[Document]] = {}
    for document in known:
        by_number.setdefault(document.number, []).append(document)
    resolved: list[Resolution] = []
    named: dict[int, list[Document]] = {}
    for citation, standing_for in zip(citations, aliases, strict=True):
        resolution = _of_one(citation, standing_for, by_number)
        before = named.get(citation.number, [])
        if resolution.ambiguous and (meant := _named_before(resolution.candidates, before)):
            resolution = Resolution(citation, (meant,), named_before=True)
        if resolution.document:
            named.setdefault(citation.number, []).append(resolution.document)
        resolved.append(resolution)
    return resolved


def documents(resolutions: Iterable[Resolution]) -> list[Document]:
    """The documents meant beyond doubt, each once, in the order of their first mention."""
    return list(dict.fromkeys(resolution.document for resolution in resolutions if resolution.document))


def _of_one(citation: Citation, aliases: tuple[Alias, ...], by_number: dict[int, list[Document]]) -> Resolution:
    if citation.issuer == "TW" and citation.symbol is None:  # a plenum's number is no number of a document
        found = [
            document
            for alias in aliases
            for document in by_number.get(alias.number, [])
            if _same_symbol(alias.symbol, document) and document.issued_on == alias.issued_on
        ]
        return Resolution(citation, tuple(found), aliases)
    fitting = [document for document in by_number.get(citation.number, []) if _fits(citation, document)]
    exact = [document for document in fitting if citation.type and TYPES.get(citation.type) == document.type]
    return Resolution(citation, tuple(exact or fitting))


def _fits(citation: Citation, document: Document) -> bool:
    """Whether nothing that the text says speaks against the document."""
    if citation.symbol and not _same_symbol(citation.symbol, document):
        return False
    if citation.type and not _same_type(TYPES.get(citation.type), document, by_symbol=citation.symbol is not None):
        return False
    if citation.year and document.number_year and citation.year != document.number_year:
        return False
    if citation.date and citation.date != document.issued_on:
        return False
    return not (citation.term and document.congress_term and citation.term != document.congress_term.upper())


def _same_type(type_: DocumentType | None, document: Document, *, by_symbol: bool) -> bool:
    if type_ == document.type:
        return True
    # With the symbol beside it a QĐ called by the other name is the same document; without, it is another one.
    return by_symbol and type_ in _EITHER and document.type in _EITHER


def _same_symbol(symbol: str, document: Document) -> bool:
    return _comparable(symbol) == _comparable(document.symbol)


def _comparable(symbol: str) -> str:
    sign, slash, issuer = "".join(fold(symbol).split()).partition("/")
    return f"{_SAME_SIGN.get(sign, sign)}{slash}{issuer}"


def _named_before(candidates: Sequence[Document], named: Sequence[Document]) -> Document | None:
    """The one of several that the text has already named; None when it has named none of them, or two."""
    before = {document.pk: document for document in named if document in candidates}
    return next(iter(before.values())) if len(before) == 1 else None
