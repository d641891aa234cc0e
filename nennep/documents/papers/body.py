"""The text of a paper as people type it, into blocks: nothing is lost, nothing changes its place.

One line is one paragraph. "I- …", "1. …", "a) …" are headings where they are short and end without a stop; "- …" are items;
"Điều 1." is set in bold; "QUYẾT ĐỊNH:" and "Kính gửi: …" stand in the middle. Everything else is a paragraph as it is.
"""

import re
from collections.abc import Iterator

from nennep.paper.blocks import Block, Heading, ListBlock, Paragraph, Text
from nennep.paper.wording import printable

LONGEST_HEADING = 120
_HEADINGS = (
    re.compile(r"[IVXLC]{1,6}\s?[-–.] ?\S"),
    re.compile(r"\d{1,2}(?:\.\d{1,2})*[.)] \S"),
    re.compile(r"[a-zđ][.)] \S"),
)
_ARTICLE = re.compile(r"(Điều \d{1,3}\s?[.:])(.*)", re.IGNORECASE)
_ADDRESSED = re.compile(r"Kính (?:gửi|mời)\s?:")
_ITEM = "- "


def blocks_of(text: str) -> tuple[Block, ...]:
    """The blocks of a text, in its order."""
    return tuple(_gathered(lines_of(text)))


def lines_of(text: str) -> list[str]:
    """The lines that say something, without the air around their words."""
    spaced = (" ".join(line.split()) for line in printable(text).split("\n"))
    return [line for line in spaced if line]


def _gathered(lines: list[str]) -> Iterator[Block]:
    """Items that follow each other are one list."""
    items: list[tuple[Text, ...]] = []
    for line in lines:
        if line.startswith(_ITEM) and line != _ITEM:
            items.append((Text(line.removeprefix(_ITEM)),))
            continue
        if items:
            yield ListBlock(tuple(items))
            items = []
        yield _block(line)
    if items:
        yield ListBlock(tuple(items))


def _block(line: str) -> Block:
    if len(line) <= LONGEST_HEADING and line[-1] not in ".;,!?":
        for level, pattern in enumerate(_HEADINGS, start=1):
            if pattern.match(line):
                return Heading(level, line)  # type: ignore[arg-type]
        if _is_called_out(line):
            return Paragraph((Text(line, bold=True),), centred=True)
    if article := _ARTICLE.fullmatch(line):
        said = (Text(article[1], bold=True), *([Text(article[2])] if article[2] else []))
        return Paragraph(said)
    if _ADDRESSED.match(line) and len(line) <= LONGEST_HEADING:
        return Paragraph((Text(line),), centred=True)
    return Paragraph((Text(line),))


def _is_called_out(line: str) -> bool:
    """ "CHI BỘ QUYẾT ĐỊNH:", in capitals and closed by a colon."""
    return line.endswith(":") and line == line.upper() and line != line.lower()
