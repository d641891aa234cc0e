"""Meetings: the year's agenda plan, what was held, and what was decided."""

from django.utils.translation import gettext as _

from nennep.exchange.workbook import columns
from nennep.exchange.workbook.book import Book
from nennep.exchange.workbook.columns import Column, choice, clock, day, month, text, whole
from nennep.exchange.workbook.problems import CellError
from nennep.exchange.workbook.registers.programme import OWNER, refuse_done_without_a_day
from nennep.exchange.workbook.sheet import Row, Sheet
from nennep.ledger.acts import Outcome
from nennep.meetings import actions
from nennep.meetings.actions import Record, Remark
from nennep.meetings.models import AttendanceStatus, Decision, Meeting, MeetingKind, PlannedMeeting, ThemePart
from nennep.organisation.models import Person
from nennep.programme.actions import assign_task
from nennep.programme.models import Task, TaskState

PARTS = {
    "Nghiên cứu (phút)": ThemePart.Part.STUDY,
    "Kiểm điểm kết quả (phút)": ThemePart.Part.RESULTS,
    "Liên hệ (phút)": ThemePart.Part.SELF,
    "Rút kinh nghiệm (phút)": ThemePart.Part.LESSONS,
    "Giải pháp tháng sau (phút)": ThemePart.Part.NEXT,
}


def put_planned(row: Row, book: Book) -> Outcome:
    planned = PlannedMeeting(
        unit=book.unit,
        added_by=book.document_or_none(row.added_by),
        **row.only("month", "kind", "planned_on", "content"),
    )
    return actions.plan_meeting(planned, by=book.by, at=book.at)[1]


def put_meeting(row: Row, book: Book) -> Outcome:
    if row.ends_at <= row.starts_at:
        raise CellError(_("Giờ kết thúc không sau giờ bắt đầu."), _("Xem lại hai ô giờ."))
    meeting = Meeting(
        unit=book.unit,
        chair=book.person(row.chair),
        minutes_secretary=book.person(row.minutes_secretary),
        **row.only("kind", "held_on", "title", "starts_at", "ends_at", "place", "guests", "conclusion"),
        **row.only("minutes_signed_on", "note"),
    )
    theme = {str(part.value): row.values[part.name] for part in PARTS.values() if row.values[part.name] is not None}
    if sum(theme.values()) > meeting.length:
        raise CellError(
            _("Phần chuyên đề %(theme)d phút, dài hơn cả cuộc họp %(meeting)d phút.")
            % {"theme": sum(theme.values()), "meeting": meeting.length},
            _("Xem lại số phút hoặc giờ họp."),
        )
    record = Record(
        agenda=row.agenda,
        theme=theme,
        remarks=remarks(row, book),
        contributions=[(book.person(name), gist) for name, gist in row.contributions],
    )
    return actions.record_meeting(meeting, record, by=book.by, at=book.at)[1]


def remarks(row: Row, book: Book) -> dict[Person, Remark]:
    """Who was not simply present. Colleagues outside the Party are on the roll of a meeting when they are guests."""
    found: dict[Person, Remark] = {}

    def add(name: str, remark: Remark) -> None:
        person = book.person(name)
        if person in found:
            raise CellError(
                _("%(name)s có mặt ở hai ô điểm danh của cùng cuộc họp.") % {"name": name}, _("Bỏ bớt một ô.")
            )
        found[person] = remark

    for name, reason in row.excused:
        add(name, Remark(AttendanceStatus.EXCUSED, reason))
    for name, reason in row.unexcused:
        add(name, Remark(AttendanceStatus.UNEXCUSED, reason))
    for name, minutes in row.late:
        add(name, Remark(AttendanceStatus.LATE, minutes_late=minutes))
    return found


def put_decision(row: Row, book: Book) -> Outcome:
    refuse_done_without_a_day(row)
    task, outcome = assign_task(
        Task(
            unit=book.unit,
            owner=book.person(row.owner),
            **row.only("given_on", "text", "due_on", "state", "done_on", "evidence", "reason"),
        ),
        by=book.by,
        at=book.at,
    )
    meeting = book.meetings.get(row.given_on)
    if meeting is None:
        book.warn(
            row.sheet,
            row.cell("given_on"),
            _("Không có cuộc họp nào ngày %(day)s trong sổ.") % {"day": f"{row.given_on:%d/%m/%Y}"},
            _("Việc vẫn được ghi; thêm cuộc họp vào sheet “Sinh hoạt” để nối lại."),
        )
        return outcome
    decided = actions.record_decision(Decision(meeting=meeting, task=task), by=book.by, at=book.at)[1]
    return outcome if outcome is not Outcome.UNCHANGED else decided


def minutes_column(heading: str, part: ThemePart.Part) -> Column:
    return Column(heading, part.name, whole(0, 300), required=False, empty=None)


REGISTERS = (
    Sheet(
        "Lịch sinh hoạt",
        (
            Column("Tháng", "month", month),
            Column("Loại", "kind", choice(MeetingKind)),
            Column("Ngày dự kiến", "planned_on", day),
            Column("Nội dung chính", "content", text(500)),
            Column("Bổ sung theo", "added_by", text(120), required=False, refers="documents"),
        ),
        ("kind", "planned_on"),
        put_planned,
    ),
    Sheet(
        "Sinh hoạt",
        (
            Column("Ngày", "held_on", day),
            Column("Loại", "kind", choice(MeetingKind)),
            Column("Tiêu đề", "title", text(300)),
            Column("Bắt đầu", "starts_at", clock),
            Column("Kết thúc", "ends_at", clock),
            Column("Địa điểm", "place", text(200)),
            Column("Chủ trì", "chair", text(120), refers="people"),
            Column("Thư ký", "minutes_secretary", text(120), refers="people"),
            *(minutes_column(heading, part) for heading, part in PARTS.items()),
            Column("Chương trình", "agenda", columns.agenda_lines),
            Column("Vắng có lý do", "excused", columns.named_notes, required=False, refers="people", empty=[]),
            Column("Vắng không lý do", "unexcused", columns.named_notes, required=False, refers="people", empty=[]),
            Column("Đến muộn", "late", columns.named_minutes, required=False, refers="people", empty=[]),
            Column("Khách", "guests", text(500), required=False),
            Column("Phát biểu", "contributions", columns.spoken_lines, required=False, refers="people", empty=[]),
            Column("Kết luận", "conclusion", text(3000)),
            Column("Ngày ký biên bản", "minutes_signed_on", day, required=False, empty=None),
            Column("Ghi chú", "note", text(500), required=False),
        ),
        ("held_on", "kind"),
        put_meeting,
    ),
    Sheet(
        "Việc giao",
        (
            Column("Ngày họp", "given_on", day),
            Column("Việc", "text", text(500)),
            OWNER,
            Column("Hạn", "due_on", day),
            Column("Trạng thái", "state", choice(TaskState)),
            Column("Ngày xong", "done_on", day, required=False, empty=None),
            Column("Kết quả", "evidence", text(300), required=False),
            Column("Lý do", "reason", text(300), required=False),
        ),
        ("given_on", "text", "owner"),
        put_decision,
    ),
)
