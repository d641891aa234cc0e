"""Biên bản: the minutes of a meeting, with every block of domain 1.5 in its order."""

from collections.abc import Iterator, Sequence
from typing import Any

from nennep.meetings.papers.roll_lines import roll_lines
from nennep.meetings.papers.sheet import (
    UNTOLD,
    clock,
    dated,
    ended,
    listed,
    minutes,
    of_both,
    said,
    sheet,
    subject_of,
    told,
)
from nennep.meetings.papers.shown import Shown
from nennep.meetings.papers.tables import score_table, tasks_table, total_of, vote_words, votes_table
from nennep.paper.blocks import Block, Document, Heading, ListBlock, PageBreak, Paragraph, Text
from nennep.vietnamese.numbers import count_of, roman

UNSEALED = "Bản chưa khóa"
PARTS = "abcdefgh"


def minutes_sheet(shown: Shown, *, code: str | None, addenda: Sequence[dict[str, Any]] = ()) -> Document:
    """The minutes as they print. `code` is the check code of a sealed page; without one the paper says that it is not sealed.
    Addenda stand on a page of their own after the signatures."""
    blocks = (
        *frame(shown),
        *numbered(
            ("THÀNH PHẦN", roll_lines(shown)),
            ("ĐẢNG PHÍ", dues(shown)),
            ("NỘI DUNG", content(shown)),
            ("BIỂU DƯƠNG, NHẮC NHỞ", praise(shown)),
            ("VIỆC GIAO", tasks(shown)),
            ("BIỂU QUYẾT", votes(shown)),
            ("KẾT LUẬN", conclusion(shown)),
            ("TỰ CHẤM CHẤT LƯỢNG", score(shown)),
            ("SỬA ĐỒNG HỒ", corrections(shown)),
            ("KẾT THÚC", close(shown)),
        ),
        of_both(shown),
        *corrected(addenda),
    )
    return sheet(shown, "BIÊN BẢN", subject_of(shown), *blocks, code=code, first="" if code else UNSEALED)


def numbered(*sections: tuple[str, Iterator[Block]]) -> Iterator[Block]:
    """The sections that have something to say, under Roman numbers without a gap."""
    place = 0
    for name, found in sections:
        blocks = tuple(found)
        if blocks:
            place += 1
            yield Heading(1, f"{roman(place)}- {name}")
            yield from blocks


def frame(shown: Shown) -> Iterator[Block]:
    head, found = shown["head"], shown["frame"]
    yield told("Loại sinh hoạt", f"{head['kind']}, tháng {head['month']}")
    yield told(
        "Thời gian",
        f"bắt đầu {clock(found['start'])}, kết thúc {clock(found['end'])} ngày {dated(head['date'])} "
        f"({found['length']} phút)",
    )
    yield told("Địa điểm", found["place"])
    yield told("Chủ trì", found["chair"])
    yield told("Người ghi biên bản", found["minutes_secretary"])
    yield told("Đại biểu, khách", found["guests"])


def dues(shown: Shown) -> Iterator[Block]:
    found = shown["dues"]
    paid, owing = (UNTOLD if count is None else count_of(count, "người") for count in (found["paid"], found["owing"]))
    yield told("Đã đóng tháng này", paid)
    yield told("Còn nợ", owing)


def content(shown: Shown) -> Iterator[Block]:
    if shown["attached"]:
        yield Paragraph((Text("Tài liệu kèm theo:"),))
        yield from listed(shown["attached"])
    theme_told = False
    for place, item in enumerate(shown["items"], start=1):
        yield Heading(2, f"{place}. {item['title']} ({times(item, shown['theme'])})")
        if item["presenter"]:
            yield told("Trình bày", item["presenter"])
        yield from spoken(item)
        if item["theme"] and shown["theme"]:
            theme_told = True
            yield from theme(shown["theme"])
    if shown["theme"] and not theme_told:
        yield Heading(2, f"{len(shown['items']) + 1}. Chuyên đề")
        yield from theme(shown["theme"])
    if any(shown["loose"].values()):
        yield Heading(2, "Ý kiến phát biểu" if shown["items"] else "Diễn biến, ý kiến")
        yield from spoken(shown["loose"])


def times(item: Shown, theme: Shown | None) -> str:
    """Planned and real minutes; those of the theme are the minutes of its parts."""
    taken = theme["total"] if theme and item["theme"] and item["taken"] is None else item["taken"]
    return f"dự kiến {item['planned']} phút, thực tế {minutes(taken)}"


def spoken(found: Shown) -> Iterator[Block]:
    """What was presented, who said what, what the chair concluded."""
    for note in found["notes"]:
        yield from said(note)
    if found["opinions"]:
        yield ListBlock(
            tuple((Text(f"{row['speaker']}: ", bold=True), Text(ended(row["gist"]))) for row in found["opinions"])
        )
    for words in found["conclusions"]:
        first, *more = said(words)
        yield Paragraph((Text("Kết luận của chủ trì: ", italic=True), *first.inlines))
        yield from more


def theme(found: Shown) -> Iterator[Block]:
    yield Paragraph((Text(f"Thời lượng chuyên đề: {theme_words(found)}"),))
    for letter, part in zip(PARTS, found["parts"], strict=False):
        label = part["label"]
        yield Heading(3, f"{letter}) {label[:1].upper()}{label[1:]} ({minutes(part['minutes'])})")
        yield from spoken(part)


def theme_words(found: Shown) -> str:
    """The real minutes beside what the rule asks for, and whether that was met."""
    if found["total"] is None:
        measured = "chưa đo"
    else:
        verdict = {"met": ", đạt", "below": ", chưa đạt", None: ""}[found["verdict"]]
        measured = f"{found['total']} phút{verdict}"
    if found["least"] is None:
        return f"{measured}; chưa có quy định mức ít nhất."
    return f"{measured}; quy định ít nhất {found['least']} phút ({found['source']})."


def praise(shown: Shown) -> Iterator[Block]:
    if not shown["praise"] and not shown["reminders"]:
        yield Paragraph((Text("Không ghi biểu dương, nhắc nhở nào."),))
    for label, rows in (("Biểu dương", shown["praise"]), ("Nhắc nhở", shown["reminders"])):
        if rows:
            yield Paragraph((Text(f"{label}:"),))
            yield from listed([f"{row['name']}: {row['reason']}" for row in rows])


def tasks(shown: Shown) -> Iterator[Block]:
    yield tasks_table(shown) if shown["tasks"] else Paragraph((Text("Không ghi việc giao mới."),))


def votes(shown: Shown) -> Iterator[Block]:
    yield votes_table(shown) if shown["votes"] else told("Biểu quyết", "")


def conclusion(shown: Shown) -> Iterator[Block]:
    yield from said(shown["conclusion"]) or (told("Kết luận", ""),)
    resolution = shown["resolution"]
    yield told("Nghị quyết", resolution["citation"] if resolution else "kết luận ghi trong biên bản này")
    yield told("Biểu quyết thông qua", vote_words(shown, "conclusion"))


def score(shown: Shown) -> Iterator[Block]:
    found = shown["score"]
    if found is None:
        yield told("Phiếu tự chấm", "")
        return
    yield told("Theo", found["source"])
    yield score_table(found)
    yield told("Tổng điểm", total_of(found))
    yield told("Mức đề nghị", found["proposed"])
    yield told("Biểu quyết về phiếu chấm", vote_words(shown, "score"))
    yield told("Điểm yếu và cách khắc phục", found["weaknesses"])


def corrections(shown: Shown) -> Iterator[Block]:
    yield from listed(
        [
            f"{row['step']}: đồng hồ {minutes(row['measured'])}, sửa thành {row['corrected']} phút; "
            f"lý do: {row['reason']}; {row['who']} sửa lúc {row['when']}"
            for row in shown["clock"]
        ]
    )


def close(shown: Shown) -> Iterator[Block]:
    read = "đã đọc trước chi bộ" if shown["read_out"] else ""
    changes = shown["amendments"].replace("\n", " ") or ("không sửa" if read else "")
    yield told("Đọc lại biên bản trước cuộc họp; sửa đổi, bổ sung", "; ".join(part for part in (read, changes) if part))
    yield told("Biểu quyết thông qua biên bản", vote_words(shown, "minutes"))
    signed = [
        f"{row['label']} {row['name']} ký ngày {dated(row['on'])}{' trên giấy' if row['on_paper'] else ''}"
        for row in shown["signatures"]
    ]
    if signed:
        yield told("Chữ ký", "; ".join(signed))
    elif shown["signed_on"]:
        yield told("Biên bản ký ngày", dated(shown["signed_on"]))
    if shown["note"]:
        yield told("Ghi chú", shown["note"])
    yield Paragraph((Text(f"Cuộc họp kết thúc lúc {clock(shown['frame']['end'])}."),))


def corrected(addenda: Sequence[dict[str, Any]]) -> Iterator[Block]:
    if not addenda:
        return
    yield PageBreak()
    yield Heading(1, "ĐÍNH CHÍNH")
    for place, row in enumerate(addenda, start=1):
        yield Heading(2, f"{place}. {row['passage']}")
        yield from said(row["correction"])
        yield told("Lý do", row["reason"])
        signed = f"{row['signed_by']} ký lúc {row['signed_at']}" if row["signed_by"] else "chủ trì chưa ký"
        yield Paragraph((Text(f"{row['written_by']} ghi lúc {row['written_at']}; {signed}.", italic=True),))
