"""What stands right after a number: "-CT/TW", "/2020/NĐ-CP", "/2018/QH14", and how it is written when written right."""

import re
from dataclasses import dataclass
from functools import lru_cache

from nennep.documents.citations.vocabulary import (
    BY_SYMBOL,
    NAMED,
    NEEDS_WORD,
    OFFICES_ALONE,
    STATE_OFFICES,
    SYMBOLS,
    Kind,
)

_GAP = r"[ \t\r\n]{0,3}"
_OFFICE = (
    r"(?:(?:BTC|BTG|BTGDV|BDV|BNC|UBKT|VP|BCĐ)[ ](?=(?:TW|TƯ|TU|HU|ĐU)\b))?+"  # "12-HD/BTC TW"
    r"[A-Za-zĐđƯư][A-Za-zĐđƯư0-9]*+(?:&[A-Za-zĐđ]++)*+(?:\.(?:[ƯưWw]|T[WƯ])(?!\w))?+"
    # "TWĐTN-CTĐ", "BYT-BNV"; in small letters only ministries and committees go on after a dash
    r"(?:-(?:[A-ZĐ][A-Za-zĐđ0-9&]*+|(?:b|ub)[a-zđ]{1,6}(?!\w)))*+"
    # "QĐ-NS/TW", and the mark "for inside use"
    r"(?:/(?:[A-ZĐ]{2,8}|nb)(?![\w/-]))?+"
)
# The pieces are possessive and short, so that no text makes the pattern try again and again.
_AFTER = re.compile(
    rf"""
    (?P<letter>[a-dA-D](?={_GAP}[-/]))?
    (?:{_GAP}[-/]{_GAP}(?P<year>(?:19|20)\d\d)(?!\d)(?={_GAP}[-/]))?
    (?P<divided>{_GAP}[-/]{_GAP}|[ \t\r\n]{{0,2}})
    (?:
      (?P<house>(?:UBTV|ubtv)?(?:QH|qh)\s?(?:[Kk]\s?)?\d{{1,2}})(?!\w)
      |
      (?P<first>[A-Za-zĐđ]{{1,8}}+)
      (?:
        (?:{_GAP}(?P<joined>[-/]){_GAP}|(?P<dot>\.)(?=T[WUƯ]\b)|(?P<space>[ ])(?=(?:TW|TƯ|TU|HU|ĐU|CB)\b))
        (?P<office>(?:{_OFFICE})(?!\w)|[A-ZĐƯ]{{2,10}}?(?=ngày\b|của\b|về\b|và\b))
        |
        (?!\w)
      )
    )
    """,
    re.VERBOSE,
)
_YEAR_ALONE = re.compile(r"[ ]?/[ ]?((?:19|20)\d\d)(?![\w/])(?![ ]?-[ ]?\d)")

# Committees, cells and their offices: what ends in TW, TU, HU, ĐU, QU belongs to a committee of that level.
_PARTY = re.compile(r"(?:\w*(?:TW|TU|HU|ĐU|QU|ĐUK|BCSĐ)|CB\w*|ĐU\w*|ĐB(?!QH)\w*|TWĐTN|TWĐ)(?:-.*)?")
# Đ typed as D, in the issuers where it can be nothing else.
_WITHOUT_D = (
    (re.compile(r"^DU(?=$|[A-Z])|(?<=[A-Z])DU$|(?<=[A-Z])DU(?=K$)"), "ĐU"),
    (re.compile(r"HDND"), "HĐND"),
    (re.compile(r"HDBT"), "HĐBT"),
    (re.compile(r"^BCD(?=$|\d)"), "BCĐ"),
    (re.compile(r"LDTBXH"), "LĐTBXH"),
    (re.compile(r"LDLD"), "LĐLĐ"),
    (re.compile(r"GDDT"), "GDĐT"),
    (re.compile(r"DTN(?=$|-)"), "ĐTN"),
    (re.compile(r"^DH$"), "ĐH"),
    (re.compile(r"^TLD$"), "TLĐ"),
    (re.compile(r"BCSD"), "BCSĐ"),
)


@dataclass(slots=True)
class Symbol:
    """The symbol as it should be written, its parts, and how sure its form is."""

    end: int
    text: str | None
    sign: str | None
    issuer: str | None
    year: int | None
    form: str
    """ "party", "state", "house", "letter" (office and department), "office" (alone), "sign" (alone), "year" (alone)."""
    firm: bool
    """Written with its dash or slash; not just words in a row."""


def symbol_after(text: str, position: int, kind: str | None, *, numbered: bool, short: bool) -> Symbol | None:
    """The symbol that follows a number ending at `position`, or None.

    `kind` is the type word before the number, if any, `numbered` whether "số" stands there: without either, only a form
    that can be nothing else counts. `short`: the type word is an abbreviation.
    """
    match = _AFTER.match(text, position)
    if match is None or (match["first"] is None and match["house"] is None):
        return _year_alone(text, position) if kind else None
    divided, named = match["divided"].strip(), kind is not None or numbered
    year = int(match["year"]) if match["year"] else None
    if match["house"]:
        if not (divided and (year or named)):
            return None
        house = "".join(match["house"].upper().replace("K", "").split())
        return Symbol(match.end(), house, None, house, year, "house", firm=True)
    sign = SYMBOLS.get(match["first"].upper())
    if sign == "ĐA" and kind == "dự án":
        sign = "DA"
    if match["office"] is None:
        return _alone(match, sign, kind, year, divided) or (_year_alone(text, position) if kind else None)
    if not divided and (match["joined"] is None or not (named or _is_party(match["office"]))):
        return None
    if sign is None or not _fits(sign, kind, named):
        return _letter(match, kind, divided, year, numbered=numbered and not short)
    return _signed(match, sign, year, divided, named)


def _fits(sign: str, kind: str | None, named: bool) -> bool:
    return kind is not None or sign not in NEEDS_WORD or (named and sign in ("CĐ", "SL", "PL", "L"))


def _signed(match: re.Match[str], sign: str, year: int | None, divided: str, named: bool) -> Symbol | None:
    """TYPE and issuer: the Party's dash then slash, or the State's slash then dash; both also the wrong way round."""
    written = match["office"]
    office = canonical_office(written)
    joined = match["joined"] or "/"
    party = _is_party(written)
    if not _plausible(written, office, named=named, party=party):
        return None
    end = match.end()
    if year is None and "/" in office and joined == "-":  # QĐ-NS/TW
        middle, issuer = office.split("/", 1)
        if issuer.isupper() and _PARTY.fullmatch(issuer):
            return Symbol(end, f"{sign}-{middle}/{issuer}", sign, issuer, None, "party", firm=True)
    elif "/" in office and sign in ("TTLT", "TTLN"):
        office = office.replace("/", "-")
    issuer = office.split("/")[0]
    if year is None and (party or (divided == "-" and joined == "/") or not divided):
        return Symbol(end, f"{sign}/{office}", sign, issuer, None, "party", firm=bool(divided))
    return Symbol(end, f"{sign}-{office}", sign, issuer, year, "state", firm=True)


@lru_cache(maxsize=4096)
def _is_party(written: str) -> bool:
    return bool(_PARTY.fullmatch(canonical_office(written)))


def _plausible(written: str, office: str, *, named: bool, party: bool) -> bool:
    """An issuer is an abbreviation: capitals, or small letters where a type word or "số" vouches for it."""
    if len(office) < 2:
        return False
    return named or party or (any(char.isupper() for char in written) and office[:2].upper() == office[:2])


def _letter(match: re.Match[str], kind: str | None, divided: str, year: int | None, *, numbered: bool) -> Symbol | None:
    """ "3175/UBND-ĐT": the office and its department, as letters of the State carry; or a type that we do not know."""
    first, rest = canonical_office(match["first"]), canonical_office(match["office"])
    known = first in STATE_OFFICES or (len(first) > 2 and first[0] in "BS" and first.isupper())
    if (
        divided == "/"
        and match["joined"] == "-"
        and (known or kind == "công văn")
        and (kind or numbered or _surely(first))
    ):
        return Symbol(match.end(), f"{first}-{rest}", None, first, year, "letter", firm=True)
    if kind is None or not divided or not match["first"][0].isupper() or len(rest) < 2:
        return None
    if year is None and (divided == "-" or _PARTY.fullmatch(rest)):
        return Symbol(match.end(), f"{match['first']}/{rest}", None, rest, None, "party", firm=True)
    return Symbol(match.end(), f"{match['first']}-{rest}", None, rest, year, "state", firm=True)


def _surely(first: str) -> bool:
    return first in ("UBND", "HĐND", "VPCP", "TTg")


def _alone(match: re.Match[str], sign: str | None, kind: str | None, year: int | None, divided: str) -> Symbol | None:
    """After a type word: "Nghị định 64/CP", "Chỉ thị 200-TTg", "Kết luận 14-KL"."""
    if kind is None or not divided:
        return None
    office = canonical_office(match["first"])
    if sign in NAMED[kind].symbols:
        return Symbol(match.end(), sign, sign, None, year, "sign", firm=True)
    if office in OFFICES_ALONE and match["first"][0].isupper():
        return Symbol(match.end(), office, None, office, year, "office", firm=True)
    return None


def _year_alone(text: str, position: int) -> Symbol | None:
    """ "NĐ 90/2020"."""
    match = _YEAR_ALONE.match(text, position)
    return Symbol(match.end(), None, None, None, int(match[1]), "year", firm=True) if match else None


@lru_cache(maxsize=4096)
def canonical_office(written: str) -> str:
    """ "t.ư" and "TƯ" are TW, "hđnd" HĐND, "DU" ĐU, "ttg" TTg; what mixes capitals and small letters stays as it is."""
    office = written.replace(".", "").replace(" ", "")
    if office.islower() or (len(office) <= 3 and office[:1].isupper()):
        office = office.upper().replace("/NB", "/nb")
    office = office.replace("TƯ", "TW").replace("Tư", "TW")
    for typed, meant in _WITHOUT_D:
        office = typed.sub(meant, office)
    return "-".join("TTg" if part.upper() == "TTG" else part for part in office.split("-"))


def implied(symbol: Symbol, kinds: dict[str, tuple[Kind, ...]] = BY_SYMBOL) -> str | None:
    """The type that a symbol stands for; None where it may stand for two (QĐ), or says none."""
    if symbol.form == "letter":
        return "công văn"
    if symbol.sign is None:
        return None
    found = kinds.get(symbol.sign, ())
    if symbol.sign == "TT":
        return "thông tư" if symbol.form == "state" else "thông tri"
    return found[0].name if len(found) == 1 else None
