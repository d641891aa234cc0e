"""Báo cáo lên cấp trên: one page of figures about one meeting. Nobody is named on it, and no text that may name somebody is
printed: neither the title nor the matter of a vote nor what was said."""

from collections.abc import Iterator

from nennep.meetings.papers.minutes import theme_words
from nennep.meetings.papers.roll_lines import quorum_words
from nennep.meetings.papers.sheet import UNTOLD, clock, dated, figure, for_the_cell, number_line, sheet
from nennep.meetings.papers.shown import Shown
from nennep.meetings.papers.tables import cells, outcome_of, rate_of, total_of
from nennep.paper.blocks import Document, Paragraph, Table, Text
from nennep.vietnamese.numbers import count_of


def report_up_sheet(shown: Shown, *, code: str | None) -> Document:
    """Length, attendance, the theme's minutes, votes, score and tasks; room is left for whoever signs."""
    head = shown["head"]
    rows = tuple(cells(str(place), *row) for place, row in enumerate(lines(shown), start=1))
    blocks = (
        Paragraph((Text(f"{head['cell']} báo cáo kỳ sinh hoạt ngày {dated(head['date'])}:"),)),
        Table("", cells("TT", "Nội dung", "Số liệu"), rows, ("center", "start", "start"), (12, 54, 99)),
        for_the_cell(shown, named=False),
    )
    subject = f"kết quả sinh hoạt {head['kind']} tháng {head['month']}"
    return sheet(shown, "BÁO CÁO", subject, *blocks, code=code, number_line=number_line(shown, "BC"))


def lines(shown: Shown) -> Iterator[tuple[str, str]]:
    frame = shown["frame"]
    yield "Thời lượng", f"{frame['length']} phút ({clock(frame['start'])} đến {clock(frame['end'])})"
    yield from attendance(shown)
    if shown["theme"]:
        yield "Thời lượng chuyên đề", theme_words(shown["theme"]).removesuffix(".")
    speakers = {row["speaker"] for found in spoken(shown) for row in found["opinions"]}
    yield "Ý kiến phát biểu", count_of(len(speakers), "người") if speakers else UNTOLD
    praised = f"biểu dương {figure(len(shown['praise']))}, nhắc nhở {figure(len(shown['reminders']))}"
    yield "Biểu dương, nhắc nhở", praised if shown["praise"] or shown["reminders"] else UNTOLD
    for row in shown["votes"]:
        yield f"Biểu quyết về {row['label']}", f"tán thành {rate_of(row)}; {outcome_of(row)}"
    if not shown["votes"]:
        yield "Biểu quyết", UNTOLD
    resolution = shown["resolution"]
    yield "Nghị quyết", f"số {resolution['code']}" if resolution else "kết luận ghi trong biên bản"
    yield "Việc giao", count_of(len(shown["tasks"]), "việc") if shown["tasks"] else UNTOLD
    yield from score(shown)


def attendance(shown: Shown) -> Iterator[tuple[str, str]]:
    count = shown["count"]
    if count is None:
        yield "Đảng viên dự", UNTOLD
        return
    excused = sum(row["excused"] for row in count["absent"])
    yield (
        "Tổng số đảng viên",
        f"{figure(count['total'])} (chính thức {figure(count['full'])}, dự bị {figure(count['probationary'])})",
    )
    yield "Đảng viên dự", f"{count['rate']} số phải dự"
    yield "Vắng", f"có lý do {figure(excused)}, không có lý do {figure(len(count['absent']) - excused)}"
    yield (
        "Miễn sinh hoạt, sinh hoạt nơi khác",
        f"miễn {figure(len(count['exempt']))}, nơi khác {figure(len(count['temporary_out']))}",
    )
    yield "Số người dự tối thiểu", quorum_words(shown)


def spoken(shown: Shown) -> list[Shown]:
    """Every place of the minutes where somebody could speak."""
    parts = shown["theme"]["parts"] if shown["theme"] else []
    return [*shown["items"], *parts, shown["loose"]]


def score(shown: Shown) -> Iterator[tuple[str, str]]:
    found = shown["score"]
    if found is None:
        yield "Tự chấm", UNTOLD
        return
    yield "Tự chấm", f"{total_of(found)}; mức đề nghị: {found['proposed'] or UNTOLD}"
