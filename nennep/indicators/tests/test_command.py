"""`nennep figures`: the figures of a unit as text, as JSON, and the rows behind one."""

import json

import pytest
from django.core.management import CommandError, call_command

from nennep.indicators.figures import all_figures

pytestmark = pytest.mark.django_db

PERIOD = ("--unit=CBBQL", "--from=2011-05-14", "--to=2015-01-15")


def said(capsys, *words):
    call_command("figures", *words)
    return capsys.readouterr().out


def test_json_has_every_figure_with_its_unit_base_and_rows(example, capsys):
    answers = json.loads(said(capsys, *PERIOD, "--json"))
    assert list(answers) == [figure.code for figure in all_figures()]
    for code, answer in answers.items():
        assert set(answer) in (
            {"value", "unit", "base", "rows", "name", "period"},
            {"value", "unit", "base", "rows", "name", "period", "part", "whole"},
        ), code
        assert type(answer["value"]) in (int, float)
        assert type(answer["rows"]) is int
        assert ("part" in answer) is (answer["unit"] == "%"), code


def test_json_gives_the_known_values(example, capsys):
    answers = json.loads(said(capsys, *PERIOD, "--json"))
    turns, rated = answers["recognition.book_turns"], answers["review.rated_well_or_better_percent"]
    assert (turns["value"], turns["unit"], turns["rows"]) == (11, "lượt", 11)
    assert (rated["value"], rated["unit"], rated["part"]) == (100, "%", rated["whole"])


def test_a_unit_without_records_has_null_and_no_sides(example, capsys):
    answers = json.loads(said(capsys, "--unit=ĐUK", *PERIOD[1:], "--json"))
    assert {answer["value"] for answer in answers.values()} == {None}
    assert not any("whole" in answer for answer in answers.values())


def test_the_text_writes_figures_as_people_do(example, capsys):
    text = said(capsys, *PERIOD)
    assert "recognition.book_turns" in text
    assert "11 lượt" in text
    assert "0 đơn" in text
    assert "từ 14/5/2011 đến 15/01/2015" in text


def test_the_rows_behind_a_figure_are_listed(example, capsys):
    lines = said(capsys, "recognition.book_turns", *PERIOD, "--evidence").splitlines()
    assert lines[0].startswith("Lượt đảng viên được ghi Sổ: 11 lượt.")
    assert len(lines) == 12


def test_rows_of_the_base_that_do_not_count_are_marked(example, capsys):
    lines = said(capsys, "programme.registered_members_percent", *PERIOD, "--evidence").splitlines()[1:]
    marked = [line for line in lines if line.startswith("- ")]
    assert 0 < len(marked) < len(lines)
    assert all("chưa đăng ký" in line for line in marked)


def test_only_the_named_figures_are_answered(example, capsys):
    answers = json.loads(said(capsys, "meetings.held", "meetings.planned", *PERIOD, "--json"))
    assert {code: answer["value"] for code, answer in answers.items()} == {"meetings.held": 37, "meetings.planned": 37}


def test_the_only_cell_need_not_be_named(example, capsys):
    assert "meetings.held" in said(capsys, "meetings.held", *PERIOD[1:])


@pytest.mark.parametrize(
    ("words", "reason"),
    [
        (("recognition.applause", *PERIOD), "Không có chỉ tiêu nào mang mã recognition.applause"),
        (("--unit=XYZ",), "Không có đơn vị mã XYZ"),
        (("--unit=CBBQL", "--from=2015-01-15", "--to=2011-05-14"), "Ngày --from phải trước ngày --to"),
    ],
)
def test_what_cannot_be_answered_is_refused_with_the_reason(example, words, reason):
    with pytest.raises(CommandError, match=reason):
        call_command("figures", *words)
