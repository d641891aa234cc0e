"""Notice, assignments, score sheet and the report upward: all from what stands on the minutes."""

import io
from datetime import date
from fractions import Fraction

import pytest
from pypdf import PdfReader

from nennep.meetings.models import Score, ScoreLine, Vote
from nennep.meetings.papers.assignments import assignments_sheet
from nennep.meetings.papers.notice import notice_sheet
from nennep.meetings.papers.report_up import report_up_sheet
from nennep.meetings.papers.score import score_sheet
from nennep.meetings.papers.shown import shown_of
from nennep.meetings.papers.tables import outcome_of, rate_of
from nennep.meetings.papers.tests.full import full_meeting
from nennep.meetings.papers.tests.reading import words
from nennep.meetings.tests.factories import MeetingFactory
from nennep.organisation.models import Office, Person
from nennep.organisation.tests.factories import TermFactory
from nennep.paper.pdf_writer import to_pdf
from nennep.rulebook.answers import Rule
from nennep.rulebook.rules import rules_in_force
from nennep.rulebook.values import Threshold

SHEETS = (notice_sheet, assignments_sheet, score_sheet, report_up_sheet)


@pytest.fixture
def shown(cell):
    return shown_of(full_meeting(cell))


@pytest.fixture
def also_ruled(monkeypatch):
    """One rule more, of those that no document was seen for yet and no pack states."""

    def ruled(key, value):
        more = {key: Rule(key, value, "", "12-QC/CB", "own", "", date(2011, 1, 1))}
        monkeypatch.setattr(
            "nennep.meetings.papers.shown.rules_in_force", lambda unit, on: rules_in_force(unit, on) | more
        )

    return ruled


def test_the_notice_says_what_was_concluded_and_who_does_what_but_not_who_was_absent_or_spoke(shown):
    said = words(notice_sheet(shown, code=None))
    for wanted in (
        "-TB/CB",
        "THÔNG BÁO kết luận sinh hoạt thường kỳ tháng 6/2014",
        "Tháng sau nghe kết quả niêm yết.",
        "tán thành 14/15 (93,3%)",
        "Niêm yết thời hạn Trịnh Công Bằng 01/7/2014 7/2014",
        "T/M CHI BỘ BÍ THƯ",
        "Lưu Chi bộ.",
    ):
        assert wanted in said, wanted
    assert "đi công tác" not in said
    assert "hai lần hẹn lại dân" not in said


def test_the_assignments_say_what_who_when_and_when_it_is_heard(shown):
    said = words(assignments_sheet(shown, code=None))
    assert "Niêm yết thời hạn Trịnh Công Bằng 01/7/2014 7/2014" in said


def test_a_meeting_that_gave_nothing_to_do_says_so(cell):
    assert "không ghi việc giao mới" in words(assignments_sheet(shown_of(MeetingFactory(unit=cell.unit)), code=None))


def test_the_score_sheet_has_its_ten_lines_the_vote_and_the_level(shown):
    said = words(score_sheet(shown, code=None))
    for wanted in (
        *(f"{line} Tiêu chí thứ {line} 10 9,5" for line in range(1, 11)),
        "Tổng điểm: 95 trên 100 điểm.",
        "Mức đề nghị: Tốt.",
        "Biểu quyết: tán thành 14/15 (93,3%)",
        "Chấm theo: Hướng dẫn 42-HD/BTCTW.",
    ):
        assert wanted in said, wanted


def test_a_score_with_an_empty_line_has_no_total(cell):
    meeting = full_meeting(cell)
    ScoreLine.objects.filter(meeting=meeting, order=3).update(points=None)
    Score.objects.filter(meeting=meeting).update(proposed="")
    said = words(score_sheet(shown_of(meeting), code=None))
    assert "3 Tiêu chí thứ 3 10 chưa ghi" in said
    assert "Tổng điểm: chưa chấm đủ các dòng." in said
    assert "Mức đề nghị: chưa ghi." in said


def test_the_report_upward_has_the_figures_on_one_page(shown):
    said = words(report_up_sheet(shown, code=None))
    for wanted in (
        "Thời lượng 45 phút",
        "Đảng viên dự 5/6 (83,3%) số phải dự",
        "Vắng có lý do 01, không có lý do 0",
        "Thời lượng chuyên đề 43 phút, đạt",
        "Ý kiến phát biểu 01 người",
        "Biểu quyết về phiếu tự chấm tán thành 14/15 (93,3%)",
        "Việc giao 01 việc",
        "Tự chấm 95 trên 100 điểm; mức đề nghị: Tốt",
    ):
        assert wanted in said, wanted
    assert len(PdfReader(io.BytesIO(to_pdf(report_up_sheet(shown, code="0A1B-2C3D-4E5F")))).pages) == 1


def test_the_report_upward_names_nobody(cell):
    meeting = full_meeting(cell)
    hands = Vote.objects.filter(meeting=meeting).first().hands
    hands.matter = "Kết nạp quần chúng Lưu Thị Nga"
    hands.save()
    Vote.objects.filter(meeting=meeting, hands=hands).update(about="other")
    meeting.title = "Sinh hoạt tháng 6, nghe Ngô Thị Lụa trình bày"
    meeting.save()
    said = words(report_up_sheet(shown_of(meeting), code=None))
    names = list(Person.objects.values_list("name", flat=True))
    assert "Lưu Thị Nga" in names
    assert [name for name in [*names, "Lý Văn Trên"] if name in said] == []


@pytest.mark.parametrize("make", SHEETS)
def test_each_paper_can_be_made_of_a_meeting_with_few_records(cell, make):
    said = words(make(shown_of(MeetingFactory(unit=cell.unit)), code=None))
    assert "None" not in said
    assert "%" not in said


@pytest.mark.parametrize("make", SHEETS)
def test_each_paper_bears_the_check_code_of_sealed_minutes(shown, make):
    assert "Mã kiểm tra biên bản: 0A1B-2C3D-4E5F" in words(make(shown, code="0A1B-2C3D-4E5F"))
    assert "Mã kiểm tra" not in words(make(shown, code=None))


def test_a_deputy_who_chaired_signs_the_notice_as_deputy(cell):
    TermFactory(unit=cell.unit, person=cell.member, office=Office.DEPUTY)
    head = shown_of(MeetingFactory(unit=cell.unit, chair=cell.member))["head"]
    assert (head["post"], head["signatory"]) == ("PHÓ BÍ THƯ", "Ngô Thị Lụa")
    head = shown_of(MeetingFactory(unit=cell.unit, chair=cell.other_member, kind="ad_hoc"))["head"]
    assert (head["post"], head["signatory"]) == ("BÍ THƯ", "Vũ Minh Hạnh")


def test_a_rate_says_of_whom_it_is_a_part_as_the_cell_has_settled_it(cell, also_ruled):
    meeting = full_meeting(cell)
    (row, *_) = shown_of(meeting)["votes"]
    assert rate_of(row) == "14/15 (93,3%) số có mặt; 14/16 (87,5%) số có quyền"
    also_ruled("vote.resolution_base", "có quyền")
    (row, *_) = shown_of(meeting)["votes"]
    assert rate_of(row) == "14/16 (87,5%) số có quyền"


def test_a_vote_without_a_rule_is_neither_carried_nor_lost(shown):
    row = shown["votes"][0] | {"threshold": "", "carried": None}
    assert outcome_of(row) == "chưa có quy định mức phiếu"
    row = shown["votes"][0] | {"carried": None}
    assert outcome_of(row) == "cần hơn 1/2; chưa rõ tính trên số nào"
    row = shown["votes"][0] | {"carried": False}
    assert outcome_of(row) == "cần hơn 1/2: không thông qua"


def test_whether_enough_were_there_is_said_with_its_rule(cell, also_ruled):
    meeting = full_meeting(cell)
    also_ruled("meeting.quorum", Threshold(Fraction(2, 3), more_than=False))
    quorum = shown_of(meeting)["count"]["quorum"]
    assert (quorum["met"], quorum["rule"]) == (True, "từ 2/3 trở lên")
    assert "đủ, cần từ 2/3 trở lên" in words(report_up_sheet(shown_of(meeting), code=None))
