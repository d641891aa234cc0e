from datetime import date

from nennep.paper.layouts import HD05, HD05_WIDE, HD36, HD36_WIDE, LAYOUTS, layout_on, wide_layout_on


def test_a_document_is_laid_out_by_the_rules_of_its_own_date() -> None:
    assert layout_on(date(2015, 1, 15)) is HD36
    assert layout_on(date(2026, 5, 26)) is HD36
    assert layout_on(date(2026, 5, 27)) is HD05
    assert wide_layout_on(date(2026, 5, 26)) is HD36_WIDE
    assert wide_layout_on(date(2026, 5, 27)) is HD05_WIDE


def test_the_new_rules_space_lines_within_their_range() -> None:
    assert HD05.body.size == 14
    assert 18 <= HD05.line_pitch <= 22
    assert HD05.paragraph_gap >= 6
    assert HD05.first_line_indent == 10


def test_every_layout_keeps_the_margins_of_party_documents_and_says_how_sure_it_is() -> None:
    for layout in LAYOUTS.values():
        margins = layout.margins
        assert (margins.top, margins.bottom, margins.left, margins.right) == (20, 20, 30, 15)
        assert "second-hand" in layout.certainty
