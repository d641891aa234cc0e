"""The paper: its size, its margins, its page numbers, and the letters of the whole document."""

from collections.abc import Iterator, Sequence
from functools import partial
from math import ceil

from django.utils.translation import gettext as _

from nennep.documents.layout import changes
from nennep.documents.layout.cascade import WORDS_OWN_FONT
from nennep.documents.layout.checks.noting import Look, align_said, within
from nennep.documents.layout.findings import Finding
from nennep.documents.layout.reading import Line, Reading, Run, Section

_NEAR = 1.0  # millimetres: what a ruler on paper would not show
_OLD_FONTS = (".vn", "vni-")
_LETTERS_IN_A_LINE = 88


def paper(look: Look) -> Iterator[Finding]:
    layout = look.regime.layout
    wanted = {side: getattr(layout.margins, side) for side in ("top", "bottom", "left", "right")}
    wrong = [section for section in look.reading.sections if not _is_a4(section)]
    if wrong:
        there = _("%(width)d × %(height)d mm") % {"width": round(wrong[0].width), "height": round(wrong[0].height)}
        yield look.found("page-size", there, change=partial(_to_a4, wrong, layout.width, layout.height))
    for side, length in wanted.items():
        # A table laid across has margins of its own.
        off = [
            section
            for section in look.reading.sections
            if section.width <= section.height and abs(section.margins[side] - length) > _NEAR
        ]
        if off:
            there = _("%(length)s mm") % {"length": f"{off[0].margins[side]:.0f}"}
            yield look.found(f"margin-{side}", there, change=changes.each(changes.margin, off, side, length))


def page_numbers(look: Look) -> Iterator[Finding]:
    sections = look.reading.sections
    word = look.reading.word.sections
    if not any(section.number for section in sections):
        if longer_than_a_page(look.reading):
            change = partial(changes.numbers_on_top, word[0], look.regime.layout.page_number_from_edge)
            yield look.found("page-number-missing", _("không có số trang"), change=change)
        return
    if sections[0].on_first_page:
        change = partial(changes.numbers_from_second, word[0])
        yield look.found("page-number-first", _("trang đầu có số trang"), change=change)
    aside = [section for section in sections if section.number and section.number.align != "center"]
    if aside and aside[0].number:
        there = align_said(aside[0].number.align)
        yield look.found("page-number-place", there, change=changes.each(changes.numbers_centred, aside))


def letters(look: Look) -> Iterator[Finding]:
    """Every letter in one face, and that face's letters in Unicode."""
    runs = [(line, run) for line in look.reading.lines for run in line.runs if run.text.strip()]
    old = [(line, run) for line, run in runs if run.font.lower().startswith(_OLD_FONTS)]
    other = [pair for pair in runs if pair[1].font != WORDS_OWN_FONT and pair not in old]
    if old:
        yield look.found("encoding", _("phông %(font)s") % {"font": old[0][1].font}, old[0][0], count=_lines(old))
    if other:
        fonts = ", ".join(sorted({run.font for _line, run in other}))
        yield look.found(
            "font",
            _("phông %(font)s") % {"font": fonts},
            other[0][0],
            count=_lines(other),
            change=changes.each(changes.font, [run for _line, run in other]),
        )


def longer_than_a_page(reading: Reading) -> bool:
    """Whether it surely runs over a page; a page's number is asked for from the second on. Reckoned from its lines."""
    if len(reading.sections) > 1 or any(line.breaks_page for line in reading.lines):
        return True
    points = sum(ceil(max(len(line.text), 1) / _LETTERS_IN_A_LINE) * 18 + 4 for line in reading.lines if not line.cell)
    return points > 950


def _is_a4(section: Section) -> bool:
    short, long = sorted((section.width, section.height))
    return within(short, 210, 210, _NEAR) and within(long, 297, 297, _NEAR)


def _to_a4(sections: list[Section], width: float, height: float) -> None:
    for section in sections:
        across = section.width > section.height
        changes.paper(section, *((height, width) if across else (width, height)))


def _lines(pairs: Sequence[tuple[Line, Run]]) -> int:
    return len({id(line) for line, _run in pairs})
