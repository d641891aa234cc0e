"""Look at a whole file: measure it, tell its parts apart, and hold each against the rules of its day."""

from dataclasses import dataclass
from datetime import date

from django.utils.translation import gettext as _

from nennep.documents.layout.checks import foot, head, paper, text
from nennep.documents.layout.checks.noting import Check, Look
from nennep.documents.layout.findings import Finding
from nennep.documents.layout.parts import Parts, parts_of
from nennep.documents.layout.reading import Reading, read
from nennep.documents.layout.rules import Regime, regime_on

FIRST_GUIDANCE = date(2018, 4, 3)
"""HD 36 is of this day. What held before it (HD 11 of 2004) was not seen, so older papers are held against HD 36."""

CHECKS: tuple[Check, ...] = (
    paper.paper,
    paper.page_numbers,
    paper.letters,
    head.left,
    head.right,
    head.spelling,
    text.title,
    text.authority,
    text.body,
    text.headings,
    text.ending,
    foot.recipients,
    foot.signature,
    foot.seal,
)


class Undated(ValueError):
    """Neither the file nor whoever asks says of which day the document is. The message is fit to show."""


@dataclass(frozen=True)
class Checked:
    """What a check came to."""

    findings: tuple[Finding, ...]
    on: date
    regime: Regime
    parts: Parts

    @property
    def before_guidance(self) -> bool:
        """Whether the document is older than the guidance it was held against."""
        return self.on < FIRST_GUIDANCE


def check(content: bytes, *, on: date | None = None) -> Checked:
    """Everything in a Word file that differs from the rules of a day; by default the day on its date line.

    Raises NotReadable for what is no Word file, Undated where no day is given and none can be read.
    """
    return check_reading(read(content), on=on)


def check_reading(reading: Reading, *, on: date | None = None) -> Checked:
    """The same for a file that was measured; its findings can be put right in that very file."""
    parts = parts_of(reading.lines)
    day = on or parts.day
    if day is None:
        raise Undated(_("Không đọc được ngày trên văn bản. Hãy ghi ngày của văn bản để biết theo hướng dẫn nào."))
    look = Look(reading, parts, regime_on(day))
    findings = tuple(finding for one in CHECKS for finding in one(look))
    return Checked(findings, day, look.regime, parts)
