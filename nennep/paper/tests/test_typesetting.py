import pytest
import typst

from nennep.paper import typesetting
from nennep.paper.blocks import Heading, Paragraph, Text
from nennep.paper.pdf_writer import to_pdf
from nennep.paper.tests.documents import document
from nennep.paper.tests.test_pdf import read
from nennep.paper.typesetting import (
    BUILT_IN,
    LETTERS,
    WANTED,
    Face,
    face,
    has_every_letter,
)

BROUGHT_ALONG = typst.Fonts(include_system_fonts=False)


def test_the_list_of_letters_is_complete() -> None:
    assert len(LETTERS) == len(set(LETTERS)) == 2 * (12 * 6 + 1)


@pytest.mark.parametrize(("bold", "italic"), [(False, False), (True, False), (False, True)])
def test_the_built_in_face_has_every_vietnamese_letter(bold: bool, italic: bool) -> None:
    assert has_every_letter(BUILT_IN, BROUGHT_ALONG, bold=bold, italic=italic)


def test_on_a_machine_without_any_fonts_bold_italic_letters_keep_their_horns(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(typesetting, "face", lambda: Face(BUILT_IN, BROUGHT_ALONG, bold_italic=False))
    words = "ơ ờ Ơ cơ quan ưu tiên"
    assert (
        read(to_pdf(document(Paragraph((Text(words, bold=True, italic=True),)), Heading(3, words))))
        == f"{words} {words}"
    )


def test_a_face_without_one_of_the_letters_is_found_out() -> None:
    assert not has_every_letter(BUILT_IN, BROUGHT_ALONG, letters="aạ漢")


def test_a_face_that_is_not_installed_is_found_out() -> None:
    assert not has_every_letter("Chữ Không Có", BROUGHT_ALONG)


def test_the_face_of_this_machine_is_a_wanted_one_or_the_built_in() -> None:
    chosen = face()
    assert chosen.family in (*WANTED, BUILT_IN)
    assert has_every_letter(chosen.family, chosen.fonts)
