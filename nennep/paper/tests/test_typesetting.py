import typst

from nennep.paper.typesetting import BUILT_IN, LETTERS, WANTED, face, has_every_letter

BROUGHT_ALONG = typst.Fonts(include_system_fonts=False)


def test_the_list_of_letters_is_complete() -> None:
    assert len(LETTERS) == len(set(LETTERS)) == 2 * (12 * 6 + 1)


def test_the_built_in_face_has_every_vietnamese_letter() -> None:
    assert has_every_letter(BUILT_IN, BROUGHT_ALONG)


def test_a_face_without_one_of_the_letters_is_found_out() -> None:
    assert not has_every_letter(BUILT_IN, BROUGHT_ALONG, letters="aạ漢")


def test_a_face_that_is_not_installed_is_found_out() -> None:
    assert not has_every_letter("Chữ Không Có", BROUGHT_ALONG)


def test_the_face_of_this_machine_is_a_wanted_one_or_the_built_in() -> None:
    chosen = face()
    assert chosen.family in (*WANTED, BUILT_IN)
    assert has_every_letter(chosen.family, chosen.fonts)
