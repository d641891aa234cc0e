"""HD 42's sheet: full points where the records prove a line, nothing in between, for no scale in between was seen."""

from fractions import Fraction

import pytest

from nennep.meetings.scoring.facts import Facts
from nennep.meetings.scoring.suggesting import suggest
from nennep.meetings.scoring.tests.sheets import HD_42, hd_42

JUDGED = ["3.1", "4.1", "4.2", "4.3", "5"]
NOT_ABSENT = "Không ai vắng không lý do."


def test_the_sheet_has_ten_lines_of_a_hundred_points_and_names_its_document():
    assert [line.key for line in HD_42.lines] == ["1", "2", "3.1", "3.2", "4.1", "4.2", "4.3", "5", "6", "7"]
    assert (HD_42.total, HD_42.source) == (100, "phần 5, 42-HD/BTCTW")


@pytest.mark.parametrize(
    ("length", "least", "points", "ground"),
    [
        (95, 90, 5, "Họp 95 phút, quy định ít nhất 90 phút."),
        (90, 90, 5, "Họp 90 phút, quy định ít nhất 90 phút."),
        (89, 90, None, "Họp 89 phút, quy định ít nhất 90 phút."),
        (119, 120, None, "Họp 119 phút, quy định ít nhất 120 phút."),
        (120, 120, 5, "Họp 120 phút, quy định ít nhất 120 phút."),
        (45, Fraction(45), 5, "Họp 45 phút, quy định ít nhất 45 phút."),
        (23, Fraction(45, 2), 5, "Họp 23 phút, quy định ít nhất 22,5 phút."),
        (95, None, None, "Họp 95 phút."),
        (95, 0, None, "Họp 95 phút."),
        (None, 90, None, ""),
    ],
)
def test_a_meeting_as_long_as_the_rule_asks_has_full_points(length, least, points, ground):
    assert hd_42("1", length=length, least_length=least) == (points, ground)


@pytest.mark.parametrize(
    ("present", "above", "points", "ground"),
    [
        (18, False, 5, f"Dự họp 18/20 (90%), quy định từ 90%. {NOT_ABSENT}"),
        (18, True, None, f"Dự họp 18/20 (90%), quy định trên 90%. {NOT_ABSENT}"),
        (19, True, 5, f"Dự họp 19/20 (95%), quy định trên 90%. {NOT_ABSENT}"),
        (17, False, None, f"Dự họp 17/20 (85%), quy định từ 90%. {NOT_ABSENT}"),
        (20, False, 5, f"Dự họp 20/20 (100%), quy định từ 90%. {NOT_ABSENT}"),
        (20, None, None, f"Dự họp 20/20 (100%). {NOT_ABSENT}"),
    ],
)
def test_ninety_percent_is_enough_where_it_must_be_reached_and_not_where_it_must_be_exceeded(
    present, above, points, ground
):
    assert hd_42("2", present=present, attendance_above=above) == (points, ground)


@pytest.mark.parametrize(("present", "points"), [(899, None), (900, 5), (901, 5)])
def test_one_person_in_a_thousand_decides(present, points):
    assert hd_42("2", expected=1000, present=present)[0] == points


def test_the_old_target_of_85_percent_had_to_be_exceeded():
    old = {"attendance_target": Fraction(85, 100), "attendance_above": True}
    assert [hd_42("2", present=present, **old)[0] for present in (17, 18)] == [None, 5]


def test_one_person_absent_without_reason_fails_the_line_whatever_the_rate():
    assert hd_42("2", present=19, unexcused=1) == (
        None,
        "Dự họp 19/20 (95%), quy định từ 90%. 1 người vắng không lý do.",
    )


@pytest.mark.parametrize(
    ("changed", "ground"),
    [
        ({"unexcused": None}, "Dự họp 20/20 (100%), quy định từ 90%. Chưa rõ có ai vắng không lý do."),
        ({"present": None}, NOT_ABSENT),
        ({"expected": None}, NOT_ABSENT),
        ({"attendance_target": None}, f"Dự họp 20/20 (100%). {NOT_ABSENT}"),
        ({"present": None, "unexcused": None}, ""),
    ],
)
def test_an_attendance_that_is_half_recorded_gets_no_points(changed, ground):
    assert hd_42("2", **changed) == (None, ground)


@pytest.mark.parametrize("changed", [{"present": 21}, {"present": 19, "unexcused": 2}])
def test_a_roll_that_contradicts_itself_is_said_and_proves_nothing(changed):
    assert hd_42("2", **changed) == (None, "Số có mặt và vắng không lý do nhiều hơn 20 người phải dự.")


def test_of_nobody_expected_there_is_no_rate():
    assert hd_42("2", expected=0, present=0) == (None, f"Dự họp 0/0, quy định từ 90%. {NOT_ABSENT}")


def test_the_preparation_has_full_points_when_committee_notice_and_papers_are_all_on_record():
    assert hd_42("3.2") == (
        5,
        "Chi ủy đã họp trước. Đã thông báo kỳ họp. Tài liệu gửi trước 2 ngày, quy định ít nhất 1 ngày.",
    )


@pytest.mark.parametrize(
    ("changed", "told"),
    [
        ({"committee_met": False}, "Chi ủy chưa họp trước."),
        ({"notice_sent": False}, "Chưa thông báo kỳ họp."),
        ({"papers_days_ahead": 0}, "Tài liệu gửi trước 0 ngày, quy định ít nhất 1 ngày."),
        ({"papers_days_ahead": -1}, "Tài liệu gửi sau kỳ họp."),
        ({"papers_least_days": None}, "Tài liệu gửi trước 2 ngày."),
        ({"has_committee": False, "committee_met": None}, "Chi bộ không có chi ủy."),
        ({"committee_met": None}, "Đã thông báo kỳ họp."),
        ({"notice_sent": None}, "Chi ủy đã họp trước."),
        ({"papers_days_ahead": None}, "Đã thông báo kỳ họp."),
    ],
)
def test_a_preparation_of_which_one_thing_failed_or_is_not_known_is_left_to_people(changed, told):
    points, ground = hd_42("3.2", **changed)
    assert points is None
    assert told in ground


def test_papers_sent_exactly_one_day_before_are_in_time():
    assert hd_42("3.2", papers_days_ahead=1)[0] == 5


@pytest.mark.parametrize("key", JUDGED)
def test_what_has_to_be_judged_stays_empty_with_no_ground(key):
    assert hd_42(key) == (None, "")


@pytest.mark.parametrize(
    ("done", "due", "ground"),
    [
        (10, 10, "Đã làm 10/10 (100%) việc đến hạn."),
        (4, 5, "Đã làm 4/5 (80%) việc đến hạn."),
        (0, 3, "Đã làm 0/3 (0%) việc đến hạn."),
        (0, 0, "Kỳ trước không có việc nào đến hạn."),
        (4, 3, "Ghi 4 việc đã làm, nhiều hơn 3 việc đến hạn."),
        (None, 3, ""),
        (3, None, ""),
    ],
)
def test_the_thirty_points_of_results_are_never_filled_but_what_was_carried_out_is_said(done, due, ground):
    assert hd_42("6", decisions_done=done, decisions_due=due) == (None, ground)


@pytest.mark.parametrize(
    ("changed", "ground"),
    [
        ({}, "Đã thông qua kết luận. Đã thông qua biên bản."),
        ({"conclusion_adopted": False}, "Chưa thông qua kết luận. Đã thông qua biên bản."),
        ({"minutes_adopted": False}, "Đã thông qua kết luận. Chưa thông qua biên bản."),
        ({"minutes_adopted": None}, "Đã thông qua kết luận."),
        ({"conclusion_adopted": None, "minutes_adopted": None}, ""),
    ],
)
def test_the_close_is_left_to_people_because_nobody_records_the_final_papers(changed, ground):
    assert hd_42("7", **changed) == (None, ground)


def test_without_records_the_sheet_is_empty():
    found = suggest(HD_42.lines, Facts())
    assert [(each.points, each.ground) for each in found] == [(None, "")] * 10
    assert [each.most for each in found] == [5, 5, 5, 5, 5, 25, 10, 5, 30, 5]
