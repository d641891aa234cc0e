"""A meeting with something in every block of its minutes, for tests."""

from datetime import date
from decimal import Decimal

from nennep.ballots.tests.factories import ShowOfHandsFactory
from nennep.documents.tests.factories import DirectiveFactory
from nennep.ledger.models import Seal
from nennep.ledger.seals import seal
from nennep.meetings.closing.actions.close import close_meeting
from nennep.meetings.closing.rows import rows_of
from nennep.meetings.live.tests.goings_on import DAY, GoingOn, at_minute
from nennep.meetings.models import AgendaItem, Meeting, Score, ScoreLine, Signature, Vote
from nennep.meetings.papers.shown import shown_of
from nennep.organisation.models import Standing
from nennep.organisation.tests.factories import AwayFactory, on_roll
from nennep.rulebook.tests.factories import CellRuleFactory

CONCLUSION = "Thống nhất các việc đã bàn.\nTháng sau nghe kết quả niêm yết."


def full_meeting(cell) -> Meeting:
    """Written down live and closed: theme, opinions, conclusions, praise, tasks, votes, score, corrections."""
    CellRuleFactory(unit=cell.unit, value=30, starts=date(2011, 12, 1))
    away = on_roll(cell.unit, "Phan Văn Xa")
    AwayFactory(unit=cell.unit, person=away)
    on_roll(cell.unit, "Hà Thị Khách", Standing.FULL, temporary=True, starts=date(2014, 5, 1))
    going_on = GoingOn(cell, guests="Đồng chí Lý Văn Trên, Phó Bí thư Đảng ủy")
    going_on.preparation.papers.add(DirectiveFactory(register=cell.unit, number=3))
    going_on.go_through()
    say, at_step = going_on.say, going_on.step
    say("dues", 46, paid=5, owing=1)
    say("roll", 46, person=cell.member.pk, status="late", minutes_late=7)
    say("roll", 46, person=cell.minutes_secretary.pk, status="present", minutes_early=4)
    say("note", 46, note="text", text="Nghe báo cáo tháng 5.", step=at_step("Mở đầu"))
    say("note", 46, note="conclusion", text="Giao tổ hai làm rõ.", step=at_step("Mở đầu"))
    say("note", 46, note="text", text="Đọc chuyên đề cần, kiệm.", step=at_step("study"))
    say("praise", 46, praise="praise", person=cell.member.pk, reason="hẹn đúng 12 hồ sơ")
    say("praise", 46, praise="reminder", person=cell.other_member.pk, reason="chậm báo cáo tháng")
    say("clock", 46, step=at_step("next"), minutes=15, reason="quên bấm")
    meeting = close_meeting(going_on.preparation, by=cell.secretary, at=at_minute(50))
    meeting.note, meeting.conclusion = "Mất điện 10 phút", CONCLUSION
    meeting.save()
    AgendaItem.objects.filter(meeting=meeting, order=1).update(presenter=cell.minutes_secretary)
    Vote.objects.filter(meeting=meeting).delete()
    for order, (about, matter) in enumerate(
        [("conclusion", "Thông qua kết luận"), ("score", "Thông qua phiếu tự chấm"), ("minutes", "Thông qua biên bản")],
        1,
    ):
        hands = ShowOfHandsFactory(
            unit=cell.unit, held_on=DAY, matter=matter, entitled=16, present=15, in_favour=14, abstaining=1
        )
        Vote.objects.create(meeting=meeting, hands=hands, about=about, order=order)
    score_of(meeting)
    for role, person in (("secretary", cell.minutes_secretary), ("chair", cell.secretary)):
        Signature.objects.create(meeting=meeting, role=role, person=person, signed_on=DAY)
    return Meeting.objects.get(pk=meeting.pk)


def score_of(meeting: Meeting) -> None:
    """Ten lines, each with its points."""
    Score.objects.filter(meeting=meeting).delete()
    ScoreLine.objects.filter(meeting=meeting).delete()
    Score.objects.create(
        meeting=meeting,
        source="Hướng dẫn 42-HD/BTCTW",
        proposed="Tốt",
        weaknesses="Thảo luận còn ít; gửi câu hỏi trước.",
    )
    for order in range(1, 11):
        ScoreLine.objects.create(
            meeting=meeting,
            order=order,
            key=str(order),
            criterion=f"Tiêu chí thứ {order}",
            most=Decimal(10),
            points=Decimal("9.5"),
            ground="sổ điểm danh" if order == 2 else "",
        )


def sealed(meeting: Meeting, by) -> Seal:
    return seal(
        meeting,
        kind="meetings.minutes",
        day=meeting.held_on,
        shown=shown_of(meeting),
        rows=rows_of(meeting),
        files={},
        by=by,
        at=at_minute(600),
    )
