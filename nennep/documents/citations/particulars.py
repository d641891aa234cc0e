"""Date and term where they follow a citation and belong to it: ", ngày 14/5/2011", "của Bộ Chính trị khóa XI"."""

import re
from dataclasses import dataclass
from datetime import date

_GAP = r"[ \t\r\n]{0,3}"
_DATE = rf"""
    (?P<day>\d{{1,2}}){_GAP}
    (?:[/.-]{_GAP}(?P<month>\d{{1,2}}){_GAP}[/.-]{_GAP}(?P<year>\d{{4}}|\d{{2}})
      |,?{_GAP}(?:tháng|thang){_GAP}(?P<month_said>\d{{1,2}}){_GAP}(?:,|/)?{_GAP}(?:(?:năm|nam){_GAP})?(?P<year_said>\d{{4}}))(?!\d)
"""
_TERM = r"(?:khóa|khoá|khoa|K\.)\s{0,3}(?P<term>[IVX]{1,6}|\d{1,2})(?!\w)"
# Whose it is: it opens with the name of a body and goes on in words until a verb, a date, a stop.
_BODY = r"""
    (?:bộ|ban|đảng|chi|tỉnh|thành|huyện|quận|thị|phường|xã|ủy|uỷ|ubnd|hđnd|ubkt|ubmttq|hội|chính|thủ|quốc|trung|tw|t\.ư|bch|btv|sở
    |phòng|văn|đoàn|liên|công|trường|tổng|chủ|cục|vụ|viện|tòa|toà|bí|thường|tổ|cấp|khối|học|đại|mặt|cơ|cua|bo|uy|tinh|hoi|chinh
    |(?-i:[A-ZĐƯ]{2,8}))
"""
_NOT_OF_NAME = r"""
    (?!(?:ngày|ngay|khóa|khoá|khoa|về|ve|được|đã|gửi|nhận|họp|vào|từ|đến|có|là|sẽ|trong|tại|cho|trình|theo|để|khi|sau|trước|này|đó
    |hết|còn|nhắc|thay|ký|hướng|quy|yêu|nêu|nói|không|chưa|do|ra|mà|thì|bàn|đề|gồm|số|so|in|mới|phải|cần)(?!\w)
    |ban[ ]hành
    |(?:và|cùng|với)[ ](?:nghị|chỉ|kết|kế|quy|hướng|thông|chương|báo|các|luật|công)(?!\w))
"""
_PLENUM_NUMBER = r"\d{1,2}(?=[ ](?:ban|khóa|khoá|trung|tw|\(kh))"
_NAME = rf"{_BODY}(?!\w)(?:[ \t\n]{{1,3}}{_NOT_OF_NAME}(?:[^\W\d_][\w.&-]*+|{_PLENUM_NUMBER})){{0,14}}"
_NEXT = re.compile(
    rf"""
    {_GAP}+[,(]?+{_GAP}+
    (?:
      (?P<date>
        (?:(?:được[ ])?(?:ban\s{{1,3}}hành|ký|ban\s{{1,3}}hanh|ky)\s{{1,3}})?(?P<said>(?:ngày|ngay)\s{{0,3}})?{_DATE}
        (?:{_GAP}\))?
      )
      |{_TERM}(?:{_GAP}\))?
      |(?P<body>(?:(?:của|cua|do)\s{{1,3}})?{_NAME})
    )
    """,
    re.VERBOSE | re.IGNORECASE,
)
_GLUED = ("ngày", "của")  # typed without a space: "05-CT/TWngày 15/5/2016"
_TO_THIRTY = """
    I II III IV V VI VII VIII IX X XI XII XIII XIV XV XVI XVII XVIII XIX XX XXI XXII XXIII XXIV XXV XXVI XXVII XXVIII
    XXIX XXX
"""
_ROMANS = _TO_THIRTY.split()
_OPENS = frozenset(" ,(\n\t\r")


@dataclass(slots=True)
class Particulars:
    """What was found after a citation, and where it ends."""

    date: date | None
    term: str | None
    end: int
    term_end: int | None = None


def particulars_after(text: str, end: int) -> Particulars:
    """Date and term that follow the citation which ends here."""
    found = Particulars(None, None, end)
    position, bodies, only_term = end, 0, False
    while position < len(text) and (text[position] in _OPENS or text.startswith(_GLUED, position)):
        match = _NEXT.match(text, position)
        if match is None:
            break
        if match["date"]:
            day = _day(match)
            if found.date or only_term or day is None or not _belongs(match, text, position):
                break
            found.date = day
        elif match["term"]:
            term = roman(match["term"])
            if found.term or term is None:
                break
            found.term, found.term_end = term, match.end()
        else:
            # "… 18-NQ/TW Hội nghị Trung ương 6 khóa XII": a body just set beside it belongs only where a term confirms it.
            introduced = found.date is not None or _is_introduced(match, text, position)
            bodies, only_term = bodies + 1, not introduced
            if bodies > 2:
                break
            if not introduced:
                position = match.end()
                continue
        position = found.end = match.end()
    return found


def _belongs(match: re.Match[str], text: str, position: int) -> bool:
    """Without "ngày" a date belongs only in brackets, after a comma or a space; not in the next line or column."""
    return bool(match["said"]) or not any(sign in text[position : match.start("day")] for sign in "\t\n")


def _is_introduced(match: re.Match[str], text: str, position: int) -> bool:
    """Whether "của" or a comma says that what follows is the issuer: "03-CT/TW, Bộ Chính trị, ngày …"."""
    words = match["body"].lower()
    return words.startswith(("của", "cua", "do")) or "," in text[position : match.start("body")]


def _day(match: re.Match[str]) -> date | None:
    year = int(match["year"] or match["year_said"])
    if year < 100:
        if not match["said"]:
            return None
        year += 1900 if year >= 45 else 2000
    if not 1900 <= year <= 2099:
        return None
    try:
        return date(year, int(match["month"] or match["month_said"]), int(match["day"]))
    except ValueError:
        return None


def roman(written: str) -> str | None:
    """The term as Party papers write it: "XI" for "xi" and for "11"."""
    if written.isdigit():
        return _ROMANS[int(written) - 1] if 1 <= int(written) <= len(_ROMANS) else None
    return written.upper() if written.upper() in _ROMANS else None


def ordinal(written: str) -> int:
    """The number that a Roman numeral stands for; 0 where it is none."""
    return _ROMANS.index(written) + 1 if written in _ROMANS else 0
