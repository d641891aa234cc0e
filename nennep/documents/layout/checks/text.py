"""The title and what stands between it and the signature."""

import re
from collections.abc import Iterator

from django.utils.translation import gettext as _

from nennep.documents.authority import may_issue
from nennep.documents.layout import changes
from nennep.documents.layout.checks.noting import Look, align_said, sizes_said, within
from nennep.documents.layout.findings import Finding
from nennep.documents.layout.reading import Line
from nennep.documents.models import INVITATION
from nennep.organisation.models import Level

_LONGER_THAN_A_LINE = 95  # letters; only such a paragraph shows how it is aligned and indented
_HEADING = re.compile(r"^(?:[IVX]{1,5}\s*[-–.)]|\d{1,2}(?:\.\d{1,2})*\s*[.)-]|[a-zđ]\s*[).-])\s")
_WRONG_HEADING = re.compile(r"^(?:[IVX]{1,5}\s*[.)]\s+(?!\w\.)|\d{1,2}\s*[)-]\s|[a-zđ]\s*[.-]\s|[+•●▪◦■*]\s)")
_CAPTION = re.compile(r"^(?:Bảng|Biểu|Hình|Phụ lục)\s*\d")
_END = re.compile(r"[.…?!)\]”\"»:;]$")
_INDENT_NEAR = 0.35
_RULE_INDENT = 60.0


def title(look: Look) -> Iterator[Finding]:
    parts = look.parts
    if parts.is_letter:
        if parts.kind is not None:
            yield look.found("letter-kind", parts.kind.text, parts.kind)
        return
    if parts.kind is None:
        yield look.found("kind-missing", _("không thấy tên loại"))
        return
    yield from look.setting("kind", [parts.kind])
    if not parts.subject:
        yield look.found("subject-missing", _("không thấy trích yếu"), parts.kind)
        return
    yield from look.setting("subject", parts.subject)
    shouted = [line for line in parts.subject if len(line.text) > 12 and line.text == line.text.upper()]
    if shouted:
        yield look.found("subject-capitals", _("in hoa"), *shouted)
    if not parts.subject_ruled:
        change = changes.each(changes.rule_under, parts.subject[-1:], _RULE_INDENT)
        yield look.found("subject-rule", _("không có gạch, không có đường kẻ"), parts.subject[-1], change=change)


def authority(look: Look) -> Iterator[Finding]:
    """Whether a cell may issue this type at all, on the day that the document bears."""
    parts = look.parts
    if not parts.type or parts.day is None or not parts.of_a_cell:
        return
    reason = may_issue(parts.type, parts.day, Level.GRASSROOTS_CELL)
    # The symbol QĐ stands for decisions too, which a cell may issue: without a printed name nothing is said.
    if reason is not None and parts.kind is not None:
        yield look.found("type-authority", reason.said, parts.kind, remedy=reason.instead)


def body(look: Look) -> Iterator[Finding]:
    regime = look.regime
    lines = [line for line in look.parts.body if line.text and line.cell is None and not _CAPTION.match(line.text)]
    texts = [line for line in lines if not _is_heading(line)]
    long = [line for line in texts if len(line.text) > _LONGER_THAN_A_LINE and line.align != "center"]
    lowest, highest = regime.body_sizes

    runs = [run for line in lines for run in line.visible if not within(run.size, lowest, highest)]
    wrong = [line for line in lines if any(run in line.runs for run in runs)]
    if runs:
        wanted = f"{lowest:g}" if lowest == highest else f"{lowest:g}–{highest:g}"
        change = changes.each(changes.size, runs, regime.layout.body.size)
        yield look.found("body-size", sizes_said(runs), wrong[0], count=len(wrong), change=change, sizes=wanted)

    wrong = [line for line in long if line.align != "justify"]
    if wrong:
        change = changes.each(changes.justified, wrong)
        yield look.found("body-align", align_said(wrong[0].align), wrong[0], count=len(wrong), change=change)

    lowest, highest = regime.indent
    wrong = [line for line in long if not line.numbered and not _indented(line, lowest, highest)]
    if wrong:
        wanted = f"{lowest:g}" if lowest == highest else f"{lowest:g}–{highest:g}"
        there = _("%(length)s mm") % {"length": f"{wrong[0].first_line:.1f}".removesuffix(".0")}
        change = changes.each(changes.first_line, wrong, regime.layout.first_line_indent)
        yield look.found("body-indent", there, wrong[0], count=len(wrong), change=change, indent=wanted)
    yield from _spacing(look, texts)


def _spacing(look: Look, texts: list[Line]) -> Iterator[Finding]:
    regime = look.regime
    if regime.pitch is not None:
        lowest, highest = regime.pitch
        wrong = [line for line in texts if not (line.exact and within(line.pitch, lowest, highest))]
        if wrong:
            wanted = f"{lowest:g}–{highest:g}"
            change = changes.each(changes.pitch, wrong, regime.layout.line_pitch)
            there = _pitch_said(wrong[0])
            yield look.found("body-pitch", there, wrong[0], count=len(wrong), change=change, pitch=wanted)
    if regime.gap is not None:
        wrong = [line for line in texts if line.space < regime.gap - 0.06]
        if wrong:
            there = _("cách %(points)s pt") % {"points": f"{wrong[0].space:g}"}
            change = changes.each(changes.gap, wrong, regime.layout.paragraph_gap)
            yield look.found("body-gap", there, wrong[0], count=len(wrong), change=change)


def headings(look: Look) -> Iterator[Finding]:
    wrong = [line for line in look.parts.body if line.cell is None and _WRONG_HEADING.match(line.text)]
    if wrong:
        yield look.found("heading-form", wrong[0].text[:30], wrong[0], count=len(wrong))


def ending(look: Look) -> Iterator[Finding]:
    last = next((line for line in reversed(look.parts.body) if line.text), None)
    # Minutes are closed by their own formula; an invitation may end with a list.
    if last is None or last.cell is not None or not look.parts.foot:
        return
    if re.search(r"/\s*\.?$", last.text):
        yield look.found("end-slash", last.text[-12:], last)
    elif not _END.search(last.text) and look.parts.type != INVITATION:
        yield look.found("end-stop", f"…{last.text[-12:]}", last)


def _is_heading(line: Line) -> bool:
    named = line.style.lower().startswith(("heading", "title"))
    bold = bool(line.visible) and all(run.bold for run in line.visible)
    return named or (bold and len(line.text) <= 160) or (_HEADING.match(line.text) is not None and bold)


def _indented(line: Line, lowest: float, highest: float) -> bool:
    if line.typed.startswith("\t") and abs(line.first_line) < 0.1:
        return highest > lowest  # a tab is 12.7 mm, unless somebody set it otherwise
    return within(line.first_line, lowest, highest, _INDENT_NEAR)


def _pitch_said(line: Line) -> str:
    if line.exact:
        return _("cố định %(points)s pt") % {"points": f"{line.pitch:g}"}
    if line.pitch > 5:
        return _("ít nhất %(points)s pt") % {"points": f"{line.pitch:g}"}
    return _("%(times)s dòng, không cố định") % {"times": f"{line.pitch:g}"}
