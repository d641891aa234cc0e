"""The score sheet of a meeting as a rule pack states it: lines, points, bands, levels. Every number is the pack's.

HD 42 (part 5) gives ten lines and four levels; wards and provinces have sheets of their own (rule `meeting.score_sheet`).
Points are exact: a sheet is never a hair above or below a level.
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal
from difflib import get_close_matches
from fractions import Fraction
from typing import Any

from django.utils.translation import gettext as _

from nennep.meetings.scoring.facts import Number
from nennep.meetings.scoring.measures import MEASURES, PEOPLE
from nennep.rulebook.answers import Rule
from nennep.rulebook.values import Table

Exact = int | Fraction | Decimal
"""Points as they are counted. No float: 89.9 in binary is not 89.9."""

SETTINGS = ("criterion", "most", "bands", "edges", "parts", "measure", "limit", "missed")
_EDGE = re.compile(r"(>=|>)\s*(\d+)%(?:\s*-\s*(\d+))?\Z")


class SheetRefused(ValueError):
    """The pack's sheet cannot be read; the message says which line, and what would be right."""


@dataclass(frozen=True)
class Edge:
    """From where on a band holds: a share of the whole, less some of its units.

    "> 50%" is more than half of those present; ">= 100% - 15" is at most 15 minutes short of the length asked for.
    """

    share: Fraction
    less: int
    more_than: bool

    def met(self, amount: int, whole: Number) -> bool:
        least = self.share * whole - self.less
        return amount > least if self.more_than else amount >= least


@dataclass(frozen=True)
class Line:
    """One criterion of a sheet with the most points it can get.

    `bands` are points from the best band down, `edges` where each but the last begins. `parts` are the points of what the
    criterion is made of. `measures` say what it is about: a group of names for each part, or one group for the whole line;
    empty where people judge. `limit` is the amount that must not be exceeded; `missed` is what a line without bands gets
    where its condition is not met, None where no such scale is known.
    """

    key: str
    criterion: str
    most: Fraction
    bands: tuple[Fraction, ...] = ()
    parts: tuple[Fraction, ...] = ()
    edges: tuple[Edge, ...] = ()
    measures: tuple[tuple[str, ...], ...] = ()
    limit: Fraction | None = None
    missed: Fraction | None = None

    @property
    def left_to_people(self) -> bool:
        """Whether records alone can never fill this line."""
        return not self.measures or any(PEOPLE in group for group in self.measures)


@dataclass(frozen=True)
class Sheet:
    """A sheet with the levels its points lead to, and the document both come from."""

    lines: tuple[Line, ...]
    levels: dict[str, Fraction]
    source: str

    @property
    def total(self) -> Fraction:
        """The most that all lines come to."""
        return sum((line.most for line in self.lines), Fraction(0))

    def points(self, given: Mapping[str, Exact | None]) -> Fraction | None:
        """What the lines got together, by their keys; None as long as one line is empty."""
        points = [given.get(line.key) for line in self.lines]
        known = [exact(each) for each in points if each is not None]
        return sum(known, Fraction(0)) if len(known) == len(points) else None

    def level(self, given: Mapping[str, Exact | None]) -> str | None:
        """The level that the cell proposes (the committee above decides it); None as long as one line is empty."""
        return level_of(self.points(given), self.levels)


def exact(number: Exact) -> Fraction:
    """Raises TypeError for a float."""
    if isinstance(number, float):
        raise TypeError(f"points are exact, not a float: {number!r}")
    return Fraction(number)


def level_of(points: Exact | None, levels: Mapping[str, Exact]) -> str | None:
    """The highest level whose least points are reached. None for no points (a line is empty), and below every level."""
    if points is None:
        return None
    reached = {name: exact(least) for name, least in levels.items() if exact(least) <= exact(points)}
    return max(reached, key=lambda name: reached[name], default=None)


def sheet_of(scoring: Rule, levels: Rule | None) -> Sheet:
    """The sheet as it holds for a unit on a day, from the rules `meeting.score_sheet` and `meeting.score_levels`.

    Raises SheetRefused where the pack does not state it well.
    """
    table = levels.value if levels is not None else {}
    if not isinstance(scoring.value, dict) or not isinstance(table, dict):
        raise SheetRefused(_("Phiếu chấm và mức chất lượng phải là bảng."))
    least = {str(name): _number(str(name), points) for name, points in table.items()}
    return Sheet(read_sheet(scoring.value), least, scoring.cited)


def read_sheet(table: Table) -> tuple[Line, ...]:
    """The lines of the rule `meeting.score_sheet`, in the pack's order. Raises SheetRefused.

    At least one line has to be left to people: no sheet fills itself.
    """
    lines = tuple(_line(str(key), row) for key, row in table.items())
    if not any(line.left_to_people for line in lines):
        raise SheetRefused(_("Phiếu phải có ít nhất một dòng để người chấm."))
    return lines


def _line(key: str, row: Any) -> Line:
    if not isinstance(row, dict) or not isinstance(row.get("criterion"), str) or "most" not in row:
        raise _refused(key, _('phải có criterion = "…" và most = số điểm'))
    for setting in row:
        if setting not in SETTINGS:
            raise _refused(key, _("không có %(name)s") % {"name": setting} + _perhaps(setting, SETTINGS))
    line = Line(
        key=key,
        criterion=row["criterion"],
        most=_number(key, row["most"]),
        bands=_numbers(key, row.get("bands", [])),
        parts=_numbers(key, row.get("parts", [])),
        edges=_edges(key, row.get("edges", [])),
        measures=_measures(key, row.get("measure", []), by_parts="parts" in row),
        limit=_number(key, row["limit"]) if "limit" in row else None,
        missed=_number(key, row["missed"]) if "missed" in row else None,
    )
    _check(line)
    return line


def _check(line: Line) -> None:
    """What the settings of one line must be to each other."""
    names = [name for group in line.measures for name in group]
    if line.most <= 0 or (line.missed or 0) >= line.most:
        raise _refused(line.key, _("most phải lớn hơn 0 và lớn hơn missed"))
    if line.bands and (line.bands[0] != line.most or list(line.bands) != sorted(set(line.bands), reverse=True)):
        raise _refused(line.key, _("bands phải giảm dần, bắt đầu từ most"))
    if line.edges and (len(line.edges) != len(line.bands) - 1 or len(names) != 1):
        raise _refused(line.key, _("edges phải ít hơn bands một mốc, và measure là một tên"))
    if line.parts and (sum(line.parts) != line.most or line.bands):
        raise _refused(line.key, _("parts phải cộng lại bằng most, và không đi cùng bands"))
    if line.parts and line.measures and len(line.measures) != len(line.parts):
        raise _refused(line.key, _("measure phải có một tên hoặc một danh sách tên cho mỗi phần của parts"))
    if line.limit is not None and (len(names) != 1 or line.bands or line.parts):
        raise _refused(line.key, _("limit chỉ đi cùng một measure, không có bands, parts"))
    if line.missed is not None and (not names or line.bands or line.parts):
        raise _refused(line.key, _("missed chỉ dùng cho dòng có measure, không có bands, parts"))


def _number(key: str, raw: Any) -> Fraction:
    """A pack's number exactly as it is written there: 2.4 is 12/5, not the float near it."""
    if isinstance(raw, bool) or not isinstance(raw, int | float | Fraction) or not 0 <= raw < float("inf"):
        raise _refused(key, _("phải là số không âm: %(raw)s") % {"raw": raw})
    return Fraction(str(raw))


def _numbers(key: str, raw: Any) -> tuple[Fraction, ...]:
    if not isinstance(raw, list):
        raise _refused(key, _("phải là danh sách số: %(raw)s") % {"raw": raw})
    return tuple(_number(key, each) for each in raw)


def _edges(key: str, raw: Any) -> tuple[Edge, ...]:
    found = [_EDGE.match(each) if isinstance(each, str) else None for each in (raw if isinstance(raw, list) else [raw])]
    edges = [Edge(Fraction(int(m[2]), 100), int(m[3] or 0), m[1] == ">") for m in found if m is not None]
    if len(edges) != len(found):
        raise _refused(key, _("edges viết như %(examples)s") % {"examples": '"> 50%", ">= 90%", ">= 100% - 15"'})
    return tuple(edges)


def _measures(key: str, raw: Any, *, by_parts: bool) -> tuple[tuple[str, ...], ...]:
    """One group of names for each part, or one for the line; none where the pack names nothing."""
    groups = raw if by_parts and isinstance(raw, list) else [raw] if raw else []
    measures = tuple(tuple(group) if isinstance(group, list) else (group,) for group in groups)
    for name in (name for group in measures for name in group):
        if not isinstance(name, str) or name not in MEASURES:
            raise _refused(key, _("không có measure %(name)s") % {"name": name} + _perhaps(str(name), MEASURES))
    return measures


def _refused(key: str, why: str) -> SheetRefused:
    return SheetRefused(_("Phiếu chấm, dòng %(key)s: %(why)s.") % {"key": key, "why": why})


def _perhaps(word: str, known: Any) -> str:
    near = get_close_matches(word, list(known), n=1)
    if not near:
        return ""
    asked = _("có phải %(name)s?") % {"name": near[0]}
    return f" ({asked})"
