"""A sheet is written by people in a pack: what cannot be right is refused with its line and what would be right."""

import re
import tomllib
from fractions import Fraction
from pathlib import Path

import pytest

import nennep
from nennep.meetings.scoring.facts import Facts
from nennep.meetings.scoring.measures import MEASURES
from nennep.meetings.scoring.sheet import SheetRefused, read_sheet, sheet_of
from nennep.meetings.scoring.suggesting import suggest
from nennep.meetings.scoring.tests.sheets import DAY, EVERYTHING, SHEETS
from nennep.rulebook.rules import centre

GUIDE = (Path(nennep.__file__).parent.parent / "docs/vi/goi-quy-tac.md").read_text(encoding="utf-8")
JUDGED = {"9": {"criterion": "Điều hành", "most": 10}}


def one_line(**settings):
    return {"1": {"criterion": "Tiêu chí", "most": 5, **settings}, **JUDGED}


@pytest.mark.parametrize("code", sorted(SHEETS))
def test_every_shipped_sheet_can_be_read_and_comes_to_a_hundred(code):
    assert sum(line.most for line in SHEETS[code]) == 100
    assert any(line.left_to_people for line in SHEETS[code])


def test_a_sheet_of_which_only_groups_are_known_is_left_to_people_whole():
    assert {(each.points, each.ground) for each in suggest(SHEETS["phu-tho"], EVERYTHING)} == {(None, "")}


def test_half_points_are_read_exactly():
    [line, _] = read_sheet(one_line(most=2.4, bands=[2.4, 0.1]))
    assert (line.most, line.bands) == (Fraction(12, 5), (Fraction(12, 5), Fraction(1, 10)))


def test_bands_without_edges_are_left_to_people_with_the_ground():
    [found, _] = suggest(read_sheet(one_line(bands=[5, 3], measure="length")), EVERYTHING)
    assert (found.points, found.ground) == (None, "Họp 95 phút, quy định ít nhất 90 phút.")


def test_a_line_in_parts_is_full_when_every_part_is_proved():
    lines = read_sheet(one_line(parts=[2, 3], measure=["notice", ["minutes", "conclusion"]]))
    assert [each.points for each in suggest(lines, EVERYTHING)] == [5, None]
    assert suggest(lines, Facts(notice_sent=True))[0].ground == "Đã thông báo kỳ họp. Đã rõ 2 trên 5 điểm."


@pytest.mark.parametrize(
    ("has_committee", "measure", "points"),
    [
        (True, "committee_if_any", 0),
        (False, "committee_if_any", 5),
        (None, "committee_if_any", None),
        (True, "committee", 0),
        (False, "committee", None),
    ],
)
def test_a_committee_has_failed_to_meet_only_where_there_is_one(has_committee, measure, points):
    facts = Facts(has_committee=has_committee, committee_met=False)
    assert suggest(read_sheet(one_line(measure=measure, missed=0)), facts)[0].points == points


@pytest.mark.parametrize(
    ("settings", "told"),
    [
        ({"criterion": 3}, "phải có criterion"),
        ({"measur": "length"}, r"không có measur \(có phải measure\?\)"),
        ({"measure": "lenght"}, r"không có measure lenght \(có phải length\?\)"),
        ({"measure": [["length"]]}, "không có measure"),
        ({"most": 0}, "lớn hơn 0"),
        ({"most": -5}, "số không âm: -5"),
        ({"most": "5"}, "số không âm: 5"),
        ({"most": float("nan")}, "số không âm: nan"),
        ({"most": True}, "số không âm: True"),
        ({"bands": [4, 3]}, "bắt đầu từ most"),
        ({"bands": [5, 3, 4]}, "giảm dần"),
        ({"bands": [5, 5]}, "giảm dần"),
        ({"bands": 5}, "danh sách số: 5"),
        ({"bands": [5, 3], "edges": [">= 90%", ">= 50%"], "measure": "length"}, "ít hơn bands một mốc"),
        ({"bands": [5, 3], "edges": [">= 90%"]}, "measure là một tên"),
        ({"bands": [5, 3], "edges": [">= 90%"], "measure": ["length", "notice"]}, "measure là một tên"),
        ({"bands": [5, 3], "edges": ["90"], "measure": "length"}, 'viết như "> 50%"'),
        ({"bands": [5, 3], "edges": [90], "measure": "length"}, 'viết như "> 50%"'),
        ({"edges": [">= 90%"], "measure": "length"}, "ít hơn bands một mốc"),
        ({"parts": [2, 2]}, "cộng lại bằng most"),
        ({"parts": [2, 3], "bands": [5, 4]}, "không đi cùng bands"),
        ({"parts": [2, 3], "measure": ["notice"]}, "cho mỗi phần"),
        ({"parts": [2, 3], "measure": "notice"}, "cho mỗi phần"),
        ({"limit": 3}, "limit chỉ đi cùng"),
        ({"missed": 0}, "missed chỉ dùng"),
        ({"missed": 5, "measure": "notice"}, "lớn hơn missed"),
    ],
)
def test_a_line_that_cannot_be_right_is_refused(settings, told):
    with pytest.raises(SheetRefused, match=rf"Phiếu chấm, dòng 1: .*{told}"):
        read_sheet(one_line(**settings))


@pytest.mark.parametrize("table", [{"1": 5}, {"1": {"criterion": "Tiêu chí"}}, {"1": {"most": 5}}])
def test_a_line_without_criterion_or_points_is_refused(table):
    with pytest.raises(SheetRefused, match="dòng 1: phải có criterion"):
        read_sheet(table)


def test_a_sheet_that_could_fill_itself_is_refused():
    table = {"1": {"criterion": "Thời lượng", "most": 100, "measure": "length"}}
    with pytest.raises(SheetRefused, match="ít nhất một dòng để người chấm"):
        read_sheet(table)


def test_a_rule_that_is_no_table_is_no_sheet():
    with pytest.raises(SheetRefused, match="phải là bảng"):
        sheet_of(centre("meeting.min_minutes", on=DAY), None)


def test_the_guide_for_packs_names_every_measure_and_its_example_can_be_read():
    chapter = GUIDE.partition("## Phiếu chấm sinh hoạt")[2].partition("\n## ")[0]
    assert set(re.findall(r"`(\w+)`", chapter.partition("| `measure` | Sổ sách")[2])) >= set(MEASURES)
    example = tomllib.loads(chapter.partition("```toml")[2].partition("```")[0])
    assert [line.most for line in read_sheet(example["table"])] == [5, 6, 10]
