"""The same tree as four files: Word, PDF, a page and JSON."""

import json
from io import BytesIO

import docx
import pypdf
import pytest
from django.core.management import CommandError, call_command
from django.db import connection

from nennep.paper.blocks import Document
from nennep.paper.json_writer import from_json, to_json
from nennep.reports.summary.composing import compose
from nennep.reports.writing import write_files

pytestmark = pytest.mark.django_db

SAID = ("03-CT/TW", "11 lượt", "Một là", "chưa đo thời lượng", "Vũ Minh Hạnh")


@pytest.fixture(scope="module")
def report(example, four_years, django_db_blocker) -> Document:
    with django_db_blocker.unblock():
        return compose(example, four_years).document


@pytest.fixture(scope="module")
def files(report, tmp_path_factory) -> dict[str, bytes]:
    folder = tmp_path_factory.mktemp("bao cao")
    return {file.suffix: file.read_bytes() for file in write_files(report, folder / "mới", "bao-cao")}


def test_there_are_four_files(files):
    assert sorted(files) == [".docx", ".html", ".json", ".pdf"]


def test_the_word_file_says_it(files):
    document = docx.Document(BytesIO(files[".docx"]))
    text = "\n".join(paragraph.text for paragraph in document.paragraphs)
    cells = "\n".join(cell.text for table in document.tables for row in table.rows for cell in row.cells)
    for part in SAID:
        assert part in text + cells, part


def test_the_pdf_says_it(files):
    pages = pypdf.PdfReader(BytesIO(files[".pdf"])).pages
    text = " ".join(" ".join(page.extract_text() for page in pages).split())
    for part in SAID:
        assert part in text, part


def test_the_page_says_it(files):
    page = files[".html"].decode()
    assert page.lstrip().lower().startswith("<!doctype html>")
    for part in SAID:
        assert part in page, part


def test_the_json_reads_back_as_the_same_document(files, report):
    assert from_json(files[".json"].decode()) == report
    assert to_json(from_json(files[".json"].decode())) == files[".json"].decode()


def test_the_json_keeps_each_figure_with_its_code_and_evidence(files):
    figures = []

    def walk(part):
        if isinstance(part, dict):
            figures.extend([part] if part.get("type") == "Figure" else [])
            part = list(part.values())
        if isinstance(part, list):
            for one in part:
                walk(one)

    walk(json.loads(files[".json"]))
    turns = [figure for figure in figures if figure["code"] == "recognition.book_turns" and figure["text"] == "11 lượt"]
    assert turns
    assert turns[0]["value"] == 11
    assert turns[0]["evidence"].startswith("/chi-tieu/CBBQL/recognition.book_turns/?tu=2011-05-14")


def test_composing_twice_gives_equal_documents(example, four_years, report):
    assert compose(example, four_years).document == report


WAYS = {
    "sqlite": ["PRAGMA reverse_unordered_selects = {}"],
    "postgresql": [
        f"SET LOCAL jit = off; SET LOCAL enable_{way} = {{}}" for way in ("nestloop", "hashjoin", "indexscan")
    ],
}
"""What makes a database take another way to the same rows: {} is "off" or "on"."""


def test_the_report_is_the_same_whichever_way_the_database_takes_to_its_rows(example, four_years, report):
    for way in WAYS[connection.vendor]:
        other, usual = ("on", "off") if connection.vendor == "sqlite" else ("off", "on")
        with connection.cursor() as cursor:
            cursor.execute(way.format(other))
            assert compose(example, four_years).document == report, way
            cursor.execute(way.format(usual))


def test_the_command_writes_the_four_files_and_says_what_is_missing(example, tmp_path, capsys):
    call_command("report", "--unit=CBBQL", "--from=2011-05-14", "--to=2015-01-15", f"--out={tmp_path}")
    said = capsys.readouterr()
    assert sorted(file.name for file in tmp_path.iterdir()) == [
        f"bao-cao-tong-ket.{end}" for end in ("docx", "html", "json", "pdf")
    ]
    assert said.out.count("bao-cao-tong-ket.") == 4
    assert "Còn thiếu: Tháng 2/2012 chưa đo số phút chuyên đề." in said.err


@pytest.mark.parametrize(
    ("words", "reason"),
    [
        (("--unit=XYZ", "--from=2011-05-14", "--to=2015-01-15"), "Không có đơn vị mã XYZ"),
        (("--unit=CBBQL", "--from=2015-01-15", "--to=2011-05-14"), "Ngày --from phải trước ngày --to"),
    ],
)
def test_the_command_refuses_what_it_cannot_write(example, words, reason):
    with pytest.raises(CommandError, match=reason):
        call_command("report", *words)
