"""Obligations about meetings."""

from collections.abc import Iterator
from datetime import date, timedelta

from django.utils.translation import gettext as _

from nennep.desk.board.grid import Cell, Row, awaited
from nennep.meetings.models import Meeting, MeetingKind, PlannedMeeting
from nennep.meetings.queries import SIGNING_RULE, THEME_RULE
from nennep.organisation.models import Unit
from nennep.organisation.periods import Period
from nennep.rulebook.rules import Rule, rules_in_force


def meetings(unit: Unit, year: int, today: date) -> Iterator[Row]:
    whole = Period.year(year)
    held = list(Meeting.objects.of(unit).within(whole).with_theme_minutes())
    planned = list(PlannedMeeting.objects.of(unit).within(whole).select_related("unit"))
    rules = rules_in_force(unit, whole.ends)
    by_month = {kind: {m.held_on.month: m for m in held if m.kind == kind} for kind in MeetingKind}
    plan_by_month = {kind: {p.planned_on.month: p for p in planned if p.kind == kind} for kind in MeetingKind}
    regular, thematic = MeetingKind.REGULAR, MeetingKind.THEMATIC
    yield took_place(
        _("Sinh hoạt thường kỳ"),
        why(rules.get("meeting.per_month"), _("mỗi tháng một lần")),
        by_month[regular],
        plan_by_month[regular],
        today,
    )
    theme = rules.get(THEME_RULE)
    if theme is not None:
        yield theme_length(theme, by_month[regular], plan_by_month[regular], today)
    if by_month[thematic] or plan_by_month[thematic]:
        yield took_place(
            _("Sinh hoạt chuyên đề"), _("theo lịch sinh hoạt năm"), by_month[thematic], plan_by_month[thematic], today
        )
    signing = rules.get(SIGNING_RULE)
    if signing is not None:
        yield signed(signing, by_month[regular], today)


def why(rule: Rule | None, otherwise: str) -> str:
    """Why it is an obligation: the rule in short and its source."""
    return f"{otherwise} · {rule.source}" if rule else otherwise


def took_place(
    name: str, reason: str, held: dict[int, Meeting], planned: dict[int, PlannedMeeting], today: date
) -> Row:
    cells = []
    for month in range(1, 13):
        meeting, plan = held.get(month), planned.get(month)
        if meeting is not None:
            cells.append(Cell("done", short(meeting.held_on), meeting.get_absolute_url()))
        elif plan is not None:
            cells.append(Cell(awaited(plan.planned_on, today), short(plan.planned_on), plan.get_absolute_url()))
        else:
            cells.append(Cell())
    return Row(
        name,
        reason,
        tuple(cells),
        _("%(part)d trên %(whole)d") % {"part": len(held), "whole": len(set(held) | set(planned))},
    )


def theme_length(rule: Rule, held: dict[int, Meeting], planned: dict[int, PlannedMeeting], today: date) -> Row:
    cells, met = [], 0
    for month in range(1, 13):
        meeting, plan = held.get(month), planned.get(month)
        if meeting is None:
            waits = plan is not None and awaited(plan.planned_on, today) == "due"
            cells.append(Cell("due", _("đến hạn"), plan.get_absolute_url()) if plan and waits else Cell())
            continue
        minutes = getattr(meeting, "theme_minutes", None)
        if minutes is None:
            cells.append(Cell("none", _("chưa đo"), meeting.get_absolute_url()))
        elif minutes < rule.number:
            cells.append(Cell("below", _("%(n)d phút") % {"n": minutes}, meeting.get_absolute_url()))
        else:
            met += 1
            cells.append(Cell("done", _("%(n)d phút") % {"n": minutes}, meeting.get_absolute_url()))
    name = _("Phần chuyên đề, từ %(n)d phút") % {"n": int(rule.number)}
    return Row(
        name,
        _("nền nếp của chi bộ · %(source)s") % {"source": rule.source},
        tuple(cells),
        _("%(part)d trên %(whole)d") % {"part": met, "whole": len(held)},
    )


def signed(rule: Rule, held: dict[int, Meeting], today: date) -> Row:
    cells, on_time = [], 0
    for month in range(1, 13):
        meeting = held.get(month)
        if meeting is None:
            cells.append(Cell())
            continue
        latest = meeting.held_on + timedelta(days=int(rule.number))
        if meeting.minutes_signed_on is None:
            cells.append(Cell("late" if latest < today else "due", _("chưa ký"), meeting.get_absolute_url()))
        elif meeting.minutes_signed_on <= latest:
            on_time += 1
            cells.append(Cell("done", short(meeting.minutes_signed_on), meeting.get_absolute_url()))
        else:
            cells.append(
                Cell("below", _("chậm %(day)s") % {"day": short(meeting.minutes_signed_on)}, meeting.get_absolute_url())
            )
    return Row(
        _("Biên bản đã ký"),
        _("trong %(n)d ngày · %(source)s") % {"n": int(rule.number), "source": rule.source},
        tuple(cells),
        _("%(part)d trên %(whole)d") % {"part": on_time, "whole": len(held)},
    )


def short(day: date) -> str:
    return f"{day.day}/{day.month}"
