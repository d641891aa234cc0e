"""What a list passes on: one run of numbers becomes the citations that it names.

The type comes from its head ("các Kế hoạch số 45-KH/CB, 47-KH/CB"), the symbol from its end ("Nghị quyết số 18, 19-NQ/TW")
or from its start ("Thông báo số 05-TB/ĐU, số 06 và số 07"). A single citation is a list of one.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from nennep.documents.citations.citation import Citation
from nennep.documents.citations.particulars import Particulars
from nennep.documents.citations.symbols import Symbol, implied
from nennep.documents.citations.tokens import Head, Token
from nennep.documents.citations.vocabulary import BY_SYMBOL, COUNTED, NAMED


@dataclass(slots=True)
class Member:
    """One number of a list, with date and term after it. `loose`: a number that only its list makes a document's."""

    token: Token
    after: Particulars
    loose: bool = False


_AND = r"(?:và|va|hoặc|hoac|hay|đến|den|tới|cùng\s+với|cùng|với|rồi|&)(?!\w)"
_BETWEEN = re.compile(
    rf"\s*(?:[,;]\s*(?:{_AND}\s*)?|/|\+|[ \t]*-[ \t]*|{_AND}\s*)\s*(?:(?:cả|các|đến|tới|từ|bản)\s+)*(?:(?:số|so)\s*[:.]?\s*)?",
    re.IGNORECASE,
)
LONGEST_BETWEEN = 24
"""Letters between two members of a list: \", và các số: \"."""
_SEVERAL = re.compile(
    r"(?:(?<!\w)(?:các|những|cac|nhung|hai|ba|bốn|năm|sáu|bảy|tám|chín|mười|loạt|từ|\d{1,2})[ \t\n]+)$", re.IGNORECASE
)
_LIST_OF = re.compile(
    r"(?:các|những|hai|ba|bốn)\s+(quy định|quyết định)(?:\s+(?:của\s+)?[^\d.;:\n]{0,60})?:\s*$", re.IGNORECASE
)
_NAMED_BEFORE = {
    # Names of laws hold commas: "Luật Thi đua, khen thưởng số 06/2022/QH15".
    "house": re.compile(r"(?<!\w)(bộ luật|luật|pháp lệnh|nghị quyết)\s[^.;:\d\n]{2,90}$", re.IGNORECASE),
    "party": re.compile(r"(?<!\w)(quyết định|quy định)\s[^.;:,\d\n]{2,90}$", re.IGNORECASE),
}
_LOOSE_ENDS = re.compile(
    r"\s*(?:[,;.)\]”\"'’»|]|$|(?:và|hoặc|hay|đến|của|về|ngày|là|đã|được|thì|đều|cùng|với|do|trong|ở)(?!\w))"
)
_NEXT_WORD = re.compile(r"\s*([^\W\d_]+)")
_OF_BODY = re.compile(r"\s*của\s+(?:Bộ|Ban|Chính|Thủ|Trung|Quốc|Đảng|Tỉnh|Thành|Huyện|Ủy|UBND|Hội|Chi|chi bộ|đảng)")


def joins(text: str, run: list[Member], run_end: int, token: Token | None, start: int) -> bool:
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


def loose(text: str, run_end: int, start: int, end: int) -> Member:
    between = _BETWEEN.fullmatch(text, run_end, start)
    said = re.search(r"(?:số|so)\s*[:.]?\s*$", between[0], re.IGNORECASE) if between else None
    head = Head(start - len(said[0]) if said else start, numbered=bool(said))
    number = int(text[start:end]) if end - start <= 6 else 0
    return Member(Token(head.start, end, number, head, None, number > 0), Particulars(None, None, end), loose=True)


def closed(run: list[Member], text: str, last: Citation | None) -> Iterator[Citation]:
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


def _passed_on(run: list[Member], text: str, several: bool) -> list[Symbol | None]:
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


def _goes_on(member: Member, text: str, several: bool) -> bool:
    """Whether a bare number after a citation is one more of the list, not a count: "…, số 06 và số 07 của"."""
    token = member.token
    leading_zero = text[token.end - len(str(token.number)) - 1] == "0"
    if not (token.head.numbered or (several and (leading_zero or token.number > 9))) or token.number == 0:
        return False
    return bool(_LOOSE_ENDS.match(text, token.end)) and not text[token.end : token.end + 2].strip(" .,").isdigit()


def _all_alone(run: list[Member], text: str, several: bool) -> bool:
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


def _own_type(member: Member, text: str, last: Citation | None) -> str | None:
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
    afar = _NAMED_BEFORE["house" if symbol.form == "house" else "party"]
    if head.numbered and (match := afar.search(before)):
        return match[1].lower()
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


def _citation(member: Member, symbol: Symbol | None, kind: str | None) -> Citation:
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
