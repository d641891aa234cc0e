"""Write down what was found, and look at how one part of the page is set."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace

from django.utils.translation import gettext as _

from nennep.documents.layout import changes
from nennep.documents.layout.findings import Change, Finding, Words, excerpt
from nennep.documents.layout.parts import Parts
from nennep.documents.layout.reading import Align, Line, Reading, Run
from nennep.documents.layout.rules import FORMS, Regime, rule_of_setting

NEAR = 0.06  # points: sizes are kept in halves


@dataclass(frozen=True)
class Look:
    """A file being looked at: what was measured, what is what, and the rules of its day."""

    reading: Reading
    parts: Parts
    regime: Regime

    def found(
        self,
        code: str,
        there: str,
        *lines: Line,
        count: int = 1,
        change: Change | None = None,
        remedy: Words = "",
        **values: str,
    ) -> Finding:
        """A rule of writing that is not kept."""
        rule = FORMS[code]
        if values:
            rule = replace(rule, says=str(rule.says) % values)
        if remedy:
            rule = replace(rule, remedy=remedy)
        return Finding(rule, there, str(rule.source or self.regime.source), excerpt(*lines), count, change)

    def setting(self, name: str, lines: Sequence[Line]) -> Iterator[Finding]:
        """How a part is set, against how it should be: size, bold, italic, capitals, centred."""
        setting = self.regime.settings[name]
        runs = [run for line in lines for run in line.visible]
        lowest, highest = setting.sizes

        def differs(what: str, wrong: Sequence[Run], there: str, change: Change) -> Iterator[Finding]:
            if wrong:
                rule = rule_of_setting(name, setting, what)
                where = [line for line in lines if any(run in line.runs for run in wrong)]
                yield Finding(rule, there, str(self.regime.source), excerpt(*where), change=change)

        small = [run for run in runs if not within(run.size, lowest, highest)]
        for size in sorted({run.size for run in small})[:1]:
            nearest = min((lowest, highest), key=lambda allowed: abs(allowed - size))
            yield from differs("size", small, sizes_said(small), changes.each(changes.size, small, nearest))
        if setting.bold is not None:
            wrong = [run for run in runs if run.bold is not setting.bold]
            there = _("không đậm") if setting.bold else _("chữ đậm")
            yield from differs("bold", wrong, there, changes.each(changes.bold, wrong, setting.bold))
        wrong = [run for run in runs if run.italic is not setting.italic]
        there = _("chữ đứng") if setting.italic else _("chữ nghiêng")
        yield from differs("italic", wrong, there, changes.each(changes.italic, wrong, setting.italic))
        if setting.capitals:
            wrong = [run for run in runs if run.shown != run.shown.upper()]
            yield from differs("capitals", wrong, _("chữ thường"), changes.each(changes.capitals, wrong))
        aside = [line for line in lines if line.visible and line.align != "center"]
        if setting.centred and aside:
            rule = rule_of_setting(name, setting, "align")
            change = changes.each(changes.centred, aside)
            yield Finding(rule, align_said(aside[0].align), str(self.regime.source), excerpt(*aside), change=change)


Check = Callable[[Look], Iterator[Finding]]


def within(value: float, lowest: float, highest: float, near: float = NEAR) -> bool:
    return lowest - near <= value <= highest + near


def sizes_said(runs: Sequence[Run]) -> str:
    return _("cỡ chữ %(sizes)s") % {"sizes": ", ".join(f"{size:g}" for size in sorted({run.size for run in runs}))}


def align_said(align: Align) -> str:
    said = {
        "left": _("căn trái"),
        "center": _("căn giữa"),
        "right": _("căn phải"),
        "justify": _("căn đều hai bên"),
    }
    return said[align]
