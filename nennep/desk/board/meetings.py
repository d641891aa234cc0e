"""Obligations about meetings."""

from collections.abc import Iterator
from datetime import date, timedelta
from fractions import Fraction
from functools import partial

from django.urls import reverse
from django.utils.translation import gettext as _

from nennep.desk.board.grid import EMPTY, MONTHS, Cell, Row, State, awaited, out_of
from nennep.desk.board.records import Held, YearRecords
from nennep.meetings.models import MeetingKind
from nennep.meetings.queries import SIGNING_RULE, THEME_RULE
from nennep.rulebook.rules import Rule
from nennep.vietnamese.numbers import percent

LENGTH, COMBINED, LARGE, LARGE_FROM = (
    "meeting.min_minutes",
    "meeting.min_minutes_combined",
    "meeting.min_minutes_large",
    "meeting.large_from_members",
)
COMMITTEE, PAPERS = "meeting.committee_per_month", "meeting.papers_ahead_days"
ATTENDANCE, ABOVE = "meeting.attendance_target", "meeting.attendance_above"


def meetings(records: YearRecords) -> Iterator[Row]:
    yield regular(records)
    if records.rules(COMMITTEE):
        yield committee(records)
    if records.rules(PAPERS):
        yield papers(records)
    if records.rules(LENGTH):
        yield length(records)
    if records.rules(ATTENDANCE):
        yield attendance(records)
    if records.rules("meeting.learning_item"):
        yield learning_item(records)
    if records.rules(THEME_RULE):
        yield theme(records)
    if records.rules("meeting.thematic_min_per_quarter") or records.thematic or records.planned(MeetingKind.THEMATIC):
        yield thematic(records)
    if records.rules(SIGNING_RULE):
        yield signed(records)


def short(day: date) -> str:
    return f"{day.day}/{day.month}"


def minutes(number: int) -> str:
    return _("%(n)d phút") % {"n": number}


def at(meeting: Held) -> str:
    return reverse("meetings:meeting", args=[meeting.pk])


def calendar(records: YearRecords) -> str:
    return reverse("meetings:year", args=[records.unit.code, records.year])


def regular(records: YearRecords) -> Row:
    """Each month one; a month of which the register does not speak yet is not said to be missed."""
    key, cells = "meeting.per_month", []
    days, page = records.planned(MeetingKind.REGULAR), partial(calendar, records)
    for month in MONTHS:
        rule, meeting, day = records.rule(key, month), records.regular.get(month), days.get(month)
        if meeting is not None:
            cells.append(Cell("done", partial(short, meeting.held_on), partial(at, meeting), rule))
        elif day is not None:
            cells.append(Cell(awaited(day, records.today), partial(short, day), page, rule, day))
        elif rule is None or records.ends[month] < records.starts:
            cells.append(EMPTY)
        else:
            ends = records.ends[month]
            cells.append(Cell(awaited(ends, records.today), lambda: _("chưa có"), page, rule, ends))
    asked = len(set(records.regular) | set(days))
    return Row(
        key,
        _("Sinh hoạt thường kỳ"),
        tuple(cells),
        out_of(len(records.regular), asked),
        records.rules(key),
        _("mỗi tháng một lần"),
        reminds=True,
    )


def committee(records: YearRecords) -> Row:
    """Each month one, where a committee sits. A past month is late only once the register speaks of the committee's meetings;
    before that nobody knows."""
    cells = []
    days, page = records.planned(MeetingKind.COMMITTEE), partial(calendar, records)
    for month in MONTHS:
        rule, meeting, day, ends = (
            records.rule(COMMITTEE, month),
            records.committee.get(month),
            days.get(month),
            records.ends[month],
        )
        if rule is None:
            cells.append(EMPTY)
        elif meeting is not None:
            cells.append(Cell("done", partial(short, meeting.held_on), partial(at, meeting), rule))
        elif day is not None:
            cells.append(Cell(awaited(day, records.today), partial(short, day), page, rule, day))
        elif ends < records.starts or not records.committee_sits(month):
            cells.append(EMPTY)
        elif ends < min(records.committee_starts, records.today):
            cells.append(Cell("none", lambda: _("chưa ghi"), page, rule))
        else:
            cells.append(Cell(awaited(ends, records.today), lambda: _("chưa có"), page, rule, ends))
    held = sum(cell.state == "done" for cell in cells)
    asked = sum(bool(cell.state) for cell in cells)
    return Row(COMMITTEE, _("Chi ủy họp"), tuple(cells), out_of(held, asked), records.rules(COMMITTEE), reminds=True)


def papers(records: YearRecords) -> Row:
    """Sent so many days before the regular meeting. Of a meeting nobody prepared here, or sent no papers for from here, nobody
    knows."""
    cells, met = [], 0
    for month in MONTHS:
        meeting = records.regular.get(month)
        rule = records.book.held(PAPERS, meeting.held_on) if meeting is not None else None
        if meeting is None or rule is None:
            cells.append(EMPTY)
        elif meeting.papers_sent_on is None:
            cells.append(Cell("none", lambda: _("không đo"), partial(at, meeting), rule))
        else:
            ahead = (meeting.held_on - meeting.papers_sent_on).days
            met += ahead >= rule.number
            state: State = "done" if ahead >= rule.number else "below"
            cells.append(Cell(state, partial(sent_ahead, ahead), partial(at, meeting), rule))
    rules = records.rules(PAPERS)
    name = _("Gửi tài liệu, trước họp từ %(n)d ngày") % {"n": int(rules[-1].number)}
    judged = sum(bool(cell.state) for cell in cells)
    return Row(PAPERS, name, tuple(cells), out_of(met, judged), rules)


def sent_ahead(days: int) -> str:
    if days > 0:
        return _("trước %(n)d ngày") % {"n": days}
    return _("cùng ngày") if days == 0 else _("sau họp")


def length(records: YearRecords) -> Row:
    """From opening to close; with a thematic part on the same day the longer rule holds, and for a large cell its own."""
    thematic_days = {row.held_on for row in records.thematic.values()}
    cells, met = [], 0
    for month in MONTHS:
        meeting = records.regular.get(month)
        rule = records.book.held(LENGTH, meeting.held_on) if meeting is not None else None
        if meeting is None or rule is None:
            cells.append(EMPTY)
            continue
        together = meeting.held_on in thematic_days
        rule = longer(records, meeting, together) or rule
        enough = meeting.length >= rule.number
        met += enough
        cells.append(Cell("done" if enough else "below", partial(minutes, meeting.length), partial(at, meeting), rule))
    judged = sum(bool(cell.state) for cell in cells)
    rules = records.rules(LENGTH)
    name = _("Thời lượng, từ %(n)d phút") % {"n": int(rules[-1].number)}
    return Row("meeting.min_minutes", name, tuple(cells), out_of(met, judged), rules)


def longer(records: YearRecords, meeting: Held, together: bool) -> Rule | None:
    """The rule for a day with two parts, or for a cell that a rule of its own calls large; None where neither is so."""
    if together:
        return records.book.held(COMBINED, meeting.held_on)
    large_from = records.book.held(LARGE_FROM, meeting.held_on)
    if large_from is not None and meeting.expected >= large_from.number:
        return records.book.held(LARGE, meeting.held_on)
    return None


def attendance(records: YearRecords) -> Row:
    """Those present out of those required; under the later guidance nobody may be absent without reason either."""
    cells, met = [], 0
    for month in MONTHS:
        meeting = records.regular.get(month)
        rule = records.book.held(ATTENDANCE, meeting.held_on) if meeting is not None else None
        if meeting is None or rule is None:
            cells.append(EMPTY)
            continue
        if not meeting.expected:
            cells.append(Cell("none", lambda: _("chưa ghi"), partial(at, meeting), rule))
            continue
        ratio, above = Fraction(meeting.present, meeting.expected), records.book.held(ABOVE, meeting.held_on)
        strict = above is not None and above.value is True
        enough = (ratio > rule.number if strict else ratio >= rule.number) and not meeting.unexcused
        met += enough
        cells.append(Cell("done" if enough else "below", partial(percent, ratio), partial(at, meeting), rule))
    judged = sum(bool(cell.state) for cell in cells)
    rules = records.rules(ATTENDANCE)
    name = _("Tỷ lệ dự, %(share)s") % {"share": percent(rules[-1].number)}
    return Row(ATTENDANCE, name, tuple(cells), out_of(met, judged), rules)


def learning_item(records: YearRecords) -> Row:
    """Whether the agenda had the item that the guidance of those years fixed."""
    key, cells, had = "meeting.learning_item", [], 0
    for month in MONTHS:
        meeting = records.regular.get(month)
        rule = records.book.held(key, meeting.held_on) if meeting is not None else None
        if meeting is None or rule is None or rule.value is not True:
            cells.append(EMPTY)
            continue
        there = meeting.had_theme or meeting.theme_minutes is not None
        had += there
        where = partial(at, meeting)
        if there:
            cells.append(Cell("done", lambda: _("có"), where, rule))
        else:
            cells.append(Cell("none", lambda: _("chưa ghi"), where, rule))
    judged = sum(bool(cell.state) for cell in cells)
    return Row(key, _("Mục đánh giá học tập và làm theo"), tuple(cells), out_of(had, judged), records.rules(key))


def theme(records: YearRecords) -> Row:
    """Honest minutes: met, below, or not measured."""
    cells, met = [], 0
    days = records.planned(MeetingKind.REGULAR)
    for month in MONTHS:
        meeting = records.regular.get(month)
        if meeting is None:
            rule, day = records.rule(THEME_RULE, month), days.get(month)
            waits = rule is not None and day is not None and awaited(day, records.today) == "due"
            cells.append(Cell("due", lambda: _("đến hạn"), partial(calendar, records), rule) if waits else EMPTY)
            continue
        rule = records.book.held(THEME_RULE, meeting.held_on)
        if rule is None:
            cells.append(EMPTY)
        elif meeting.theme_minutes is None:
            cells.append(Cell("none", lambda: _("chưa đo"), partial(at, meeting), rule))
        else:
            enough = meeting.theme_minutes >= rule.number
            met += enough
            words = partial(minutes, meeting.theme_minutes)
            cells.append(Cell("done" if enough else "below", words, partial(at, meeting), rule))
    rules = records.rules(THEME_RULE)
    name = _("Phần chuyên đề, từ %(n)d phút") % {"n": int(rules[-1].number)}
    judged = sum(cell.state not in ("", "due") for cell in cells)
    return Row(THEME_RULE, name, tuple(cells), out_of(met, judged), rules, _("nền nếp của chi bộ"))


def thematic(records: YearRecords) -> Row:
    """Each quarter at least as many as the rule says, due by its last month; before there was a rule, by the calendar."""
    key, cells = "meeting.thematic_min_per_quarter", []
    days, page = records.planned(MeetingKind.THEMATIC), partial(calendar, records)
    for month in MONTHS:
        meeting, day = records.thematic.get(month), days.get(month)
        rule = records.rule(key, month)
        if meeting is not None:
            cells.append(Cell("done", partial(short, meeting.held_on), partial(at, meeting), rule))
        elif day is not None:
            cells.append(Cell(awaited(day, records.today), partial(short, day), page, rule, day))
        elif rule is not None and month % 3 == 0 and records.ends[month] >= records.starts:
            held = sum(m in records.thematic for m in range(month - 2, month + 1))
            waits = sum(m in days and m not in records.thematic for m in range(month - 2, month + 1))
            state = awaited(records.ends[month], records.today)
            missing = held + waits < rule.number
            cells.append(Cell(state, lambda: _("chưa có"), page, rule, records.ends[month]) if missing else EMPTY)
        else:
            cells.append(EMPTY)
    asked = len(set(records.thematic) | set(days))
    rules = records.rules(key)
    by = "" if rules else _("theo lịch sinh hoạt năm")
    total = out_of(len(records.thematic), max(asked, len(records.thematic)))
    return Row(key, _("Sinh hoạt chuyên đề"), tuple(cells), total, rules, by, reminds=True)


def signed(records: YearRecords) -> Row:
    cells, on_time = [], 0
    for month in MONTHS:
        meeting = records.regular.get(month)
        rule = records.book.held(SIGNING_RULE, meeting.held_on) if meeting is not None else None
        if meeting is None or rule is None:
            cells.append(EMPTY)
            continue
        latest = meeting.held_on + timedelta(days=int(rule.number))
        if meeting.signed_on is None:
            state: State = "late" if latest < records.today else "due"
            cells.append(Cell(state, lambda: _("chưa ký"), partial(at, meeting), rule))
        elif meeting.signed_on <= latest:
            on_time += 1
            cells.append(Cell("done", partial(short, meeting.signed_on), partial(at, meeting), rule))
        else:
            cells.append(Cell("below", partial(signed_late, meeting.signed_on), partial(at, meeting), rule))
    rules = records.rules(SIGNING_RULE)
    asked = _("trong %(n)d ngày") % {"n": int(rules[-1].number)}
    judged = sum(bool(cell.state) for cell in cells)
    return Row(SIGNING_RULE, _("Biên bản đã ký"), tuple(cells), out_of(on_time, judged), rules, asked)


def signed_late(day: date) -> str:
    return _("chậm %(day)s") % {"day": short(day)}
