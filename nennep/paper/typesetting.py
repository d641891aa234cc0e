"""The typesetter (typst) as the writers use it: fonts looked for once, and nothing from the network."""

import json
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

import typst

WANTED = ("Times New Roman", "Liberation Serif", "Tinos")
"""Times New Roman as the rules ask (domain: 6.3, second-hand), or families of the same measure."""

BUILT_IN = "Libertinus Serif"
"""The serif that the typesetter brings along; it has every Vietnamese letter, but its bold italic loses
the horn of ơ on paper (typst 0.15)."""

LETTERS = "".join(
    letter + letter.upper() for letter in "aàảãáạăằẳẵắặâầẩẫấậeèẻẽéẹêềểễếệiìỉĩíịoòỏõóọôồổỗốộơờởỡớợuùủũúụưừửữứựyỳỷỹýỵđ"
)
"""Every Vietnamese letter with every tone, except those that all Latin fonts have."""

_STYLES = ((False, False), (True, False), (False, True), (True, True))
_TEMPLATES = Path(__file__).parent
_IN_NO_FONT = "\U0010fffd"  # a private character, to learn what this font draws for a letter it does not have
_SPECIMEN = b"""
#set page(width: 20pt, height: 20pt, margin: 2pt)
#set text(font: sys.inputs.family, weight: sys.inputs.weight, style: sys.inputs.style, fallback: false)
#for letter in sys.inputs.letters.clusters() { page(letter) }
"""


@dataclass(frozen=True)
class Face:
    """The font family that documents are set in on this machine, and where it was found."""

    family: str
    fonts: typst.Fonts
    bold_italic: bool = True
    """Without a sound bold italic, what asks for one is set in bold."""


def typeset(template: str, data: dict[str, Any]) -> typst.Compiler:
    """A template of this folder with the data it sets. The data is passed as values, so no text is read as markup."""
    chosen = face()
    passed = {**data, "families": (chosen.family, BUILT_IN), "bold_italic": chosen.bold_italic}
    return typst.Compiler(
        _TEMPLATES / template,
        root=_TEMPLATES,
        font_paths=chosen.fonts,
        sys_inputs={"data": json.dumps(passed, ensure_ascii=False)},
    )


def one_file(compiled: bytes | list[bytes] | None) -> bytes:
    """What the compiler returned, as the one file that was asked for."""
    if not isinstance(compiled, bytes):
        raise TypeError("The typesetter returned no single file.")
    return compiled


@cache
def face() -> Face:
    """The first wanted family that has every Vietnamese letter, or the built-in one.

    A family can be installed twice, once in an old edition without the letters of Vietnamese; taken by name alone it
    would set half of each word in another face. So each place where it lies is tried by itself.
    """
    for family, folder in _places(typst.Fonts()):
        fonts = typst.Fonts(include_system_fonts=False, font_paths=[folder])
        if all(has_every_letter(family, fonts, bold=bold, italic=italic) for bold, italic in _STYLES):
            return Face(family, fonts)
    return Face(BUILT_IN, typst.Fonts(include_system_fonts=False), bold_italic=False)


def _places(installed: typst.Fonts) -> Iterator[tuple[str, Path]]:
    found = installed.fonts()
    for family in WANTED:
        folders = {Path(font.path).parent for font in found if font.family == family and font.path}
        for folder in sorted(folders, reverse=True):
            yield family, folder


def has_every_letter(
    family: str, fonts: typst.Fonts, letters: str = LETTERS, *, bold: bool = False, italic: bool = False
) -> bool:
    """Whether a family draws each of the letters, all differently, and none as it draws a letter that it does not have.

    A font that lacks a letter may draw the bare one for it, which nobody notices until the paper is signed.
    """
    asked = {
        "family": family,
        "letters": letters + _IN_NO_FONT,
        "weight": "bold" if bold else "regular",
        "style": "italic" if italic else "normal",
    }
    drawn = typst.Compiler(_SPECIMEN, font_paths=fonts, sys_inputs=asked).compile(format="svg")
    return isinstance(drawn, list) and len(set(drawn)) == len(letters) + 1
