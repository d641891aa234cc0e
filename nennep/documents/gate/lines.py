"""A line of a paper, and where it stood: what is suspicious above a number is a name in a list."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Line:
    """One line of what was read.

    `cell`: it stood in a table's cell, which may hold a name or goods. `scanned`: a machine read it from a picture, and
    tones may be wrong.
    """

    text: str
    cell: bool = False
    scanned: bool = False


def lines_in(texts: Iterable[str], *, cell: bool = False, scanned: bool = False) -> Iterator[Line]:
    """Each text that holds anything, as a line."""
    return (Line(text, cell, scanned) for text in texts if text.strip())
