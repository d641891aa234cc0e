"""Sổ điểm danh: the year's book of one cell, people down and meetings across."""

from collections.abc import Iterator
from datetime import date

from nennep.documents.papers.of_draft import names_on
from nennep.meetings.models import COUNTED, PRESENT, Attendance, AttendanceStatus, Meeting, MeetingKind
from nennep.meetings.papers.roll import naming
from nennep.meetings.papers.tables import cells
from nennep.organisation.models import MEMBERS, Unit
from nennep.organisation.periods import Period
from nennep.paper.blocks import Align, Block, Document, Letterhead, Paragraph, Table, Text, Title
from nennep.paper.layouts import wide_layout_on

MARKS = {
    AttendanceStatus.PRESENT: "x",
    AttendanceStatus.LATE: "M",
    AttendanceStatus.EXCUSED: "P",
    AttendanceStatus.UNEXCUSED: "K",
    AttendanceStatus.EXEMPT: "mi",
    AttendanceStatus.ELSEWHERE: "nk",
}
LEGEND = (
    "x: có mặt; M: đến muộn; P: vắng có lý do; K: vắng không lý do. Không tính vào số phải dự: mi: được miễn sinh hoạt; "
    "nk: sinh hoạt tạm thời nơi khác. Ô trống: không có tên trong điểm danh hôm đó."
)
KINDS = {MeetingKind.THEMATIC: "CĐ", MeetingKind.AD_HOC: "BT", MeetingKind.REVIEW: "KĐ", MeetingKind.CONFERENCE: "HN"}
KINDS_TOLD = "Dưới ngày họp: CĐ chuyên đề, BT bất thường, KĐ kiểm điểm, HN hội nghị; không ghi gì là thường kỳ."
ACROSS = 12
"""Meetings beside one another on a lying page; more go on in a table of their own."""


def attendance_book(unit: Unit, year: int) -> Document:
    """Everybody on a roll of the cell's meetings that year, with how often they came of how often they had to, and the same for
    each meeting. The committee's own meetings are not the cell's and have no place in it."""
    meetings = list(Meeting.objects.of(unit).within(Period.year(year)).exclude(kind=MeetingKind.COMMITTEE))
    roll = Attendance.objects.filter(meeting__in=meetings, standing__in=MEMBERS).select_related("person")
    rows = list(roll.order_by("person__name_key", "person"))
    day = meetings[-1].held_on if meetings else date(year, 12, 31)
    layout = wide_layout_on(date(year, 12, 31))
    superior, issuer, _symbol = names_on(unit, day)
    state = unit.on(day) or unit
    blocks: tuple[Block, ...] = (
        Letterhead(superior, issuer, "", state.place, None),
        Title("SỔ ĐIỂM DANH", f"sinh hoạt chi bộ năm {year}"),
        *(
            tables(meetings, rows, layout.text_width)
            if meetings
            else (Paragraph((Text(f"Năm {year} chưa ghi cuộc họp nào."),)),)
        ),
    )
    return Document(layout, f"Sổ điểm danh năm {year}", blocks)


def tables(meetings: list[Meeting], rows: list[Attendance], width: float) -> Iterator[Block]:
    """As many meetings side by side as the page holds; the last table has what the year came to."""
    people = list(dict.fromkeys(row.person for row in rows))
    called = naming(people)
    marked = {(row.person_id, row.meeting_id): AttendanceStatus(row.status) for row in rows}
    by_person: dict[int, list[AttendanceStatus]] = {person.pk: [] for person in people}
    by_meeting: dict[int, list[AttendanceStatus]] = {meeting.pk: [] for meeting in meetings}
    for (person, meeting), status in marked.items():
        by_person[person].append(status)
        by_meeting[meeting].append(status)
    for group in groups_of(meetings):
        last = group[-1] == meetings[-1]
        body = [
            cells(
                str(place),
                called(person),
                *(mark_of(marked.get((person.pk, meeting.pk))) for meeting in group),
                *([of(by_person[person.pk])] if last else []),
            )
            for place, person in enumerate(people, start=1)
        ]
        totals = [of(by_meeting[meeting.pk]) for meeting in group]
        body.append(cells("", "Có mặt/phải dự", *totals, *([of(list(marked.values()))] if last else [])))
        head = ["TT", "Họ và tên", *(column(meeting) for meeting in group), *(["Cả năm"] if last else [])]
        days = [14.5] * len(group) + [20.0] * last
        align: list[Align] = ["center", "start", *(["center"] * len(days))]  # type: ignore[list-item]
        yield Table("", cells(*head), tuple(body), tuple(align), (12.0, width - 12.0 - sum(days), *days))
    yield Paragraph((Text(LEGEND, italic=True),), indent=False)
    if any(meeting.kind in KINDS for meeting in meetings):
        yield Paragraph((Text(KINDS_TOLD, italic=True),), indent=False)


def groups_of(meetings: list[Meeting]) -> list[list[Meeting]]:
    """In as few tables as they need, each about as wide as the others."""
    tables = -(-len(meetings) // ACROSS)
    size = -(-len(meetings) // tables)
    return [meetings[start : start + size] for start in range(0, len(meetings), size)]


def mark_of(status: AttendanceStatus | None) -> str:
    return MARKS[status] if status is not None else ""


def column(meeting: Meeting) -> str:
    """The day, and the kind where it is not the regular one."""
    day = f"{meeting.held_on.day}/{meeting.held_on.month}"
    kind = KINDS.get(MeetingKind(meeting.kind))
    return f"{day}\n{kind}" if kind else day


def of(statuses: list[AttendanceStatus]) -> str:
    """ "11/12" of those meetings, or those people, that count; "-" where none does."""
    counted = [status for status in statuses if status in COUNTED]
    return f"{sum(status in PRESENT for status in counted)}/{len(counted)}" if counted else "-"
