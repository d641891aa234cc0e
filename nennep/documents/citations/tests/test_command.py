import io
import json
import subprocess
import sys
from pathlib import Path

import pytest
from django.core.management import CommandError, call_command

from nennep.documents.tests.factories import DirectiveFactory

ROOT = Path(__file__).resolve().parents[4]


def run(*words, **options):
    out, errors = io.StringIO(), io.StringIO()
    call_command("citations", *words, stdout=out, stderr=errors, no_color=True, **options)
    return out.getvalue()


@pytest.fixture
def written(tmp_path):
    def write(*lines):
        file = tmp_path / "texts.jsonl"
        file.write_text("\n".join(lines), encoding="utf-8")
        return str(file)

    return write


def test_each_passage_is_answered_in_the_format_of_the_corpus(written):
    file = written('{"id": "a", "text": "Chỉ thị số 05-CT/TW ngày 15/5/2016"}', "", '{"id": 7, "text": "Không có gì."}')
    first, second = map(json.loads, run(file).splitlines())
    assert first == {
        "id": "a",
        "citations": [
            {"start": 0, "end": 19, "type": "chỉ thị", "number": 5, "symbol": "CT/TW", "issuer": "TW",
             "date": "2016-05-15", "term": None, "year": None}
        ],
    }  # fmt: skip
    assert second == {"id": 7, "citations": []}


@pytest.mark.parametrize(
    "bad", ["không phải JSON", '{"id": "b"}', '{"text": "x"}', '{"id": "b", "text": 5}', "[1]", "[" * 100_000]
)
def test_a_bad_line_is_named_by_its_number_and_the_good_ones_are_answered(written, bad):
    file = written('{"id": "a", "text": "05-CT/TW"}', bad, '{"id": "c", "text": "06-CT/TW"}')
    out, errors = io.StringIO(), io.StringIO()
    with pytest.raises(CommandError, match="1 dòng không đọc được") as failed:
        call_command("citations", file, stdout=out, stderr=errors, no_color=True)
    assert failed.value.returncode == 1
    assert [json.loads(line)["id"] for line in out.getvalue().splitlines()] == ["a", "c"]
    assert f"Dòng 2 của {file}" in errors.getvalue()


def test_a_file_that_is_not_there_or_no_text_is_refused_with_a_sentence(tmp_path):
    with pytest.raises(CommandError, match="Không mở được"):
        run(str(tmp_path / "none.jsonl"))
    other = tmp_path / "other.jsonl"
    other.write_bytes(b"\xff\xfe\x00")
    with pytest.raises(CommandError, match="UTF-8"):
        run(str(other))


def test_half_a_character_in_an_id_is_answered_with_the_same_id(written):
    [line] = run(written('{"id": "\\ud800", "text": "\\ud800 05-CT/TW"}')).splitlines()
    assert json.loads(line)["id"] == "\ud800"


def test_one_text_is_answered_with_a_table():
    heading, first, second = run("--text", "Chỉ thị số 03-CT/TW ngày 14/5/2011 (khóa XI), NĐ 90/2020").splitlines()
    assert heading.split()[:2] == ["Văn", "bản"]
    assert first.split() == ["Chỉ", "thị", "số", "03-CT/TW", "chỉ", "thị", "3", "CT/TW", "TW", "14/5/2011", "XI"]
    assert second.split() == ["NĐ", "90/2020", "nghị", "định", "90", "2020"]
    assert run("--text", "Chiều nay trời mưa.") == "Không thấy văn bản nào được dẫn.\n"


@pytest.mark.django_db
def test_the_register_answers_beside_each_citation(unit, written):
    directive = DirectiveFactory(register=unit, number=3)
    file = written('{"id": "a", "text": "Chỉ thị 03-CT/TW và 04-CT/TW"}')
    [answer] = map(json.loads, run(file, "--resolve", "--unit", unit.code, "--on", "2015-01-20").splitlines())
    known, unknown = answer["citations"]
    assert known["document"]["code"] == "03-CT/TW"
    assert known["document"]["url"] == directive.get_absolute_url()
    assert (unknown["document"], unknown["candidates"]) == (None, [])
    table = run("--text", "Chỉ thị 03-CT/TW", "--resolve", "--unit", unit.code, "--on", "2011-05-13")
    assert table.splitlines()[1].endswith("không có")
    table = run("--text", "Chỉ thị 03-CT/TW", "--resolve", "--unit", unit.code, "--on", "2015-01-20")
    assert table.splitlines()[1].endswith("03-CT/TW, 14/5/2011")


@pytest.mark.django_db
def test_to_look_into_a_register_a_unit_has_to_be_named():
    with pytest.raises(CommandError, match="--unit"):
        run("--text", "x", "--resolve")
    with pytest.raises(CommandError, match="KHONG-CO"):
        run("--text", "x", "--resolve", "--unit", "KHONG-CO")


def test_finding_needs_no_django():
    code = (
        "import sys, nennep.documents.citations.find as f; f.find('Chỉ thị 05-CT/TW'); print('django' in sys.modules)"
    )
    done = subprocess.run([sys.executable, "-c", code], cwd=ROOT, capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "False"
