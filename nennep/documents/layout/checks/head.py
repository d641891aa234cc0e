"""The two sides of the head: the Party's name, place and date; superior, issuer, star, number."""

import re
from collections.abc import Iterator

from django.utils.translation import gettext as _

from nennep.documents.layout import changes
from nennep.documents.layout.checks.noting import Look
from nennep.documents.layout.findings import Finding
from nennep.documents.layout.parts import DATE, SHORT_DATE
from nennep.documents.layout.reading import Line
from nennep.documents.models import INVITATION, DocumentType

_NUMBER = re.compile(r"^(?P<word>Số|SỐ)?(?P<colon>\s*:)?\s*(?P<number>\d*)(?P<rest>.*)$")
_REST = re.compile(r"^\s*[-–]\s*[A-ZĐ][A-Za-zĐđ]{0,3}\s*/\s*\S.*$")
_REST_CLOSE = re.compile(r"^[-–][A-ZĐ][A-Za-zĐđ]{0,3}/\S.*$")
_UNNUMBERED = (INVITATION, DocumentType.MINUTES.value)
_RULE_INDENT = 8.0  # millimetres on either side, where half a page is the measure


def right(look: Look) -> Iterator[Finding]:
    parts = look.parts
    if parts.state is not None:
        yield look.found("national-state", parts.state.text, parts.state)
    elif parts.national is None:
        yield look.found("national-missing", _("không thấy dòng ấy"))
    if parts.national is not None:
        yield from look.setting("national", [parts.national])
        if not parts.national_ruled:
            change = changes.each(changes.rule_under, [parts.national], _RULE_INDENT)
            yield look.found("national-rule", _("không có đường kẻ"), parts.national, change=change)
    if parts.date is None:
        yield look.found("date-missing", _("không thấy ngày, tháng, năm"))
    else:
        yield from _date(look, parts.date)
        yield from look.setting("date", [parts.date])


def _date(look: Look, line: Line) -> Iterator[Finding]:
    found = DATE.match(line.text)
    short = None if found else SHORT_DATE.match(line.text)
    said = found or short
    if said is None:
        return
    if not said["place"].strip(" ,"):
        yield look.found("date-place", _("không có địa danh"), line)
    if short is not None:
        yield look.found("date-form", line.text, line)
    elif len(said["day"]) == 1 and said["day"].isdigit():
        yield look.found("date-zero-day", _("ngày %(day)s") % {"day": said["day"]}, line)
    month = said["month"]
    if short is None and month.isdigit() and month != _month_said(int(month)):
        yield look.found("date-zero-month", _("tháng %(month)s") % {"month": month}, line)
    numbers = [said[name] for name in ("day", "month", "year")]
    if all(number.isdigit() for number in numbers) and look.parts.day is None:
        yield look.found("date-wrong", line.text, line)


def _month_said(month: int) -> str:
    return f"{month:02d}" if month <= 2 else str(month)


def left(look: Look) -> Iterator[Finding]:
    parts = look.parts
    if parts.superior:
        yield from look.setting("superior", parts.superior)
    if not parts.issuer:
        yield look.found("issuer-missing", _("không thấy tên tổ chức"))
    else:
        yield from look.setting("issuer", parts.issuer)
    if parts.star is None:
        yield look.found("star-missing", _("không có dấu sao"))
    if parts.number is not None:
        yield from _number(look, parts.number)
        yield from look.setting("number", [parts.number])
    elif parts.type not in _UNNUMBERED:
        yield look.found("number-missing", _("không thấy số và ký hiệu"))
    if parts.is_letter and not parts.letter_subject and not parts.subject:
        yield look.found("letter-subject-missing", _("không thấy trích yếu dưới số"))


def _number(look: Look, line: Line) -> Iterator[Finding]:
    found = _NUMBER.match(line.text)
    if found is None:
        return
    number, rest = found["number"], found["rest"]
    if not found["word"]:
        yield look.found("number-word", line.text, line)
    if found["colon"]:
        yield look.found("number-colon", line.text, line)
    if len(number) == 1:
        yield look.found("number-zero", line.text, line)
    if not _REST.match(rest):
        yield look.found("number-form", line.text, line)
    elif not _REST_CLOSE.match(rest.lstrip() if not number else rest):
        yield look.found("number-spaces", line.text, line)
    types, printed = look.parts.types_of_symbol, look.parts.type
    if types and look.parts.kind is not None and printed not in types:
        there = _("ký hiệu %(symbol)s, tên loại %(kind)s") % {"symbol": line.text, "kind": look.parts.kind.text}
        yield look.found("number-type", there, line)


def spelling(look: Look) -> Iterator[Finding]:
    """ "ỦY" with its mark over the U, in the names of the head and the signature."""
    parts = look.parts
    known = (parts.authority, parts.chair, *parts.posts)
    lines = [*parts.superior, *parts.issuer, *[line for line in known if line is not None]]
    for line in lines:
        if "UỶ" in line.text or "Uỷ" in line.text:
            yield look.found("uy-spelling", line.text, line)
            return
