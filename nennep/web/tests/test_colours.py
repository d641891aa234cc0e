"""What is measured stays readable: WCAG 2.2 AA, by day and by night."""

import pytest

from nennep.web.colours import STYLE_SHEET, Colour, colours

TEXT, LINE = 4.5, 3.0
READ_ON = [
    *((ink, ground) for ink in ("ink", "muted", "red", "gold", "ok") for ground in ("paper", "sheet", "gold-wash")),
    ("ink", "mark"),
    ("ink", "unsourced"),
    ("on-red", "seal"),
    ("paper", "ink"),
]


@pytest.mark.parametrize(("ink", "ground"), READ_ON)
def test_text_can_be_read_by_day_and_by_night(ink, ground):
    known = colours()
    assert min(known[ink].contrast(known[ground])) >= TEXT


@pytest.mark.parametrize("line", ["edge", "gilt", "focus"])
@pytest.mark.parametrize("ground", ["paper", "sheet"])
def test_edges_and_underlines_can_be_seen(line, ground):
    known = colours()
    assert min(known[line].contrast(known[ground])) >= LINE


def test_contrast_is_measured_as_wcag_measures_it():
    assert Colour("#000000", "#767676").contrast(Colour("#ffffff", "#ffffff")) == pytest.approx((21, 4.54), abs=0.01)


def test_every_colour_of_the_style_sheet_is_used():
    text = STYLE_SHEET.read_text(encoding="utf-8")
    used = {name for name in colours() if f"var(--{name})" in text}
    assert used == set(colours())
