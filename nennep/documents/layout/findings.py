"""What a check finds: where, what is there, what the rule says, by which document, and how sure we are of that rule."""

from collections.abc import Callable
from dataclasses import dataclass, field
from enum import Enum
from typing import Any

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from nennep.documents.layout.reading import Line

Words = str | Promise
Change = Callable[[], None]


class Severity(Enum):
    """How much a finding weighs. A rule that we saw second-hand only warns."""

    ERROR = "error"
    WARNING = "warning"

    @property
    def said(self) -> Words:
        return _("phải sửa") if self is Severity.ERROR else _("nên xem lại")


CERTAINTY: dict[str, Words] = {
    "S": _("đã thấy quy định hoặc bản trích nguyên văn"),
    "S2": _("thấy qua nguồn thứ hai, cần đối chiếu bản gốc"),
    "M": _("theo trí nhớ, cần đối chiếu bản gốc"),
    "I": _("suy ra từ các quy định đã thấy, cần đối chiếu bản gốc"),
}


@dataclass(frozen=True)
class Rule:
    """One rule about a part of the page. `remedy` says what a person does where the program cannot do it for them."""

    code: str
    part: Words
    says: Words
    remedy: Words = ""
    certainty: str = "S2"
    source: Words = ""
    """The document, where it is not the guidance on layout of the day."""


@dataclass(frozen=True)
class Finding:
    """One place, or several alike, where the file differs from a rule."""

    rule: Rule
    there: str
    source: str
    excerpt: str = ""
    count: int = 1
    change: Change | None = field(default=None, compare=False, repr=False)
    """Puts it right in the file that was read, where that takes no change of the text."""

    @property
    def code(self) -> str:
        return self.rule.code

    @property
    def severity(self) -> Severity:
        return Severity.ERROR if self.rule.certainty == "S" else Severity.WARNING

    @property
    def mendable(self) -> bool:
        return self.change is not None

    @property
    def certainty(self) -> Words:
        return CERTAINTY[self.rule.certainty]

    @property
    def remedy(self) -> Words:
        return _("sửa giúp được") if self.mendable else self.rule.remedy

    def as_json(self) -> dict[str, Any]:
        return {
            "code": self.code,
            "severity": self.severity.value,
            "part": str(self.rule.part),
            "excerpt": self.excerpt,
            "count": self.count,
            "there": self.there,
            "rule": str(self.rule.says),
            "remedy": str(self.remedy),
            "source": self.source,
            "certainty": self.rule.certainty,
            "mendable": self.mendable,
        }


def excerpt(*lines: Line) -> str:
    """The beginning of what stands there, so that a person finds it."""
    words = " ".join(line.text for line in lines if line.text)
    return words if len(words) <= 70 else f"{words[:69].rstrip()}…"
