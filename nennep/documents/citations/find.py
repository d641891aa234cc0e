"""Citations of documents in a text: normalise → tokens → lists → citations, with positions in the text as it came in.

A list passes on what it says once: the type from its head ("các Kế hoạch số 45-KH/CB, 47-KH/CB"), the symbol from its end
("Nghị quyết số 18, 19-NQ/TW") or from its start ("Thông báo số 05-TB/ĐU, số 06 và số 07").
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date

from nennep.documents.citations.normalise import Reading, normalise
from nennep.documents.citations.particulars import Particulars, particulars_after
from nennep.documents.citations.plenum import Plenum, plenums
from nennep.documents.citations.symbols import Symbol, implied
from nennep.documents.citations.tokens import FIGURES, Head, Token, token_at
from nennep.documents.citations.vocabulary import BY_SYMBOL, COUNTED, NAMED


@dataclass(frozen=True, slots=True)
class Citation:
    """A document named in a text. `start` and `end` are positions in the text as it came in.

    What the text does not say is None. `symbol` is written as it should be ("KH/CBBQL", "NĐ-CP", "QH15"); `issuer` is
    its second half, TW for a plenum; `year` belongs to the State's form; `term` is Roman.
    """

    start: int
    end: int
    type: str | None
    number: int
    symbol: str | None
    issuer: str | None
    date: date | None
    term: str | None
    year: int | None

    def as_json(self) -> dict[str, object]:
        """The fields as the corpus and the command write them; the date as ISO text."""
        return {
            "start": self.start,
            "end": self.end,
            "type": self.type,
            "number": self.number,
            "symbol": self.symbol,
            "issuer": self.issuer,
            "date": self.date.isoformat() if self.date else None,
            "term": self.term,
            "year": self.year,
        }


@dataclass(slots=True)
class _Member:
    """One number of a list, with date and term after it. `loose`: a number that only its list makes a document's."""

    token: Token
    after: Particulars
    loose: bool = False


_AND = r"(?:và|va|hoặc|hoac|hay|đến|den|tới|cùng\s+với|cùng|với|rồi|&)(?!\w)"
_BETWEEN = re.compile(
    rf"\s*(?:[,;]\s*(?:{_AND}\s*)?|/|\+|[ \t]*-[ \t]*|{_AND}\s*)\s*(?:(?:cả|các|đến|tới|từ|bản)\s+)*(?:(?:số|so)\s*[:.]?\s*)?",
    re.IGNORECASE,
)
_LONGEST_BETWEEN = 24
_SEVERAL = re.compile(
    r"(?:(?<!\w)(?:các|những|cac|nhung|hai|ba|bốn|năm|sáu|bảy|tám|chín|mười|loạt|từ|\d{1,2})[ \t\n]+)$", re.IGNORECASE
)
_LIST_OF = re.compile(
    r"(?:các|những|hai|ba|bốn)\s+(quy định|quyết định)(?:\s+(?:của\s+)?[^\d.;:\n]{0,60})?:\s*$", re.IGNORECASE
)
_NAMED_BEFORE = re.compile(
    r"(?<!\w)(bộ luật|luật|pháp lệnh|nghị quyết|quyết định|quy định)\s[^.;:,\d\n]{2,90}$", re.IGNORECASE
)
_LOOSE_ENDS = re.compile(
    r"\s*(?:[,;.)\]”\"'’»|]|$|(?:và|hoặc|hay|đến|của|về|ngày|là|đã|được|thì|đều|cùng|với|do|trong|ở)(?!\w))"
)
_NEXT_WORD = re.compile(r"\s*([^\W\d_]+)")
_OF_BODY = re.compile(r"\s*của\s+(?:Bộ|Ban|Chính|Thủ|Trung|Quốc|Đảng|Tỉnh|Thành|Huyện|Ủy|UBND|Hội|Chi|chi bộ|đảng)")


def find(text: str) -> list[Citation]:
    """All citations, in the order of the text."""
    reading = normalise(text)
    found = list(_found(reading.text))
    return found if not reading.here else [_original(citation, reading) for citation in found]


def _original(citation: Citation, reading: Reading) -> Citation:
    return replace(citation, start=reading.start(citation.start), end=reading.end(citation.end))


def _found(text: str) -> Iterator[Citation]:
    """Citations with positions in the text as it is read: lists where numbers stand, plenums between them."""
    last: Citation | None = None
    for item in _in_order(text):
        if isinstance(item, Plenum):
            yield (last := _of_plenum(item))
            continue
        for citation in _closed(item, text, last):
            yield (last := citation)


def _in_order(text: str) -> Iterator[list[_Member] | Plenum]:
    """Plenums, and the runs of numbers that may be lists, as they follow each other."""
    named = plenums(text)
    plenum = next(named, None)
    run: list[_Member] = []
    run_end = 0
    for figures in FIGURES.finditer(text):
        start, end = figures.span()
        while plenum and plenum.start <= start:
            if run:
                yield run
                run = []
            yield plenum
            run_end = max(run_end, plenum.after.end, plenum.end)
            plenum = next(named, None)
        if start < run_end:
            continue
        token = token_at(text, start, end)
        joined = bool(run) and start - run_end <= _LONGEST_BETWEEN and _joins(text, run, run_end, token, start)
        if run and not joined:
            yield run
            run = []
        if token:
            run.append(_Member(token, particulars_after(text, token.end)))
            run_end = run[-1].after.end
        elif joined:
            run.append(_loose(text, run_end, start, end))
            run_end = end
    if run:
        yield run
    if plenum:
        yield plenum
        yield from named


def _joins(text: str, run: list[_Member], run_end: int, token: Token | None, start: int) -> bool:
    """Whether the number goes on with the list that is open."""
    if token is None:
        return bool(_BETWEEN.fullmatch(text, run_end, start))
    if not _BETWEEN.fullmatch(text, run_end, token.start):
        return False
    head, first = token.head, run[0].token.head
    # A type of its own begins a list of its own; "Thông báo số 05 đến Thông báo số 09-TB/ĐU" is one.
    return not (head.kind or head.short) or (
        (head.kind, head.short) == (first.kind, first.short) and not run[-1].token.symbol
    )


def _loose(text: str, run_end: int, start: int, end: int) -> _Member:
    between = _BETWEEN.fullmatch(text, run_end, start)
    said = re.search(r"(?:số|so)\s*[:.]?\s*$", between[0], re.IGNORECASE) if between else None
    head = Head(start - len(said[0]) if said else start, numbered=bool(said))
    number = int(text[start:end]) if end - start <= 6 else 0
    return _Member(Token(head.start, end, number, head, None, number > 0), Particulars(None, None, end), loose=True)


def _closed(run: list[_Member], text: str, last: Citation | None) -> Iterator[Citation]:
    """The citations of a list that has ended; a single citation is a list of one."""
    if len(run) == 1:
        member = run[0]
        if member.token.symbol or member.token.stands:
            yield _citation(member, member.token.symbol, _own_type(member, text, last))
        return
    head = run[0].token.head
    several = bool(_SEVERAL.search(text, max(0, run[0].token.start - 12), run[0].token.start))
    symbols = _passed_on(run, text, several)
    if not any(symbols):
        alone = _all_alone(run, text, several)
        for member in run:
            if member.token.stands and (alone or not member.loose):
                yield _citation(member, None, _bare_type(head))
        return
    head_kind = head.kind or (_own_type(run[0], text, last) if symbols[0] and not head.short else None)
    for member, symbol in zip(run, symbols, strict=True):
        own = member.token.head
        if symbol is None:
            if member.token.stands and not member.loose:
                yield _citation(member, None, _bare_type(own))
        elif member.token.symbol is None and not member.loose:
            yield _citation(member, symbol, own.kind or _short_type(own, symbol))
        elif own.kind or own.short:
            yield _citation(member, symbol, _own_type(member, text, last))
        else:
            inherited = _inherited(head_kind, symbols[0], symbol, several)
            yield _citation(member, symbol, inherited or _own_type(member, text, last))


def _passed_on(run: list[_Member], text: str, several: bool) -> list[Symbol | None]:
    """The symbol of each member: its own, or the one that its list passes on; None where there is none to pass."""
    symbols = [member.token.symbol for member in run]
    for index in range(len(run) - 2, -1, -1):
        coming, member = symbols[index + 1], run[index]
        if symbols[index] or coming is None or coming.form not in ("party", "state") or coming.year:
            continue
        if member.token.number and _agrees(run[0 if member.loose else index].token.head, coming):
            symbols[index] = coming
    for index in range(1, len(run)):
        going, member = symbols[index - 1], run[index]
        if symbols[index] or going is None or going.year or not member.loose:
            continue
        if _goes_on(member, text, several):
            symbols[index] = going
    return symbols


def _goes_on(member: _Member, text: str, several: bool) -> bool:
    """Whether a bare number after a citation is one more of the list, not a count: "…, số 06 và số 07 của"."""
    token = member.token
    leading_zero = text[token.end - len(str(token.number)) - 1] == "0"
    if not (token.head.numbered or (several and (leading_zero or token.number > 9))) or token.number == 0:
        return False
    return bool(_LOOSE_ENDS.match(text, token.end)) and not text[token.end : token.end + 2].strip(" .,").isdigit()


def _all_alone(run: list[_Member], text: str, several: bool) -> bool:
    """Whether numbers without any symbol are all documents: "các Chỉ thị 03, 05", "Chỉ thị 15, 16 của Thủ tướng"."""
    if not run[0].token.stands or not all(member.token.number for member in run):
        return False
    end = run[-1].token.end
    if (
        len(run) > 1
        and not (several or _OF_BODY.match(text, end))
        or re.match(r"[.,/:-]?\d|[ ]?[%/]", text[end : end + 2])
    ):
        return False
    word = _NEXT_WORD.match(text, end)
    return bool(_LOOSE_ENDS.match(text, end)) or (word is not None and word[1].lower() not in COUNTED)


def _agrees(head: Head, symbol: Symbol) -> bool:
    if head.kind:
        return symbol.sign in NAMED[head.kind].symbols
    return head.short is None or head.short == symbol.sign


def _inherited(kind: str | None, of_head: Symbol | None, symbol: Symbol, several: bool) -> str | None:
    """The type that the head of the list gives to a member without a type word, where the symbol allows it."""
    if kind is None or of_head is None or symbol.form == "letter":
        return None
    if symbol.sign == of_head.sign and (several or symbol.issuer == of_head.issuer):
        return kind
    return kind if implied(symbol) is None and symbol.sign in NAMED[kind].symbols and several else None


def _own_type(member: _Member, text: str, last: Citation | None) -> str | None:
    """The type as the words before the number say it, else as the symbol implies it."""
    head, symbol = member.token.head, member.token.symbol
    if head.kind:
        return head.kind
    if symbol is None:
        return _bare_type(head)
    if head.short:
        return _short_type(head, symbol)
    return implied(symbol) or (
        _from_afar(head, symbol, text, last) if symbol.sign == "QĐ" or symbol.form == "house" else None
    )


def _from_afar(head: Head, symbol: Symbol, text: str, last: Citation | None) -> str | None:
    """For a symbol that may be of two types: "Luật Đất đai số …", "các quy định: …", "bản 212-QĐ/TW" of those just named."""
    before = text[max(0, head.start - 100) : head.start]
    if match := _LIST_OF.search(before):
        return match[1].lower()
    if head.numbered and (match := _NAMED_BEFORE.search(before)):
        named = match[1].lower()
        fits = (
            named not in ("quyết định", "quy định") if symbol.form == "house" else named in ("quyết định", "quy định")
        )
        return named if fits else None
    if (
        last
        and before.endswith(("bản ", "bản số "))
        and last.symbol == symbol.text
        and not _stops(text, last.end, head.start)
    ):
        return last.type
    return None


def _stops(text: str, start: int, end: int) -> bool:
    return end - start > 80 or bool(re.search(r"[.?!]\s|\n", text[start:end]))


def _short_type(head: Head, symbol: Symbol) -> str | None:
    """A shortened type may stand for two (CT before 34-CTr/TU, TT); the symbol knows better."""
    return implied(symbol) if symbol.sign else _bare_type(head)


def _bare_type(head: Head) -> str | None:
    if head.kind or head.short is None:
        return head.kind
    kinds = BY_SYMBOL[head.short]
    if head.short == "TT":
        return "thông tư"
    return kinds[0].name if len(kinds) == 1 else None


def _citation(member: _Member, symbol: Symbol | None, kind: str | None) -> Citation:
    token, after = member.token, member.after
    end = token.end
    plenary = after.term_end is not None and kind == "nghị quyết" and symbol is None and not token.head.numbered
    if (
        plenary and after.date is None and token.number <= 15
    ):  # "Nghị quyết 4 khóa XI": a plenum's, marked with its term
        end = after.term_end or end
    return Citation(
        token.start,
        end,
        kind,
        token.number,
        symbol.text if symbol else None,
        symbol.issuer if symbol else None,
        after.date,
        after.term,
        symbol.year if symbol else None,
    )


def _of_plenum(plenum: Plenum) -> Citation:
    return Citation(
        plenum.start,
        plenum.end,
        "nghị quyết",
        plenum.number,
        None,
        "TW",
        plenum.after.date,
        plenum.term or plenum.after.term,
        None,
    )
