from xml.etree import ElementTree as ET

import pytest

from nennep.paper.blocks import Chart, Series
from nennep.paper.charts import bar_svg, described

SVG = "{http://www.w3.org/2000/svg}"
TURNS = Chart(
    "Lượt ghi Sổ <theo năm> & bài viết",
    ("2012", "2013", "2014"),
    (Series("Lượt", (None, 0, 4)), Series("Bài", (1, 2, 1234.5))),
    "lượt",
)


def _texts(chart: Chart) -> list[str]:
    return [text.text or "" for text in ET.fromstring(bar_svg(chart)).iter(f"{SVG}text")]


def test_values_are_written_in_vietnamese() -> None:
    assert "1.234,5 lượt" in _texts(TURNS)


def test_what_was_not_measured_is_said_and_zero_is_zero() -> None:
    assert "chưa có" in _texts(TURNS)
    assert "0 lượt" in _texts(TURNS)


def test_only_measured_values_above_zero_have_a_bar() -> None:
    one = Chart("Lượt", ("2012", "2013", "2014"), (Series("Lượt", (None, 0, 4)),))
    assert len(list(ET.fromstring(bar_svg(one)).iter(f"{SVG}rect"))) == 1


def test_the_longest_bar_stays_inside_the_drawing() -> None:
    drawing = ET.fromstring(bar_svg(TURNS))
    for bar in drawing.iter(f"{SVG}rect"):
        assert float(bar.attrib["x"]) + float(bar.attrib["width"]) < 640


def test_readers_who_do_not_see_it_are_told_every_value() -> None:
    drawing = ET.fromstring(bar_svg(TURNS))
    assert drawing.findtext(f"{SVG}title") == TURNS.caption
    assert described(TURNS).startswith("2012: Lượt chưa có, Bài 1 lượt; 2013: Lượt 0 lượt")
    assert drawing.findtext(f"{SVG}desc") == described(TURNS)


def test_a_chart_of_nothing_is_still_a_drawing() -> None:
    assert ET.fromstring(bar_svg(Chart("Trống", (), ()))).findtext(f"{SVG}desc") == "Không có dữ liệu."


@pytest.mark.parametrize("values", [(1,), (1, -2), (1, float("nan")), (1, float("inf"))])
def test_a_chart_that_no_bar_can_show_is_refused(values: tuple[float, ...]) -> None:
    with pytest.raises(ValueError):
        Chart("Lượt", ("2012", "2013"), (Series("Lượt", values),))
