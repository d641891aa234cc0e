"""A pack is a text file that anybody can write: every fault is said with its line, and what is right still counts."""

import re
from pathlib import Path

import pytest
from django.core.management import CommandError, call_command

from nennep.rulebook.library import SHIPPED, library, load

SHIPPED_FILES = sorted(SHIPPED.glob("*.toml"))
SHELF = library()
RULES = [rule for pack in SHELF.packs.values() for rule in pack.rules]

HEAD = """[pack]
name = "Tỉnh Thử"
level = "province"
issued_by = "Tỉnh ủy Thử"
"""
RULE = """
[[rule]]
key = "meeting.min_minutes"
value = 100
valid_from = 2026-01-01
source = "1-HD/TU"
certainty = "local"
statement = "Không dưới 100 phút."
"""


def faults(tmp_path: Path, text: str, name: str = "thu.toml") -> list[str]:
    file = tmp_path / name
    file.write_text(text, encoding="utf-8")
    return [str(fault) for fault in load([*SHIPPED_FILES, file]).faults]


def test_the_shipped_packs_have_no_fault_and_no_two_values_on_one_day():
    assert SHELF.faults == ()
    assert set(SHELF.packs) == {"trung-uong", "an-phu", "lao-cai", "binh-thuan", "phu-tho", "nghe-an"}


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: f"{rule.key}-{rule.valid_from}")
def test_every_shipped_rule_says_what_by_which_document_and_how_sure_we_are(rule):
    assert rule.statement.endswith(".")
    assert rule.source
    assert rule.certainty in {"seen", "second-hand", "local", "inferred"}
    if rule.certainty == "seen":
        assert re.search(r"Điều lệ Đảng|\d{2,4}-(QĐ|HD|CT|KL|NQ)/\w+|Trang luật", rule.source)


@pytest.mark.parametrize("key", sorted(SHELF.names))
def test_every_name_says_what_it_is_about(key):
    name = SHELF.names[key]
    assert name.title
    assert SHELF.group_of(key) != key.partition(".")[0], "the group has a title"
    assert (name.kind in {"number", "formula"}) <= bool(name.unit)


@pytest.mark.parametrize("key", ["meeting.min_minutes", "meeting.attendance_target", "rating.new_member_min_months"])
def test_a_number_is_in_the_sentence_that_says_it(key):
    for rule in RULES:
        if rule.key == key:
            number = rule.value * 100 if rule.value < 1 else rule.value
            assert str(int(number)) in rule.statement


def test_a_pack_that_is_right_has_no_fault(tmp_path):
    assert faults(tmp_path, HEAD + RULE) == []


@pytest.mark.parametrize(
    ("text", "line", "told"),
    [
        (HEAD + "\n[[rule]\n", 6, "không phải TOML"),
        (HEAD.replace("province", "ward"), 3, "level là một trong"),
        (HEAD.replace('issued_by = "Tỉnh ủy Thử"\n', ""), 1, "thiếu issued_by"),
        (HEAD + RULE.replace("min_minutes", "min_minuts"), 7, "có phải meeting.min_minutes?"),
        (HEAD + RULE.replace("value = 100", "value = -3"), 8, "phải là một số không âm"),
        (HEAD + RULE.replace("value = 100", 'value = "100"'), 8, "phải là một số không âm"),
        (HEAD + RULE.replace("value = 100", "value = nan"), 8, "phải là một số không âm"),
        (HEAD + RULE.replace("value = 100", "table = { a = 1 }"), 8, "ghi bằng value"),
        (HEAD + RULE.replace("value = 100", 'table."1" = { most = 5 }\ntable."2" = { most = 5 }'), 8, "ghi bằng value"),
        (HEAD + RULE.replace("2026-01-01", '"2026-01-01"'), 9, "không có dấu nháy"),
        (HEAD + RULE.replace("valid_from", "valid_form"), 9, "có phải valid_from?"),
        (HEAD + RULE + "valid_to = 2025-01-01\n", 13, "valid_to trước valid_from"),
        (HEAD + RULE.replace('source = "1-HD/TU"\n', ""), 6, "thiếu source"),
        (HEAD + RULE.replace("local", "sure"), 11, "certainty là một trong"),
        (HEAD.replace("province", "central") + RULE, 11, "không chứa quy tắc riêng"),
        (HEAD + RULE.replace("min_minutes", "attendance_target"), 8, "từ 0 đến 1"),
        (HEAD + "[rules]\n", 5, "không có phần [rules]"),
        (HEAD + '\n[[question]]\nkey = "vote.discipline"\ncertainty = "seen"\nquestion = "?"\n', 8, "câu hỏi"),
        (HEAD + '\n[names.local]\nthing = { kind = "numbr", stricter = "near" }\n', 7, "kind là một trong"),
        (HEAD + 'replaces = ["khong-co"]\n', 1, "không có gói ấy"),
    ],
)
def test_a_fault_is_said_with_its_line_and_how_to_mend_it(tmp_path, text, line, told):
    found = faults(tmp_path, text)
    assert any(fault.startswith(f"thu.toml:{line}: ") and told in fault for fault in found), found


@pytest.mark.parametrize(
    ("expression", "told"),
    [
        ("rated_good + base_salary", "không cộng"),
        ("rated_good * 2 * members", "công thức ra people^2"),
        ("rating.excellent_cap * rated_god", "có phải rated_good?"),
        ("__import__('os')", "không dùng được"),
        ("(1).__class__", "công thức"),
        ("rated_good if 1 else members", "công thức"),
        ("rated_good ** 99999", "công thức"),
        ("rated_good +", "không đọc được"),
        ("rated_good / 0", "chia cho không"),
        ("rated_good" + " + rated_good" * 40, "dài quá"),
    ],
)
def test_a_formula_that_cannot_be_right_is_refused(tmp_path, expression, told):
    rule = RULE.replace("meeting.min_minutes", "rating.excellent_most").replace(
        "value = 100", f'formula = "{expression}"'
    )
    assert any(told in fault for fault in faults(tmp_path, HEAD + rule))


def test_two_rules_for_one_key_on_one_day_are_said_with_both_lines(tmp_path):
    [fault] = faults(tmp_path, HEAD + RULE + RULE.replace("100", "110"))
    assert fault.startswith("thu.toml:14: meeting.min_minutes mâu thuẫn với thu.toml:6")


def test_a_second_pack_of_the_centre_that_contradicts_is_said_with_both_files_and_the_first_stands(tmp_path):
    text = HEAD.replace("province", "central") + RULE.replace("local", "seen")
    file = tmp_path / "khac.toml"
    file.write_text(text, encoding="utf-8")
    shelf = load([*SHIPPED_FILES, file])
    [fault] = shelf.faults
    line = next(rule.line for rule in RULES if rule.key == "meeting.min_minutes" and rule.valid_to is None)
    assert str(fault).startswith(f"khac.toml:6: meeting.min_minutes mâu thuẫn với trung-uong.toml:{line}")
    assert shelf.packs["khac"].rules == []


def test_packs_that_replace_each_other_in_a_circle_are_said(tmp_path):
    for one, other in (("mot", "hai"), ("hai", "ba"), ("ba", "mot")):
        (tmp_path / f"{one}.toml").write_text(HEAD + f'replaces = ["{other}"]\n' + RULE, encoding="utf-8")
    told = [str(fault) for fault in load(sorted(tmp_path.glob("*.toml"))).faults]
    assert len(told) == 3
    assert all("thay nhau thành vòng" in fault and fault.count(".toml:1") == 5 for fault in told), told


def test_formulas_that_ask_for_each_other_are_said(tmp_path):
    one = RULE.replace("meeting.min_minutes", "local.one").replace("value = 100", 'formula = "local.two + 1"')
    other = RULE.replace("meeting.min_minutes", "local.two").replace("value = 100", 'formula = "local.one + 1"')
    names = '\n[names.local]\none = { title = "Một", kind = "number", stricter = "near" }\n'
    assert faults(tmp_path, HEAD + names + one + other)


def test_a_file_that_is_not_utf8_is_said_with_its_line(tmp_path):
    (tmp_path / "cu.toml").write_bytes('[pack]\nname = "Tỉnh"\n'.encode("utf-16-le") + b"\xff\xfe")
    [fault] = load([tmp_path / "cu.toml"]).faults
    assert fault.file == "cu.toml"


def test_a_pack_of_the_data_folder_is_read_without_a_restart(settings, tmp_path):
    settings.RULE_PACKS = tmp_path
    assert "thu" not in library().packs
    (tmp_path / "thu.toml").write_text(HEAD + RULE, encoding="utf-8")
    assert library().packs["thu"].name == "Tỉnh Thử"


def test_the_command_checks_a_pack(tmp_path, capsys):
    file = tmp_path / "thu.toml"
    file.write_text(HEAD + RULE, encoding="utf-8")
    call_command("rules", "check", str(file))
    assert capsys.readouterr().out == "thu.toml: dùng được. Tỉnh Thử, từ ngày đơn vị áp dụng: 1 quy tắc, 0 câu hỏi.\n"
    file.write_text(HEAD + RULE.replace("100", "-1"), encoding="utf-8")
    with pytest.raises(CommandError, match="2 chỗ phải sửa|1 chỗ phải sửa"):
        call_command("rules", "check", str(file))
    assert "thu.toml:8:" in capsys.readouterr().out
