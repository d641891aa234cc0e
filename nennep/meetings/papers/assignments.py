"""Phiếu giao việc: what was given at the meeting, to whom, by when, and when it will be heard."""

from nennep.meetings.papers.sheet import clock, dated, of_both, sheet, subject_of
from nennep.meetings.papers.shown import Shown
from nennep.meetings.papers.tables import tasks_table
from nennep.paper.blocks import Block, Document, Paragraph, Text


def assignments_sheet(shown: Shown, *, code: str | None) -> Document:
    """The tasks of one meeting on a sheet to hand out."""
    head, frame = shown["head"], shown["frame"]
    where = f"Cuộc họp bắt đầu {clock(frame['start'])} ngày {dated(head['date'])} tại {frame['place']}"
    blocks: tuple[Block, ...] = (Paragraph((Text(f"{where} không ghi việc giao mới."),)),)
    if shown["tasks"]:
        blocks = (Paragraph((Text(f"{where} giao các việc sau:"),)), tasks_table(shown))
    return sheet(shown, "PHIẾU GIAO VIỆC", subject_of(shown), *blocks, of_both(shown), code=code)
