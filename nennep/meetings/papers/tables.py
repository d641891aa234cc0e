"""The tables that several papers of a meeting share: who was given what, how was voted, how the meeting was scored."""

from typing import Any

from nennep.ballots.counting import OF_ENTITLED, OF_PRESENT
from nennep.meetings.papers.sheet import UNTOLD, dated, heard
from nennep.meetings.papers.shown import Shown
from nennep.paper.blocks import Inlines, Table, Text

Row = dict[str, Any]


def cells(*words: str) -> tuple[Inlines, ...]:
    return tuple((Text(word),) for word in words)


def tasks_table(shown: Shown) -> Table:
    """What, who, due, and the meeting that hears of it."""
    return Table(
        "",
        cells("TT", "Việc", "Người thực hiện", "Hạn", "Nghe kết quả tại kỳ họp tháng"),
        tuple(
            cells(str(place), row["what"], row["who"], dated(row["due"]), heard(row["heard"]))
            for place, row in enumerate(shown["tasks"], start=1)
        ),
        ("center", "start", "start", "center", "center"),
        (12, 66, 37, 25, 25),
    )


def votes_table(shown: Shown) -> Table:
    """Matter and form, of how many, for, against, otherwise, the exact rate and whether it was carried."""
    return Table(
        "",
        cells(
            "TT",
            "Nội dung, hình thức",
            "Có quyền, có mặt",
            "Tán thành",
            "Không tán thành",
            "Ý kiến khác",
            "Tỷ lệ",
            "Kết quả",
        ),
        tuple(
            cells(
                str(place),
                f"{row['matter']} ({row['form']})",
                f"{row['present']} trên {row['entitled']}",
                str(row["for"]),
                str(row["against"]),
                str(row["abstain"]),
                rate_of(row),
                outcome_of(row),
            )
            for place, row in enumerate(shown["votes"], start=1)
        ),
        ("center", "start", "center", "center", "center", "center", "start", "start"),
        (12, 34, 19, 16, 18, 16, 28, 22),
    )


def rate_of(row: Row) -> str:
    """The rate with what all of it is; both where they differ and the cell has not settled which counts."""
    if row["base"] == OF_ENTITLED:
        return f"{row['rate_of_entitled']} số có quyền"
    if row["base"] == OF_PRESENT or row["present"] == row["entitled"]:
        return f"{row['rate']} số có mặt"
    return f"{row['rate']} số có mặt; {row['rate_of_entitled']} số có quyền"


def outcome_of(row: Row) -> str:
    if not row["threshold"]:
        return "chưa có quy định mức phiếu"
    if row["carried"] is None:
        return f"cần {row['threshold']}; chưa rõ tính trên số nào"
    return f"cần {row['threshold']}: {'thông qua' if row['carried'] else 'không thông qua'}"


def vote_words(shown: Shown, about: str) -> str:
    """How the meeting voted about one matter of its course, in one line; that nobody recorded a vote is said."""
    rows = [row for row in shown["votes"] if row["about"] == about]
    if not rows:
        return UNTOLD
    return "; ".join(
        f"tán thành {rate_of(row)}, không tán thành {row['against']}, ý kiến khác {row['abstain']} ({outcome_of(row)})"
        for row in rows
    )


def score_table(score: Shown) -> Table:
    """The lines of the sheet in force that day."""
    return Table(
        "",
        cells("Mục", "Tiêu chí", "Điểm tối đa", "Chi bộ chấm", "Căn cứ"),
        tuple(
            cells(row["key"], row["criterion"], row["most"], row["points"] or UNTOLD, row["ground"])
            for row in score["lines"]
        ),
        ("center", "start", "center", "center", "start"),
        (14, 63, 19, 20, 49),
    )


def total_of(score: Shown) -> str:
    """All points of the sheet, once every line has its own."""
    return f"{score['total']} trên {score['most']} điểm" if score["total"] else "chưa chấm đủ các dòng"
