"""Marked papers of every kind are stopped, harmless ones get in; no database has a part in it."""

import pytest

from nennep.documents.files.admission import Marked, admit
from nennep.documents.files.reading.ocr import program
from nennep.documents.files.tests.marked import harmless_papers, marked_papers, scanned_papers


def named(value: object) -> str:
    return value if isinstance(value, str) else ""


@pytest.mark.parametrize(("what", "name", "content"), marked_papers(), ids=named)
def test_a_marked_paper_is_stopped(what, name, content):
    with pytest.raises(Marked):
        admit(name, content, says_marked=False)


@pytest.mark.parametrize(("what", "name", "content"), scanned_papers(), ids=named)
def test_a_mark_on_a_scan_is_read_where_the_machine_can(what, name, content):
    assert program(), (
        "This machine has no Tesseract with Vietnamese: .ci/run installs tesseract-ocr and tesseract-ocr-vie."
    )
    with pytest.raises(Marked):
        admit(name, content, says_marked=False)


@pytest.mark.parametrize(("what", "name", "content"), harmless_papers(), ids=named)
def test_a_harmless_paper_gets_in(what, name, content):
    [admitted] = admit(name, content, says_marked=False)
    assert admitted.content == content


def test_there_are_as_many_papers_as_was_promised():
    assert len(marked_papers()) + len(scanned_papers()) >= 60
    assert len(harmless_papers()) >= 60
