"""Bar charts as SVG: the same drawing on the screen, in PDF and, as a picture, in Word."""

import textwrap
from xml.etree import ElementTree as ET

from nennep.paper.blocks import Chart
from nennep.paper.wording import printable
from nennep.vietnamese.numbers import decimal

INK = "#211c18"
BARS = ("#ab7a15", "#85796a", "#211c18", "#d9b566")
"""Fill of each series in turn; they differ in lightness too, for printers without colour."""

NOT_MEASURED = "chưa có"
WIDTH = 640  # drawn over the full text width, 15 units come out as 11 points
_SIZE = 15
_BAR, _BETWEEN_BARS, _BETWEEN_GROUPS = 18, 4, 14
_LABEL_CHARACTERS = 30
_CHARACTER = 0.55 * _SIZE  # a fair width for a letter, as the browser's fonts are not known here


def bar_svg(chart: Chart) -> str:
    """A chart of lying bars, one group for each label, each bar ended by its value in Vietnamese writing.

    What was not measured has no bar but the words "chưa có"; zero has its 0. The drawing carries its caption and every
    value as title and description for readers who do not see it.
    """
    labels = [textwrap.wrap(printable(label), _LABEL_CHARACTERS) or [""] for label in chart.labels]
    label_width = max((len(line) for lines in labels for line in lines), default=0) * _CHARACTER + 12
    group = max(len(chart.series), 1) * (_BAR + _BETWEEN_BARS) - _BETWEEN_BARS
    heights = [max(group, len(lines) * (_SIZE + 3)) for lines in labels]
    top = 26 if len(chart.series) > 1 else 4
    height = top + sum(heights) + _BETWEEN_GROUPS * len(heights) + 4
    svg = ET.Element(
        "svg",
        {
            "xmlns": "http://www.w3.org/2000/svg",
            "viewBox": f"0 0 {WIDTH} {height}",
            "role": "img",
            "font-family": "sans-serif",
            "font-size": str(_SIZE),
            "color": INK,  # a style sheet may say otherwise, for dark screens
            "fill": "currentColor",
        },
    )
    ET.SubElement(svg, "title").text = printable(chart.caption)
    ET.SubElement(svg, "desc").text = described(chart)
    if len(chart.series) > 1:
        _legend(svg, chart)
    longest = max((len(_value(chart, value)) for series in chart.series for value in series.values), default=0)
    scale = _Scale(label_width, WIDTH - label_width - longest * _CHARACTER - 12, _greatest(chart))
    y = top + _BETWEEN_GROUPS / 2
    for index, (lines, room) in enumerate(zip(labels, heights, strict=True)):
        _label(svg, lines, scale.start - 8, y + room / 2)
        _bars(svg, chart, index, scale, y + (room - group) / 2)
        y += room + _BETWEEN_GROUPS
    _line(svg, scale.start, top, height - 4)
    return ET.tostring(svg, encoding="unicode")


def described(chart: Chart) -> str:
    """Every value of the chart in words, for readers who do not see it: "2013: Lượt ghi Sổ 4 lượt; 2014: …"."""
    groups = (
        f"{label}: " + ", ".join(f"{series.name} {_value(chart, series.values[index])}" for series in chart.series)
        for index, label in enumerate(chart.labels)
    )
    return printable("; ".join(groups) + ".") if chart.labels else "Không có dữ liệu."


class _Scale:
    def __init__(self, start: float, length: float, greatest: float) -> None:
        self.start = start
        self._per_unit = length / greatest if greatest else 0.0

    def length(self, value: float) -> float:
        return value * self._per_unit


def _greatest(chart: Chart) -> float:
    return max((value for series in chart.series for value in series.values if value is not None), default=0)


def _value(chart: Chart, value: float | None) -> str:
    if value is None:
        return NOT_MEASURED
    unit = printable(chart.unit)
    return decimal(value) + (unit if unit == "%" else f" {unit}" if unit else "")


def _legend(svg: ET.Element, chart: Chart) -> None:
    x = 0.0
    for position, series in enumerate(chart.series):
        _rectangle(svg, x, 3, 14, 14, BARS[position % len(BARS)])
        name = printable(series.name)
        _text(svg, name, x + 20, 15)
        x += 20 + len(name) * _CHARACTER + 24


def _label(svg: ET.Element, lines: list[str], x: float, middle: float) -> None:
    first = middle - (len(lines) - 1) * (_SIZE + 3) / 2 + _SIZE * 0.35
    for row, line in enumerate(lines):
        _text(svg, line, x, first + row * (_SIZE + 3), anchor="end")


def _bars(svg: ET.Element, chart: Chart, index: int, scale: _Scale, y: float) -> None:
    for position, series in enumerate(chart.series):
        value = series.values[index]
        length = scale.length(value or 0)
        top = y + position * (_BAR + _BETWEEN_BARS)
        if length:
            _rectangle(svg, scale.start, top, length, _BAR, BARS[position % len(BARS)])
        words = _text(svg, _value(chart, value), scale.start + length + 6, top + _BAR / 2 + _SIZE * 0.35)
        if value is None:
            words.set("font-style", "italic")


def _line(svg: ET.Element, x: float, y1: float, y2: float) -> None:
    ends = {"x1": f"{x:.1f}", "x2": f"{x:.1f}", "y1": f"{y1:.1f}", "y2": f"{y2:.1f}"}
    ET.SubElement(svg, "line", {**ends, "stroke": "currentColor", "stroke-width": "1"})


def _rectangle(svg: ET.Element, x: float, y: float, width: float, height: float, fill: str) -> None:
    ET.SubElement(
        svg,
        "rect",
        {"x": f"{x:.1f}", "y": f"{y:.1f}", "width": f"{width:.1f}", "height": f"{height:.1f}", "fill": fill},
    )


def _text(svg: ET.Element, text: str, x: float, y: float, *, anchor: str = "start") -> ET.Element:
    words = ET.SubElement(svg, "text", {"x": f"{x:.1f}", "y": f"{y:.1f}", "text-anchor": anchor})
    words.text = text
    return words
