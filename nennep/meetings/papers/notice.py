"""Thông báo kết luận: what the meeting concluded, for those who have to know it."""

from collections.abc import Iterator

from nennep.meetings.papers.sheet import for_the_cell, number_line, opening, said, sheet, subject_of, told
from nennep.meetings.papers.shown import Shown
from nennep.meetings.papers.tables import tasks_table, vote_words
from nennep.paper.blocks import Block, Document, Heading, Paragraph, Text


def notice_sheet(shown: Shown, *, code: str | None) -> Document:
    """The conclusion, the vote on it and what was given to whom; neither opinions nor who was absent."""
    blocks = (*body(shown), for_the_cell(shown))
    subject = f"kết luận {subject_of(shown)}"
    return sheet(shown, "THÔNG BÁO", subject, *blocks, code=code, number_line=number_line(shown, "TB"))


def body(shown: Shown) -> Iterator[Block]:
    yield Paragraph((Text(opening(shown)),))
    yield Heading(1, "I- KẾT LUẬN")
    yield from said(shown["conclusion"])
    if shown["resolution"]:
        yield told("Nghị quyết", shown["resolution"]["citation"])
    yield told("Biểu quyết thông qua", vote_words(shown, "conclusion"))
    if shown["tasks"]:
        yield Heading(1, "II- PHÂN CÔNG")
        yield tasks_table(shown)
