"""Resolutions named after a plenum of the Central Committee: "Nghị quyết Trung ương 4 khóa XI", "NQTW4 (khóa XII)".

They carry no symbol, and their number, in figures or in words, is the plenum's own. Term and brackets belong to the name.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from nennep.documents.citations.particulars import Particulars, ordinal, particulars_after, roman
from nennep.documents.citations.vocabulary import WORDED

_LAST = 15  # no term has had more plenums


@dataclass(slots=True)
class Plenum:
    """One resolution of a plenum. `after.end` is where everything that belongs to it ends."""

    start: int
    end: int
    number: int
    term: str | None
    after: Particulars


# "Nghị quyết" (or NQ) opens, so the search looks for nothing else.
_OPENING = re.compile(r"[Nn](?:[Gg][Hh][ịỊiI][ \t\r\n]|[Qq])")
_CENTRE = r"(?:trung\s{1,3}ương|trung\s{1,3}uong|TW|T\.?Ư|T\.W\.?)"
_COUNT = (
    r"(?:(?P<figures{0}>\d{{1,2}})(?![\w%]|[.,/:-]\d|[ ]?[-/][ ]?(?!(?-i:[IVX]+)\b)[A-ZĐ]{{2}})"
    r"|(?-i:(?P<roman{0}>[IVX]{{1,4}}))(?!\w)"
    r"|(?P<words{0}>mười(?:\s(?:một|hai|ba|bốn|lăm))?|muoi(?:\s(?:mot|hai|ba|bon|lam))?"
    r"|một|nhất|hai|ba|bốn|tư|năm|sáu|bảy|bẩy|tám|chín|mot|nhat|bon|tu|nam|sau|bay|tam|chin)(?!\w))"
)
_COMMITTEE = r"(?:(?:ban\s{1,3}chấp\s{1,3}hành|ban\s{1,3}chap\s{1,3}hanh|BCH)\s{0,3})"
_MEETING = r"(?:(?:của\s{1,3})?(?:hội\s{1,3}nghị|hoi\s{1,3}nghi|HN)\s{1,3})"
_ORDER = r"(?:(?:lần|lan)\s{1,3}(?:(?:thứ|thu)\s{1,3})?|(?:thứ|thu)\s{1,3})"
_PARTY = r"(?:\s{1,3}(?:đảng|dang)(?:\s{1,3}cộng\s{1,3}sản\s{1,3}việt\s{1,3}nam)?)?"
_PLENUM = re.compile(
    rf"""
    (?:nghị\s{{1,3}}quyết|nghi\s{{1,3}}quyet|NQ)(?:\s{{0,3}}
      (?:của\s{{1,3}})?{_MEETING}?{_COMMITTEE}?{_CENTRE}{_PARTY}\.?\s{{0,3}}{_ORDER}?{_COUNT.format(1)}
      |
      \s{{1,3}}{_MEETING}?{_ORDER}{_COUNT.format(2)}\s{{0,3}},?\s{{0,3}}(?:của\s{{1,3}})?{_COMMITTEE}?{_CENTRE}{_PARTY}(?!\w)
    )
    """,
    re.VERBOSE | re.IGNORECASE,
)
_MORE_NUMBERS = re.compile(
    rf"\s{{0,3}}(?:,|và|va)\s{{0,3}}(?:{_CENTRE}\s{{0,3}})?(\d{{1,2}})(?![\w/.%-])", re.IGNORECASE
)
_KHOA = r"(?:khóa|khoá|khoa|K\.?)\s{0,3}"
_ROMAN = r"(?P<term>[IVX]{1,6}|\d{1,2})(?!\w)"
_TERM = re.compile(
    rf"\s{{0,3}}(?:[,-]\s{{0,3}})?(?P<open>\()?\s{{0,3}}{_KHOA}{_ROMAN}|\s{{0,3}}(?:/|(?P<bracket>\())(?P<short>[IVX]{{1,6}})(?!\w)",
    re.IGNORECASE,
)
_MORE_TERMS = re.compile(
    rf"\s{{0,3}}(?:,|và|va)\s{{0,3}}(?P<span>(?:{_KHOA})?(?P<term>[IVX]{{1,6}})(?!\w))", re.IGNORECASE
)
_CLOSING = re.compile(r"\s{0,3}\)")


def plenums(text: str) -> Iterator[Plenum]:
    """Resolutions of plenums, in the order of the text; several plenums or terms in one name are several resolutions."""
    reached = 0
    for opening in _OPENING.finditer(text):
        if opening.start() < reached or text[max(0, opening.start() - 1) : opening.start()].isalnum():
            continue
        match = _PLENUM.match(text, opening.start())
        if match is None:
            continue
        words = match["words1"] or match["words2"]
        written = match["roman1"] or match["roman2"]
        if words:
            number = WORDED[" ".join(words.lower().split())]
        elif written:
            number = ordinal(written)
        else:
            number = int(match["figures1"] or match["figures2"])
        if not 1 <= number <= _LAST:
            continue
        for plenum in _named(text, match, number):
            reached = plenum.after.end
            yield plenum


def _named(text: str, match: re.Match[str], number: int) -> Iterator[Plenum]:
    spans = [(match.start(), match.end(), number)]
    while more := _MORE_NUMBERS.match(text, spans[-1][1]):
        if not 1 <= int(more[1]) <= _LAST:
            break
        spans.append((*more.span(1), int(more[1])))
    said = _TERM.match(text, spans[-1][1])
    term = roman(said["term"] or said["short"]) if said else None
    if said is None or term is None:
        after = particulars_after(text, match.end())
        yield Plenum(match.start(), match.end(), number, None, after)
        return
    for start, end, each in spans[:-1]:
        yield Plenum(start, end, each, term, Particulars(None, None, end))
    start, _end, number = spans[-1]
    others = list(_other_terms(text, said.end())) if len(spans) == 1 else []
    end = said.end()
    closing = _CLOSING.match(text, others[-1][1] if others else end) if said["open"] or said["bracket"] else None
    if closing and not others:
        end = closing.end()
    after = particulars_after(text, closing.end() if closing else others[-1][1] if others else end)
    yield Plenum(start, end, number, term, after if not others else Particulars(None, None, end))
    for index, (start, end, term) in enumerate(others):
        yield Plenum(start, end, number, term, after if index == len(others) - 1 else Particulars(None, None, end))


def _other_terms(text: str, position: int) -> Iterator[tuple[int, int, str]]:
    """ "khóa XI, XII và khóa XIII": the terms after the first."""
    while match := _MORE_TERMS.match(text, position):
        term = roman(match["term"])
        if term is None:
            return
        yield (*match.span("span"), term)
        position = match.end()
