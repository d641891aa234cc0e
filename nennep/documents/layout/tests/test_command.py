"""`nennep layout FILE.docx`: a table or JSON, status 1 where something is found, 2 where the file cannot be read."""

import io
import json
from pathlib import Path

import pytest
from django.core.management import CommandError, call_command

from nennep.config.cli import WITHOUT_DATABASE
from nennep.documents.layout import check
from nennep.documents.layout.tests.faults import FAULTS
from nennep.documents.layout.tests.papers import CORRECT

FAULTY = next(fault for fault in FAULTS if fault.code == "post-bold")


def run(*words: str) -> tuple[str, int]:
    out = io.StringIO()
    try:
        call_command("layout", *words, stdout=out)
    except CommandError as error:
        return f"{out.getvalue()}{error}", error.returncode
    return out.getvalue(), 0


def test_a_correct_file_has_nothing_to_say_and_status_0(tmp_path: Path):
    (tmp_path / "a.docx").write_bytes(CORRECT["report HD36"]())
    said, status = run(str(tmp_path / "a.docx"))
    assert status == 0
    assert "36-HD/VPTW" in said
    assert "Không thấy chỗ nào sai" in said


def test_a_faulty_file_is_told_where_what_and_by_which_document(tmp_path: Path):
    (tmp_path / "a.docx").write_bytes(FAULTY.planted())
    said, status = run(str(tmp_path / "a.docx"))
    assert status == 1
    for words in ("post-bold", "BÍ THƯ", "chữ đậm", "Chức vụ người ký: chữ không đậm.", "36-HD/VPTW", "[S2: thấy qua"):
        assert words in said, words


def test_as_json_each_finding_has_its_parts(tmp_path: Path):
    (tmp_path / "a.docx").write_bytes(FAULTY.planted())
    said, status = run(str(tmp_path / "a.docx"), "--json", "--on", "2026-06-05")
    answer = json.loads(said[: said.rindex("}") + 1])
    assert (status, answer["guidance"], answer["on"]) == (1, "HD05", "2026-06-05")
    finding = next(finding for finding in answer["findings"] if finding["code"] == "post-bold")
    assert finding["severity"] == "warning"
    assert set(finding) == {
        "code", "severity", "part", "excerpt", "count", "there", "rule", "remedy", "source", "certainty", "mendable",
    }  # fmt: skip


def test_the_mended_copy_is_written_beside(tmp_path: Path):
    (tmp_path / "a.docx").write_bytes(FAULTY.planted())
    run(str(tmp_path / "a.docx"), "--mend", str(tmp_path / "b.docx"))
    assert check((tmp_path / "b.docx").read_bytes()).findings == ()


@pytest.mark.parametrize(("content", "says"), [(None, "Không mở được"), (b"", "Tệp trống"), (b"%PDF-", "PDF")])
def test_what_cannot_be_read_is_said(tmp_path: Path, content: bytes | None, says: str):
    if content is not None:
        (tmp_path / "a.docx").write_bytes(content)
    said, status = run(str(tmp_path / "a.docx"))
    assert says in said
    assert status != 0


def test_it_waits_for_no_database(tmp_path: Path):
    assert "layout" in WITHOUT_DATABASE


def test_a_paper_older_than_the_guidance_says_so(tmp_path: Path):
    (tmp_path / "a.docx").write_bytes(CORRECT["old regulation of a cell"]())
    assert "có trước 03/4/2018" in run(str(tmp_path / "a.docx"))[0]
