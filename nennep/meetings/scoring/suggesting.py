"""Filling a score sheet as far as records prove it. What they do not prove stays empty for people, with what is known.

A suggestion is no score: the observer scores, the committee agrees, the cell votes (HD 42, part 5).
"""

from collections.abc import Sequence
from dataclasses import dataclass
from fractions import Fraction

from django.utils.translation import gettext as _

from nennep.meetings.scoring.facts import Facts
from nennep.meetings.scoring.measures import MEASURES, Finding, written
from nennep.meetings.scoring.sheet import Line


@dataclass(frozen=True)
class Suggestion:
    """What records say of one line: the points they prove, None where people score, and the ground in words."""

    key: str
    points: Fraction | None
    ground: str
    most: Fraction


def suggest(lines: Sequence[Line], facts: Facts) -> list[Suggestion]:
    """One suggestion for each line, in the sheet's order. A fact that nobody recorded gives no points."""
    return [_suggested(line, facts) for line in lines]


def _suggested(line: Line, facts: Facts) -> Suggestion:
    groups = [[MEASURES[name](facts) for name in group] for group in line.measures]
    findings = [finding for group in groups for finding in group]
    grounds = [finding.ground for finding in findings if finding.ground]
    if line.parts and grounds:
        grounds.append(_proved(line, groups))
    return Suggestion(line.key, _points(line, findings), " ".join(grounds), line.most)


def _points(line: Line, findings: list[Finding]) -> Fraction | None:
    if line.bands:
        return _band(line, findings[0]) if line.edges else None
    kept = [_kept(line, finding) for finding in findings]
    if kept and all(kept):
        return line.most
    return line.missed if False in kept else None


def _kept(line: Line, finding: Finding) -> bool | None:
    if line.limit is None:
        return finding.met
    return None if finding.amount is None else finding.amount <= line.limit


def _band(line: Line, finding: Finding) -> Fraction | None:
    """The first band whose edge is met, the last where none is.

    None where edges contradict each other: of a meeting that has to last 40 minutes, 12 are not "at most 30 short" but
    under half, too; which of the two counts, people say.
    """
    if finding.amount is None or not finding.whole:
        return None
    if finding.lowest:
        return line.bands[-1]
    met = [edge.met(finding.amount, finding.whole) for edge in line.edges]
    return line.bands[met.count(False)] if met == sorted(met) else None


def _proved(line: Line, groups: list[list[Finding]]) -> str:
    """How much of a line in parts the records prove; people add the rest."""
    parts = (points for points, group in zip(line.parts, groups, strict=True) if all(each.met for each in group))
    proved = sum(parts, Fraction(0))
    return _("Đã rõ %(points)s trên %(most)s điểm.") % {"points": written(proved), "most": written(line.most)}
