"""The colours of the style sheet, read from it, and how well they can be told apart."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

STYLE_SHEET = Path(__file__).parent / "static" / "web" / "nennep.css"
_TOKEN = re.compile(r"--([a-z-]+):var\(--light, (#[0-9a-f]{6})\) var\(--dark, (#[0-9a-f]{6})\);")


@dataclass(frozen=True)
class Colour:
    """A colour by day and by night."""

    light: str
    dark: str

    def contrast(self, ground: "Colour") -> tuple[float, float]:
        """Contrast against a ground, by day and by night: 1 is the same, 21 is black on white (WCAG 2.2, 1.4.3)."""
        return _contrast(self.light, ground.light), _contrast(self.dark, ground.dark)


def colours() -> dict[str, Colour]:
    """Every colour by its name without the dashes."""
    return {name: Colour(light, dark) for name, light, dark in _TOKEN.findall(STYLE_SHEET.read_text(encoding="utf-8"))}


def _contrast(one: str, other: str) -> float:
    lighter, darker = sorted((_luminance(one), _luminance(other)), reverse=True)
    return (lighter + 0.05) / (darker + 0.05)


def _luminance(colour: str) -> float:
    red, green, blue = _linear(colour)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def _linear(colour: str) -> Iterator[float]:
    for start in (1, 3, 5):
        part = int(colour[start : start + 2], 16) / 255
        yield part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4
