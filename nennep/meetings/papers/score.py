"""Phiếu tự chấm: how the cell scored its meeting, line by line, with the vote on it and the level it proposes."""

from collections.abc import Iterator

from nennep.meetings.papers.sheet import dated, of_both, sheet, subject_of, told
from nennep.meetings.papers.shown import Shown
from nennep.meetings.papers.tables import score_table, total_of, vote_words
from nennep.paper.blocks import Block, Document, Paragraph, Text


def score_sheet(shown: Shown, *, code: str | None) -> Document:
    """The sheet in force on the day; a meeting without one says so."""
    subject = f"chất lượng {subject_of(shown)}"
    return sheet(shown, "PHIẾU TỰ CHẤM", subject, *body(shown), of_both(shown), code=code)


def body(shown: Shown) -> Iterator[Block]:
    found = shown["score"]
    if found is None:
        yield Paragraph((Text("Cuộc họp này không có phiếu tự chấm."),))
        return
    yield told("Ngày họp", dated(shown["head"]["date"]))
    yield told("Chấm theo", found["source"])
    yield score_table(found)
    yield told("Tổng điểm", total_of(found))
    yield told("Mức đề nghị", found["proposed"])
    yield told("Biểu quyết", vote_words(shown, "score"))
    yield told("Điểm yếu và cách khắc phục", found["weaknesses"])
