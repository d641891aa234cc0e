"""Take a record away, or change it, and its sentence changes with it."""

from datetime import date

import pytest

from nennep.meetings.models import Decision, Meeting, MeetingKind, ThemePart
from nennep.organisation.models import Duty, DutyKind
from nennep.oversight.models import DisciplineReturn, FeedbackMonth, Matter, ServiceMonth
from nennep.portal.models import Article
from nennep.programme.models import Limitation, PledgeItem, Programme, Task, TaskState
from nennep.recognition.models import Award, AwardLevel, BookEntry
from nennep.reports.summary.composing import compose
from nennep.reports.tests.reading import line_with, lines, text_of
from nennep.review.models import Rating
from nennep.rulebook.models import CellRule

pytestmark = pytest.mark.django_db

NO_DATA = "chưa có số liệu"


@pytest.fixture
def text(example, four_years):
    """Compose now: the words of the report as the records stand."""
    return lambda: text_of(compose(example, four_years).document)


@pytest.fixture
def line(example, four_years):
    return lambda part: line_with(compose(example, four_years).document, part)


def certificates():
    return Award.objects.certificates()


def forget_meetings(meetings):
    Decision.objects.filter(meeting__in=meetings).delete()
    meetings.delete()


def test_a_certificate_less_is_a_certificate_less(text):
    certificates().order_by("pk").first().delete()
    assert "02 đảng viên được tặng 02 giấy khen của Chi bộ" in text()


def test_without_any_award_the_report_says_that_nothing_is_recorded(text):
    Award.objects.all().delete()
    words = text()
    assert f"Số đảng viên được tặng giấy khen: {NO_DATA}" in words
    assert "được tặng" not in words.replace("được tặng giấy khen: ", "")


def test_a_certificate_from_above_is_not_said_to_be_the_cells(text):
    certificates().filter(pk=certificates().first().pk).update(level=AwardLevel.ABOVE)
    assert "03 đảng viên được tặng 03 giấy khen." in text()


def test_a_turn_less_in_the_book_is_ten(text):
    BookEntry.objects.get(number=11).delete()
    words = text()
    assert "10 lượt đảng viên" in words
    assert "11 lượt đảng viên" not in words


def test_an_empty_book_is_not_zero_turns(text):
    Article.objects.update(book_entry=None)
    BookEntry.objects.all().delete()
    words = text()
    assert f"Sổ Đảng viên tiêu biểu: {NO_DATA}." in words
    assert "0 lượt" not in words


def test_a_limitation_overcome_leaves_the_list_and_its_cause(text):
    limitation = Limitation.objects.get(code="HC4")
    Limitation.objects.filter(pk=limitation.pk).update(closed_on=date(2014, 12, 30))
    words = text()
    assert "còn 03 hạn chế chưa khắc phục xong:" in words
    assert f"{limitation.text.rstrip('.')} (ghi nhận" not in words
    assert limitation.cause.rstrip(".") not in words
    assert "Đã khắc phục xong 02 hạn chế:" in words


def test_a_limitation_overcome_after_the_period_is_still_open_in_the_report(text):
    Limitation.objects.filter(code="HC4").update(closed_on=date(2015, 3, 1))
    assert "còn 04 hạn chế chưa khắc phục xong:" in text()


def test_without_the_months_of_feedback_nobody_says_there_was_no_complaint(text):
    FeedbackMonth.objects.all().delete()
    words = text()
    assert f"đơn khiếu nại: {NO_DATA}" in words
    assert f"đơn tố cáo: {NO_DATA}" in words
    assert "không có đơn" not in words
    assert "theo sổ tiếp dân" not in words


def test_one_complaint_is_said(text):
    FeedbackMonth.objects.filter(month=date(2013, 5, 1)).update(complaints=1)
    words = text()
    assert "có 01 đơn" in words
    assert "không có đơn khiếu nại" not in words
    assert "không có đơn tố cáo" in words


def test_one_member_disciplined_is_said(text):
    DisciplineReturn.objects.filter(matter=Matter.MEMBER, ends=date(2013, 12, 31)).update(people=1)
    words = text()
    assert "có 01 đảng viên vi phạm phải xử lý kỷ luật" in words
    assert "không có cán bộ, đảng viên vi phạm" not in words


def test_without_returns_of_discipline_nobody_says_there_was_none(text):
    DisciplineReturn.objects.all().delete()
    words = text()
    assert f"Về chấp hành kỷ luật: {NO_DATA}." in words
    assert "cán bộ, công chức bị xử lý vì sách nhiễu, gây phiền hà: " + NO_DATA in words
    assert "không có biểu hiện" not in words
    assert "không có cán bộ" not in words


def test_one_rating_below_well_ends_the_hundred_percent(line):
    rating = Rating.objects.rated().filter(year=2013).first()
    Rating.objects.filter(pk=rating.pk).update(level="completed")
    assert not line("hoàn thành tốt nhiệm vụ trở lên.").startswith("Một là: 100%")


def test_without_ratings_there_is_no_percentage_of_them(line):
    Rating.objects.all().delete()
    assert line("xếp loại hằng năm hoàn thành tốt nhiệm vụ trở lên").startswith(f"Một là: {NO_DATA}")


def test_files_that_nobody_counted_are_not_on_time(text):
    ServiceMonth.objects.all().delete()
    assert f"Tinh thần, thái độ phục vụ nhân dân: {NO_DATA}" in text()


def test_without_the_cells_own_rule_the_thirty_minutes_are_not_mentioned(text):
    CellRule.objects.filter(key="theme.min_minutes_per_meeting").delete()
    words = text()
    assert "Chi bộ chưa quy định thời lượng dành cho chuyên đề" in words
    assert "30 phút" not in words


def test_another_number_of_minutes_is_another_sentence(line):
    CellRule.objects.filter(key="theme.min_minutes_per_meeting").update(value=25)
    assert "ít nhất 25 phút" in line("mỗi buổi sinh hoạt dành ít nhất")
    assert "dưới 25 phút" in line("mỗi buổi sinh hoạt dành ít nhất")


def test_a_part_of_the_theme_that_never_took_place_is_not_claimed(text):
    ThemePart.objects.filter(part=ThemePart.Part.LESSONS).delete()
    assert "rút kinh nghiệm, đề ra giải pháp" not in text()


def test_meetings_that_nobody_measured_move_from_met_to_not_measured(line):
    meeting = Meeting.objects.regular().filter(held_on__year=2013).first()
    ThemePart.objects.filter(meeting=meeting).delete()
    sentence = line("mỗi buổi sinh hoạt dành ít nhất")
    assert "33 cuộc đạt từ 30 phút trở lên" in sentence
    assert "03 cuộc chưa đo thời lượng" in sentence


def test_without_meetings_the_report_says_so_and_claims_no_attendance(text):
    forget_meetings(Meeting.objects.all())
    words = text()
    assert "chưa có cuộc sinh hoạt nào được ghi vào sổ trong kỳ" in words
    assert "lượt đảng viên phải dự" not in words
    assert "37 cuộc" not in words.partition("PHỤ LỤC")[0]


def test_without_a_conference_nothing_is_said_of_one(text, example, four_years):
    forget_meetings(Meeting.objects.filter(kind=MeetingKind.CONFERENCE))
    assert "Chủ trì Hội nghị" not in text()
    assert "Chưa ghi hội nghị tổng kết." in {item.what for item in compose(example, four_years).missing}


def test_without_somebody_in_charge_nobody_was_put_in_charge(text):
    Duty.objects.filter(kind=DutyKind.PROGRAMME).delete()
    assert f"đã phân công {NO_DATA} chi ủy viên phụ trách" in text()


def test_without_a_programme_the_directive_is_not_invented(text):
    Programme.objects.all().delete()
    words = text()
    assert "Chưa có chương trình thực hiện chỉ thị nào được ghi vào sổ." in words
    assert "Chỉ thị số 03-CT/TW, ngày 14/5/2011 của Bộ Chính trị" not in words


def test_without_articles_there_is_no_sentence_about_them_and_the_next_point_moves_up(text):
    from nennep.portal.models import ArticlePage

    ArticlePage.objects.all().delete()
    Article.objects.all().delete()
    words = text()
    assert "Công tác tuyên truyền" not in words
    assert "Bốn là: Công tác kiểm tra, giám sát" in words


def test_without_a_plan_for_the_coming_year_no_direction_is_invented(text):
    Limitation.tasks.through.objects.all().delete()
    Task.serves.through.objects.filter(task__goal__plan__year=2015).delete()
    Task.objects.filter(goal__plan__year=2015).delete()
    from nennep.programme.models import Goal

    Goal.objects.filter(plan__year=2015).delete()
    words = text()
    assert "Chưa có kế hoạch năm 2015 trong sổ." in words
    assert "V- CHƯƠNG TRÌNH NĂM 2015" not in words


def test_all_tasks_in_time_leave_no_sentence_about_late_ones(text):
    from django.db.models import F

    Task.objects.filter(state=TaskState.DONE).update(done_on=F("due_on"))
    Task.objects.filter(state=TaskState.POSTPONED).update(state=TaskState.TODO)
    PledgeItem.objects.filter(outcome="missed").update(outcome="partly")
    assert "Theo sổ theo dõi" not in text()


def test_the_word_between_two_years_follows_from_the_two_figures(text):
    assert "Năm 2014 có 04 lượt, bằng năm 2013 (04 lượt)." in text()
    last = BookEntry.objects.filter(agreed_on__year=2014).last()
    BookEntry.objects.filter(pk=last.pk).update(agreed_on=date(2013, 12, 3), deed_on=date(2013, 11, 1))
    assert "Năm 2014 có 03 lượt, giảm so với năm 2013 (05 lượt)." in text()


def test_a_year_without_records_says_so_in_the_table(example, four_years):
    document = compose(example, four_years).document
    (row,) = [line for line in lines(document) if line.startswith("Lượt đảng viên được ghi Sổ (lượt)")]
    assert row.split(" | ")[1:] == [NO_DATA, "03", "04", "04", "11"]


def test_a_month_without_its_meeting_ends_the_praise_of_a_kept_rhythm(text):
    assert "duy trì sinh hoạt định kỳ mỗi tháng một lần: đã họp 37 cuộc trên 37 cuộc" in text()
    forget_meetings(Meeting.objects.filter(kind=MeetingKind.REGULAR, held_on=date(2013, 10, 1)))
    words = text()
    assert "Chi bộ sinh hoạt định kỳ: đã họp 36 cuộc trên 37 cuộc" in words
    assert "duy trì" not in words.partition("II- KẾT QUẢ")[0]


def test_plans_without_tasks_are_not_said_to_have_them(text):
    assert "Hằng năm, Chi bộ xây dựng kế hoạch cụ thể theo từng chuyên đề, xác định mục tiêu" in text()
    for task in Task.objects.planned().filter(goal__plan__year=2013):
        task.limitations.clear()
        task.serves.clear()
        task.delete()
    assert "kế hoạch cụ thể theo từng chuyên đề: năm 2012" in text()
