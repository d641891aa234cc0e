"""The agenda of a meeting to be: what a kind of meeting usually has, what moves on to it by itself, and its budget of minutes."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from django.utils.translation import gettext as _

from nennep.meetings.models import AgendaTemplate, Decision, Meeting, MeetingKind, PlannedMeeting
from nennep.meetings.queries import THEME_RULE
from nennep.organisation.models import Unit
from nennep.programme.models import TaskState
from nennep.rulebook.rules import rule

MOVED_ON = "Chuyển từ kỳ trước:"
MOST = 40
"""Lines an agenda may have: more is a list, not a meeting."""


@dataclass(frozen=True)
class AgendaLine:
    title: str
    minutes: int
    is_theme: bool = False
    presenter: int | None = None


@dataclass(frozen=True)
class Budget:
    """The minutes there are and what they are for. `left` is below zero where the lines take more than there is."""

    total: int
    theme: int
    others: int
    lines: int
    """How many lines are not the theme."""

    @property
    def left_for_others(self) -> int:
        return self.total - self.theme

    @property
    def left(self) -> int:
        return self.total - self.theme - self.others

    def __str__(self) -> str:
        words = {"total": self.total, "theme": self.theme, "left": self.left_for_others, "n": self.lines}
        if self.theme:
            told = _("%(total)d phút, %(theme)d dành cho chuyên đề, còn %(left)d cho %(n)d việc.") % words
        else:
            told = _("%(total)d phút cho %(n)d việc.") % words
        if self.left < 0:
            return f"{told} " + _("Các việc cộng lại quá %(over)d phút.") % {"over": -self.left}
        if self.left:
            return f"{told} " + _("Chưa dùng %(n)d phút.") % {"n": self.left}
        return told


def budget(total: int, lines: Iterable[AgendaLine]) -> Budget:
    every = list(lines)
    theme = sum(line.minutes for line in every if line.is_theme)
    others = [line.minutes for line in every if not line.is_theme]
    return Budget(total, theme, sum(others), len(others))


def usual(unit: Unit, kind: str, on: date) -> list[AgendaLine]:
    """What the unit has settled for this kind; otherwise the order that guidance 42-HD/BTCTW gives to a regular meeting
    (domain 1.2, second-hand), and for other kinds an opening and a close. The minutes are a proposal. What stands in a
    record is Vietnamese whatever language the screen speaks."""
    template = AgendaTemplate.objects.filter(unit=unit, kind=kind).first()
    if template is not None:
        return read_lines(template.lines)
    theme = rule(THEME_RULE, unit=unit, on=on)
    block = AgendaLine("Chuyên đề học tập và làm theo", int(theme.number) if theme else 10, is_theme=True)
    opening = AgendaLine("Mở đầu: lý do, điểm danh, tình hình đóng đảng phí, thông qua chương trình", 5)
    closing = AgendaLine("Kết luận, biểu quyết, tự chấm, thông qua biên bản", 10)
    if kind == MeetingKind.REGULAR:
        return [
            opening,
            AgendaLine("Thông tin thời sự, văn bản mới", 10),
            AgendaLine("Kết quả tháng trước, việc đã giao", 10),
            block,
            AgendaLine("Nhiệm vụ tháng tới", 10),
            AgendaLine("Thảo luận, tự phê bình và phê bình", 15),
            closing,
        ]
    if kind == MeetingKind.CONFERENCE:
        return [
            opening,
            AgendaLine("Báo cáo sơ kết, tổng kết", 20),
            AgendaLine("Thảo luận", 40),
            AgendaLine("Khen thưởng", 15),
            AgendaLine("Phương hướng, giao việc", 10),
            closing,
        ]
    return [opening, closing]


def read_lines(text: str) -> list[AgendaLine]:
    """The lines of a template: "title | minutes", the theme with a star before it."""
    found = []
    for line in text.splitlines():
        title, _bar, minutes = line.rpartition("|")
        title = title.strip()
        if title and minutes.strip().isdigit():
            found.append(AgendaLine(title.lstrip("* "), int(minutes), is_theme=title.startswith("*")))
    return found


def written(lines: Sequence[AgendaLine]) -> str:
    """A template's text, as `read_lines` reads it."""
    return "\n".join(f"{'* ' if line.is_theme else ''}{line.title} | {line.minutes}" for line in lines)


def moved_on(planned: PlannedMeeting) -> Iterator[AgendaLine]:
    """What comes to this agenda by itself: items that the last meeting did not get to, what a level above has added to the plan,
    and the decisions whose result is due to be heard."""
    last = Meeting.objects.of(planned.unit).filter(kind=planned.kind, held_on__lt=planned.planned_on).last()
    if last is not None and last.agenda.filter(taken__isnull=False).exists():
        for item in last.agenda.filter(taken__isnull=True, is_theme=False).order_by("order"):
            yield AgendaLine(f"{MOVED_ON} {item.title}"[:300], item.minutes)
    if planned.added_by is not None:
        yield AgendaLine(f"{planned.content} ({planned.added_by.code})"[:300], 10)
    due = decisions_due(planned.unit, planned.planned_on)
    if due:
        names = "; ".join(str(decision.task) for decision in due)
        yield AgendaLine(f"Nghe kết quả việc đã giao: {names}"[:300], 5 * min(len(due), 6))


def decisions_due(unit: Unit, on: date) -> list[Decision]:
    """Decisions of earlier meetings that are not done, and whose result is to be heard by that month or was due by that day."""
    open_states = [TaskState.TODO, TaskState.DOING]
    rows = Decision.objects.of(unit).filter(meeting__held_on__lt=on, task__state__in=open_states)
    found = []
    for row in rows.select_related("task__owner").order_by("meeting__held_on", "pk"):
        heard = row.heard_in
        if (heard is not None and heard <= on.replace(day=1)) or (heard is None and row.task.due_on <= on):
            found.append(row)
    return found
