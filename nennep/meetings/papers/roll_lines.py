"""The roll of a meeting in the words of its minutes."""

from collections.abc import Iterator

from nennep.meetings.papers.sheet import UNTOLD, ended, figure, listed, told
from nennep.meetings.papers.shown import Shown
from nennep.paper.blocks import Block, Paragraph, Text


def roll_lines(shown: Shown) -> Iterator[Block]:
    """How many belong, had to come and came; each name that was not simply there with what is known of it."""
    count = shown["count"]
    if count is None:
        yield told("Điểm danh", "")
        return
    yield told(
        "Tổng số đảng viên",
        f"{figure(count['total'])}; chính thức {figure(count['full'])}, dự bị {figure(count['probationary'])}",
    )
    yield told(
        "Có mặt",
        f"{count['rate']} số phải dự; chính thức {figure(count['present_full'])}, "
        f"dự bị {figure(count['present_probationary'])}",
    )
    if count["absent"]:
        yield Paragraph((Text(f"Vắng {figure(len(count['absent']))}:"),))
        yield from listed([absence(row["name"], row["reason"], excused=row["excused"]) for row in count["absent"]])
    else:
        yield told("Vắng", "không")
    for label, rows in (("Đến muộn", count["late"]), ("Về sớm", count["left_early"])):
        if rows:
            yield told(label, "; ".join(timed(row["name"], row["minutes"]) for row in rows))
    yield told("Miễn sinh hoạt", counted(count["exempt"]))
    if count["exempt_present"]:
        yield told("Được miễn sinh hoạt mà vẫn dự", counted(count["exempt_present"]))
    yield told(
        "Sinh hoạt tạm thời",
        f"nơi khác đến {counted(count['temporary_in'])}; đi nơi khác {counted(count['temporary_out'])}",
    )
    if count["non_members"]:
        yield told("Quần chúng dự", counted(count["non_members"]))
    yield told("Số người dự tối thiểu", quorum_words(shown))


def quorum_words(shown: Shown) -> str:
    quorum = shown["count"]["quorum"] if shown["count"] else None
    if quorum is None:
        return "chưa có quy định"
    return f"{'đủ' if quorum['met'] else 'không đủ'}, cần {quorum['rule']} ({quorum['source']})"


def absence(name: str, reason: str, *, excused: bool) -> str:
    if excused:
        return ended(f"{name}: có lý do, {reason or f'lý do {UNTOLD}'}")
    return ended(f"{name}: không có lý do{f', {reason}' if reason else ''}")


def timed(name: str, minutes: int | None) -> str:
    return f"{name} {minutes} phút" if minutes else f"{name}, số phút {UNTOLD}"


def counted(names: list[str]) -> str:
    return f"{figure(len(names))} ({', '.join(names)})" if names else "0"
