"""Ward An Phú's sheet: bands with edges, lines in parts, and where nobody may be excused too often."""

from datetime import date

import pytest

from nennep.meetings.scoring.facts import Facts
from nennep.meetings.scoring.sheet import sheet_of
from nennep.meetings.scoring.suggesting import suggest
from nennep.meetings.scoring.tests.sheets import AN_PHU, DAY, an_phu
from nennep.rulebook.rules import rule
from nennep.rulebook.tests.factories import PackUseFactory


@pytest.mark.parametrize(
    ("length", "points"),
    [(91, 5), (90, 5), (89, 4), (75, 4), (74, 3), (60, 3), (59, 2), (45, 2), (44, 1), (1, 1)],
)
def test_the_length_of_a_small_cell_falls_into_its_band(length, points):
    assert an_phu("1", length=length) == (points, f"Họp {length} phút, quy định ít nhất 90 phút.")


@pytest.mark.parametrize(
    ("length", "points"),
    [(120, 5), (119, 4), (105, 4), (104, 3), (90, 3), (89, 2), (60, 2), (59, 1)],
)
def test_the_length_of_a_large_cell_falls_into_its_band(length, points):
    assert an_phu("1", length=length, least_length=120)[0] == points


@pytest.mark.parametrize("changed", [{"length": None}, {"least_length": None}])
def test_a_length_without_record_or_rule_gets_no_points(changed):
    assert an_phu("1", **changed)[0] is None


def test_where_the_bands_of_a_very_short_meeting_contradict_each_other_people_say():
    assert [an_phu("1", length=length, least_length=40)[0] for length in (12, 20)] == [None, 3]


@pytest.mark.parametrize(
    ("present", "points"),
    [(1000, 4), (900, 4), (899, 3), (750, 3), (749, 2), (650, 2), (649, 1), (0, 1)],
)
def test_attendance_falls_into_its_band(present, points):
    assert an_phu("2a", expected=1000, present=present)[0] == points


@pytest.mark.parametrize("above", [True, False, None])
def test_the_wards_own_bands_decide_whether_ninety_percent_is_enough(above):
    assert an_phu("2a", present=18, attendance_above=above)[0] == 4


@pytest.mark.parametrize("present", [19, 15, 10])
def test_anybody_absent_without_reason_puts_attendance_into_the_lowest_band(present):
    points, ground = an_phu("2a", present=present, unexcused=1)
    assert points == 1
    assert ground.endswith("1 người vắng không lý do.")


@pytest.mark.parametrize("missing", ["present", "expected", "unexcused"])
def test_attendance_with_one_record_missing_gets_no_points(missing):
    assert an_phu("2a", **{missing: None})[0] is None


@pytest.mark.parametrize(
    ("run", "points", "ground"),
    [
        (0, 1, "Vắng có lý do liền nhau nhiều nhất 0 kỳ."),
        (3, 1, "Vắng có lý do liền nhau nhiều nhất 3 kỳ."),
        (4, 0, "Vắng có lý do liền nhau nhiều nhất 4 kỳ."),
        (None, None, ""),
    ],
)
def test_the_point_is_lost_when_somebody_is_excused_more_than_three_times_in_a_row(run, points, ground):
    assert an_phu("2b", excused_in_a_row=run) == (points, ground)


PREPARED = "Chi ủy đã họp trước. Đã thông báo kỳ họp. Tài liệu gửi trước 2 ngày, quy định ít nhất 1 ngày."
ALONE = "Chi bộ không có chi ủy. Đã thông báo kỳ họp. Tài liệu gửi trước 2 ngày, quy định ít nhất 1 ngày."
UNPREPARED = "Chi ủy chưa họp trước. Đã thông báo kỳ họp. Tài liệu gửi trước 2 ngày, quy định ít nhất 1 ngày."
UNSENT = "Chi ủy đã họp trước. Chưa thông báo kỳ họp. Tài liệu gửi sau kỳ họp."


@pytest.mark.parametrize(
    ("changed", "ground"),
    [
        ({}, f"{PREPARED} Đã rõ 5 trên 10 điểm."),
        ({"committee_met": False}, f"{UNPREPARED} Đã rõ 3 trên 10 điểm."),
        ({"committee_met": False, "has_committee": None}, f"{UNPREPARED} Đã rõ 3 trên 10 điểm."),
        ({"committee_met": None, "has_committee": False}, f"{ALONE} Đã rõ 5 trên 10 điểm."),
        ({"notice_sent": False, "papers_days_ahead": -2}, f"{UNSENT} Đã rõ 2 trên 10 điểm."),
        ({"committee_met": None, "notice_sent": None, "papers_days_ahead": None}, ""),
    ],
)
def test_the_preparation_stays_empty_and_says_how_much_of_it_is_known(changed, ground):
    assert an_phu("3", **changed) == (None, ground)


@pytest.mark.parametrize("key", ["4a", "4b", "5", "6"])
def test_what_has_to_be_judged_stays_empty_with_no_ground(key):
    assert an_phu(key) == (None, "")


@pytest.mark.parametrize(
    ("held", "ground"),
    [(True, "Kỳ họp có nội dung chuyên đề."), (False, "Kỳ họp không có nội dung chuyên đề."), (None, "")],
)
def test_that_there_was_thematic_content_is_said_and_its_quality_is_left_to_people(held, ground):
    assert an_phu("4c", thematic=held) == (None, ground)


@pytest.mark.parametrize(
    ("praised", "reminded", "points", "ground"),
    [
        (2, 1, 2, "Biểu dương 2 người. Nhắc nhở 1 người."),
        (0, 1, None, "Biểu dương 0 người. Nhắc nhở 1 người."),
        (2, 0, None, "Biểu dương 2 người. Nhắc nhở 0 người."),
        (None, 1, None, "Nhắc nhở 1 người."),
        (2, None, None, "Biểu dương 2 người."),
    ],
)
def test_praise_and_reminders_have_their_points_when_both_are_on_record(praised, reminded, points, ground):
    assert an_phu("4d", praised=praised, reminded=reminded) == (points, ground)


@pytest.mark.parametrize(
    ("spoke", "points"),
    [(100, 5), (51, 5), (50, 4), (49, 4), (40, 4), (39, 3), (30, 3), (29, 2), (0, 2)],
)
def test_speakers_fall_into_their_band_and_half_is_not_more_than_half(spoke, points):
    assert an_phu("4e", speakers=spoke, present=100, expected=100)[0] == points


@pytest.mark.parametrize(
    ("spoke", "present", "ground"),
    [
        (8, None, "8 người đã phát biểu."),
        (None, 20, ""),
        (8, 7, "Ghi 8 người phát biểu, nhiều hơn 7 người có mặt."),
        (0, 0, "0/0 người dự đã phát biểu."),
    ],
)
def test_speakers_of_an_unknown_or_impossible_number_present_get_no_points(spoke, present, ground):
    assert an_phu("4e", speakers=spoke, present=present) == (None, ground)


@pytest.mark.parametrize(("lasted", "proved"), [(14, 0), (15, 1), (30, 1), (31, 0)])
def test_the_part_about_ideology_is_proved_between_fifteen_and_thirty_minutes(lasted, proved):
    told = f"Phần tư tưởng {lasted} phút, quy định từ 15 đến 30 phút. Đã rõ {proved} trên 3 điểm."
    assert an_phu("4f", ideology_minutes=lasted) == (None, told)


def test_the_part_about_ideology_without_a_rule_proves_nothing():
    assert an_phu("4f", ideology_most=None) == (None, "Phần tư tưởng 20 phút. Đã rõ 0 trên 3 điểm.")


@pytest.mark.parametrize(
    ("done", "points"),
    [
        (100, 30), (90, 30), (89, 27), (80, 27), (79, 24), (70, 24),
        (69, 20), (60, 20), (59, 15), (50, 15), (49, 10), (0, 10),
    ],
)  # fmt: skip
def test_results_fall_into_their_band(done, points):
    assert an_phu("7", decisions_done=done, decisions_due=100)[0] == points


@pytest.mark.parametrize("counts", [(0, 0), (4, 3), (None, 3), (3, None)])
def test_results_without_decisions_due_or_with_impossible_counts_get_no_points(counts):
    assert an_phu("7", decisions_done=counts[0], decisions_due=counts[1])[0] is None


@pytest.mark.parametrize(
    ("changed", "ground"),
    [
        ({}, "Đã thông qua kết luận. Đã thông qua biên bản. Giao 3 việc. Đã rõ 4 trên 5 điểm."),
        ({"tasks_given": 0}, "Đã thông qua kết luận. Đã thông qua biên bản. Giao 0 việc. Đã rõ 2 trên 5 điểm."),
        ({"tasks_given": None}, "Đã thông qua kết luận. Đã thông qua biên bản. Đã rõ 2 trên 5 điểm."),
    ],
)
def test_minutes_and_tasks_are_one_part_of_the_close(changed, ground):
    assert an_phu("8", **changed) == (None, ground)


def test_without_records_the_sheet_is_empty():
    assert {(each.points, each.ground) for each in suggest(AN_PHU, Facts())} == {(None, "")}


def test_a_cell_that_has_the_wards_pack_in_use_has_the_wards_sheet_with_the_centres_levels(unit):
    PackUseFactory(unit=unit, pack="an-phu", starts=date(2026, 1, 1))
    scoring, levels = (rule(f"meeting.{name}", unit=unit, on=DAY) for name in ("score_sheet", "score_levels"))
    sheet = sheet_of(scoring, levels)
    assert (sheet.lines, sheet.total) == (AN_PHU, 100)
    assert list(sheet.levels) == ["tốt", "khá", "trung bình", "kém"]
