"""One sheet about one meeting: its letterhead, its layout, the check code at its foot, who signs it.

Words on these papers are Vietnamese whatever language the screen speaks, and every fact on them comes from what is shown.
"""

from datetime import date

from nennep.meetings.papers.shown import Shown
from nennep.paper.blocks import (
    Block,
    CoSigner,
    Document,
    Letterhead,
    ListBlock,
    Paragraph,
    Recipients,
    Signature,
    Text,
    Title,
)
from nennep.paper.layouts import layout_on
from nennep.vietnamese.dates import short_date
from nennep.vietnamese.numbers import count_of

UNTOLD, UNMEASURED = "chưa ghi", "chưa đo"
BLANK = "\u00a0" * 7
"""Room for a number to be written in."""


def sheet(
    shown: Shown, kind: str, subject: str, *blocks: Block, code: str | None, number_line: str = "", first: str = ""
) -> Document:
    """A paper in the Party's layout of the meeting's day. `first` is a line above everything else."""
    head = shown["head"]
    above = (Paragraph((Text(first, bold=True),), centred=True),) if first else ()
    letterhead = Letterhead(
        superior=head["superior"],
        issuer=head["letterhead"],
        number_line=number_line,
        place=head["place"],
        date=on(head["date"]),
    )
    title = f"{kind.capitalize()} {subject}"
    foot = f"Mã kiểm tra biên bản: {code}" if code else ""
    return Document(layout_on(on(head["date"])), title, (*above, letterhead, Title(kind, subject), *blocks), foot=foot)


def opening(shown: Shown) -> str:
    """When, where and how long the meeting was, who chaired it and how many came, in a paragraph."""
    head, frame, count = shown["head"], shown["frame"], shown["count"]
    there = f" Có mặt {count['rate']} đảng viên phải dự." if count else ""
    return (
        f"Ngày {dated(head['date'])}, tại {frame['place']}, {head['cell']} họp từ {clock(frame['start'])} "
        f"đến {clock(frame['end'])} ({frame['length']} phút), do đồng chí {frame['chair']} chủ trì.{there}"
    )


def number_line(shown: Shown, type_symbol: str) -> str:
    """ "Số       -TB/CB": the register gives the number when the paper is signed."""
    return f"Số {BLANK}-{type_symbol}/{shown['head']['symbol']}"


def subject_of(shown: Shown) -> str:
    """The meeting's title as it goes on in a sentence."""
    title: str = shown["head"]["title"]
    return title if title[:2].isupper() else f"{title[:1].lower()}{title[1:]}"


def for_the_cell(shown: Shown, *, named: bool = True) -> Signature:
    """T/M CHI BỘ with the recipients to its left; unnamed, room is left to sign."""
    head = shown["head"]
    recipients = Recipients(tuple(head["recipients"])) if head["recipients"] else None
    return Signature(head["authority"], head["post"], head["signatory"] if named else "", recipients)


def of_both(shown: Shown) -> Signature:
    """NGƯỜI GHI BIÊN BẢN to the left, CHỦ TRÌ to the right (domain 6.3)."""
    frame = shown["frame"]
    return Signature("CHỦ TRÌ", "", frame["chair"], CoSigner("NGƯỜI GHI BIÊN BẢN", frame["minutes_secretary"]))


def on(said: str) -> date:
    return date.fromisoformat(said)


def dated(said: str | None) -> str:
    """ "03/6/2014"; what nobody dated is said."""
    return short_date(on(said)) if said else UNTOLD


def heard(said: str | None) -> str:
    """The month of the meeting that hears the result: "7/2014"."""
    return f"{on(said).month}/{on(said).year}" if said else UNTOLD


def clock(said: str) -> str:
    """ "14 giờ 05"."""
    return said.replace(":", " giờ ")


def figure(count: int) -> str:
    """A count as papers write it: "07", "12", "0"."""
    return count_of(count, "").strip()


def minutes(count: int | None) -> str:
    return UNMEASURED if count is None else f"{count} phút"


def told(label: str, words: str) -> Paragraph:
    """ "Địa điểm: Phòng họp tầng 2"; what nobody recorded is said aloud."""
    return Paragraph((Text(f"{label}: "), Text(ended(words) if words else f"{UNTOLD}.")))


def said(words: str) -> tuple[Paragraph, ...]:
    """A text as it was typed, a paragraph for each of its lines."""
    return tuple(Paragraph((Text(line.strip()),)) for line in words.split("\n") if line.strip())


def listed(lines: list[str]) -> tuple[ListBlock, ...]:
    return (ListBlock(tuple((Text(ended(line)),) for line in lines)),) if lines else ()


def ended(words: str) -> str:
    """With a stop at its end, as sentences on paper have."""
    return words if words[-1:] in ".!?;:…" else f"{words}."
